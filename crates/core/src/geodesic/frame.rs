//! The plane of degrees in which areas are united: 360 degrees of longitude about a centre, so that what is near stays together.

use geo::{BooleanOps as _, BoundingRect as _, Coord, LineString, MultiPolygon, Polygon, Rect};

use super::{
    trace::turn,
    unite::{grid, to_pole},
};

/// Longitudes from `centre − 180` to `centre + 180`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) centre: f64,
}

/// Longitudes made continuous: each vertex at most 180 degrees from the one before.
pub(super) fn unwrap(ring: &mut [Coord]) {
    for i in 1..ring.len() {
        ring[i].x = ring[i - 1].x + turn(ring[i].x - ring[i - 1].x);
    }
}

/// Makes a continuous ring, interior on the left, a closed one in the plane: what goes around a pole is opened at a meridian, `seam`,
/// and led along it to the pole and back. The last vertex must not repeat the first.
pub(super) fn close(ring: &mut Vec<Coord>, seam: f64) {
    let (Some(&first), Some(&last)) = (ring.first(), ring.last()) else { return };
    let around = (last.x + turn(first.x - last.x) - first.x).round();
    if around.abs() <= 180.0 {
        return;
    }
    // The first vertex on or past the seam, in the direction of the ring.
    let lap = |vertex: &Coord| ((vertex.x - seam) * around.signum() / 360.0).floor();
    let start = ring.iter().position(|vertex| lap(vertex) > lap(&first)).unwrap_or(0);
    ring.rotate_left(start);
    let before = ring[ring.len() - 1];
    unwrap(ring);
    let (first, last) = (ring[0], ring[ring.len() - 1]);
    let step = turn(first.x - before.x);
    let past = ((first.x - seam) / around).rem_euclid(1.0) * around;
    let lat =
        if step == 0.0 { first.y } else { first.y + (before.y - first.y) * (past / step).clamp(0.0, 1.0) };
    // Exactly on the seam, so that it meets the other side.
    let open = seam + ((first.x - past - seam) / 360.0).round() * 360.0;
    let pole = 90.0_f64.copysign(around);
    let shut = Coord { x: open + around, y: lat };
    if last != shut {
        ring.push(shut);
    }
    ring.extend([Coord { x: shut.x, y: pole }, Coord { x: open, y: pole }]);
    if past != 0.0 {
        ring.push(Coord { x: open, y: lat });
    }
}

impl Frame {
    /// The longitude at which a lap of 360 degrees begins; lap 0 is the frame.
    pub(super) fn seam(self, lap: f64) -> f64 {
        self.centre - 180.0 + 360.0 * lap
    }

    /// The lap in which a longitude is.
    pub(super) fn lap(self, lon: f64) -> f64 {
        ((lon - self.seam(0.0)) / 360.0).floor()
    }

    /// The polygons, within the frame, of an outline with its interior on the left, of any longitudes.
    pub(super) fn place(self, mut outline: Vec<Coord>) -> Vec<Polygon<f64>> {
        unwrap(&mut outline);
        close(&mut outline, self.seam(0.0));
        self.cut(&outline)
    }

    /// The same for a ring that is closed in the plane already.
    pub(super) fn cut(self, ring: &[Coord]) -> Vec<Polygon<f64>> {
        let (west, east) = ring
            .iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(w, e), vertex| (w.min(vertex.x), e.max(vertex.x)));
        if ring.is_empty() {
            return Vec::new();
        }
        (self.lap(west) as i64..=self.lap(east) as i64)
            .map(|lap| lap as f64)
            // What only touches a lap from outside is not in it.
            .filter(|&lap| self.seam(lap) < east)
            .filter_map(|lap| {
                let (low, high) = (self.seam(lap), self.seam(lap + 1.0));
                let mut part = ring.to_vec();
                if west < low {
                    part = half(&part, |x| x - low, low);
                }
                if east > high {
                    part = half(&part, |x| high - x, high);
                }
                part.iter_mut().for_each(|vertex| vertex.x -= 360.0 * lap);
                (part.len() >= 3).then(|| Polygon::new(LineString(part), Vec::new()))
            })
            .collect()
    }

    /// From the frame to longitudes −180…180, cut at the antimeridian where need be.
    pub(super) fn leave(self, area: MultiPolygon<f64>) -> MultiPolygon<f64> {
        let Some(bounds) = area.bounding_rect() else { return area };
        let lap = ((bounds.min().x + 180.0) / 360.0).floor();
        let (low, high) = (lap * 360.0 - 180.0, lap * 360.0 + 180.0);
        if bounds.max().x <= high {
            return shifted(area, lap, &[]);
        }
        let near = grid(&area).max(1e-13);
        let part = |west: f64, east: f64, lap: f64, seam: f64| {
            let side = Rect::new((west, bounds.min().y), (east, bounds.max().y)).to_polygon();
            shifted(to_pole(area.intersection(&MultiPolygon::from(side))), lap, &[(seam, near)]).0
        };
        let mut all = part(bounds.min().x.max(low), high, lap, 180.0);
        all.extend(part(high, bounds.max().x, lap + 1.0, -180.0));
        MultiPolygon(all)
    }
}

/// Subtracts laps of 360 degrees; vertices near a seam go onto it, those at the ends of the range stay in it.
fn shifted(mut area: MultiPolygon<f64>, lap: f64, seams: &[(f64, f64)]) -> MultiPolygon<f64> {
    each_vertex(&mut area, |vertex| {
        let x = vertex.x - 360.0 * lap;
        let seam = seams.iter().find(|(seam, near)| (x - seam).abs() <= *near);
        vertex.x = seam.map_or(x, |(seam, _)| *seam).clamp(-180.0, 180.0);
    });
    area
}

/// The part of a ring where `inside` is not negative; `edge` is where it is zero.
fn half(ring: &[Coord], inside: impl Fn(f64) -> f64, edge: f64) -> Vec<Coord> {
    let mut kept = Vec::with_capacity(ring.len() + 4);
    for (i, &to) in ring.iter().enumerate() {
        let from = ring[(i + ring.len() - 1) % ring.len()];
        let (a, b) = (inside(from.x), inside(to.x));
        // An end that is on the edge already is the crossing, to the last digit.
        if (a < 0.0) != (b < 0.0) && a != 0.0 && b != 0.0 {
            kept.push(Coord { x: edge, y: from.y + (to.y - from.y) * a / (a - b) });
        }
        if b >= 0.0 {
            kept.push(to);
        }
    }
    kept
}

pub(super) fn each_vertex(area: &mut MultiPolygon<f64>, change: impl Fn(&mut Coord) + Copy) {
    for polygon in area {
        polygon.exterior_mut(|ring| ring.0.iter_mut().for_each(change));
        polygon.interiors_mut(|rings| rings.iter_mut().flat_map(|ring| &mut ring.0).for_each(change));
    }
}
