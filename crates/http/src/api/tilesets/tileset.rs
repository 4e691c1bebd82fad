//! `/api/tiles`, `/api/collections/{id}/tiles` and the one tileset under each: what tiles there are and where.

use super::{
    Subject, TILESETS,
    matrix_set::{self, CRS, ID, URI},
};
use crate::{
    AppState,
    answer::{Answer, JSON, Link},
    asked::Asked,
    parameters::{self, OF_TILESET, Parameters},
    problem::Problem,
    tiles::{MEDIA, WORDS},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use serde_json::{Value, json};
use terrikon_store::Snapshot;
use terrikon_tiles::vector_layers;

pub(super) async fn list_of_all(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    list(&state, &asked, Subject::All).await
}

pub(super) async fn list_of_collection(
    State(state): State<AppState>,
    Path(name): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    list(&state, &asked, Subject::of(&name)?).await
}

pub(super) async fn of_all(
    State(state): State<AppState>,
    Path(set): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    matrix_set::check(&set)?;
    one(&state, &asked, Subject::All).await
}

pub(super) async fn of_collection(
    State(state): State<AppState>,
    Path((name, set)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    let subject = Subject::of(&name)?;
    matrix_set::check(&set)?;
    one(&state, &asked, subject).await
}

async fn list(state: &AppState, asked: &Asked, subject: Subject) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_TILESET)?;
    let snapshot = snapshot(state, asked, &known).await?;
    let own = asked.address(asked.own_pairs());
    let links = vec![Link::new(own, "self", JSON, "These tilesets")];
    let mut tileset = summary(asked, subject, &*snapshot);
    tileset["links"] =
        json!([Link::new(below(asked, subject), "self", JSON, "The tileset"), matrix_set::link(asked)]);
    let document = json!({ "tilesets": [tileset], "links": links });
    Ok(Answer::json(&document, JSON).of_release(snapshot.release()).linked(links).respond(asked))
}

async fn one(state: &AppState, asked: &Asked, subject: Subject) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_TILESET)?;
    let snapshot = snapshot(state, asked, &known).await?;
    let mut links = vec![
        Link::new(asked.address(asked.own_pairs()), "self", JSON, "This tileset"),
        matrix_set::link(asked),
        Link::new(asked.beside(&subject.path()), TILESETS, JSON, "The tilesets beside it"),
    ];
    let tiles = MEDIA.into_iter().zip(WORDS);
    links.extend(tiles.map(|(media, word)| {
        Link::template(template(asked, subject, &*snapshot, word), "item", media, "Its tiles")
    }));
    if let Subject::Collection(id) = subject {
        links.push(Link::new(
            asked.beside(&format!("/api/collections/{id}")),
            "http://www.opengis.net/def/rel/ogc/1.0/geodata",
            JSON,
            "The collection",
        ));
    }
    links.extend(crate::api::licence(asked, snapshot.release()));
    let layers = vector_layers(&subject.layers()).into_iter().map(|layer| {
        let fields = layer.fields.iter();
        let properties: serde_json::Map<String, Value> =
            fields.map(|(name, holds)| (name.clone(), json!({ "type": holds.to_lowercase() }))).collect();
        json!({
            "id": layer.id,
            "description": layer.description,
            "dataType": "vector",
            "minTileMatrix": layer.minzoom.to_string(),
            "maxTileMatrix": layer.maxzoom.to_string(),
            "propertiesSchema": { "type": "object", "properties": properties },
        })
    });
    let layers: Vec<Value> = layers.collect();
    let mut document = summary(asked, subject, &*snapshot);
    document["tileMatrixSetLimits"] = json!(matrix_set::limits());
    document["layers"] = json!(layers);
    document["links"] = json!(links);
    let answer = Answer::json(&document, JSON).of_release(snapshot.release()).linked(links);
    Ok(answer.respond(asked))
}

async fn snapshot(
    state: &AppState,
    asked: &Asked,
    known: &Parameters<'_>,
) -> Result<std::sync::Arc<dyn Snapshot>, Problem> {
    known.format(&["json"])?;
    asked.accepts(&[JSON])?;
    let snapshot = known.snapshot(state).await?;
    // Refuses here what tiles would refuse, when a person still sees it.
    known.filter(&*snapshot, parameters::days(known)?.date)?;
    Ok(snapshot)
}

/// What a list tells of a tileset.
fn summary(asked: &Asked, subject: Subject, snapshot: &dyn Snapshot) -> Value {
    let directory = snapshot.directory();
    let extent = match subject {
        Subject::All => directory.extent(),
        Subject::Collection(id) => directory.summary(id).and_then(|summary| summary.extent),
    };
    let mut told = json!({
        "title": subject.title(),
        "dataType": "vector",
        "crs": CRS,
        "tileMatrixSetId": ID,
        "tileMatrixSetURI": URI,
        "tileMatrixSetDefinition": format!("{}{}", asked.base, matrix_set::PATH),
        "mediaTypes": MEDIA,
        "release": snapshot.release(),
    });
    if let Some(extent) = extent {
        told["boundingBox"] = json!({
            "crs": terrikon_crs::Crs::CRS84.uri(),
            "lowerLeft": [extent.west, extent.south],
            "upperRight": [extent.east, extent.north],
        });
    }
    told
}

/// The address of the tileset below a list, narrowed as the list is.
fn below(asked: &Asked, subject: Subject) -> String {
    with_query(format!("{}{}/{ID}", asked.base, subject.path()), asked.own_pairs())
}

/// The address of tiles with what narrows them, for the release that the document is of.
fn template(asked: &Asked, subject: Subject, snapshot: &dyn Snapshot, format: &str) -> String {
    let narrowing = asked.own_pairs().filter(|(name, _)| !["release", "f"].contains(name));
    let path = format!("{}{}/{ID}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}", asked.base, subject.path());
    // The default needs no word, so that its addresses stay what they were.
    let format = Some(("f", format)).filter(|(_, word)| *word != WORDS[0]);
    with_query(path, narrowing.chain([("release", snapshot.release().as_str())]).chain(format))
}

fn with_query<'a>(address: String, pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(pairs);
    let query = query.finish().replace("%2C", ",");
    if query.is_empty() { address } else { format!("{address}?{query}") }
}
