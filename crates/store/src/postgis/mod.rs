//! The store in a PostgreSQL database with PostGIS: for many servers and many releases.
//!
//! | module | what |
//! | --- | --- |
//! | `connect` | the pool, what a read may take, the schema |
//! | `statements`, `tile_statements` | what is said to the database about collections and tiles |
//! | `compose`, `filtering`, `sorting` | statements of filters and orders, made of fixed parts |
//! | `cells` | values of the domain as cells, and back |
//! | [`write`](mod@write), `rows`, `epochs` | a whole release in one transaction |
//! | `read` | a whole release, or a part of it |
//! | [`releases`] | list, publish, go back, remove |
//! | `snapshot`, `items`, `search`, `tile` | what servers read of one release |
//! | `compare` | rows that differ between two releases |
//! | `words` | text from requests |
//! | `watch` | which release is served |
//! | [`error`] | why a database did not do what it was asked for |

mod batch;
mod cells;
mod compare;
mod compose;
mod connect;
mod epochs;
pub mod error;
mod filtering;
mod items;
mod read;
pub mod releases;
mod rows;
mod search;
mod snapshot;
mod sorting;
mod statements;
mod tile;
mod tile_statements;
mod watch;
mod words;
pub mod write;

pub use connect::CONNECTIONS;
pub use error::{DatabaseError, Told};
pub use releases::Releases;
pub use write::{Written, write};

use crate::{KeptRelease, Snapshot, Store, StoreError};
use arc_swap::ArcSwapOption;
use async_trait::async_trait;
use connect::Reads;
use moka::future::Cache;
use snapshot::PostgisSnapshot;
use std::{sync::Arc, time::Duration};
use terrikon_core::ReleaseId;

/// How many releases beside the served one are kept at hand: readers of old addresses share few of them.
const AT_HAND: u64 = 4;

/// How long one stays at hand after its last reader.
const IDLE: Duration = Duration::from_secs(600);

/// Where the database is, and how much of it a server takes.
#[derive(Clone)]
pub struct Place {
    /// The `postgres://` URL of the database.
    pub url: String,
    /// The URL of a replica that is read instead; publications are still learnt from the first.
    pub replica: Option<String>,
    /// How many connections are open at most, at least two.
    pub connections: u32,
}

/// A store in a database.
#[derive(Debug)]
pub struct PostgisStore(Arc<Shared>);

/// What the store and who follows publications share.
#[derive(Debug)]
struct Shared {
    /// Where publications are learnt.
    home: Reads,
    /// Where everything else is read: the same, or a replica.
    reads: Reads,
    /// The release that is served; `None` before the first publication.
    current: ArcSwapOption<PostgisSnapshot>,
    /// Releases that were read lately.
    kept: Cache<ReleaseId, Arc<PostgisSnapshot>>,
}

impl PostgisStore {
    /// Connects, reads the published release and follows publications from then on. Wants a runtime of tokio.
    ///
    /// # Errors
    /// [`StoreError`] where the database can't be reached or has another schema. That nothing is published yet is no error.
    pub async fn open(place: &Place) -> Result<Self, StoreError> {
        let home = Reads::new(&place.url, place.connections)?;
        let reads = place.replica.as_deref().map(|url| Reads::new(url, place.connections)).transpose()?;
        let mut first =
            home.pool().acquire().await.map_err(|error| DatabaseError::connecting(&place.url, error))?;
        connect::check_schema(&mut first).await?;
        drop(first);
        let shared = Arc::new(Shared {
            reads: reads.unwrap_or_else(|| home.clone()),
            home,
            current: ArcSwapOption::empty(),
            kept: Cache::builder().max_capacity(AT_HAND).time_to_idle(IDLE).build(),
        });
        shared.refresh().await?;
        tokio::spawn(watch::follow(Arc::downgrade(&shared), shared.home.clone()));
        Ok(Self(shared))
    }
}

#[async_trait]
impl Store for PostgisStore {
    async fn current(&self) -> Result<Arc<dyn Snapshot>, StoreError> {
        self.0.current.load_full().map(|snapshot| snapshot as Arc<dyn Snapshot>).ok_or(StoreError::Empty)
    }

    async fn release(&self, id: &ReleaseId) -> Result<Option<Arc<dyn Snapshot>>, StoreError> {
        if let Some(kept) = self.0.kept.get(id).await {
            return Ok(Some(kept));
        }
        let Some(loaded) = PostgisSnapshot::load(&self.0.reads, id).await? else { return Ok(None) };
        let loaded = Arc::new(loaded);
        self.0.kept.insert(id.clone(), Arc::clone(&loaded)).await;
        Ok(Some(loaded))
    }

    async fn releases(&self) -> Result<Vec<KeptRelease>, StoreError> {
        let failed = |error| snapshot::refused("releases", error);
        let mut reading = self.0.home.begin().await.map_err(failed)?;
        let kept = releases::list(&mut reading, self.0.home.prepared).await.map_err(failed)?;
        reading.commit().await.map_err(failed)?;
        let told = kept.into_iter().map(|kept| KeptRelease {
            id: kept.id,
            written_at: Some(kept.written_at),
            published_at: kept.published_at,
            current: kept.current,
        });
        Ok(told.collect())
    }

    async fn health(&self) -> Result<(), StoreError> {
        for reads in [&self.0.home, &self.0.reads] {
            let reading = reads.begin().await.map_err(|error| snapshot::refused("nothing", error))?;
            reading.commit().await.map_err(|error| snapshot::refused("nothing", error))?;
        }
        Ok(())
    }
}
