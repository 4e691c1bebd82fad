//! Unions: never less than the largest, never more than the sum.

use geo::{MultiPoint, MultiPolygon, Point};
use proptest::prelude::*;
use terrikon_core::geodesic::{area, buffer, disc, union};

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_union_lies_between_the_largest_and_the_sum(
        places in prop::collection::vec((-1.0..1.0_f64, -1.0..1.0_f64, 500.0..60_000.0_f64), 1..12),
        lon in -180.0..180.0_f64, lat in -85.0..85.0_f64,
    ) {
        let at = |x: f64| (lon + x + 180.0).rem_euclid(360.0) - 180.0;
        let discs: Vec<_> =
            places.iter().map(|&(x, y, radius)| disc(Point::new(at(x), lat + y), radius).unwrap()).collect();
        let areas: Vec<f64> = discs.iter().map(area).collect();
        let (max, sum) = (areas.iter().copied().fold(0.0, f64::max), areas.iter().sum::<f64>());
        let whole = area(&union(&discs));
        prop_assert!(max * (1.0 - 1e-5) <= whole && whole <= sum * (1.0 + 1e-5), "{max} {whole} {sum}");
    }
}

#[test]
fn the_buffer_of_several_positions_is_the_union_of_theirs() {
    let places =
        [Point::new(73.1, 49.8), Point::new(72.95, 50.06), Point::new(-179.9, 66.0), Point::new(179.9, 66.0)];
    let discs: Vec<MultiPolygon<f64>> = places.iter().map(|&place| disc(place, 20_000.0).unwrap()).collect();
    let (one, other) = (buffer(&MultiPoint::from(places.to_vec()).into(), 20_000.0).unwrap(), union(&discs));
    assert!((area(&one) / area(&other) - 1.0).abs() < 1e-6);
    assert_eq!((one.0.len(), other.0.len()), (3, 3), "one in Kazakhstan, two that meet at the antimeridian");
}

#[test]
fn nothing_united_is_nothing() {
    assert!(union([]).0.is_empty());
}
