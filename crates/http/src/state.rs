//! What all requests share.

use crate::{problem::Problem, tiles::TileCache};
use std::{sync::Arc, time::Instant};
use terrikon_store::{Snapshot, Store, StoreError};

/// What all requests share; a clone is the same state.
#[derive(Debug, Clone)]
pub struct AppState {
    /// Where every answer comes from.
    store: Arc<dyn Store>,
    /// Finished tiles, shared by all requests.
    pub(crate) tiles: TileCache,
    /// The origin (and prefix) of absolute links, without its last slash; else the request's own is used.
    pub(crate) public_url: Option<Arc<str>>,
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
    /// A state that reads from a store.
    #[must_use]
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self { store, tiles: TileCache::default(), public_url: None, started: Instant::now() }
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
        Ok(Self { public_url: Some(url.as_str().trim_end_matches('/').into()), ..self })
    }

    /// The release that this request reads from.
    pub(crate) async fn snapshot(&self) -> Result<Arc<dyn Snapshot>, Problem> {
        Ok(self.store.current().await?)
    }

    /// Whether the store answers.
    pub(crate) async fn health(&self) -> Result<(), StoreError> {
        self.store.health().await
    }
}
