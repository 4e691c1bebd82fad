//! Oblasts, raions and countries from one coverage: one set of cells, dissolved by code, so that whatever is drawn
//! shares its borders to the vertex and the two Kazakh divisions fit each other.
//!
//! | module | what |
//! | --- | --- |
//! | [`cells`] | from a recipe to a clean coverage of labelled cells |
//! | [`features`] | cells dissolved into the features of a release |
//! | [`generalised`] | the same for every zoom of the tiles |
//! | [`locate`] | which areas hold a point, and how far away others are |

pub mod cells;
pub mod features;
pub mod generalised;
pub mod locate;

use crate::{fault::Fault, recipe::JoinRecipe};
use serde::Deserialize;
use std::path::Path;
use terrikon_core::{Collection, CollectionId, Date, Feature, Validity, release::Generalised};
use terrikon_coverage::Standing;

pub use locate::Areas;

/// Where areas come from.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AreasRecipe {
    /// In the order in which they get what several claim.
    pub territory: Vec<TerritoryRecipe>,
    /// The divisions into oblasts.
    pub division: Vec<DivisionRecipe>,
    /// A table of names by oblast code, with the columns `key`, `en`, `ru`, `kk`, `ky`, `aliases`.
    pub oblast_names: Option<String>,
    /// A table of names by ISO 3166-1 alpha-2 code, likewise.
    pub country_names: Option<String>,
    /// A table of names of waters, likewise; a sea's id is its key in lower case with hyphens.
    pub sea_names: Option<String>,
    /// The countries whose hotspots are in the release.
    pub covered: Vec<String>,
    /// Source ids of the geometry by country.
    pub source: std::collections::BTreeMap<String, String>,
    /// Simplification of what is written as text, in metres.
    pub tolerance_m: Option<f64>,
}

/// One territory of [`terrikon_coverage::Territory`].
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TerritoryRecipe {
    /// What it is called in reports; a country's code.
    pub name: String,
    /// `detailed`, `context` or `backdrop`.
    #[serde(deserialize_with = "standing")]
    pub standing: Standing,
    /// Its polygons.
    pub layer: Vec<AreaLayerRecipe>,
}

/// One layer of a territory.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AreaLayerRecipe {
    /// The file of polygons.
    pub file: String,
    /// What a label of it says of a cell: `cell` (all columns by name), `country`, `raion`, `water` or a division's column.
    pub says: String,
    /// Whether its units are groups of cells and its lines are not kept.
    pub groups: bool,
    /// The column of the label.
    pub label: String,
    /// Put for the beginning of a label: `["KZ", "KZ-"]`.
    pub label_prefix: Option<(String, String)>,
    /// Labels that are taken; all if empty.
    pub only: Vec<String>,
    /// Labels that are not taken.
    pub without: Vec<String>,
    /// Raion names: language ← column.
    pub names: std::collections::BTreeMap<String, String>,
    /// Columns filled from other tables.
    pub join: Vec<JoinRecipe>,
}

/// A division of some countries into oblasts, while it was valid.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DivisionRecipe {
    /// The column of a cell that holds its oblast in this division.
    pub column: String,
    /// The countries of which it is a division.
    pub countries: Vec<String>,
    /// From when to when.
    pub valid_from: Option<Date>,
    /// See `valid_from`.
    pub valid_to: Option<Date>,
}

impl DivisionRecipe {
    /// When it is valid.
    #[must_use]
    pub fn validity(&self) -> Validity {
        Validity { valid_from: self.valid_from, valid_to: self.valid_to }
    }
}

fn standing<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Standing, D::Error> {
    match String::deserialize(deserializer)?.as_str() {
        "detailed" => Ok(Standing::Detailed),
        "context" => Ok(Standing::Context),
        "backdrop" => Ok(Standing::Backdrop),
        other => Err(serde::de::Error::custom(format!(
            "standing \"{other}\" is not detailed, context or backdrop"
        ))),
    }
}

/// What areas give to a release.
#[derive(Debug)]
pub struct Derived {
    /// Oblasts, raions, countries, and seas as lakes.
    pub collections: Vec<Collection>,
    /// Seas, to be added to the lakes.
    pub seas: Vec<Feature>,
    /// Shapes of the tile layers at every zoom.
    pub generalised: Vec<Generalised>,
    /// The index for places.
    pub areas: Areas,
    /// The cells, for writing them as text.
    pub cells: cells::Cells,
}

/// Builds everything that comes from areas.
///
/// # Errors
/// A fault of a file that can't be read or lacks its columns, or a coverage that can't be built.
pub fn derive(recipe: &AreasRecipe, folder: &Path, zooms: bool) -> Result<Derived, Fault> {
    let cells = cells::from_recipe(recipe, folder)?;
    let names = features::AreaNames::read(recipe, folder)?;
    let collections = features::collections(&cells, recipe, &names);
    let seas = features::seas(&cells, &names);
    let generalised = if zooms {
        generalised::all(&cells, recipe)
            .map_err(|error| Fault::of_file("no-coverage", "areas", error.to_string()))?
    } else {
        Vec::new()
    };
    let areas = Areas::new(&cells, recipe, &collections);
    Ok(Derived { collections, seas, generalised, areas, cells })
}

/// The collection with an id among derived ones.
#[must_use]
pub fn find(collections: &[Collection], id: CollectionId) -> Option<&Collection> {
    collections.iter().find(|collection| collection.id == id)
}
