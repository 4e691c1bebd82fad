//! Batches of a walk, out of memory.

use super::{chosen::Chooser, spatial::meets};
use crate::{Batch, Item, ItemsQuery, Page, PageStart, StoreError};

/// How many features are looked at for one batch: a walk that finds little must not keep a thread from others.
const LOOKED_AT: usize = 50_000;

/// The next batch of a walk in the order of the query. In that of ids each feature is looked at once in a whole walk; the index would have to find
/// all of them again for every batch.
pub(super) fn batch(
    chooser: &Chooser,
    query: &ItemsQuery,
    item: impl Fn(usize) -> Item,
) -> Result<Batch, StoreError> {
    if !query.sort.is_empty() {
        let Page { items, next, .. } = chooser.page(query)?;
        return Ok(Batch { items: items.into_iter().map(item).collect(), next });
    }
    let table = &chooser.table;
    let begin = match &query.start {
        PageStart::After(last) => table.find(last).map_or_else(|| table.row_from(last), |row| row + 1),
        _ => 0,
    };
    let mut items = Vec::new();
    let mut end = begin;
    for row in (begin..table.len()).take(LOOKED_AT) {
        if items.len() == query.limit {
            break;
        }
        let looked_at = table.row(row);
        if chooser.admits(query, &looked_at) && query.bbox.as_ref().is_none_or(|bbox| meets(&looked_at, bbox))
        {
            items.push(item(row));
        }
        end = row + 1;
    }
    let next = (begin < end && end < table.len()).then(|| PageStart::After(table.id(end - 1).to_owned()));
    Ok(Batch { items, next })
}
