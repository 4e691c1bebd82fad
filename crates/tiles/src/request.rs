//! What is asked of a tile.

use crate::{LayerName, TileId};
use terrikon_core::{Date, Described, Kind, Status, Trust};

/// A tile, the layers wanted in it, and what narrows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TileRequest {
    /// The layers, in the order in which they are written; a repeated one counts once.
    pub layers: Vec<LayerName>,
    /// Which tile.
    pub tile: TileId,
    /// Which hotspots, and the zones of which; other layers don't look at it.
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
    pub fn canonical(&self) -> Self {
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
    pub(crate) fn passes(&self, hotspot: &impl Described, date: Date) -> bool {
        hotspot.validity().contains(date) && self.matches(hotspot, date)
    }

    /// Whether a hotspot is of the kinds, statuses and so on that are asked for, whenever it exists.
    #[must_use]
    pub fn matches(&self, hotspot: &impl Described, date: Date) -> bool {
        // A field that nothing is asked of is not looked up: there may be a million hotspots.
        fn among<T: Copy>(
            words: &[T],
            word: impl Fn(T) -> &'static str,
            hotspot: &impl Described,
            field: &str,
        ) -> bool {
            words.is_empty()
                || hotspot.text(field).is_some_and(|found| words.iter().any(|wanted| word(*wanted) == found))
        }
        among(&self.kinds, Kind::as_str, hotspot, "kind")
            && among(&self.statuses, Status::as_str, hotspot, "status")
            && among(&self.trusts, Trust::as_str, hotspot, "trust")
            && self.holds(hotspot, date)
            && (self.pollutants.is_empty()
                || hotspot
                    .words("pollutants")
                    .iter()
                    .any(|code| self.pollutants.iter().any(|wanted| wanted == code)))
    }

    /// Whether one of the oblasts that are asked for holds a feature on a day.
    #[must_use]
    pub fn holds(&self, feature: &impl Described, date: Date) -> bool {
        self.oblasts.is_empty() || feature.in_oblast_on(&self.oblasts, date)
    }
}
