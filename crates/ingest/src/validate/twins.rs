//! `shared-position`: two places of different names do not stand on the same spot.
//!
//! Trackers that lack a coordinate copy a neighbour's. Who copied from whom is decided by the names: the one that
//! is named after a place near by keeps the spot; if none or several are, all of them are in doubt but those.

use crate::{
    fault::Fault,
    normalise::Candidate,
    validate::names::{Places, folded},
};
use std::collections::BTreeMap;
use terrikon_core::CollectionId;

/// Finds facilities of different names at exactly the same coordinate, where at least one bears the name of a
/// place near by and another does not.
#[must_use]
pub fn shared_position(candidates: &[Candidate]) -> Vec<(usize, Fault)> {
    let mut spots: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        if let (CollectionId::Facilities, Some([lon, lat])) =
            (candidate.collection, candidate.feature.position)
        {
            spots.entry(((lon * 1e5).round() as i64, (lat * 1e5).round() as i64)).or_default().push(index);
        }
    }
    let places = Places::of(candidates);
    let mut found = Vec::new();
    for group in spots.values().filter(|group| group.len() > 1) {
        let name = |index: &usize| candidates[*index].feature.names.en.as_deref().unwrap_or_default();
        let at_home: Vec<usize> =
            group.iter().copied().filter(|index| places.names_a_place_near(&candidates[*index])).collect();
        let Some(owner) = at_home.first() else { continue };
        for index in group.iter().filter(|index| !at_home.contains(index)) {
            if folded(name(index)) == folded(name(owner)) {
                continue;
            }
            let fault = candidates[*index]
                .fault(
                    "shared-position",
                    format!(
                        "stands exactly where {} stands, and no place near by bears its name",
                        name(owner)
                    ),
                )
                .value("name", name(index))
                .hint("the coordinate may have been copied; find its own");
            found.push((*index, fault));
        }
    }
    found
}
