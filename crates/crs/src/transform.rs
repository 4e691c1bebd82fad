//! Shapes and boxes between WGS84 degrees and the CRSs that answers may be in.

use crate::{Axes, Crs, Projection, Unit};
use geo::{Coord, Geometry, MapCoords as _, MapCoordsInPlace as _};
use std::{cell::RefCell, collections::HashMap};
use terrikon_core::Envelope;

/// How far from the middle of a zone positions are still told in it, in degrees of longitude: within that, the series
/// behind the transverse Mercator projection is exact to less than a millimetre.
const REACH: f64 = 46.0;

/// Where the parameters of Pulkovo 1942 were fitted, roughly: west, south, east, north in degrees.
const PULKOVO: [f64; 4] = [19.0, 30.0, 190.0, 82.0];

/// Half the width of the world in web Mercator, in metres.
const WORLD: f64 = 20_037_508.342_789_25;

/// Pieces of one edge of a box: a straight edge of one CRS is curved in another.
const PIECES: u32 = 128;

/// How far a position may be off after the way to degrees and back, in metres; more means that it was out of reach. Not
/// less, as PROJ may take another operation between the datums for the way back, which is some metres off.
const RETURNED: f64 = 100.0;

/// Where web Mercator ends, in degrees of latitude.
const SQUARE: f64 = 85.06;

/// A position that a CRS does not reach.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("{x}, {y} is out of its area")]
pub struct Outside {
    /// Longitude or easting.
    pub x: f64,
    /// Latitude or northing.
    pub y: f64,
}

/// Why a shape or box could not be brought into another CRS.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum TransformError {
    /// A position is out of the area of the CRS.
    #[error("{crs}: {position}")]
    Outside {
        /// The CRS.
        crs: Crs,
        /// The position, as it was given.
        position: Outside,
    },
    /// PROJ does not offer the CRS, though it should.
    #[error("{0} can't be used: {1}")]
    Unavailable(Crs, String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Direction {
    FromDegrees,
    ToDegrees,
}

thread_local! {
    /// PROJ's objects belong to one thread, and take some milliseconds to make: each thread keeps those that it used.
    static PROJECTIONS: RefCell<HashMap<(Crs, Direction), Projection>> = RefCell::default();
}

fn with<T>(
    crs: Crs,
    direction: Direction,
    use_it: impl FnOnce(&Projection) -> Result<T, Outside>,
) -> Result<T, TransformError> {
    PROJECTIONS.with_borrow_mut(|kept| {
        use std::collections::hash_map::Entry;
        let projection = match kept.entry((crs, direction)) {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => {
                let (own, degrees) = (crs.to_string(), Crs::CRS84.to_string());
                let made = match direction {
                    Direction::FromDegrees => Projection::new(&degrees, &own),
                    Direction::ToDegrees => Projection::new(&own, &degrees),
                };
                entry.insert(made.map_err(|error| TransformError::Unavailable(crs, error.to_string()))?)
            }
        };
        use_it(projection).map_err(|position| TransformError::Outside { crs, position })
    })
}

impl Crs {
    /// A shape of longitudes and latitudes in this CRS, as x, y (easting or longitude first: [`Self::ordered`] puts
    /// them into the order of the CRS). Metres are rounded to millimetres, degrees that were computed to 1e-9.
    ///
    /// # Errors
    /// [`TransformError::Outside`] where the CRS does not reach a position of the shape.
    pub fn from_degrees(self, shape: &Geometry<f64>) -> Result<Geometry<f64>, TransformError> {
        if self.is_wgs84_degrees() {
            return Ok(shape.clone());
        }
        let rounded = |number: f64| match self.unit() {
            Unit::Metre => (number * 1e3).round() / 1e3,
            Unit::Degree => (number * 1e9).round() / 1e9,
        };
        with(self, Direction::FromDegrees, |projection| {
            shape.try_map_coords(|at| {
                if !self.reaches(at) {
                    return Err(Outside { x: at.x, y: at.y });
                }
                let Coord { x, y } = projection.position(at)?;
                Ok(Coord { x: rounded(x), y: rounded(y) })
            })
        })
    }

    /// A shape of x, y in this CRS as longitudes and latitudes.
    ///
    /// # Errors
    /// [`TransformError::Outside`] where a position is not in the CRS.
    pub fn to_degrees(self, shape: &Geometry<f64>) -> Result<Geometry<f64>, TransformError> {
        if self.is_wgs84_degrees() {
            let within = shape.try_map_coords(|at| self.degrees(at, Ok));
            return within.map_err(|position| TransformError::Outside { crs: self, position });
        }
        let there = with(self, Direction::ToDegrees, |way| {
            shape.try_map_coords(|at| self.degrees(at, |at| way.position(at)))
        })?;
        let back = self.unrounded(&there)?;
        let mut pairs = geo::CoordsIter::coords_iter(shape).zip(geo::CoordsIter::coords_iter(&back));
        let tolerance = if self.unit() == Unit::Metre { RETURNED } else { 1e-3 };
        match pairs.find(|(a, b)| (a.x - b.x).abs().max((a.y - b.y).abs()) > tolerance) {
            Some((at, _)) => {
                Err(TransformError::Outside { crs: self, position: Outside { x: at.x, y: at.y } })
            }
            None => Ok(there),
        }
    }

    /// A position in degrees, which must be some of the Earth and of the reach of this CRS.
    fn degrees(
        self,
        at: Coord<f64>,
        way: impl Fn(Coord<f64>) -> Result<Coord<f64>, Outside>,
    ) -> Result<Coord<f64>, Outside> {
        let on_earth = |at: &Coord<f64>| at.x.abs() <= 180.0 && at.y.abs() <= 90.0;
        let own = match self.unit() {
            Unit::Degree => on_earth(&at),
            // Web Mercator would wrap around; no other CRS goes so far.
            Unit::Metre => at.x.abs() <= WORLD || self.central_meridian().is_some(),
        };
        let outside = Outside { x: at.x, y: at.y };
        if !own {
            return Err(outside);
        }
        way(at).ok().filter(|there| on_earth(there) && self.in_zone(*there)).ok_or(outside)
    }

    fn unrounded(self, shape: &Geometry<f64>) -> Result<Geometry<f64>, TransformError> {
        with(self, Direction::FromDegrees, |way| shape.try_map_coords(|at| way.position(at)))
    }

    /// Whether a position in degrees is told in this CRS.
    fn reaches(self, at: Coord<f64>) -> bool {
        let [west, south, east, north] = PULKOVO;
        let pulkovo = self.axes() == Axes::NorthEast;
        let fitted = (west..=east).contains(&at.x) && (south..=north).contains(&at.y);
        let drawn = self.unit() == Unit::Degree || at.y.abs() <= SQUARE;
        self.in_zone(at) && drawn && (fitted || !pulkovo)
    }

    fn in_zone(self, at: Coord<f64>) -> bool {
        self.central_meridian().is_none_or(|middle| (at.x - middle).abs() <= REACH)
    }

    /// The same shape with its numbers in the order of this CRS, such as latitude first; from x, y and back.
    #[must_use]
    pub fn ordered(self, mut shape: Geometry<f64>) -> Geometry<f64> {
        if self.axes() == Axes::NorthEast {
            shape.map_coords_in_place(|Coord { x, y }| Coord { x: y, y: x });
        }
        shape
    }

    /// The box in degrees around a box of this CRS: its least and greatest first number, then second, in the order of
    /// the CRS (`[first_min, second_min, first_max, second_max]`). Edges are followed in pieces, as they are curved in
    /// degrees. In degrees and web Mercator the western edge may exceed the eastern one over the antimeridian.
    ///
    /// # Errors
    /// [`TransformError::Outside`] where an edge leaves the area of the CRS, or the numbers are in the wrong order.
    pub fn box_to_degrees(self, corners: [f64; 4]) -> Result<Envelope, TransformError> {
        let [west, south, east, north] = match (self.axes(), corners) {
            (Axes::EastNorth, corners) => corners,
            (Axes::NorthEast, [south, west, north, east]) => [west, south, east, north],
        };
        let outside = |x: f64, y: f64| TransformError::Outside { crs: self, position: Outside { x, y } };
        let wraps = self.central_meridian().is_none();
        // Not negated comparisons: they would let NaN pass.
        if !(south <= north && (west <= east || wraps && west.is_finite() && east.is_finite())) {
            return Err(outside(west, north));
        }
        let along = |from: Coord<f64>, to: Coord<f64>| {
            (0..=PIECES).map(move |piece| {
                let part = f64::from(piece) / f64::from(PIECES);
                // Exactly `to` at the end.
                let at = |a: f64, b: f64| if piece == PIECES { b } else { a + (b - a) * part };
                Coord { x: at(from.x, to.x), y: at(from.y, to.y) }
            })
        };
        let corner = |x, y| Coord { x, y };
        let (sw, nw) = (corner(west, south), corner(west, north));
        let (se, ne) = (corner(east, south), corner(east, north));
        let edge = |from, to| -> Result<Envelope, TransformError> {
            let line = geo::LineString::from_iter(along(from, to));
            let degrees = self.to_degrees(&Geometry::LineString(line))?;
            Envelope::of(&degrees).ok_or_else(|| outside(west, north))
        };
        let (western, eastern) = (edge(sw, nw)?, edge(se, ne)?);
        let sides = western.union(&eastern);
        if wraps {
            // Meridians and parallels are straight in these.
            return Ok(Envelope { west: western.west, east: eastern.east, ..sides });
        }
        Ok(sides.union(&edge(sw, se)?).union(&edge(nw, ne)?))
    }
}
