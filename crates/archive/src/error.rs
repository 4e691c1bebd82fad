//! Why an archive could not be written or read.

use pmtiles::PmtError;
use terrikon_store::StoreError;
use terrikon_tiles::{NoTile, TileError};

/// An archive that could not be written or read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ArchiveError {
    /// The store did not give what was to be written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A tile could not be written in the asked format.
    #[error(transparent)]
    Tile(#[from] TileError),
    /// A tile is not of the format that the archive names.
    #[error(transparent)]
    NoTile(#[from] NoTile),
    /// Reading or writing failed, or the file is no PMTiles archive.
    #[error(transparent)]
    Pmtiles(#[from] PmtError),
    /// The archive is not at the place that was named, or the place can't be reached.
    #[error("{place}: {told}")]
    Place {
        /// The place, without what lets us in.
        place: String,
        /// What is wrong with it.
        told: String,
    },
    /// The archive was not made by `terrikon export`, or by another version of it.
    #[error("the archive does not say {0}: it was not written by `terrikon export pmtiles`")]
    Foreign(&'static str),
    /// The task that drew was cancelled or panicked.
    #[error("drawing was cancelled")]
    Cancelled(#[from] tokio::task::JoinError),
}
