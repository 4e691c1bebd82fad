//! Finished tiles. Each is drawn, written in its format and compressed once, however many ask for it at the same time.

use super::encoding::Encoding;
use crate::{
    answer::etag,
    problem::{Problem, Slug},
};
use bytes::Bytes;
use moka::future::Cache;
use std::{fmt, sync::Arc};
use terrikon_archive::Archive;
use terrikon_core::{Date, ReleaseId};
use terrikon_store::{HotspotFilter, Snapshot};
use terrikon_tiles::{LayerName, TileFormat, TileId, TileRequest};

/// What a tile costs beside its bytes: its key and the bookkeeping.
const OVERHEAD: usize = 512;

/// What the bytes of a tile depend on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    release: ReleaseId,
    layers: Vec<LayerName>,
    tile: TileId,
    filter: HotspotFilter,
    date: Date,
    form: Form,
}

/// In which form a tile is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Form {
    pub(super) format: TileFormat,
    pub(super) encoding: Encoding,
}

/// The form in which stores draw.
const DRAWN: Form = Form { format: TileFormat::Mvt, encoding: Encoding::Identity };

/// A tile as it is sent.
#[derive(Debug, Clone)]
pub(super) struct Finished {
    /// Empty where nothing lies in the tile.
    pub(super) bytes: Bytes,
    /// The same for all encodings of a format.
    pub(super) etag: Arc<str>,
}

/// What is known of a tile without the work of its form.
#[derive(Debug, Clone)]
pub(super) struct Glimpse {
    pub(super) etag: Arc<str>,
    pub(super) empty: bool,
    /// How many bytes it has; `None` where it was not yet made.
    pub(super) length: Option<usize>,
}

/// Where tiles come from: an archive where it holds them, else the store.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) snapshot: &'a dyn Snapshot,
    pub(super) archive: Option<&'a Archive>,
}

/// Finished tiles of all releases that were asked for lately.
#[derive(Debug, Clone)]
pub(crate) struct TileCache(Cache<Key, Finished>);

impl TileCache {
    /// An empty cache; `budget` is what all finished tiles together may weigh, in bytes, and 0 keeps none.
    pub(crate) fn new(budget: u64) -> Self {
        let weigh = |_: &Key, tile: &Finished| u32::try_from(tile.bytes.len() + OVERHEAD).unwrap_or(u32::MAX);
        Self(Cache::builder().weigher(weigh).max_capacity(budget).build())
    }

    /// The bytes of a tile as stores draw it, for who reads it here.
    pub(crate) async fn read(&self, snapshot: &dyn Snapshot, request: TileRequest) -> Result<Bytes, Problem> {
        let source = Source { snapshot, archive: None };
        let request = canonical(request);
        Ok(self.drawn(source, &request, &key(source, &request, DRAWN)).await?.bytes)
    }

    /// A tile in a form, from the cache or made now.
    pub(super) async fn get(
        &self,
        source: Source<'_>,
        request: &TileRequest,
        form: Form,
    ) -> Result<Finished, Problem> {
        let key = key(source, request, form);
        // Most were asked for before. What makes one is some kilobytes of state, that every request would move about.
        match self.0.get(&key).await {
            Some(finished) => Ok(finished),
            None => Box::pin(self.finish(source, request, key)).await,
        }
    }

    /// A tile that is not in the cache, made once for all who ask for it.
    async fn finish(&self, source: Source<'_>, request: &TileRequest, key: Key) -> Result<Finished, Problem> {
        let encoding = key.form.encoding;
        if encoding == Encoding::Identity {
            return self.plain(source, request, &key).await;
        }
        let of = key.clone();
        let pack = async {
            let plain = self.plain(source, request, &of).await?;
            if plain.bytes.is_empty() {
                return Ok(plain);
            }
            let Finished { bytes, etag } = plain;
            let packed = worked(move || encoding.encode(&bytes)).await?;
            Ok(Finished { bytes: packed.into(), etag })
        };
        self.made(key, pack).await
    }

    /// What is known of a tile without writing it in its format or compressing it. One that is not in the cache is drawn, as nothing else tells
    /// whether there is something in it.
    pub(super) async fn glimpse(
        &self,
        source: Source<'_>,
        request: &TileRequest,
        form: Form,
    ) -> Result<Glimpse, Problem> {
        let key = key(source, request, form);
        if let Some(Finished { bytes, etag }) = self.0.get(&key).await {
            return Ok(Glimpse { etag, empty: bytes.is_empty(), length: Some(bytes.len()) });
        }
        // What an archive holds in this very format is read, as its tag is that of its bytes.
        if source.archived(request, form.format).is_some() {
            let Finished { bytes, etag } = self.plain(source, request, &key).await?;
            return Ok(Glimpse { etag, empty: bytes.is_empty(), length: None });
        }
        let Finished { bytes, etag } = self.drawn(source, request, &key).await?;
        let length = (form == DRAWN || bytes.is_empty()).then_some(bytes.len());
        Ok(Glimpse { etag: tag(&etag, form.format), empty: bytes.is_empty(), length })
    }

    /// The tile in the format of a key, without compression.
    async fn plain(&self, source: Source<'_>, request: &TileRequest, key: &Key) -> Result<Finished, Problem> {
        let format = key.form.format;
        if format == TileFormat::Mvt {
            return self.drawn(source, request, key).await;
        }
        let plain = Key { form: Form { format, encoding: Encoding::Identity }, ..key.clone() };
        let write = async {
            if let Some(bytes) = source.of_archive(request, format).await {
                return Ok(Finished { etag: etag(&bytes).into(), bytes: bytes.into() });
            }
            let Finished { bytes, etag } = self.drawn(source, request, key).await?;
            let written = worked(move || format.of_mvt(&bytes)).await?;
            Ok(Finished { bytes: written.into(), etag: tag(&etag, format) })
        };
        self.made(plain, write).await
    }

    /// The tile as stores draw it.
    async fn drawn(&self, source: Source<'_>, request: &TileRequest, key: &Key) -> Result<Finished, Problem> {
        let draw = async {
            let bytes = match source.of_archive(request, TileFormat::Mvt).await {
                Some(bytes) => bytes,
                None => source.snapshot.tile(request.clone()).await.map_err(Problem::from)?,
            };
            Ok(Finished { etag: etag(&bytes).into(), bytes: bytes.into() })
        };
        self.made(Key { form: DRAWN, ..key.clone() }, draw).await
    }

    async fn made(
        &self,
        key: Key,
        make: impl Future<Output = Result<Finished, Problem>>,
    ) -> Result<Finished, Problem> {
        self.0.try_get_with(key, make).await.map_err(|problem| (*problem).clone())
    }
}

fn key(source: Source<'_>, request: &TileRequest, form: Form) -> Key {
    Key {
        release: source.snapshot.release().clone(),
        layers: request.layers.clone(),
        tile: request.tile,
        filter: request.filter.clone(),
        date: request.date,
        form,
    }
}

/// What is drawn, in the one form that equal requests share.
pub(super) fn canonical(request: TileRequest) -> TileRequest {
    let filtered = request.layers.iter().any(|layer| matches!(layer, LayerName::Hotspots | LayerName::Zones));
    let filter = if filtered { request.filter.canonical() } else { HotspotFilter::default() };
    TileRequest { filter, ..request }
}

/// The tag of a drawn tile in a format: told without writing it.
fn tag(drawn: &str, format: TileFormat) -> Arc<str> {
    match format {
        TileFormat::Mvt => drawn.into(),
        other => format!("{}-{other}\"", drawn.trim_end_matches('"')).into(),
    }
}

/// Runs what keeps a core busy on a thread of its own.
async fn worked<E: fmt::Debug + Send + 'static>(
    work: impl FnOnce() -> Result<Vec<u8>, E> + Send + 'static,
) -> Result<Vec<u8>, Problem> {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(bytes)) => Ok(bytes),
        failed => {
            tracing::error!(?failed, "a tile could not be written");
            Err(Problem::new(Slug::Internal))
        }
    }
}

impl Source<'_> {
    /// The archive, where it holds what is asked in this format.
    fn archived(&self, request: &TileRequest, format: TileFormat) -> Option<&Archive> {
        let archive = self.archive.filter(|archive| archive.about().format == format);
        archive.filter(|archive| archive.holds(self.snapshot.release(), request))
    }

    /// The tile as the archive has it. Where that can't be read the store draws: readers get the same bytes, and the log tells why.
    async fn of_archive(&self, request: &TileRequest, format: TileFormat) -> Option<Vec<u8>> {
        let archive = self.archived(request, format)?;
        match archive.tile(request.tile, &request.layers).await {
            Ok(bytes) => Some(bytes),
            Err(error) => {
                tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    "{archive}: a tile could not be read"
                );
                None
            }
        }
    }
}
