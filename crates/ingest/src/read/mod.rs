//! Reading: one file a format. Whatever the format and CRS, rows arrive as text by column and WGS84 geometry.

mod delimited;
mod geojson;
mod georeference;
mod geotiff;
mod shapefile;

pub use geotiff::{About, read_population};

use crate::{crs::Projector, fault::Fault};
use geo::{Geometry, Point};
use std::{collections::BTreeMap, path::Path};

/// The largest file that is read; beyond it the answer is an error, not an exhausted machine.
const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// The rows of one file.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The file, as the recipe names it.
    pub file: String,
    /// In the order of the file.
    pub rows: Vec<Row>,
}

/// One row or feature.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The line of a text table or the number of the feature, from 1.
    pub number: usize,
    /// Column → text. Empty cells and nulls are absent; lists are joined by semicolons.
    pub values: BTreeMap<String, String>,
    /// Longitude and latitude in degrees.
    pub geometry: Option<Geometry<f64>>,
}

impl Row {
    /// A cell that is not empty.
    #[must_use]
    pub fn get(&self, column: &str) -> Option<&str> {
        self.values.get(column).map(String::as_str)
    }
}

/// The columns that hold a point, where a format has no geometry of its own.
#[derive(Debug, Clone, Default)]
pub struct PointColumns {
    /// Longitude or easting.
    pub lon: Option<String>,
    /// Latitude or northing.
    pub lat: Option<String>,
    /// `lat, lon` in one cell.
    pub lat_lon: Option<String>,
}

/// Reads a file by its ending.
///
/// # Errors
/// One fault: the file is missing, too large, of an unknown format, broken, or in a CRS that PROJ does not know.
pub fn read(folder: &Path, file: &str, crs: Option<&str>, points: &PointColumns) -> Result<Table, Fault> {
    let path = folder.join(file);
    let size = std::fs::metadata(&path)
        .map_err(|error| Fault::of_file("no-such-file", file, format!("can't be read: {error}")))?
        .len();
    if size > MAX_BYTES {
        return Err(Fault::of_file(
            "too-large",
            file,
            format!("has {size} bytes; at most {MAX_BYTES} are read"),
        ));
    }
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let (mut table, own_crs) = match ending.as_str() {
        "geojson" | "json" => geojson::read(&path, file)?,
        "csv" => (delimited::read(&path, file, b',')?, None),
        "tsv" => (delimited::read(&path, file, b'\t')?, None),
        "shp" => shapefile::read(&path, file)?,
        other => {
            return Err(Fault::of_file(
                "unknown-format",
                file,
                format!("\".{other}\" is none of .geojson, .json, .csv, .tsv, .shp"),
            ));
        }
    };
    for row in &mut table.rows {
        if row.geometry.is_none() {
            row.geometry = point(row, file, points)?.map(Geometry::from);
        }
    }
    if let Some(crs) = crs.map(ToOwned::to_owned).or(own_crs) {
        Projector::new(&crs, file)?.project(&mut table)?;
    }
    Ok(table)
}

fn point(row: &Row, file: &str, columns: &PointColumns) -> Result<Option<Point<f64>>, Fault> {
    let number = |column: &str, text: &str| {
        text.trim().parse::<f64>().ok().filter(|n| n.is_finite()).ok_or_else(|| {
            Fault::of_file("bad-number", file, "expected a decimal number of degrees or metres")
                .at(row.number, row.get("id"))
                .value(column, text)
                .hint("write 72.9667, not 72°58′ or 72,9667")
        })
    };
    if let Some(column) = &columns.lat_lon {
        let Some(text) = row.get(column) else { return Ok(None) };
        let (lat, lon) = text.split_once(',').unwrap_or((text, ""));
        return Ok(Some(Point::new(number(column, lon)?, number(column, lat)?)));
    }
    let lon_column = columns.lon.as_deref().unwrap_or("lon");
    let lat_column = columns.lat.as_deref().unwrap_or("lat");
    match (row.get(lon_column), row.get(lat_column)) {
        (Some(lon), Some(lat)) => Ok(Some(Point::new(number(lon_column, lon)?, number(lat_column, lat)?))),
        _ => Ok(None),
    }
}
