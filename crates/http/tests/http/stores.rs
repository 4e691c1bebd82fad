//! Stores for tests: one with two releases, and one that counts what is read and fails as it is told.

use crate::fixture;
use async_trait::async_trait;
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};
use terrikon_core::{Claim, CollectionId, Feature, Lang, Release, ReleaseId, exposure::Surroundings};
use terrikon_store::{
    ClaimsQuery, Directory, EmbeddedStore, Hit, Item, ItemsQuery, KeptRelease, Page, SearchQuery, Snapshot,
    Store, StoreError,
};
use terrikon_tiles::TileRequest;

/// What was served before [`fixture::release`]: a hotspot less, another one elsewhere and of another name, a claim less.
pub(crate) fn older() -> Release {
    let mut release = fixture::release();
    let shifted = |feature: &mut Feature| {
        feature.names.set(Lang::En, "Temirtau, as it was told before");
        feature.geometry = Some(geo::point!(x: 73.5, y: 50.4).into());
        feature.position = Some([73.5, 50.4]);
    };
    for collection in &mut release.collections {
        if collection.id == CollectionId::Hotspots {
            collection.features.retain(|feature| feature.id != "kz-anonymous-dump");
            collection
                .features
                .iter_mut()
                .filter(|feature| feature.id == "kz-temirtau-air")
                .for_each(shifted);
        }
    }
    for source in &mut release.sources {
        source.title.push_str(" (first edition)");
    }
    release.claims.truncate(1);
    Release::new(
        release.collections,
        release.claims,
        release.sources,
        release.generalised,
        release.population,
    )
}

/// A store that keeps the older release beside the current one.
#[derive(Debug)]
pub(crate) struct TwoReleases {
    current: EmbeddedStore,
    older: EmbeddedStore,
}

impl TwoReleases {
    pub(crate) fn new() -> Self {
        Self { current: EmbeddedStore::new(fixture::release()), older: EmbeddedStore::new(older()) }
    }
}

#[async_trait]
impl Store for TwoReleases {
    async fn current(&self) -> Result<Arc<dyn Snapshot>, StoreError> {
        self.current.current().await
    }

    async fn release(&self, id: &ReleaseId) -> Result<Option<Arc<dyn Snapshot>>, StoreError> {
        match self.current.release(id).await? {
            Some(found) => Ok(Some(found)),
            None => self.older.release(id).await,
        }
    }

    async fn releases(&self) -> Result<Vec<KeptRelease>, StoreError> {
        let mut kept = self.current.releases().await?;
        let older = self.older.releases().await?.into_iter();
        kept.extend(older.map(|release| KeptRelease { current: false, ..release }));
        Ok(kept)
    }

    async fn health(&self) -> Result<(), StoreError> {
        Ok(())
    }
}

/// A store in which another release is published each time that somebody asks for the current one.
#[derive(Debug)]
pub(crate) struct Restless {
    releases: TwoReleases,
    asked: AtomicUsize,
}

impl Restless {
    pub(crate) fn new() -> Self {
        Self { releases: TwoReleases::new(), asked: AtomicUsize::new(0) }
    }
}

#[async_trait]
impl Store for Restless {
    async fn current(&self) -> Result<Arc<dyn Snapshot>, StoreError> {
        let even = self.asked.fetch_add(1, Ordering::Relaxed).is_multiple_of(2);
        if even { self.releases.current.current().await } else { self.releases.older.current().await }
    }

    async fn release(&self, id: &ReleaseId) -> Result<Option<Arc<dyn Snapshot>>, StoreError> {
        self.releases.release(id).await
    }

    async fn releases(&self) -> Result<Vec<KeptRelease>, StoreError> {
        self.releases.releases().await
    }

    async fn health(&self) -> Result<(), StoreError> {
        Ok(())
    }
}

/// How a store fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Never.
    None,
    /// It has no release.
    Empty,
    /// A release is removed as soon as somebody reads it.
    Gone,
    /// No connection becomes free.
    Busy,
    /// Its health is never told.
    Silent,
}

/// A store with one release that fails as it is told, and counts the tiles that it draws.
#[derive(Debug)]
pub(crate) struct Failing {
    store: EmbeddedStore,
    fault: Fault,
    /// How many tiles were drawn.
    pub(crate) drawn: Arc<AtomicUsize>,
}

impl Failing {
    pub(crate) fn new(fault: Fault) -> Self {
        Self { store: EmbeddedStore::new(fixture::release()), fault, drawn: Arc::default() }
    }
}

#[async_trait]
impl Store for Failing {
    async fn current(&self) -> Result<Arc<dyn Snapshot>, StoreError> {
        if self.fault == Fault::Empty {
            return Err(StoreError::Empty);
        }
        let snapshot = self.store.current().await?;
        Ok(Arc::new(FailingSnapshot { snapshot, fault: self.fault, drawn: Arc::clone(&self.drawn) }))
    }

    async fn release(&self, id: &ReleaseId) -> Result<Option<Arc<dyn Snapshot>>, StoreError> {
        match self.fault {
            Fault::Empty => Ok(None),
            Fault::Busy => Err(StoreError::Busy),
            Fault::Gone => Err(StoreError::Gone(id.clone())),
            Fault::None | Fault::Silent => self.store.release(id).await,
        }
    }

    async fn releases(&self) -> Result<Vec<KeptRelease>, StoreError> {
        match self.fault {
            Fault::Empty => Ok(Vec::new()),
            Fault::Busy => Err(StoreError::Busy),
            _ => self.store.releases().await,
        }
    }

    async fn health(&self) -> Result<(), StoreError> {
        match self.fault {
            Fault::Busy => Err(StoreError::Busy),
            Fault::Silent => std::future::pending().await,
            // A database without a release is a healthy database.
            Fault::None | Fault::Empty | Fault::Gone => Ok(()),
        }
    }
}

#[derive(Debug)]
struct FailingSnapshot {
    snapshot: Arc<dyn Snapshot>,
    fault: Fault,
    drawn: Arc<AtomicUsize>,
}

impl FailingSnapshot {
    fn read(&self) -> Result<&dyn Snapshot, StoreError> {
        match self.fault {
            Fault::Gone => Err(StoreError::Gone(self.snapshot.release().clone())),
            Fault::Busy => Err(StoreError::Busy),
            Fault::None | Fault::Empty | Fault::Silent => Ok(&*self.snapshot),
        }
    }
}

#[async_trait]
impl Snapshot for FailingSnapshot {
    fn release(&self) -> &ReleaseId {
        self.snapshot.release()
    }

    fn directory(&self) -> &Directory {
        self.snapshot.directory()
    }

    async fn surroundings(&self) -> Result<Arc<Surroundings>, StoreError> {
        self.read()?.surroundings().await
    }

    async fn items(&self, query: ItemsQuery) -> Result<Page, StoreError> {
        self.read()?.items(query).await
    }

    async fn item(&self, collection: CollectionId, id: &str) -> Result<Option<Item>, StoreError> {
        self.read()?.item(collection, id).await
    }

    async fn claims(&self, query: ClaimsQuery) -> Result<Page<Claim>, StoreError> {
        self.read()?.claims(query).await
    }

    async fn search(&self, query: SearchQuery) -> Result<Vec<Hit>, StoreError> {
        self.read()?.search(query).await
    }

    async fn tile(&self, request: TileRequest) -> Result<Vec<u8>, StoreError> {
        self.drawn.fetch_add(1, Ordering::Relaxed);
        self.read()?.tile(request).await
    }
}
