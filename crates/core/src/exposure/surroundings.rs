//! What of a release a report looks at, made ready once.

use super::{
    division::Oblast,
    sites::{Site, Sites},
};
use crate::{
    Collection, CollectionId, Feature, Names, Release, Validity,
    flow::FlowNetwork,
    population::{PopulationGrid, PopulationSource},
    table::FeatureTable,
};
use std::sync::Arc;

/// Population, oblasts, places and rivers of a release.
#[derive(Debug)]
pub struct Surroundings {
    /// Those that count. The first is the primary one: figures are by it, the others widen the interval.
    pub populations: Vec<Arc<PopulationGrid>>,
    /// What is told beside the figures and changes none.
    pub compared: Vec<Arc<PopulationGrid>>,
    /// Where rivers flow.
    pub rivers: FlowNetwork,
    /// Oblasts in each division.
    pub oblasts: Vec<Oblast>,
    /// Towns and villages.
    pub settlements: Vec<Spot>,
    /// Reserves and parks.
    pub protected_areas: Vec<Reserve>,
    /// Places with a pollution problem.
    pub hotspots: Sites,
}

/// A town or village.
#[derive(Debug, Clone)]
pub struct Spot {
    /// Its id.
    pub id: String,
    /// Degrees of longitude and latitude.
    pub position: [f64; 2],
    /// When it exists.
    pub validity: Validity,
    /// Its names.
    pub names: Names,
    /// Residents, where a source gives them.
    pub population: Option<u64>,
    /// The year of the residents, where it is known.
    pub population_year: Option<String>,
    /// The id of the source of the residents.
    pub population_source: Option<String>,
}

/// A protected area, of which a point and the size are known.
#[derive(Debug, Clone)]
pub struct Reserve {
    /// Its id.
    pub id: String,
    /// Its names.
    pub names: Names,
    /// Degrees of longitude and latitude of a point in it.
    pub position: [f64; 2],
    /// How far off that point may be, in metres.
    pub accuracy_m: f64,
    /// Its area in hectares, where a source gives it.
    pub area_ha: Option<f64>,
    /// When it exists.
    pub validity: Validity,
}

impl Reserve {
    fn of(feature: &Feature) -> Option<Self> {
        Some(Self {
            id: feature.id.clone(),
            names: feature.names.clone(),
            position: feature.position?,
            accuracy_m: feature.number("position_accuracy_m").unwrap_or(0.0),
            area_ha: feature.number("area_ha"),
            validity: feature.validity,
        })
    }

    /// How far from its point it may reach, in metres: the radius of a disc of its area, and how far off the point may be.
    #[must_use]
    pub fn reach_m(&self) -> f64 {
        self.area_ha.map_or(0.0, |hectares| (hectares * 10_000.0 / std::f64::consts::PI).sqrt())
            + self.accuracy_m
    }
}

impl Surroundings {
    /// Reads them from a release.
    #[must_use]
    pub fn of(release: &Release) -> Self {
        Self::new(&release.collections, &release.population)
    }

    /// The collections of which they are made, beside the hotspots.
    pub const COLLECTIONS: [CollectionId; 5] = [
        CollectionId::Oblasts,
        CollectionId::Rivers,
        CollectionId::Lakes,
        CollectionId::Settlements,
        CollectionId::ProtectedAreas,
    ];

    /// Makes them of collections, each ordered by id, and population sources; collections that are not there count as empty.
    #[must_use]
    pub fn new(collections: &[Collection], population: &[PopulationSource]) -> Self {
        let hotspots = collections.iter().find(|collection| collection.id == CollectionId::Hotspots);
        let none = || FeatureTable::new(&Collection::new(CollectionId::Hotspots, Vec::new()));
        let hotspots = hotspots.map_or_else(none, FeatureTable::new);
        Self::with_hotspots(hotspots.into(), collections, population)
    }

    /// The same, with hotspots that are packed already; those of the collections are not looked at.
    #[must_use]
    pub fn with_hotspots(
        hotspots: Arc<FeatureTable>,
        collections: &[Collection],
        population: &[PopulationSource],
    ) -> Self {
        let features = |id| {
            collections.iter().filter(move |collection| collection.id == id).flat_map(|one| &one.features)
        };
        let settlements = features(CollectionId::Settlements).filter_map(|feature| {
            Some(Spot {
                id: feature.id.clone(),
                position: feature.position?,
                validity: feature.validity,
                names: feature.names.clone(),
                population: feature.number("population").map(|people| people as u64),
                population_year: feature.text("population_year").map(ToOwned::to_owned),
                population_source: feature.text("population_source").map(ToOwned::to_owned),
            })
        });
        Self {
            populations: grids(population, true),
            compared: grids(population, false),
            rivers: FlowNetwork::new(features(CollectionId::Rivers), features(CollectionId::Lakes)),
            oblasts: features(CollectionId::Oblasts).filter_map(Oblast::of).collect(),
            settlements: settlements.collect(),
            hotspots: Sites::new(hotspots),
            protected_areas: features(CollectionId::ProtectedAreas).filter_map(Reserve::of).collect(),
        }
    }

    /// The hotspot with an id.
    #[must_use]
    pub fn hotspot(&self, id: &str) -> Option<Site> {
        self.hotspots.get(id)
    }

    /// The settlement with an id.
    #[must_use]
    pub fn settlement(&self, id: &str) -> Option<&Spot> {
        // Collections are ordered by id.
        self.settlements
            .binary_search_by(|spot| spot.id.as_str().cmp(id))
            .ok()
            .map(|index| &self.settlements[index])
    }
}

fn grids(sources: &[PopulationSource], counts: bool) -> Vec<Arc<PopulationGrid>> {
    let kept = sources.iter().filter(|source| source.counts == counts);
    kept.map(|source| Arc::clone(&source.grid)).collect()
}
