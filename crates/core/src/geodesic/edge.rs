//! The shortest way between two positions.

use std::sync::LazyLock;

use geo::Coord;
use geographiclib_rs::{DirectGeodesic as _, Geodesic, InverseGeodesic as _};

use super::GeodesicError;

static WGS84: LazyLock<Geodesic> = LazyLock::new(Geodesic::wgs84);

/// Beyond this many metres the shortest way may not be the only one (half the meridian is 20,003.9 km, and
/// the cut locus begins 0.6 % before the antipode).
const LONGEST: f64 = 19_800_000.0;

/// Where one gets from `from` with a first azimuth (degrees from north, clockwise) after `metres`, and the azimuth there.
pub(super) fn go(from: Coord, azimuth: f64, metres: f64) -> (Coord, f64) {
    let (lat, lon, azimuth): (f64, f64, f64) = WGS84.direct(from.y, from.x, azimuth, metres);
    (Coord { x: lon, y: lat }, azimuth)
}

/// Metres from one position to the other, the azimuth there, and the azimuth on arrival.
pub(super) fn way(from: Coord, to: Coord) -> (f64, f64, f64) {
    let (metres, first, last, _): (f64, f64, f64, f64) = WGS84.inverse(from.y, from.x, to.y, to.x);
    (metres, first, last)
}

/// A geodesic between two positions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub(super) start: Coord,
    pub(super) end: Coord,
    /// Degrees from north, clockwise, at the start.
    pub(super) azimuth: f64,
    /// The same on arrival.
    pub(super) arrival: f64,
    /// Metres.
    pub(super) length: f64,
}

impl Edge {
    /// # Errors
    /// `Antipodal` where the shortest way may not be the only one.
    pub(super) fn new(start: Coord, end: Coord) -> Result<Self, GeodesicError> {
        let edge = Self::short(start, end);
        if edge.length > LONGEST {
            return Err(GeodesicError::Antipodal { from: start.x_y(), to: end.x_y() });
        }
        Ok(edge)
    }

    /// Between positions that are known to be nowhere near opposite each other.
    pub(super) fn short(start: Coord, end: Coord) -> Self {
        let (length, azimuth, arrival) = way(start, end);
        Self { start, end, azimuth, arrival, length }
    }

    /// Metres by which the geodesic, or a curve beside it, leaves the straight line in degrees, at most.
    pub(super) fn bend(&self) -> f64 {
        bend(self.start.y.abs().max(self.end.y.abs()), self.length)
    }

    /// The position at so many metres from the start, and the azimuth there.
    pub(super) fn at(&self, metres: f64) -> (Coord, f64) {
        if metres <= 0.0 {
            (self.start, self.azimuth)
        } else if metres >= self.length {
            (self.end, self.arrival)
        } else {
            go(self.start, self.azimuth, metres)
        }
    }

    /// The same way as several edges of equal length, none longer than `metres`.
    pub(super) fn split(&self, metres: f64) -> Vec<Self> {
        let count = (self.length / metres).ceil().max(1.0);
        let mut from = (self.start, self.azimuth);
        (1..=count as usize)
            .map(|i| {
                let to = self.at(self.length * i as f64 / count);
                let piece = Self {
                    start: from.0,
                    end: to.0,
                    azimuth: from.1,
                    arrival: to.1,
                    length: self.length / count,
                };
                from = to;
                piece
            })
            .collect()
    }
}

/// Metres by which a geodesic of so many metres at a latitude leaves the straight line in degrees, at most: a circle whose radius of
/// curvature is that of the parallel on the map, tan φ / N, and half as much again for all that changes along it.
pub(super) fn bend(lat: f64, metres: f64) -> f64 {
    const SMALLEST_RADIUS: f64 = 6_335_000.0;
    1.5 * (1.0 + lat.to_radians().tan().abs()) * metres * metres / (8.0 * SMALLEST_RADIUS)
}
