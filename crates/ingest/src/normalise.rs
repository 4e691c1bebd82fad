//! Rows become features: the columns that a recipe names, typed and checked against the vocabularies.

use crate::{
    fault::Fault,
    observations,
    read::{PointColumns, Row, Table, read},
    recipe::{LayerRecipe, OnFault},
};
use geo::{Area as _, Centroid as _, Geometry, InterpolatableLine as _, Length as _, LineString, Polygon};
use serde_json::Value;
use std::{collections::BTreeMap, path::Path};
use terrikon_core::{
    CollectionId, Date, Feature, FieldType, Kind, Lang, PositionKind, Status, Trust, Validity,
};

/// A feature on its way into a release, with where it comes from.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The collection that it belongs to.
    pub collection: CollectionId,
    /// The feature so far.
    pub feature: Feature,
    /// The file of its row.
    pub file: String,
    /// The row.
    pub row: usize,
    /// The province that the file states.
    pub stated_oblast: Option<String>,
    /// Whether its name should name a place near by.
    pub named_after_place: bool,
    /// What a fault of it does.
    pub on_fault: OnFault,
}

impl Candidate {
    /// A fault at this row.
    #[must_use]
    pub fn fault(&self, rule: &'static str, expected: impl Into<String>) -> Fault {
        Fault::of_file(rule, &self.file, expected).at(self.row, Some(&self.feature.id))
    }
}

/// What became of a file.
#[derive(Debug, Default)]
pub struct Normalised {
    /// Rows that could be read.
    pub candidates: Vec<Candidate>,
    /// Rows and names that could not.
    pub faults: Vec<(Fault, OnFault)>,
}

/// Reads one layer of a recipe.
///
/// # Errors
/// One fault where the file as a whole can't be read.
pub fn layer(recipe: &LayerRecipe, folder: &Path) -> Result<Normalised, Fault> {
    let collection: CollectionId =
        recipe.collection.parse().map_err(|error: terrikon_core::kind::UnknownWord| {
            Fault::of_file("unknown-word", &recipe.file, error.to_string())
                .value("collection", &recipe.collection)
        })?;
    if collection == CollectionId::Zones {
        return Err(Fault::of_file(
            "derived-collection",
            &recipe.file,
            "zones are derived from hotspots and a table of rules, never read",
        )
        .hint("name the table of rules under `zones` in a recipe"));
    }
    let points =
        PointColumns { lon: recipe.lon.clone(), lat: recipe.lat.clone(), lat_lon: recipe.lat_lon.clone() };
    let mut table = read(folder, &recipe.file, recipe.crs.as_deref(), &points)?;
    keep(&mut table, recipe);
    for step in &recipe.join {
        crate::join::join(&mut table, step, folder)?;
    }
    let shapes = match &recipe.shapes {
        Some(file) => shapes(folder, file)?,
        None => BTreeMap::new(),
    };
    let mut done = Normalised::default();
    for row in &table.rows {
        match (RowReader { row, recipe, file: &table.file }).feature(collection, &shapes, &mut done.faults) {
            Ok(feature) => done.candidates.push(Candidate {
                collection,
                feature,
                file: table.file.clone(),
                row: row.number,
                stated_oblast: recipe
                    .stated_oblast
                    .as_deref()
                    // An observation is told of oblasts by their codes; a place's oblast is found by geometry.
                    .or(collection.is_observation().then_some("oblast"))
                    .and_then(|column| row.get(column))
                    .map(ToOwned::to_owned),
                named_after_place: recipe.named_after_place,
                on_fault: recipe.on_fault,
            }),
            Err(fault) => done.faults.push((fault, recipe.on_fault)),
        }
    }
    Ok(done)
}

fn keep(table: &mut Table, recipe: &LayerRecipe) {
    let wanted = |row: &Row| {
        recipe
            .keep
            .iter()
            .all(|(column, accepted)| accepted.iter().any(|value| value == row.get(column).unwrap_or("")))
    };
    table.rows.retain(wanted);
    if !recipe.one_per.is_empty() {
        let mut seen = std::collections::BTreeSet::new();
        table.rows.retain(|row| {
            seen.insert(
                recipe
                    .one_per
                    .iter()
                    .map(|column| row.get(column).unwrap_or("").to_owned())
                    .collect::<Vec<_>>(),
            )
        });
    }
}

fn shapes(folder: &Path, file: &str) -> Result<BTreeMap<String, Geometry<f64>>, Fault> {
    let table = read(folder, file, None, &PointColumns::default())?;
    Ok(table.rows.into_iter().filter_map(|row| Some((row.get("id")?.to_owned(), row.geometry?))).collect())
}

/// One row with the recipe that explains it.
struct RowReader<'a> {
    row: &'a Row,
    recipe: &'a LayerRecipe,
    file: &'a str,
}

impl RowReader<'_> {
    fn fault(&self, rule: &'static str, expected: impl Into<String>) -> Fault {
        let id = self.row.get(self.recipe.id.as_deref().unwrap_or("id"));
        Fault::of_file(rule, self.file, expected).at(self.row.number, id)
    }

    /// The text of a field: a constant, or the cell of its column put into our words.
    fn text(&self, field: &str) -> Result<Option<String>, Fault> {
        if let Some(constant) = self.recipe.constants.get(field) {
            return Ok(Some(constant.clone()));
        }
        let column = self.recipe.columns.get(field).map_or(field, String::as_str);
        let Some(cell) = self.row.get(column) else { return Ok(None) };
        let Some(words) = self.recipe.words.get(field) else { return Ok(Some(cell.to_owned())) };
        words.get(cell).or_else(|| words.get("*")).cloned().map(Some).ok_or_else(|| {
            let known = words.keys().cloned().collect::<Vec<_>>().join(", ");
            self.fault("unknown-word", format!("the recipe knows only {known}")).value(column, cell)
        })
    }

    fn feature(
        &self,
        collection: CollectionId,
        shapes: &BTreeMap<String, Geometry<f64>>,
        name_faults: &mut Vec<(Fault, OnFault)>,
    ) -> Result<Feature, Fault> {
        let id = format!("{}{}", self.recipe.id_prefix, slug(&self.id()?));
        let mut feature = Feature { id, ..Feature::default() };
        for lang in Lang::ALL {
            let field = format!("name_{lang}");
            let Some(name) = self.text(&field)? else { continue };
            match crate::validate::script::check(&name, lang) {
                Ok(()) => feature.names.set(lang, &name),
                Err((rule, expected)) => {
                    name_faults.push((self.fault(rule, expected).value(&field, &name), self.recipe.on_fault));
                }
            }
        }
        for field in collection.fields() {
            let Some(text) = self.text(field.name)? else { continue };
            let number = || {
                text.parse::<f64>()
                    .ok()
                    .filter(|n| n.is_finite())
                    .ok_or_else(|| self.fault("bad-number", "expected a number").value(field.name, &text))
            };
            let value = match field.holds {
                FieldType::Text => Value::from(text.clone()),
                FieldType::Real => Value::from(number()?),
                FieldType::Integer => Value::from(number()?.round() as i64),
                FieldType::List => {
                    text.split(';').map(str::trim).filter(|word| !word.is_empty()).map(Value::from).collect()
                }
            };
            feature.properties.insert(field.name.to_owned(), value);
        }
        if collection == CollectionId::Hotspots {
            self.check_hotspot(&feature)?;
        }
        if collection.is_observation() {
            observations::row::check(collection, &mut feature).map_err(|wrong| {
                let found = self.row.get(wrong.field).unwrap_or("");
                self.fault(wrong.rule, wrong.expected).value(wrong.field, found)
            })?;
        }
        if collection == CollectionId::Settlements && feature.number("rank").is_none() {
            feature
                .properties
                .insert("rank".to_owned(), settlement_rank(feature.number("population")).into());
        }
        feature.validity =
            Validity { valid_from: self.date("valid_from")?, valid_to: self.date("valid_to")? };
        self.place(&mut feature, shapes)?;
        if feature.geometry.is_none() && !collection.is_observation() {
            return Err(self.fault("missing-position", "needs lon and lat, a geometry or a shape"));
        }
        Ok(feature)
    }

    fn id(&self) -> Result<String, Fault> {
        let column = self.recipe.id.as_deref().unwrap_or("id");
        if column == "@position" {
            let position = self.row.geometry.as_ref().and_then(position);
            let [lon, lat] =
                position.ok_or_else(|| self.fault("missing-position", "an id of the position needs one"))?;
            return Ok(format!("{:.0}-{:.0}", lon * 1000.0, lat * 1000.0));
        }
        let id = self
            .row
            .get(column)
            .ok_or_else(|| self.fault("missing-id", format!("column {column} must not be empty")))?;
        Ok(id.strip_suffix(".0").unwrap_or(id).to_owned())
    }

    fn check_hotspot(&self, feature: &Feature) -> Result<(), Fault> {
        fn word<T: std::str::FromStr<Err = terrikon_core::kind::UnknownWord>>(
            reader: &RowReader<'_>,
            feature: &Feature,
            field: &str,
        ) -> Result<(), Fault> {
            let text = feature
                .text(field)
                .ok_or_else(|| reader.fault("missing-value", "must not be empty").value(field, ""))?;
            text.parse::<T>()
                .map(drop)
                .map_err(|error| reader.fault("unknown-word", error.to_string()).value(field, text))
        }
        word::<Kind>(self, feature, "kind")?;
        word::<Status>(self, feature, "status")?;
        word::<PositionKind>(self, feature, "position_kind")?;
        word::<Trust>(self, feature, "trust")?;
        match feature.number("position_accuracy_m") {
            Some(metres) if (1.0..=500_000.0).contains(&metres) => Ok(()),
            _ => Err(self
                .fault("missing-accuracy", "every position says how far off it may be: 1 to 500000 metres")
                .value("position_accuracy_m", self.row.get("position_accuracy_m").unwrap_or(""))),
        }
    }

    fn date(&self, field: &str) -> Result<Option<Date>, Fault> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        text.parse()
            .map(Some)
            .map_err(|_| self.fault("bad-date", "expected a day as YYYY-MM-DD").value(field, text))
    }

    /// Geometry from the row or its shape; the position is the row's own point where it has both.
    fn place(&self, feature: &mut Feature, shapes: &BTreeMap<String, Geometry<f64>>) -> Result<(), Fault> {
        feature.geometry.clone_from(&self.row.geometry);
        feature.position = feature.geometry.as_ref().and_then(position);
        if let Some(shape) = self.row.get("shape") {
            let geometry = shapes.get(shape).ok_or_else(|| {
                self.fault(
                    "missing-shape",
                    format!(
                        "no feature of {} has this id",
                        self.recipe.shapes.as_deref().unwrap_or("the recipe's shapes file")
                    ),
                )
                .value("shape", shape)
            })?;
            feature.geometry = Some(geometry.clone());
            feature.position = feature.position.or_else(|| position(geometry));
        }
        Ok(())
    }
}

/// The importance of a town by its residents; a place without a figure comes last.
fn settlement_rank(population: Option<f64>) -> u8 {
    match population {
        Some(people) if people >= 1_000_000.0 => 1,
        Some(people) if people >= 300_000.0 => 2,
        Some(people) if people >= 100_000.0 => 3,
        Some(people) if people >= 20_000.0 => 4,
        Some(_) => 5,
        None => 6,
    }
}

/// Where the label or symbol of a geometry goes: the point, the middle of the longest line, the pole of
/// inaccessibility of the largest polygon.
#[must_use]
pub fn position(geometry: &Geometry<f64>) -> Option<[f64; 2]> {
    match geometry {
        Geometry::Point(point) => Some([point.x(), point.y()]),
        Geometry::LineString(line) => middle(line),
        Geometry::MultiLineString(lines) => {
            let length = |line: &&LineString<f64>| geo::Euclidean.length(*line);
            lines.iter().max_by(|a, b| length(a).total_cmp(&length(b))).and_then(middle)
        }
        Geometry::Polygon(polygon) => pole(polygon),
        Geometry::MultiPolygon(polygons) => {
            polygons.iter().max_by(|a, b| a.unsigned_area().total_cmp(&b.unsigned_area())).and_then(pole)
        }
        other => other.centroid().map(|point| [point.x(), point.y()]),
    }
}

fn middle(line: &LineString<f64>) -> Option<[f64; 2]> {
    line.point_at_ratio_from_start(&geo::Euclidean, 0.5).map(|point| [point.x(), point.y()])
}

fn pole(polygon: &Polygon<f64>) -> Option<[f64; 2]> {
    // 0.01 degree is about 1 km: a label needs no more.
    polylabel::polylabel(polygon, &0.01).ok().map(|point| [point.x(), point.y()])
}

/// An id that is safe in URLs and file names: lower-case words joined by hyphens.
#[must_use]
pub fn slug(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    plain.split('-').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_keep_what_is_readable() {
        assert_eq!(slug("V. I. Lenin (Kazakhstan) Coal Mine"), "V-I-Lenin-Kazakhstan-Coal-Mine");
        assert_eq!(slug("kz-temirtau-air"), "kz-temirtau-air");
    }
}
