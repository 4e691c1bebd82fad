//! The whole line from sources to a release. All or nothing: one fault and there is no release.

use crate::{
    areas::{self, Derived},
    assign, facts,
    fault::{Fault, Report},
    normalise::{self, Candidate},
    observations, population,
    recipe::{OnFault, Recipe},
    validate,
    zones::{self, Rule},
};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};
use terrikon_core::{
    Claim, Collection, CollectionId, Feature, Release, Source, exposure::Surroundings,
    population::PopulationSource,
};

/// Why there is no release.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IngestError {
    /// The inputs have faults.
    #[error("{0}")]
    Faults(Report),
}

/// A release and what was noticed on the way.
#[derive(Debug)]
pub struct Outcome {
    /// The release.
    pub release: Release,
    /// Rows that recipes allowed to leave out.
    pub report: Report,
    /// The areas, for writing cells as text.
    pub derived: Option<Derived>,
}

/// What may be asked of an ingest beside its sources.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Where a recipe's files are, if not beside it.
    pub data: Option<PathBuf>,
    /// Leave out the shapes of tiles: text needs none.
    pub without_tiles: bool,
}

/// Reads sources (folders with a recipe, recipes, data files) and makes one release of them.
///
/// # Errors
/// All faults that were found.
pub fn ingest(sources: &[PathBuf], options: &Options) -> Result<Outcome, IngestError> {
    let mut gathered = Gathered::default();
    for source in sources {
        let read =
            Recipe::open(source, options.data.as_deref()).and_then(|recipe| gathered.take(&recipe, options));
        if let Err(fault) = read {
            gathered.report.faults.push(fault);
        }
    }
    gathered.release()
}

#[derive(Default)]
struct Gathered {
    candidates: Vec<Candidate>,
    claims: Vec<Claim>,
    sources: Vec<Source>,
    population: Vec<PopulationSource>,
    rules: Vec<Rule>,
    derived: Option<Derived>,
    near_km: Vec<(String, f64)>,
    report: Report,
}

impl Gathered {
    fn take(&mut self, recipe: &Recipe, options: &Options) -> Result<(), Fault> {
        let folder: &Path = &recipe.folder;
        if let Some(areas) = &recipe.areas {
            if self.derived.is_some() {
                return Err(Fault::of_file(
                    "two-areas",
                    "areas",
                    "only one source of an ingest may bring the areas",
                ));
            }
            self.derived = Some(areas::derive(areas, folder, !options.without_tiles)?);
        }
        for layer in &recipe.layer {
            match normalise::layer(layer, folder) {
                Ok(done) => {
                    self.candidates.extend(done.candidates);
                    for (fault, on_fault) in done.faults {
                        self.note(fault, on_fault);
                    }
                }
                Err(fault) => self.report.faults.push(fault),
            }
            if let Some(km) = layer.near_covered_km {
                self.near_km.push((layer.file.clone(), km));
            }
        }
        for raster in &recipe.population {
            if self.population.iter().any(|other| other.grid.id() == raster.id) {
                let fault =
                    Fault::of_file("duplicate-id", &raster.file, "the id is already used for another raster")
                        .value("id", &raster.id)
                        .hint("give it another id: reports tell rasters apart by it");
                self.report.faults.push(fault);
                continue;
            }
            match population::grid(raster, folder) {
                Ok(grid) => {
                    self.population.push(PopulationSource { grid: Arc::new(grid), counts: raster.counts });
                }
                Err(fault) => self.report.faults.push(fault),
            }
        }
        for file in &recipe.sources {
            self.sources.extend(facts::sources(folder, file)?);
        }
        for file in &recipe.claims {
            self.claims.extend(facts::claims(folder, file, &mut self.report.faults)?);
        }
        if let Some(file) = &recipe.zones {
            self.rules.extend(zones::rules(folder, file, &mut self.report.faults)?);
        }
        Ok(())
    }

    fn note(&mut self, fault: Fault, on_fault: OnFault) {
        match on_fault {
            OnFault::Stop => self.report.faults.push(fault),
            OnFault::LeaveOut => self.report.left_out.push(fault),
        }
    }

    fn release(mut self) -> Result<Outcome, IngestError> {
        self.drop_far();
        let found = validate::each(&self.candidates, self.derived.as_ref().map(|derived| &derived.areas));
        self.judge(found);
        let found = validate::together(&self.candidates);
        self.judge(found);
        if let Some(derived) = &self.derived {
            assign::assign(&mut self.candidates, &derived.areas);
        }
        let found = observations::settle(&mut self.candidates, self.derived.as_ref());
        self.report.faults.extend(found);
        self.check_references();
        if !self.report.is_clean() {
            return Err(IngestError::Faults(self.report));
        }
        match zones::derive(&self.rules, &self.hotspots()) {
            Ok(zones) => self.finish(zones),
            Err(faults) => Err(IngestError::Faults(Report { faults, ..self.report })),
        }
    }

    /// Notes faults and leaves out the rows whose recipe allows it.
    fn judge(&mut self, found: Vec<(usize, Fault)>) {
        let mut left_out = BTreeSet::new();
        for (index, fault) in found {
            let on_fault = self.candidates.get(index).map(|candidate| candidate.on_fault).unwrap_or_default();
            if on_fault == OnFault::LeaveOut {
                left_out.insert(index);
            }
            self.note(fault, on_fault);
        }
        let mut index = 0;
        self.candidates.retain(|_| {
            index += 1;
            !left_out.contains(&(index - 1))
        });
    }

    /// World-wide files are cut to what lies near the countries covered.
    fn drop_far(&mut self) {
        let Some(derived) = &self.derived else { return };
        let covered = derived.areas.covered();
        let near = |candidate: &Candidate| {
            let Some((_, km)) = self.near_km.iter().find(|(file, _)| *file == candidate.file) else {
                return true;
            };
            let mut vertices = 0;
            let Some(geometry) = &candidate.feature.geometry else { return false };
            // Every tenth vertex is enough to tell whether a river comes near.
            geo::CoordsIter::coords_iter(geometry).any(|coord| {
                vertices += 1;
                vertices % 10 == 1
                    && covered.iter().any(|country| {
                        derived
                            .areas
                            .distance_to_country(country, coord.x, coord.y)
                            .is_some_and(|metres| metres <= km * 1000.0)
                    })
            })
        };
        let kept: Vec<bool> = self.candidates.iter().map(near).collect();
        let mut kept = kept.into_iter();
        self.candidates.retain(|_| kept.next().unwrap_or(true));
    }

    fn check_references(&mut self) {
        // Text for fixtures is made before its sources are written down.
        if self.sources.is_empty() && self.claims.is_empty() {
            return;
        }
        let mut cited: Vec<_> = self
            .population
            .iter()
            .map(|PopulationSource { grid, .. }| (grid.id().to_owned(), grid.source().to_owned()))
            .collect();
        cited.extend(self.rules.iter().map(|rule| (rule.id.clone(), rule.source.clone())));
        let hotspots = self.hotspots();
        let subjects: BTreeSet<&str> =
            hotspots.iter().map(|candidate| candidate.feature.id.as_str()).collect();
        let faults = facts::dangling(&self.claims, &self.sources, &subjects, &cited);
        self.report.faults.extend(faults);
        self.report.faults.extend(facts::unknown_sources(&self.candidates, &self.sources));
    }

    fn hotspots(&self) -> Vec<&Candidate> {
        self.candidates.iter().filter(|candidate| candidate.collection == CollectionId::Hotspots).collect()
    }

    fn finish(mut self, mut zones: Vec<Feature>) -> Result<Outcome, IngestError> {
        let mut collections = Vec::new();
        let mut generalised = Vec::new();
        let mut seas: Vec<Feature> = Vec::new();
        if let Some(derived) = &mut self.derived {
            collections.append(&mut derived.collections);
            generalised.append(&mut derived.generalised);
            seas.append(&mut derived.seas);
        }
        for id in CollectionId::ALL {
            let mut features: Vec<Feature> = self
                .candidates
                .iter()
                .filter(|candidate| candidate.collection == id)
                .map(|candidate| candidate.feature.clone())
                .collect();
            if id == CollectionId::Lakes {
                features.append(&mut seas);
            }
            if !features.is_empty() {
                collections.push(Collection::new(id, features));
            }
        }
        let surroundings = Surroundings::new(&collections, &self.population);
        if let Err(error) = zones::count(&mut zones, &surroundings) {
            self.report.faults.push(Fault::of_file("zone", "zones", error.to_string()));
            return Err(IngestError::Faults(self.report));
        }
        collections.push(Collection::new(CollectionId::Zones, zones));
        let release = Release::new(collections, self.claims, self.sources, generalised, self.population);
        Ok(Outcome { release, report: self.report, derived: self.derived })
    }
}
