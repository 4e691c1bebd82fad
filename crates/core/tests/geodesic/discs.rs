//! Discs: check values of GeographicLib, and properties from pole to pole.

use geo::{Coord, CoordsIter as _, Point};
use proptest::prelude::*;
use terrikon_core::geodesic::{area, disc};

use super::oracle::{classify, go, metres};

#[test]
fn the_direct_problem_has_the_known_answers() {
    let temirtau = Coord { x: 72.9667, y: 50.0667 };
    for (azimuth, distance, lat, lon) in [
        (90.0, 10_000.0, 50.06661597482407, 73.10637144417214),
        (45.0, 50_000.0, 50.38348932352609, 73.46379664715732),
    ] {
        let there = go(temirtau, azimuth, distance);
        assert!((there.y - lat).abs() < 1e-11 && (there.x - lon).abs() < 1e-11, "{there:?}");
        // A quarter and an eighth of a turn are vertices of every disc.
        let disc = disc(temirtau.into(), distance).unwrap();
        let nearest = disc.coords_iter().map(|vertex| metres(vertex, there)).fold(f64::INFINITY, f64::min);
        assert!(nearest < 1e-6, "{nearest}");
    }
}

#[test]
fn discs_have_the_known_areas() {
    for (radius, exact) in [(1_000.0, 3_141_592.595), (50_000.0, 7_853_941_330.183)] {
        let ours = area(&disc((72.9667, 50.0667).into(), radius).unwrap());
        let lacks = 1.0 - ours / exact;
        assert!((0.0..2e-4).contains(&lacks), "{radius} m: lacks {lacks}");
    }
}

/// Area of a geodesic disc: π r² (1 − K r²/12) with the Gaussian curvature K at the centre, good to 1e-5 at 500 km.
fn true_area(lat: f64, radius: f64) -> f64 {
    let (a, e2) = (6_378_137.0_f64, 0.006_694_379_990_141_3);
    let w = 1.0 - e2 * lat.to_radians().sin().powi(2);
    let curvature = w * w / (a * a * (1.0 - e2));
    std::f64::consts::PI * radius * radius * (1.0 - curvature * radius * radius / 12.0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_vertex_is_at_the_radius_and_the_area_is_right(
        lat in -89.0..89.0_f64, lon in -180.0..180.0_f64, log in 0.0..5.69897_f64,
    ) {
        let (centre, radius) = (Coord { x: lon, y: lat }, 10f64.powf(log).clamp(1.0, 500_000.0));
        let disc = disc(Point(centre), radius).unwrap();
        prop_assert!(disc.coords_count() > 256);
        for vertex in disc.coords_iter() {
            prop_assert!(vertex.x.abs() <= 180.0 && vertex.y.abs() <= 90.0);
            let off = (metres(centre, vertex) - radius) / radius;
            // Those made by the cut lie on the antimeridian, on a chord or at a pole.
            let cut = vertex.x.abs() == 180.0;
            prop_assert!(off.abs() < 1e-6 + 1e-8 / radius || cut && off < 1e-6, "{vertex:?} is off by {off}");
        }
        let off = area(&disc) / true_area(lat, radius) - 1.0;
        // On 1 m the sum of areas rounds to 1e-4 m².
        prop_assert!(off.abs() < 5e-4 + 1e-3 / (radius * radius), "area off by {off}");
    }
}

#[test]
fn positions_are_in_a_disc_exactly_when_they_are_near() {
    for lat in [-89.0, -75.0, -45.0, -1.0, 0.0, 30.0, 50.0, 66.6, 80.0, 89.0] {
        for radius in [1.0, 100.0, 5_000.0, 120_000.0, 500_000.0] {
            let centre = Point::new(71.4, lat);
            classify(&centre.into(), &disc(centre, radius).unwrap(), radius, 400);
        }
    }
}
