//! The names of a release.

use super::{
    Hit, PlaceType, SearchQuery,
    rank::{Closeness, Spelt},
};
use std::cmp::Reverse;
use terrikon_core::{AreaAt, Collection, Envelope, Feature, Lang, Names, Validity};

/// Every name of a release, in the forms in which names are compared. A search reads all of them: tens of thousands
/// take a few milliseconds.
#[derive(Debug)]
pub struct SearchIndex {
    pub(crate) places: Vec<Place>,
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

impl SearchIndex {
    /// Reads the names of collections; those that are not searched are passed over. Places without a name or a position can't
    /// be found.
    #[must_use]
    pub fn new<'a>(collections: impl IntoIterator<Item = &'a Collection>) -> Self {
        let places = collections.into_iter().flat_map(|collection| {
            let place = PlaceType::of(collection.id);
            collection.features.iter().filter_map(move |feature| Place::of(feature, place?))
        });
        Self { places: places.collect() }
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
            let known: Vec<*const Place> =
                found.iter().map(|(_, _, place)| std::ptr::from_ref(*place)).collect();
            let with_typo = self.answers(query, |name| name.answers_with_typo(&typed));
            found.extend(
                with_typo.into_iter().filter(|(_, _, place)| !known.contains(&std::ptr::from_ref(*place))),
            );
        }
        found.sort_by_key(|(closeness, _, place)| {
            (closeness.how, Reverse(closeness.weigh(place.importance)), place.place, &place.id)
        });
        found.into_iter().take(query.limit).map(|(_, lang, place)| place.hit(lang, query)).collect()
    }

    fn answers(
        &self,
        query: &SearchQuery,
        answer: impl Fn(&Spelt) -> Option<Closeness>,
    ) -> Vec<(Closeness, Option<Lang>, &Place)> {
        let on_the_day = self.places.iter().filter(|place| place.validity.contains(query.date));
        on_the_day
            .filter_map(|place| {
                let answers = place.spelt.iter().filter_map(|(lang, name)| {
                    let closeness = answer(name)?;
                    Some((if lang.is_some() { closeness } else { closeness.of_short_name() }, *lang))
                });
                let (closeness, lang) = answers.min()?;
                Some((closeness, lang, place))
            })
            .collect()
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
            PlaceType::Hotspot => u64::MAX,
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
