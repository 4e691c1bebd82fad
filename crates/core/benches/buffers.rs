//! Discs per second, one thread: `buffers POSITIONS [VERTICES]` reads "longitude latitude" lines, makes 64-vertex discs of 5 km around
//! them and prints JSON. With a second path the outlines of the first hundred go there, "longitude latitude" each, for others to check.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program for the terminal that may fail")]

use std::{env, fmt::Write as _, fs, hint::black_box, time::Instant};

use geo::{Coord, CoordsIter as _, Point};
use terrikon_core::geodesic::Discs;

const RADIUS: f64 = 5_000.0;
const VERTICES: usize = 64;

fn main() {
    let mut paths = env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    // `cargo test --benches` gives no paths: then there is nothing to measure.
    let Some(positions) = paths.next() else { return };
    let positions: Vec<Point<f64>> = fs::read_to_string(positions).unwrap().lines().map(position).collect();
    let discs = Discs::new(VERTICES).unwrap();

    let made = seconds(|| {
        positions.iter().for_each(|&centre| drop(black_box(discs.disc(centre, RADIUS).unwrap())));
    });
    let mut ring: Vec<Coord> = Vec::new();
    let filled = seconds(|| {
        for &centre in &positions {
            assert!(discs.ring(centre, RADIUS, &mut ring).unwrap());
            black_box(&ring);
        }
    });
    println!(r#"{{"items": {}, "seconds": {made}, "seconds_reusing_memory": {filled}}}"#, positions.len());

    if let Some(path) = paths.next() {
        let mut text = String::new();
        for &centre in positions.iter().take(100) {
            for vertex in discs.disc(centre, RADIUS).unwrap().coords_iter().take(VERTICES) {
                writeln!(text, "{:?} {:?}", vertex.x, vertex.y).unwrap();
            }
        }
        fs::write(path, text).unwrap();
    }
}

fn position(line: &str) -> Point<f64> {
    let (lon, lat) = line.split_once(' ').unwrap();
    Point::new(lon.parse().unwrap(), lat.parse().unwrap())
}

/// The best of five, after one to warm up.
fn seconds(mut work: impl FnMut()) -> f64 {
    let mut once = || {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    };
    once();
    (0..5).map(|_| once()).fold(f64::INFINITY, f64::min)
}
