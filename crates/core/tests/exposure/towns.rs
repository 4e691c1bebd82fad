//! What lies inside: by name and distance, never added to the figure.

use crate::country::{MIDDLE, bare, country, even, hotspot, now, place, ring, square, town};
use geo::{LineString, Point};
use terrikon_core::exposure::Place;

#[test]
fn towns_inside_are_listed_by_distance_and_change_no_figure() {
    let towns = vec![
        town("b-far", 71.05, 50.0, Some(100)),
        town("a-near", 71.01, 50.0, None),
        town("c-outside", 71.5, 50.0, None),
    ];
    let ring = ring(&country(towns, vec![], &[even()]), MIDDLE, 0.0, 5_000.0);
    let ids: Vec<_> = ring.settlements.iter().map(|within| within.id.as_str()).collect();
    assert_eq!(ids, ["a-near", "b-far"]);
    // 0.05 degrees of longitude at 50° north, by GeographicLib.
    assert!((ring.settlements[1].distance_m - 3_584.8).abs() < 1.0, "{:?}", ring.settlements);
    assert_eq!(ring.people, crate::country::ring(&bare(), MIDDLE, 0.0, 5_000.0).people);
}

#[test]
fn towns_with_more_residents_than_the_grid_can_have_are_said() {
    let with = |residents| {
        let country = country(vec![town("town", 71.0, 50.0, Some(residents))], vec![], &[even()]);
        ring(&country, MIDDLE, 0.0, 5_000.0).caveats.iter().any(|caveat| caveat.code() == "towns-exceed")
    };
    assert!(with(170_000) && !with(500));
}

#[test]
fn hotspots_inside_are_listed_but_not_the_place_itself() {
    let hotspots = vec![hotspot("self", 71.0, 50.0, 10.0), hotspot("other", 71.02, 50.0, 3_000.0)];
    let country = country(vec![], hotspots, &[even()]);
    let ring = country.ring(&place(71.0, 50.0, 0.0), 5_000.0, now(), Some("self")).unwrap();
    let listed: Vec<_> =
        ring.hotspots.iter().map(|within| (within.id.as_str(), within.position_accuracy_m)).collect();
    assert_eq!(listed, [("other", 3_000.0)]);
}

#[test]
fn a_line_reaches_what_lies_beside_it() {
    let country =
        country(vec![town("beside", 71.5, 50.02, None), town("beyond", 72.1, 50.0, None)], vec![], &[even()]);
    let river = LineString::from(vec![(71.0, 50.0), (72.0, 50.0)]);
    let ring = country.ring(&Place::new(river.into(), 0.0).unwrap(), 5_000.0, now(), None).unwrap();
    let ids: Vec<_> = ring.settlements.iter().map(|within| within.id.as_str()).collect();
    assert_eq!(ids, ["beside"]);
}

#[test]
fn an_area_lists_what_is_in_it() {
    let country = country(
        vec![town("in", 71.0, 50.0, None), town("out", 73.0, 50.0, None)],
        vec![hotspot("in-too", 71.1, 50.0, 10.0)],
        &[even()],
    );
    let report = country.area(&square(70.5, 49.5, 71.5, 50.5), now()).unwrap();
    assert_eq!((report.settlements.len(), report.hotspots.len()), (1, 1));
    let outside = Point::new(73.0, 50.0);
    assert_eq!(country.proximity(outside, now()).unwrap().within_5_km, 0);
}

#[test]
fn a_protected_area_is_listed_where_its_point_is_inside_or_its_size_may_reach_in() {
    // 31,416 ha are a disc of 10 km.
    let mut reserve = town("pa-one", 71.3, 50.0, None);
    reserve.properties.insert("area_ha".to_owned(), serde_json::json!(31_416.0));
    reserve.properties.insert("position_accuracy_m".to_owned(), serde_json::json!(1_000));
    let collections =
        [terrikon_core::Collection::new(terrikon_core::CollectionId::ProtectedAreas, vec![reserve])];
    let country = terrikon_core::exposure::Surroundings::new(&collections, &[even()]);
    let listed = |radius| {
        let ring = ring(&country, MIDDLE, 0.0, radius);
        ring.protected_areas.iter().map(|within| within.point_inside).collect::<Vec<_>>()
    };
    // The point is 21.5 km away, the area may begin at 10.5 km.
    assert_eq!((listed(10_000.0), listed(11_000.0), listed(22_000.0)), (vec![], vec![false], vec![true]));
}
