//! Rasters of people in the file of a release.

use crate::fixture;
use rusqlite::Connection;
use std::{path::Path, sync::Arc};
use terrikon_core::{
    Release,
    population::{GridFrame, GridHeader, Measure, PopulationGrid, PopulationSource},
};
use terrikon_store::embedded::gpkg;

fn source(id: &str, measure: Measure, counts: bool, value: impl Fn(u32, u32) -> f32) -> PopulationSource {
    let frame = GridFrame { west: -10.25, north: 12.5, step_x: 0.25, step_y: 0.5, columns: 71, rows: 9 };
    let header = GridHeader { id: id.to_owned(), source: "census".to_owned(), year: -50, measure, frame };
    let value = &value;
    let rows = (0..9).map(|row| (0..71).map(|column| value(row, column)).collect());
    PopulationSource { grid: Arc::new(PopulationGrid::build(header, rows, None).unwrap()), counts }
}

/// Rows held as runs, rows held cell by cell, cells without data at every place, none at all, and nothing but them.
fn sources() -> Vec<PopulationSource> {
    vec![
        source("runs", Measure::Count, true, |row, column| (row + column / 30) as f32),
        source("dense", Measure::Density, false, |row, column| (row * 71 + column) as f32 * 0.1),
        source("holes", Measure::Count, true, |row, column| {
            if (row + column) % 3 == 0 || column > 60 { f32::NAN } else { (column % 5) as f32 }
        }),
        source("nothing-known", Measure::Count, false, |_, _| f32::NAN),
        source("nobody", Measure::Count, true, |_, _| 0.0),
    ]
}

fn release(population: Vec<PopulationSource>) -> Release {
    let Release { collections, claims, sources, generalised, .. } = fixture::release();
    Release::new(collections, claims, sources, generalised, population)
}

#[test]
fn rasters_survive_the_file_to_the_last_cell() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("release.gpkg");
    let written = release(sources());
    gpkg::write(&path, &written).unwrap();
    let read = gpkg::read(&path).unwrap();
    assert_eq!(read, written);
    assert_eq!(read.id, written.id);
    for (read, written) in read.population.iter().zip(sources()) {
        assert_eq!((read.counts, read.grid.header()), (written.counts, written.grid.header()));
        for row in 0..9 {
            let (own, other) = (read.grid.row(row), written.grid.row(row));
            let same = own.iter().zip(&other).all(|(a, b)| a == b || a.is_nan() && b.is_nan());
            assert!(same && own.len() == 71, "{} {row}", read.grid.id());
        }
        assert_eq!(
            read.grid.total().to_bits(),
            written.grid.total().to_bits(),
            "sums are made anew, and are the same"
        );
    }
}

#[test]
fn order_flag_and_cells_are_part_of_the_id() {
    let own = release(sources()).id;
    let mut turned = sources();
    turned.swap(0, 2);
    assert_ne!(release(turned).id, own, "the first is the primary one");
    let mut told = sources();
    told[0].counts = false;
    assert_ne!(release(told).id, own);
    let mut zero = sources();
    zero[3] = source("nothing-known", Measure::Count, false, |_, _| 0.0);
    assert_ne!(release(zero).id, own, "no data is not nobody");
}

/// A file whose rasters were tampered with.
fn damaged(folder: &Path, change: &str) -> String {
    let path = folder.join("release.gpkg");
    gpkg::write(&path, &release(sources())).unwrap();
    let changed = Connection::open(&path).unwrap().execute(change, []).unwrap();
    assert_eq!(changed, 1, "{change}");
    gpkg::read(&path).unwrap_err().to_string()
}

#[test]
fn a_damaged_raster_is_named_by_table_and_row() {
    let folder = tempfile::tempdir().unwrap();
    for change in [
        "UPDATE population SET grid = x'' WHERE id = 'dense'",
        "UPDATE population SET grid = x'00112233445566778899' WHERE id = 'dense'",
        "UPDATE population SET grid = substr(grid, 1, length(grid) / 2) WHERE id = 'dense'",
        "UPDATE population SET grid = grid || grid WHERE id = 'dense'",
        "UPDATE population SET grid = 'text' WHERE id = 'dense'",
        "UPDATE population SET counts = 'perhaps' WHERE id = 'dense'",
    ] {
        let told = damaged(folder.path(), change);
        assert!(told.contains("release.gpkg: table population, row 2: "), "{change}: {told}");
    }
    let packed = zstd::encode_all(vec![0_u8; 100_000_000].as_slice(), 19).unwrap();
    let hex: String = packed.iter().map(|byte| format!("{byte:02x}")).collect();
    let told = damaged(folder.path(), &format!("UPDATE population SET grid = x'{hex}' WHERE id = 'runs'"));
    assert!(told.contains("table population, row 1: "), "{told}");
}

#[test]
fn what_the_table_says_beside_a_raster_is_what_the_raster_says() {
    let folder = tempfile::tempdir().unwrap();
    for change in [
        "UPDATE population SET id = 'other' WHERE id = 'runs'",
        "UPDATE population SET source = 'other' WHERE id = 'runs'",
        "UPDATE population SET year = 2020 WHERE id = 'runs'",
    ] {
        let told = damaged(folder.path(), change);
        assert!(told.contains("table population, row 1: "), "{change}: {told}");
    }
    // These are part of the content, whose id no longer fits.
    for change in
        ["UPDATE population SET counts = 0 WHERE id = 'runs'", "DELETE FROM population WHERE id = 'nobody'"]
    {
        assert!(damaged(folder.path(), change).contains("its content makes"), "{change}");
    }
}
