//! `/api`: where everything else is.

use super::{
    html,
    tilesets::{TILESETS, TILING_SCHEMES},
};
use crate::{
    AppState,
    answer::{JSON, Link},
    asked::Asked,
    negotiate::Form,
    parameters::OF_CONTENTS,
    problem::Problem,
};
use axum::{extract::State, response::Response};
use serde_json::json;
use std::collections::BTreeSet;
use terrikon_core::Date;
use terrikon_store::Directory;

pub(crate) const OPENAPI: &str = "application/vnd.oai.openapi+json;version=3.1";

/// The most days that a slider offers.
const MOST_CHANGES: usize = 60;

pub(crate) async fn landing(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_CONTENTS)?;
    let form = asked.form(&known, &Form::OF_DOCUMENTS)?;
    let lang = asked.lang(&known)?;
    let snapshot = known.snapshot(&state).await?;
    let link = |path: &str, rel, media, title| Link::new(format!("{}{path}", asked.base), rel, media, title);
    let data = |path: &str, rel, media, title| Link::new(asked.beside(path), rel, media, title);
    let mut links = asked.form_links(form, &Form::OF_DOCUMENTS);
    links.extend([
        link("/api/openapi.json", "service-desc", OPENAPI, "The API, as OpenAPI 3.1"),
        link("/api/conformance", "conformance", JSON, "The standards that it keeps to"),
        data("/api/collections", "data", JSON, "The collections"),
        link("/api/releases", "version-history", JSON, "The releases that are kept"),
        data("/api/search", "search", JSON, "Places by name: ?q="),
        data("/api/exposure", "related", JSON, "People within reach: ?lon=&lat=&radius=, or POST a geometry"),
        link("/methods", "describedby", "text/html", "How figures are computed"),
        data("/api/tiles", TILESETS, JSON, "All of it as vector tiles"),
        link("/api/tileMatrixSets", TILING_SCHEMES, JSON, "How tiles are cut"),
        data(
            "/style.json",
            "http://www.opengis.net/def/rel/ogc/1.0/styles",
            JSON,
            "The map, as a MapLibre style",
        ),
        link("/", "related", "text/html", "The map"),
    ]);
    links.extend(super::licence(&asked, snapshot.release()));
    let document = json!({
        "title": "Terrikon",
        "description": "Pollution hotspots of Kazakhstan and Kyrgyzstan, with a source for every figure.",
        "release": snapshot.release(),
        "changes": changes(snapshot.directory()),
        "links": links,
    });
    let answer = super::document(&asked, form, lang, &document, links, html::landing);
    Ok(answer.of_release(snapshot.release()).respond(&asked))
}

/// The days on which anything came or went; where they are too many to choose from, the last day of each year that has one.
fn changes(directory: &Directory) -> Vec<Date> {
    let days: Vec<Date> = directory.changes().collect();
    if days.len() <= MOST_CHANGES {
        return days;
    }
    let years: BTreeSet<i16> = days.iter().map(|day| day.year()).collect();
    years.into_iter().filter_map(|year| Date::new(year, 12, 31).ok()).collect()
}
