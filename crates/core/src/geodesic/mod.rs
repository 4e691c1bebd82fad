//! Geometry in metres on the WGS84 ellipsoid. Positions are degrees of longitude and latitude (OGC:CRS84), edges are geodesics.
//!
//! | module | what |
//! | --- | --- |
//! | [`mod@buffer`] | all that lies within a radius of a geometry |
//! | [`mod@disc`] | the same for one position, by the thousand |
//! | [`distance`] | metres from a position to a geometry |
//! | [`mod@union`] | several areas as one, without overlap |
//! | [`mod@area`] | square metres |
//! | [`error`] | what is refused, and why |
//!
//! Longitudes of results are −180…180: what crosses the antimeridian is cut there (RFC 7946, section 3.1.9), and an area around a
//! pole reaches to the pole along both sides of that cut.
//!
//! All rests on the direct and inverse problems of C. F. F. Karney, *Algorithms for geodesics*, J. Geodesy 87 (2013), 43–55,
//! <https://doi.org/10.1007/s00190-012-0578-z>, which are right to nanometres; small discs on a series that agrees with them to 4e-9.

pub mod area;
pub mod buffer;
mod circle;
pub mod disc;
pub mod distance;
mod edge;
pub mod error;
mod frame;
mod parts;
mod ring;
mod series;
mod thin;
mod trace;
pub mod union;
mod unite;
mod zone;

pub use area::area;
pub use buffer::buffer;
pub use disc::{Discs, disc, disc_with};
pub use distance::Target;
pub use error::GeodesicError;
pub use union::union;

/// Radii that buffers have, metres. Beyond, the part of the Earth that a radius covers is no longer what people call a zone.
pub const RADII: std::ops::RangeInclusive<f64> = 1.0..=500_000.0;

/// How far an outline may lie from the true curve between two of its vertices, as a part of the radius.
///
/// A chord of 1/256 of a circle lies 0.75e-4 from it; the rest is for degrees not being straight.
const TOLERANCE: f64 = 0.9e-4;

/// Pieces of a full circle.
const PIECES: usize = 256;
