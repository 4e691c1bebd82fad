//! Hotspots: the disc of what is not known exactly, shapes, symbols and clusters.

use super::{Font, Palette, name};
use serde_json::{Value, json};
use terrikon_core::{Kind, Lang, PositionKind, Trust};

/// The zoom from which a hotspot bears its name.
const NAMED_FROM: u8 = 7;

/// A zoom beyond any that viewers reach: where the growth of the accuracy disc is pinned.
const PINNED_ZOOM: u8 = 24;

/// What lies on the ground, under all names: accuracy discs and shapes.
pub(super) fn ground(palette: &Palette) -> Vec<Value> {
    let colour = kind_colour(palette);
    vec![
        layer(
            "hotspots-accuracy",
            "circle",
            &json!(["has", "accuracy_z0"]),
            json!({
                "paint": {
                    "circle-radius": accuracy_radius(),
                    "circle-color": colour,
                    "circle-opacity": 0.09,
                    "circle-stroke-color": colour,
                    "circle-stroke-opacity": 0.35,
                    "circle-stroke-width": 0.8,
                    "circle-pitch-alignment": "map",
                },
            }),
        ),
        layer(
            "hotspots-shape-fill",
            "fill",
            &json!(["all", ["has", "shape"], ["==", ["geometry-type"], "Polygon"]]),
            json!({ "paint": { "fill-color": colour, "fill-opacity": 0.18 } }),
        ),
        layer(
            "hotspots-shape-line",
            "line",
            &json!(["has", "shape"]),
            json!({
                "layout": { "line-cap": "round", "line-join": "round" },
                "paint": {
                    "line-color": colour,
                    "line-opacity": 0.75,
                    // An area is seen by its fill; a reach of a river has nothing but its line.
                    "line-width": [
                        "interpolate", ["linear"], ["zoom"],
                        4, by_shape(0.0, 1.4), 8, by_shape(0.9, 2.4), 14, by_shape(1.6, 4.0),
                    ],
                },
            }),
        ),
    ]
}

/// What must be seen first: symbols with their names, then clusters with their counts.
pub(super) fn symbols(palette: &Palette, lang: Lang) -> Vec<Value> {
    let clusters = json!(["has", "cluster"]);
    let radius =
        |at: f64| json!(["step", ["get", "count"], 11.0 * at, 10, 14.0 * at, 50, 18.0 * at, 500, 23.0 * at]);
    vec![
        layer(
            "hotspots-symbol",
            "symbol",
            &json!(["all", ["!", ["has", "cluster"]], ["!", ["has", "shape"]]]),
            json!({
                "layout": {
                    "icon-image": icon(),
                    "icon-size": ["interpolate", ["linear"], ["zoom"], 2, 0.7, 5, 0.9, 9, 1.1],
                    "icon-allow-overlap": true,
                "icon-offset": spread(),
                    // Well-founded ones lie on top.
                    "symbol-sort-key": ["match", ["get", "trust"], Trust::Sourced.as_str(), 3, Trust::Partly.as_str(), 2, 1],
                    "symbol-z-order": "source",
                    "text-field": ["step", ["zoom"], "", NAMED_FROM, name(lang)],
                    "text-font": Font::Medium.stack(),
                    "text-size": ["interpolate", ["linear"], ["zoom"], 7, 11.5, 12, 13.5],
                    "text-variable-anchor": ["left", "right", "top", "bottom"],
                    "text-radial-offset": ["case", ["has", "spread"], 2.0, 1.0],
                    "text-justify": "auto",
                    "text-max-width": 12,
                    "text-optional": true,
                },
                "paint": {
                    "text-color": palette.hotspot_name,
                    "text-halo-color": palette.covered,
                    "text-halo-width": 1.6,
                },
            }),
        ),
        layer(
            "hotspots-cluster",
            "circle",
            &clusters,
            json!({
                "paint": {
                    "circle-radius": ["interpolate", ["linear"], ["zoom"], 1, radius(0.8), 5, radius(1.0)],
                    "circle-color": palette.paper,
                    "circle-stroke-color": palette.cluster_rim,
                    "circle-stroke-width": 1.6,
                },
            }),
        ),
        layer(
            "hotspots-cluster-count",
            "symbol",
            &clusters,
            json!({
                "layout": {
                    "text-field": ["to-string", ["get", "count"]],
                    "text-font": Font::Medium.stack(),
                    "text-size": ["step", ["get", "count"], 12, 50, 13, 500, 14],
                    "text-allow-overlap": true,
                    // Names keep off the circle too, not only off the figure.
                    "text-padding": 9,
                },
                "paint": { "text-color": palette.ink },
            }),
        ),
    ]
}

fn layer(id: &str, kind: &str, filter: &Value, particular: Value) -> Value {
    let mut layer =
        json!({ "id": id, "type": kind, "source": "hotspots", "source-layer": "hotspots", "filter": filter });
    if let (Value::Object(layer), Value::Object(particular)) = (&mut layer, particular) {
        layer.extend(particular);
    }
    layer
}

/// Symbols at the very same place lie side by side, in rows of two, three and three. Tiles number them from 1; who
/// comes after the eighth shares a place with an earlier one.
fn spread() -> Value {
    let places = [[-11, 0], [11, 0], [0, -19], [0, 19], [-22, -19], [22, -19], [-22, 19], [22, 19]];
    let mut offset = vec![json!("match"), json!(["%", ["get", "spread"], places.len()])];
    for (number, place) in (1..).zip(places) {
        offset.extend([json!(number % places.len()), json!(["literal", place])]);
    }
    offset.push(json!(["literal", [0, 0]]));
    json!(["case", ["has", "spread"], offset, ["literal", [0, 0]]])
}

/// Metres on the ground: tiles give the radius in pixels at zoom 0, and between two zooms interpolation with
/// base 2 is exactly `accuracy_z0 * 2^zoom`.
fn accuracy_radius() -> Value {
    let radius = json!(["get", "accuracy_z0"]);
    json!([
        "interpolate",
        ["exponential", 2],
        ["zoom"],
        0,
        radius,
        PINNED_ZOOM,
        ["*", radius, 1_u32 << PINNED_ZOOM]
    ])
}

/// `<kind>`, then `-imprecise` where only a town or an area is known, then `-unverified`.
fn icon() -> Value {
    let imprecise = [PositionKind::TownCentroid, PositionKind::AreaCentroid].map(PositionKind::as_str);
    json!([
        "concat",
        ["get", "kind"],
        ["match", ["get", "position_kind"], imprecise, "-imprecise", ""],
        ["match", ["get", "trust"], Trust::Unverified.as_str(), "-unverified", ""],
    ])
}

fn by_shape(area: f64, line: f64) -> Value {
    json!(["case", ["==", ["geometry-type"], "Polygon"], area, line])
}

/// The colour of the kind that a feature names.
pub(super) fn kind_colour(palette: &Palette) -> Value {
    let mut colour = vec![json!("match"), json!(["get", "kind"])];
    for &kind in Kind::ALL {
        colour.extend([json!(kind.as_str()), json!(palette.kind(kind))]);
    }
    colour.push(json!(palette.kind(Kind::Other)));
    Value::Array(colour)
}
