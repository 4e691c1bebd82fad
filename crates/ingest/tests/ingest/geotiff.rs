//! GeoTIFFs that GDAL wrote, by `geotiff/make.py`: strips and tiles, compressions, predictors, numbers of all kinds, and what is refused.

use std::{fs, path::PathBuf};

use geo::{MultiPolygon, polygon};
use proptest::prelude::*;
use terrikon_core::population::{Measure, PopulationGrid};
use terrikon_ingest::{
    Fault,
    read::{About, read_population},
};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/ingest/geotiff")
}

fn about(measure: Measure) -> About {
    About { id: "grid".into(), source: "gdal".into(), year: 2020, measure }
}

fn read(file: &str) -> Result<PopulationGrid, Fault> {
    read_population(&folder(), file, about(Measure::Count))
}

/// The inner half of a cell: a quarter of its people.
fn within(row: u32, column: u32) -> MultiPolygon<f64> {
    let (west, north) = (60.0 + 0.25 * f64::from(column), 45.0 - 0.125 * f64::from(row));
    let (left, right, top, bottom) = (west + 0.0625, west + 0.1875, north - 0.03125, north - 0.09375);
    MultiPolygon::from(
        polygon![(x: left, y: bottom), (x: right, y: bottom), (x: right, y: top), (x: left, y: top)],
    )
}

#[test]
fn every_kind_of_file_has_the_values_that_were_written() {
    let mut count = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let file = entry.unwrap().file_name().into_string().unwrap();
        if !file.ends_with(".tif") || file.starts_with("bad-") {
            continue;
        }
        let grid = read(&file).unwrap();
        assert_eq!((grid.frame().columns, grid.frame().rows), (37, 21), "{file}");
        for row in 0..21 {
            for column in 0..37 {
                let tally = grid.people(&within(row, column));
                let known = (row + column) % 13 != 0;
                let people = if known { f64::from((31 * row + 7 * column) % 97) } else { 0.0 };
                assert!((tally.people - people / 4.0).abs() < 1e-9, "{file} {row} {column}: {tally:?}");
                assert_eq!(tally.without_data, if known { 0.0 } else { 1.0 }, "{file} {row} {column}");
            }
        }
        count += 1;
    }
    assert_eq!(count, 13);
}

#[test]
fn what_is_no_population_raster_is_refused_with_what_was_expected() {
    let says = |file: &str| read(file).unwrap_err().to_string();
    for (file, parts) in [
        ("bad-mercator.tif", ["EPSG:3857", "[wrong-crs]"]),
        ("bad-pulkovo.tif", ["EPSG:4284", "expected a raster in EPSG:4326"]),
        ("bad-turned.tif", ["matrix without turn", "[no-georeference]"]),
        ("bad-negative.tif", ["row 4, column 6 = \"-5\"", "[bad-number]"]),
        ("bad-undeclared.tif", ["row 1, column 1 = \"-9999\"", "no data"]),
        ("bad-bands.tif", ["one band", "[not-one-band]"]),
        ("bad-scale.tif", ["without scale or offset", "[scaled-values]"]),
        ("bad-zstd.tif", ["[broken-file]", "COMPRESS=DEFLATE"]),
        ("make.py", ["[broken-file]", "is no TIFF"]),
        ("absent.tif", ["[no-such-file]", "can't be read"]),
    ] {
        let fault = says(file);
        assert!(parts.iter().all(|part| fault.contains(part)), "{fault}");
    }
}

#[test]
fn a_file_that_is_cut_off_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let whole = fs::read(self::folder().join("tiles-deflate-float-predictor.tif")).unwrap();
    for end in (0..whole.len() - 200).step_by(97) {
        fs::write(folder.path().join("cut.tif"), &whole[..end]).unwrap();
        assert!(read_population(folder.path(), "cut.tif", about(Measure::Count)).is_err(), "{end}");
    }
}

/// The real rasters lie beside the repository, and are not part of it.
#[test]
fn the_real_rasters_are_read() {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/population");
    if !shared.exists() {
        println!("skipped: the shared development data is not beside the repository");
        return;
    }
    let read = |file: &str, measure| read_population(&shared, file, about(measure)).unwrap();
    let counts = read("worldpop_ppp_2020_5arcmin_centralasia.tif", Measure::Count);
    let density = read("gpw_v4_rev11_density_2020_30arcsec_centralasia.tif", Measure::Density);
    assert_eq!((density.frame().columns, density.frame().rows), (5400, 2880));
    assert_eq!((counts.frame().columns, counts.frame().rows), (540, 288));
    // Sums by rasterio, the density times areas by pyproj.
    assert!((counts.total() / 265_712_723.57 - 1.0).abs() < 1e-8, "{}", counts.total());
    assert!((density.total() / 262_119_197.15 - 1.0).abs() < 1e-8, "{}", density.total());
    assert!(density.memory_bytes() < 64 << 20);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn changed_bytes_give_a_grid_or_a_fault(which in 0usize..3, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let file = ["strips-lzw-predictor-i16.tif", "tiles-deflate-float-predictor.tif", "big-tiff-big-endian.tif"][which];
        let mut bytes = fs::read(folder().join(file)).unwrap();
        for (at, value) in changes {
            // The first bytes and the directory behind them decide most.
            let at = at.index(bytes.len().min(700));
            bytes[at] = value;
        }
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("changed.tif"), &bytes).unwrap();
        if let Ok(grid) = read_population(folder.path(), "changed.tif", about(Measure::Count)) {
            prop_assert!(grid.total() >= 0.0);
        }
    }
}
