//! GeoJSON (RFC 7946), and the older form with a `crs` member that many tools still write.

use super::{Row, Table};
use crate::fault::Fault;
use geojson::{Feature, FeatureCollection, GeoJson, GeometryValue, Position};
use serde_json::Value;
use std::path::Path;

/// Reads features; the second part is the CRS that the file names, unless that is WGS84.
pub(super) fn read(path: &Path, file: &str) -> Result<(Table, Option<String>), Fault> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Fault::of_file("unreadable", file, error.to_string()))?;
    let json: Value = serde_json::from_str(&text).map_err(|error| {
        Fault::of_file("broken-json", file, error.to_string())
            .at(error.line(), None)
            .hint("the file may have been cut off; export it again")
    })?;
    let crs = json.pointer("/crs/properties/name").and_then(Value::as_str).map(ToOwned::to_owned);
    let parsed = serde_json::from_value::<GeoJson>(json)
        .map_err(|error| Fault::of_file("broken-geojson", file, error.to_string()))?;
    let features = match parsed {
        GeoJson::FeatureCollection(FeatureCollection { features, .. }) => features,
        GeoJson::Feature(feature) => vec![feature],
        GeoJson::Geometry(_) => {
            return Err(Fault::of_file(
                "broken-geojson",
                file,
                "expected a FeatureCollection, found a bare geometry",
            ));
        }
    };
    let rows = features
        .into_iter()
        .enumerate()
        .map(|(index, feature)| row(feature, index + 1, file))
        .collect::<Result<_, _>>()?;
    Ok((Table { file: file.to_owned(), rows }, crs.filter(|name| !is_wgs84(name))))
}

fn row(feature: Feature, number: usize, file: &str) -> Result<Row, Fault> {
    let mut row = Row { number, ..Row::default() };
    match &feature.id {
        Some(geojson::feature::Id::String(id)) => drop(row.values.insert("id".to_owned(), id.clone())),
        Some(geojson::feature::Id::Number(id)) => drop(row.values.insert("id".to_owned(), id.to_string())),
        None => {}
    }
    for (name, value) in feature.properties.iter().flatten() {
        if let Some(text) = text(value) {
            row.values.insert(name.clone(), text);
        }
    }
    if let Some(geometry) = feature.geometry {
        let broken = |rule, expected: String, value: String| {
            Fault::of_file(rule, file, expected).at(number, row.get("id")).value("geometry", value)
        };
        check_positions(&geometry.value).map_err(|value| {
            broken(
                "broken-geometry",
                "a position needs a longitude and a latitude, both numbers".to_owned(),
                value,
            )
        })?;
        check_rings(&geometry.value).map_err(|(expected, value)| {
            broken("open-ring", expected, value).hint("repeat the first position at the end of the ring")
        })?;
        let kind = geometry.value.type_name();
        let converted = geo::Geometry::<f64>::try_from(geometry)
            .map_err(|error| broken("broken-geometry", error.to_string(), kind.to_owned()))?;
        row.geometry = Some(converted);
    }
    Ok(row)
}

/// A cell of text: numbers as they stand, lists of words joined by semicolons, nulls and blanks absent.
fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::String(text) => text.trim().to_owned(),
        Value::Array(items) => items.iter().filter_map(text).collect::<Vec<_>>().join(";"),
        other => other.to_string(),
    };
    (!text.is_empty()).then_some(text)
}

/// Conversion would panic on a position of one number, and keep one that is not finite.
fn check_positions(value: &GeometryValue) -> Result<(), String> {
    let check = |position: &Position| {
        let numbers = position.as_slice();
        if numbers.len() >= 2 && numbers.iter().all(|number| number.is_finite()) {
            Ok(())
        } else {
            Err(format!("{numbers:?}"))
        }
    };
    match value {
        GeometryValue::Point { coordinates } => check(coordinates),
        GeometryValue::MultiPoint { coordinates } | GeometryValue::LineString { coordinates } => {
            coordinates.iter().try_for_each(check)
        }
        GeometryValue::MultiLineString { coordinates } | GeometryValue::Polygon { coordinates } => {
            coordinates.iter().flatten().try_for_each(check)
        }
        GeometryValue::MultiPolygon { coordinates } => {
            coordinates.iter().flatten().flatten().try_for_each(check)
        }
        GeometryValue::GeometryCollection { geometries } => {
            geometries.iter().try_for_each(|geometry| check_positions(&geometry.value))
        }
    }
}

/// Conversion would close an open ring in silence: a hole in somebody's data would become a shape on our map.
fn check_rings(value: &GeometryValue) -> Result<(), (String, String)> {
    let check = |ring: &Vec<Position>| {
        let shown =
            |position: Option<&Position>| position.map(|p| format!("{:?}", p.as_slice())).unwrap_or_default();
        if ring.len() < 4 {
            return Err((
                format!("a ring needs at least 4 positions, this has {}", ring.len()),
                shown(ring.first()),
            ));
        }
        if ring.first() != ring.last() {
            return Err((
                format!("a ring must end where it starts ({})", shown(ring.first())),
                shown(ring.last()),
            ));
        }
        Ok(())
    };
    match value {
        GeometryValue::Polygon { coordinates } => coordinates.iter().try_for_each(check),
        GeometryValue::MultiPolygon { coordinates } => coordinates.iter().flatten().try_for_each(check),
        GeometryValue::GeometryCollection { geometries } => {
            geometries.iter().try_for_each(|geometry| check_rings(&geometry.value))
        }
        _ => Ok(()),
    }
}

fn is_wgs84(name: &str) -> bool {
    let name = name.to_uppercase();
    name.ends_with("CRS84") || name.ends_with("EPSG::4326") || name == "EPSG:4326"
}
