//! Countries, oblasts, raions, seas and the borders of all: already generalised with shared borders at ingest.

use crate::{
    LayerName, MAX_ZOOM,
    encode::{Attributes, attributes, text},
    rows::DrawnRow,
    shape::{Drawn, Shape, Sheet, Sheets},
};
use std::{collections::HashMap, sync::Arc};
use terrikon_core::{Release, release::GENERALISED_MAX_ZOOM};

/// The sheets of one layer, one a zoom.
#[derive(Debug)]
pub(crate) struct Coverage {
    /// As ingest made them, zooms 0 to [`GENERALISED_MAX_ZOOM`].
    made: Vec<Sheet>,
    /// The last of them at higher zooms.
    enlarged: Sheets,
}

impl Coverage {
    pub(crate) fn new(release: &Release, layer: LayerName) -> Self {
        let mut by_zoom: Vec<Vec<Drawn>> = (0..=GENERALISED_MAX_ZOOM).map(|_| Vec::new()).collect();
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
        Self { made: by_zoom.into_iter().map(Sheet::new).collect(), enlarged: Sheets::default() }
    }

    pub(crate) fn at(&self, zoom: u8) -> &Sheet {
        let made = &self.made[usize::from(zoom.min(GENERALISED_MAX_ZOOM))];
        match zoom.saturating_sub(GENERALISED_MAX_ZOOM) {
            0 => made,
            above => self.enlarged.at(zoom, || made.enlarged(1 << above)),
        }
    }

    /// A row for each area or line and each zoom with shapes of its own; those of the last hold to the end.
    pub(crate) fn rows(&self, layer: LayerName) -> impl Iterator<Item = DrawnRow> + '_ {
        (0..).zip(&self.made).flat_map(move |(zoom, sheet)| {
            let last = if zoom == GENERALISED_MAX_ZOOM { MAX_ZOOM } else { zoom };
            sheet.rows(layer, zoom..=last)
        })
    }

    /// The most that one zoom draws: what comes after it in a layer has higher numbers.
    pub(crate) fn most(&self) -> usize {
        self.made.iter().map(|sheet| sheet.drawn().len()).max().unwrap_or(0)
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
