//! The names of a release.

use super::{
    Hit, HotspotNames, PlaceType, SearchQuery,
    rank::{Closeness, Spelt},
};
use std::{cmp::Reverse, collections::HashSet};
use terrikon_core::{AreaAt, Collection, Envelope, Feature, Lang, Names, Validity};

/// A hotspot comes before any other place that answers as well.
const OF_HOTSPOT: u64 = u64::MAX;

/// Every name of a release, in the forms in which names are compared. A search reads all of them: tens of thousands
/// take a few milliseconds.
#[derive(Debug, Default)]
pub struct SearchIndex {
    pub(crate) places: Vec<Place>,
    /// Hotspots, of which there may be a million, where they are not among the places.
    hotspots: Option<HotspotNames>,
}

/// What can be found by name.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) place: PlaceType,
    pub(crate) id: String,
    pub(crate) names: Names,
    /// Its names, and for an oblast its codes and short names, which are of no one language.
    pub(crate) spelt: Vec<(Option<Lang>, Spelt)>,
    pub(crate) position: [f64; 2],
    pub(crate) bbox: Option<Envelope>,
    pub(crate) validity: Validity,
    pub(crate) oblasts: Vec<AreaAt>,
    pub(crate) kind: Option<String>,
    /// Among equal matches the greater comes first.
    pub(crate) importance: u64,
}

/// What answers.
struct Answer<'a> {
    closeness: Closeness,
    lang: Option<Lang>,
    of: Of<'a>,
}

enum Of<'a> {
    Place(&'a Place),
    /// A row of the table of hotspots, with its id.
    Hotspot(usize, &'a str),
}

impl SearchIndex {
    /// Reads the names of collections; those that are not searched are passed over. Places without a name or a position can't
    /// be found.
    #[must_use]
    pub fn new<'a>(collections: impl IntoIterator<Item = &'a Collection>) -> Self {
        let places = collections.into_iter().flat_map(|collection| {
            let place = PlaceType::of(collection.id);
            collection.features.iter().filter_map(move |feature| Place::of(feature, place?))
        });
        Self { places: places.collect(), hotspots: None }
    }

    /// Places that are at hand already.
    pub(crate) const fn of_places(places: Vec<Place>) -> Self {
        Self { places, hotspots: None }
    }

    /// The same with hotspots that are packed.
    #[must_use]
    pub fn with_hotspots(self, hotspots: HotspotNames) -> Self {
        Self { hotspots: Some(hotspots), ..self }
    }

    /// The places that answer, best first.
    #[must_use]
    pub fn find(&self, query: &SearchQuery) -> Vec<Hit> {
        let typed = Spelt::new(&query.text);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found = self.answers(query, |name| name.answers(&typed));
        if found.len() < query.limit {
            let known: HashSet<(PlaceType, &str)> = found.iter().map(|answer| answer.of.key()).collect();
            let mut with_typo = self.answers(query, |name| name.answers_with_typo(&typed));
            with_typo.retain(|answer| !known.contains(&answer.of.key()));
            found.extend(with_typo);
        }
        let order = |answer: &Answer<'_>| {
            let Answer { closeness, of, .. } = answer;
            let (place, id) = of.key();
            (closeness.how, Reverse(closeness.weigh(of.importance())), place, id.to_owned())
        };
        found.sort_by_cached_key(order);
        found.truncate(query.limit);
        found.into_iter().filter_map(|answer| self.hit(&answer, query)).collect()
    }

    fn answers(
        &self,
        query: &SearchQuery,
        answer: impl Fn(&Spelt) -> Option<Closeness> + Sync,
    ) -> Vec<Answer<'_>> {
        let on_the_day = self.places.iter().filter(|place| place.validity.contains(query.date));
        let places = on_the_day.filter_map(|place| {
            let answers = place.spelt.iter().filter_map(|(lang, name)| {
                let closeness = answer(name)?;
                Some((if lang.is_some() { closeness } else { closeness.of_short_name() }, *lang))
            });
            let (closeness, lang) = answers.min()?;
            Some(Answer { closeness, lang, of: Of::Place(place) })
        });
        let hotspots = self.hotspots.iter().flat_map(|hotspots| {
            let found = hotspots.answers(query, &answer).into_iter();
            found.map(|(row, closeness, lang)| Answer {
                closeness,
                lang: Some(lang),
                of: Of::Hotspot(row, hotspots.id(row)),
            })
        });
        places.chain(hotspots).collect()
    }

    fn hit(&self, answer: &Answer<'_>, query: &SearchQuery) -> Option<Hit> {
        match answer.of {
            Of::Place(place) => Some(place.hit(answer.lang, query)),
            Of::Hotspot(row, _) => {
                let hotspot = self.hotspots.as_ref()?.feature(row);
                Some(Place::of(&hotspot, PlaceType::Hotspot)?.hit(answer.lang, query))
            }
        }
    }
}

impl<'a> Of<'a> {
    /// What tells it from all others.
    fn key(&self) -> (PlaceType, &'a str) {
        match self {
            Self::Place(place) => (place.place, &place.id),
            Self::Hotspot(_, id) => (PlaceType::Hotspot, id),
        }
    }

    const fn importance(&self) -> u64 {
        match self {
            Self::Place(place) => place.importance,
            Self::Hotspot(..) => OF_HOTSPOT,
        }
    }
}

impl Place {
    fn of(feature: &Feature, place: PlaceType) -> Option<Self> {
        let names = feature.names.iter().map(|(lang, name)| (Some(lang), Spelt::new(name)));
        let area = matches!(place, PlaceType::Oblast | PlaceType::Raion);
        let code = feature.text("code").filter(|_| area);
        let short = code.into_iter().chain(feature.list("aliases")).map(|name| (None, Spelt::new(name)));
        let spelt: Vec<_> = names.chain(short).collect();
        let envelope = feature.envelope();
        let centre = envelope.map(|e| [f64::midpoint(e.west, e.east), f64::midpoint(e.south, e.north)]);
        let position = feature.position.or(centre)?;
        let number = |field: &str| feature.number(field).unwrap_or_default() as u64;
        // Rank 1 is greatest, and 0 is one that no source gives.
        let by_rank = |best: u64| best / if number("rank") == 0 { 10 } else { number("rank") };
        let importance = match place {
            PlaceType::Hotspot => OF_HOTSPOT,
            PlaceType::Oblast => 10_000_000,
            PlaceType::Raion => 20_000,
            PlaceType::Settlement => number("population").max(by_rank(10_000)),
            PlaceType::River | PlaceType::Lake => by_rank(300_000),
        };
        (!feature.names.is_empty()).then(|| Self {
            place,
            id: feature.text("code").unwrap_or(&feature.id).to_owned(),
            names: feature.names.clone(),
            spelt,
            position,
            bbox: envelope.filter(|e| e.west < e.east || e.south < e.north),
            validity: feature.validity,
            oblasts: feature.oblasts.clone(),
            kind: feature.text("kind").map(ToOwned::to_owned),
            importance,
        })
    }

    fn hit(&self, matched: Option<Lang>, query: &SearchQuery) -> Hit {
        let oblast = self.oblasts.iter().find(|area| area.validity.contains(query.date));
        Hit {
            place: self.place,
            id: self.id.clone(),
            names: self.names.clone(),
            matched,
            position: self.position,
            bbox: self.bbox,
            oblast: oblast.map(|area| area.code.clone()),
            kind: self.kind.clone(),
        }
    }
}
