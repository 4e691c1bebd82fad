//! What is refused, and why.

use crate::geodesic::{GeodesicError, RADII};

/// Why there is no report.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ExposureError {
    /// The geometry or the radius can't be worked with.
    #[error(transparent)]
    Geometry(#[from] GeodesicError),
    /// The position accuracy is no length.
    #[error("{0} is no position accuracy: expected metres, from 0")]
    Accuracy(f64),
    /// Radius and accuracy together reach farther than a buffer can.
    #[error(
        "a radius of {radius} m with a position accuracy of {accuracy} m reaches farther than {} m: ask for a smaller radius",
        RADII.end()
    )]
    TooFar {
        /// Metres.
        radius: f64,
        /// Metres.
        accuracy: f64,
    },
}
