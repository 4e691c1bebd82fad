//! Cells dissolved into the features of a release.

use super::{
    AreasRecipe, DivisionRecipe,
    cells::{Cell, Cells},
};
use crate::{
    fault::Fault,
    normalise::{position, slug},
    read::{PointColumns, read},
};
use geo::{Geometry, MultiPolygon};
use serde_json::{Value, json};
use std::{collections::BTreeMap, path::Path};
use terrikon_core::{AreaAt, Collection, CollectionId, Feature, Lang, Names, Validity};

/// Names of oblasts and countries by code.
#[derive(Debug, Default)]
pub struct AreaNames {
    oblasts: BTreeMap<String, (Names, Vec<String>)>,
    countries: BTreeMap<String, (Names, Vec<String>)>,
    seas: BTreeMap<String, Names>,
}

impl AreaNames {
    /// Reads the tables that a recipe names.
    ///
    /// # Errors
    /// Where a table can't be read.
    pub fn read(recipe: &AreasRecipe, folder: &Path) -> Result<Self, Fault> {
        let table = |file: &Option<String>| -> Result<BTreeMap<String, (Names, Vec<String>)>, Fault> {
            let Some(file) = file else { return Ok(BTreeMap::new()) };
            let table = read(folder, file, None, &PointColumns::default())?;
            let mut by_key = BTreeMap::new();
            for row in &table.rows {
                let key = row.get("key").ok_or_else(|| {
                    Fault::of_file("missing-value", file, "every row of names needs its key")
                        .at(row.number, None)
                        .value("key", "")
                })?;
                let mut names = Names::default();
                for lang in Lang::ALL {
                    names.set(lang, row.get(lang.as_str()).unwrap_or(""));
                }
                let aliases = row
                    .get("aliases")
                    .unwrap_or("")
                    .split(';')
                    .map(str::trim)
                    .filter(|word| !word.is_empty());
                by_key.insert(key.to_owned(), (names, aliases.map(ToOwned::to_owned).collect()));
            }
            Ok(by_key)
        };
        let seas = table(&recipe.sea_names)?;
        let seas = seas.into_iter().map(|(key, (names, _))| (slug(&key).to_lowercase(), names)).collect();
        Ok(Self { oblasts: table(&recipe.oblast_names)?, countries: table(&recipe.country_names)?, seas })
    }
}

/// The oblasts, raions and countries of a release.
#[must_use]
pub fn collections(cells: &Cells, recipe: &AreasRecipe, names: &AreaNames) -> Vec<Collection> {
    vec![
        Collection::new(CollectionId::Oblasts, oblasts(cells, recipe, names)),
        Collection::new(CollectionId::Raions, raions(cells, recipe)),
        Collection::new(CollectionId::Countries, countries(cells, recipe, names)),
    ]
}

fn feature(id: String, names: Names, geometry: MultiPolygon<f64>) -> Feature {
    let geometry = match <[geo::Polygon<f64>; 1]>::try_from(geometry.0) {
        Ok([one]) => Geometry::Polygon(one),
        Err(many) => Geometry::MultiPolygon(MultiPolygon(many)),
    };
    let position = position(&geometry);
    Feature { id, names, geometry: Some(geometry), position, ..Feature::default() }
}

/// One feature for every shape that an oblast had, with all the time for which it had it. An oblast that a reform
/// left alone is one feature, not two.
fn oblasts(cells: &Cells, recipe: &AreasRecipe, names: &AreaNames) -> Vec<Feature> {
    let mut found: Vec<(String, MultiPolygon<f64>, Validity, String)> = Vec::new();
    for division in &recipe.division {
        for ((country, code), geometry) in cells.dissolve(|cell| oblast_key(&cell, division)) {
            let before = found.iter_mut().find(|(known, shape, validity, _)| {
                *known == code && *shape == geometry && validity.valid_to == division.valid_from
            });
            match before {
                Some((_, _, validity, _)) => validity.valid_to = division.valid_to,
                None => found.push((code, geometry, division.validity(), country)),
            }
        }
    }
    let one = |(code, geometry, validity, country): (String, MultiPolygon<f64>, Validity, String)| {
        let (names, aliases) = names.oblasts.get(&code).cloned().unwrap_or_default();
        // The shape of today has the plain code; an older one says until when it was valid.
        let id = validity.valid_to.map_or_else(|| code.clone(), |end| format!("{code}-until-{end}"));
        let mut feature = feature(id, names, geometry);
        feature.validity = validity;
        feature.oblasts = vec![AreaAt { code: code.clone(), validity }];
        feature.properties.insert("code".to_owned(), json!(code));
        feature.properties.insert("country".to_owned(), json!(country));
        feature.properties.insert("aliases".to_owned(), json!(aliases));
        insert_source(&mut feature, recipe, &country);
        feature
    };
    found.into_iter().map(one).collect()
}

fn oblast_key(cell: &Cell, division: &DivisionRecipe) -> Option<(String, String)> {
    let country = cell.country.clone()?;
    division.countries.contains(&country).then_some(())?;
    Some((country, cell.oblasts.get(&division.column)?.clone()))
}

fn raions(cells: &Cells, recipe: &AreasRecipe) -> Vec<Feature> {
    let whole = cells.dissolve(|cell| Some((cell.country?, cell.raion?)));
    let mut oblasts_of: BTreeMap<String, Vec<AreaAt>> = BTreeMap::new();
    for division in &recipe.division {
        for ((raion, code), _) in
            cells.dissolve(|cell| Some((cell.raion.clone()?, oblast_key(&cell, division)?.1)))
        {
            let known = oblasts_of.entry(raion).or_default();
            push_area(known, code, division.validity());
        }
    }
    let one = |((country, code), geometry): ((String, String), MultiPolygon<f64>)| {
        let names = cells.raion_names.get(&code).cloned().unwrap_or_default();
        let mut feature = feature(code.clone(), names, geometry);
        feature.oblasts = oblasts_of.remove(&code).unwrap_or_default();
        feature.properties.insert("code".to_owned(), json!(code));
        feature.properties.insert("country".to_owned(), json!(country));
        insert_source(&mut feature, recipe, &country);
        feature
    };
    whole.into_iter().map(one).collect()
}

/// Adds an answer to a list of dated ones; the same code in the next division prolongs the last answer.
pub(super) fn push_area(known: &mut Vec<AreaAt>, code: String, validity: Validity) {
    if let Some(last) =
        known.last_mut().filter(|last| last.code == code && last.validity.valid_to == validity.valid_from)
    {
        last.validity.valid_to = validity.valid_to;
    } else {
        known.push(AreaAt { code, validity });
    }
}

fn countries(cells: &Cells, recipe: &AreasRecipe, names: &AreaNames) -> Vec<Feature> {
    let one = |(code, geometry): (String, MultiPolygon<f64>)| {
        let names = names.countries.get(&code).map(|(names, _)| names.clone()).unwrap_or_default();
        let mut feature = feature(code.clone(), names, geometry);
        let covered = i64::from(recipe.covered.contains(&code));
        feature.properties.insert("country".to_owned(), json!(code));
        feature.properties.insert("covered".to_owned(), json!(covered));
        insert_source(&mut feature, recipe, &code);
        feature
    };
    cells.dissolve(|cell| cell.country).into_iter().map(one).collect()
}

/// Waters outside countries: the Caspian, as a lake of the release.
#[must_use]
pub fn seas(cells: &Cells, names: &AreaNames) -> Vec<Feature> {
    let one = |(id, geometry): (String, MultiPolygon<f64>)| {
        let names = names.seas.get(&id).cloned().unwrap_or_default();
        let mut feature = feature(id, names, geometry);
        feature.properties.insert("rank".to_owned(), json!(1));
        feature.properties.insert("subkind".to_owned(), json!("sea"));
        feature.properties.insert("source".to_owned(), json!("natural-earth"));
        feature
    };
    cells.dissolve(|cell| cell.water).into_iter().map(one).collect()
}

fn insert_source(feature: &mut Feature, recipe: &AreasRecipe, country: &str) {
    if let Some(source) = recipe.source.get(country).or_else(|| recipe.source.get("*")) {
        feature.properties.insert("source".to_owned(), Value::from(source.as_str()));
    }
}
