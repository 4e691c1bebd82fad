//! A line with the metres along it.

use std::sync::LazyLock;

use geo::Coord;
use geographiclib_rs::{DirectGeodesic as _, Geodesic, InverseGeodesic as _};

static WGS84: LazyLock<Geodesic> = LazyLock::new(Geodesic::wgs84);

/// Edges that share a box in a search.
const BLOCK: usize = 16;

/// Metres from one position to another.
pub(super) fn metres(from: Coord, to: Coord) -> f64 {
    WGS84.inverse(from.y, from.x, to.y, to.x)
}

/// One or more positions in order.
#[derive(Debug, Clone)]
pub(super) struct Chain {
    pub(super) coords: Vec<Coord>,
    /// Metres from the first position to each.
    pub(super) at: Vec<f64>,
    /// West, south, east, north of each [`BLOCK`] of edges, degrees.
    boxes: Vec<[f64; 4]>,
    /// The same of the whole.
    bounds: [f64; 4],
}

/// The position of a chain that is nearest to another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Foot {
    pub(super) position: Coord,
    /// Metres along the chain.
    pub(super) at: f64,
    /// Metres away from it.
    pub(super) away: f64,
}

impl Chain {
    /// The chain through a position or more.
    pub(super) fn new(coords: Vec<Coord>) -> Self {
        let mut sum = 0.0;
        let mut at = vec![0.0];
        at.extend(coords.windows(2).map(|pair| {
            sum += metres(pair[0], pair[1]);
            sum
        }));
        let boxes = (0..coords.len().saturating_sub(1))
            .step_by(BLOCK)
            .map(|first| bounds(&coords[first..coords.len().min(first + BLOCK + 1)]))
            .collect();
        Self { bounds: bounds(&coords), coords, at, boxes }
    }

    pub(super) fn length(&self) -> f64 {
        self.at.last().copied().unwrap_or_default()
    }

    pub(super) fn first(&self) -> Coord {
        self.coords[0]
    }

    pub(super) fn last(&self) -> Coord {
        self.coords[self.coords.len() - 1]
    }

    pub(super) fn reverse(&mut self) {
        let coords = self.coords.iter().rev().copied().collect();
        *self = Self::new(coords);
    }

    /// The position so many metres along, on the geodesic between its neighbours: what is cut there has these metres.
    pub(super) fn position(&self, at: f64) -> Coord {
        let next = self.at.partition_point(|&other| other < at).max(1);
        if next >= self.at.len() {
            return self.last();
        }
        let (start, end) = (self.coords[next - 1], self.coords[next]);
        let rest = at - self.at[next - 1];
        if rest <= 0.0 {
            return start;
        }
        if at >= self.at[next] {
            return end;
        }
        let (_, azimuth, _, _): (f64, f64, f64, f64) = WGS84.inverse(start.y, start.x, end.y, end.x);
        let (y, x): (f64, f64) = WGS84.direct(start.y, start.x, azimuth, rest);
        Coord { x, y }
    }

    /// The positions between two distances along it, both ends included.
    pub(super) fn between(&self, from: f64, to: f64) -> Vec<Coord> {
        let first = self.at.partition_point(|&at| at <= from);
        let last = self.at.partition_point(|&at| at < to).max(first);
        let mut coords = vec![self.position(from)];
        coords.extend_from_slice(&self.coords[first..last]);
        coords.push(self.position(to));
        coords
    }

    /// The nearest position within some metres.
    ///
    /// The search is on the plane that touches the Earth at `from`; the metres of the answer are geodesic.
    pub(super) fn nearest(&self, from: Coord, within: f64) -> Option<Foot> {
        let plane = Plane::at(from);
        let mut best = (within * 1.01 + 1.0, None);
        if plane.to_box(&self.bounds) > best.0 {
            return None;
        }
        for (block, bounds) in self.boxes.iter().enumerate() {
            if plane.to_box(bounds) > best.0 {
                continue;
            }
            let first = block * BLOCK;
            for edge in first..(first + BLOCK).min(self.coords.len() - 1) {
                let (away, part) = plane.to_edge(self.coords[edge], self.coords[edge + 1]);
                if away < best.0 {
                    best = (away, Some((edge, part)));
                }
            }
        }
        let (edge, part) = best.1?;
        let (start, end) = (self.coords[edge], self.coords[edge + 1]);
        let position = start + (end - start) * part;
        let away = metres(from, position);
        let at = self.at[edge] + (self.at[edge + 1] - self.at[edge]) * part;
        (away <= within).then_some(Foot { position, at, away })
    }
}

/// West, south, east, north.
pub(super) fn bounds(coords: &[Coord]) -> [f64; 4] {
    let start = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    coords.iter().fold(start, |b, c| [b[0].min(c.x), b[1].min(c.y), b[2].max(c.x), b[3].max(c.y)])
}

/// The plane that touches the ellipsoid at a position: right to 1 % within 50 km of it.
struct Plane {
    centre: Coord,
    /// Metres in a degree of longitude and latitude there.
    scale: Coord,
}

impl Plane {
    fn at(centre: Coord) -> Self {
        const A: f64 = 6_378_137.0;
        const E2: f64 = 0.006_694_379_990_141_3;
        let (sin, cos) = centre.y.to_radians().sin_cos();
        let w = 1.0 - E2 * sin * sin;
        let degree = 1f64.to_radians();
        let scale = Coord { x: A * cos / w.sqrt() * degree, y: A * (1.0 - E2) / w.powf(1.5) * degree };
        Self { centre, scale }
    }

    fn project(&self, position: Coord) -> Coord {
        let from = position - self.centre;
        Coord { x: from.x * self.scale.x, y: from.y * self.scale.y }
    }

    /// Metres to a box of degrees.
    fn to_box(&self, [west, south, east, north]: &[f64; 4]) -> f64 {
        let nearest = Coord { x: self.centre.x.clamp(*west, *east), y: self.centre.y.clamp(*south, *north) };
        let Coord { x, y } = self.project(nearest);
        x.hypot(y)
    }

    /// Metres to an edge, and how far along it the nearest position is, 0 to 1.
    fn to_edge(&self, start: Coord, end: Coord) -> (f64, f64) {
        let (start, end) = (self.project(start), self.project(end));
        let along = end - start;
        let square = along.x * along.x + along.y * along.y;
        let part = if square > 0.0 { -(start.x * along.x + start.y * along.y) / square } else { 0.0 };
        let part = part.clamp(0.0, 1.0);
        let foot = start + along * part;
        (foot.x.hypot(foot.y), part)
    }
}
