//! `/tiles/{layers}.json`: TileJSON 3.0.

use super::{description, form};
use crate::{
    AppState,
    answer::{Answer, Freshness, JSON},
    asked::Asked,
    parameters::{self, OF_TILEJSON},
    problem::{Problem, Slug},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use serde_json::json;
use terrikon_tiles::{LayerName, MAX_ZOOM, MIN_ZOOM, TileFormat};

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
    // By `f` alone: the headers that ask for this document are not those that will ask for its tiles.
    known.format(&form::WORDS)?;
    let format = known.get("f").and_then(|word| word.parse().ok()).unwrap_or(TileFormat::Mvt);
    let mut document = json!({
        "tilejson": "3.0.0",
        "tiles": [template(&asked, &layers, snapshot.release().as_str())],
        "minzoom": MIN_ZOOM,
        "maxzoom": MAX_ZOOM,
    });
    for (name, value) in description::shared(&layers, lang, snapshot.release()) {
        document[name] = value;
    }
    if format == TileFormat::Mlt {
        // What MapLibre reads to know how to decode; it takes Mapbox Vector Tiles where nothing is said.
        document["encoding"] = json!(format.as_str());
    }
    if let Some(extent) = snapshot.directory().extent() {
        document["bounds"] = json!([extent.west, extent.south, extent.east, extent.north]);
        document["center"] = json!(description::center(&extent));
    }
    // The addresses inside follow the host, so what is kept for good is the tiles, not this.
    let freshness = if state.public_url.is_some() { freshness } else { Freshness::Minute };
    Ok(Answer::json(&document, JSON)
        .of_release(snapshot.release())
        .in_language(lang)
        .fresh(freshness)
        .respond(&asked))
}

/// The address of tiles with what narrows them, for the release that this document is of.
fn template(asked: &Asked, layers: &[LayerName], release: &str) -> String {
    let narrowing = asked.own_pairs().filter(|(name, _)| !["release", "lang"].contains(name));
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(narrowing.chain([("release", release)]));
    format!(
        "{}/tiles/{}/{{z}}/{{x}}/{{y}}?{}",
        asked.base,
        description::names(layers),
        query.finish().replace("%2C", ",")
    )
}
