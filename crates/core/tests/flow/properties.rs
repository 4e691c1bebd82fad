//! What holds on any network: rings, forks, crossings and lakes anywhere.

use std::fmt::Write as _;

use geo::{Geometry, Point};
use proptest::prelude::*;
use terrikon_core::{
    Feature,
    flow::{End, FlowError, FlowNetwork, along},
};

use super::made_up::{at, lake, metres, river};

/// Positions on a coarse grid, so that lines often share ends and rings are common.
fn place() -> impl Strategy<Value = (f64, f64)> {
    (0..6i32, 0..6i32).prop_map(|(x, y)| (f64::from(x) * 7.0, f64::from(y) * 7.0))
}

fn rivers() -> impl Strategy<Value = Vec<Feature>> {
    let line = (prop::collection::vec(place(), 1..5), 0..3u8, 0..4usize);
    prop::collection::vec(line, 0..14).prop_map(|lines| {
        let feature = |(i, (line, rank, name)): (usize, (Vec<_>, u8, usize))| {
            let mut id = ["a", "b", "c", "d"][name].to_owned();
            write!(id, "{i}").unwrap();
            river(&id, rank, &line)
        };
        lines.into_iter().enumerate().map(feature).collect()
    })
}

fn lakes() -> impl Strategy<Value = Vec<Feature>> {
    let one = (place(), 1..30i32, 0..3usize);
    prop::collection::vec(one, 0..4).prop_map(|lakes| {
        let feature = |(i, ((x, y), size, kind)): (usize, ((f64, f64), i32, usize))| {
            let (kind, size) = (["lake", "reservoir", "sea"][kind], f64::from(size));
            lake(&format!("lake{i}"), kind, (x - 0.5, y - 0.5), (x + size, y + size))
        };
        lakes.into_iter().enumerate().map(feature).collect()
    })
}

proptest! {
    #[test]
    fn a_way_ends_adds_up_and_goes_forward(
        rivers in rivers(),
        lakes in lakes(),
        from in (-5.0..45.0, -5.0..45.0),
        distance in prop_oneof![Just(f64::INFINITY), 10.0..100_000.0],
        places in prop::collection::vec((-5.0..45.0, -5.0..45.0), 20),
    ) {
        let network = FlowNetwork::new(&rivers, &lakes);
        let from = Geometry::Point(Point(at(from.0, from.1)));
        let way = match network.downstream(&from, 5_000.0, distance) {
            Ok(way) => way,
            Err(FlowError::NoRiver { nearest_m, .. }) => {
                prop_assert!(nearest_m.is_none_or(|away| away > 5_000.0));
                return Ok(());
            }
            Err(other) => return Err(TestCaseError::fail(other.to_string())),
        };
        let sum = metres(&way.path);
        prop_assert!((sum - way.length_m).abs() < 1e-6 * sum.max(1.0), "{sum} {}", way.length_m);
        prop_assert!(way.length_m <= distance + 1e-3);
        prop_assert_eq!(way.ends == End::Distance, way.length_m >= distance - 1e-3);
        prop_assert_eq!(matches!(way.ends, End::Lake | End::Mouth), way.lake.is_some());
        prop_assert!(way.snapped_m <= 5_000.0);

        prop_assert_eq!(way.rivers[0].from_m, 0.0);
        prop_assert_eq!(way.rivers[way.rivers.len() - 1].to_m, way.length_m);
        for pair in way.rivers.windows(2) {
            prop_assert_eq!(pair[0].to_m, pair[1].from_m);
            prop_assert!(pair[0].id != pair[1].id);
        }
        for reach in &way.rivers {
            prop_assert!(reach.from_m <= reach.to_m);
        }
        for water in &way.waters {
            prop_assert!(0.0 <= water.from_m && water.from_m <= water.to_m && water.to_m <= way.length_m);
        }

        // The way asked for is the beginning of the whole way.
        let whole = network.downstream(&from, 5_000.0, f64::INFINITY).unwrap();
        prop_assert!((way.length_m - whole.length_m.min(distance)).abs() < 1e-3);

        let places = places.iter().map(|&(x, y)| { let c = at(x, y); [c.x, c.y] }).enumerate();
        let found = along(&way, places.clone(), 3_000.0);
        prop_assert!(found.windows(2).all(|pair| pair[0].river_m <= pair[1].river_m));
        for at in &found {
            prop_assert!((0.0..=way.length_m).contains(&at.river_m) && at.distance_m <= 3_000.0);
        }
        // A narrower corridor has no other places.
        for at in along(&way, places, 1_000.0) {
            prop_assert!(found.contains(&at));
        }
    }

    #[test]
    fn no_line_is_used_twice(rivers in rivers(), part in 0.0..1.0f64) {
        let network = FlowNetwork::new(&rivers, &[]);
        let lines = || rivers.iter().filter_map(|river| match &river.geometry {
            Some(Geometry::LineString(line)) => Some(line),
            _ => None,
        });
        let total: f64 = lines().map(metres).sum();
        // A joint is no wider than twice its tolerance, and each line has a few at most.
        let joints = 10_000.0 * rivers.len() as f64;
        for line in lines() {
            let from = line.0[((line.0.len() - 1) as f64 * part) as usize];
            let Ok(way) = network.downstream(&Point(from).into(), 100.0, f64::INFINITY) else { continue };
            prop_assert!(way.length_m <= total + joints, "{} {total}", way.length_m);
        }
    }
}
