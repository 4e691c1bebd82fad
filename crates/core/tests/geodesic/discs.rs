//! Discs: check values of GeographicLib, and properties from pole to pole.

use geo::{Coord, CoordsIter as _, Point};
use proptest::prelude::*;
use terrikon_core::geodesic::{Discs, area, disc, disc_with};

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
        assert!(nearest < 1e-5, "{nearest}");
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
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_vertex_is_at_the_radius_and_the_area_is_right(
        lat in -89.0..89.0_f64, lon in -180.0..180.0_f64, log in 0.0..5.69897_f64, place in 0..4,
    ) {
        // Also where circles meet the antimeridian and the poles: at random hardly any do.
        let (lat, lon) = match place {
            0 => (lat, 180.0_f64.copysign(lon) - lon / 100.0),
            1 => ((89.0 - lat.abs() / 20.0).copysign(lat), lon),
            _ => (lat, lon),
        };
        let (centre, radius) = (Coord { x: lon, y: lat }, 10f64.powf(log).clamp(1.0, 500_000.0));
        let disc = disc(Point(centre), radius).unwrap();
        prop_assert!(disc.coords_count() > 256);
        for vertex in disc.coords_iter() {
            prop_assert!(vertex.x.abs() <= 180.0 && vertex.y.abs() <= 90.0);
            let off = (metres(centre, vertex) - radius) / radius;
            // The corners at a pole are added, on the antimeridian.
            let corner = vertex.y.abs() == 90.0 && vertex.x.abs() == 180.0;
            prop_assert!(off.abs() < 1e-7 + 1e-8 / radius || corner && off < 0.0, "{vertex:?} is off by {off}");
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

#[test]
fn a_cut_over_a_pole_is_at_the_radius() {
    for (lat, lon) in [(-88.106, 20.874), (88.27, -97.48), (88.46, -43.93)] {
        for radius in [220_000.0, 300_000.0, 485_000.0] {
            let centre = Coord { x: lon, y: lat };
            let disc = disc(Point(centre), radius).unwrap();
            let cut: Vec<Coord> = disc.coords_iter().filter(|vertex| vertex.x.abs() == 180.0).collect();
            assert!(cut.iter().any(|vertex| vertex.y.abs() == 90.0), "the pole is inside");
            let edge: Vec<&Coord> = cut.iter().filter(|vertex| vertex.y.abs() != 90.0).collect();
            assert!(edge.len() >= 2);
            for vertex in edge {
                let off = metres(centre, *vertex) / radius - 1.0;
                assert!(off.abs() < 1e-9, "{lat} {lon} {radius}: {vertex:?} is off by {off}");
            }
        }
    }
}

/// Worst part of the radius by which a vertex is off it, over all latitudes.
fn worst(radius: f64, lats: impl Iterator<Item = f64>) -> f64 {
    let (discs, mut ring, mut worst) = (Discs::new(64).unwrap(), Vec::new(), 0.0_f64);
    for lat in lats {
        let centre = Coord { x: 71.4, y: lat };
        if discs.ring(Point(centre), radius, &mut ring).unwrap() {
            for (i, &vertex) in ring.iter().enumerate() {
                let exact = go(centre, -360.0 * i as f64 / 64.0, radius);
                worst = worst.max(metres(vertex, exact) / radius);
            }
        }
    }
    worst
}

#[test]
fn the_series_is_the_direct_problem() {
    let all = || (-890..=890).map(|tenth| f64::from(tenth) / 10.0);
    let measure = |name: &str, radius: f64, lats: &mut dyn Iterator<Item = f64>, limit: f64| {
        let off = worst(radius, lats);
        println!("{name} {radius} m: {off:e}");
        // Positions of double degrees are good to 10 nm.
        assert!(off < limit + 1e-8 / radius, "{name} {radius} m: {off}");
    };
    for radius in [100.0, 5_000.0, 20_000.0, 50_000.0, 100_000.0, 190_000.0] {
        measure("all latitudes", radius, &mut all(), 5e-9);
    }
    measure("to 60°", 5_000.0, &mut all().filter(|lat| lat.abs() <= 60.0), 1e-12);
    measure("to 60°", 50_000.0, &mut all().filter(|lat| lat.abs() <= 60.0), 2e-10);
}

#[test]
fn a_disc_has_as_many_vertices_as_it_is_asked_for() {
    for vertices in [8, 64, 100, 1_000] {
        let place = Point::new(72.9667, 50.0667);
        let disc = disc_with(place, 5_000.0, vertices).unwrap();
        assert_eq!(disc.coords_count(), vertices + 1);
        let lacks = 1.0 - area(&disc) / true_area(50.0667, 5_000.0);
        let chords = (std::f64::consts::TAU / vertices as f64).powi(2) / 6.0;
        assert!((lacks / chords - 1.0).abs() < 0.1, "{vertices}: {lacks} {chords}");
    }
    for vertices in [0, 7, 10_001, usize::MAX] {
        assert!(disc_with((70.0, 50.0).into(), 10.0, vertices).is_err());
    }
}

#[test]
fn the_same_disc_whichever_lap_its_centre_is_given_in() {
    let (one, other) =
        (disc((-170.0, 50.0).into(), 5_000.0).unwrap(), disc((190.0, 50.0).into(), 5_000.0).unwrap());
    assert!(one.coords_iter().zip(other.coords_iter()).all(|(a, b)| (a.x - b.x).hypot(a.y - b.y) < 1e-12));
}
