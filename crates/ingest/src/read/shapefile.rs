//! ESRI shapefiles: `.shp` with `.dbf` and `.prj` beside it.

use super::{Row, Table};
use crate::fault::Fault;
use shapefile::dbase::FieldValue;
use std::path::Path;

/// Reads shapes and attributes; the second part is the WKT of the `.prj`, where there is one.
pub(super) fn read(path: &Path, file: &str) -> Result<(Table, Option<String>), Fault> {
    let broken = |error: &shapefile::Error| Fault::of_file("broken-shapefile", file, error.to_string());
    let mut reader = shapefile::Reader::from_path(path)
        .map_err(|error| broken(&error).hint("a shapefile needs its .shp, .shx and .dbf side by side"))?;
    let mut rows = Vec::new();
    for (index, pair) in reader.iter_shapes_and_records().enumerate() {
        let (shape, record) = pair.map_err(|error| broken(&error).at(index + 1, None))?;
        let geometry = match shape {
            shapefile::Shape::NullShape => None,
            shape => Some(
                geo::Geometry::<f64>::try_from(shape).map_err(|error| broken(&error).at(index + 1, None))?,
            ),
        };
        let values = record
            .into_iter()
            .filter_map(|(name, value)| Some((name, text(&value)?)))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        rows.push(Row { number: index + 1, values, geometry });
    }
    let prj = std::fs::read_to_string(path.with_extension("prj")).ok();
    Ok((
        Table { file: file.to_owned(), rows },
        prj.map(|wkt| wkt.trim().to_owned()).filter(|wkt| !wkt.is_empty()),
    ))
}

fn text(value: &FieldValue) -> Option<String> {
    Some(match value {
        FieldValue::Character(text) => text.as_deref()?.trim().to_owned(),
        FieldValue::Numeric(number) => (*number)?.to_string(),
        FieldValue::Logical(yes) => (*yes)?.to_string(),
        FieldValue::Date(date) => (*date)?.to_string(),
        FieldValue::Float(number) => (*number)?.to_string(),
        FieldValue::Integer(number) => number.to_string(),
        FieldValue::Double(number) | FieldValue::Currency(number) => number.to_string(),
        FieldValue::Memo(text) => text.trim().to_owned(),
        FieldValue::DateTime(_) => return None,
    })
}
