//! `/tiles/{layers}.json`: TileJSON 3.0.

use crate::{
    AppState,
    answer::{Answer, Freshness, JSON},
    asked::Asked,
    messages::message,
    parameters::{self, OF_TILEJSON},
    problem::{Problem, Slug},
    style,
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use serde_json::json;
use terrikon_core::{Lang, ReleaseId};
use terrikon_tiles::{LayerName, MAX_ZOOM, MIN_ZOOM, vector_layers};

pub(super) async fn tilejson(
    State(state): State<AppState>,
    Path(document): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let layers = super::layers(document.strip_suffix(".json").ok_or_else(|| Problem::new(Slug::NotFound))?)?;
    let known = asked.parameters(&OF_TILEJSON)?;
    let snapshot = known.snapshot(&state).await?;
    let lang = asked.lang(&known)?;
    let date = parameters::days(&known)?.date;
    let freshness = known.freshness(&*snapshot, date);
    // Refuses here what tiles would refuse, when a person still sees it.
    known.filter(&*snapshot, date)?;
    let mut document = json!({
        "tilejson": "3.0.0",
        "name": names(&layers),
        "tiles": [template(&asked, &layers, snapshot.release().as_str())],
        "vector_layers": vector_layers(&layers),
        "attribution": attribution(&layers, lang, snapshot.release()),
        "minzoom": MIN_ZOOM,
        "maxzoom": MAX_ZOOM,
        "version": "1.0.0",
        "terrikon:release": snapshot.release(),
    });
    if let Some(extent) = snapshot.directory().extent() {
        let (lon, lat) = (f64::midpoint(extent.west, extent.east), f64::midpoint(extent.south, extent.north));
        document["bounds"] = json!([extent.west, extent.south, extent.east, extent.north]);
        document["center"] = json!([lon, lat, 4]);
    }
    // The addresses inside follow the host, so what is kept for good is the tiles, not this.
    let freshness = if state.public_url.is_some() { freshness } else { Freshness::Minute };
    Ok(Answer::json(&document, JSON)
        .of_release(snapshot.release())
        .in_language(lang)
        .fresh(freshness)
        .respond(&asked))
}

/// Whose data the asked layers are.
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

fn names(layers: &[LayerName]) -> String {
    layers.iter().map(|layer| layer.as_str()).collect::<Vec<_>>().join(",")
}

/// The address of tiles with what narrows them, for the release that this document is of.
fn template(asked: &Asked, layers: &[LayerName], release: &str) -> String {
    let narrowing = asked.own_pairs().filter(|(name, _)| !["release", "lang"].contains(name));
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(narrowing.chain([("release", release)]));
    format!("{}/tiles/{}/{{z}}/{{x}}/{{y}}?{}", asked.base, names(layers), query.finish().replace("%2C", ","))
}
