//! What makes a coverage clean, checked on the polygons alone.

use std::collections::HashMap;

use geo::Validation;
use geo_types::{Coord, LineString, MultiPolygon};

/// Panics unless every polygon is valid and wound as promised, and every edge is used once in each direction or in one
/// direction only.
pub(crate) fn check(units: &[(String, MultiPolygon<f64>)], what: &str) {
    let mut edges: HashMap<[u64; 4], u8> = HashMap::new();
    for (key, polygons) in units {
        if let Err(error) = polygons.check_validation() {
            panic!("{what}, {key}: {error}");
        }
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

fn walk(ring: &LineString<f64>, edges: &mut HashMap<[u64; 4], u8>) {
    for line in ring.lines() {
        let bits = [line.start.x, line.start.y, line.end.x, line.end.y].map(f64::to_bits);
        *edges.entry(bits).or_default() += 1;
    }
}

fn area(ring: &LineString<f64>) -> f64 {
    let origin = ring.0[0];
    let turn = |a: Coord<f64>, b: Coord<f64>| {
        (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    };
    ring.lines().map(|line| turn(line.start, line.end)).sum::<f64>() / 2.0
}
