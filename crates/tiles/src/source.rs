//! The tiles of one release.

use crate::{
    LayerName, TileError, TileId, TileRequest,
    coverage::Coverage,
    encode::{Part, encode},
    fade::{Fade, Outlines},
    hotspots::Hotspots,
    labels::Labels,
    mercator::unit_at,
    settlements::{Settlements, place},
    shape::{Drawn, Shape, Sheet, Sheets},
    water,
};
use std::sync::{Arc, OnceLock};
use terrikon_core::{CollectionId, Feature, Release};

/// Makes the tiles of one release. What is costly is made when a zoom is first asked for, and kept.
#[derive(Debug)]
pub struct TileSource {
    countries: Coverage,
    oblasts: Coverage,
    raions: Coverage,
    borders: Coverage,
    rivers: Layer,
    lakes: Layer,
    facilities: Layer,
    settlements: Settlements,
    hotspots: Hotspots,
    labels: (Labels, Sheets),
    outlines: Outlines,
    fade: (OnceLock<Fade>, Sheets),
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
        Self {
            countries: Coverage::new(release, LayerName::Countries),
            oblasts: Coverage::new(release, LayerName::Oblasts),
            raions: Coverage::new(release, LayerName::Raions),
            borders: Coverage::new(release, LayerName::Borders),
            rivers: Layer::new(release, CollectionId::Rivers),
            lakes: Layer::new(release, CollectionId::Lakes),
            facilities: Layer::new(release, CollectionId::Facilities),
            settlements: Settlements::new(release),
            hotspots: Hotspots::new(release),
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
            LayerName::Settlements => return self.settlements.within(tile),
            LayerName::Countries => self.countries.at(zoom),
            LayerName::Oblasts => self.oblasts.at(zoom),
            LayerName::Raions => self.raions.at(zoom),
            LayerName::Borders => self.borders.at(zoom),
            LayerName::Rivers => self.water(&self.rivers, CollectionId::Rivers, tile),
            LayerName::Lakes => self.water(&self.lakes, CollectionId::Lakes, tile),
            LayerName::Facilities => {
                self.facilities.sheets.at(zoom, || facilities(&self.facilities.features, zoom))
            }
            LayerName::Labels => self.labels.1.at(zoom, || self.labels.0.sheet(zoom)),
            LayerName::Fade => {
                let fade = self.fade.0.get_or_init(|| Fade::new(&self.outlines));
                self.fade.1.at(zoom, || fade.sheet(zoom))
            }
        };
        sheet.within(tile, date)
    }

    fn water<'a>(&self, layer: &'a Layer, collection: CollectionId, tile: TileId) -> &'a Sheet {
        layer.sheets.at(tile.z(), || water::sheet(&layer.features, collection, tile.z()))
    }
}

fn facilities(features: &[Feature], zoom: u8) -> Sheet {
    let drawn = features.iter().filter_map(|feature| {
        Some(Drawn {
            shape: Shape::Point(unit_at(place(feature)?, zoom)),
            attributes: Arc::new(crate::encode::attributes(feature, CollectionId::Facilities)),
            validity: feature.validity,
        })
    });
    Sheet::new(drawn.collect())
}
