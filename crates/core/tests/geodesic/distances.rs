//! Distances against a golden-section search, and inside against outside.

use geo::{Coord, Point, line_string, polygon};
use terrikon_core::geodesic::Target;

use super::oracle::{Chance, Source, metres};

#[test]
fn a_position_has_the_distance_of_the_inverse_problem() {
    let (a, b) = (Coord { x: 73.1, y: 49.8 }, Coord { x: -70.0, y: -33.0 });
    let distance = Target::new(&Point(a).into()).unwrap().distance(Point(b)).unwrap();
    assert!((distance - metres(a, b)).abs() < 1e-6);
}

#[test]
fn edges_are_as_near_as_a_search_finds_them() {
    let mut chance = Chance::new();
    for _ in 0..300 {
        let mut coordinate = || Coord { x: chance.next() * 60.0 + 150.0, y: chance.next() * 178.0 - 89.0 };
        let (a, b) = (coordinate(), coordinate());
        let away = Coord { x: chance.next() * 20.0 - 10.0, y: chance.next() * 20.0 - 10.0 };
        let from = Coord { x: a.x + away.x, y: (a.y + away.y).clamp(-90.0, 90.0) };
        let line = line_string![a, b].into();
        let ours = Target::new(&line).unwrap().distance(Point(from)).unwrap();
        let search = Source::new(&line).distance(from, f64::INFINITY);
        // The search stops at a ten-thousandth along the edge, so it is never better and hardly worse.
        assert!(
            ours <= search + 1e-6 && search - ours <= 1e-6 * ours + 1e-3,
            "{a:?} {b:?} {from:?}: {ours} {search}"
        );
    }
}

#[test]
fn inside_is_zero_whichever_way_a_ring_is_wound() {
    let mut square = polygon![(x: 70.0, y: 50.0), (x: 80.0, y: 50.0), (x: 80.0, y: 55.0), (x: 70.0, y: 55.0), (x: 70.0, y: 50.0)];
    square.interiors_push(
        line_string![(x: 74.0, y: 52.0), (x: 76.0, y: 52.0), (x: 76.0, y: 53.0), (x: 74.0, y: 52.0)],
    );
    for _ in 0..2 {
        let target = Target::new(&square.clone().into()).unwrap();
        assert_eq!(target.distance((71.0, 51.0).into()).unwrap(), 0.0);
        assert!(target.distance((75.5, 52.5).into()).unwrap() > 1_000.0, "in the hole");
        // The geodesic between two positions of 50° north passes north of the parallel.
        assert!(target.distance((75.0, 50.05).into()).unwrap() > 5_000.0, "between parallel and geodesic");
        assert_eq!(target.distance((75.0, 55.05).into()).unwrap(), 0.0);
        square.exterior_mut(|ring| ring.0.reverse());
    }
}
