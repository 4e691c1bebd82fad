//! JSON resources, one file each, after OGC API Features.

mod collections;
mod conformance;
mod download;
mod downstream;
mod exposure;
mod feature;
mod geometry;
mod items;
mod landing;
mod openapi;
mod records;
mod releases;
mod schema;
mod search;

use crate::{
    AppState, limits,
    problem::{Problem, Slug},
};
use axum::{Router, extract::DefaultBodyLimit, routing::get};
use records::Records;
use terrikon_core::CollectionId;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/api", get(landing::landing))
        .route("/api/conformance", get(conformance::conformance))
        .route("/api/openapi.json", get(openapi::openapi))
        .route("/api/search", get(search::search))
        .route(
            "/api/exposure",
            get(exposure::place).post(exposure::posted).layer(DefaultBodyLimit::max(limits::LARGEST_BODY)),
        )
        .route("/api/hotspots/{id}/exposure", get(exposure::hotspot))
        .route("/api/hotspots/{id}/downstream", get(downstream::downstream))
        .route("/api/releases", get(releases::list))
        .route("/api/releases/{id}", get(releases::one))
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
        .route("/api/collections/{collection}/items/{id}", get(items::one))
}

/// The collection of a path.
fn collection(name: &str) -> Result<CollectionId, Problem> {
    let known =
        CollectionId::ALL.map(CollectionId::as_str).into_iter().chain(Records::ALL.map(Records::as_str));
    name.parse().map_err(|_| Problem::new(Slug::UnknownCollection).with("value", name).accepted(known))
}
