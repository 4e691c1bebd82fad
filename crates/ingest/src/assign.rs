//! Which oblast and raion hold a place: found by geometry, in every division, never written by hand.

use crate::{areas::Areas, normalise::Candidate};
use terrikon_core::CollectionId;

/// A place this far outside every raion (on a shore, or at a generalised border) belongs to the nearest one.
const SHORE_TOLERANCE_M: f64 = 3_000.0;

/// Fills `oblasts` and `raion` of every place. Lines and lakes that cross many areas get the one of their position.
pub fn assign(candidates: &mut [Candidate], areas: &Areas) {
    for candidate in candidates {
        if matches!(
            candidate.collection,
            CollectionId::Oblasts | CollectionId::Raions | CollectionId::Countries
        ) {
            continue;
        }
        let Some([lon, lat]) = candidate.feature.position else { continue };
        let located = areas.locate(candidate.feature.text("country"), lon, lat, SHORE_TOLERANCE_M);
        candidate.feature.oblasts = located.oblasts;
        candidate.feature.raion = located.raion;
    }
}
