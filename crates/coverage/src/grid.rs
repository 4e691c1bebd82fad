//! The integer grids: every decision on geometry is made on whole numbers, so that it is exact and the same on any
//! machine.

use geo_types::Coord;

use crate::mercator;

/// Largest coordinate (either sign) on any grid. With 28 bits, a cross product of doubled differences fits in `i64`.
pub const REACH: i32 = 1 << 28;

/// Grid units in one degree: 0.000001° is 11 cm or less, the precision of every source we have (RFC 7946, 11.2 names
/// it as sensible too), so that source vertices lie on the grid as they are.
pub const UNITS_PER_DEGREE: f64 = 1e6;

/// A vertex on an integer grid. Ordered by `x`, then `y`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// Eastward, in grid units.
    pub x: i32,
    /// Northward on the degree grid, southward on a tile grid.
    pub y: i32,
}

impl Point {
    /// A point from its two coordinates in grid units.
    #[must_use]
    pub const fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }
}

/// Which grid the points of a coverage lie on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grid {
    /// Longitude and latitude in millionths of a degree (WGS 84).
    Degrees,
    /// Web-mercator units of one zoom: 4096 to a tile, x eastward and y southward from the world's north-west corner.
    Zoom(u8),
}

impl Grid {
    /// The grid point nearest to a longitude and latitude in degrees; `None` if either is not a number or outside the
    /// world.
    #[must_use]
    pub fn snap(self, lon_lat: Coord<f64>) -> Option<Point> {
        let Coord { x: lon, y: lat } = lon_lat;
        if !(-180.0..=180.0).contains(&lon) || !(-90.0..=90.0).contains(&lat) {
            return None;
        }
        Some(match self {
            Self::Degrees => {
                Point::new((lon * UNITS_PER_DEGREE).round() as i32, (lat * UNITS_PER_DEGREE).round() as i32)
            }
            Self::Zoom(zoom) => mercator::project(lon_lat, zoom),
        })
    }

    /// The coordinate of a grid point: degrees of longitude and latitude on [`Grid::Degrees`], whole tile units on
    /// [`Grid::Zoom`].
    #[must_use]
    pub fn coord(self, point: Point) -> Coord<f64> {
        let (x, y) = (f64::from(point.x), f64::from(point.y));
        match self {
            Self::Degrees => Coord { x: x / UNITS_PER_DEGREE, y: y / UNITS_PER_DEGREE },
            Self::Zoom(_) => Coord { x, y },
        }
    }
}

/// Twice the signed area of the triangle `o`, `a`, `b`: positive if `b` lies left of the line from `o` to `a`.
pub(crate) fn cross(o: Point, a: Point, b: Point) -> i64 {
    let (ax, ay) = (i64::from(a.x) - i64::from(o.x), i64::from(a.y) - i64::from(o.y));
    let (bx, by) = (i64::from(b.x) - i64::from(o.x), i64::from(b.y) - i64::from(o.y));
    ax * by - ay * bx
}

/// Twice the signed area of a closed ring given without its repeated last point: positive if it turns left.
pub(crate) fn doubled_area(ring: impl IntoIterator<Item = Point>) -> i128 {
    let mut points = ring.into_iter();
    let Some(first) = points.next() else { return 0 };
    let mut total = 0;
    let mut last = first;
    for point in points.chain([first]) {
        total += i128::from(i64::from(last.x) * i64::from(point.y) - i64::from(point.x) * i64::from(last.y));
        last = point;
    }
    total
}
