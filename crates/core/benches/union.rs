//! Seconds for a union, one thread: `union POSITIONS` reads "longitude latitude" lines, makes 64-vertex discs of 5 km around them,
//! unites them and prints JSON, the area in square degrees for comparison with planar tools.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program for the terminal that may fail")]

use std::{env, fs, time::Instant};

use geo::{Area as _, MultiPolygon, Point};
use terrikon_core::geodesic::{Discs, union};

fn main() {
    // `cargo test --benches` gives no path: then there is nothing to measure.
    let Some(path) = env::args().skip(1).find(|argument| !argument.starts_with("--")) else { return };
    let make = Discs::new(64).unwrap();
    let discs: Vec<MultiPolygon<f64>> = fs::read_to_string(path)
        .unwrap()
        .lines()
        .map(|line| make.disc(position(line), 5_000.0).unwrap())
        .collect();

    let mut best = f64::INFINITY;
    let mut united = MultiPolygon(Vec::new());
    for _ in 0..5 {
        let start = Instant::now();
        united = union(&discs);
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!(
        r#"{{"items": {}, "seconds": {best}, "polygons": {}, "square_degrees": {}}}"#,
        discs.len(),
        united.0.len(),
        united.unsigned_area()
    );
}

fn position(line: &str) -> Point<f64> {
    let (lon, lat) = line.split_once(' ').unwrap();
    Point::new(lon.parse().unwrap(), lat.parse().unwrap())
}
