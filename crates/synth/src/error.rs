//! Why a release can't be made up.

use crate::MAX_HOTSPOTS;
use terrikon_core::geodesic::GeodesicError;

/// Why there is no release.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SynthError {
    /// More than ids can number.
    #[error("{0} hotspots: at most {MAX_HOTSPOTS} can be made up")]
    TooMany(usize),
    /// Hotspots lie in oblasts of covered countries, and the base has none that is valid today.
    #[error(
        "the base release has no oblast of a covered country that is valid today: there is nowhere to put hotspots"
    )]
    NoArea,
    /// A zone could not be drawn around a hotspot.
    #[error("{hotspot}: {source}")]
    Zone {
        /// The id of the hotspot.
        hotspot: String,
        /// What geodesic geometry refuses.
        source: GeodesicError,
    },
}
