//! Countries, oblasts, raions and their borders: already generalised with shared borders at ingest.

use crate::{
    LayerName, MAX_ZOOM,
    encode::{Attributes, attributes, text},
    shape::{Drawn, Shape, Sheet},
};
use std::{collections::HashMap, sync::Arc};
use terrikon_core::Release;

/// The sheets of one layer, one a zoom.
#[derive(Debug)]
pub(crate) struct Coverage(Vec<Sheet>);

impl Coverage {
    pub(crate) fn new(release: &Release, layer: LayerName) -> Self {
        let mut by_zoom: Vec<Vec<Drawn>> = (0..=MAX_ZOOM).map(|_| Vec::new()).collect();
        let mut written: HashMap<(&str, Option<&str>), Arc<Attributes>> = HashMap::new();
        let of_layer = release.generalised.iter().filter(|piece| piece.layer == layer.as_str());
        for piece in of_layer.filter(|piece| shown_from(layer, piece.level.as_deref()) <= piece.zoom) {
            let Some(zoom) = by_zoom.get_mut(usize::from(piece.zoom)) else { continue };
            let Some(shape) = Shape::of(&piece.geometry) else { continue };
            let attributes = written.entry((&piece.feature, piece.level.as_deref())).or_insert_with(|| {
                Arc::new(described(release, layer, &piece.feature, piece.level.as_deref()))
            });
            zoom.push(Drawn { shape, attributes: Arc::clone(attributes), validity: piece.validity });
        }
        Self(by_zoom.into_iter().map(Sheet::new).collect())
    }

    pub(crate) fn at(&self, zoom: u8) -> &Sheet {
        &self.0[usize::from(zoom.min(MAX_ZOOM))]
    }
}

/// The lowest zoom of a layer, or of a border of a level: raions have no border before they appear.
fn shown_from(layer: LayerName, level: Option<&str>) -> u8 {
    if level == Some("raion") { LayerName::Raions.first_zoom() } else { layer.first_zoom() }
}

fn described(release: &Release, layer: LayerName, id: &str, level: Option<&str>) -> Attributes {
    let mut described = layer
        .collection()
        .and_then(|collection| Some(attributes(release.collection(collection).get(id)?, collection)))
        .unwrap_or_else(|| vec![text("id", id)]);
    described.extend(level.map(|level| text("level", level)));
    described
}
