//! What tiles say of themselves, in TileJSON and in an archive: name, layers, whose data it is, where it lies.

use crate::{messages::message, style};
use serde_json::{Map, Value, json};
use terrikon_core::{Envelope, Lang, ReleaseId};
use terrikon_tiles::{LayerName, vector_layers};

/// The version of the content, as TileJSON wants one; what it is of is told by the release.
const VERSION: &str = "1.0.0";

/// The members that TileJSON and the metadata of PMTiles share.
#[must_use]
pub fn shared(layers: &[LayerName], lang: Lang, release: &ReleaseId) -> Map<String, Value> {
    let members = json!({
        "name": names(layers),
        "description": message(lang, "app-description", &[]).unwrap_or_default(),
        "version": VERSION,
        "vector_layers": vector_layers(layers),
        "attribution": attribution(layers, lang, release),
        "terrikon:release": release,
    });
    match members {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// Layers as addresses write them.
pub(super) fn names(layers: &[LayerName]) -> String {
    layers.iter().map(|layer| layer.as_str()).collect::<Vec<_>>().join(",")
}

/// Where a map of an extent begins: longitude, latitude, zoom.
#[must_use]
pub fn center(extent: &Envelope) -> (f64, f64, u8) {
    (f64::midpoint(extent.west, extent.east), f64::midpoint(extent.south, extent.north), 4)
}

/// Whose data the layers are.
fn attribution(layers: &[LayerName], lang: Lang, release: &ReleaseId) -> String {
    let mut told: Vec<String> = layers
        .iter()
        .map(|layer| match layer {
            LayerName::Hotspots | LayerName::Zones => style::hotspots_attribution(lang, release),
            LayerName::Facilities => message(lang, "attribution-facilities", &[]).unwrap_or_default(),
            _ => style::base_attribution(lang),
        })
        .collect();
    told.sort();
    told.dedup();
    told.join(" ")
}
