//! `/api/releases` and `/api/releases/{id}`: what is kept, and what one release holds.

use crate::{
    AppState,
    answer::{Answer, Freshness, JSON, Link},
    asked::Asked,
    parameters::OF_DOCUMENT,
    problem::Problem,
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use terrikon_core::{CollectionId, ReleaseId};
use terrikon_store::KeptRelease;

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
    let counts: Map<String, Value> = CollectionId::ALL
        .into_iter()
        .map(|id| (id.to_string(), json!(directory.summary(id).map_or(0, |summary| summary.count))))
        .collect();
    let licences: BTreeSet<&str> = directory
        .sources
        .values()
        .map(|source| source.licence.as_str())
        .filter(|licence| !licence.is_empty())
        .collect();
    let links = vec![
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
    let mut document = json!({
        "id": snapshot.release(),
        "counts": counts,
        "sources": directory.sources.len(),
        "licences": licences,
        "links": links,
    });
    if let Some(extent) = directory.extent() {
        document["bbox"] = json!([extent.west, extent.south, extent.east, extent.north]);
    }
    // What a release holds follows from its id.
    let answer = Answer::json(&document, JSON).of_release(snapshot.release()).linked(links);
    let freshness = if state.public_url.is_some() { Freshness::Forever } else { Freshness::Minute };
    Ok(answer.fresh(freshness).respond(&asked))
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
