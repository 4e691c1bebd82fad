//! Batches of a walk, out of memory.

use super::{chosen::Indexed, spatial::meets};
use crate::{Batch, Item, ItemsQuery, Page, PageStart, StoreError};
use std::sync::Arc;
use terrikon_core::{Envelope, Feature};

/// How many features are looked at for one batch: a walk that finds little must not keep a thread from others.
const LOOKED_AT: usize = 50_000;

/// The next batch of a walk in the order of the query. In that of ids each feature is looked at once in a whole walk; the index would have to find
/// all of them again for every batch.
pub(super) fn batch(
    collection: &Indexed,
    query: &ItemsQuery,
    item: impl Fn(&Arc<Feature>) -> Item,
) -> Result<Batch, StoreError> {
    if !query.sort.is_empty() {
        let Page { items, next, .. } = collection.page(query)?;
        return Ok(Batch { items: items.iter().map(item).collect(), next });
    }
    let features = &collection.features;
    let begin = match &query.start {
        PageStart::After(last) => features.partition_point(|feature| feature.id <= *last),
        _ => 0,
    };
    let mut items = Vec::new();
    let mut last = None;
    for feature in features.iter().skip(begin).take(LOOKED_AT) {
        if items.len() == query.limit {
            break;
        }
        if query.admits(feature) && query.bbox.as_ref().is_none_or(|bbox| lies_in(feature, bbox)) {
            items.push(item(feature));
        }
        last = Some(feature);
    }
    let is_end = last.is_none_or(|last| features.last().is_some_and(|end| end.id == last.id));
    let next = last.filter(|_| !is_end).map(|last| PageStart::After(last.id.clone()));
    Ok(Batch { items, next })
}

fn lies_in(feature: &Feature, bbox: &Envelope) -> bool {
    feature.envelope().is_some_and(|envelope| envelope.intersects(bbox)) && meets(feature, bbox)
}
