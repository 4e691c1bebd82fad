//! One release in memory.

use super::{batch, spatial::SpatialIndex};
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

#[derive(Debug)]
pub(super) struct EmbeddedSnapshot {
    release: ReleaseId,
    directory: Directory,
    surroundings: Arc<Surroundings>,
    collections: BTreeMap<CollectionId, Indexed>,
    /// By subject.
    claims: HashMap<String, Arc<[Claim]>>,
    /// The id, subject and place of every claim, ordered by id.
    claim_ids: Vec<(String, String, usize)>,
    /// What a feature of which nothing is claimed shares.
    no_claims: Arc<[Claim]>,
    search: SearchIndex,
    /// Shared with the threads that draw.
    tiles: Arc<TileSource>,
}

#[derive(Debug)]
pub(super) struct Indexed {
    /// Ordered by id.
    pub(super) features: Vec<Arc<Feature>>,
    spatial: SpatialIndex,
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
        let collections = release.collections.into_iter().map(|collection| {
            let spatial = SpatialIndex::new(&collection.features);
            (
                collection.id,
                Indexed { features: collection.features.into_iter().map(Arc::new).collect(), spatial },
            )
        });
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
        }
    }

    fn with_claims(&self, feature: &Arc<Feature>) -> Item {
        Item {
            feature: Arc::clone(feature),
            claims: Arc::clone(self.claims.get(&feature.id).unwrap_or(&self.no_claims)),
        }
    }

    /// The features that a query admits, ordered by id.
    fn admitted(&self, query: &ItemsQuery) -> Vec<&Arc<Feature>> {
        let Some(collection) = self.collections.get(&query.collection) else { return Vec::new() };
        match &query.bbox {
            None => collection.features.iter().filter(|feature| query.admits(feature)).collect(),
            Some(bbox) => {
                let near = collection.spatial.within(bbox);
                near.into_iter()
                    .filter_map(|(row, inside)| Some((collection.features.get(row)?, inside)))
                    .filter(|(feature, inside)| {
                        query.admits(feature) && (*inside || super::spatial::meets(feature, bbox))
                    })
                    .map(|(feature, _)| feature)
                    .collect()
            }
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
        let admitted = self.admitted(&query);
        Ok(Page::cut(
            &admitted,
            |feature| feature.id.as_str(),
            query.limit,
            &query.start,
            |feature| self.with_claims(feature),
        ))
    }

    async fn batch(&self, query: ItemsQuery) -> Result<Batch, StoreError> {
        let Some(collection) = self.collections.get(&query.collection) else {
            return Ok(Batch { items: Vec::new(), next: None });
        };
        Ok(batch::batch(collection, &query, |feature| self.with_claims(feature)))
    }

    async fn item(&self, collection: CollectionId, id: &str) -> Result<Option<Item>, StoreError> {
        let found = self.collections.get(&collection).and_then(|collection| {
            let row = collection.features.binary_search_by(|feature| feature.id.as_str().cmp(id)).ok()?;
            collection.features.get(row)
        });
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
        let tiles = Arc::clone(&self.tiles);
        let drawn = tokio::task::spawn_blocking(move || tiles.tile(&request)).await;
        Ok(drawn.map_err(StoreError::Cancelled)??)
    }
}
