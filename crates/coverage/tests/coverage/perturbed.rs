//! Random partitions whose cells are each drawn a little wrongly.

use geo_types::{Coord, LineString, MultiPolygon, Polygon, coord};
use proptest::prelude::*;
use terrikon_coverage::{Coverage, Detail, FaceLabels, Feature, Layer, Role, Rules, Standing, Territory};

use crate::topology;

/// Cells along a side.
const SIDE: usize = 4;
/// Points along a cell's edge.
const STEPS: usize = 3;
/// Side of a cell in degrees.
const CELL: f64 = 0.03;

fn key(face: FaceLabels<'_>) -> Option<String> {
    face.label("cells").map(str::to_owned)
}

/// Corner points of cell (`column`, `row`) in steps, anticlockwise.
fn ring_steps(column: usize, row: usize) -> Vec<(usize, usize)> {
    let (west, south) = (column * STEPS, row * STEPS);
    let (east, north) = (west + STEPS, south + STEPS);
    let mut ring = Vec::new();
    ring.extend((west..east).map(|x| (x, south)));
    ring.extend((south..north).map(|y| (east, y)));
    ring.extend((west + 1..=east).rev().map(|x| (x, north)));
    ring.extend((south + 1..=north).rev().map(|y| (west, y)));
    ring
}

/// A common shape for everybody, and for each vertex of each cell a mistake. The outer edge is drawn alike by all: a
/// crack that opens to the outside is not a gap.
fn partition() -> impl Strategy<Value = Vec<Feature>> {
    let points = (SIDE * STEPS + 1) * (SIDE * STEPS + 1);
    let shape = prop::collection::vec((-30..=30_i32, -30..=30_i32), points);
    let mistakes = prop::collection::vec((-4..=4_i32, -4..=4_i32), SIDE * SIDE * 4 * STEPS);
    (shape, mistakes).prop_map(|(shape, mistakes)| {
        let mut mistakes = mistakes.into_iter();
        let mut features = Vec::new();
        for (column, row) in (0..SIDE).flat_map(|column| (0..SIDE).map(move |row| (column, row))) {
            let mut vertex = |(x, y): (usize, usize)| -> Coord<f64> {
                let inner = |step: usize| step > 0 && step < SIDE * STEPS;
                let (wave, slip) = (shape[x * (SIDE * STEPS + 1) + y], mistakes.next().unwrap_or_default());
                // Ten-thousandths of a degree, about ten metres.
                let off = |wave: i32, slip: i32| {
                    if inner(x) && inner(y) { f64::from(wave + slip) * 1e-4 } else { 0.0 }
                };
                let at = |step: usize| step as f64 * CELL / STEPS as f64;
                coord! { x: 70.0 + at(x) + off(wave.0, slip.0), y: 45.0 + at(y) + off(wave.1, slip.1) }
            };
            let ring: LineString<f64> = ring_steps(column, row).into_iter().map(&mut vertex).collect();
            let geometry = MultiPolygon(vec![Polygon::new(ring, vec![])]);
            features.push(Feature { label: format!("{column}-{row}"), geometry });
        }
        features
    })
}

fn build(features: Vec<Feature>) -> Coverage {
    let layer = Layer { name: "cells".to_owned(), role: Role::Cells, features };
    let territory = Territory { name: "one".to_owned(), standing: Standing::Detailed, layers: vec![layer] };
    Coverage::build(&[territory], &Rules::default()).unwrap().0
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn becomes_clean(features in partition()) {
        let coverage = build(features);
        let units = coverage.dissolve(key);
        topology::check_arcs(&coverage, "degrees");
        topology::check_polygons(&units, "degrees");
        topology::check_validity(&units, "degrees");
        prop_assert_eq!(units.len(), SIDE * SIDE);
        let whole: f64 = units
            .iter()
            .flat_map(|(_, parts)| parts)
            .map(|part| topology::area(part.exterior()) + part.interiors().iter().map(topology::area).sum::<f64>())
            .sum();
        let square = (SIDE as f64 * CELL).powi(2);
        prop_assert!((whole - square).abs() < 1e-12, "{whole} instead of {square}");
    }

    #[test]
    fn stays_clean_when_generalised(features in partition(), tolerance in 0.0..40.0_f64) {
        let coverage = build(features);
        for zoom in [2, 5, 7, 8, 9, 10, 12] {
            let shown = coverage.generalise_for_zoom(zoom, &Detail { tolerance, least_part: 64.0 }).unwrap();
            let units = shown.dissolve(key);
            let what = format!("zoom {zoom}");
            topology::check_arcs(&shown, &what);
            topology::check_polygons(&units, &what);
            topology::check_validity(&units, &what);
            prop_assert!(zoom < 8 || units.len() == SIDE * SIDE);
        }
    }

    #[test]
    fn does_not_depend_on_order((features, shuffled) in partition().prop_flat_map(|features| {
        (Just(features.clone()), Just(features).prop_shuffle())
    })) {
        let (one, other) = (build(features), build(shuffled));
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(one.dissolve(key), other.dissolve(key));
    }
}
