//! People in polygons per second, one thread: `raster INPUT SUMS` reads a JSON file that names a raster and discs (raw numbers,
//! little-endian), writes the people of every disc to SUMS and prints JSON: seconds for all, and resident memory with and without the raster.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program for the terminal that may fail")]

use std::{env, fs, hint::black_box, io::Read as _};

use geo::{MultiPolygon, Polygon};
use serde_json::{Value, json};
use terrikon_core::population::{GridFrame, GridHeader, Measure, PopulationGrid};

fn main() {
    let mut paths = env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    // `cargo test --benches` gives no paths: then there is nothing to measure.
    let (Some(input), Some(sums)) = (paths.next(), paths.next()) else { return };
    let bare = resident_kib();
    let input: Value = serde_json::from_str(&fs::read_to_string(input).unwrap()).unwrap();
    let start = processor_seconds();
    let grid = grid(&input);
    let built = processor_seconds() - start;
    let held = resident_kib();
    let discs = discs(&input);

    let mut people = Vec::new();
    let tallies = seconds(|| people = discs.iter().map(|disc| black_box(grid.people(disc)).people).collect());
    let bounds = seconds(|| {
        for disc in &discs {
            black_box(grid.bounds(disc));
        }
    });
    fs::write(sums, people.iter().flat_map(|people| people.to_le_bytes()).collect::<Vec<u8>>()).unwrap();
    let report = json!({
        "items": discs.len(),
        "seconds": tallies,
        "seconds_bounds": bounds,
        "seconds_build": built,
        "kib_bare": bare,
        "kib_with_raster": held,
        "bytes_counted": grid.memory_bytes(),
        "bytes_serial": grid.to_bytes().len(),
    });
    println!("{report}");
}

/// The raster, read row by row: the whole file is never in memory.
fn grid(input: &Value) -> PopulationGrid {
    let number = |key: &str| input[key].as_f64().unwrap();
    let frame = GridFrame {
        west: number("west"),
        north: number("north"),
        step_x: number("step_x"),
        step_y: number("step_y"),
        columns: number("columns") as u32,
        rows: number("rows") as u32,
    };
    let header =
        GridHeader { id: "gpw".into(), source: "gpw".into(), year: 2020, measure: Measure::Density, frame };
    let mut file = fs::File::open(input["cells"].as_str().unwrap()).unwrap();
    let mut bytes = vec![0; frame.columns as usize * 4];
    let rows = (0..frame.rows).map(|_| {
        file.read_exact(&mut bytes).unwrap();
        bytes.as_chunks().0.iter().copied().map(f32::from_le_bytes).collect()
    });
    PopulationGrid::build(header, rows, None).unwrap()
}

fn discs(input: &Value) -> Vec<MultiPolygon<f64>> {
    let bytes = fs::read(input["discs"].as_str().unwrap()).unwrap();
    let numbers: Vec<f64> = bytes.as_chunks().0.iter().copied().map(f64::from_le_bytes).collect();
    let (positions, _) = numbers.as_chunks::<2>();
    let vertices = input["vertices"].as_u64().unwrap() as usize;
    let ring = |ring: &[[f64; 2]]| ring.iter().copied().collect();
    positions.chunks(vertices).map(|disc| Polygon::new(ring(disc), vec![]).into()).collect()
}

/// The best of nine, after one to warm up.
fn seconds(mut work: impl FnMut()) -> f64 {
    let mut once = || {
        let start = processor_seconds();
        work();
        processor_seconds() - start
    };
    once();
    (0..9).map(|_| once()).fold(f64::INFINITY, f64::min)
}

/// Time that this process has had a processor: what others do on the machine counts little.
fn processor_seconds() -> f64 {
    let text = fs::read_to_string("/proc/self/schedstat").unwrap();
    text.split_whitespace().next().unwrap().parse::<f64>().unwrap() / 1e9
}

/// Resident memory of this process, KiB.
fn resident_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
