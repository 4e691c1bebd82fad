//! One release in memory.

use super::{
    batch,
    chosen::Chooser,
    packed::{Many, PackedRelease},
};
use crate::{
    Batch, ClaimsQuery, Directory, Hit, Item, ItemsQuery, Page, SearchQuery, Snapshot, StoreError,
    search::SearchIndex,
};
use async_trait::async_trait;
use std::{collections::BTreeMap, sync::Arc};
use terrikon_core::{Claim, CollectionId, ReleaseId, exposure::Surroundings, table::ClaimTable};
use terrikon_tiles::{TileRequest, TileSource};
use tokio::{sync::Semaphore, task::spawn_blocking};

#[derive(Debug)]
pub(super) struct EmbeddedSnapshot {
    release: ReleaseId,
    directory: Directory,
    surroundings: Arc<Surroundings>,
    /// Shared with the threads that filter.
    collections: BTreeMap<CollectionId, Arc<Chooser>>,
    claims: Arc<ClaimTable>,
    /// Shared with the threads that compare names.
    search: Arc<SearchIndex>,
    /// Shared with the threads that draw.
    tiles: Arc<TileSource>,
    /// Turns of drawing. Who hangs up leaves behind what is being drawn for him; without turns, that would be without bound.
    drawing: Arc<Semaphore>,
}

impl EmbeddedSnapshot {
    pub(super) fn new(mut packed: PackedRelease) -> Self {
        let clusters = packed.many.clusters.take();
        let tiles = TileSource::of_packed(&packed.rest, packed.many.tile_parts(clusters));
        let tables = packed.tables();
        let PackedRelease { rest, many: Many { hotspots, claims, names, .. } } = packed;
        Self {
            directory: Directory::of_tables(&tables, &rest),
            surroundings: Surroundings::with_hotspots(hotspots, &rest.collections, &rest.population).into(),
            collections: tables.into_iter().map(|(id, table)| (id, Arc::new(Chooser::new(table)))).collect(),
            claims: Arc::new(claims),
            search: Arc::new(SearchIndex::new(&rest.collections).with_hotspots(names)),
            tiles: Arc::new(tiles),
            drawing: Arc::new(Semaphore::new(drawn_at_once())),
            release: rest.id,
        }
    }

    /// Works with a collection and the claims on a thread that may block: choosing may take seconds, and unpacking takes its time, too.
    /// `None` where there is no such collection.
    async fn read<T: Send + 'static>(
        &self,
        collection: CollectionId,
        read: impl FnOnce(&Chooser, &ClaimTable) -> T + Send + 'static,
    ) -> Result<Option<T>, StoreError> {
        let Some(collection) = self.collections.get(&collection) else { return Ok(None) };
        let (collection, claims) = (Arc::clone(collection), Arc::clone(&self.claims));
        let done = spawn_blocking(move || read(&collection, &claims)).await;
        done.map(Some).map_err(StoreError::Cancelled)
    }
}

/// A row with what is claimed of it.
fn item(collection: &Chooser, claims: &ClaimTable, row: usize) -> Item {
    let feature = Arc::new(collection.table.feature(row));
    let claims = claims.of(&feature.id).into();
    Item { feature, claims }
}

#[async_trait]
impl Snapshot for EmbeddedSnapshot {
    fn release(&self) -> &ReleaseId {
        &self.release
    }

    async fn surroundings(&self) -> Result<Arc<Surroundings>, StoreError> {
        Ok(Arc::clone(&self.surroundings))
    }

    fn directory(&self) -> &Directory {
        &self.directory
    }

    async fn items(&self, query: ItemsQuery) -> Result<Page, StoreError> {
        let page = self.read(query.collection, move |collection, claims| {
            let Page { items, number_matched, next, prev } = collection.page(&query)?;
            let items = items.into_iter().map(|row| item(collection, claims, row)).collect();
            Ok(Page { items, number_matched, next, prev })
        });
        let nothing = Page { items: Vec::new(), number_matched: 0, next: None, prev: None };
        page.await?.unwrap_or(Ok(nothing))
    }

    async fn batch(&self, query: ItemsQuery) -> Result<Batch, StoreError> {
        let made = self.read(query.collection, move |collection, claims| {
            batch::batch(collection, &query, |row| item(collection, claims, row))
        });
        made.await?.unwrap_or(Ok(Batch { items: Vec::new(), next: None }))
    }

    async fn item(&self, collection: CollectionId, id: &str) -> Result<Option<Item>, StoreError> {
        let collection = self.collections.get(&collection);
        let found = collection.and_then(|collection| Some((collection, collection.table.find(id)?)));
        Ok(found.map(|(collection, row)| item(collection, &self.claims, row)))
    }

    async fn claims(&self, query: ClaimsQuery) -> Result<Page<Claim>, StoreError> {
        let claims = Arc::clone(&self.claims);
        // A property may be that of any claim: all are looked at.
        spawn_blocking(move || claimed(&claims, &query)).await.map_err(StoreError::Cancelled)
    }

    async fn search(&self, query: SearchQuery) -> Result<Vec<Hit>, StoreError> {
        let search = Arc::clone(&self.search);
        spawn_blocking(move || search.find(&query)).await.map_err(StoreError::Cancelled)
    }

    async fn tile(&self, request: TileRequest) -> Result<Vec<u8>, StoreError> {
        let Ok(turn) = Arc::clone(&self.drawing).acquire_owned().await else {
            return Err(StoreError::Busy);
        };
        let tiles = Arc::clone(&self.tiles);
        // The turn goes with the work: who asked may be gone before it is done.
        let drawn = spawn_blocking(move || {
            let _turn = turn;
            tiles.tile(&request)
        })
        .await;
        Ok(drawn.map_err(StoreError::Cancelled)??)
    }
}

fn claimed(claims: &ClaimTable, query: &ClaimsQuery) -> Page<Claim> {
    let mut subjects: Vec<&String> = query.subjects.iter().collect();
    subjects.sort_unstable();
    subjects.dedup();
    let mut places: Vec<usize> = if subjects.is_empty() {
        (0..claims.len()).collect()
    } else {
        subjects.iter().flat_map(|subject| claims.places(subject)).collect()
    };
    places.sort_unstable();
    if !query.properties.is_empty() {
        let of_property = |claim: Claim| query.properties.contains(&claim.property);
        places.retain(|place| claims.claim(*place).is_some_and(of_property));
    }
    let page =
        Page::cut(places.len(), |at| claims.id(places[at]), query.limit, &query.start, |at| places[at]);
    Page {
        items: page.items.into_iter().filter_map(|place| claims.claim(place)).collect(),
        number_matched: page.number_matched,
        next: page.next,
        prev: page.prev,
    }
}

/// Twice the cores: a tile that waits for another one's clusters does not keep a core from a third.
fn drawn_at_once() -> usize {
    2 * std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}
