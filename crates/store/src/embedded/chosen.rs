//! Which features of a collection in memory a query admits, and those of them on its page.

use super::spatial::{SpatialIndex, meets};
use crate::{
    ItemsQuery, Page, PageStart, StoreError,
    cql::{Sort, sort::Place},
};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use terrikon_core::{Date, Feature, Validity};

/// How long choosing may take, as in a database: a filter of many parts over a million features must not keep a thread for good.
const PATIENCE: Duration = Duration::from_secs(10);

/// How many features are looked at between two looks at the clock.
const BETWEEN: usize = 256;

#[derive(Debug)]
pub(super) struct Indexed {
    /// Ordered by id.
    pub(super) features: Vec<Arc<Feature>>,
    pub(super) spatial: SpatialIndex,
    /// Whether all of them exist on every day.
    timeless: bool,
}

impl Indexed {
    /// Features, ordered by id.
    pub(super) fn new(features: Vec<Feature>) -> Self {
        Self {
            spatial: SpatialIndex::new(&features),
            timeless: features.iter().all(|feature| feature.validity == Validity::default()),
            features: features.into_iter().map(Arc::new).collect(),
        }
    }

    pub(super) fn get(&self, id: &str) -> Option<&Arc<Feature>> {
        let row = self.features.binary_search_by(|feature| feature.id.as_str().cmp(id)).ok()?;
        self.features.get(row)
    }

    /// The page that a query asks for.
    pub(super) fn page(&self, query: &ItemsQuery) -> Result<Page<Arc<Feature>>, StoreError> {
        let admitted = self.admitted(query)?;
        if !query.sort.is_empty() {
            return Ok(self.ordered(&admitted, query));
        }
        let ItemsQuery { limit, start, .. } = query;
        Ok(Page::cut(&admitted, |feature| feature.id.as_str(), *limit, start, |feature| Arc::clone(feature)))
    }

    /// The features that a query admits, ordered by id.
    fn admitted(&self, query: &ItemsQuery) -> Result<Vec<&Arc<Feature>>, StoreError> {
        // Counting in a crowded box is mostly waiting for memory: what is not asked for is not looked at.
        let all = self.timeless && query.is_of_all();
        let cql = query.cql.as_deref().and_then(|cql| cql.envelope());
        let near = match (&query.bbox, cql) {
            (Some(bbox), _) => self.spatial.within(bbox),
            (None, Some(envelope)) => {
                self.spatial.within(envelope).into_iter().map(|(row, _)| (row, true)).collect()
            }
            (None, None) => return timed(self.features.iter(), |feature| all || query.admits(feature)),
        };
        let rows = near.into_iter().filter_map(|(row, inside)| Some((self.features.get(row)?, inside)));
        let in_box = |feature: &Feature| query.bbox.is_none_or(|bbox| meets(feature, &bbox));
        let admitted =
            timed(rows, |(feature, inside)| (all || query.admits(feature)) && (*inside || in_box(feature)))?;
        Ok(admitted.into_iter().map(|(feature, _)| feature).collect())
    }

    /// A page of features in the order that was asked for. Takes time in proportion to their number, not more.
    fn ordered(&self, admitted: &[&Arc<Feature>], query: &ItemsQuery) -> Page<Arc<Feature>> {
        let ItemsQuery { sort, date, limit, start, .. } = query;
        let mut rows: Vec<(Place<'_>, &Arc<Feature>)> =
            admitted.iter().map(|feature| (Place::of(feature, sort, *date), *feature)).collect();
        let matched = rows.len();
        let (begin, end);
        match start {
            PageStart::First | PageStart::After(_) => {
                if let PageStart::After(id) = start {
                    let last = self.place(id, sort, *date);
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
                let first = self.place(id, sort, *date);
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
        let id = |row: &(Place<'_>, &Arc<Feature>)| row.1.id.clone();
        Page {
            number_matched: matched,
            next: rows.last().filter(|_| end < matched).map(|last| PageStart::After(id(last))),
            prev: rows.first().filter(|_| begin > 0).map(|first| PageStart::Before(id(first))),
            items: rows.into_iter().map(|(_, feature)| Arc::clone(feature)).collect(),
        }
    }

    /// Where an id stands in an order.
    fn place<'a>(&'a self, id: &'a str, sort: &[Sort], date: Date) -> Place<'a> {
        self.get(id).map_or_else(|| Place::unknown(id, sort), |feature| Place::of(feature, sort, date))
    }
}

/// Those of many that are wanted, unless looking at them takes too long.
fn timed<T>(all: impl Iterator<Item = T>, wanted: impl Fn(&T) -> bool) -> Result<Vec<T>, StoreError> {
    let began = Instant::now();
    let mut found = Vec::new();
    for (one, number) in all.zip(1_usize..) {
        if number.is_multiple_of(BETWEEN) && began.elapsed() > PATIENCE {
            return Err(StoreError::Busy);
        }
        if wanted(&one) {
            found.push(one);
        }
    }
    Ok(found)
}
