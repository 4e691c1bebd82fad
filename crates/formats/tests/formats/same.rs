//! The same rows in every format, whatever they hold.

use crate::{
    chance::{Owned, borrowed, rows, table},
    read,
};
use geo::BoundingRect as _;
use proptest::prelude::*;
use std::{fs, path::Path};
use terrikon_core::spreadsheet::harmless;
use terrikon_formats::{Cell, FileFormat, csv};

const FORMATS: [FileFormat; 3] = [FileFormat::GeoPackage, FileFormat::FlatGeobuf, FileFormat::GeoParquet];

/// Writes rows in batches of some size.
fn write(format: FileFormat, path: &Path, rows: &[Owned], batch: usize) {
    let mut file = format.create(table(), path).unwrap();
    for batch in rows.chunks(batch) {
        file.write(&borrowed(batch)).unwrap();
    }
    file.finish().unwrap();
}

/// To the last digit.
fn exact(rows: &[Owned]) -> Vec<String> {
    rows.iter().map(|row| format!("{row:?}")).collect()
}

fn text(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Integer(number) => number.to_string(),
        Cell::Real(number) => number.to_string(),
        Cell::List(words) => harmless(&words.join("; ")),
        Cell::Date(day) => day.to_string(),
    }
}

proptest! {
    #[test]
    fn every_format_holds_the_same_rows(rows in rows(), batch in 1_usize..50) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        let table = table();

        write(FileFormat::GeoPackage, &path, &rows, batch);
        prop_assert_eq!(exact(&read::geopackage(&path, &table)), exact(&rows));

        write(FileFormat::GeoParquet, &path, &rows, batch);
        let (found, geo) = read::geoparquet(&path, &table);
        prop_assert_eq!(exact(&found), exact(&rows));
        let shapes: Vec<_> = rows.iter().filter_map(|(shape, _)| shape.as_ref()).collect();
        let column = &geo["columns"]["geometry"];
        prop_assert_eq!(column.get("bbox").is_some(), !shapes.is_empty());
        prop_assert_eq!(column["geometry_types"].as_array().unwrap().is_empty(), shapes.is_empty());

        write(FileFormat::FlatGeobuf, &path, &rows, batch);
        let (found, indexed) = read::flatgeobuf(&path, &table);
        let (mut found, mut wanted) = (exact(&found), exact(&rows));
        prop_assert_eq!(indexed, !rows.is_empty() && shapes.len() == rows.len());
        if indexed {
            // An index puts rows in its own order.
            found.sort();
            wanted.sort();
        }
        prop_assert_eq!(found, wanted);

        let mut out = Vec::new();
        csv::write_head(&table.columns, true, &mut out).unwrap();
        for batch in rows.chunks(batch) {
            csv::write_rows(&table.columns, true, &borrowed(batch), &mut out).unwrap();
        }
        let found = read::csv(&out);
        prop_assert_eq!(&found[0], &["text", "integer", "real", "list", "wkt", "claims"]);
        for ((shape, cells), row) in rows.iter().zip(&found[1..]) {
            let mut wanted: Vec<String> = cells.iter().map(text).collect();
            wanted.insert(4, shape.as_ref().map(wkt::ToWkt::wkt_string).unwrap_or_default());
            prop_assert_eq!(row, &wanted);
            for cell in row {
                let first = cell.chars().next().unwrap_or(' ');
                prop_assert!(cell.parse::<f64>().is_ok() || !"=+-@\t\r".contains(first), "{cell:?} may be a formula");
            }
        }
        prop_assert_eq!(found.len(), rows.len() + 1);
    }

    #[test]
    fn equal_rows_make_equal_bytes_whatever_the_batches(rows in rows(), batches in [1_usize..50, 1_usize..50]) {
        let folder = tempfile::tempdir().unwrap();
        for format in FORMATS {
            let [one, other] = batches.map(|batch| {
                let path = folder.path().join("file");
                write(format, &path, &rows, batch);
                fs::read(&path).unwrap()
            });
            prop_assert!(one == other, "{format:?}");
        }
    }

    #[test]
    fn an_index_finds_what_lies_in_a_box(rows in rows(), west in -180.0..180.0_f64, south in -90.0..90.0_f64) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        let (east, north) = (west + 60.0, south + 40.0);
        let meets = |shape: &geo::Geometry<f64>| {
            let rect = shape.bounding_rect().unwrap();
            rect.min().x <= east && rect.max().x >= west && rect.min().y <= north && rect.max().y >= south
        };
        let wanted = rows.iter().filter(|(shape, _)| shape.as_ref().is_some_and(meets)).count();

        write(FileFormat::FlatGeobuf, &path, &rows, 7);
        let file = || std::io::BufReader::new(fs::File::open(&path).unwrap());
        let reader = flatgeobuf::FgbReader::open(file()).unwrap();
        if reader.header().index_node_size() > 0 {
            use flatgeobuf::FallibleStreamingIterator as _;
            let found = reader.select_bbox(west, south, east, north).unwrap().count().unwrap();
            prop_assert_eq!(found, wanted);
        }

        write(FileFormat::GeoPackage, &path, &rows, 7);
        let db = rusqlite::Connection::open(&path).unwrap();
        let asking = "SELECT count(*) FROM rtree_by_chance_geom WHERE minx <= ?3 AND maxx >= ?1 AND miny <= ?4 AND maxy >= ?2";
        let found: usize = db.query_row(asking, (west, south, east, north), |row| row.get(0)).unwrap();
        // The tree of SQLite keeps 32-bit numbers, rounded outwards.
        prop_assert!(found >= wanted, "{found} of {wanted}");
    }
}
