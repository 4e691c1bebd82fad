//! Noding: lines that cross, touch or overlap are cut until they meet at common end points only.
//!
//! Iterated snap rounding: every vertex and every rounded crossing is "hot"; a segment through the unit square of a hot
//! point is bent to it. Repeated until nothing changes, so that at the end no vertex is nearer than half a unit to a
//! segment it does not end. Hobby, *Practical segment intersection with finite precision output* (1999); Halperin and
//! Packer, *Iterated snap rounding* (2002).

use rstar::{AABB, RTree};

use crate::{
    error::Error,
    grid::Point,
    segment::{Placed, Segment},
};

/// Rounds after which we stop. Real data settles in three to five.
const ROUNDS: usize = 50;

/// One segment's part in the outline of one region.
///
/// The sum of `wraps` over all strands crossed on the way from outside to a place is the region's winding number
/// there, and stays right however strands are cut and bent together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Strand {
    pub(crate) segment: Segment,
    pub(crate) region: u32,
    /// By how much the winding number left of the segment exceeds that on its right.
    pub(crate) wraps: i32,
}

impl Strand {
    /// A strand with the region on its left; `None` for a segment without length.
    pub(crate) fn along(a: Point, b: Point, region: u32) -> Option<Self> {
        Self { segment: Segment { a, b }, region, wraps: 1 }.upright()
    }

    /// The same strand with its lesser end point first.
    fn upright(self) -> Option<Self> {
        let Segment { a, b } = self.segment;
        match a.cmp(&b) {
            std::cmp::Ordering::Less => Some(self),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => {
                Some(Self { segment: Segment { a: b, b: a }, region: self.region, wraps: -self.wraps })
            }
        }
    }
}

/// Cuts strands until their segments share nothing but end points. The result is sorted by segment, then region.
///
/// # Errors
/// [`Error::Unsettled`] if cutting does not come to an end.
pub(crate) fn node(mut strands: Vec<Strand>) -> Result<Vec<Strand>, Error> {
    merge(&mut strands);
    // Segments that were looked at in an earlier round and did not change need no second look at each other.
    let mut settled: Vec<Segment> = Vec::new();
    for _ in 0..ROUNDS {
        let segments = distinct(&strands);
        let fresh: Vec<bool> = segments.iter().map(|s| settled.binary_search(s).is_err()).collect();
        let cuts = cuts(&segments, &fresh);
        if cuts.iter().all(Vec::is_empty) {
            return Ok(strands);
        }
        strands = cut(&strands, &segments, &cuts);
        merge(&mut strands);
        // One that was cut may come back as a piece of a longer one: it has to be cut again then.
        let whole = segments.iter().zip(&cuts).filter(|(_, points)| points.is_empty());
        settled = whole.map(|(&segment, _)| segment).collect();
    }
    Err(Error::Unsettled { rounds: ROUNDS })
}

/// Sorts strands and adds up those on the same segment and region; what cancels out disappears.
fn merge(strands: &mut Vec<Strand>) {
    strands.sort_unstable();
    strands.dedup_by(|next, kept| {
        let same = next.segment == kept.segment && next.region == kept.region;
        if same {
            kept.wraps += next.wraps;
        }
        same
    });
    strands.retain(|strand| strand.wraps != 0);
}

fn distinct(strands: &[Strand]) -> Vec<Segment> {
    let mut segments: Vec<_> = strands.iter().map(|strand| strand.segment).collect();
    segments.dedup();
    segments
}

/// For every segment the points it must be bent to, in the order from its `a` to its `b`.
fn cuts(segments: &[Segment], fresh: &[bool]) -> Vec<Vec<Point>> {
    let lines = segments.iter().enumerate().map(|(data, &segment)| Placed { segment, data });
    let lines = RTree::bulk_load(lines.collect());
    let mut hot: Vec<(Point, bool)> = Vec::with_capacity(2 * segments.len());
    for (at, segment) in segments.iter().enumerate() {
        hot.extend([(segment.a, fresh[at]), (segment.b, fresh[at])]);
        if !fresh[at] {
            continue;
        }
        for other in lines.locate_in_envelope_intersecting(&segment.extent()) {
            if let Some(point) = segment.crossing(other.segment) {
                hot.push((point, true));
            }
        }
    }
    // Of equal points the fresh one comes first and is kept.
    hot.sort_unstable_by_key(|&(point, fresh)| (point, !fresh));
    hot.dedup_by_key(|&mut (point, _)| point);

    let mut cuts = vec![Vec::new(); segments.len()];
    for (point, point_is_fresh) in hot {
        let pixel = AABB::from_corners([point.x - 1, point.y - 1], [point.x + 1, point.y + 1]);
        for line in lines.locate_in_envelope_intersecting(&pixel) {
            let near = !line.segment.has_end(point) && line.segment.passes(point);
            if near && (point_is_fresh || fresh[line.data]) {
                cuts[line.data].push(point);
            }
        }
    }
    for (segment, points) in segments.iter().zip(&mut cuts) {
        points.sort_unstable_by_key(|&point| (progress(*segment, point), point));
    }
    cuts
}

/// How far along the segment a point lies (scalar product, exact).
fn progress(Segment { a, b }: Segment, point: Point) -> i64 {
    let (dx, dy) = (i64::from(b.x) - i64::from(a.x), i64::from(b.y) - i64::from(a.y));
    dx * (i64::from(point.x) - i64::from(a.x)) + dy * (i64::from(point.y) - i64::from(a.y))
}

/// Replaces every strand by its pieces between cuts. `segments` are the strands' distinct segments in their order.
fn cut(strands: &[Strand], segments: &[Segment], cuts: &[Vec<Point>]) -> Vec<Strand> {
    let mut pieces = Vec::with_capacity(strands.len() + strands.len() / 8);
    let mut at = 0;
    for strand in strands {
        while segments[at] != strand.segment {
            at += 1;
        }
        let mut from = strand.segment.a;
        for &to in cuts[at].iter().chain([&strand.segment.b]) {
            pieces.extend(Strand { segment: Segment { a: from, b: to }, ..*strand }.upright());
            from = to;
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn strands(points: &[(i32, i32)]) -> Vec<Strand> {
        let ring: Vec<_> = points.iter().map(|&(x, y)| Point::new(x, y)).collect();
        ring.iter().zip(ring.iter().cycle().skip(1)).filter_map(|(&a, &b)| Strand::along(a, b, 0)).collect()
    }

    #[test]
    fn bow_tie_gets_a_vertex_where_it_crosses() {
        let noded = node(strands(&[(0, 0), (10, 10), (10, 0), (0, 10)])).unwrap();
        let at_centre = noded.iter().filter(|s| s.segment.has_end(Point::new(5, 5))).count();
        assert_eq!((noded.len(), at_centre), (6, 4));
    }

    #[test]
    fn there_and_back_cancels() {
        assert!(node(strands(&[(0, 0), (7, 3)])).unwrap().is_empty());
    }

    proptest! {
        #[test]
        fn nothing_conflicts_afterwards(points in prop::collection::vec((-40..40, -40..40), 3..40)) {
            let segments = distinct(&node(strands(&points)).unwrap());
            for (at, one) in segments.iter().enumerate() {
                for other in &segments[..at] {
                    prop_assert!(!one.conflicts(*other), "{one:?} {other:?}");
                }
            }
        }
    }
}
