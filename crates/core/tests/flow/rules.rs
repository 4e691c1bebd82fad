//! Each rule of the network by itself, on rivers made up.

use geo::{Geometry, LineString, Polygon};
use terrikon_core::flow::{End, FlowError, FlowNetwork};

use super::made_up::{at, down, ids, lake, river};

#[test]
fn a_tributary_that_stops_short_of_its_river_flows_into_it() {
    let main = river("main", 1, &[(0.0, 0.0), (100.0, 0.0)]);
    let rivers = [main.clone(), river("side", 5, &[(40.0, 30.0), (40.0, 1.2)])];
    let way = down(&rivers, &[], (40.0, 20.0)).unwrap();
    assert_eq!((ids(&way), way.ends), (vec!["side", "main"], End::Edge));
    // One that stops 2.8 km short does not.
    let far = [main, river("side", 5, &[(40.0, 30.0), (40.0, 2.5)])];
    assert_eq!(ids(&down(&far, &[], (40.0, 20.0)).unwrap()), ["side"]);
}

#[test]
fn a_spring_near_a_river_draws_no_water_from_it() {
    let rivers =
        [river("main", 5, &[(0.0, 0.0), (100.0, 0.0)]), river("other", 1, &[(40.0, 0.5), (40.0, 90.0)])];
    assert_eq!(ids(&down(&rivers, &[], (10.0, 0.0)).unwrap()), ["main"]);
    // A branch drawn from the river's own line does, if it is the greater one.
    let branch = [rivers[0].clone(), river("other", 1, &[(40.0, 0.01), (40.0, 90.0)])];
    assert_eq!(ids(&down(&branch, &[], (10.0, 0.0)).unwrap()), ["main", "other"]);
}

#[test]
fn at_a_fork_the_way_takes_the_greater_then_the_same_then_the_longer() {
    let fork = |one: u8, other: u8| {
        let rivers = [
            river("main", 3, &[(0.0, 0.0), (50.0, 0.0)]),
            river("long", one, &[(50.0, 0.0), (50.0, 80.0)]),
            river("short", other, &[(50.0, 0.0), (50.0, -40.0)]),
        ];
        ids(&down(&rivers, &[], (10.0, 0.0)).unwrap())[1].to_owned()
    };
    assert_eq!([fork(3, 3), fork(3, 2), fork(3, 4)], ["long", "short", "long"]);
}

#[test]
fn a_line_through_a_reservoir_that_is_drawn_upstream_is_turned() {
    let rivers = [
        river("a1", 1, &[(0.0, 0.0), (40.0, 0.0)]),
        river("a2", 1, &[(60.0, 0.0), (40.0, 0.0)]),
        river("a3", 1, &[(60.0, 0.0), (100.0, 0.0)]),
    ];
    let dam = [lake("dam", "reservoir", (39.0, -5.0), (61.0, 5.0))];
    let network = FlowNetwork::new(&rivers, &dam);
    assert_eq!(network.turned().collect::<Vec<_>>(), ["a2"]);
    let way = down(&rivers, &dam, (10.0, 0.0)).unwrap();
    assert_eq!((ids(&way), way.ends, way.waters.len()), (vec!["a1", "a2", "a3"], End::Edge, 1));
}

#[test]
fn two_rivers_that_meet_where_nothing_goes_on_are_not_turned() {
    let rivers =
        [river("west", 1, &[(0.0, 0.0), (40.0, 0.0)]), river("east", 1, &[(90.0, 0.0), (40.0, 0.0)])];
    assert_eq!(FlowNetwork::new(&rivers, &[]).turned().count(), 0);
    // Nor are two channels around an island.
    let island = [
        river("isle1", 1, &[(0.0, 0.0), (20.0, 20.0), (40.0, 0.0)]),
        river("isle2", 1, &[(0.0, 0.0), (20.0, -20.0), (40.0, 0.0)]),
    ];
    assert_eq!(FlowNetwork::new(&island, &[]).turned().count(), 0);
}

#[test]
fn a_great_lake_ends_the_way_at_its_shore_and_a_reservoir_or_a_small_lake_does_not() {
    let rivers = [river("main", 1, &[(0.0, 0.0), (200.0, 0.0)])];
    let through = |kind, size: f64| {
        let lakes = [lake("water", kind, (100.0, -size), (100.0 + size, size))];
        down(&rivers, &lakes, (10.0, 0.0)).unwrap()
    };
    // 30 by 60 hundredths of a degree are about 2,200 km².
    let great = through("lake", 30.0);
    assert_eq!((great.ends, great.lake.as_deref(), great.waters.len()), (End::Lake, Some("water"), 0));
    assert!((great.path.0.last().unwrap().x - 71.0).abs() < 1e-6);
    assert_eq!(through("sea", 5.0).ends, End::Mouth);
    for passed in [through("reservoir", 30.0), through("lake", 5.0)] {
        assert_eq!((passed.ends, passed.lake.as_deref()), (End::Edge, None));
        let water = &passed.waters[0];
        assert!((water.from_m - 100_188.0).abs() < 10.0, "{water:?}");
        assert!(water.to_m > water.from_m + 5_000.0);
    }
}

#[test]
fn an_island_is_not_in_the_lake() {
    let mut water = lake("water", "reservoir", (100.0, -30.0), (160.0, 30.0));
    let ring = |west: f64, east: f64, size: f64| -> LineString<f64> {
        [(west, -size), (east, -size), (east, size), (west, size), (west, -size)]
            .map(|(x, y)| at(x, y))
            .into_iter()
            .collect()
    };
    let island = Polygon::new(ring(100.0, 160.0, 30.0), vec![ring(120.0, 140.0, 20.0)]);
    water.geometry = Some(island.into());
    let way = down(&[river("main", 1, &[(0.0, 0.0), (200.0, 0.0)])], &[water], (10.0, 0.0)).unwrap();
    let east = |metres: f64| 10.0 + metres / 1_113.195;
    let spans: Vec<_> =
        way.waters.iter().map(|span| [east(span.from_m), east(span.to_m)].map(f64::round)).collect();
    assert_eq!(spans, [[100.0, 120.0], [140.0, 160.0]]);
}

#[test]
fn a_way_ends_in_the_lake_where_its_line_ends() {
    let rivers = [river("main", 1, &[(0.0, 0.0), (100.0, 0.0)])];
    let ends = |kind, gap: f64| {
        let way =
            down(&rivers, &[lake("water", kind, (100.0 + gap, -3.0), (106.0, 3.0))], (10.0, 0.0)).unwrap();
        (way.ends, way.lake.is_some())
    };
    assert_eq!(ends("lake", 1.0), (End::Lake, true));
    assert_eq!(ends("lake", 2.5), (End::Edge, false));
    assert_eq!(ends("reservoir", -1.0), (End::Lake, true));
    // Coasts move.
    assert_eq!(ends("sea", 5.0), (End::Mouth, true));
    // A place at the end of the way has a way without length.
    let sea = [lake("water", "sea", (90.0, -3.0), (106.0, 3.0))];
    let way = down(&rivers, &sea, (95.0, 0.0)).unwrap();
    assert_eq!((way.ends, way.length_m, way.path.0.len(), way.rivers.len()), (End::Mouth, 0.0, 2, 1));
}

#[test]
fn rivers_drawn_in_a_ring_end_somewhere() {
    let rivers = [
        river("a", 1, &[(0.0, 0.0), (50.0, 0.0)]),
        river("b", 2, &[(50.0, 0.0), (50.0, 50.0)]),
        river("c", 3, &[(50.0, 50.0), (0.0, 0.0)]),
    ];
    let way = down(&rivers, &[], (10.0, 0.0)).unwrap();
    // The least river of the ring is left out.
    assert_eq!((ids(&way), way.ends), (vec!["a", "b"], End::Edge));
    assert!(matches!(down(&rivers, &[], (25.0, 25.0)), Err(FlowError::NoRiver { .. })));
}

#[test]
fn a_line_is_a_stretch_of_the_river_that_it_runs_along_or_a_river_of_its_own() {
    let network = FlowNetwork::new(&[river("main", 1, &[(0.0, 0.0), (100.0, 0.0)])], &[]);
    let from = |line: &[(f64, f64)]| {
        let line: LineString<f64> = line.iter().map(|&(x, y)| at(x, y)).collect();
        network.downstream(&Geometry::from(line), 3_000.0, f64::INFINITY)
    };
    let along = from(&[(10.0, 1.0), (30.0, 2.0)]).unwrap();
    assert_eq!(ids(&along), ["main"]);
    assert_eq!(from(&[(30.0, 1.0), (10.0, 1.0)]), Err(FlowError::Upstream { id: "main".to_owned() }));
    // A brook of 2 km, whole within the tolerance, comes at a slant against the flow.
    let brook = from(&[(11.0, 2.5), (10.5, 0.5)]).unwrap();
    assert_eq!(ids(&brook), ["own", "main"]);
    assert!((brook.snapped_m - 553.0).abs() < 5.0, "{}", brook.snapped_m);
    let away = from(&[(10.0, 20.0), (30.0, 20.0)]).unwrap();
    assert_eq!((ids(&away), away.ends, away.snapped_m), (vec!["own"], End::Edge, 0.0));
}
