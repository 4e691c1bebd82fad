//! `/tiles/{layers}.json`: TileJSON 3.0.

use crate::{
    AppState,
    answer::{Answer, Freshness, JSON},
    asked::Asked,
    parameters::{self, OF_TILE},
    problem::{Problem, Slug},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use serde_json::json;
use terrikon_tiles::{LayerName, MAX_ZOOM, MIN_ZOOM, vector_layers};

const ATTRIBUTION: &str = "Hotspots: Terrikon. Areas: OCHA COD-AB by geokz (CC BY 4.0), Who's On First. Water and \
    neighbours: Natural Earth. Places: GeoNames (CC BY 4.0)";

pub(super) async fn tilejson(
    State(state): State<AppState>,
    Path(document): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let layers = super::layers(document.strip_suffix(".json").ok_or_else(|| Problem::new(Slug::NotFound))?)?;
    let known = asked.parameters(&OF_TILE)?;
    let snapshot = state.snapshot().await?;
    let date = parameters::days(&known)?.date;
    let freshness = known.freshness(&*snapshot, date)?;
    // Refuses here what tiles would refuse, when a person still sees it.
    known.filter(&*snapshot, date)?;
    let mut document = json!({
        "tilejson": "3.0.0",
        "name": names(&layers),
        "tiles": [template(&asked, &layers, snapshot.release().as_str())],
        "vector_layers": vector_layers(&layers),
        "attribution": ATTRIBUTION,
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
    Ok(Answer::json(&document, JSON).of_release(snapshot.release()).fresh(freshness).respond(&asked))
}

fn names(layers: &[LayerName]) -> String {
    layers.iter().map(|layer| layer.as_str()).collect::<Vec<_>>().join(",")
}

/// The address of tiles with what narrows them, for the release that this document is of.
fn template(asked: &Asked, layers: &[LayerName], release: &str) -> String {
    let narrowing = asked.own_pairs().filter(|(name, _)| *name != "release");
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(narrowing.chain([("release", release)]));
    format!("{}/tiles/{}/{{z}}/{{x}}/{{y}}?{}", asked.base, names(layers), query.finish().replace("%2C", ","))
}
