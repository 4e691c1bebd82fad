//! Everything that a query admits, batch by batch: for files that hold more than a page.

use crate::{Item, ItemsQuery, Page, PageStart, Snapshot, StoreError};
use std::sync::Arc;

/// A part of a walk.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// In the order of the query; may be empty before the end.
    pub items: Vec<Item>,
    /// Where the next batch begins; `None` at the end.
    pub next: Option<PageStart>,
}

impl From<Page> for Batch {
    fn from(page: Page) -> Self {
        Self { items: page.items, next: page.next }
    }
}

/// A walk over what a query admits, in its order. A release never changes, so batches of it fit together; one that is removed
/// meanwhile ends the walk with [`StoreError::Gone`].
#[derive(Debug)]
pub struct Walk {
    snapshot: Arc<dyn Snapshot>,
    query: ItemsQuery,
    at_once: usize,
    /// How many features at most are still to come.
    left: usize,
}

impl Walk {
    /// Begins a walk. The limit of the query counts over all of it; where the query ends before an id, its limit bounds the memory.
    #[must_use]
    pub fn new(snapshot: Arc<dyn Snapshot>, query: ItemsQuery, at_once: usize) -> Self {
        let left = query.limit;
        Self { snapshot, query, at_once, left }
    }

    /// The next features; `None` at the end.
    ///
    /// # Errors
    /// [`StoreError`] where the store can't be reached or the release is gone.
    pub async fn next(&mut self) -> Result<Option<Vec<Item>>, StoreError> {
        while self.left > 0 {
            let query = ItemsQuery { limit: self.left, ..self.query.clone() };
            let Batch { items, next } = if matches!(query.start, PageStart::Before(_)) {
                // What ends before an id is found from there backwards: it comes at once, and what follows is not asked for.
                Batch { next: None, ..self.snapshot.items(query).await?.into() }
            } else {
                self.snapshot.batch(ItemsQuery { limit: self.left.min(self.at_once), ..query }).await?
            };
            match next {
                Some(next) => {
                    self.left = self.left.saturating_sub(items.len());
                    self.query.start = next;
                }
                None => self.left = 0,
            }
            if !items.is_empty() {
                return Ok(Some(items));
            }
        }
        Ok(None)
    }
}
