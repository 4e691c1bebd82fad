//! The readers: SQLite for GeoPackage, and those of the crates for FlatGeobuf, Parquet and CSV.

use crate::chance::Owned;
use flatgeobuf::{FallibleStreamingIterator as _, FeatureProperties as _, FgbReader};
use geo_traits::to_geo::ToGeoGeometry as _;
use geozero::{
    ToGeo as _,
    wkb::{GpkgWkb, Wkb},
};
use parquet::{
    file::reader::{FileReader as _, SerializedFileReader},
    record::{Field, RowAccessor as _},
};
use rusqlite::{Connection, types::Value};
use std::{fs::File, io::BufReader, path::Path};
use terrikon_core::Date;
use terrikon_formats::{Cell, Column, Holds, Table};

fn list(json: &str) -> Cell<'static> {
    let words: Vec<String> = serde_json::from_str(json).unwrap();
    Cell::List(words.into_iter().map(Into::into).collect())
}

fn worded(column: &Column, text: String) -> Cell<'static> {
    match column.holds {
        Holds::Text => Cell::Text(text.into()),
        Holds::List => list(&text),
        Holds::Date => Cell::Date(text.parse().unwrap()),
        Holds::Integer | Holds::Real => panic!("{} is a text: {text}", column.name),
    }
}

/// The rows of a GeoPackage, in the order of their numbers.
pub(crate) fn geopackage(path: &Path, table: &Table) -> Vec<Owned> {
    let db = Connection::open(path).unwrap();
    let mut asking = db.prepare(&format!("SELECT * FROM {} ORDER BY fid", table.sql_name())).unwrap();
    let rows = asking.query_map([], |row| {
        let shape: Option<Vec<u8>> = row.get("geom")?;
        let cells = table.columns.iter().map(|column| match row.get(column.name).unwrap() {
            Value::Null => Cell::Empty,
            Value::Integer(number) => Cell::Integer(number),
            Value::Real(number) => Cell::Real(number),
            Value::Text(text) => worded(column, text),
            Value::Blob(_) => panic!("{} is a blob", column.name),
        });
        Ok((shape.map(|blob| GpkgWkb(blob).to_geo().unwrap()), cells.collect()))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

/// The rows of a FlatGeobuf file, in their order there, and whether it has an index.
pub(crate) fn flatgeobuf(path: &Path, table: &Table) -> (Vec<Owned>, bool) {
    let reader = FgbReader::open(BufReader::new(File::open(path).unwrap())).unwrap();
    let indexed = reader.header().index_node_size() > 0;
    let mut features = reader.select_all().unwrap();
    let mut rows = Vec::new();
    while let Some(feature) = features.next().unwrap() {
        let mut cells = vec![Cell::Empty; table.columns.len()];
        feature.process_properties(&mut Cells { columns: &table.columns, cells: &mut cells }).unwrap();
        // A feature without a shape has none at all.
        let shape = feature.geometry().map(|_| feature.geometry_trait().unwrap().unwrap().to_geometry());
        rows.push((shape, cells));
    }
    (rows, indexed)
}

struct Cells<'a> {
    columns: &'a [Column],
    cells: &'a mut [Cell<'static>],
}

impl flatgeobuf::geozero::PropertyProcessor for Cells<'_> {
    fn property(
        &mut self,
        number: usize,
        name: &str,
        value: &flatgeobuf::geozero::ColumnValue<'_>,
    ) -> flatgeobuf::geozero::error::Result<bool> {
        use flatgeobuf::geozero::ColumnValue as Value;
        assert_eq!(self.columns[number].name, name);
        self.cells[number] = match value {
            Value::Long(number) => Cell::Integer(*number),
            Value::Double(number) => Cell::Real(*number),
            Value::String(text) | Value::Json(text) | Value::DateTime(text) => {
                worded(&self.columns[number], (*text).to_owned())
            }
            other => panic!("{name} is {other:?}"),
        };
        Ok(false)
    }
}

/// The rows of a GeoParquet file, and its metadata `geo`.
pub(crate) fn geoparquet(path: &Path, table: &Table) -> (Vec<Owned>, serde_json::Value) {
    let reader = SerializedFileReader::new(File::open(path).unwrap()).unwrap();
    let facts = reader.metadata().file_metadata().key_value_metadata().unwrap();
    let geo = facts.iter().find(|fact| fact.key == "geo").unwrap().value.clone().unwrap();
    let rows = reader.get_row_iter(None).unwrap().map(|row| {
        let row = row.unwrap();
        let fields: Vec<(&String, &Field)> = row.get_column_iter().collect();
        assert_eq!((fields[0].0.as_str(), fields[1].0.as_str()), ("geometry", "bbox"));
        let shape = match fields[0].1 {
            Field::Null => None,
            Field::Bytes(wkb) => Some(Wkb(wkb.data().to_vec()).to_geo().unwrap()),
            other => panic!("{other:?}"),
        };
        let bbox = match fields[1].1 {
            Field::Null => None,
            Field::Group(corners) => Some([0, 1, 2, 3].map(|at| corners.get_double(at).unwrap())),
            other => panic!("{other:?}"),
        };
        let envelope = shape.as_ref().map(|shape| terrikon_core::Envelope::of(shape).unwrap());
        assert_eq!(bbox, envelope.map(|all| [all.west, all.south, all.east, all.north]));
        let cells = table.columns.iter().zip(&fields[2..]).map(|(column, (name, field))| {
            assert_eq!(column.name, name.as_str());
            match field {
                Field::Null => Cell::Empty,
                Field::Str(text) => Cell::Text(text.clone().into()),
                Field::Long(number) => Cell::Integer(*number),
                Field::Double(number) => Cell::Real(*number),
                Field::Date(days) => {
                    Cell::Date(Date::constant(1970, 1, 1).saturating_add(jiff::Span::new().days(*days)))
                }
                Field::ListInternal(words) => Cell::List(
                    words
                        .elements()
                        .iter()
                        .map(|word| match word {
                            Field::Str(text) => text.clone().into(),
                            other => panic!("{other:?}"),
                        })
                        .collect(),
                ),
                other => panic!("{name} is {other:?}"),
            }
        });
        (shape, cells.collect())
    });
    (rows.collect(), serde_json::from_str(&geo).unwrap())
}

/// The cells of a CSV, with its head.
pub(crate) fn csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    rows.records().map(|row| row.unwrap().iter().map(ToOwned::to_owned).collect()).collect()
}
