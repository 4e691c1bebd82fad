//! What all requests share.

use crate::{
    api::{
        Digests, PageCache, Tally,
        download::{DOWNLOAD_CACHE, Downloads},
        profile::ReachCache,
        shading::PeopleCache,
    },
    problem::{Hint, Problem, Slug},
    publish::{
        Framing, InvalidOrigins,
        picture::{PICTURE_CACHE, PictureCache},
    },
    report_address::{InvalidReportAddress, ReportAddress},
    tiles::{ReadyTiles, TileCache},
    viewer::HotspotReaches,
};
use moka::future::Cache;
use std::{
    ops::Deref,
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};
use terrikon_archive::Archive;
use terrikon_core::{Date, ReleaseId};
use terrikon_store::{KeptRelease, Snapshot, Store, StoreError};
use tokio::{sync::Semaphore, time::timeout};

/// How long a computation waits for its turn before it is turned away.
const PATIENCE: Duration = Duration::from_secs(10);

/// Of how many releases checksums, and of how many pairs of them counts of differences are kept.
const TALLIES: u64 = 64;

/// What finished tiles may weigh in all, in bytes, where nothing else is said.
pub const TILE_CACHE: u64 = 128 << 20;

/// Of finished tiles, one part in so many is for those that are sent as they went out before.
const READY: u64 = 8;

/// What finished pages of collections may weigh in all, in bytes, where nothing else is said.
pub const PAGE_CACHE: u64 = 64 << 20;

/// What all requests share; a clone is the same state. Routers clone it several times for each request.
#[derive(Debug, Clone)]
pub struct AppState(Arc<Shared>);

impl Deref for AppState {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// The parts of the state.
#[derive(Debug, Clone)]
pub struct Shared {
    /// Where every answer comes from.
    store: Arc<dyn Store>,
    /// Finished tiles, shared by all requests.
    pub(crate) tiles: TileCache,
    /// Tiles as they went out.
    pub(crate) ready_tiles: ReadyTiles,
    /// Where tiles are read from that need not be drawn.
    pub(crate) archive: Option<Arc<Archive>>,
    /// Finished pages of collections, shared by all requests.
    pub(crate) pages: PageCache,
    /// Finished pictures, shared by all requests.
    pub(crate) pictures: PictureCache,
    /// Finished files, shared by all requests.
    pub(crate) downloads: Downloads,
    /// What of the profiles of oblasts is costly to compute.
    pub(crate) reaches: ReachCache,
    /// People within reach of the hotspots of all oblasts.
    pub(crate) people: PeopleCache,
    /// The origin (and prefix) of absolute links, without its last slash; else the request's own is used.
    pub(crate) public_url: Option<Arc<str>>,
    /// People within reach of hotspots, for their pages.
    pub(crate) hotspot_reaches: HotspotReaches,
    /// Where readers report errors in the data; nowhere where the operator names no address.
    pub(crate) report_to: Option<Arc<ReportAddress>>,
    /// Which pages of others may frame the embedded map.
    pub(crate) framing: Framing,
    /// What was counted of two releases: they never change, and counting reads them whole.
    pub(crate) differences: Cache<(ReleaseId, ReleaseId), Arc<Tally>>,
    /// Checksums of the files of a release, by the day since which its files are the same.
    pub(crate) digests: Cache<(ReleaseId, Date), Arc<Digests>>,
    /// Turns of computations that keep a core busy.
    computing: Arc<Semaphore>,
    /// For the age in health reports.
    pub(crate) started: Instant,
}

/// A public URL that is not `http(s)://host[:port][/prefix]`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is no address to publish under: expected something like https://example.org or https://example.org/map"
)]
pub struct InvalidPublicUrl(String);

impl AppState {
    /// A state that reads from a store, with a tile cache of [`TILE_CACHE`] bytes.
    #[must_use]
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self(Arc::new(Shared {
            store,
            tiles: TileCache::new(TILE_CACHE - TILE_CACHE / READY),
            ready_tiles: ReadyTiles::new(TILE_CACHE / READY),
            archive: None,
            pages: PageCache::new(PAGE_CACHE),
            pictures: PictureCache::new(PICTURE_CACHE),
            downloads: Downloads::new(DOWNLOAD_CACHE, std::env::temp_dir()),
            reaches: ReachCache::default(),
            people: PeopleCache::default(),
            public_url: None,
            hotspot_reaches: HotspotReaches::default(),
            report_to: None,
            framing: Framing::default(),
            differences: Cache::new(TALLIES),
            digests: Cache::new(TALLIES),
            computing: Arc::new(Semaphore::new(cores())),
            started: Instant::now(),
        }))
    }

    /// The state with something changed, before requests share it.
    fn with(mut self, change: impl FnOnce(&mut Shared)) -> Self {
        change(Arc::make_mut(&mut self.0));
        self
    }

    /// Gives finished tiles this many bytes in all; 0 keeps none. What was kept until now is dropped.
    #[must_use]
    pub fn with_tile_cache(self, bytes: u64) -> Self {
        self.with(|shared| {
            shared.ready_tiles = ReadyTiles::new(bytes / READY);
            shared.tiles = TileCache::new(bytes - bytes / READY);
        })
    }

    /// Reads tiles from an archive where it holds them: of its release and day, and of all hotspots. All others are drawn as before.
    #[must_use]
    pub fn with_archive(self, archive: Archive) -> Self {
        self.with(|shared| shared.archive = Some(Arc::new(archive)))
    }

    /// Keeps finished files of this many bytes in all in a folder, the temporary one of the system if none is given. Files that are
    /// being made or sent come on top. What was kept until now is dropped.
    #[must_use]
    pub fn with_downloads(self, bytes: u64, folder: Option<PathBuf>) -> Self {
        let folder = folder.unwrap_or_else(std::env::temp_dir);
        self.with(|shared| shared.downloads = Downloads::new(bytes, folder))
    }

    /// Gives finished pages of collections this many bytes in all; 0 keeps none. What was kept until now is dropped.
    #[must_use]
    pub fn with_page_cache(self, bytes: u64) -> Self {
        self.with(|shared| shared.pages = PageCache::new(bytes))
    }

    /// Makes absolute links begin with this URL instead of the host that a request names.
    ///
    /// # Errors
    /// [`InvalidPublicUrl`] where it is no http or https URL, or has a query, fragment or credentials.
    pub fn with_public_url(self, text: &str) -> Result<Self, InvalidPublicUrl> {
        let url = url::Url::parse(text).ok().filter(|url| {
            matches!(url.scheme(), "http" | "https")
                && url.has_host()
                && url.query().is_none()
                && url.fragment().is_none()
                && url.username().is_empty()
                && url.password().is_none()
        });
        let url = url.ok_or_else(|| InvalidPublicUrl(text.to_owned()))?;
        Ok(self.with(|shared| shared.public_url = Some(url.as_str().trim_end_matches('/').into())))
    }

    /// Offers readers to report errors at this address, `mailto:somebody@host` or `https://…`.
    ///
    /// # Errors
    /// [`InvalidReportAddress`] where it is neither.
    pub fn with_reports_to(self, address: &str) -> Result<Self, InvalidReportAddress> {
        let address = ReportAddress::parse(address)?;
        Ok(self.with(|shared| shared.report_to = Some(Arc::new(address))))
    }

    /// Lets only these origins frame the embedded map, parted by spaces: `https://a.example https://*.b.example`; `*` is everybody, as where
    /// nothing is said, and `none` nobody but ourselves.
    ///
    /// # Errors
    /// [`InvalidOrigins`] with the first word that is no origin.
    pub fn with_embed_origins(self, origins: &str) -> Result<Self, InvalidOrigins> {
        let framing = Framing::of(origins)?;
        Ok(self.with(|shared| shared.framing = framing))
    }

    /// The release that is served now: what requests read that name none.
    pub(crate) async fn current(&self) -> Result<Arc<dyn Snapshot>, Problem> {
        Ok(self.store.current().await?)
    }

    /// The release of an id as a request writes it, or the problem that it is not kept here.
    pub(crate) async fn release(&self, id: &str) -> Result<Arc<dyn Snapshot>, Problem> {
        self.release_of("release", id).await
    }

    /// The same where another parameter names it.
    pub(crate) async fn release_of(&self, parameter: &str, id: &str) -> Result<Arc<dyn Snapshot>, Problem> {
        let current = self.current().await?;
        if current.release().as_str() == id {
            return Ok(current);
        }
        let kept = match ReleaseId::parse(id) {
            Some(id) => self.store.release(&id).await?,
            None => None,
        };
        kept.ok_or_else(|| Problem::unknown_release(id).parameter(parameter).accepted([current.release()]))
    }

    /// All releases that are kept.
    pub(crate) async fn releases(&self) -> Result<Vec<KeptRelease>, Problem> {
        Ok(self.store.releases().await?)
    }

    /// Runs what keeps a core busy on a thread of its own, as many at once as there are cores.
    pub(crate) async fn compute<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let turn = timeout(PATIENCE, Arc::clone(&self.computing).acquire_owned()).await;
        let Ok(Ok(turn)) = turn else {
            return Err(Problem::new(Slug::Overloaded).hint(Hint::TryLater));
        };
        // The turn goes with the work: who asked may be gone before it is done.
        let done = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work()
        });
        done.await.map_err(|error| {
            tracing::error!(error = &error as &dyn std::error::Error, "a computation failed");
            Problem::new(Slug::Internal)
        })
    }

    /// Turns of what keeps a core busy, for work of many parts.
    pub(crate) fn computing(&self) -> Arc<Semaphore> {
        Arc::clone(&self.computing)
    }

    /// Whether the store answers.
    pub(crate) async fn health(&self) -> Result<(), StoreError> {
        self.store.health().await
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}
