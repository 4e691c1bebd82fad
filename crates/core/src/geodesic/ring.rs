//! A ring of a polygon, its inside known.

use geo::{Area as _, BooleanOps as _, Coord, LineString, MultiPolygon, Polygon};
use geographiclib_rs::{Geodesic, PolygonArea, Winding};

use super::{
    GeodesicError,
    edge::{Edge, way},
    frame::{close, unwrap},
    trace::{trace, turn},
};

/// A ring around the smaller part of the Earth that its edges bound.
pub(super) struct Ring {
    /// Closed in the plane of degrees, interior on the left, longitudes continuous, the last vertex not repeating the first.
    pub(super) vertices: Vec<Coord>,
}

impl Ring {
    /// # Errors
    /// `Flat`, `SelfCrossing`.
    pub(super) fn of(ring: &LineString<f64>, edges: &[Edge]) -> Result<Self, GeodesicError> {
        let (lon, lat) = ring.0.first().map_or((0.0, 0.0), Coord::x_y);
        let ccw = signed_area(edges.iter().map(|edge| edge.start));
        if edges.len() < 3 || ccw == 0.0 {
            return Err(GeodesicError::Flat { lon, lat });
        }
        let mut vertices = Vec::with_capacity(edges.len());
        for edge in edges {
            let (a, b) = (edge.start, edge.end);
            vertices.push(a);
            let over = turn(b.x - a.x).abs() > 180.0 - 1e-9;
            if is_pole(a) && !is_pole(b) {
                vertices.push(Coord { x: b.x, y: a.y });
            } else if is_pole(b) && !is_pole(a) {
                vertices.push(Coord { x: a.x, y: b.y });
            } else if over && !is_pole(a) {
                let pole = 90.0_f64.copysign(a.y + b.y);
                vertices.extend([Coord { x: a.x, y: pole }, Coord { x: b.x, y: pole }]);
            }
        }
        if ccw < 0.0 {
            vertices.reverse();
        }
        unwrap(&mut vertices);
        close(&mut vertices, -180.0);
        let ring = Self { vertices };
        if ring.crosses_itself() {
            return Err(GeodesicError::SelfCrossing { lon, lat });
        }
        Ok(ring)
    }

    /// In the plane: the area by even-odd rule equals the one by the sum of its trapezoids only where every inside is wound once.
    /// A thousandth of a percent is left to rounding and to edges that are straight on the Earth.
    fn crosses_itself(&self) -> bool {
        let polygon = Polygon::new(LineString(self.vertices.clone()), Vec::new());
        let once = polygon.union(&MultiPolygon::new(Vec::new())).unsigned_area();
        (once - polygon.signed_area()).abs() > 1e-5 * once.max(polygon.unsigned_area())
    }

    /// The ring with vertices so near each other that straight lines in degrees lie within `tolerance` metres of its edges.
    pub(super) fn dense(&self, tolerance: f64) -> Vec<Coord> {
        let mut all = Vec::with_capacity(self.vertices.len());
        for (i, &a) in self.vertices.iter().enumerate() {
            let b = self.vertices[(i + 1) % self.vertices.len()];
            let start = all.len();
            let (length, azimuth, _) = way(a, b);
            if is_pole(a) || is_pole(b) || (b.x - a.x).abs() > 180.0 {
                all.push(a);
                continue;
            }
            let edge = |t: f64| super::edge::go(a, azimuth, t * length).0;
            trace(edge, (length / 50_000.0).ceil().max(1.0) as usize, tolerance, &mut all);
            all.pop();
            all[start] = a;
            // Positions come back as −180…180: continue from the vertex, whose lap is known.
            unwrap(&mut all[start..]);
        }
        all
    }

    /// Whether a position is inside: it is where, going north, one crosses an odd number of edges.
    pub(super) fn contains(&self, position: Coord) -> bool {
        let mut inside = false;
        for (i, &a) in self.vertices.iter().enumerate() {
            let b = self.vertices[(i + 1) % self.vertices.len()];
            let (west, east) = if a.x <= b.x { (a, b) } else { (b, a) };
            // The laps at which the position's meridian lies between the two.
            let lap = ((west.x - position.x) / 360.0).ceil();
            let mut lon = position.x + lap * 360.0;
            while lon < east.x {
                if is_south(position, west, east) {
                    inside = !inside;
                }
                lon += 360.0;
            }
        }
        inside
    }
}

fn is_pole(position: Coord) -> bool {
    position.y.abs() >= 90.0
}

/// Whether a position, its meridian between the ends of an edge, is south of the edge.
fn is_south(position: Coord, west: Coord, east: Coord) -> bool {
    if is_pole(west) && is_pole(east) {
        return west.y > 0.0;
    }
    // A geodesic bends at most so many degrees of latitude away from the straight line (great circle, with a margin).
    let span = east.x - west.x;
    if span < 20.0 {
        let bend = span * span * 1f64.to_radians() / 8.0 + 1e-9;
        if position.y < west.y.min(east.y) - bend {
            return true;
        }
        if position.y > west.y.max(east.y) + bend {
            return false;
        }
    }
    turn(way(west, position).1 - way(west, east).1) > 0.0
}

/// Square metres, positive where the smaller part of the Earth is on the left.
pub(super) fn signed_area(positions: impl Iterator<Item = Coord>) -> f64 {
    let earth = Geodesic::wgs84();
    let mut area = PolygonArea::new(&earth, Winding::CounterClockwise);
    positions.for_each(|position| area.add_point(position.y, position.x));
    area.compute(true).1
}
