//! The two traits behind which every store looks the same.

use crate::{
    Batch, ClaimsQuery, Counts, Difference, DifferencesQuery, Directory, Hit, Item, ItemsQuery, Page, Rows,
    SearchQuery, StoreError, compare,
};
use async_trait::async_trait;
use std::{fmt::Debug, sync::Arc};
use terrikon_core::{Claim, CollectionId, ReleaseId, exposure::Surroundings};
use terrikon_tiles::TileRequest;

/// Where releases are kept.
#[async_trait]
pub trait Store: Debug + Send + Sync {
    /// The release that is served now. A request takes it once and reads everything from it, so that its answer
    /// is of one release even when another is published meanwhile.
    ///
    /// # Errors
    /// [`StoreError::Empty`] where none is published yet, and others where the store can't be reached.
    async fn current(&self) -> Result<Arc<dyn Snapshot>, StoreError>;

    /// A kept release, the current one among them, so that addresses that name a release go on answering after the next
    /// one is published. `None` where none of that id is kept (any more).
    ///
    /// # Errors
    /// [`StoreError`] where the store can't be reached.
    async fn release(&self, id: &ReleaseId) -> Result<Option<Arc<dyn Snapshot>>, StoreError>;

    /// All releases that are kept, the last written first.
    ///
    /// # Errors
    /// [`StoreError`] where the store can't be reached.
    async fn releases(&self) -> Result<Vec<KeptRelease>, StoreError>;

    /// Whether the store can answer.
    ///
    /// # Errors
    /// [`StoreError`] with the reason why not.
    async fn health(&self) -> Result<(), StoreError>;
}

/// A release that a store keeps. Moments are UTC, as ISO 8601.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRelease {
    /// Its id.
    pub id: ReleaseId,
    /// When it was written; `None` where the store does not know.
    pub written_at: Option<String>,
    /// When it was last published; `None` where it never was, or the store does not know.
    pub published_at: Option<String>,
    /// Whether it is served to requests that name none.
    pub current: bool,
}

/// One release, ready to be read. Every answer is wholly of it; where it was removed meanwhile, the answer is
/// [`StoreError::Gone`].
#[async_trait]
pub trait Snapshot: Debug + Send + Sync {
    /// Its id.
    fn release(&self) -> &ReleaseId;

    /// Its small facts, at hand without asking.
    fn directory(&self) -> &Directory;

    /// Population, oblasts, places and rivers, ready to be computed with. Computing takes milliseconds to seconds and
    /// belongs on a thread that may block. A store with many releases loads them when they are first asked for.
    ///
    /// # Errors
    /// [`StoreError`] where the store can't be reached.
    async fn surroundings(&self) -> Result<Arc<Surroundings>, StoreError>;

    /// A page of a collection, ordered by id.
    ///
    /// # Errors
    /// [`StoreError`] where the store can't be reached.
    async fn items(&self, query: ItemsQuery) -> Result<Page, StoreError>;

    /// A batch of a walk ([`crate::Walk`]): a page that is not counted. It begins at the beginning or behind an id, and may have
    /// fewer features than the limit although more follow.
    ///
    /// # Errors
    /// [`StoreError`] where the store can't be reached.
    async fn batch(&self, query: ItemsQuery) -> Result<Batch, StoreError> {
        Ok(self.items(query).await?.into())
    }

    /// One feature of a collection; `None` where it has none of that id.
    ///
    /// # Errors
    /// [`StoreError`] where the store can't be reached.
    async fn item(&self, collection: CollectionId, id: &str) -> Result<Option<Item>, StoreError>;

    /// A page of claims, ordered by their ids and so by subject.
    ///
    /// # Errors
    /// [`StoreError`] where the store can't be reached.
    async fn claims(&self, query: ClaimsQuery) -> Result<Page<Claim>, StoreError>;

    /// Places by name, best first.
    ///
    /// # Errors
    /// [`StoreError`] where the store can't be reached.
    async fn search(&self, query: SearchQuery) -> Result<Vec<Hit>, StoreError>;

    /// A tile as uncompressed Mapbox Vector Tile bytes; empty where nothing lies in it.
    ///
    /// # Errors
    /// [`StoreError`] where the store can't be reached or a layer can't be encoded.
    async fn tile(&self, request: TileRequest) -> Result<Vec<u8>, StoreError>;

    /// Rows that are not the same in an older release of the same store, ordered by id. Reads pages of both side by side; a
    /// store that can compare where the rows lie does.
    ///
    /// # Errors
    /// [`StoreError`] where the store can't be reached.
    async fn differences(
        &self,
        older: &dyn Snapshot,
        query: DifferencesQuery,
    ) -> Result<Vec<Difference>, StoreError> {
        compare::differences(older, self, &query).await
    }

    /// How many rows came, went and changed since an older release of the same store.
    ///
    /// # Errors
    /// [`StoreError`] where the store can't be reached.
    async fn count_differences(&self, older: &dyn Snapshot, rows: Rows) -> Result<Counts, StoreError> {
        compare::count(older, self, rows).await
    }
}
