//! The pieces that a buffer is united from: every one lies wholly in the buffer, and together they are it.
//!
//! A position nearer than the radius has a nearest position in the source. If that is a lone position, it lies in the disc around it; if
//! inside an edge, in the edge's *band*, the area swept by perpendiculars; if a vertex between edges, in a *sector* between their
//! perpendiculars; if the end of a line, in its *half disc*. No projection is needed, so there is none to be wrong.

use geo::{Area as _, Coord, LineString, MultiPolygon, Polygon};

use super::{
    TOLERANCE,
    area::{length, ring_area},
    circle::{Circle, disc_in},
    edge::{Edge, go},
    frame::Frame,
    parts::Chain,
    thin::thinned,
    trace::{DEGREE, trace, turn},
    unite::unite,
};

/// By how many degrees sectors overlap the bands beside them, so that no slits remain.
const OVERLAP: f64 = 1.0;

/// A band must not reach around the Earth; metres.
const BAND: f64 = 1_000_000.0;

/// Poleward of this latitude longitudes turn so fast that a vertex gets its whole disc.
const POLAR: f64 = 75.0;

/// By how much the edges of the source may be moved to have fewer, as a part of the radius. With [`TOLERANCE`] it is less than 1e-4.
const THINNING: f64 = 0.8e-5;

/// A buffer that is being put together.
pub(super) struct Zone {
    frame: Frame,
    radius: f64,
    pieces: Vec<Polygon<f64>>,
}

impl Zone {
    /// About a position of the source.
    pub(super) fn new(about: Coord, radius: f64) -> Self {
        Self { frame: Frame { centre: about.x }, radius, pieces: Vec::new() }
    }

    /// The frame in which the pieces are.
    pub(super) fn frame(&self) -> Frame {
        self.frame
    }

    /// Adds polygons that are in the frame.
    pub(super) fn add(&mut self, polygons: impl IntoIterator<Item = Polygon<f64>>) {
        self.pieces.extend(polygons);
    }

    /// Adds the disc around a position.
    pub(super) fn disc(&mut self, centre: Coord) {
        self.add(disc_in(self.frame, centre, self.radius));
    }

    /// Adds all that is nearer than the radius to a chain of edges.
    pub(super) fn chain(&mut self, chain: &Chain) {
        let thin = thinned(&chain.edges, THINNING * self.radius);
        let edges: Vec<Edge> = thin.iter().flat_map(|edge| edge.split(BAND)).collect();
        let (Some(first), Some(last)) = (edges.first(), edges.last()) else { return };
        let begin = Circle::new(first.start, self.radius);
        if chain.closed {
            self.joint(last, first, &begin);
        } else {
            self.sector(&begin, first.azimuth + 270.0, 180.0);
            self.sector(&Circle::new(last.end, self.radius), last.arrival + 90.0, 180.0);
        }
        let mut from = begin;
        for (i, edge) in edges.iter().enumerate() {
            let to = Circle::new(edge.end, self.radius);
            match self.off_poles(edge) {
                Some(most) => {
                    self.band(
                        &most,
                        &Circle::new(most.start, self.radius),
                        &Circle::new(most.end, self.radius),
                    );
                }
                None => self.band(edge, &from, &to),
            }
            if let Some(next) = edges.get(i + 1) {
                self.joint(edge, next, &to);
            }
            from = to;
        }
    }

    /// All but a hair of an edge that ends at a pole. There perpendiculars meet in one line, and whether an outline through the pole goes
    /// around it would be left to the last digit; the disc of the pole covers the hair.
    fn off_poles(&self, edge: &Edge) -> Option<Edge> {
        let hair = 0.1 * TOLERANCE * self.radius;
        let touches = |end: Coord| (90.0 - end.y.abs()) * DEGREE < hair;
        if !(touches(edge.start) || touches(edge.end)) || edge.length < 3.0 * hair {
            return None;
        }
        let start = if touches(edge.start) { edge.at(hair).0 } else { edge.start };
        let end = if touches(edge.end) { edge.at(edge.length - hair).0 } else { edge.end };
        Some(Edge::short(start, end))
    }

    /// The area swept by the perpendiculars of an edge.
    fn band(&mut self, edge: &Edge, from: &Circle, to: &Circle) {
        let tolerance = TOLERANCE * self.radius;
        let straight = from.small() && to.small() && edge.bend() < tolerance;
        let pieces = (edge.length / 50_000.0).ceil().max(1.0) as usize;
        let side = |t: f64, right: f64| {
            let (foot, azimuth) = edge.at(t * edge.length);
            go(foot, azimuth + right, self.radius).0
        };
        let mut outline = Vec::new();
        from.spoke(edge.azimuth + 90.0, false, &mut outline);
        if !straight {
            trace(|t| side(t, 90.0), pieces, tolerance, &mut outline);
        }
        to.spoke(edge.arrival + 90.0, true, &mut outline);
        to.spoke(edge.arrival - 90.0, false, &mut outline);
        if !straight {
            trace(|t| side(1.0 - t, -90.0), pieces, tolerance, &mut outline);
        }
        from.spoke(edge.azimuth - 90.0, true, &mut outline);
        self.add(self.frame.place(outline));
    }

    /// The sectors between the perpendiculars of an edge and of the next.
    fn joint(&mut self, edge: &Edge, next: &Edge, at: &Circle) {
        let turned = turn(next.azimuth - edge.arrival);
        for side in [90.0, -90.0] {
            // Where the way turns towards a side the bands overlap there by as much.
            if turned * side > OVERLAP * 90.0 {
                continue;
            }
            let high = if turned > 0.0 { next.azimuth } else { edge.arrival } + side;
            self.sector(at, high, turned.abs());
        }
    }

    /// The sector from azimuth `high` down to `high − degrees`, a little wider.
    fn sector(&mut self, at: &Circle, high: f64, degrees: f64) {
        if at.centre().y.abs() > POLAR {
            self.disc(at.centre());
            return;
        }
        let (high, degrees) = (high + OVERLAP, degrees + 2.0 * OVERLAP);
        let mut outline = Vec::new();
        at.spoke(high, false, &mut outline);
        at.arc(high, -degrees, &mut outline);
        at.spoke(high - degrees, true, &mut outline);
        self.add(self.frame.place(outline));
    }

    /// The union of the pieces, longitudes −180…180.
    pub(super) fn finish(self) -> MultiPolygon<f64> {
        let (frame, radius) = (self.frame, self.radius);
        frame.leave(without_slits(unite(self.pieces), radius))
    }
}

/// Without holes and islets that are thinner than the outline is exact: they are where pieces meet on the grid of the union.
fn without_slits(area: MultiPolygon<f64>, radius: f64) -> MultiPolygon<f64> {
    let wide = |ring: &LineString<f64>| ring_area(ring) > length(ring) * 0.5 * TOLERANCE * radius;
    area.into_iter()
        .filter(|polygon| polygon.unsigned_area() > 0.0 && wide(polygon.exterior()))
        .map(|polygon| {
            let (exterior, holes) = polygon.into_inner();
            Polygon::new(exterior, holes.into_iter().filter(|hole| wide(hole)).collect())
        })
        .collect()
}
