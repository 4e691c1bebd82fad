//! Rows that are not the same in two releases, ordered by id; never more of them at once than a page.

use crate::{ClaimsQuery, ItemsQuery, PageStart, Period, Snapshot, StoreError};
use std::{cmp::Ordering, collections::VecDeque, sync::Arc};
use terrikon_core::{Claim, CollectionId, Date, Feature};

/// How many rows of each release are read at once.
const AT_ONCE: usize = 2_000;

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rows {
    /// The features of a collection, of all times, by id.
    Features(CollectionId),
    /// All claims. The id of a claim follows its content: a claim never changes, but goes and comes.
    Claims,
}

/// A row of a release.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// Of a collection; without its claims.
    Feature(Arc<Feature>),
    /// Of the claims.
    Claim(Box<Claim>),
}

/// A row that is not the same in two releases: absent in one of them, or with another content.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Its id.
    pub id: String,
    /// As it is in the older release; `None` where the row came later.
    pub before: Option<Row>,
    /// As it is in the newer release; `None` where the row is gone.
    pub after: Option<Row>,
}

/// Which differences to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferencesQuery {
    /// What is compared.
    pub rows: Rows,
    /// Only those behind this id; empty for all.
    pub after: String,
    /// How many at most.
    pub limit: usize,
}

/// How many rows differ.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that came.
    pub added: usize,
    /// Those that went.
    pub removed: usize,
    /// Those that are in both and differ.
    pub changed: usize,
}

impl Counts {
    /// All of them.
    #[must_use]
    pub const fn sum(self) -> usize {
        self.added + self.removed + self.changed
    }
}

/// Differences out of the pages of two releases of any store.
pub(crate) async fn differences<N: Snapshot + ?Sized>(
    older: &dyn Snapshot,
    newer: &N,
    query: &DifferencesQuery,
) -> Result<Vec<Difference>, StoreError> {
    let mut merge = Merge::new(older, newer, query.rows, &query.after);
    let mut found = Vec::new();
    while found.len() < query.limit {
        match merge.next().await? {
            Some(difference) => found.push(difference),
            None => break,
        }
    }
    Ok(found)
}

/// The same, counted.
pub(crate) async fn count<N: Snapshot + ?Sized>(
    older: &dyn Snapshot,
    newer: &N,
    rows: Rows,
) -> Result<Counts, StoreError> {
    let mut merge = Merge::new(older, newer, rows, "");
    let mut counts = Counts::default();
    while let Some(difference) = merge.next().await? {
        match (difference.before, difference.after) {
            (None, _) => counts.added += 1,
            (_, None) => counts.removed += 1,
            _ => counts.changed += 1,
        }
    }
    Ok(counts)
}

/// Two releases, read side by side in the order of ids.
struct Merge<'a, N: Snapshot + ?Sized> {
    older: Side<'a, dyn Snapshot + 'a>,
    newer: Side<'a, N>,
}

impl<'a, N: Snapshot + ?Sized> Merge<'a, N> {
    fn new(older: &'a (dyn Snapshot + 'a), newer: &'a N, rows: Rows, after: &str) -> Self {
        Self { older: Side::new(older, rows, after), newer: Side::new(newer, rows, after) }
    }

    async fn next(&mut self) -> Result<Option<Difference>, StoreError> {
        loop {
            let order = match (self.older.peek().await?, self.newer.peek().await?) {
                (None, None) => return Ok(None),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(before), Some(after)) => before.cmp(after),
            };
            let before = if order.is_le() { self.older.take() } else { None };
            let after = if order.is_ge() { self.newer.take() } else { None };
            if before == after {
                continue;
            }
            let id = before.as_ref().or(after.as_ref()).map(|(id, _)| id.clone()).unwrap_or_default();
            let row = |side: Option<(String, Row)>| side.map(|(_, row)| row);
            return Ok(Some(Difference { id, before: row(before), after: row(after) }));
        }
    }
}

/// One release, page by page.
struct Side<'a, S: Snapshot + ?Sized> {
    snapshot: &'a S,
    rows: Rows,
    /// Where the next page begins; `None` behind the last.
    next: Option<PageStart>,
    /// What is left of the page that was read.
    read: VecDeque<(String, Row)>,
}

impl<'a, S: Snapshot + ?Sized> Side<'a, S> {
    fn new(snapshot: &'a S, rows: Rows, after: &str) -> Self {
        let start = if after.is_empty() { PageStart::First } else { PageStart::After(after.to_owned()) };
        Self { snapshot, rows, next: Some(start), read: VecDeque::new() }
    }

    /// The id of the next row.
    async fn peek(&mut self) -> Result<Option<&str>, StoreError> {
        while self.read.is_empty() {
            let Some(start) = self.next.take() else { return Ok(None) };
            self.read_page(start).await?;
        }
        Ok(self.read.front().map(|(id, _)| id.as_str()))
    }

    fn take(&mut self) -> Option<(String, Row)> {
        self.read.pop_front()
    }

    async fn read_page(&mut self, start: PageStart) -> Result<(), StoreError> {
        match self.rows {
            Rows::Features(collection) => {
                let always = Period { from: None, to: None };
                // The day only matters to filters, of which there are none.
                let all = ItemsQuery::all(collection, Date::constant(2000, 1, 1));
                let query = ItemsQuery { period: always, limit: AT_ONCE, start, ..all };
                let page = self.snapshot.items(query).await?;
                self.next = page.next;
                let rows =
                    page.items.into_iter().map(|item| (item.feature.id.clone(), Row::Feature(item.feature)));
                self.read.extend(rows);
            }
            Rows::Claims => {
                let query = ClaimsQuery { limit: AT_ONCE, start, ..ClaimsQuery::default() };
                let page = self.snapshot.claims(query).await?;
                self.next = page.next;
                self.read.extend(page.items.into_iter().map(|claim| (claim.id(), Row::Claim(claim.into()))));
            }
        }
        Ok(())
    }
}
