//! JSON resources, one file each, after OGC API Features.

mod collections;
mod conformance;
mod crs;
mod docs;
pub mod download;
mod downstream;
pub(crate) mod exposure;
mod feature;
mod geometry;
mod html;
mod item;
mod items;
mod jsonfg;
mod landing;
mod openapi;
mod page_cache;
pub(crate) mod profile;
mod records;
mod releases;
mod schema;
mod search;
pub(crate) mod shading;
mod tilesets;

pub(crate) use page_cache::PageCache;
pub(crate) use releases::{Digests, Tally};

use crate::{
    AppState,
    answer::{Answer, JSON, Link},
    asked::Asked,
    limits,
    negotiate::Form,
    problem::{Problem, Slug},
};
use axum::{Router, extract::DefaultBodyLimit, routing::get};
use records::Records;
use serde_json::Value;
use terrikon_core::{CollectionId, Lang, ReleaseId};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/api", get(landing::landing))
        // Tools put a path behind the root, and the root has none.
        .route("/api/", get(landing::landing))
        .route("/api/page.css", get(html::style))
        .route("/api/conformance", get(conformance::conformance))
        .route("/api/openapi.json", get(openapi::openapi))
        .route("/api/docs", get(docs::docs))
        .route("/api/search", get(search::search))
        .route(
            "/api/exposure",
            get(exposure::place).post(exposure::posted).layer(DefaultBodyLimit::max(limits::LARGEST_BODY)),
        )
        .route("/api/hotspots/{id}/exposure", get(exposure::hotspot))
        .route("/api/hotspots/{id}/downstream", get(downstream::downstream))
        .route("/api/oblasts/shading", get(shading::shading))
        .route("/api/oblasts/{code}/profile", get(profile::profile))
        .route("/api/releases", get(releases::list))
        .route("/api/releases/{id}", get(releases::one))
        .route("/api/releases/{id}/checksums", get(releases::checksums))
        .route("/api/releases/{id}/citation", get(releases::citation))
        .route("/api/releases/{id}/diff", get(releases::diff))
        .route("/api/collections", get(collections::list))
        .route("/api/collections/claims/items", get(records::claims))
        .route("/api/collections/claims/items/{id}", get(records::claim))
        .route("/api/collections/sources/items", get(records::sources))
        .route("/api/collections/sources/items/{id}", get(records::source))
        .route("/api/collections/{collection}", get(collections::one))
        .route("/api/collections/{collection}/queryables", get(schema::queryables))
        .route("/api/collections/{collection}/sortables", get(schema::sortables))
        .route("/api/collections/{collection}/schema", get(schema::schema))
        .route("/api/collections/{collection}/items", get(items::page))
        .route("/api/collections/{collection}/items/{id}", get(item::item))
        .merge(tilesets::routes())
}

/// A document in a form: as it is, or as the page that `page` makes of it.
fn document(
    asked: &Asked,
    form: Form,
    lang: Lang,
    document: &Value,
    links: Vec<Link>,
    page: fn(&Asked, Lang, &Value, &[Link]) -> Answer,
) -> Answer {
    let answer = match form {
        Form::Html => page(asked, lang, document, &links),
        _ => Answer::json(document, form.media()),
    };
    answer.negotiated().linked(links)
}

/// The link to what data of a release may be used for and who is to be named: each part has the licence of its source.
fn licence(asked: &Asked, release: &ReleaseId) -> [Link; 2] {
    let href = format!("{}/api/releases/{release}", asked.base);
    [
        Link::new(href, "license", JSON, "The licences of the data, and whom to name"),
        releases::cite_as(asked, release),
    ]
}

/// The collection of a path.
fn collection(name: &str) -> Result<CollectionId, Problem> {
    let known =
        CollectionId::ALL.map(CollectionId::as_str).into_iter().chain(Records::ALL.map(Records::as_str));
    name.parse().map_err(|_| Problem::new(Slug::UnknownCollection).with("value", name).accepted(known))
}
