//! GeoParquet 1.1: columns in row groups, shapes as WKB with their boxes beside them, so that readers skip groups that lie elsewhere.

mod buffer;
mod schema;

use crate::{FormatError, Row, Table, TableWriter};
use buffer::Group;
use geo::{BoundingRect as _, Geometry};
use geozero::{CoordDimensions, ToWkb as _};
use parquet::file::{metadata::KeyValue, writer::SerializedFileWriter};
use serde_json::{Value, json};
use std::{collections::BTreeSet, fs::File, path::Path, sync::Arc};

/// How many rows a group has at most.
const ROWS: usize = 20_000;

/// How many bytes of text and shapes a group holds at most before it is written.
const BYTES: usize = 16 << 20;

/// The column of shapes.
pub(crate) const GEOMETRY: &str = "geometry";

/// The column of their boxes.
pub(crate) const BBOX: &str = "bbox";

/// A GeoParquet file on its way.
#[derive(Debug)]
pub struct GeoParquetWriter {
    table: Table,
    file: SerializedFileWriter<File>,
    group: Group,
    /// Names of the types of shapes, as the metadata lists them.
    types: BTreeSet<&'static str>,
    /// West, south, east, north.
    extent: Option<[f64; 4]>,
}

impl GeoParquetWriter {
    /// Begins a file. What is there already is replaced.
    ///
    /// # Errors
    /// [`FormatError`] where the file can't be written to.
    pub fn create(table: Table, path: &Path) -> Result<Self, FormatError> {
        let schema = schema::of(&table)?;
        let file =
            SerializedFileWriter::new(File::create(path)?, schema, Arc::new(schema::properties(&table)))?;
        let group = Group::new(&table);
        Ok(Self { table, file, group, types: BTreeSet::new(), extent: None })
    }

    fn add(&mut self, row: &Row<'_>) -> Result<(), FormatError> {
        let shape = row.shape.and_then(|shape| Some((shape, shape.bounding_rect()?)));
        let written = match shape {
            None => None,
            Some((shape, rect)) => {
                let bbox = [rect.min().x, rect.min().y, rect.max().x, rect.max().y];
                self.types.insert(type_name(shape));
                let [west, south, east, north] = self.extent.unwrap_or(bbox);
                self.extent =
                    Some([west.min(bbox[0]), south.min(bbox[1]), east.max(bbox[2]), north.max(bbox[3])]);
                Some((shape.to_wkb(CoordDimensions::xy())?, bbox))
            }
        };
        if self.table.spatial {
            self.group.shape(written);
        }
        self.group.cells(&self.table.columns, &row.cells)
    }

    fn geo(&self) -> Value {
        let corner = |name: &str| json!([BBOX, name]);
        let mut column = json!({
            "encoding": "WKB",
            "geometry_types": self.types,
            "covering": {"bbox": {
                "xmin": corner("xmin"), "ymin": corner("ymin"), "xmax": corner("xmax"), "ymax": corner("ymax"),
            }},
        });
        if let Some(extent) = self.extent {
            column["bbox"] = json!(extent);
        }
        // Without `crs` the coordinates are OGC:CRS84, which is what they are.
        json!({"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}})
    }
}

impl TableWriter for GeoParquetWriter {
    fn write(&mut self, rows: &[Row<'_>]) -> Result<(), FormatError> {
        for row in rows {
            self.add(row)?;
            if self.group.rows() >= ROWS || self.group.bytes() >= BYTES {
                self.group.write(&mut self.file)?;
            }
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<(), FormatError> {
        if self.group.rows() > 0 {
            self.group.write(&mut self.file)?;
        }
        let mut facts: Vec<(String, String)> = Vec::new();
        if self.table.spatial {
            facts.push(("geo".to_owned(), self.geo().to_string()));
        }
        facts.extend(
            self.table.about.facts().map(|(name, value)| (format!("terrikon:{name}"), value.to_owned())),
        );
        for (name, value) in facts {
            self.file.append_key_value_metadata(KeyValue::new(name, value));
        }
        self.file.close()?;
        Ok(())
    }
}

fn type_name(shape: &Geometry<f64>) -> &'static str {
    match shape {
        Geometry::Point(_) => "Point",
        Geometry::LineString(_) | Geometry::Line(_) => "LineString",
        Geometry::Polygon(_) | Geometry::Rect(_) | Geometry::Triangle(_) => "Polygon",
        Geometry::MultiPoint(_) => "MultiPoint",
        Geometry::MultiLineString(_) => "MultiLineString",
        Geometry::MultiPolygon(_) => "MultiPolygon",
        Geometry::GeometryCollection(_) => "GeometryCollection",
    }
}
