//! Finished tiles. Each is drawn and compressed once, however many ask for it at the same time.

use super::encoding::Encoding;
use crate::{
    answer::etag,
    problem::{Problem, Slug},
};
use bytes::Bytes;
use moka::future::Cache;
use std::sync::Arc;
use terrikon_core::{Date, ReleaseId};
use terrikon_store::{HotspotFilter, Snapshot};
use terrikon_tiles::{LayerName, TileId, TileRequest};

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
    encoding: Encoding,
}

/// A tile as it is sent.
#[derive(Debug, Clone)]
pub(super) struct Finished {
    /// Empty where nothing lies in the tile.
    pub(super) bytes: Bytes,
    /// The same for all encodings.
    pub(super) etag: Arc<str>,
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

    /// The bytes of a tile as they are, for who draws it here.
    pub(crate) async fn plain(
        &self,
        snapshot: &dyn Snapshot,
        request: TileRequest,
    ) -> Result<Bytes, Problem> {
        Ok(self.get(snapshot, request, Encoding::Identity).await?.bytes)
    }

    /// A tile in an encoding, from the cache or made now.
    pub(super) async fn get(
        &self,
        snapshot: &dyn Snapshot,
        request: TileRequest,
        encoding: Encoding,
    ) -> Result<Finished, Problem> {
        let filtered =
            request.layers.iter().any(|layer| matches!(layer, LayerName::Hotspots | LayerName::Zones));
        let filter = if filtered { request.filter.canonical() } else { HotspotFilter::default() };
        let key = Key {
            release: snapshot.release().clone(),
            layers: request.layers.clone(),
            tile: request.tile,
            filter,
            date: request.date,
            encoding: Encoding::Identity,
        };
        let draw = async {
            let bytes = snapshot.tile(request).await.map_err(Problem::from)?;
            Ok::<_, Problem>(Finished { etag: etag(&bytes).into(), bytes: bytes.into() })
        };
        let plain = self.0.try_get_with(key.clone(), draw).await.map_err(|problem| (*problem).clone())?;
        if encoding == Encoding::Identity || plain.bytes.is_empty() {
            return Ok(plain);
        }
        let pack = async {
            let Finished { bytes, etag } = plain;
            let packed = tokio::task::spawn_blocking(move || encoding.encode(&bytes)).await;
            match packed {
                Ok(Ok(packed)) => Ok(Finished { bytes: packed.into(), etag }),
                failed => {
                    tracing::error!(?failed, "a tile could not be compressed");
                    Err(Problem::new(Slug::Internal))
                }
            }
        };
        self.0.try_get_with(Key { encoding, ..key }, pack).await.map_err(|problem| (*problem).clone())
    }
}
