//! One release in memory.

use super::{batch, chosen::Indexed};
use crate::{
    Batch, ClaimsQuery, Directory, Hit, Item, ItemsQuery, Page, SearchQuery, Snapshot, StoreError,
    search::SearchIndex,
};
use async_trait::async_trait;
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};
use terrikon_core::{Claim, CollectionId, Feature, Release, ReleaseId, exposure::Surroundings};
use terrikon_tiles::{TileRequest, TileSource};
use tokio::sync::Semaphore;

#[derive(Debug)]
pub(super) struct EmbeddedSnapshot {
    release: ReleaseId,
    directory: Directory,
    surroundings: Arc<Surroundings>,
    /// Shared with the threads that filter.
    collections: BTreeMap<CollectionId, Arc<Indexed>>,
    /// By subject.
    claims: HashMap<String, Arc<[Claim]>>,
    /// The id, subject and place of every claim, ordered by id.
    claim_ids: Vec<(String, String, usize)>,
    /// What a feature of which nothing is claimed shares.
    no_claims: Arc<[Claim]>,
    search: SearchIndex,
    /// Shared with the threads that draw.
    tiles: Arc<TileSource>,
    /// Turns of drawing. Who hangs up leaves behind what is being drawn for him; without turns, that would be without bound.
    drawing: Arc<Semaphore>,
}

impl EmbeddedSnapshot {
    pub(super) fn new(release: Release) -> Self {
        let directory = Directory::of(&release);
        let surroundings = Arc::new(Surroundings::of(&release));
        let search = SearchIndex::new(&release.collections);
        let tiles = Arc::new(TileSource::new(&release));
        let mut claims: HashMap<String, Vec<Claim>> = HashMap::new();
        for claim in release.claims {
            claims.entry(claim.subject.clone()).or_default().push(claim);
        }
        let places = claims.values().flat_map(|claims| claims.iter().enumerate());
        let mut claim_ids: Vec<_> =
            places.map(|(place, claim)| (claim.id(), claim.subject.clone(), place)).collect();
        claim_ids.sort();
        // A claim that stands in a file twice is one claim.
        claim_ids.dedup_by(|a, b| a.0 == b.0);
        let collections = release
            .collections
            .into_iter()
            .map(|collection| (collection.id, Arc::new(Indexed::new(collection.features))));
        Self {
            release: release.id,
            directory,
            surroundings,
            collections: collections.collect(),
            claims: claims.into_iter().map(|(subject, claims)| (subject, claims.into())).collect(),
            claim_ids,
            no_claims: Arc::from([]),
            search,
            tiles,
            drawing: Arc::new(Semaphore::new(drawn_at_once())),
        }
    }

    fn with_claims(&self, feature: &Arc<Feature>) -> Item {
        Item {
            feature: Arc::clone(feature),
            claims: Arc::clone(self.claims.get(&feature.id).unwrap_or(&self.no_claims)),
        }
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
            let chosen = tokio::task::spawn_blocking(move || collection.page(&query)).await;
            chosen.map_err(StoreError::Cancelled)??
        };
        let Page { items, number_matched, next, prev } = page;
        let items = items.iter().map(|feature| self.with_claims(feature)).collect();
        Ok(Page { items, number_matched, next, prev })
    }

    async fn batch(&self, query: ItemsQuery) -> Result<Batch, StoreError> {
        let Some(collection) = self.collections.get(&query.collection) else {
            return Ok(Batch { items: Vec::new(), next: None });
        };
        batch::batch(collection, &query, |feature| self.with_claims(feature))
    }

    async fn item(&self, collection: CollectionId, id: &str) -> Result<Option<Item>, StoreError> {
        let found = self.collections.get(&collection).and_then(|collection| collection.get(id));
        Ok(found.map(|feature| self.with_claims(feature)))
    }

    async fn claims(&self, query: ClaimsQuery) -> Result<Page<Claim>, StoreError> {
        let among =
            |words: &[String], word: &str| words.is_empty() || words.iter().any(|wanted| wanted == word);
        let admitted: Vec<_> = self
            .claim_ids
            .iter()
            .filter_map(|(id, subject, place)| Some((id, self.claims.get(subject)?.get(*place)?)))
            .filter(|(_, claim)| {
                among(&query.subjects, &claim.subject) && among(&query.properties, &claim.property)
            })
            .collect();
        Ok(Page::cut(
            &admitted,
            |(id, _)| id.as_str(),
            query.limit,
            &query.start,
            |(_, claim)| (*claim).clone(),
        ))
    }

    async fn search(&self, query: SearchQuery) -> Result<Vec<Hit>, StoreError> {
        Ok(self.search.find(&query))
    }

    async fn tile(&self, request: TileRequest) -> Result<Vec<u8>, StoreError> {
        let Ok(turn) = Arc::clone(&self.drawing).acquire_owned().await else {
            return Err(StoreError::Busy);
        };
        let tiles = Arc::clone(&self.tiles);
        // The turn goes with the work: who asked may be gone before it is done.
        let drawn = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            tiles.tile(&request)
        })
        .await;
        Ok(drawn.map_err(StoreError::Cancelled)??)
    }
}

/// Twice the cores: a tile that waits for another one's clusters does not keep a core from a third.
fn drawn_at_once() -> usize {
    2 * std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}
