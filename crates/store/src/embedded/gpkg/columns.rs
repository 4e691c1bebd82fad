//! Values of the domain as cells of SQLite, and back.

use geo::Geometry;
use geozero::{CoordDimensions, ToGeo as _, ToWkb as _, wkb::GpkgWkb};
use rusqlite::{Row, types::Value as Sql};
use serde_json::Value as Json;
use terrikon_core::{CollectionId, Date, Envelope, Field, FieldType};

/// A reason why a row is not what we wrote.
pub(super) type RowResult<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// The table of a collection: its name without hyphens, which SQL would take for a minus.
pub(super) fn table(collection: CollectionId) -> String {
    collection.as_str().replace('-', "_")
}

pub(super) fn day(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

pub(super) fn geometry(blob: Vec<u8>) -> RowResult<Geometry<f64>> {
    Ok(GpkgWkb(blob).to_geo()?)
}

pub(super) fn blob(geometry: &Geometry<f64>, srs: i32) -> rusqlite::Result<Vec<u8>> {
    let envelope = Envelope::of(geometry).map(|e| vec![e.west, e.east, e.south, e.north]).unwrap_or_default();
    geometry
        .to_gpkg_wkb(CoordDimensions::xy(), Some(srs), envelope)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

pub(super) const fn sql_type(holds: FieldType) -> &'static str {
    match holds {
        FieldType::Text | FieldType::List => "TEXT",
        FieldType::Integer => "INTEGER",
        FieldType::Real => "DOUBLE",
    }
}

/// A list becomes a JSON array in text: QGIS and GDAL show it, and nothing is lost in commas.
pub(super) fn to_sql(value: Option<&Json>) -> Sql {
    match value {
        None | Some(Json::Null) => Sql::Null,
        Some(Json::Bool(yes)) => Sql::Integer(i64::from(*yes)),
        Some(Json::Number(number)) => {
            number.as_i64().map_or_else(|| number.as_f64().map_or(Sql::Null, Sql::Real), Sql::Integer)
        }
        Some(Json::String(text)) => Sql::Text(text.clone()),
        Some(list) => Sql::Text(list.to_string()),
    }
}

pub(super) fn from_sql(row: &Row<'_>, field: &Field) -> RowResult<Option<Json>> {
    Ok(match field.holds {
        FieldType::Text => row.get::<_, Option<String>>(field.name)?.map(Json::from),
        FieldType::Integer => row.get::<_, Option<i64>>(field.name)?.map(Json::from),
        FieldType::Real => row.get::<_, Option<f64>>(field.name)?.map(Json::from),
        FieldType::List => {
            row.get::<_, Option<String>>(field.name)?.map(|text| serde_json::from_str(&text)).transpose()?
        }
    })
}
