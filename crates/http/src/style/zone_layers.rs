//! Zones of the chosen hotspot, under all symbols: a quiet fill, and an outline whose pattern says on which ground it
//! is drawn.

use super::{Palette, hotspot_layers::kind_colour};
use serde_json::{Value, json};
use terrikon_core::{Basis, Verification};
use terrikon_tiles::LayerName;

/// Nothing is shown until a viewer sets the filter of both layers to the id of the chosen hotspot.
fn chosen() -> Value {
    json!(["==", ["get", "hotspot"], ""])
}

/// The fill and the outline.
pub(super) fn ground(palette: &Palette) -> Vec<Value> {
    let colour = kind_colour(palette);
    vec![
        layer("zones-fill", "fill", &json!({ "fill-color": colour, "fill-opacity": depth() })),
        layer(
            "zones-line",
            "line",
            &json!({
                "line-color": colour,
                "line-opacity": 0.8,
                "line-width": ["interpolate", ["linear"], ["zoom"], 5, 1.0, 12, 2.0],
                "line-dasharray": pattern(),
            }),
        ),
    ]
}

/// What the law asks for is filled; what only compares places is hardly.
fn depth() -> Value {
    json!(["case", ["==", ["get", "basis"], Basis::Screening.as_str()], 0.04, 0.14])
}

/// Dots for screening, dashes for an act whose width was not read, and an unbroken line only for a width that was.
fn pattern() -> Value {
    json!([
        "case",
        ["==", ["get", "basis"], Basis::Screening.as_str()],
        ["literal", [1, 2]],
        ["==", ["get", "verification"], Verification::Verified.as_str()],
        ["literal", [1, 0]],
        ["literal", [5, 3]],
    ])
}

fn layer(id: &str, kind: &str, paint: &Value) -> Value {
    json!({
        "id": id,
        "type": kind,
        "source": "zones",
        "source-layer": "zones",
        "minzoom": LayerName::Zones.first_zoom(),
        "filter": chosen(),
        "paint": paint,
    })
}
