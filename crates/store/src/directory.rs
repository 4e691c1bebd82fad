//! The small facts of a release that nearly every answer needs, kept at hand.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use terrikon_core::{
    Collection, CollectionId, Date, Envelope, Feature, Names, Release, Source, Validity, table::FeatureTable,
};

/// The small facts of a release.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    collections: Vec<Summary>,
    /// Every shape that an oblast had, ordered by code and time.
    pub oblasts: Vec<Oblast>,
    /// Names of raions by code.
    pub raions: BTreeMap<String, Names>,
    /// Sources by id.
    pub sources: BTreeMap<String, Source>,
    /// Every pollutant that a hotspot names.
    pub pollutants: BTreeSet<String>,
    changes: BTreeSet<Date>,
}

/// What a [`Directory`] is made of.
pub(crate) struct Facts<'a> {
    /// In the order of [`CollectionId::ALL`].
    pub(crate) collections: Vec<Summary>,
    pub(crate) oblasts: &'a Collection,
    pub(crate) raions: &'a Collection,
    pub(crate) sources: &'a [Source],
    pub(crate) pollutants: BTreeSet<String>,
    pub(crate) changes: BTreeSet<Date>,
}

/// What a collection holds.
#[derive(Debug, Clone)]
pub struct Summary {
    /// The collection.
    pub id: CollectionId,
    /// How many features, of all times.
    pub count: usize,
    /// The box around all of them.
    pub extent: Option<Envelope>,
}

/// An oblast while it had one shape.
#[derive(Debug, Clone)]
pub struct Oblast {
    /// The id of the feature: each shape has its own.
    pub id: String,
    /// Its ISO 3166-2 code.
    pub code: String,
    /// Its names.
    pub names: Names,
    /// Older codes and short names.
    pub aliases: Vec<String>,
    /// When it had this shape.
    pub validity: Validity,
    /// The box around it.
    pub extent: Option<Envelope>,
}

impl Directory {
    /// Reads them from a whole release.
    #[must_use]
    pub fn of(release: &Release) -> Self {
        let collections = release.collections.iter().map(|collection| Summary {
            id: collection.id,
            count: collection.features.len(),
            extent: union(collection.features.iter().filter_map(Feature::envelope)),
        });
        let features = || release.collections.iter().flat_map(|collection| &collection.features);
        let changes = features().flat_map(|feature| {
            let oblasts = feature.oblasts.iter().map(|area| area.validity);
            oblasts.chain([feature.validity]).flat_map(|validity| [validity.valid_from, validity.valid_to])
        });
        Self::new(Facts {
            collections: collections.collect(),
            oblasts: release.collection(CollectionId::Oblasts),
            raions: release.collection(CollectionId::Raions),
            sources: &release.sources,
            pollutants: release
                .collection(CollectionId::Hotspots)
                .features
                .iter()
                .flat_map(|hotspot| hotspot.list("pollutants"))
                .map(ToOwned::to_owned)
                .collect(),
            changes: changes.flatten().collect(),
        })
    }

    /// Reads them from the tables of a release, which has them all.
    pub(crate) fn of_tables(tables: &BTreeMap<CollectionId, Arc<FeatureTable>>, rest: &Release) -> Self {
        let collections = CollectionId::ALL.into_iter().map(|id| {
            let table = tables.get(&id);
            Summary {
                id,
                count: table.map_or(0, |table| table.len()),
                extent: table.and_then(|table| table.extent()),
            }
        });
        let validities = tables.values().flat_map(|table| {
            let oblasts = table.oblasts().values().iter().flatten().map(|area| area.validity);
            table.validity().values().iter().copied().chain(oblasts)
        });
        let changes = validities.flat_map(|validity| [validity.valid_from, validity.valid_to]).flatten();
        let hotspots = tables.get(&CollectionId::Hotspots);
        Self::new(Facts {
            collections: collections.collect(),
            oblasts: rest.collection(CollectionId::Oblasts),
            raions: rest.collection(CollectionId::Raions),
            sources: &rest.sources,
            pollutants: hotspots.iter().flat_map(|table| table.all_words("pollutants")).collect(),
            changes: changes.collect(),
        })
    }

    /// Makes it of what a store has at hand.
    pub(crate) fn new(facts: Facts<'_>) -> Self {
        let mut oblasts: Vec<Oblast> = facts.oblasts.features.iter().map(Oblast::of).collect();
        oblasts.sort_by(|a, b| (&a.code, a.validity.valid_from).cmp(&(&b.code, b.validity.valid_from)));
        Self {
            collections: facts.collections,
            oblasts,
            raions: facts.raions.features.iter().map(|raion| (code(raion), raion.names.clone())).collect(),
            sources: facts.sources.iter().map(|source| (source.id.clone(), source.clone())).collect(),
            pollutants: facts.pollutants,
            changes: facts.changes,
        }
    }

    /// Days on which anything came or went, in order.
    pub fn changes(&self) -> impl Iterator<Item = Date> + '_ {
        self.changes.iter().copied()
    }

    /// What a collection holds.
    #[must_use]
    pub fn summary(&self, id: CollectionId) -> Option<&Summary> {
        self.collections.iter().find(|summary| summary.id == id)
    }

    /// The box around what the release is about: hotspots and the oblasts that hold them; without the
    /// neighbours of the base map.
    #[must_use]
    pub fn extent(&self) -> Option<Envelope> {
        let about = [CollectionId::Hotspots, CollectionId::Oblasts];
        union(about.into_iter().filter_map(|id| self.summary(id)?.extent))
    }

    /// The names of an oblast on a day; where the code was not valid then, those of any other time.
    #[must_use]
    pub fn oblast_names(&self, code: &str, date: Date) -> Option<&Names> {
        let mut shapes = self.oblasts.iter().filter(|oblast| oblast.code == code);
        let any = shapes.clone().next();
        shapes.find(|oblast| oblast.validity.contains(date)).or(any).map(|oblast| &oblast.names)
    }

    /// The earliest day that looks the same as `date`: the last one, up to it, on which anything came or went.
    /// Answers for both are equal, so they share their cache entries.
    #[must_use]
    pub fn epoch(&self, date: Date) -> Date {
        self.changes.range(..=date).next_back().copied().unwrap_or(Date::MIN)
    }

    /// Whether every later day looks the same as `date`.
    #[must_use]
    pub fn is_settled(&self, date: Date) -> bool {
        self.changes.last().is_none_or(|last| *last <= date)
    }
}

impl Oblast {
    fn of(feature: &Feature) -> Self {
        Self {
            id: feature.id.clone(),
            code: code(feature),
            names: feature.names.clone(),
            aliases: feature.list("aliases").map(ToOwned::to_owned).collect(),
            validity: feature.validity,
            extent: feature.envelope(),
        }
    }
}

fn code(area: &Feature) -> String {
    area.text("code").unwrap_or(&area.id).to_owned()
}

fn union(boxes: impl Iterator<Item = Envelope>) -> Option<Envelope> {
    boxes.reduce(|all, one| all.union(&one))
}
