//! From a base to a release of made-up hotspots.

use crate::{
    MAX_HOTSPOTS, Recipe, SynthError,
    areas::Areas,
    claims::{self, SOURCE, claim},
    hotspots::{hotspot, id},
    places::Places,
    zones::{self, Rings},
};
use std::{num::NonZero, ops::Range, panic::resume_unwind, thread};
use terrikon_core::{Claim, Collection, CollectionId, Feature, Release};

/// The base with its hotspots, zones and claims replaced by made-up ones, without the measurements and projects of the hotspots
/// that are gone; all else is as it was, and one source more, [`SOURCE`].
///
/// Takes all cores and about 4 kB of memory a hotspot.
///
/// # Errors
/// [`SynthError::TooMany`]; [`SynthError::NoArea`] where there is nowhere to put a hotspot.
///
/// ```
/// # use geo::polygon;
/// # use terrikon_core::{Collection, CollectionId, Feature, Release};
/// # use terrikon_synth::{Recipe, synth};
/// # let square = polygon![(x: 70.0, y: 46.0), (x: 76.0, y: 46.0), (x: 76.0, y: 51.5), (x: 70.0, y: 51.5)];
/// # let mut oblast = Feature { id: "KZ-35".to_owned(), geometry: Some(square.into()), ..Feature::default() };
/// # oblast.position = Some([73.0, 48.0]);
/// # let base = Release::new(vec![Collection::new(CollectionId::Oblasts, vec![oblast])], vec![], vec![], vec![], vec![]);
/// let made_up = synth(&base, &Recipe { hotspots: 1_000, seed: 7 })?;
/// assert_eq!(made_up.collection(CollectionId::Hotspots).features[999].id, "synth-0001000");
/// assert_eq!(made_up.collection(CollectionId::Oblasts), base.collection(CollectionId::Oblasts));
/// # Ok::<(), terrikon_synth::SynthError>(())
/// ```
pub fn synth(base: &Release, recipe: &Recipe) -> Result<Release, SynthError> {
    if recipe.hotspots > MAX_HOTSPOTS {
        return Err(SynthError::TooMany(recipe.hotspots));
    }
    let areas = Areas::of(base).ok_or(SynthError::NoArea)?;
    let places = Places::of(base, &areas, recipe.seed);
    let made = made_up(recipe, &places, &areas)?;
    let of_hotspots = |id| {
        use CollectionId::{Hotspots, Measurements, Projects, Zones};
        matches!(id, Hotspots | Zones | Measurements | Projects)
    };
    let mut collections: Vec<_> =
        base.collections.iter().filter(|collection| !of_hotspots(collection.id)).cloned().collect();
    collections.push(Collection::new(CollectionId::Hotspots, made.hotspots));
    collections.push(Collection::new(CollectionId::Zones, made.zones));
    let mut sources: Vec<_> = base.sources.iter().filter(|source| source.id != SOURCE).cloned().collect();
    sources.push(claims::source());
    Ok(Release::new(collections, made.claims, sources, base.generalised.clone(), base.population.clone()))
}

#[derive(Default)]
struct Made {
    hotspots: Vec<Feature>,
    zones: Vec<Feature>,
    claims: Vec<Claim>,
}

/// All hotspots, a share on every core: each follows from its number alone.
fn made_up(recipe: &Recipe, places: &Places<'_>, areas: &Areas) -> Result<Made, SynthError> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = recipe.hotspots.div_ceil(cores).max(1);
    let shares = (0..cores).map(|core| {
        let end = |core: usize| 1 + (core * share).min(recipe.hotspots);
        end(core)..end(core + 1)
    });
    let parts: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> =
            shares.map(|numbers| scope.spawn(move || part(numbers, recipe.seed, places, areas))).collect();
        let joined =
            workers.into_iter().map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
        joined.collect()
    });
    let mut made = Made::default();
    for part in parts {
        let part = part?;
        made.hotspots.extend(part.hotspots);
        made.zones.extend(part.zones);
        made.claims.extend(part.claims);
    }
    Ok(made)
}

fn part(numbers: Range<usize>, seed: u64, places: &Places<'_>, areas: &Areas) -> Result<Made, SynthError> {
    let rings = Rings::new().map_err(|source| SynthError::Zone { hotspot: id(numbers.start), source })?;
    let mut made = Made { hotspots: Vec::with_capacity(numbers.len()), ..Made::default() };
    for number in numbers {
        let hotspot = hotspot(number, seed, places, areas);
        if zones::is_surveyed(number) {
            made.zones.extend(rings.around(&hotspot)?);
        }
        made.claims.extend(claim(number, seed));
        made.hotspots.push(hotspot);
    }
    Ok(made)
}
