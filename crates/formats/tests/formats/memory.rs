//! A million rows take no more memory than a batch of them, and in FlatGeobuf an index.

use crate::chance::table;
use geo::Geometry;
use std::fs;
use terrikon_core::Date;
use terrikon_formats::{Cell, FileFormat, Row};

const ROWS: usize = 1_000_000;
const BATCH: usize = 2_000;
const MOST_MIB: u64 = 200;

/// What the kernel says of this process, in MiB.
fn memory(field: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with(field)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

/// Points all over the world, none like the other.
fn shape(row: usize) -> Geometry<f64> {
    let share = |prime: usize| (row.wrapping_mul(prime) % 1_000_003) as f64 / 1_000_003.0;
    geo::point!(x: share(7_919) * 360.0 - 180.0, y: share(104_729) * 180.0 - 90.0).into()
}

fn cells(row: usize) -> Vec<Cell<'static>> {
    let words = ["SO2", "PM2.5", "a source with a long title, its publisher, 2024, https://example.org/path"];
    vec![
        Cell::Text(format!("made-up hotspot number {row} of a region with a name").into()),
        Cell::Integer(i64::try_from(row).unwrap()),
        Cell::Real(row as f64 / 7.0),
        Cell::List(words.iter().take(row % 4).map(|word| (*word).into()).collect()),
        Cell::Date(Date::constant(2024, 6, 30)),
    ]
}

#[test]
#[ignore = "takes a minute and asks Linux"]
fn a_million_rows_take_less_than_200_mib() {
    let folder = tempfile::tempdir().unwrap();
    for format in [FileFormat::GeoPackage, FileFormat::GeoParquet, FileFormat::FlatGeobuf] {
        let path = folder.path().join("file");
        // The peak begins anew.
        fs::write("/proc/self/clear_refs", "5").unwrap();
        let before = memory("VmRSS");
        let mut file = format.create(table(), &path).unwrap();
        for first in (0..ROWS).step_by(BATCH) {
            let shapes: Vec<_> = (first..first + BATCH).map(shape).collect();
            let rows =
                (first..).zip(&shapes).map(|(row, shape)| Row { shape: Some(shape), cells: cells(row) });
            file.write(&rows.collect::<Vec<_>>()).unwrap();
        }
        file.finish().unwrap();
        let more = memory("VmHWM") - before;
        println!("{format:?}: {more} MiB more, {} MB", fs::metadata(&path).unwrap().len() / 1_000_000);
        assert!(more < MOST_MIB, "{format:?}: {more} MiB");
    }
}
