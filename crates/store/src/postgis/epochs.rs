//! Spans of days over which the same hotspots exist in the same oblasts: clusters are drawn for each of them once.

use std::collections::BTreeSet;
use terrikon_core::{CollectionId, Date, Release, Validity};

/// How many spans are drawn ahead, the latest first: what is older is asked for seldom.
const DRAWN: usize = 8;

/// The latest spans, one after the other; the last has no end.
pub(super) fn of(release: &Release) -> Vec<Validity> {
    let hotspots = &release.collection(CollectionId::Hotspots).features;
    let spans = hotspots
        .iter()
        .flat_map(|hotspot| hotspot.oblasts.iter().map(|area| area.validity).chain([hotspot.validity]));
    let changes: BTreeSet<Date> = spans.flat_map(|span| [span.valid_from, span.valid_to]).flatten().collect();
    let mut bounds: Vec<Option<Date>> = vec![None];
    bounds.extend(changes.into_iter().map(Some));
    let ends = bounds.iter().skip(1).copied().chain([None]);
    let spans: Vec<_> =
        bounds.iter().zip(ends).map(|(from, to)| Validity { valid_from: *from, valid_to: to }).collect();
    spans[spans.len().saturating_sub(DRAWN)..].to_vec()
}
