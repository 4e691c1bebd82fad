//! Why there is no tile.

/// A tile that does not exist in the pyramid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no tile {z}/{x}/{y}: zoom is 0 to 14, and at zoom {z} column and row are 0 to {last}", last = last_index(*z))]
pub struct NoSuchTile {
    /// The zoom that was asked for.
    pub z: u8,
    /// The column that was asked for.
    pub x: u32,
    /// The row that was asked for.
    pub y: u32,
}

fn last_index(z: u8) -> u32 {
    (1_u32 << z.min(crate::MAX_ZOOM)) - 1
}

/// A layer that tiles do not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown layer \"{word}\": expected one of {}", accepted.join(", "))]
pub struct UnknownLayer {
    /// What was found.
    pub word: String,
    /// What would have been accepted.
    pub accepted: Vec<&'static str>,
}

/// A tile that could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TileError {
    /// The encoder refused a geometry or ran out of its index range.
    #[error("layer {layer} could not be encoded")]
    Encoding {
        /// The layer.
        layer: &'static str,
        /// What the encoder said.
        #[source]
        source: fast_mvt::MvtError,
    },
    /// Bytes that are no tile.
    #[error("a tile could not be read back")]
    Decoding(#[source] fast_mvt::MvtError),
    /// A tile that was drawn could not be written in another format.
    #[error("a tile could not be written in another format")]
    Format(#[from] mlt_core::MltError),
}
