//! Finished pictures. Each is drawn once, however many ask for it at the same time.

use super::{Form, Request};
use crate::problem::Problem;
use bytes::Bytes;
use moka::future::Cache;
use terrikon_core::ReleaseId;

/// What finished pictures may weigh in all, in bytes: some hundred of the size of a card.
pub(crate) const PICTURE_CACHE: u64 = 64 << 20;

/// What a picture costs beside its bytes: its key and the bookkeeping.
const OVERHEAD: usize = 1024;

/// What a picture depends on. A release never changes, so that a picture is never stale.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct PictureKey {
    pub(crate) release: ReleaseId,
    pub(crate) request: Request,
    pub(crate) form: Form,
}

/// Finished pictures of all releases that were asked for lately.
#[derive(Debug, Clone)]
pub(crate) struct PictureCache(Cache<PictureKey, Bytes>);

impl PictureCache {
    /// An empty cache; `budget` is what all finished pictures together may weigh, in bytes, and 0 keeps none.
    pub(crate) fn new(budget: u64) -> Self {
        let weigh =
            |_: &PictureKey, picture: &Bytes| u32::try_from(picture.len() + OVERHEAD).unwrap_or(u32::MAX);
        Self(Cache::builder().weigher(weigh).max_capacity(budget).build())
    }

    /// A picture from the cache, or drawn now. Problems are not kept.
    pub(crate) async fn get(
        &self,
        key: PictureKey,
        draw: impl Future<Output = Result<Bytes, Problem>>,
    ) -> Result<Bytes, Problem> {
        self.0.try_get_with(key, draw).await.map_err(|problem| (*problem).clone())
    }
}
