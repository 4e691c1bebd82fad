//! `/api/releases` and `/api/releases/{id}`: what is kept, and what one release holds; how to cite it, and what changed to another.

mod bibtex;
mod changes;
mod checksums;
mod citation;
mod diff;
mod licences;
mod table;

pub(crate) use changes::Tally;
pub(crate) use checksums::{Digests, checksums};
pub(crate) use citation::{BIBTEX, CSL, TEXT, citation, cite_as};
pub(crate) use diff::diff;

use crate::{
    AppState,
    answer::{Answer, JSON, Link},
    asked::Asked,
    parameters::OF_DOCUMENT,
    problem::Problem,
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use serde_json::{Map, Value, json};
use terrikon_core::{CollectionId, ReleaseId};
use terrikon_store::{ClaimsQuery, KeptRelease};

/// What the id of a release is, for who wants to know what it vouches for.
const CONTENT: &str = "The id is r and the first 16 hexadecimal digits of the SHA-256 of everything in the release: features with their \
    coordinates to 1e-6 degree, claims, sources, shapes of tiles, rasters of people. The same content has the same id wherever it is kept; \
    any change makes another one.";

pub(crate) async fn list(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    asked.parameters(&OF_DOCUMENT)?.format(&["json"])?;
    let current = state.current().await?;
    let kept = state.releases().await?;
    let told: Vec<Value> = kept.iter().map(|release| summary(release, &asked)).collect();
    let links = vec![Link::new(format!("{}/api/releases", asked.base), "self", JSON, "The releases")];
    let document = json!({ "releases": told, "links": links });
    Ok(Answer::json(&document, JSON).of_release(current.release()).linked(links).respond(&asked))
}

pub(crate) async fn one(
    State(state): State<AppState>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    asked.parameters(&OF_DOCUMENT)?.format(&["json"])?;
    let snapshot = state.release(&id).await?;
    let directory = snapshot.directory();
    let mut counts: Map<String, Value> = CollectionId::ALL
        .into_iter()
        .map(|id| (id.to_string(), json!(directory.summary(id).map_or(0, |summary| summary.count))))
        .collect();
    let claims = snapshot.claims(ClaimsQuery { limit: 1, ..ClaimsQuery::default() }).await?;
    counts.insert("claims".to_owned(), json!(claims.number_matched));
    counts.insert("sources".to_owned(), json!(directory.sources.len()));
    let kept = state.releases().await?.into_iter().find(|kept| kept.id == *snapshot.release());
    let mut links = vec![
        link(&asked, snapshot.release(), "self"),
        Link::new(format!("{}/api/releases", asked.base), "collection", JSON, "All releases"),
        Link::new(
            format!("{}/api/collections?release={}", asked.base, snapshot.release()),
            "data",
            JSON,
            "Its collections",
        ),
        Link::new(
            format!("{}/api/collections/sources/items?release={}", asked.base, snapshot.release()),
            "describedby",
            JSON,
            "Its sources, with their licences",
        ),
    ];
    links.push(Link::new(
        format!("{}/api/releases/{}/checksums", asked.base, snapshot.release()),
        "related",
        JSON,
        "The checksums of its files",
    ));
    links.extend(citation::links(&asked, snapshot.release()));
    let mut document = json!({
        "id": snapshot.release(),
        "written_at": kept.as_ref().and_then(|kept| kept.written_at.clone()),
        "published_at": kept.as_ref().and_then(|kept| kept.published_at.clone()),
        "current": kept.is_some_and(|kept| kept.current),
        "content": CONTENT,
        "counts": counts,
        "sources": directory.sources.len(),
        "licences": licences::licences(directory),
        "attribution": licences::attribution(directory),
        "links": links,
    });
    if let Some(extent) = directory.extent() {
        document["bbox"] = json!([extent.west, extent.south, extent.east, extent.north]);
    }
    Ok(Answer::json(&document, JSON).of_release(snapshot.release()).linked(links).respond(&asked))
}

fn summary(release: &KeptRelease, asked: &Asked) -> Value {
    json!({
        "id": release.id,
        "written_at": release.written_at,
        "published_at": release.published_at,
        "current": release.current,
        "links": [link(asked, &release.id, "item")],
    })
}

fn link(asked: &Asked, release: &ReleaseId, rel: &'static str) -> Link {
    Link::new(format!("{}/api/releases/{release}", asked.base), rel, JSON, "What it holds")
}
