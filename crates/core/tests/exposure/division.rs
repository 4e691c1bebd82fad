//! The split by oblast: it adds up, and follows the day.

use crate::country::{bare, country, day, even, now, place, ring};
use proptest::prelude::*;

#[test]
fn a_ring_over_a_border_has_a_part_in_each_oblast_of_the_day() {
    let country = bare();
    let parts = |date| {
        let ring = country.ring(&place(72.0, 50.0, 0.0), 10_000.0, date, None).unwrap();
        let mut codes: Vec<_> = ring.by_oblast.iter().map(|part| part.oblast.clone().unwrap()).collect();
        codes.sort();
        codes
    };
    assert_eq!(parts(now()), ["XX-E", "XX-W"]);
    assert_eq!(parts(day("2022-06-07")), ["XX-W"], "the east was part of the west until 8 June 2022");
}

#[test]
fn halves_are_equal_on_a_straight_border() {
    let ring = ring(&bare(), (72.0, 50.0), 0.0, 10_000.0);
    let [one, other] = ring.by_oblast.as_slice() else { panic!("{:?}", ring.by_oblast) };
    assert!((one.people.unwrap() / other.people.unwrap() - 1.0).abs() < 1e-6);
}

#[test]
fn people_beyond_the_oblasts_are_a_part_of_their_own_and_said() {
    let ring = ring(&bare(), (70.0, 50.0), 0.0, 10_000.0);
    let outside = ring.by_oblast.iter().find(|part| part.oblast.is_none()).unwrap();
    assert!((outside.people.unwrap() / ring.people.central.unwrap() - 0.5).abs() < 1e-3);
    assert!(ring.caveats.iter().any(|caveat| caveat.code() == "outside-covered"));
}

proptest! {
    #[test]
    fn parts_add_up_to_the_whole(lon in 70.7..73.3f64, lat in 48.6..50.5f64, radius in 100.0..45_000.0f64) {
        // Far enough from the outer edge: whatever is missing was lost in the cutting.
        let ring = ring(&country(vec![], vec![], &[even()]), (lon, lat), 0.0, radius);
        let sum: f64 = ring.by_oblast.iter().filter_map(|part| part.people).sum();
        prop_assert!(ring.by_oblast.iter().all(|part| part.oblast.is_some()));
        prop_assert!((sum / ring.people.central.unwrap() - 1.0).abs() < 1e-6, "{sum} for {:?}", ring.people);
    }
}
