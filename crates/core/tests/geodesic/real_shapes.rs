//! Rivers, lakes and oblasts as they are in the release.

use std::{fs, path::Path};

use geo::{CoordsIter as _, Geometry, line_string};
use terrikon_core::geodesic::{Target, area, buffer};

use super::oracle::{Chance, Source, classify};

/// The feature with most positions of those that have a property of this value.
pub(crate) fn shape(file: &str, value: &str) -> Geometry<f64> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/derived").join(file);
    let all: geojson::GeoJson = fs::read_to_string(path).unwrap().parse().unwrap();
    geojson::FeatureCollection::try_from(all)
        .unwrap()
        .features
        .into_iter()
        .filter(|feature| feature.properties_iter().any(|(_, found)| found == value))
        .map(|feature| Geometry::try_from(feature.geometry.unwrap()).unwrap())
        .max_by_key(Geometry::coords_count)
        .unwrap()
}

fn check(geometry: &Geometry<f64>, radii: &[f64], count: usize) {
    for &radius in radii {
        let zone = buffer(geometry, radius).unwrap();
        assert!(area(&zone) > 0.0);
        classify(geometry, &zone, radius, count);
    }
}

#[test]
fn the_irtysh() {
    check(&shape("rivers.geojson", "Irtysh"), &[500.0, 5_000.0, 50_000.0], 1_500);
}

#[test]
fn the_shore_of_balkhash() {
    check(&shape("lakes.geojson", "Lake Balkhash"), &[100.0, 3_000.0, 100_000.0], 1_500);
}

#[test]
fn an_oblast() {
    check(&shape("areas.geojson", "KG-Y"), &[1_000.0, 20_000.0, 500_000.0], 800);
}

/// A line across the antimeridian.
pub(crate) fn chukotka() -> Geometry<f64> {
    line_string![(x: 177.0, y: 64.6), (x: 178.6, y: 65.4), (x: 180.4, y: 65.1), (x: 181.9, y: 66.2), (x: 184.0, y: 65.6)]
        .into()
}

#[test]
fn a_hundred_thousand_positions_in_each_of_three_cases() {
    for shape in [shape("rivers.geojson", "Irtysh"), shape("lakes.geojson", "Lake Balkhash"), chukotka()] {
        check(&shape, &[5_000.0], 100_000);
    }
}

#[test]
fn distances_from_the_irtysh_are_those_of_a_search() {
    let river = shape("rivers.geojson", "Irtysh");
    let (target, source, mut chance) = (Target::new(&river).unwrap(), Source::new(&river), Chance::new());
    for _ in 0..100 {
        let from = source.near(20_000.0, &mut chance);
        let (ours, search) = (target.distance(from.into()).unwrap(), source.distance(from, 1e6));
        assert!((ours - search).abs() < 1e-3 + 1e-6 * search, "{from:?}: {ours} {search}");
    }
}
