//! Sums and unions.

use crate::country::{bare, now, place, ring};
use proptest::prelude::*;
use terrikon_core::exposure::{Caveat, People, Place};

/// max ≤ union ≤ sum, up to the grid of the union.
fn in_order(alone: &[Option<f64>], union: Option<f64>, sum: Option<f64>) -> bool {
    let slack = |value: f64| value * 1e-6 + 1e-6;
    let most = alone.iter().flatten().copied().fold(0.0, f64::max);
    union.zip(sum).is_none_or(|(union, sum)| most <= union + slack(union) && union <= sum + slack(sum))
}

#[test]
fn who_lives_near_two_places_counts_once_in_the_union() {
    // Karaganda and Temirtau are 31.559 km apart: 20 km rings overlap, 10 km rings do not.
    let places = [place(73.1, 49.8, 0.0), place(72.9667, 50.0667, 0.0)];
    let near = bare().together(&places, 20_000.0, now()).unwrap();
    assert!(near.people_union.central.unwrap() < 0.95 * near.people_sum.central.unwrap());
    let apart = bare().together(&places, 10_000.0, now()).unwrap();
    let ratio = apart.people_union.central.unwrap() / apart.people_sum.central.unwrap();
    assert!((ratio - 1.0).abs() < 1e-6, "{ratio}");
}

#[test]
fn a_place_that_is_too_vague_counts_for_the_upper_end_alone_and_is_named() {
    let places = [place(71.0, 50.0, 0.0), place(73.0, 50.0, 9_000.0)];
    let both = bare().together(&places, 5_000.0, now()).unwrap();
    let known = ring(&bare(), (71.0, 50.0), 0.0, 5_000.0).people;
    assert_eq!(both.left_out, [1]);
    assert_eq!(both.caveats[0], Caveat::PlacesLeftOut { count: 1 });
    assert!((both.people_union.central.unwrap() / known.central.unwrap() - 1.0).abs() < 1e-6);
    assert!(both.people_union.high.unwrap() > 2.0 * known.high.unwrap());
    let vague = bare().together(&places[1..], 5_000.0, now()).unwrap();
    assert_eq!((vague.people_sum.central, vague.people_union.central), (None, None), "no place, no figure");
}

#[test]
fn no_places_have_nobody_to_count() {
    let none = bare().together(&[], 5_000.0, now()).unwrap();
    assert_eq!((none.people_union.central, none.area_m2), (None, 0.0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn the_union_is_between_the_largest_and_the_sum(
        places in prop::collection::vec((70.5..73.5f64, 48.5..51.5f64, 0.0..6_000.0f64), 1..12), radius in 500.0..30_000.0f64,
    ) {
        let country = bare();
        let places: Vec<Place> = places.into_iter().map(|(lon, lat, accuracy)| place(lon, lat, accuracy)).collect();
        let together = country.together(&places, radius, now()).unwrap();
        let known = places.iter().enumerate().filter(|(index, _)| !together.left_out.contains(index));
        let central: Vec<_> = known.map(|(_, place)| country.people(place, radius).unwrap().central).collect();
        let all: Vec<People> = places.iter().map(|place| country.people(place, radius).unwrap()).collect();
        let (sum, union) = (together.people_sum, together.people_union);
        prop_assert!(in_order(&central, union.central, sum.central), "{together:?}");
        prop_assert!(in_order(&all.iter().map(|one| one.low).collect::<Vec<_>>(), union.low, sum.low), "{together:?}");
        prop_assert!(in_order(&all.iter().map(|one| one.high).collect::<Vec<_>>(), union.high, sum.high), "{together:?}");
    }
}
