//! What can go wrong while a coverage is built.

/// Why a coverage could not be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A vertex is not a number, or lies outside ±180° of longitude and ±90° of latitude.
    #[error(
        "layer `{layer}`, feature `{label}`: the vertex ({x}, {y}) is not a longitude and latitude in degrees"
    )]
    Vertex {
        /// Name of the layer.
        layer: String,
        /// Label of the feature.
        label: String,
        /// The vertex's first coordinate as given.
        x: f64,
        /// The vertex's second coordinate as given.
        y: f64,
    },
    /// Lines kept crossing each other however often they were cut and rounded.
    #[error(
        "the lines did not settle on the grid within {rounds} rounds; is a ring folded over itself many times?"
    )]
    Unsettled {
        /// Rounds that were tried.
        rounds: usize,
    },
    /// A zoom beyond what the integer grid can hold.
    #[error("zoom {zoom} is beyond {max}, the deepest zoom")]
    Zoom {
        /// The zoom asked for.
        zoom: u8,
        /// The deepest zoom.
        max: u8,
    },
    /// The coverage is on a tile grid already; only one in degrees can be projected.
    #[error("only a coverage in degrees can be generalised for a zoom; this one is of zoom {zoom}")]
    AlreadyProjected {
        /// Zoom of the coverage.
        zoom: u8,
    },
    /// A layer with a name that another layer has: labels could not be told apart.
    #[error("two layers are called `{name}`")]
    DuplicateLayer {
        /// The name.
        name: String,
    },
}
