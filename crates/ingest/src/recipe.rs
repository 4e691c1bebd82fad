//! A recipe says which files make a release and which column is which field. TOML, beside the files.

use crate::fault::Fault;
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// The recipe's name in a folder of sources.
pub const RECIPE_FILE: &str = "release.toml";

/// Everything that goes into a release.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Recipe {
    /// The folder that file names start from; set by the reader.
    #[serde(skip)]
    pub folder: PathBuf,
    /// Collections of points, lines and polygons.
    pub layer: Vec<LayerRecipe>,
    /// The coverage from which oblasts, raions and countries come.
    pub areas: Option<crate::areas::AreasRecipe>,
    /// Rasters of people; the first of a release is the primary one.
    pub population: Vec<crate::population::PopulationRecipe>,
    /// Tables of claims.
    pub claims: Vec<String>,
    /// Tables of sources.
    pub sources: Vec<String>,
    /// The table of rules from which zones are derived, for the hotspots of all sources.
    pub zones: Option<String>,
}

/// One file of one collection.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LayerRecipe {
    /// The file; its ending tells the format.
    pub file: String,
    /// The collection that its rows belong to.
    pub collection: String,
    /// The CRS of its coordinates, where the file does not say (`EPSG:28413`, WKT); WGS84 if neither does.
    pub crs: Option<String>,
    /// The column of the id; `id` if not said. `@position` makes ids of positions, for files that have none.
    pub id: Option<String>,
    /// Put before the id, so that ids of several files stay apart.
    pub id_prefix: String,
    /// The columns of longitude (or easting) and latitude (or northing) of a table of points.
    pub lon: Option<String>,
    /// See `lon`.
    pub lat: Option<String>,
    /// A column with `lat, lon` in one cell, as some trackers write it.
    pub lat_lon: Option<String>,
    /// A GeoJSON file with geometry by feature id, named in the column `shape`.
    pub shapes: Option<String>,
    /// Field ← column, where they differ in name. Names are fields too: `name_en` and so on.
    pub columns: BTreeMap<String, String>,
    /// Field = value for every row.
    pub constants: BTreeMap<String, String>,
    /// Field → (word in the file → our word).
    pub words: BTreeMap<String, BTreeMap<String, String>>,
    /// Column → the values of rows that are taken; rows with others are no fault, they are not meant.
    pub keep: BTreeMap<String, Vec<String>>,
    /// Columns of which the first row of a group is taken (units of one plant).
    pub one_per: Vec<String>,
    /// Columns filled from other tables.
    pub join: Vec<JoinRecipe>,
    /// The column with the province that the file states; compared with the one found by geometry.
    pub stated_oblast: Option<String>,
    /// Whether a row's name should name a place near by (plants and mines are named after places).
    pub named_after_place: bool,
    /// Only what comes this near to the countries covered is taken (world-wide files).
    pub near_covered_km: Option<f64>,
    /// What a fault of one row does.
    pub on_fault: OnFault,
}

/// What a fault of one row does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnFault {
    /// Stops the ingest: facts that people wrote are corrected, not dropped.
    #[default]
    Stop,
    /// Leaves the row out and reports it: raw files of others have known faults.
    LeaveOut,
}

/// Columns filled from another table by key.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct JoinRecipe {
    /// The other table.
    pub file: String,
    /// The column of the key there.
    pub key: String,
    /// The column of the key here.
    pub on: String,
    /// Our column ← theirs, where ours is empty.
    pub fill: BTreeMap<String, String>,
    /// Our column ← theirs, wherever theirs is not empty.
    pub replace: BTreeMap<String, String>,
    /// Our column = value, wherever `fill` filled something: the source of a figure comes with the figure.
    pub mark: BTreeMap<String, String>,
}

impl Recipe {
    /// Reads a source of the command line: a folder with a recipe, a recipe, or one data file.
    ///
    /// # Errors
    /// Where it does not exist, is not TOML, or has an unknown key.
    pub fn open(source: &Path, data: Option<&Path>) -> Result<Self, Fault> {
        let shown = source.display().to_string();
        let path = if source.is_dir() { source.join(RECIPE_FILE) } else { source.to_owned() };
        if !path.is_file() {
            return Err(Fault::of_file(
                "no-such-file",
                &shown,
                "expected a data file, a recipe (.toml) or a folder with release.toml",
            ));
        }
        let beside = path.parent().unwrap_or(Path::new(".")).to_owned();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let text = std::fs::read_to_string(&path)
                .map_err(|error| Fault::of_file("unreadable", &shown, error.to_string()))?;
            // Facts lie beside the recipe even where the raw files lie elsewhere.
            let facts = beside.join("../facts");
            let text =
                text.replace("{facts}", &std::path::absolute(&facts).unwrap_or(facts).display().to_string());
            let mut recipe: Self = toml::from_str(&text)
                .map_err(|error| Fault::of_file("bad-recipe", &shown, error.to_string()))?;
            recipe.folder = data.map_or(beside, Path::to_owned);
            return Ok(recipe);
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let collection = stem.parse::<terrikon_core::CollectionId>().map_or("hotspots", |id| id.as_str());
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let layer = LayerRecipe { file, collection: collection.to_owned(), ..LayerRecipe::default() };
        Ok(Self { folder: beside, layer: vec![layer], ..Self::default() })
    }
}
