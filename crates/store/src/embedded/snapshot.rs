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
    /// What a feature of which nothing is claimed shares.
    no_claims: Arc<[Claim]>,
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
            no_claims: Arc::from([]),
            search: Arc::new(SearchIndex::new(&rest.collections).with_hotspots(names)),
            tiles: Arc::new(tiles),
            drawing: Arc::new(Semaphore::new(drawn_at_once())),
            release: rest.id,
        }
    }

    fn item(&self, collection: &Chooser, row: usize) -> Item {
        let feature = Arc::new(collection.table.feature(row));
        let claims = self.claims.of(&feature.id);
        let claims = if claims.is_empty() { Arc::clone(&self.no_claims) } else { claims.into() };
        Item { feature, claims }
    }
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
        let Some(collection) = self.collections.get(&query.collection) else {
            return Ok(Page { items: Vec::new(), number_matched: 0, next: None, prev: None });
        };
        let page = if query.cql.is_none() && query.sort.is_empty() {
            collection.page(&query)?
        } else {
            // A filter may cost seconds, which must not keep other requests waiting.
            let collection = Arc::clone(collection);
            spawn_blocking(move || collection.page(&query)).await.map_err(StoreError::Cancelled)??
        };
        let Page { items, number_matched, next, prev } = page;
        let items = items.into_iter().map(|row| self.item(collection, row)).collect();
        Ok(Page { items, number_matched, next, prev })
    }

    async fn batch(&self, query: ItemsQuery) -> Result<Batch, StoreError> {
        let Some(collection) = self.collections.get(&query.collection) else {
            return Ok(Batch { items: Vec::new(), next: None });
        };
        batch::batch(collection, &query, |row| self.item(collection, row))
    }

    async fn item(&self, collection: CollectionId, id: &str) -> Result<Option<Item>, StoreError> {
        let collection = self.collections.get(&collection);
        let found = collection.and_then(|collection| Some((collection, collection.table.find(id)?)));
        Ok(found.map(|(collection, row)| self.item(collection, row)))
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
