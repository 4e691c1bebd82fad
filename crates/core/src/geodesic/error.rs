//! What geodesic geometry refuses.

use super::{RADII, disc::VERTICES};

/// Why there is no answer. Nothing is computed from a geometry that has one of these faults.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum GeodesicError {
    /// The radius is not a number, or too small or large.
    #[error("a radius of {0} m is outside {start} m to {end} m", start = RADII.start(), end = RADII.end())]
    Radius(f64),
    /// A disc is asked for with too few or too many vertices.
    #[error("{0} vertices are outside {start} to {end}", start = VERTICES.start(), end = VERTICES.end())]
    Vertices(usize),
    /// A position is not on the Earth.
    #[error(
        "longitude {lon}, latitude {lat} is no position: longitudes are −360 to 360, latitudes −90 to 90"
    )]
    Position {
        /// Degrees, as given.
        lon: f64,
        /// Degrees, as given.
        lat: f64,
    },
    /// The geometry has no positions.
    #[error("the geometry is empty")]
    Empty,
    /// The geometry has more positions than are worth waiting for.
    #[error("the geometry has {count} positions; simplify it to {limit} or fewer")]
    TooLarge {
        /// Positions given.
        count: usize,
        /// Positions allowed.
        limit: usize,
    },
    /// A ring encloses no area: fewer than three different positions, or all of them on one line.
    #[error("a ring near {lon}, {lat} encloses no area")]
    Flat {
        /// Degrees, of the ring's first position.
        lon: f64,
        /// Degrees, of the ring's first position.
        lat: f64,
    },
    /// A ring crosses itself, so that inside and outside are not defined.
    #[error("a ring near {lon}, {lat} crosses itself; repair the polygon first")]
    SelfCrossing {
        /// Degrees, of the ring's first position.
        lon: f64,
        /// Degrees, of the ring's first position.
        lat: f64,
    },
    /// Two positions lie so nearly opposite each other that the shortest way between them is not one.
    #[error("no single shortest way leads from {from:?} to {to:?}: put a position between them")]
    Antipodal {
        /// Longitude and latitude, degrees.
        from: (f64, f64),
        /// Longitude and latitude, degrees.
        to: (f64, f64),
    },
}
