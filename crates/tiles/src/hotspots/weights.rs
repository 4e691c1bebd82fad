//! How bad each hotspot is, as far as a release knows: what clusters tell of their members.

use crate::cluster::Weight;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use terrikon_core::{Claim, CollectionId, Release, table::FeatureTable};

/// The claim that says how many times a limit is exceeded.
const EXCEEDANCE: &str = "limit_exceedance";

/// The weights of the rows of a table of hotspots. Of most rows nobody told any: they take no room.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Weights {
    /// The rows that have one, ascending.
    rows: Vec<u32>,
    weights: Vec<Weight>,
}

impl Weights {
    /// The weight of a row; what nobody told is absent in it.
    #[must_use]
    pub fn get(&self, row: usize) -> Weight {
        let place = u32::try_from(row).ok().and_then(|row| self.rows.binary_search(&row).ok());
        place.and_then(|place| self.weights.get(place)).copied().unwrap_or_default()
    }
}

/// The weight of each row of a table of hotspots: the greatest exceedance that a sample has or a source claims, and the most people
/// that one of its zones has.
#[must_use]
pub fn weights(hotspots: &FeatureTable, release: &Release) -> Weights {
    let mut known: BTreeMap<u32, Weight> = BTreeMap::new();
    let mut add = |id: &str, weight: Weight| {
        if let Some(row) = hotspots.find(id) {
            let known = known.entry(row as u32).or_default();
            *known = known.max(weight);
        }
    };
    let severe = |times: f64| Weight { severity: Some(times as f32), people: None };
    for claim in release.claims.iter().filter(|claim| claim.property == EXCEEDANCE) {
        if let Claim { subject, value_low: Some(times), .. } = claim {
            add(subject, severe(*times));
        }
    }
    for sample in &release.collection(CollectionId::Measurements).features {
        if let Some((id, times)) = sample.text("hotspot").zip(sample.number("exceedance")) {
            add(id, severe(times));
        }
    }
    for zone in &release.collection(CollectionId::Zones).features {
        if let Some((id, people)) = zone.text("hotspot").zip(zone.number("people")) {
            add(id, Weight { severity: None, people: Some(people.round() as u32) });
        }
    }
    let (rows, weights) = known.into_iter().unzip();
    Weights { rows, weights }
}
