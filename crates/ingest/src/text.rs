//! Features as text that a person can review: one feature a line, columns in a fixed order, six decimals.

use crate::areas::{AreasRecipe, cells::Cells};
use geo::{Coord, Geometry, MapCoords as _};
use serde_json::{Map, Value, json};
use std::{io::Write as _, path::Path};
use terrikon_core::{Collection, FieldType, Lang, Names, release::round};

/// Five decimals (1.1 m) are finer than any source of these files.
fn five_decimals(geometry: &Geometry<f64>) -> Geometry<f64> {
    let short = |degrees: f64| (degrees * 1e5).round() / 1e5;
    geometry.map_coords(|coord| Coord { x: short(coord.x), y: short(coord.y) })
}

/// Writes lines and polygons as GeoJSON.
///
/// # Errors
/// Where the file can't be written.
pub fn geojson(path: &Path, collection: &Collection) -> std::io::Result<()> {
    let features = collection.features.iter().filter_map(|feature| {
        let mut properties = Map::new();
        insert_names(&mut properties, &feature.names);
        properties.extend(feature.properties.clone());
        Some(line(&feature.id, &five_decimals(feature.geometry.as_ref()?), &properties))
    });
    write_lines(path, features)
}

/// Writes points as TSV.
///
/// # Errors
/// Where the file can't be written.
pub fn tsv(path: &Path, collection: &Collection) -> std::io::Result<()> {
    let fields = collection.id.fields();
    let mut writer =
        csv::WriterBuilder::new().delimiter(b'\t').quote_style(csv::QuoteStyle::Never).from_path(path)?;
    let names = Lang::ALL.map(|lang| format!("name_{lang}"));
    let header = ["id", "lon", "lat"]
        .into_iter()
        .chain(names.iter().map(String::as_str))
        .chain(fields.iter().map(|field| field.name));
    writer.write_record(header)?;
    for feature in &collection.features {
        let Some([lon, lat]) = feature.position else { continue };
        let mut cells = vec![feature.id.clone(), round(lon).to_string(), round(lat).to_string()];
        cells.extend(Lang::ALL.map(|lang| feature.names.get(lang).unwrap_or_default().to_owned()));
        cells.extend(fields.iter().map(|field| match (field.holds, feature.properties.get(field.name)) {
            (_, None) => String::new(),
            (FieldType::List, Some(_)) => feature.list(field.name).collect::<Vec<_>>().join(";"),
            (_, Some(Value::String(text))) => text.clone(),
            (_, Some(other)) => other.to_string(),
        }));
        writer.write_record(cells.iter().map(|cell| cell.replace(['\t', '\n', '\r'], " ")))?;
    }
    writer.flush()
}

/// Writes the cells of areas, simplified once for both sides of every border.
///
/// # Errors
/// Where the file can't be written.
pub fn cells(path: &Path, cells: &Cells, recipe: &AreasRecipe) -> std::io::Result<()> {
    let tolerance = recipe.tolerance_m.map_or(0.0, |metres| metres / METRES_PER_UNIT);
    let simple = cells.coverage.simplify(tolerance);
    let mut count = std::collections::BTreeMap::<String, usize>::new();
    let features = simple.dissolve(|labels| Some(cells.cell(labels))).into_iter().map(|(cell, polygons)| {
        let mut properties = Map::new();
        let mut insert = |name: &str, value: &Option<String>| {
            if let Some(value) = value {
                properties.insert(name.to_owned(), json!(value));
            }
        };
        insert("country", &cell.country);
        insert("raion", &cell.raion);
        insert("water", &cell.water);
        for (division, code) in &cell.oblasts {
            insert(division, &Some(code.clone()));
        }
        let oblast = cell.oblasts.values().next();
        let id = cell
            .raion
            .as_ref()
            .or(oblast)
            .or(cell.country.as_ref())
            .or(cell.water.as_ref())
            .cloned()
            .unwrap_or_default();
        if let Some(names) = cell.raion.as_ref().and_then(|raion| cells.raion_names.get(raion)) {
            insert_names(&mut properties, names);
        }
        let number = count.entry(id.clone()).or_default();
        *number += 1;
        let id = if *number == 1 { id } else { format!("{id}-{number}") };
        line(&id, &Geometry::MultiPolygon(polygons), &properties)
    });
    write_lines(path, features.collect::<Vec<_>>().into_iter())
}

/// A unit of the coverage's grid along a meridian.
const METRES_PER_UNIT: f64 = 111_200.0 / terrikon_coverage::UNITS_PER_DEGREE;

/// Writes what a run left out, with the rule that each row broke.
///
/// # Errors
/// Where the file can't be written.
pub fn left_out(path: &Path, faults: &[crate::Fault]) -> std::io::Result<()> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b'\t').quote_style(csv::QuoteStyle::Never).from_path(path)?;
    writer.write_record(["rule", "file", "row", "id", "field", "value", "expected"])?;
    for fault in faults {
        let row = fault.row.map(|row| row.to_string()).unwrap_or_default();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let cells = [
            fault.rule.to_owned(),
            fault.file.clone(),
            row,
            text(&fault.id),
            text(&fault.field),
            text(&fault.value),
            fault.expected.clone(),
        ];
        writer.write_record(cells.iter().map(|cell| cell.replace(['\t', '\n', '\r'], " ")))?;
    }
    writer.flush()
}

fn insert_names(properties: &mut Map<String, Value>, names: &Names) {
    for (lang, name) in names.iter() {
        properties.insert(format!("name_{lang}"), json!(name));
    }
}

fn line(id: &str, geometry: &Geometry<f64>, properties: &Map<String, Value>) -> String {
    let geometry = geojson::Geometry::from(geometry);
    json!({ "type": "Feature", "id": id, "properties": properties, "geometry": geometry }).to_string()
}

fn write_lines(path: &Path, features: impl Iterator<Item = String>) -> std::io::Result<()> {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
    let lines: Vec<String> = features.collect();
    writeln!(file, "{{\"type\":\"FeatureCollection\",\"features\":[")?;
    write!(file, "{}", lines.join(",\n"))?;
    writeln!(file, "\n]}}")?;
    file.flush()
}

/// Writes how far each area of the coverage departs from its source, so that a reviewer sees what cleaning did.
///
/// # Errors
/// Where the file can't be written.
pub fn changes(path: &Path, cells: &Cells) -> std::io::Result<()> {
    let mut writer = csv::WriterBuilder::new().delimiter(b'\t').from_path(path)?;
    writer.write_record(["layer", "label", "source_km2", "lost_km2", "gained_km2"])?;
    let km2 = |m2: f64| format!("{:.3}", m2 / 1e6);
    writer.write_record(["all", "claimed twice", &km2(cells.report.disputed_m2), "", ""])?;
    writer.write_record(["all", "gaps filled", &km2(cells.report.filled_m2), "", ""])?;
    for unit in &cells.report.units {
        writer.write_record([
            &unit.layer,
            &unit.label,
            &km2(unit.source_m2),
            &km2(unit.lost_m2),
            &km2(unit.gained_m2),
        ])?;
    }
    writer.flush()
}
