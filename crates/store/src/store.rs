//! The two traits behind which every store looks the same.

use crate::{ClaimsQuery, Directory, Hit, Item, ItemsQuery, Page, SearchQuery, StoreError};
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
    /// [`StoreError`] where the store can't be reached.
    async fn current(&self) -> Result<Arc<dyn Snapshot>, StoreError>;

    /// Whether the store can answer.
    ///
    /// # Errors
    /// [`StoreError`] with the reason why not.
    async fn health(&self) -> Result<(), StoreError>;
}

/// One release, ready to be read.
#[async_trait]
pub trait Snapshot: Debug + Send + Sync {
    /// Its id.
    fn release(&self) -> &ReleaseId;

    /// Its small facts, at hand without asking.
    fn directory(&self) -> &Directory;

    /// Population, oblasts, places and rivers, ready to be computed with. Computing takes milliseconds to seconds and
    /// belongs on a thread that may block.
    fn surroundings(&self) -> Arc<Surroundings>;

    /// A page of a collection, ordered by id.
    ///
    /// # Errors
    /// [`StoreError`] where the store can't be reached.
    async fn items(&self, query: ItemsQuery) -> Result<Page, StoreError>;

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
}
