//! From noded segments to faces: half-edges sorted around their vertices, walked into rings, rings nested.

use std::cmp::Ordering;

use rstar::{AABB, RTree};

use crate::{
    grid::{Point, cross, doubled_area},
    noding::Strand,
    segment::{Placed, Segment},
};

/// The unbounded face.
pub(crate) const OUTSIDE: u32 = 0;

/// A subdivision of the plane by segments that meet at end points only.
pub(crate) struct Arrangement {
    /// Distinct segments, each with its lesser end point first, sorted.
    pub(crate) segments: Vec<Segment>,
    /// Left and right face of each segment.
    pub(crate) sides: Vec<[u32; 2]>,
    /// Number of faces, [`OUTSIDE`] included.
    pub(crate) face_count: usize,
    /// For each face the regions that contain it with their winding numbers, sorted by region.
    pub(crate) windings: Vec<Vec<(u32, i32)>>,
}

impl Arrangement {
    /// Traces the faces of noded strands (see [`crate::noding::node`]).
    pub(crate) fn trace(strands: &[Strand]) -> Self {
        let mut segments: Vec<_> = strands.iter().map(|strand| strand.segment).collect();
        segments.dedup();
        let halves: Vec<_> = segments.iter().flat_map(|s| [(s.a, s.b), (s.b, s.a)]).collect();
        let cycles = Cycles::walk(&successors(&halves), &halves);
        let (faces, face_count) = nest(&segments, &cycles);
        let sides: Vec<_> =
            cycles.of.chunks_exact(2).map(|h| [faces[h[0] as usize], faces[h[1] as usize]]).collect();
        let windings = windings(strands, &segments, &sides, face_count);
        Self { segments, sides, face_count, windings }
    }
}

/// For every half-edge the next one around the face on its left. A half-edge is given by its origin and the next vertex
/// on its way; half-edges `2·n` and `2·n + 1` are each other's reverse.
pub(crate) fn successors(halves: &[(Point, Point)]) -> Vec<u32> {
    let mut around: Vec<u32> = (0..halves.len() as u32).collect();
    around.sort_unstable_by(|&one, &other| {
        let ((from, to), (other_from, other_to)) = (halves[one as usize], halves[other as usize]);
        from.cmp(&other_from).then_with(|| by_angle(from, to, other_to)).then(one.cmp(&other))
    });
    let mut next = vec![0; around.len()];
    for star in around.chunk_by(|&one, &other| halves[one as usize].0 == halves[other as usize].0) {
        // Arriving by a half-edge's reverse, the sharpest left turn is the neighbour clockwise.
        for (at, &half) in star.iter().enumerate() {
            let clockwise = star[(at + star.len() - 1) % star.len()];
            next[(half ^ 1) as usize] = clockwise;
        }
    }
    next
}

/// Order of two directions from one point, anticlockwise from east.
fn by_angle(from: Point, one: Point, other: Point) -> Ordering {
    let lower = |to: Point| to.y < from.y || (to.y == from.y && to.x < from.x);
    lower(one).cmp(&lower(other)).then_with(|| 0.cmp(&cross(from, one, other)))
}

/// The closed walks of half-edges.
struct Cycles {
    /// Cycle of each half-edge.
    of: Vec<u32>,
    /// Whether the cycle turns left, which makes it the outer ring of a bounded face.
    bounds_face: Vec<bool>,
    /// Least vertex of the cycle.
    least: Vec<Point>,
}

impl Cycles {
    fn walk(next: &[u32], halves: &[(Point, Point)]) -> Self {
        const UNSEEN: u32 = u32::MAX;
        let mut cycles = Self { of: vec![UNSEEN; next.len()], bounds_face: Vec::new(), least: Vec::new() };
        let mut ring = Vec::new();
        for start in 0..next.len() {
            if cycles.of[start] != UNSEEN {
                continue;
            }
            ring.clear();
            let mut half = start;
            while cycles.of[half] == UNSEEN {
                cycles.of[half] = cycles.bounds_face.len() as u32;
                ring.push(halves[half].0);
                half = next[half] as usize;
            }
            cycles.bounds_face.push(doubled_area(ring.iter().copied()) > 0);
            cycles.least.push(ring.iter().copied().min().expect("a walk has at least one half-edge"));
        }
        cycles
    }
}

/// The face of every cycle, and the number of faces.
///
/// A cycle that turns right is the outline of a connected piece of the graph as seen from the face around it. That
/// face is found by a ray westward from the piece's least vertex.
fn nest(segments: &[Segment], cycles: &Cycles) -> (Vec<u32>, usize) {
    let mut faces = vec![OUTSIDE; cycles.bounds_face.len()];
    let mut face_count = 1;
    let mut outlines = Vec::new();
    for (cycle, &bounds) in cycles.bounds_face.iter().enumerate() {
        if bounds {
            faces[cycle] = face_count;
            face_count += 1;
        } else {
            outlines.push(cycle);
        }
    }
    // What the ray hits begins farther west, so going eastward its face is known already.
    outlines.sort_unstable_by_key(|&cycle| cycles.least[cycle]);
    let placed = segments.iter().enumerate().map(|(data, &segment)| Placed { segment, data });
    let tree = RTree::bulk_load(placed.collect());
    for cycle in outlines {
        let from = cycles.least[cycle];
        let ray = AABB::from_corners([i32::MIN / 2, from.y], [from.x, from.y]);
        let nearest = tree
            .locate_in_envelope_intersecting(&ray)
            .map(|line| (line.data, upward(line.segment)))
            .filter(|(_, [low, high])| low.y <= from.y && from.y < high.y && cross(*low, *high, from) < 0)
            .max_by(|(_, one), (_, other)| west_to_east(*one, *other));
        if let Some((at, [low, _])) = nearest {
            let segment = segments[at];
            // The half-edge running south has the ray's origin on its left.
            let half = 2 * at + usize::from(low == segment.a);
            faces[cycle] = faces[cycles.of[half] as usize];
        }
    }
    (faces, face_count as usize)
}

/// A segment's end points, the lower one first.
fn upward(Segment { a, b }: Segment) -> [Point; 2] {
    if a.y <= b.y { [a, b] } else { [b, a] }
}

/// Order of two segments just above a height that both reach; they do not cross.
fn west_to_east([low, high]: [Point; 2], [other_low, other_high]: [Point; 2]) -> Ordering {
    if low.y <= other_low.y {
        // Positive if the other lies left, that is west.
        let side = cross(low, high, other_low);
        let side = if side == 0 { cross(low, high, other_high) } else { side };
        side.cmp(&0)
    } else {
        west_to_east([other_low, other_high], [low, high]).reverse()
    }
}

/// Winding numbers of every face, by stepping from [`OUTSIDE`] across segments.
fn windings(
    strands: &[Strand],
    segments: &[Segment],
    sides: &[[u32; 2]],
    face_count: usize,
) -> Vec<Vec<(u32, i32)>> {
    let starts = first_strands(strands, segments);
    let mut around = vec![Vec::new(); face_count];
    for (at, &[left, right]) in sides.iter().enumerate() {
        around[left as usize].push(at);
        around[right as usize].push(at);
    }
    let mut windings = vec![None; face_count];
    windings[OUTSIDE as usize] = Some(Vec::new());
    let mut reached = vec![OUTSIDE];
    while let Some(face) = reached.pop() {
        for &at in &around[face as usize] {
            let [left, right] = sides[at];
            let (beyond, sign) = if left == face { (right, -1) } else { (left, 1) };
            if windings[beyond as usize].is_some() {
                continue;
            }
            let mut stepped: Vec<(u32, i32)> = windings[face as usize].clone().unwrap_or_default();
            stepped.extend(strands[starts[at]..starts[at + 1]].iter().map(|s| (s.region, sign * s.wraps)));
            stepped.sort_unstable_by_key(|&(region, _)| region);
            stepped.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                if same {
                    kept.1 += next.1;
                }
                same
            });
            stepped.retain(|&(_, winding)| winding != 0);
            windings[beyond as usize] = Some(stepped);
            reached.push(beyond);
        }
    }
    windings.into_iter().map(Option::unwrap_or_default).collect()
}

/// Where each segment's strands begin, with the end appended.
fn first_strands(strands: &[Strand], segments: &[Segment]) -> Vec<usize> {
    let mut starts = Vec::with_capacity(segments.len() + 1);
    for (at, strand) in strands.iter().enumerate() {
        if at == 0 || strands[at - 1].segment != strand.segment {
            starts.push(at);
        }
    }
    starts.push(strands.len());
    starts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::noding::node;

    fn rings(rings: &[&[(i32, i32)]]) -> Arrangement {
        let mut strands = Vec::new();
        for (region, ring) in rings.iter().enumerate() {
            let points: Vec<_> = ring.iter().map(|&(x, y)| Point::new(x, y)).collect();
            let closed = points.iter().zip(points.iter().cycle().skip(1));
            strands.extend(closed.filter_map(|(&a, &b)| Strand::along(a, b, region as u32)));
        }
        Arrangement::trace(&node(strands).unwrap())
    }

    #[test]
    fn overlap_is_a_face_of_both() {
        let plane = rings(&[&[(0, 0), (6, 0), (6, 6), (0, 6)], &[(3, 3), (9, 3), (9, 9), (3, 9)]]);
        let mut claims = plane.windings;
        claims.sort();
        assert_eq!(claims, [vec![], vec![(0, 1)], vec![(0, 1), (1, 1)], vec![(1, 1)]]);
    }

    #[test]
    fn islands_in_a_hole_know_their_surroundings() {
        let plane = rings(&[
            &[(0, 0), (30, 0), (30, 30), (0, 30)],
            &[(10, 10), (20, 10), (20, 20), (10, 20)],
            &[(14, 13), (16, 15), (13, 16)],
            &[(24, 3), (26, 5), (23, 6)],
        ]);
        let mut claims = plane.windings;
        claims.sort();
        let one = |region| (region, 1);
        assert_eq!(
            claims,
            [vec![], vec![one(0)], vec![one(0), one(1)], vec![one(0), one(1), one(2)], vec![one(0), one(3)]]
        );
    }
}
