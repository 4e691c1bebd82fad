//! What is asked of a collection, and the page that answers.

use crate::{
    HotspotFilter,
    cql::{Order, Predicate},
};
use std::sync::Arc;
use terrikon_core::{Claim, CollectionId, Date, Described, Envelope, Feature, Validity};

/// Days from one to another, both included; a missing end is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

impl Period {
    /// A single day.
    #[must_use]
    pub const fn day(day: Date) -> Self {
        Self { from: Some(day), to: Some(day) }
    }

    /// Whether something valid for that long existed on one of these days.
    #[must_use]
    pub fn meets(&self, validity: &Validity) -> bool {
        let begins = validity.valid_from.zip(self.to).is_none_or(|(from, to)| from <= to);
        let lasts = validity.valid_to.zip(self.from).is_none_or(|(end, from)| from < end);
        begins && lasts
    }
}

/// Where a page begins, in the order of the list: that of ids, if nothing else is asked for. A release never changes, so that
/// the id of a feature tells its place in any order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum PageStart {
    /// At the beginning.
    #[default]
    First,
    /// Behind an id.
    After(String),
    /// So that the page ends just before an id.
    Before(String),
}

/// Which features of a collection to give.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemsQuery {
    /// The collection.
    pub collection: CollectionId,
    /// Only features whose real shape meets this box; those without a shape don't.
    pub bbox: Option<Envelope>,
    /// Only features that exist on one of these days.
    pub period: Period,
    /// The day on which a feature must lie in an oblast of the filter.
    pub date: Date,
    /// What narrows the collection. Only hotspots have kinds, statuses, trusts and pollutants; zones have the kind of
    /// their hotspot.
    pub filter: HotspotFilter,
    /// Only zones of these hotspots; all where it is empty. Other collections don't look at it.
    pub hotspots: Vec<String>,
    /// Only features of which this is true.
    pub cql: Option<Arc<Predicate>>,
    /// What orders them before their ids do.
    pub sort: Order,
    /// How many features at most.
    pub limit: usize,
    /// Where the page begins.
    pub start: PageStart,
}

impl ItemsQuery {
    /// Everything of a collection that exists on a day.
    #[must_use]
    pub fn all(collection: CollectionId, date: Date) -> Self {
        Self {
            collection,
            bbox: None,
            period: Period::day(date),
            date,
            filter: HotspotFilter::default(),
            hotspots: Vec::new(),
            cql: None,
            sort: Vec::new(),
            limit: usize::MAX,
            start: PageStart::First,
        }
    }

    /// Whether a feature is wanted, its shape aside.
    #[must_use]
    pub fn admits(&self, feature: &impl Described) -> bool {
        self.period.meets(&feature.validity())
            && match self.collection {
                CollectionId::Hotspots => self.filter.matches(feature, self.date),
                CollectionId::Zones => self.admits_zone(feature),
                _ => self.filter.holds(feature, self.date),
            }
            && self.cql.as_ref().is_none_or(|cql| cql.holds(feature, self.date))
    }

    /// Whether it admits every feature that exists on its days, boxes aside.
    #[must_use]
    pub fn is_of_all(&self) -> bool {
        self.filter == HotspotFilter::default() && self.hotspots.is_empty() && self.cql.is_none()
    }

    fn admits_zone(&self, zone: &impl Described) -> bool {
        let hotspot = zone.text("hotspot");
        let of_hotspot =
            self.hotspots.is_empty() || self.hotspots.iter().any(|id| hotspot == Some(id.as_str()));
        let of_kind = self.filter.kinds.is_empty()
            || self.filter.kinds.iter().any(|kind| zone.text("kind") == Some(kind.as_str()));
        of_hotspot && of_kind && self.filter.holds(zone, self.date)
    }
}

/// A feature with what is claimed of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The feature.
    pub feature: Arc<Feature>,
    /// What sources say of it, ordered by property and source.
    pub claims: Arc<[Claim]>,
}

/// Which claims to give.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClaimsQuery {
    /// Only those of these subjects; all where it is empty.
    pub subjects: Vec<String>,
    /// Only those of these properties; all where it is empty.
    pub properties: Vec<String>,
    /// How many claims at most.
    pub limit: usize,
    /// Where the page begins.
    pub start: PageStart,
}

/// A part of a collection.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T = Item> {
    /// In the order that was asked for, else by id.
    pub items: Vec<T>,
    /// How many features the query admits on all pages.
    pub number_matched: usize,
    /// Where the next page begins; `None` on the last.
    pub next: Option<PageStart>,
    /// Where the page before begins; `None` on the first.
    pub prev: Option<PageStart>,
}

impl<T> Page<T> {
    /// Cuts a page out of a number of rows, which are ordered by their id.
    #[must_use]
    pub fn cut<'a>(
        rows: usize,
        id: impl Fn(usize) -> &'a str,
        limit: usize,
        start: &PageStart,
        item: impl Fn(usize) -> T,
    ) -> Self {
        let first = |holds: &dyn Fn(&str) -> bool| {
            let (mut low, mut high) = (0, rows);
            while low < high {
                let middle = usize::midpoint(low, high);
                if holds(id(middle)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            low
        };
        let (begin, end) = match start {
            PageStart::First => (0, limit.min(rows)),
            PageStart::After(last) => {
                let begin = first(&|id| id <= last.as_str());
                (begin, begin.saturating_add(limit).min(rows))
            }
            // May be short at the beginning of the list: it must not repeat what follows.
            PageStart::Before(next) => {
                let end = first(&|id| id < next.as_str());
                (end.saturating_sub(limit), end)
            }
        };
        let has_any = begin < end;
        Self {
            number_matched: rows,
            next: (has_any && end < rows).then(|| PageStart::After(id(end - 1).to_owned())),
            prev: (has_any && begin > 0).then(|| PageStart::Before(id(begin).to_owned())),
            items: (begin..end).map(item).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_meets_what_exists_on_one_of_its_days() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let old = Validity { valid_from: None, valid_to: Some(day("2022-06-08")) };
        assert!(Period::day(day("2022-06-07")).meets(&old) && !Period::day(day("2022-06-08")).meets(&old));
        assert!(Period { from: Some(day("2020-01-01")), to: None }.meets(&old));
        let new = Validity { valid_from: Some(day("2022-06-08")), valid_to: None };
        assert!(Period { from: None, to: Some(day("2022-06-08")) }.meets(&new));
        assert!(!Period { from: None, to: Some(day("2022-06-07")) }.meets(&new));
    }
}
