//! All that lies within a radius of a position.

use std::{ops::RangeInclusive, sync::LazyLock};

use geo::{Coord, LineString, MultiPolygon, Point, Polygon};

use super::{
    GeodesicError, PIECES, buffer::check_radius, circle::disc_of, frame::Frame, parts::check, series::Series,
    trace::turn,
};

/// Vertices that a disc may be asked to have.
pub const VERTICES: RangeInclusive<usize> = 8..=10_000;

/// The directions of [`disc`].
static FINE: LazyLock<Discs> = LazyLock::new(|| Discs::with(PIECES));

/// The disc of `radius` metres (see [`super::RADII`]) around a position in degrees.
///
/// Every vertex lies at the radius, within 4e-9 of it; there are 256 of them, or more where straight lines
/// in degrees would leave the circle by 0.9e-4 of the radius. The polygon is inscribed: it lacks 0.01 % of the disc.
/// A disc over the antimeridian has two polygons, with vertices at the radius there, too. One around a pole reaches to latitude ±90
/// along both sides of the antimeridian.
///
/// # Errors
/// `Radius`, `Position`.
///
/// # Source
/// See [`Discs`].
///
/// ```
/// use terrikon_core::geodesic::{area, disc};
///
/// let disc = disc((72.9667, 50.0667).into(), 1_000.0)?;
/// assert!((area(&disc) / 3_141_592.595 - 1.0).abs() < 2e-4);
/// # Ok::<(), terrikon_core::geodesic::GeodesicError>(())
/// ```
pub fn disc(centre: Point<f64>, radius: f64) -> Result<MultiPolygon<f64>, GeodesicError> {
    FINE.disc(centre, radius)
}

/// The same with fewer or more vertices; make [`Discs`] for many of them.
///
/// # Errors
/// `Radius`, `Position`, `Vertices`.
pub fn disc_with(
    centre: Point<f64>,
    radius: f64,
    vertices: usize,
) -> Result<MultiPolygon<f64>, GeodesicError> {
    Discs::new(vertices)?.disc(centre, radius)
}

/// Discs of one number of vertices, by the thousand.
///
/// A disc of n vertices lacks (2π/n)²/6 of its area: 0.16 % for 64, 0.04 % for 128, 0.01 % for 256.
///
/// # Source
/// Up to 3 % of the distance to the axis of the Earth (191 km at the equator, 123 km at 50°, 3.3 km at 89°) Legendre's series to the
/// fifth power, beyond it and across the antimeridian C. F. F. Karney, *Algorithms for geodesics*, J. Geodesy 87 (2013), 43–55.
/// Measured against the latter on every tenth of a degree from −89 to 89, 100 m to 190 km, the series is off by 4e-9 of the radius or
/// less; by 7e-13 at 5 km and 1.2e-10 at 50 km up to 60° of latitude.
#[derive(Debug, Clone)]
pub struct Discs {
    /// Cosine and sine of the azimuths, counter-clockwise from north.
    directions: Vec<(f64, f64)>,
}

impl Discs {
    /// Discs with so many vertices, see [`VERTICES`].
    ///
    /// # Errors
    /// `Vertices`.
    pub fn new(vertices: usize) -> Result<Self, GeodesicError> {
        if VERTICES.contains(&vertices) {
            Ok(Self::with(vertices))
        } else {
            Err(GeodesicError::Vertices(vertices))
        }
    }

    fn with(vertices: usize) -> Self {
        let azimuth = |i: usize| -std::f64::consts::TAU * i as f64 / vertices as f64;
        Self { directions: (0..vertices).map(|i| (azimuth(i).cos(), azimuth(i).sin())).collect() }
    }

    /// The disc around a position, like [`disc`]. Where straight lines in degrees would leave the circle by a fifth more than
    /// chords of a circle in a plane do, as with large radii and near poles, there are more vertices than asked for.
    ///
    /// # Errors
    /// `Radius`, `Position`.
    pub fn disc(&self, centre: Point<f64>, radius: f64) -> Result<MultiPolygon<f64>, GeodesicError> {
        let mut ring = Vec::with_capacity(self.directions.len() + 1);
        if self.ring(centre, radius, &mut ring)? {
            return Ok(MultiPolygon(vec![Polygon::new(LineString(ring), Vec::new())]));
        }
        let vertices = self.directions.len();
        // 0.9e-4 for 256.
        let tolerance = 1.2 * (1.0 - (std::f64::consts::PI / vertices as f64).cos());
        Ok(MultiPolygon(disc_of(Frame { centre: 0.0 }, centre.0, radius, vertices, tolerance)))
    }

    /// The outline of the disc around a position, closed and counter-clockwise, in place of what `into` holds.
    ///
    /// False, and nothing in `into`, where the disc is not one ring by the series: it is too large, at the antimeridian or around a
    /// pole. [`Discs::disc`] has it then.
    ///
    /// # Errors
    /// `Radius`, `Position`.
    pub fn ring(
        &self,
        centre: Point<f64>,
        radius: f64,
        into: &mut Vec<Coord>,
    ) -> Result<bool, GeodesicError> {
        check_radius(radius)?;
        check(centre.0)?;
        into.clear();
        let Some(series) = Series::about(centre.y(), radius) else { return Ok(false) };
        let lon = turn(centre.x());
        if lon.abs() + series.width() > 180.0 {
            return Ok(false);
        }
        into.extend(self.directions.iter().map(|&(cos, sin)| {
            let (east, north) = series.at(cos, sin);
            Coord { x: lon + east, y: centre.y() + north }
        }));
        into.push(into[0]);
        Ok(true)
    }
}
