//! All that lies within a radius of a position.

use geo::{MultiPolygon, Point};

use super::{GeodesicError, buffer::check_radius, frame::Frame, parts::Parts, zone::disc_in};

/// The disc of `radius` metres (see [`super::RADII`]) around a position in degrees.
///
/// Every vertex lies at the radius (to nanometres, by the direct geodesic problem); there are 256 of them, or more where straight lines
/// in degrees would leave the circle by 0.9e-4 of the radius. The polygon is inscribed: it lacks 0.01 % of the disc.
/// A disc over the antimeridian has two polygons, one around a pole reaches to latitude ±90.
///
/// # Errors
/// `Radius`, `Position`.
///
/// # Source
/// C. F. F. Karney, *Algorithms for geodesics*, J. Geodesy 87 (2013), 43–55.
///
/// ```
/// use terrikon_core::geodesic::{area, disc};
///
/// let disc = disc((72.9667, 50.0667).into(), 1_000.0)?;
/// assert!((area(&disc) / 3_141_592.595 - 1.0).abs() < 2e-4);
/// # Ok::<(), terrikon_core::geodesic::GeodesicError>(())
/// ```
pub fn disc(centre: Point<f64>, radius: f64) -> Result<MultiPolygon<f64>, GeodesicError> {
    check_radius(radius)?;
    Parts::of(&centre.into())?;
    Ok(MultiPolygon(disc_in(Frame { centre: 0.0 }, centre.0, radius)))
}
