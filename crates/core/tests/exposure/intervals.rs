//! Low, central and high; and nothing where there is nothing to say.

use crate::country::{DENSITY, MIDDLE, bare, country, counts, even, grid, place, ring, square};
use proptest::prelude::*;
use terrikon_core::exposure::{Caveat, ExposureError, Place};

/// Discs of the ellipsoid, m², by GeographicLib: 1 km and 50 km at 50° north.
const DISCS: [(f64, f64); 2] = [(1_000.0, 3_141_592.595), (50_000.0, 7_853_941_330.183)];

#[test]
fn an_even_country_has_its_density_times_the_true_disc() {
    for (radius, square_metres) in DISCS {
        let people = ring(&bare(), MIDDLE, 0.0, radius).people.central.unwrap();
        let truth = DENSITY * square_metres / 1e6;
        // 256 vertices lack 0.01 % of the disc.
        assert!((people / truth - 1.0).abs() < 1.5e-4, "{radius}: {people} for {truth}");
    }
}

#[test]
fn the_interval_is_that_of_the_radius_less_and_plus_the_accuracy() {
    let country = bare();
    let vague = ring(&country, MIDDLE, 2_000.0, 5_000.0).people;
    let exact = |radius| ring(&country, MIDDLE, 0.0, radius).people.central;
    assert_eq!((vague.low, vague.central, vague.high), (exact(3_000.0), exact(5_000.0), exact(7_000.0)));
}

#[test]
fn where_the_accuracy_exceeds_the_radius_there_is_no_figure_but_an_interval_and_the_reason() {
    let ring = ring(&bare(), MIDDLE, 5_001.0, 5_000.0);
    assert_eq!((ring.people.low, ring.people.central), (Some(0.0), None));
    assert!(ring.people.high.is_some_and(|high| high > 0.0));
    assert!(ring.by_source.is_empty() && ring.by_oblast.iter().all(|part| part.people.is_none()));
    assert_eq!(ring.caveats[0], Caveat::PositionAccuracy { accuracy_m: 5_001.0, radius_m: 5_000.0 });
}

#[test]
fn an_accuracy_equal_to_the_radius_still_gives_a_figure() {
    assert!(ring(&bare(), MIDDLE, 5_000.0, 5_000.0).people.central.is_some());
}

#[test]
fn no_data_is_not_nobody() {
    let desert = ring(&bare(), (71.0, 51.9), 0.0, 5_000.0);
    assert_eq!(desert.people, terrikon_core::exposure::People::default());
    assert!(desert.caveats.contains(&Caveat::NoPopulationData));
    let empty = country(vec![], vec![], &[counts(grid("nobody", |_, _| Some(0.0)))]);
    let nobody = ring(&empty, MIDDLE, 0.0, 5_000.0);
    assert_eq!(
        (nobody.people.low, nobody.people.central, nobody.people.high),
        (Some(0.0), Some(0.0), Some(0.0))
    );
    assert!(!nobody.caveats.contains(&Caveat::NoPopulationData));
    let none = country(vec![], vec![], &[]);
    assert_eq!(
        ring(&none, MIDDLE, 0.0, 5_000.0).people.central,
        None,
        "a release without population has no figure"
    );
}

#[test]
fn a_part_without_data_is_said_with_its_share() {
    let half = ring(&bare(), (71.0, 51.0), 0.0, 20_000.0);
    let Some(Caveat::PartWithoutData { percent }) =
        half.caveats.iter().find(|caveat| caveat.code() == "part-without-data")
    else {
        panic!("{:?}", half.caveats)
    };
    assert!((45.0..=55.0).contains(percent), "{percent}");
    let whole = ring(&bare(), MIDDLE, 0.0, 20_000.0);
    assert!(whole.caveats.iter().all(|caveat| caveat.code() != "part-without-data"));
}

#[test]
fn the_sources_that_count_widen_the_interval_and_the_compared_ones_change_nothing() {
    let more = grid("more", |_, _| Some(2.0 * DENSITY));
    let absurd = grid("absurd", |_, _| Some(1_000.0 * DENSITY));
    let alone = ring(&bare(), MIDDLE, 0.0, 20_000.0);
    let mut compared = counts(absurd);
    compared.counts = false;
    let sources = [even(), counts(more), compared];
    let both = ring(&country(vec![], vec![], &sources), MIDDLE, 0.0, 20_000.0);
    assert_eq!(both.people.central, alone.people.central, "the first gives the figure");
    assert_eq!(both.people.low, alone.people.low);
    let high = both.people.high.unwrap() / alone.people.high.unwrap();
    assert!((high - 2.0).abs() < 1e-6, "{high}");
    assert!(both.caveats.contains(&Caveat::SourcesDiffer));
    let told: Vec<_> = both.by_source.iter().map(|one| (one.source.as_str(), one.counts)).collect();
    assert_eq!(told, [("even", true), ("more", true), ("absurd", false)]);
}

#[test]
fn where_the_first_source_has_no_data_the_next_gives_the_figure() {
    let sources = [even(), counts(grid("second", |_, _| Some(3.0 * DENSITY)))];
    let desert = ring(&country(vec![], vec![], &sources), (71.0, 51.9), 0.0, 5_000.0);
    assert!(desert.people.central.is_some());
    assert_eq!(desert.by_source[0].people, None);
    let here = square(70.95, 51.85, 71.05, 51.95);
    assert_eq!(
        country(vec![], vec![], &sources)
            .counted_by(&here)
            .map(terrikon_core::population::PopulationGrid::id),
        Some("second")
    );
    assert!(country(vec![], vec![], &sources[..1]).counted_by(&here).is_none(), "nobody counted there");
    let split: f64 = desert.by_oblast.iter().filter_map(|part| part.people).sum();
    assert!((split / desert.people.central.unwrap() - 1.0).abs() < 1e-6, "split by the source that gave it");
}

#[test]
fn an_area_smaller_than_a_cell_says_what_is_certain() {
    let small = ring(&bare(), (71.025, 50.025), 0.0, 500.0);
    let Some(Caveat::SmallerThanCell { least, most }) =
        small.caveats.iter().find(|caveat| caveat.code() == "smaller-than-cell")
    else {
        panic!("{:?}", small.caveats)
    };
    // A cell has 3.58 by 5.56 km there.
    assert!(*least == 0.0 && (150.0..250.0).contains(most), "{least} to {most}");
    let large = ring(&bare(), MIDDLE, 0.0, 20_000.0);
    assert!(large.caveats.iter().all(|caveat| caveat.code() != "smaller-than-cell"));
}

#[test]
fn an_area_given_as_such_is_counted_as_it_is() {
    let square = square(70.5, 49.5, 71.5, 50.5);
    let report = bare().area(&square, crate::country::now()).unwrap();
    // Between parallels, as edges in degrees run: 1 degree of longitude from 49.5 to 50.5 north, by the area of zones of the ellipsoid.
    let square_metres = 7_974_546_710.3;
    assert!((report.area_m2 / square_metres - 1.0).abs() < 1e-5, "{}", report.area_m2);
    let truth = DENSITY * report.area_m2 / 1e6;
    assert!((report.people.central.unwrap() / truth - 1.0).abs() < 1e-5);
    assert_eq!(report.radius_m, None);
    assert_eq!(report.people.low, report.people.high);
}

#[test]
fn what_can_t_be_is_refused() {
    let country = bare();
    for radius in [f64::NAN, 0.0, -5.0, 500_001.0, f64::INFINITY] {
        assert!(
            country.ring(&place(71.0, 50.0, 0.0), radius, crate::country::now(), None).is_err(),
            "{radius}"
        );
    }
    for accuracy in [f64::NAN, -1.0, f64::INFINITY] {
        let made = Place::new(geo::Point::new(71.0, 50.0).into(), accuracy);
        assert!(matches!(made, Err(ExposureError::Accuracy(_))), "{accuracy}");
    }
    let far = country.ring(&place(71.0, 50.0, 10_000.0), 495_000.0, crate::country::now(), None);
    assert!(matches!(far, Err(ExposureError::TooFar { .. })));
    assert!(country.area(&geo::MultiPolygon(vec![]), crate::country::now()).is_err());
}

proptest! {
    #[test]
    fn figures_are_in_order_and_grow_with_the_radius(
        lon in 70.2..73.8f64, lat in 48.2..50.8f64, accuracy in 0.0..8_000.0f64, radius in 100.0..40_000.0f64, more in 1.0..10_000.0f64,
    ) {
        let country = bare();
        let (small, large) = (ring(&country, (lon, lat), accuracy, radius), ring(&country, (lon, lat), accuracy, radius + more));
        for people in [small.people, large.people] {
            let order = [people.least, people.low, people.central.or(people.low), people.central.or(people.high), people.high, people.most];
            let order: Vec<f64> = order.into_iter().flatten().collect();
            prop_assert!(order.windows(2).all(|pair| pair[0] <= pair[1] * (1.0 + 1e-9) + 1e-6), "{people:?}");
        }
        let grows = |a: Option<f64>, b: Option<f64>| a.zip(b).is_none_or(|(a, b)| a <= b + 1e-6);
        prop_assert!(grows(small.people.low, large.people.low) && grows(small.people.high, large.people.high));
        prop_assert!(grows(small.people.central, large.people.central) && grows(small.people.most, large.people.most));
    }
}
