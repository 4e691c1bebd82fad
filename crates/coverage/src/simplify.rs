//! Simplification of arcs, each once, so that neighbours stay neighbours.
//!
//! Douglas and Peucker's method (1973) with a condition on every shortcut, after Saalfeld, *Topologically consistent
//! line simplification with the Douglas-Peucker algorithm* (1999): it must touch no line but the chain it replaces, and
//! no other line may lie between the two. A shortcut that fails is divided like one that departs too far, at worst down
//! to the original vertices.
//!
//! The condition is on original lines, and that is enough for shortcuts among themselves: a chain and its shortcut make
//! a closed line, two closed lines cross an even number of times, and of the four ways in which two such pairs could
//! cross three are ruled out, while the fourth, between two straight lines, happens once at most. What remains is two
//! arcs that become the same straight line, which is looked for separately.

use std::collections::BTreeSet;

use rstar::{AABB, RTree, primitives::GeomWithData};

use crate::{
    arcs::Arc,
    coverage::Coverage,
    grid::{Point, cross},
    segment::{Extent, Placed, Segment},
};

impl Coverage {
    /// The coverage with fewer vertices: none lies farther than `tolerance` (grid units) from the line that replaces
    /// it. Faces, nodes and which face lies where stay the same; lines still meet at nodes only.
    #[must_use]
    pub fn simplify(&self, tolerance: f64) -> Self {
        let lines = Lines::of(&self.arcs);
        // Of several arcs between the same two nodes only one can be straight.
        let mut straight: BTreeSet<[Point; 2]> =
            self.arcs.iter().filter(|arc| arc.points.len() == 2).map(node_pair).collect();
        let arcs = self.arcs.iter().enumerate().map(|(number, arc)| {
            let shortened = lines.shorten(number, tolerance, &mut straight);
            Arc { points: shortened, ..*arc }
        });
        Self { arcs: arcs.collect(), ..self.clone() }
    }
}

fn node_pair(arc: &Arc) -> [Point; 2] {
    let (first, last) = (arc.first(), arc.last());
    [first.min(last), first.max(last)]
}

/// All original lines, with indices for the two questions asked of them.
struct Lines<'a> {
    arcs: &'a [Arc],
    /// Every segment with its arc and its place there.
    segments: RTree<Placed<(usize, usize)>>,
    /// A point inside each arc, in doubled coordinates, with the arc's number: as a shortcut that is taken touches no
    /// other arc, one point stands for the whole.
    witnesses: RTree<GeomWithData<[i32; 2], usize>>,
}

impl<'a> Lines<'a> {
    fn of(arcs: &'a [Arc]) -> Self {
        let mut segments = Vec::new();
        let mut witnesses = Vec::with_capacity(arcs.len());
        for (number, arc) in arcs.iter().enumerate() {
            for (place, ends) in arc.points.windows(2).enumerate() {
                let segment = Segment { a: ends[0], b: ends[1] };
                segments.push(Placed { segment, data: (number, place) });
            }
            let middle = arc.points.len() / 2;
            let (one, other) = (arc.points[middle - 1], arc.points[middle]);
            witnesses.push(GeomWithData::new([one.x + other.x, one.y + other.y], number));
        }
        Self { arcs, segments: RTree::bulk_load(segments), witnesses: RTree::bulk_load(witnesses) }
    }

    fn shorten(&self, number: usize, tolerance: f64, straight: &mut BTreeSet<[Point; 2]>) -> Vec<Point> {
        let arc = &self.arcs[number];
        let last = arc.points.len() - 1;
        let mut kept = vec![arc.points[0]];
        // Chains still to be replaced, the next one on top.
        let mut chains = vec![(0, last)];
        while let Some((from, to)) = chains.pop() {
            let whole = from == 0 && to == last;
            // The way back of a closed arc whose way out has become one line.
            let way_back = arc.is_closed() && to == last && kept.len() == 2 && kept[1] == arc.points[from];
            let (split, distance) = farthest(&arc.points[from..=to]);
            let shortcut = to - from == 1
                || (distance <= tolerance
                    && arc.points[from] != arc.points[to]
                    && !way_back
                    && !(whole && straight.contains(&node_pair(arc)))
                    && self.is_free(number, from, to));
            if shortcut {
                if whole {
                    straight.insert(node_pair(arc));
                }
                kept.push(arc.points[to]);
            } else {
                chains.extend([(from + split, to), (from, from + split)]);
            }
        }
        kept
    }

    /// Whether the straight line from vertex `from` to `to` of an arc touches nothing but that part of the arc, and
    /// nothing lies between the two.
    fn is_free(&self, number: usize, from: usize, to: usize) -> bool {
        let points = &self.arcs[number].points;
        let chain = &points[from..=to];
        let shortcut = Segment { a: points[from], b: points[to] };
        let touched = self.segments.locate_in_envelope_intersecting(&shortcut.extent()).any(|line| {
            let (arc, place) = line.data;
            !(arc == number && (from..to).contains(&place)) && shortcut.conflicts(line.segment)
        });
        if touched {
            return false;
        }
        let beside =
            [from.checked_sub(1), Some(to + 1)].into_iter().flatten().filter_map(|at| points.get(at));
        if beside.into_iter().any(|&point| encloses(chain, doubled(point))) {
            return false;
        }
        let witnesses = self.witnesses.locate_in_envelope(&doubled_extent(chain));
        !witnesses
            .filter(|witness| witness.data != number)
            .any(|witness| encloses(chain, Point::new(witness.geom()[0], witness.geom()[1])))
    }
}

fn doubled(point: Point) -> Point {
    Point::new(2 * point.x, 2 * point.y)
}

fn doubled_extent(chain: &[Point]) -> Extent {
    AABB::from_points(
        chain.iter().map(|&point| doubled(point)).map(|p| [p.x, p.y]).collect::<Vec<_>>().iter(),
    )
}

/// The place and distance of the vertex farthest from the straight line between a chain's ends (from the end itself if
/// they are the same). For a chain that is straight already a place in its middle.
fn farthest(chain: &[Point]) -> (usize, f64) {
    let last = chain.len() - 1;
    let mut best = (last / 2, 0.0);
    for (at, &point) in chain.iter().enumerate().take(last).skip(1) {
        let distance = distance(chain[0], chain[last], point);
        if distance > best.1 {
            best = (at, distance);
        }
    }
    best
}

/// Distance of a point from the segment between `a` and `b`.
fn distance(a: Point, b: Point, point: Point) -> f64 {
    let offset =
        |from: Point, to: Point| (f64::from(to.x) - f64::from(from.x), f64::from(to.y) - f64::from(from.y));
    let ((dx, dy), (px, py)) = (offset(a, b), offset(a, point));
    let (along, whole) = (dx * px + dy * py, dx * dx + dy * dy);
    if along <= 0.0 {
        (px * px + py * py).sqrt()
    } else if along >= whole {
        let (qx, qy) = offset(b, point);
        (qx * qx + qy * qy).sqrt()
    } else {
        cross(a, b, point).abs() as f64 / whole.sqrt()
    }
}

/// Whether the closed line of a chain and its shortcut winds around a point given in doubled coordinates.
fn encloses(chain: &[Point], point: Point) -> bool {
    let mut winding = 0;
    let mut from = doubled(chain[chain.len() - 1]);
    for to in chain.iter().map(|&vertex| doubled(vertex)) {
        if from.y <= point.y && point.y < to.y && cross(from, to, point) > 0 {
            winding += 1;
        } else if to.y <= point.y && point.y < from.y && cross(from, to, point) < 0 {
            winding -= 1;
        }
        from = to;
    }
    winding != 0
}
