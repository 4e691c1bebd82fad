//! The tiles of one release.

use crate::{
    LayerName, TileError, TileRequest,
    cluster::Zooms,
    coverage::Coverage,
    encode::{Part, encode},
    fade::{Fade, Outlines},
    hotspots::{
        Hotspots,
        weights::{Weights, weights},
    },
    labels::Labels,
    mercator::unit_at,
    rows::DrawnRow,
    settlements::{Settlements, place},
    shape::{Drawn, Shape, Sheet, Sheets},
    water,
    zones::Zones,
};
use serde::{Deserialize, Serialize};
use std::{
    collections::HashSet,
    sync::{Arc, OnceLock},
};
use terrikon_core::{CollectionId, Feature, Release, Validity, table::FeatureTable};

/// Makes the tiles of one release. What is costly is made when a zoom is first asked for, and kept.
#[derive(Debug)]
pub struct TileSource {
    countries: Coverage,
    oblasts: Coverage,
    raions: Coverage,
    borders: Coverage,
    rivers: Layer,
    lakes: Layer,
    /// Seas whose shore is a border of countries, with the ids of them.
    seas: (Coverage, HashSet<String>),
    facilities: Layer,
    protected_areas: Layer,
    settlements: Settlements,
    hotspots: Hotspots,
    zones: Zones,
    labels: (Labels, Sheets),
    outlines: Outlines,
    fade: (OnceLock<Fade>, Sheets),
}

/// Hotspots and zones, packed, with what was derived of them.
#[derive(Debug)]
pub struct Packed {
    /// The hotspots.
    pub hotspots: Arc<FeatureTable>,
    /// What surrounds them.
    pub zones: Arc<FeatureTable>,
    /// How bad each hotspot is, by its row ([`crate::weights`]).
    pub weights: Arc<Weights>,
    /// Clusters that were made before.
    pub clusters: Option<MadeClusters>,
}

/// The clusters of all hotspots, by zoom, for days on which none comes, goes or changes its oblast.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MadeClusters {
    pub(crate) days: Validity,
    pub(crate) zooms: Zooms,
}

/// The features of a collection, laid out anew for each zoom.
#[derive(Debug)]
struct Layer {
    features: Vec<Feature>,
    sheets: Sheets,
}

impl Layer {
    fn new(release: &Release, collection: CollectionId) -> Self {
        Self { features: release.collection(collection).features.clone(), sheets: Sheets::default() }
    }
}

impl TileSource {
    /// Takes from a release what tiles need.
    #[must_use]
    pub fn new(release: &Release) -> Self {
        let table = |id| FeatureTable::new(release.collection(id));
        let hotspots = table(CollectionId::Hotspots);
        let weights = Arc::new(weights(&hotspots, release));
        let parts = Packed {
            hotspots: hotspots.into(),
            zones: table(CollectionId::Zones).into(),
            weights,
            clusters: None,
        };
        Self::of_packed(release, parts)
    }

    /// The same of a release whose hotspots and zones lie packed beside it; those in it are not looked at.
    #[must_use]
    pub fn of_packed(release: &Release, packed: Packed) -> Self {
        let Packed { hotspots, zones, weights, clusters } = packed;
        let hotspots = Hotspots::new(hotspots, &zones, weights, clusters);
        let zones = Zones::new(zones, hotspots.budget().zones_from);
        Self {
            countries: Coverage::new(release, LayerName::Countries),
            oblasts: Coverage::new(release, LayerName::Oblasts),
            raions: Coverage::new(release, LayerName::Raions),
            borders: Coverage::new(release, LayerName::Borders),
            rivers: Layer::new(release, CollectionId::Rivers),
            lakes: Layer::new(release, CollectionId::Lakes),
            seas: seas(release),
            facilities: Layer::new(release, CollectionId::Facilities),
            protected_areas: Layer::new(release, CollectionId::ProtectedAreas),
            settlements: Settlements::new(release),
            hotspots,
            zones,
            labels: (Labels::new(release), Sheets::default()),
            outlines: Outlines::new(release),
            fade: (OnceLock::new(), Sheets::default()),
        }
    }

    /// A tile as uncompressed Mapbox Vector Tile bytes (extent 4096), the same for the same release and
    /// request on every machine; empty where nothing lies in it. Takes milliseconds, the first tile of a zoom
    /// up to a second: call it where blocking is fine.
    ///
    /// # Errors
    /// [`TileError`] where a layer outgrows the format's indexes.
    pub fn tile(&self, request: &TileRequest) -> Result<Vec<u8>, TileError> {
        let mut layers: Vec<(LayerName, _)> = Vec::new();
        for &layer in &request.layers {
            if layers.iter().all(|(other, _)| *other != layer) {
                layers.push((layer, self.layer(layer, request)));
            }
        }
        encode(layers)
    }

    fn layer(&self, layer: LayerName, request: &TileRequest) -> Vec<Part> {
        let (tile, date) = (request.tile, request.date);
        let zoom = tile.z();
        if zoom < layer.first_zoom() {
            return Vec::new();
        }
        let sheet = match layer {
            LayerName::Hotspots => return self.hotspots.within(tile, &request.filter, date),
            LayerName::Zones => {
                return self
                    .zones
                    .within(tile, date, |hotspot| self.hotspots.passes(hotspot, &request.filter, date));
            }
            LayerName::Settlements => return self.settlements.within(tile),
            LayerName::Countries => self.countries.at(zoom),
            LayerName::Oblasts => self.oblasts.at(zoom),
            LayerName::Raions => self.raions.at(zoom),
            LayerName::Borders => self.borders.at(zoom),
            LayerName::Rivers => self.rivers.sheets.at(zoom, || self.rivers(zoom)),
            LayerName::Lakes => self.lakes.sheets.at(zoom, || self.lakes(zoom)),
            LayerName::Facilities => {
                let facilities = &self.facilities;
                facilities.sheets.at(zoom, || points(&facilities.features, CollectionId::Facilities, zoom))
            }
            LayerName::ProtectedAreas => {
                let areas = &self.protected_areas;
                areas.sheets.at(zoom, || points(&areas.features, CollectionId::ProtectedAreas, zoom))
            }
            LayerName::Labels => self.labels.1.at(zoom, || self.labels.0.sheet(zoom)),
            LayerName::Fade => self.fade.1.at(zoom, || self.fade().sheet(zoom)),
        };
        sheet.within(tile, date)
    }

    /// The clusters of all hotspots for days on which none comes, goes or changes its oblast: to be kept with the release.
    #[must_use]
    pub fn make_clusters(&self, days: Validity) -> MadeClusters {
        self.hotspots.make_clusters(days)
    }

    /// The zoom from which hotspots are single: below it are clusters.
    #[must_use]
    pub const fn single_from(&self) -> u8 {
        self.hotspots.budget().single_from
    }

    /// Everything that tiles draw, layer by layer, made while it is read: nothing of it is kept. Clusters of all
    /// hotspots come for each of the spans of days in `epochs`; a span within which hotspots come, go or change
    /// their oblast is cut there, and each part costs a clustering of all of them.
    pub fn rows<'a>(&'a self, epochs: &'a [Validity]) -> impl Iterator<Item = DrawnRow> + 'a {
        LayerName::ALL.into_iter().flat_map(|layer| self.layer_rows(layer, epochs))
    }

    fn layer_rows<'a>(
        &'a self,
        layer: LayerName,
        epochs: &'a [Validity],
    ) -> Box<dyn Iterator<Item = DrawnRow> + 'a> {
        match layer {
            LayerName::Hotspots => Box::new(self.hotspots.rows(epochs)),
            LayerName::Zones => Box::new(self.zones.rows(|hotspot| self.hotspots.existence(hotspot))),
            LayerName::Settlements => Box::new(self.settlements.rows()),
            LayerName::Countries => Box::new(self.countries.rows(layer)),
            LayerName::Oblasts => Box::new(self.oblasts.rows(layer)),
            LayerName::Raions => Box::new(self.raions.rows(layer)),
            LayerName::Borders => Box::new(self.borders.rows(layer)),
            LayerName::Rivers => Box::new(water::rows(self.rivers.features.iter(), layer, 0)),
            LayerName::Lakes => {
                let seas = &self.seas.0;
                Box::new(seas.rows(layer).chain(water::rows(self.inland(), layer, seas.most())))
            }
            LayerName::Facilities => Box::new(point_rows(&self.facilities.features, layer)),
            LayerName::ProtectedAreas => Box::new(point_rows(&self.protected_areas.features, layer)),
            LayerName::Labels => Box::new(self.labels.0.rows()),
            LayerName::Fade => Box::new(self.fade().rows()),
        }
    }

    fn fade(&self) -> &Fade {
        self.fade.0.get_or_init(|| Fade::new(&self.outlines))
    }

    fn rivers(&self, zoom: u8) -> Sheet {
        let rivers = self.rivers.features.iter();
        Sheet::new(rivers.filter_map(|river| water::draw(river, CollectionId::Rivers, zoom)).collect())
    }

    fn lakes(&self, zoom: u8) -> Sheet {
        let mut drawn = self.seas.0.at(zoom).drawn().to_vec();
        drawn.extend(self.inland().filter_map(|lake| water::draw(lake, CollectionId::Lakes, zoom)));
        Sheet::new(drawn)
    }

    /// The lakes that are not among the seas.
    fn inland(&self) -> impl Iterator<Item = &Feature> {
        self.lakes.features.iter().filter(|lake| !self.seas.1.contains(&lake.id))
    }
}

fn seas(release: &Release) -> (Coverage, HashSet<String>) {
    let pieces = release.generalised.iter().filter(|piece| piece.layer == LayerName::Lakes.as_str());
    (Coverage::new(release, LayerName::Lakes), pieces.map(|piece| piece.feature.clone()).collect())
}

fn points(features: &[Feature], collection: CollectionId, zoom: u8) -> Sheet {
    Sheet::new(features.iter().filter_map(|feature| point(feature, collection, zoom)).collect())
}

fn point_rows(features: &[Feature], layer: LayerName) -> impl Iterator<Item = DrawnRow> {
    (0..).zip(features).filter_map(move |(sequence, feature)| {
        DrawnRow::point(layer, sequence, |zoom| point(feature, layer.collection()?, zoom))
    })
}

fn point(feature: &Feature, collection: CollectionId, zoom: u8) -> Option<Drawn> {
    Some(Drawn {
        shape: Shape::Point(unit_at(place(feature)?, zoom)),
        attributes: Arc::new(crate::encode::attributes(feature, collection)),
        validity: feature.validity,
    })
}
