//! How bad each hotspot is, as far as a release knows: what clusters tell of their members.

use crate::cluster::Weight;
use std::collections::HashMap;
use terrikon_core::{Claim, CollectionId, Release, table::FeatureTable};

/// The claim that says how many times a limit is exceeded.
const EXCEEDANCE: &str = "limit_exceedance";

/// The weight of each row of a table of hotspots: the greatest exceedance that a sample has or a source claims, and the most people
/// that one of its zones has. What nobody told is absent.
#[must_use]
pub fn weights(hotspots: &FeatureTable, release: &Release) -> Vec<Weight> {
    let mut known: HashMap<&str, Weight> = HashMap::new();
    let mut add = |id: &str, weight: Weight| {
        if let Some(row) = hotspots.find(id) {
            let known = known.entry(hotspots.id(row)).or_default();
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
    (0..hotspots.len()).map(|row| known.get(hotspots.id(row)).copied().unwrap_or_default()).collect()
}
