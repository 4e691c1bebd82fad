//! The score of EPA EJScreen.

use crate::country::{bare, country, even, hotspot, now, square};
use geo::Point;
use terrikon_core::exposure::proximity::score;

#[test]
fn near_places_add_up_and_one_within_the_unit_counts_at_nine_tenths_of_its_radius() {
    // 2 km and 4 km: 1/2 + 1/4.
    assert_eq!(score(&[2_000.0, 4_000.0, 90_000.0], 1_000.0), Some(0.75));
    // Within the unit of 1 km: as if at 0.9 km.
    assert!((score(&[10.0], 1_000.0).unwrap() - 1.0 / 0.9).abs() < 1e-12);
    // None within 5 km: the nearest alone.
    assert_eq!(score(&[20_000.0, 10_000.0], 1_000.0), Some(0.1));
    assert_eq!(score(&[5_000.0, 5_000.1], 1_000.0), Some(0.2), "5 km is within");
    assert_eq!(score(&[], 1_000.0), None);
}

#[test]
fn a_place_is_scored_by_the_hotspots_whose_positions_are_known() {
    let hotspots = vec![
        hotspot("near", 71.0, 50.027, 100.0),
        hotspot("vague", 71.0, 50.001, 5_001.0),
        hotspot("far", 73.0, 50.0, 100.0),
    ];
    let country = country(vec![], hotspots, &[even()]);
    let here = country.proximity(Point::new(71.0, 50.0), now()).unwrap();
    assert_eq!((here.within_5_km, here.left_out), (1, 1));
    // 0.027 degrees of latitude are 3.003 km there, beyond the 2.5 km of a cell's radius.
    assert!((here.score - 1.0 / 3.0033).abs() < 1e-3, "{here:?}");
    assert!((here.unit_radius_m / 2_519.0 - 1.0).abs() < 0.01, "{here:?}");
}

#[test]
fn an_area_has_the_mean_of_its_people() {
    let country = country(vec![], vec![hotspot("one", 71.0, 50.0, 100.0)], &[even()]);
    // Two equal cells, north and south of the hotspot and as far from it as each other.
    let cell = |south: f64| country.proximity_of(&square(71.0, south, 71.05, south + 0.05), now()).unwrap();
    let both = country.proximity_of(&square(71.0, 49.95, 71.05, 50.05), now()).unwrap();
    let mean = (cell(49.95).score + cell(50.0).score) / 2.0;
    assert!((both.score / mean - 1.0).abs() < 1e-3, "{} for {mean}", both.score);
    assert_eq!(
        country.proximity_of(&square(71.0, 51.5, 71.05, 51.6), now()),
        None,
        "no data, no people, no score"
    );
    assert!(bare().proximity(Point::new(71.0, 50.0), now()).is_none(), "no hotspots, no score");
}
