//! River kilometres against pyproj (`oracle.py` makes the table), and distances against those to a geometry.

use geo::{Geometry, Point};
use terrikon_core::{
    flow::{Downstream, along},
    geodesic::Target,
};

use super::{
    made_up::metres,
    real::{NETWORK, SETTLEMENTS},
};

struct Row {
    river: &'static str,
    place: &'static str,
    position: [f64; 2],
    river_m: f64,
    distance_m: f64,
}

fn table() -> Vec<Row> {
    let row = |line: &'static str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let number = |i: usize| cells[i].parse().unwrap();
        Row {
            river: cells[0],
            place: cells[1],
            position: [number(2), number(3)],
            river_m: number(4),
            distance_m: number(5),
        }
    };
    include_str!("kilometres.tsv").lines().skip(1).map(row).collect()
}

fn from(position: [f64; 2]) -> Downstream {
    NETWORK.downstream(&Point::from(position).into(), 10.0, f64::INFINITY).unwrap()
}

#[test]
fn river_metres_are_those_of_pyproj() {
    let rows = table();
    let mut way = None;
    for row in &rows {
        if row.place == "start" {
            way = Some(from(row.position));
        }
        let way = way.as_ref().unwrap();
        let at = along(way, [(0, row.position)], 10_000.0);
        assert!((at[0].river_m - row.river_m).abs() < 20.0, "{} {}: {:?}", row.river, row.place, at[0]);
        assert!((at[0].distance_m - row.distance_m).abs() < 1.0, "{} {}: {:?}", row.river, row.place, at[0]);
        if row.place == "end" {
            // Natural Earth leaves a gap of 151 m in the Ural, which both bridge.
            assert!((way.length_m - row.river_m).abs() < 0.01, "{}: {}", row.river, way.length_m);
        }
    }
    assert_eq!(rows.len(), 8);
}

#[test]
fn places_are_as_far_from_the_way_as_from_its_geometry() {
    let way = NETWORK.downstream(&Point::new(82.31329, 50.14112).into(), 5_000.0, 500_000.0).unwrap();
    let target = Target::new(&Geometry::from(way.path.clone())).unwrap();
    let places = || SETTLEMENTS.iter().enumerate().map(|(i, place)| (i, place.position));
    let found = along(&way, places(), 20_000.0);
    assert!(found.len() > 100);
    let mut last = 0.0;
    for at in &found {
        let exact = target.distance(Point::from(SETTLEMENTS[at.index].position)).unwrap();
        // Edges of up to 10 km are straight in degrees here, geodesics there.
        assert!((at.distance_m - exact).abs() < 5.0, "{} {exact}", at.distance_m);
        assert!(at.river_m >= last && at.river_m <= way.length_m);
        last = at.river_m;
    }
    // None is missed.
    let near = |place: [f64; 2]| target.distance(place.into()).unwrap() < 19_990.0;
    let count = places()
        .filter(|(_, [x, y])| (76.0..84.5).contains(x) && (49.0..53.5).contains(y))
        .filter(|&(_, place)| near(place))
        .count();
    assert!((count..=count + 2).contains(&found.len()), "{count} {}", found.len());
}

#[test]
fn a_way_has_the_metres_asked_for() {
    for wanted in [0.5, 1_234.5, 100_000.0, 1_500_000.0] {
        let way = NETWORK.downstream(&Point::new(82.31329, 50.14112).into(), 5_000.0, wanted).unwrap();
        let sum = metres(&way.path);
        assert!((way.length_m - wanted).abs() < 1e-4 && (sum - wanted).abs() < 1e-4, "{wanted}: {sum}");
    }
}
