//! Which features of a collection in memory a query admits, and those of them on its page.

use super::spatial::meets;
use crate::{
    ItemsQuery, Page, PageStart, StoreError,
    cql::{Sort, sort::Place},
};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use terrikon_core::{
    Date, Envelope, Validity,
    table::{FeatureTable, Row},
};

/// How long choosing may take, as in a database: a filter of many parts over a million features must not keep a thread for good.
const PATIENCE: Duration = Duration::from_secs(10);

/// How many features are looked at between two looks at the clock.
const BETWEEN: usize = 256;

#[derive(Debug)]
pub(super) struct Chooser {
    pub(super) table: Arc<FeatureTable>,
    /// Whether all of them exist on every day.
    timeless: bool,
}

/// The rows that a query admits, ordered by id.
enum Admitted {
    All(usize),
    Some(Vec<usize>),
}

impl Admitted {
    fn len(&self) -> usize {
        match self {
            Self::All(count) => *count,
            Self::Some(rows) => rows.len(),
        }
    }

    fn row(&self, place: usize) -> usize {
        match self {
            Self::All(_) => place,
            Self::Some(rows) => rows[place],
        }
    }
}

impl Chooser {
    pub(super) fn new(table: Arc<FeatureTable>) -> Self {
        let timeless = table.validity().values().iter().all(|validity| *validity == Validity::ALWAYS);
        Self { table, timeless }
    }

    /// The rows of the page that a query asks for.
    pub(super) fn page(&self, query: &ItemsQuery) -> Result<Page<usize>, StoreError> {
        let admitted = self.admitted(query)?;
        if !query.sort.is_empty() {
            return self.ordered(&admitted, query);
        }
        let ItemsQuery { limit, start, .. } = query;
        let id = |place| self.table.id(admitted.row(place));
        Ok(Page::cut(admitted.len(), id, *limit, start, |place| admitted.row(place)))
    }

    /// Whether a query admits a row, its box aside.
    pub(super) fn admits(&self, query: &ItemsQuery, row: &Row<'_>) -> bool {
        // Counting in a crowded box is mostly waiting for memory: what is not asked for is not looked at.
        (self.timeless && query.is_of_all()) || query.admits(row)
    }

    fn admitted(&self, query: &ItemsQuery) -> Result<Admitted, StoreError> {
        let cql = query.cql.as_deref().and_then(|cql| cql.envelope());
        let admits = |row: usize| self.admits(query, &self.table.row(row));
        let rows = match (&query.bbox, cql) {
            (Some(bbox), _) => {
                let near = self.table.boxes().within(bbox).into_iter();
                let rows = near.filter(|found| found.inside || self.lies_in(found.row, bbox));
                timed(rows.map(|found| found.row), admits)?
            }
            (None, Some(envelope)) => {
                timed(self.table.boxes().within(envelope).into_iter().map(|found| found.row), admits)?
            }
            (None, None) if self.timeless && query.is_of_all() => return Ok(Admitted::All(self.table.len())),
            (None, None) => timed(0..self.table.len(), admits)?,
        };
        Ok(Admitted::Some(rows))
    }

    /// Whether the real shape of a row shares a point with a box, edges included.
    fn lies_in(&self, row: usize, bbox: &Envelope) -> bool {
        meets(&self.table.row(row), bbox)
    }

    /// A page of rows in the order that was asked for. Takes time in proportion to their number, not more.
    fn ordered(&self, admitted: &Admitted, query: &ItemsQuery) -> Result<Page<usize>, StoreError> {
        let ItemsQuery { sort, date, limit, start, .. } = query;
        let mut rows: Vec<(Place<'_>, usize)> = Vec::with_capacity(admitted.len());
        let began = Instant::now();
        for place in 0..admitted.len() {
            if place.is_multiple_of(BETWEEN) && began.elapsed() > PATIENCE {
                return Err(StoreError::Busy);
            }
            let row = admitted.row(place);
            rows.push((self.place(row, sort, *date), row));
        }
        let matched = rows.len();
        let (begin, end);
        match start {
            PageStart::First | PageStart::After(_) => {
                if let PageStart::After(id) = start {
                    let last = self.place_of(id, sort, *date);
                    rows.retain(|(place, _)| place.compare(&last, sort).is_gt());
                }
                begin = matched - rows.len();
                if *limit < rows.len() {
                    rows.select_nth_unstable_by(*limit, |(a, _), (b, _)| a.compare(b, sort));
                    rows.truncate(*limit);
                }
                end = begin + rows.len();
            }
            PageStart::Before(id) => {
                let first = self.place_of(id, sort, *date);
                rows.retain(|(place, _)| place.compare(&first, sort).is_lt());
                end = rows.len();
                let skipped = rows.len().saturating_sub(*limit);
                if skipped > 0 {
                    rows.select_nth_unstable_by(skipped - 1, |(a, _), (b, _)| a.compare(b, sort));
                    rows.drain(..skipped);
                }
                begin = skipped;
            }
        }
        rows.sort_unstable_by(|(a, _), (b, _)| a.compare(b, sort));
        let id = |(place, _): &(Place<'_>, usize)| place.id.to_owned();
        Ok(Page {
            number_matched: matched,
            next: rows.last().filter(|_| end < matched).map(|last| PageStart::After(id(last))),
            prev: rows.first().filter(|_| begin > 0).map(|first| PageStart::Before(id(first))),
            items: rows.into_iter().map(|(_, row)| row).collect(),
        })
    }

    /// Where a row stands in an order.
    fn place(&self, row: usize, sort: &[Sort], date: Date) -> Place<'_> {
        let row = self.table.row(row);
        Place::of(&row, row.own_id(), sort, date)
    }

    /// Where an id stands in an order.
    fn place_of<'a>(&'a self, id: &'a str, sort: &[Sort], date: Date) -> Place<'a> {
        self.table.find(id).map_or_else(|| Place::unknown(id, sort), |row| self.place(row, sort, date))
    }
}

/// Those of many that are wanted, unless looking at them takes too long.
fn timed(all: impl Iterator<Item = usize>, wanted: impl Fn(usize) -> bool) -> Result<Vec<usize>, StoreError> {
    let began = Instant::now();
    let mut found = Vec::new();
    for (row, number) in all.zip(1_usize..) {
        if number.is_multiple_of(BETWEEN) && began.elapsed() > PATIENCE {
            return Err(StoreError::Busy);
        }
        if wanted(row) {
            found.push(row);
        }
    }
    Ok(found)
}
