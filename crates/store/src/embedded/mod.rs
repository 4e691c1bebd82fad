//! The embedded store: one GeoPackage, read into memory. Readers never wait for a publication.

mod batch;
mod chosen;
pub mod gpkg;
mod packed;
mod snapshot;
mod spatial;

use crate::{KeptRelease, Snapshot, Store, StoreError};
use arc_swap::ArcSwap;
use async_trait::async_trait;
use packed::PackedRelease;
use snapshot::EmbeddedSnapshot;
use std::{path::Path, sync::Arc};
use terrikon_core::{Release, ReleaseId};

/// A store in the memory of this process.
#[derive(Debug)]
pub struct EmbeddedStore {
    /// Swapped whole on publication; who holds the old one keeps reading it.
    current: ArcSwap<EmbeddedSnapshot>,
}

impl EmbeddedStore {
    /// Reads a release from a file and blocks meanwhile: where the file is as it was written, what it holds packed; else everything.
    ///
    /// # Errors
    /// [`StoreError::Gpkg`] where the file can't be read or is no release of ours.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let packed = match gpkg::read_packed(path)? {
            Some(packed) => packed,
            None => PackedRelease::new(gpkg::read(path)?),
        };
        Ok(Self { current: ArcSwap::from_pointee(EmbeddedSnapshot::new(packed)) })
    }

    /// A store with a release that is in memory already.
    #[must_use]
    pub fn new(release: Release) -> Self {
        Self { current: ArcSwap::from_pointee(EmbeddedSnapshot::new(PackedRelease::new(release))) }
    }

    /// Serves another release from now on.
    pub fn publish(&self, release: Release) {
        self.current.store(Arc::new(EmbeddedSnapshot::new(PackedRelease::new(release))));
    }
}

#[async_trait]
impl Store for EmbeddedStore {
    async fn current(&self) -> Result<Arc<dyn Snapshot>, StoreError> {
        Ok(self.current.load_full())
    }

    /// One file holds one release, so this is the current one or none.
    async fn release(&self, id: &ReleaseId) -> Result<Option<Arc<dyn Snapshot>>, StoreError> {
        let current = self.current.load_full();
        Ok(if current.release() == id { Some(current) } else { None })
    }

    async fn releases(&self) -> Result<Vec<KeptRelease>, StoreError> {
        let id = self.current.load().release().clone();
        Ok(vec![KeptRelease { id, written_at: None, published_at: None, current: true }])
    }

    async fn health(&self) -> Result<(), StoreError> {
        Ok(())
    }
}
