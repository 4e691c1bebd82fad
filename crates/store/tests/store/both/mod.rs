//! The embedded store and the one in a database side by side: whatever is asked, they answer the same.
//!
//! | module | what |
//! | --- | --- |
//! | `asked` | filters, boxes and days to ask with |
//! | `items`, `claims` | pages and single items |
//! | `compare` | what differs between two releases |
//! | `filters`, `phrase` | CQL2 and orders by chance |
//! | `places` | search, the directory, exposure, the release itself |
//! | `tiles`, `shapes` | tiles, feature by feature |

mod asked;
mod claims;
mod compare;
mod filters;
mod items;
mod phrase;
mod places;
mod shapes;
mod tiles;

use crate::cluster;
use std::{path::Path, sync::Arc, time::Instant};
use terrikon_core::Release;
use terrikon_ingest::{ingest, pipeline::Options};
use terrikon_store::{EmbeddedStore, PostgisStore, Snapshot, Store as _, postgis};
use terrikon_synth::{Recipe, synth};
use tokio::sync::OnceCell;

/// How many hotspots the made-up release has.
const HOTSPOTS: usize = 100_000;

/// A release in both stores.
pub(crate) struct Pair {
    pub(crate) name: &'static str,
    pub(crate) release: Release,
    pub(crate) embedded: Arc<dyn Snapshot>,
    pub(crate) postgis: Arc<dyn Snapshot>,
}

/// One database with two releases.
pub(crate) struct Both {
    /// The database.
    pub(crate) url: String,
    /// What the project comes with; it is served.
    pub(crate) bundled: Pair,
    /// Made-up hotspots on the same base.
    pub(crate) made_up: Pair,
    /// The store, which follows publications as long as it is there.
    _store: PostgisStore,
}

impl Both {
    pub(crate) fn pairs(&self) -> [&Pair; 2] {
        [&self.bundled, &self.made_up]
    }
}

/// Both releases in both stores, made once for all tests.
pub(crate) async fn both() -> &'static Both {
    static BOTH: OnceCell<Both> = OnceCell::const_new();
    BOTH.get_or_init(load).await
}

async fn load() -> Both {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let bundled = ingest(&[fixtures], &Options::default()).unwrap_or_else(|error| panic!("{error}")).release;
    let made_up = synth(&bundled, &Recipe { hotspots: HOTSPOTS, seed: 11 }).unwrap();
    let url = cluster::database().await;
    for (release, served) in [(&made_up, false), (&bundled, true)] {
        let began = Instant::now();
        postgis::write(&url, release, served).await.unwrap();
        eprintln!("release {} written in {:.1?}", release.id, began.elapsed());
    }
    let store = cluster::open(&url).await;
    Both {
        bundled: Pair::of("bundled", bundled, &store).await,
        made_up: Pair::of("made up", made_up, &store).await,
        url,
        _store: store,
    }
}

impl Pair {
    async fn of(name: &'static str, release: Release, store: &PostgisStore) -> Self {
        let postgis = store.release(&release.id).await.unwrap().unwrap();
        let embedded = EmbeddedStore::new(release.clone()).current().await.unwrap();
        Self { name, release, embedded, postgis }
    }
}
