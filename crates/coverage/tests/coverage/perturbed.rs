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

/// Rings that cross themselves and each other, in territories of every standing.
fn scribbles() -> impl Strategy<Value = Vec<Territory>> {
    let vertex =
        (0..60_i32, 0..60_i32).prop_map(|(x, y)| coord! { x: f64::from(x) / 97.0, y: f64::from(y) / 97.0 });
    let ring = prop::collection::vec(vertex, 3..9);
    let layer = prop::collection::vec(ring, 0..4);
    prop::collection::vec(layer, 8).prop_map(|layers| {
        let standings = [Standing::Detailed, Standing::Detailed, Standing::Context, Standing::Backdrop];
        let mut layers = layers.into_iter().enumerate().map(|(number, rings)| {
            let features = rings.into_iter().enumerate().map(|(label, ring)| Feature {
                label: label.to_string(),
                geometry: MultiPolygon(vec![Polygon::new(LineString(ring), vec![])]),
            });
            let role = if number % 2 == 0 { Role::Cells } else { Role::Groups };
            Layer { name: number.to_string(), role, features: features.collect() }
        });
        let territory = |(number, standing): (usize, Standing)| Territory {
            name: format!("territory {number}"),
            standing,
            layers: layers.by_ref().take(2).collect(),
        };
        standings.into_iter().enumerate().map(territory).collect()
    })
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

    #[test]
    fn scribbles_become_clean(territories in scribbles(), wide in any::<bool>()) {
        let generous = Rules { gap_area_m2: 1e9, gap_width_m: 1e4, ..Rules::default() };
        let rules = if wide { generous } else { Rules::default() };
        let (coverage, report) = Coverage::build(&territories, &rules).unwrap();
        let everything = |face: FaceLabels<'_>| {
            let labels: Vec<_> = (0..8).map(|layer| face.label(&layer.to_string())).collect();
            Some(format!("{} {labels:?}", face.territory()))
        };
        for shown in [
            coverage.simplify(3e4),
            coverage.generalise_for_zoom(3, &Detail::default()).unwrap(),
            coverage.generalise_for_zoom(7, &Detail::default()).unwrap(),
            coverage,
        ] {
            let units = shown.dissolve(everything);
            topology::check_arcs(&shown, "scribble");
            topology::check_polygons(&units, "scribble");
            topology::check_validity(&units, "scribble");
        }
        prop_assert!(report.units.iter().all(|unit| unit.lost_m2 <= unit.source_m2 + 1.0));
    }
}
