//! A walk gives what one great page gives, in batches of any size.

use super::fixture;
use std::sync::Arc;
use terrikon_core::{CollectionId, Date, Envelope, Kind};
use terrikon_store::{ItemsQuery, PageStart, Period, Snapshot, Walk};

/// Holds a store that serves [`fixture::release`] to it.
pub(crate) async fn run(snapshot: &Arc<dyn Snapshot>) {
    let now = fixture::split();
    for collection in CollectionId::ALL {
        same(snapshot, ItemsQuery::all(collection, now)).await;
        same(snapshot, ItemsQuery::all(collection, Date::constant(2021, 6, 30))).await;
        let ever = Period { from: None, to: None };
        let bbox = Some(Envelope { west: 72.0, south: 49.0, east: 73.0, north: 51.0 });
        same(snapshot, ItemsQuery { period: ever, bbox, ..ItemsQuery::all(collection, now) }).await;
        same(snapshot, ItemsQuery { period: ever, limit: 2, ..ItemsQuery::all(collection, now) }).await;
    }
    let mut dumps = ItemsQuery::all(CollectionId::Hotspots, now);
    dumps.filter.kinds = vec![Kind::Dump];
    same(snapshot, dumps).await;
    let behind = PageStart::After("kz-b".to_owned());
    same(snapshot, ItemsQuery { start: behind, ..ItemsQuery::all(CollectionId::Hotspots, now) }).await;
    let ahead = PageStart::Before("kz-u".to_owned());
    same(snapshot, ItemsQuery { start: ahead, limit: 2, ..ItemsQuery::all(CollectionId::Hotspots, now) })
        .await;
}

/// Compares walks of several sizes with one page.
pub(crate) async fn same(snapshot: &Arc<dyn Snapshot>, query: ItemsQuery) {
    let all = snapshot.items(query.clone()).await.unwrap().items;
    for at_once in [1, 2, 3, 1_000] {
        let mut walk = Walk::new(Arc::clone(snapshot), query.clone(), at_once);
        let mut walked = Vec::new();
        while let Some(batch) = walk.next().await.unwrap() {
            // A page that ends before an id is given as one batch.
            let most = if matches!(query.start, PageStart::Before(_)) { query.limit } else { at_once };
            assert!(batch.len() <= most && !batch.is_empty(), "{} of {at_once}", batch.len());
            walked.extend(batch);
        }
        assert!(walked == all, "{at_once} at once: {} of {}, {query:?}", walked.len(), all.len());
    }
}
