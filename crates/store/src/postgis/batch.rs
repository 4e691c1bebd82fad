//! Batches of a walk, out of the database.

use super::{
    cells::{box_shape, feature},
    items::{Start, claims_of, limit, listing, narrowing},
    snapshot::PostgisSnapshot,
    statements,
};
use crate::{Batch, Item, ItemsQuery, PageStart, StoreError};
use std::sync::Arc;
use terrikon_core::Claim;

/// The next batch of a walk in the order of the query. Every batch is a transaction of its own: a slow reader of a long file holds no
/// connection meanwhile. What a page costs beside its rows, counting all others, is left out.
pub(super) async fn batch(snapshot: &PostgisSnapshot, query: &ItemsQuery) -> Result<Batch, StoreError> {
    let statements = statements::of(query.collection);
    let bbox = query.bbox.as_ref().map(box_shape).transpose()?;
    let start = Start::of(&query.start);
    let mut reading = snapshot.begin_planned().await?;
    let failed = |error| snapshot.failed(statements.table, error);
    let narrow = |asking| narrowing(asking, snapshot.serial, query, bbox.as_deref());
    let rows = if query.cql.is_none() && query.sort.is_empty() {
        let listing = narrow(snapshot.query(statements.after)).bind(&*start.id).bind(limit(query.limit));
        listing.fetch_all(&mut *reading).await
    } else {
        let place = start.place(snapshot, &mut reading, statements.table, query).await?;
        let listing = listing(statements, query, place.as_ref(), false)?;
        listing.asking(narrow).fetch_all(&mut *reading).await
    };
    let rows = rows.map_err(failed)?;
    if rows.is_empty() {
        snapshot.still_there(&mut reading).await?;
    }
    let features =
        rows.iter().map(|row| feature(row, query.collection).map(Arc::new)).collect::<Result<Vec<_>, _>>()?;
    let mut claims = claims_of(snapshot, &mut reading, &features).await?;
    reading.commit().await.map_err(failed)?;
    // A full batch may be the last one: then the next is empty.
    let next = features.last().filter(|_| features.len() == query.limit);
    let next = next.map(|last| PageStart::After(last.id.clone()));
    let nothing: Arc<[Claim]> = Arc::from([]);
    let items = features.into_iter().map(|feature| {
        let claims = claims.remove(&feature.id).map_or_else(|| Arc::clone(&nothing), Arc::from);
        Item { feature, claims }
    });
    Ok(Batch { items: items.collect(), next })
}
