//! Finished pages of collections: asked for again, they are sent as they are. Each is made once, however many ask for it at the same time.

use crate::{answer::Answer, negotiate::Form, problem::Problem};
use moka::future::Cache;
use terrikon_core::{Date, Lang, ReleaseId};

/// What a page depends on. A release never changes, so that a page is never stale.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct PageKey {
    pub(crate) release: ReleaseId,
    /// The whole address, as links of the page repeat it.
    pub(crate) address: String,
    pub(crate) lang: Lang,
    pub(crate) form: Form,
    /// The first day from which on nothing changed until the day of the request.
    pub(crate) epoch: Date,
}

/// Finished pages of all releases that were asked for lately.
#[derive(Debug, Clone)]
pub(crate) struct PageCache(Cache<PageKey, Answer>);

impl PageCache {
    /// An empty cache; `budget` is what all finished pages together may weigh, in bytes, and 0 keeps none.
    pub(crate) fn new(budget: u64) -> Self {
        let weigh = |key: &PageKey, page: &Answer| {
            u32::try_from(key.address.len() + page.weight()).unwrap_or(u32::MAX)
        };
        Self(Cache::builder().weigher(weigh).max_capacity(budget).build())
    }

    /// A page from the cache, or made now. Problems are not kept.
    pub(crate) async fn get(
        &self,
        key: PageKey,
        make: impl Future<Output = Result<Answer, Problem>>,
    ) -> Result<Answer, Problem> {
        self.0.try_get_with(key, make).await.map_err(|problem| (*problem).clone())
    }
}
