//! What another GeographicLib said beforehand: `oracle.tsv`, written by `oracle.py`.

use std::{collections::HashMap, fs, path::Path};

use geo::{Coord, CoordsIter as _, Geometry, Point};
use terrikon_core::geodesic::{Target, area, buffer, disc};

use super::{
    oracle::{Index, go},
    real_shapes::{chukotka, shape},
};

/// The columns after the first, of the rows that have this name in it.
fn rows(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/geodesic/oracle.tsv");
    let text = fs::read_to_string(path).unwrap();
    let rows: Vec<Vec<String>> = text
        .lines()
        .map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>())
        .filter(|row| row[0] == name)
        .map(|row| row[1..].to_vec())
        .collect();
    assert!(rows.len() > 50, "{name}: {} rows", rows.len());
    rows
}

fn numbers(row: &[String]) -> Vec<f64> {
    row.iter().map(|value| value.parse().unwrap()).collect()
}

#[test]
fn the_direct_problem() {
    for row in rows("direct") {
        let [lon, lat, azimuth, metres, x, y] = numbers(&row)[..] else { panic!("{row:?}") };
        let (from, there) = (Coord { x: lon, y: lat }, Coord { x, y });
        let ours = go(from, azimuth, metres);
        assert!((ours.y - y).abs() < 1e-11 && (ours.x - x).abs() < 1e-9, "{row:?}");
        let distance = Target::new(&Point(from).into()).unwrap().distance(Point(there)).unwrap();
        assert!((distance - metres).abs() < 1e-6, "{row:?}: {distance}");
    }
}

#[test]
fn areas_of_discs() {
    for row in rows("area") {
        let [lon, lat, radius, exact] = numbers(&row)[..] else { panic!("{row:?}") };
        let lacks = 1.0 - area(&disc((lon, lat).into(), radius).unwrap()) / exact;
        assert!((0.0..5e-4).contains(&lacks), "{row:?}: lacks {lacks}");
    }
}

#[test]
fn distances_and_buffers() {
    const RADIUS: f64 = 5_000.0;
    let shapes: HashMap<&str, Geometry<f64>> = HashMap::from([
        ("irtysh", shape("rivers.geojson", "Irtysh")),
        ("balkhash", shape("lakes.geojson", "Lake Balkhash")),
        ("antimeridian", chukotka()),
    ]);
    let ready: HashMap<&str, (Target, Index)> = shapes
        .iter()
        .map(|(name, shape)| {
            let zone = buffer(shape, RADIUS).unwrap();
            assert!(zone.coords_count() > 100);
            (*name, (Target::new(shape).unwrap(), Index::new(&zone)))
        })
        .collect();
    let (mut inside, mut outside) = (0, 0);
    for row in rows("distance") {
        let (target, index) = &ready[row[0].as_str()];
        let [lon, lat, metres] = numbers(&row[1..])[..] else { panic!("{row:?}") };
        let ours = target.distance((lon, lat).into()).unwrap();
        assert!((ours - metres.max(0.0)).abs() < 1e-3, "{row:?}: {ours}");
        let within = index.contains(Coord { x: lon, y: lat });
        *(if within { &mut inside } else { &mut outside }) += 1;
        let off = (metres / RADIUS - 1.0).abs();
        assert!(within == (metres < RADIUS) || off <= 1e-4, "{row:?}: {within}");
    }
    assert!(inside > 200 && outside > 200, "{inside} inside, {outside} outside");
}
