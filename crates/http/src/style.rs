//! The MapLibre style: base map and hotspots on our own tiles, no third party, no key, no glyph server.
//!
//! Labels name the family `Noto Sans` and no `glyphs`: MapLibre GL JS 6 then draws them with the page's own
//! font. It takes the weight from the first family name, so `Noto Sans Medium, Noto Sans` is the medium weight.

mod base_map;
mod hotspot_layers;
mod palette;
mod zone_layers;

pub use palette::{Palette, Theme};

use crate::messages::message;
use serde_json::{Value, json};
use terrikon_core::{Lang, ReleaseId};

/// The layers of the base map, in one tile.
const BASE_LAYERS: &str = "countries,oblasts,raions,borders,rivers,lakes,settlements,labels,fade";

/// A complete style for a theme and a language. `base` leads every address: empty, or an origin (and prefix)
/// without its last slash, such as `https://example.org`; MapLibre wants absolute addresses where the style
/// is not loaded by a page of the same origin.
#[must_use]
pub fn style(theme: Theme, lang: Lang, base: &str, release: &ReleaseId) -> Value {
    let palette = theme.palette();
    let mut layers = base_map::under_fade(palette, lang);
    layers.extend(zone_layers::ground(palette));
    layers.extend(hotspot_layers::ground(palette));
    layers.extend(base_map::names(palette, lang));
    layers.extend(hotspot_layers::symbols(palette, lang));
    json!({
        "version": 8,
        "name": format!("Terrikon {theme}"),
        "metadata": { "terrikon:release": release.as_str(), "terrikon:lang": lang.as_str() },
        "center": [68.0, 47.0],
        "zoom": 4,
        "sprite": format!("{base}/sprites/{theme}"),
        "sources": {
            "terrikon": source(base, BASE_LAYERS, release, &base_attribution(lang)),
            "hotspots": source(base, "hotspots", release, &hotspots_attribution(lang, release)),
            "zones": source(base, "zones", release, &hotspots_attribution(lang, release)),
        },
        "layers": layers,
    })
}

/// Whose data the base map is, as HTML with links back.
pub(crate) fn base_attribution(lang: Lang) -> String {
    message(lang, "attribution-base", &[]).unwrap_or_default()
}

/// Whose data the hotspots are.
pub(crate) fn hotspots_attribution(lang: Lang, release: &ReleaseId) -> String {
    message(lang, "attribution-hotspots", &[("release", release.to_string())]).unwrap_or_default()
}

fn source(base: &str, layers: &str, release: &ReleaseId, attribution: &str) -> Value {
    json!({
        "type": "vector",
        "tiles": [format!("{base}/tiles/{layers}/{{z}}/{{x}}/{{y}}?release={release}")],
        "minzoom": terrikon_tiles::MIN_ZOOM,
        "maxzoom": terrikon_tiles::MAX_ZOOM,
        "attribution": attribution,
    })
}

/// The name in a language, or else in the next one that its readers know.
fn name(lang: Lang) -> Value {
    let mut names = vec![json!("coalesce")];
    names.extend(lang.fallbacks().map(|lang| json!(["get", format!("name_{lang}")])));
    names.push(json!(""));
    Value::Array(names)
}

/// The weights of the one family that labels are drawn with.
#[derive(Clone, Copy)]
enum Font {
    Regular,
    Medium,
    Italic,
}

impl Font {
    fn stack(self) -> Value {
        match self {
            Self::Regular => json!(["Noto Sans"]),
            Self::Medium => json!(["Noto Sans Medium", "Noto Sans"]),
            Self::Italic => json!(["Noto Sans Italic", "Noto Sans"]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(lang: Lang, base: &str) -> Value {
        style(Theme::Light, lang, base, &ReleaseId::parse("r0123456789abcdef").unwrap())
    }

    #[test]
    fn the_layers_that_the_viewer_knows_are_there_and_in_order() {
        let style = made(Lang::En, "");
        let ids: Vec<&str> =
            style["layers"].as_array().unwrap().iter().map(|layer| layer["id"].as_str().unwrap()).collect();
        let expected = [
            "hotspots-accuracy",
            "hotspots-shape-fill",
            "hotspots-shape-line",
            "hotspots-symbol",
            "hotspots-cluster",
            "hotspots-cluster-count",
        ];
        let found: Vec<&str> = ids.iter().copied().filter(|id| id.starts_with("hotspots-")).collect();
        assert_eq!(found, expected);
        assert!(style.get("glyphs").is_none(), "labels are drawn with the page's font");
    }

    #[test]
    fn zones_lie_under_hotspots_and_are_hidden_until_one_is_chosen() {
        let style = made(Lang::En, "");
        let layers = style["layers"].as_array().unwrap();
        let at = |id: &str| layers.iter().position(|layer| layer["id"] == id).unwrap();
        assert!(at("zones-fill") < at("zones-line") && at("zones-line") < at("hotspots-accuracy"));
        for id in ["zones-fill", "zones-line"] {
            assert_eq!(layers[at(id)]["filter"], json!(["==", ["get", "hotspot"], ""]));
        }
    }

    #[test]
    fn addresses_carry_the_base_and_the_release() {
        let style = made(Lang::Ru, "https://example.org/map");
        assert_eq!(style["sprite"], "https://example.org/map/sprites/light");
        assert_eq!(
            style["sources"]["hotspots"]["tiles"][0],
            "https://example.org/map/tiles/hotspots/{z}/{x}/{y}?release=r0123456789abcdef"
        );
    }

    #[test]
    fn the_data_is_attributed_in_the_asked_language_with_a_link_back() {
        let [base, hotspots] = ["terrikon", "hotspots"].map(|source| {
            let style = made(Lang::Kk, "");
            style["sources"][source]["attribution"].as_str().unwrap().to_owned()
        });
        assert!(
            base.contains("Елді мекендер") && base.contains("<a href=\"https://whosonfirst.org/\">"),
            "{base}"
        );
        assert!(hotspots.contains("r0123456789abcdef"), "{hotspots}");
    }

    #[test]
    fn every_layer_of_the_style_is_a_layer_of_its_source() {
        let style = made(Lang::Kk, "");
        for layer in style["layers"].as_array().unwrap().iter().skip(1) {
            let asked = match layer["source"].as_str().unwrap() {
                "terrikon" => BASE_LAYERS,
                source => source,
            };
            let asked = terrikon_tiles::LayerName::parse_list(asked).unwrap();
            let used = layer["source-layer"].as_str().unwrap().parse().unwrap();
            assert!(asked.contains(&used), "{used}");
        }
    }

    #[test]
    fn a_reader_of_kyrgyz_gets_kyrgyz_then_russian() {
        assert_eq!(name(Lang::Ky)[1], json!(["get", "name_ky"]));
        assert_eq!(name(Lang::Ky)[2], json!(["get", "name_ru"]));
    }
}
