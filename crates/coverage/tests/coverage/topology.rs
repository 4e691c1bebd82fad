//! What makes a coverage clean, checked without the crate's own predicates.

use std::collections::HashMap;

use geo::Validation;
use geo_types::{Coord, LineString, MultiPolygon};
use rstar::{
    RTree, RTreeObject,
    primitives::{GeomWithData, Rectangle},
};
use terrikon_coverage::{Coverage, Point};

/// Panics unless arcs have nothing in common but end points.
pub(crate) fn check_arcs(coverage: &Coverage, what: &str) {
    let mut segments = Vec::new();
    for (number, arc) in coverage.arcs().iter().enumerate() {
        assert_ne!(arc.left, arc.right, "{what}: arc {number} divides nothing");
        assert!(!arc.is_closed() || arc.points.len() > 3, "{what}: arc {number} encloses nothing");
        for ends in arc.points.windows(2) {
            let corners = [[ends[0].x, ends[0].y], [ends[1].x, ends[1].y]];
            segments
                .push(GeomWithData::new(Rectangle::from_corners(corners[0], corners[1]), [ends[0], ends[1]]));
        }
    }
    let tree = RTree::bulk_load(segments.clone());
    for segment in &segments {
        let near = tree.locate_in_envelope_intersecting(&segment.envelope());
        let bad = near.filter(|other| meet_badly(segment.data, other.data)).count();
        assert_eq!(bad, 1, "{what}: {:?} meets more than itself", segment.data);
    }
}

/// Whether two segments share more than one end point of both.
fn meet_badly(one: [Point; 2], other: [Point; 2]) -> bool {
    let side = |o: Point, a: Point, b: Point| {
        let difference = |p: Point| (i128::from(p.x) - i128::from(o.x), i128::from(p.y) - i128::from(o.y));
        let ((ax, ay), (bx, by)) = (difference(a), difference(b));
        (ax * by - ay * bx).signum()
    };
    let on = |[a, b]: [Point; 2], p: Point| {
        let within = |low: i32, high: i32, value: i32| (low.min(high)..=low.max(high)).contains(&value);
        side(a, b, p) == 0 && within(a.x, b.x, p.x) && within(a.y, b.y, p.y) && p != a && p != b
    };
    let [a, b] = one;
    let [c, d] = other;
    let same = (a == c && b == d) || (a == d && b == c);
    let touch = on(one, c) || on(one, d) || on(other, a) || on(other, b);
    let cross = side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
    same || touch || cross
}

/// Panics unless every ring is wound as promised, and every edge is used once in each direction or in one direction
/// only.
pub(crate) fn check_polygons(units: &[(String, MultiPolygon<f64>)], what: &str) {
    let mut edges: HashMap<[u64; 4], u8> = HashMap::new();
    for (key, polygons) in units {
        for polygon in polygons {
            assert!(area(polygon.exterior()) > 0.0, "{what}, {key}: exterior turns right");
            walk(polygon.exterior(), &mut edges);
            for hole in polygon.interiors() {
                assert!(area(hole) < 0.0, "{what}, {key}: hole turns left");
                walk(hole, &mut edges);
            }
        }
    }
    let doubled = edges.values().filter(|&&uses| uses > 1).count();
    assert_eq!(doubled, 0, "{what}: edges used twice in one direction");
}

/// Panics unless every polygon is valid by the rules of OGC Simple Features. Slow.
pub(crate) fn check_validity(units: &[(String, MultiPolygon<f64>)], what: &str) {
    for (key, polygons) in units {
        if let Err(error) = polygons.check_validation() {
            panic!("{what}, {key}: {error}");
        }
    }
}

fn walk(ring: &LineString<f64>, edges: &mut HashMap<[u64; 4], u8>) {
    for line in ring.lines() {
        let bits = [line.start.x, line.start.y, line.end.x, line.end.y].map(f64::to_bits);
        *edges.entry(bits).or_default() += 1;
    }
}

/// Signed area of a ring, positive if it turns left.
pub(crate) fn area(ring: &LineString<f64>) -> f64 {
    let Some(&origin) = ring.0.first() else { return 0.0 };
    let turn = |a: Coord<f64>, b: Coord<f64>| {
        (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    };
    ring.lines().map(|line| turn(line.start, line.end)).sum::<f64>() / 2.0
}
