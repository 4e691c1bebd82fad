//! `terrikon synth`: a release of any size, made up.

use crate::bundled;
use clap::Args;
use indicatif::ProgressBar;
use std::{error::Error, path::PathBuf, time::Duration};
use terrikon_core::Release;
use terrikon_store::embedded::gpkg;
use terrikon_synth::{MAX_HOTSPOTS, Recipe, synth};

/// The areas and settlements of a release with made-up hotspots, zones and claims. Nothing of it is real: every name and
/// every claim says so. For tests and benchmarks, not for publication.
#[derive(Debug, Args)]
pub(crate) struct Synth {
    /// How many hotspots, 1 to 5,000,000. A million need about 4 GB of memory.
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..=MAX_HOTSPOTS as u64))]
    hotspots: u64,
    /// Which ones: the same seed gives the same hotspots, on every machine.
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// The release to write.
    #[arg(long)]
    out: PathBuf,
    /// The release whose areas and settlements are taken, a GeoPackage of `terrikon ingest`; the bundled one if not given.
    #[arg(long, env = "TERRIKON_STORE")]
    store: Option<PathBuf>,
}

impl Synth {
    pub(crate) fn run(&self) -> Result<(), Box<dyn Error>> {
        let base = match &self.store {
            Some(path) => gpkg::read(path)?,
            None => bundled::release()?,
        };
        let recipe = Recipe { hotspots: usize::try_from(self.hotspots)?, seed: self.seed };
        // On a terminal only; elsewhere the log line below says what was done.
        let progress = ProgressBar::new_spinner().with_message("making up");
        progress.enable_steady_tick(Duration::from_millis(120));
        let done = self.write(&base, &recipe, &progress);
        progress.finish_and_clear();
        let release = done?;
        tracing::info!(
            "wrote {} made-up hotspots as release {} to {}",
            recipe.hotspots,
            release.id,
            self.out.display()
        );
        Ok(())
    }

    fn write(
        &self,
        base: &Release,
        recipe: &Recipe,
        progress: &ProgressBar,
    ) -> Result<Release, Box<dyn Error>> {
        let release = synth(base, recipe)?;
        progress.set_message("writing");
        gpkg::write(&self.out, &release)?;
        Ok(release)
    }
}
