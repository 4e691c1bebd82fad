//! Ground, water, borders and names: quiet, so that nothing but the hotspots is loud.

use super::{Font, Palette, name};
use crate::sprites::NO_FIGURE;
use serde_json::{Value, json};
use terrikon_core::Lang;

/// Ground, water, borders and the neighbours' towns, and over them the fade.
pub(super) fn under_fade(palette: &Palette, lang: Lang) -> Vec<Value> {
    let mut layers = vec![
        json!({ "id": "beyond", "type": "background", "paint": { "background-color": palette.beyond } }),
        layer(
            "countries",
            "fill",
            "countries",
            json!({
                "filter": ["==", ["get", "covered"], 1],
                "paint": { "fill-color": palette.covered, "fill-antialias": false },
            }),
        ),
        shaded("oblasts-shade", json!({ "fill-color": palette.shades[0], "fill-antialias": false })),
        shaded("oblasts-no-figure", json!({ "fill-pattern": NO_FIGURE })),
        layer("lakes", "fill", "lakes", json!({ "paint": { "fill-color": palette.water } })),
        layer(
            "shores",
            "line",
            "lakes",
            json!({
                "paint": {
                    "line-color": palette.river,
                    "line-width": ["interpolate", ["linear"], ["zoom"], 3, 0.4, 8, 0.8, 14, 1.2],
                },
            }),
        ),
        layer(
            "rivers",
            "line",
            "rivers",
            json!({
                "layout": { "line-cap": "round", "line-join": "round" },
                "paint": { "line-color": palette.river, "line-width": river_width() },
            }),
        ),
    ];
    layers.extend(borders(palette));
    let beyond = json!(["has", "beyond"]);
    layers.push(towns("towns-beyond", palette, lang, &beyond, &palette.beyond));
    layers.push(layer("fade", "fill", "fade", json!({
        "paint": { "fill-color": palette.beyond, "fill-antialias": false, "fill-opacity": fade_opacity() },
    })));
    layers
}

/// Names within the covered countries, from the least to the most important: the last are placed first.
pub(super) fn names(palette: &Palette, lang: Lang) -> Vec<Value> {
    vec![
        layer(
            "lake-names",
            "symbol",
            "labels",
            json!({
                "minzoom": 4,
                "filter": ["==", ["get", "of"], "lakes"],
                "layout": {
                    "text-field": name(lang),
                    "text-font": Font::Italic.stack(),
                    "text-size": ["interpolate", ["linear"], ["zoom"], 4, 10.5, 9, 13],
                    "text-max-width": 7,
                },
                "paint": halo(&palette.water_name, &palette.water, 0.8),
            }),
        ),
        area_names(
            "raion-names",
            "raions",
            palette,
            lang,
            json!({ "minzoom": 8, "maxzoom": 12 }),
            10.0,
            13.0,
        ),
        towns("towns", palette, lang, &json!(["!", ["has", "beyond"]]), &palette.covered),
        area_names(
            "oblast-names",
            "oblasts",
            palette,
            lang,
            json!({ "minzoom": 3.6, "maxzoom": 8 }),
            9.5,
            15.0,
        ),
        layer(
            "country-names",
            "symbol",
            "labels",
            json!({
                "maxzoom": 3.6,
                "filter": ["all", ["==", ["get", "of"], "countries"], ["==", ["get", "covered"], 1]],
                "layout": {
                    "text-field": name(lang),
                    "text-font": Font::Medium.stack(),
                    "text-size": ["interpolate", ["linear"], ["zoom"], 1, 10, 3.6, 14],
                    "text-transform": "uppercase",
                    "text-letter-spacing": 0.16,
                    "text-max-width": 8,
                },
                "paint": halo(&palette.country_name, &palette.covered, 1.2),
            }),
        ),
    ]
}

/// A layer of the base source with what is particular to it.
fn layer(id: &str, kind: &str, source_layer: &str, particular: Value) -> Value {
    let mut layer = json!({ "id": id, "type": kind, "source": "terrikon", "source-layer": source_layer });
    if let (Value::Object(layer), Value::Object(particular)) = (&mut layer, particular) {
        layer.extend(particular);
    }
    layer
}

/// Oblasts by a figure: not shown until a viewer sets the filter, the opacity, and the colour by `code`.
fn shaded(id: &str, mut paint: Value) -> Value {
    paint["fill-opacity"] = json!(0);
    paint["fill-opacity-transition"] = json!({ "duration": 200 });
    layer(
        id,
        "fill",
        "oblasts",
        json!({ "filter": ["in", ["get", "code"], ["literal", []]], "paint": paint }),
    )
}

fn halo(colour: &str, ground: &str, width: f64) -> Value {
    json!({ "text-color": colour, "text-halo-color": ground, "text-halo-width": width })
}

fn river_width() -> Value {
    let by_rank = |great: f64, small: f64| {
        json!(["interpolate", ["linear"], ["coalesce", ["get", "rank"], 9], 2, great, 9, small])
    };
    json!([
        "interpolate",
        ["exponential", 1.4],
        ["zoom"],
        3,
        by_rank(0.9, 0.3),
        7,
        by_rank(1.8, 0.7),
        12,
        by_rank(4.0, 1.6),
        14,
        by_rank(6.0, 2.4)
    ])
}

fn borders(palette: &Palette) -> Vec<Value> {
    let border = |id: &str, level: &str, colour: &str, paint: Value| {
        let mut paint = paint;
        paint["line-color"] = json!(colour);
        layer(
            id,
            "line",
            "borders",
            json!({
                "filter": ["==", ["get", "level"], level],
                "layout": { "line-join": "round" },
                "paint": paint,
            }),
        )
    };
    let width =
        |at_4: f64| json!(["interpolate", ["linear"], ["zoom"], 2, at_4 * 0.6, 4, at_4, 10, at_4 * 1.6]);
    vec![
        border("raion-borders", "raion", &palette.raion_border, json!({ "line-width": width(0.6) })),
        border(
            "oblast-borders",
            "oblast",
            &palette.oblast_border,
            json!({
                "line-width": width(0.8), "line-dasharray": [3, 2],
            }),
        ),
        border("state-borders", "state", &palette.state_border, json!({ "line-width": width(1.3) })),
    ]
}

/// Names of areas: upper case, letter-spaced, the larger area first where two collide.
fn area_names(
    id: &str,
    of: &str,
    palette: &Palette,
    lang: Lang,
    zooms: Value,
    small: f64,
    large: f64,
) -> Value {
    let mut area = layer(
        id,
        "symbol",
        "labels",
        json!({
            "filter": ["==", ["get", "of"], of],
            "layout": {
                "text-field": name(lang),
                "text-font": Font::Regular.stack(),
                "text-size": ["interpolate", ["linear"], ["zoom"], 4, small, 9, large],
                "text-transform": "uppercase",
                "text-letter-spacing": 0.12,
                "text-max-width": 9,
                "text-padding": 4,
                "symbol-sort-key": ["-", 0, ["get", "size"]],
            },
            "paint": halo(&palette.oblast_name, &palette.covered, 1.2),
        }),
    );
    if let (Value::Object(area), Value::Object(zooms)) = (&mut area, zooms) {
        area.extend(zooms);
    }
    area
}

/// From that many people on a town's name is heavier.
const GREAT_TOWN: u32 = 300_000;

/// Names of towns, the more populous first.
fn towns(id: &str, palette: &Palette, lang: Lang, which: &Value, ground: &str) -> Value {
    let people = json!(["coalesce", ["get", "population"], 0]);
    let size = |small: f64, large: f64| {
        json!(["step", people, small, 100_000, (small + large) / 2.0, 500_000, large])
    };
    layer(
        id,
        "symbol",
        "settlements",
        json!({
            "filter": which,
            "layout": {
                "text-field": name(lang),
                "text-font": ["step", people, ["literal", Font::Regular.stack()], GREAT_TOWN, ["literal", Font::Medium.stack()]],
                "text-size": ["interpolate", ["linear"], ["zoom"], 4, size(10.5, 12.0), 10, size(11.5, 15.5), 14, size(13.0, 18.0)],
                "text-max-width": 8,
                "text-padding": 3,
                // A hotspot often lies where the town does.
                "text-variable-anchor": ["center", "top", "bottom", "left", "right"],
                "text-radial-offset": 1.8,
                "text-justify": "auto",
                "symbol-sort-key": ["-", ["coalesce", ["get", "rank"], 12], ["/", people, 10_000]],
            },
            "paint": halo(&palette.town_name, ground, 1.4),
        }),
    )
}

/// Bands lie on one another: the k-th of n with 1 / (n + 1 - k) makes even steps, and the last hides everything.
fn fade_opacity() -> Value {
    json!(["/", 1, ["-", terrikon_tiles::FADE_BANDS + 1, ["get", "band"]]])
}
