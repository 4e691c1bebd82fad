//! What a file is about, and the walk over all of it.

use std::sync::Arc;
use terrikon_core::{Claim, CollectionId, Date, Source};
use terrikon_store::{ClaimsQuery, Item, ItemsQuery, Page, PageStart, Snapshot, StoreError, Walk};

/// How many features or claims are read at once: many enough that reading them is worth the while, and so few that hundreds of slow
/// readers, each with such a part waiting to be sent, leave room in memory.
const AT_ONCE: usize = 2_000;

/// What a file is about. Limits count over the whole file.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// Features of a collection.
    Features(ItemsQuery),
    /// What sources say of features.
    Claims(ClaimsQuery),
    /// Where claims and data can be read.
    Sources {
        /// How many at most.
        limit: usize,
        /// Behind which id they begin.
        start: PageStart,
    },
}

/// A part of it.
#[derive(Debug)]
pub(super) enum Batch {
    Features(Vec<Item>),
    Claims(Vec<Claim>),
    Sources(Vec<Source>),
}

impl Batch {
    pub(super) const fn len(&self) -> usize {
        match self {
            Self::Features(items) => items.len(),
            Self::Claims(claims) => claims.len(),
            Self::Sources(sources) => sources.len(),
        }
    }
}

impl Subject {
    /// The collection of features, where it is about such.
    pub(super) const fn features(&self) -> Option<CollectionId> {
        match self {
            Self::Features(query) => Some(query.collection),
            Self::Claims(_) | Self::Sources { .. } => None,
        }
    }

    /// The name of the collection.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Features(query) => query.collection.as_str(),
            Self::Claims(_) => "claims",
            Self::Sources { .. } => "sources",
        }
    }

    /// The day by whose division features are told; claims and sources are the same on every day.
    pub(super) const fn date(&self) -> Option<Date> {
        match self {
            Self::Features(query) => Some(query.date),
            Self::Claims(_) | Self::Sources { .. } => None,
        }
    }

    /// Where it begins.
    pub(super) const fn start(&self) -> &PageStart {
        match self {
            Self::Features(query) => &query.start,
            Self::Claims(query) => &query.start,
            Self::Sources { start, .. } => start,
        }
    }

    /// What the beginning of a file is made of where nothing is found.
    pub(super) const fn nothing(&self) -> Batch {
        match self {
            Self::Features(_) => Batch::Features(Vec::new()),
            Self::Claims(_) => Batch::Claims(Vec::new()),
            Self::Sources { .. } => Batch::Sources(Vec::new()),
        }
    }
}

/// A walk over everything that a file shall hold.
#[derive(Debug)]
pub(super) enum Reading {
    Features(Box<Walk>),
    Claims(Arc<dyn Snapshot>, ClaimsQuery),
    Sources(Vec<Source>),
}

impl Reading {
    pub(super) fn new(snapshot: &Arc<dyn Snapshot>, subject: &Subject) -> Self {
        match subject {
            Subject::Features(query) => {
                Self::Features(Box::new(Walk::new(Arc::clone(snapshot), query.clone(), AT_ONCE)))
            }
            Subject::Claims(query) => Self::Claims(Arc::clone(snapshot), query.clone()),
            Subject::Sources { limit, start } => {
                let all: Vec<&Source> = snapshot.directory().sources.values().collect();
                let page = Page::cut(all.len(), |at| &all[at].id, *limit, start, |at| all[at].clone());
                Self::Sources(page.items)
            }
        }
    }

    /// The next part; `None` at the end.
    pub(super) async fn next(&mut self) -> Result<Option<Batch>, StoreError> {
        match self {
            Self::Features(walk) => Ok(walk.next().await?.map(Batch::Features)),
            Self::Sources(sources) => {
                let all = std::mem::take(sources);
                Ok(Some(Batch::Sources(all)).filter(|all| all.len() > 0))
            }
            Self::Claims(_, query) if query.limit == 0 => Ok(None),
            Self::Claims(snapshot, query) => {
                let part = ClaimsQuery { limit: query.limit.min(AT_ONCE), ..query.clone() };
                let page = snapshot.claims(part).await?;
                match page.next {
                    Some(next) => {
                        query.limit -= page.items.len();
                        query.start = next;
                    }
                    None => query.limit = 0,
                }
                Ok(Some(Batch::Claims(page.items)).filter(|claims| claims.len() > 0))
            }
        }
    }
}
