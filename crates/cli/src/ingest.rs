//! `terrikon ingest` and `terrikon check`.

use crate::store::StorePlace;
use clap::Args;
use indicatif::ProgressBar;
use std::{
    error::Error,
    path::{Path, PathBuf},
    time::Duration,
};
use terrikon_core::{CollectionId, Release, population::PopulationSource};
use terrikon_ingest::{
    Outcome, areas::AreasRecipe, ingest, pipeline::Options, population, recipe::Recipe, text,
};
use terrikon_store::{
    embedded::gpkg,
    postgis::{self, Written},
};

/// What is read.
#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// Folders with a release.toml, recipes (.toml), or data files (.geojson, .csv, .tsv, .shp); or one release that was written
    /// before (.gpkg).
    #[arg(required = true)]
    source: Vec<PathBuf>,
    /// Where the files that a recipe names are, if not beside it.
    #[arg(long)]
    data: Option<PathBuf>,
}

/// Makes one release of sources.
#[derive(Debug, Args)]
pub(crate) struct Ingest {
    #[command(flatten)]
    inputs: Inputs,
    /// The release to write, a GeoPackage.
    #[arg(long, required_unless_present_any = ["store", "text"])]
    out: Option<PathBuf>,
    /// The database to write it to, a postgres:// URL; the releases that are there stay.
    #[arg(long)]
    store: Option<StorePlace>,
    /// Serve it from now on.
    #[arg(long, requires = "store")]
    publish: bool,
    /// A folder for the same as reviewable text: areas, waters, places, rasters, and what was left out.
    #[arg(long)]
    text: Option<PathBuf>,
}

/// Validates sources.
#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    inputs: Inputs,
}

impl Ingest {
    pub(crate) fn run(&self) -> Result<(), Box<dyn Error>> {
        let database = match &self.store {
            Some(StorePlace::Database(url)) => Some(url),
            Some(StorePlace::File(path)) => {
                return Err(
                    format!("{} is no database: --out names the file to write", path.display()).into()
                );
            }
            None => None,
        };
        if let (Some(path), Some(url), None) = (self.inputs.release(), database, &self.text) {
            return self.write_to(url, &gpkg::read(path)?);
        }
        let outcome = self.inputs.read(self.out.is_none() && database.is_none())?;
        if let Some(folder) = &self.text {
            std::fs::create_dir_all(folder)?;
            self.write_text(folder, &outcome)?;
        }
        if let Some(path) = &self.out {
            gpkg::write(path, &outcome.release)?;
            tracing::info!("wrote release {} to {}", outcome.release.id, path.display());
        }
        if let Some(url) = database {
            self.write_to(url, &outcome.release)?;
        }
        Ok(())
    }

    fn write_to(&self, url: &str, release: &Release) -> Result<(), Box<dyn Error>> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let progress = spinner("writing to the database");
        let written = runtime.block_on(postgis::write(url, release, self.publish));
        progress.finish_and_clear();
        let written = written.map_err(|error| format!("{error}\nnothing was written"))?;
        let id = &release.id;
        match written {
            Written::Now => tracing::info!("wrote release {id} to the database"),
            Written::Before => tracing::info!("release {id} is in the database already"),
        }
        if self.publish {
            tracing::info!("{id} is served from now on");
        } else {
            tracing::info!("to serve it: terrikon releases publish {id}");
        }
        Ok(())
    }

    fn write_text(&self, folder: &std::path::Path, outcome: &Outcome) -> Result<(), Box<dyn Error>> {
        for id in [CollectionId::Rivers, CollectionId::Lakes] {
            let mut collection = outcome.release.collection(id).clone();
            // Seas come from the cells of areas; written twice they would be there twice.
            collection.features.retain(|feature| feature.text("subkind") != Some("sea"));
            text::geojson(&folder.join(format!("{id}.geojson")), &collection)?;
        }
        for id in [CollectionId::Settlements, CollectionId::Facilities] {
            text::tsv(&folder.join(format!("{id}.tsv")), outcome.release.collection(id))?;
        }
        if let Some(derived) = &outcome.derived {
            text::cells(&folder.join("areas.geojson"), &derived.cells, &self.areas_recipe()?)?;
            text::changes(&folder.join("areas-changes.tsv"), &derived.cells)?;
        }
        for PopulationSource { grid, .. } in &outcome.release.population {
            let rasters = folder.join("population");
            std::fs::create_dir_all(&rasters)?;
            population::write(&rasters.join(format!("{}.tif", grid.id())), grid)?;
        }
        text::left_out(&folder.join("left-out.tsv"), &outcome.report.left_out)?;
        tracing::info!("wrote text to {}", folder.display());
        Ok(())
    }

    fn areas_recipe(&self) -> Result<AreasRecipe, Box<dyn Error>> {
        for source in &self.inputs.source {
            let recipe = Recipe::open(source, None).map_err(|fault| fault.to_string())?;
            if let Some(areas) = recipe.areas {
                return Ok(areas);
            }
        }
        Ok(AreasRecipe::default())
    }
}

fn spinner(doing: &'static str) -> ProgressBar {
    let progress = ProgressBar::new_spinner().with_message(doing);
    progress.enable_steady_tick(Duration::from_millis(120));
    progress
}

impl Check {
    pub(crate) fn run(&self) -> Result<(), Box<dyn Error>> {
        self.inputs.read(true).map(drop)
    }
}

impl Inputs {
    /// The one release that is read as it is.
    fn release(&self) -> Option<&Path> {
        let [path] = self.source.as_slice() else { return None };
        path.extension().is_some_and(|ending| ending == "gpkg").then_some(path)
    }

    fn read(&self, without_tiles: bool) -> Result<Outcome, Box<dyn Error>> {
        let options = Options { data: self.data.clone(), without_tiles };
        // On a terminal only; elsewhere the log lines below say what was done.
        let progress = spinner("reading, checking and drawing");
        let outcome = ingest(&self.source, &options);
        progress.finish_and_clear();
        let outcome = outcome?;
        for fault in &outcome.report.left_out {
            tracing::debug!("left out: {fault}");
        }
        for collection in &outcome.release.collections {
            tracing::info!("{}: {} features", collection.id, collection.features.len());
        }
        tracing::info!("{} rows or names left out by the recipes", outcome.report.left_out.len());
        Ok(outcome)
    }
}
