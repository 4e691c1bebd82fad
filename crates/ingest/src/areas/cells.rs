//! Cells: the smallest areas, each with what every layer says of it.

use super::{AreaLayerRecipe, AreasRecipe};
use crate::{
    fault::Fault,
    join::join,
    read::{PointColumns, Table, read},
};
use geo::{Geometry, MultiPolygon};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};
use terrikon_core::{Lang, Names};
use terrikon_coverage::{Coverage, FaceLabels, Feature, Layer, Report, Role, Rules, Territory};

/// What is known of one cell. Codes, not names; empty where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// ISO 3166-1 alpha-2 code of the country.
    pub country: Option<String>,
    /// The raion's code.
    pub raion: Option<String>,
    /// The sea that it is, if it is water outside countries.
    pub water: Option<String>,
    /// Oblast codes by division column.
    pub oblasts: BTreeMap<String, String>,
}

/// A clean coverage of cells.
#[derive(Debug)]
pub struct Cells {
    /// Arcs and faces.
    pub coverage: Coverage,
    /// How far it departs from its sources.
    pub report: Report,
    /// Names of raions by code.
    pub raion_names: BTreeMap<String, Names>,
    says: Vec<(String, Says)>,
}

/// What the label of a layer says of a cell.
#[derive(Debug, Clone)]
enum Says {
    Cell(BTreeMap<String, Cell>),
    Country,
    Raion(String),
    Water,
    Oblast { division: String, country: String },
}

impl Cells {
    /// What all layers together say of a face.
    #[must_use]
    pub fn cell(&self, labels: FaceLabels<'_>) -> Cell {
        let mut cell = Cell::default();
        for (layer, says) in &self.says {
            let Some(label) = labels.label(layer) else { continue };
            match says {
                Says::Cell(by_id) => cell = by_id.get(label).cloned().unwrap_or_default(),
                Says::Country => cell.country = Some(label.to_owned()),
                Says::Raion(country) => {
                    cell.country = Some(country.clone());
                    cell.raion = Some(label.to_owned());
                }
                Says::Water => cell.water = Some(label.to_owned()),
                Says::Oblast { division, country } => {
                    cell.country = Some(country.clone());
                    cell.oblasts.insert(division.clone(), label.to_owned());
                }
            }
        }
        cell
    }

    /// The area of every key in degrees, as valid polygons with shared borders.
    pub fn dissolve<K: Ord + Clone>(&self, key: impl Fn(Cell) -> Option<K>) -> Vec<(K, MultiPolygon<f64>)> {
        self.coverage.dissolve(|labels| key(self.cell(labels)))
    }
}

/// Reads the territories of a recipe and makes them one coverage.
///
/// # Errors
/// A fault of a file that can't be read, or lines that make no coverage.
pub fn from_recipe(recipe: &AreasRecipe, folder: &Path) -> Result<Cells, Fault> {
    let mut says = Vec::new();
    let mut raion_names = BTreeMap::new();
    let mut territories = Vec::new();
    let mut tables: BTreeMap<PathBuf, Table> = BTreeMap::new();
    for territory in &recipe.territory {
        let mut layers = Vec::new();
        for (number, layer) in territory.layer.iter().enumerate() {
            let name = format!("{}/{number}", territory.name);
            let path = folder.join(&layer.file);
            let mut table = match tables.get(&path) {
                Some(table) => table.clone(),
                None => {
                    let table = read(folder, &layer.file, None, &PointColumns::default())?;
                    tables.insert(path, table.clone());
                    table
                }
            };
            for step in &layer.join {
                join(&mut table, step, folder)?;
            }
            let (features, meaning) = polygons(&table, layer, &territory.name, recipe, &mut raion_names)?;
            says.push((name.clone(), meaning));
            let role = if layer.groups { Role::Groups } else { Role::Cells };
            layers.push(Layer { name, role, features });
        }
        territories.push(Territory { name: territory.name.clone(), standing: territory.standing, layers });
    }
    let (coverage, report) = Coverage::build(&territories, &Rules::default()).map_err(|error| {
        Fault::of_file("no-coverage", "areas", error.to_string())
            .hint("the polygons of the areas can't be made one coverage")
    })?;
    Ok(Cells { coverage, report, raion_names, says })
}

fn polygons(
    table: &Table,
    layer: &AreaLayerRecipe,
    territory: &str,
    recipe: &AreasRecipe,
    raion_names: &mut BTreeMap<String, Names>,
) -> Result<(Vec<Feature>, Says), Fault> {
    let mut features = Vec::new();
    let mut cells = BTreeMap::new();
    for row in &table.rows {
        let fault =
            |rule, expected: &str| Fault::of_file(rule, &table.file, expected).at(row.number, row.get("id"));
        let label = row
            .get(&layer.label)
            .ok_or_else(|| fault("missing-value", "an area needs its label").value(&layer.label, ""))?;
        if layer.without.iter().any(|other| other == label)
            || (!layer.only.is_empty() && !layer.only.iter().any(|one| one == label))
        {
            continue;
        }
        let label = match &layer.label_prefix {
            Some((theirs, ours)) => label
                .strip_prefix(theirs.as_str())
                .map_or_else(|| label.to_owned(), |rest| format!("{ours}{rest}")),
            None => label.to_owned(),
        };
        let geometry = match &row.geometry {
            Some(Geometry::Polygon(polygon)) => MultiPolygon::from(polygon.clone()),
            Some(Geometry::MultiPolygon(polygons)) => polygons.clone(),
            _ => {
                return Err(fault("not-a-polygon", "an area needs a Polygon or MultiPolygon")
                    .value("geometry", &label));
            }
        };
        let mut cell = Cell::default();
        if layer.says == "cell" {
            let text = |column: &str| row.get(column).map(ToOwned::to_owned);
            cell = Cell {
                country: text("country"),
                raion: text("raion"),
                water: text("water"),
                oblasts: BTreeMap::new(),
            };
            for division in &recipe.division {
                if let Some(code) = text(&division.column) {
                    cell.oblasts.insert(division.column.clone(), code);
                }
            }
            cells.insert(label.clone(), cell.clone());
        }
        let raion = if layer.says == "raion" { Some(label.clone()) } else { cell.raion.clone() };
        if let Some(raion) = raion {
            let names: &mut Names = raion_names.entry(raion).or_default();
            for lang in Lang::ALL {
                let column =
                    layer.names.get(lang.as_str()).cloned().unwrap_or_else(|| format!("name_{lang}"));
                // A name in the wrong script is as good as none: the reader sees the fallback and its language.
                if let Some(name) =
                    row.get(&column).filter(|name| crate::validate::script::check(name, lang).is_ok())
                {
                    names.set(lang, name);
                }
            }
        }
        features.push(Feature { label, geometry });
    }
    let says = match layer.says.as_str() {
        "cell" => Says::Cell(cells),
        "country" => Says::Country,
        "raion" => Says::Raion(territory.to_owned()),
        "water" => Says::Water,
        division if recipe.division.iter().any(|known| known.column == division) => {
            Says::Oblast { division: division.to_owned(), country: territory.to_owned() }
        }
        other => {
            return Err(Fault::of_file(
                "unknown-word",
                &layer.file,
                "says is cell, country, raion, water or the column of a division",
            )
            .value("says", other));
        }
    };
    Ok((features, says))
}
