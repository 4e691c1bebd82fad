//! What of a release a report looks at, made ready once.

use super::division::Oblast;
use crate::{
    Collection, CollectionId, Feature, Kind, Names, Release, Validity,
    flow::FlowNetwork,
    geodesic::Target,
    population::{PopulationGrid, PopulationSource},
};
use geo::Geometry;
use std::{fmt, sync::Arc};

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
    /// Places with a pollution problem, ordered by id.
    pub hotspots: Vec<Site>,
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

/// A hotspot, ready to be measured to.
pub struct Site {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: Option<Kind>,
    /// Its shape, in degrees.
    pub geometry: Geometry<f64>,
    /// How far off it may be, in metres.
    pub accuracy_m: f64,
    /// When it exists.
    pub validity: Validity,
    /// Degrees of longitude and latitude of its symbol.
    pub position: [f64; 2],
    pub(super) target: Target,
    /// Its names.
    pub names: Names,
    /// All that the release says of it.
    pub feature: Feature,
}

impl Surroundings {
    /// Reads them from a release.
    #[must_use]
    pub fn of(release: &Release) -> Self {
        Self::new(&release.collections, &release.population)
    }

    /// The collections of which they are made.
    pub const COLLECTIONS: [CollectionId; 6] = [
        CollectionId::Hotspots,
        CollectionId::Oblasts,
        CollectionId::Rivers,
        CollectionId::Lakes,
        CollectionId::Settlements,
        CollectionId::ProtectedAreas,
    ];

    /// Makes them of collections, each ordered by id, and population sources; collections that are not there count as empty.
    #[must_use]
    pub fn new(collections: &[Collection], population: &[PopulationSource]) -> Self {
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
        let hotspots: Vec<Site> = features(CollectionId::Hotspots).filter_map(Site::of).collect();
        Self {
            populations: grids(population, true),
            compared: grids(population, false),
            rivers: FlowNetwork::new(features(CollectionId::Rivers), features(CollectionId::Lakes)),
            oblasts: features(CollectionId::Oblasts).filter_map(Oblast::of).collect(),
            settlements: settlements.collect(),
            hotspots,
            protected_areas: features(CollectionId::ProtectedAreas).filter_map(Reserve::of).collect(),
        }
    }

    /// The hotspot with an id.
    #[must_use]
    pub fn hotspot(&self, id: &str) -> Option<&Site> {
        // Collections are ordered by id.
        self.hotspots
            .binary_search_by(|site| site.id.as_str().cmp(id))
            .ok()
            .map(|index| &self.hotspots[index])
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

impl Site {
    /// `None` where it has no shape, or one that can't be measured to.
    fn of(feature: &Feature) -> Option<Self> {
        let geometry = feature.geometry.clone()?;
        Some(Self {
            id: feature.id.clone(),
            kind: feature.text("kind").and_then(|kind| kind.parse().ok()),
            accuracy_m: feature.number("position_accuracy_m").unwrap_or(0.0).max(0.0),
            validity: feature.validity,
            position: feature.position?,
            target: Target::new(&geometry).ok()?,
            names: feature.names.clone(),
            feature: feature.clone(),
            geometry,
        })
    }
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Site").field("id", &self.id).finish_non_exhaustive()
    }
}
