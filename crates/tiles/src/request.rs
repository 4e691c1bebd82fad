//! What is asked of a tile.

use crate::{LayerName, TileId};
use terrikon_core::{Date, Feature, Kind, Status, Trust};

/// A tile, the layers wanted in it, and what narrows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TileRequest {
    /// The layers, in the order in which they are written; a repeated one counts once.
    pub layers: Vec<LayerName>,
    /// Which tile.
    pub tile: TileId,
    /// Which hotspots; other layers don't look at it.
    pub filter: HotspotFilter,
    /// The day on which areas, borders, labels and hotspots must exist.
    pub date: Date,
}

/// Which hotspots to show. An empty list lets everything pass; lists are joined by "and", words in one by "or".
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct HotspotFilter {
    /// What they are.
    pub kinds: Vec<Kind>,
    /// Codes of the oblasts that hold them on the day of the request, aliases already resolved.
    pub oblasts: Vec<String>,
    /// What is going on there.
    pub statuses: Vec<Status>,
    /// How far they are trusted.
    pub trusts: Vec<Trust>,
    /// Codes of what they emit or hold: one of them is enough.
    pub pollutants: Vec<String>,
}

impl HotspotFilter {
    /// The same filter in the one form that equal filters share.
    #[must_use]
    pub(crate) fn canonical(&self) -> Self {
        fn set<T: Ord + Clone>(words: &[T]) -> Vec<T> {
            let mut words = words.to_vec();
            words.sort_unstable();
            words.dedup();
            words
        }
        Self {
            kinds: set(&self.kinds),
            oblasts: set(&self.oblasts),
            statuses: set(&self.statuses),
            trusts: set(&self.trusts),
            pollutants: set(&self.pollutants),
        }
    }

    /// Whether a hotspot passes, on a day on which it exists.
    pub(crate) fn passes(&self, hotspot: &Feature, date: Date) -> bool {
        let word = |field: &str, accepted: &mut dyn Iterator<Item = &'static str>| {
            let mut accepted = accepted.peekable();
            accepted.peek().is_none()
                || hotspot.text(field).is_some_and(|word| accepted.any(|other| other == word))
        };
        hotspot.validity.contains(date)
            && word("kind", &mut self.kinds.iter().map(|kind| kind.as_str()))
            && word("status", &mut self.statuses.iter().map(|status| status.as_str()))
            && word("trust", &mut self.trusts.iter().map(|trust| trust.as_str()))
            && (self.oblasts.is_empty()
                || hotspot
                    .oblast_on(date)
                    .is_some_and(|code| self.oblasts.iter().any(|oblast| oblast == code)))
            && (self.pollutants.is_empty()
                || hotspot.list("pollutants").any(|code| self.pollutants.iter().any(|wanted| wanted == code)))
    }
}
