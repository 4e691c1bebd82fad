//! `/api/openapi.json`: every path with its parameters, from the tables that requests are checked against.

use super::{landing::OPENAPI, records::Records};
use crate::{
    answer::{Answer, GEOJSON, JSON},
    asked::Asked,
    parameters::{
        self, OF_CLAIMS, OF_CONTENTS, OF_DOCUMENT, OF_DOWNSTREAM, OF_EXPOSURE, OF_HOTSPOT_EXPOSURE, OF_ICON,
        OF_ITEM, OF_POSTED_EXPOSURE, OF_SEARCH, OF_SOURCES, OF_STYLE, OF_TILE, OF_TILEJSON, Parameter,
    },
    problem::Problem,
};
use axum::response::Response;
use serde_json::{Map, Value, json};
use terrikon_core::CollectionId;
use terrikon_tiles::LayerName;

pub(crate) async fn openapi(asked: Asked) -> Result<Response, Problem> {
    asked.parameters(&OF_DOCUMENT)?.format(&["json"])?;
    Ok(Answer::json(&document(&asked.base), OPENAPI).respond(&asked))
}

fn document(base: &str) -> Value {
    let mut paths = Map::new();
    let mut add = |path: &str, summary: &str, known: &[&Parameter], media: &str| {
        paths.insert(path.to_owned(), operation(path, summary, known, media));
    };
    add("/api", "Where everything is", &OF_CONTENTS, JSON);
    add("/api/conformance", "The standards that the API keeps to", &OF_DOCUMENT, JSON);
    add("/api/openapi.json", "This document", &OF_DOCUMENT, OPENAPI);
    add("/api/search", "Places by name", &OF_SEARCH, JSON);
    add("/api/exposure", "People within reach of a place, or of the hotspots of oblasts", &OF_EXPOSURE, JSON);
    add("/api/hotspots/{id}/exposure", "People within reach of a hotspot", &OF_HOTSPOT_EXPOSURE, JSON);
    add("/api/hotspots/{id}/downstream", "What lies down the river from a hotspot", &OF_DOWNSTREAM, GEOJSON);
    add("/api/releases", "The releases that are kept", &OF_DOCUMENT, JSON);
    add("/api/releases/{id}", "What a release holds", &OF_DOCUMENT, JSON);
    add("/api/collections", "The collections", &OF_CONTENTS, JSON);
    for id in CollectionId::ALL {
        let own = format!("/api/collections/{id}");
        add(&own, "The collection", &OF_CONTENTS, JSON);
        add(&format!("{own}/items"), super::collections::about(id), &parameters::of_items(id), GEOJSON);
        add(&format!("{own}/items/{{fid}}"), "One feature", &OF_ITEM, GEOJSON);
        add(&format!("{own}/queryables"), "What narrows it", &OF_DOCUMENT, "application/schema+json");
        add(&format!("{own}/sortables"), "What orders it", &OF_DOCUMENT, "application/schema+json");
        add(&format!("{own}/schema"), "Its fields", &OF_DOCUMENT, "application/schema+json");
    }
    for (records, known) in [(Records::Claims, &OF_CLAIMS[..]), (Records::Sources, &OF_SOURCES[..])] {
        let own = format!("/api/collections/{}", records.as_str());
        add(&own, "The collection", &OF_CONTENTS, JSON);
        add(&format!("{own}/items"), records.about(), known, GEOJSON);
        add(&format!("{own}/items/{{fid}}"), "One row", &OF_CONTENTS, GEOJSON);
    }
    add(
        "/tiles/{layers}/{z}/{x}/{y}",
        "A vector tile; 204 where nothing lies in it",
        &OF_TILE,
        "application/vnd.mapbox-vector-tile",
    );
    add("/tiles/{layers}.json", "TileJSON 3 of layers", &OF_TILEJSON, JSON);
    add("/style.json", "The map, as a MapLibre style", &OF_STYLE, JSON);
    add("/sprites/icons/{name}.svg", "A symbol", &OF_ICON, "image/svg+xml");
    add("/health/live", "Whether the process runs", &[], JSON);
    add("/health/ready", "Whether it can answer", &[], JSON);
    paths["/api/exposure"]["post"] = posted_exposure();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Terrikon",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Pollution hotspots of Kazakhstan and Kyrgyzstan, with a source for every figure.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": if base.is_empty() { "/" } else { base } }],
        "paths": paths,
        "components": {
            "responses": { "Problem": {
                "description": "What went wrong and what to do (RFC 9457)",
                "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
            } },
            "schemas": { "Problem": {
                "type": "object",
                "required": ["type", "title", "status", "detail"],
                "properties": {
                    "type": { "type": "string", "format": "uri-reference" },
                    "title": { "type": "string" },
                    "status": { "type": "integer" },
                    "detail": { "type": "string" },
                    "parameter": { "type": "string" },
                    "accepted": { "type": "array", "items": { "type": "string" } },
                    "hint": { "type": "string" },
                },
            } },
        },
    })
}

fn operation(path: &str, summary: &str, known: &[&Parameter], media: &str) -> Value {
    let in_path = path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    let mut parameters: Vec<Value> = in_path
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": of_path(name) }))
        .collect();
    parameters.extend(known.iter().map(|parameter| {
        let mut told = json!({
            "name": parameter.name,
            "in": "query",
            "description": parameter.about,
            "required": parameter.name == "q",
            "schema": (parameter.schema)(),
        });
        if told["schema"]["type"] == "array" {
            told["style"] = json!("form");
            told["explode"] = json!(false);
        }
        told
    }));
    json!({ "get": {
        "operationId": path.trim_matches('/').replace(['/', '.'], "-").replace(['{', '}'], ""),
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": { "description": "OK", "content": { media: {} } },
            "default": { "$ref": "#/components/responses/Problem" },
        },
    } })
}

/// `POST /api/exposure`, the one resource that takes a body.
fn posted_exposure() -> Value {
    let summary = "People within reach of a geometry, a feature or a batch of them";
    let mut told = operation("/api/exposure", summary, &OF_POSTED_EXPOSURE, JSON)["get"].take();
    told["operationId"] = json!("post-api-exposure");
    told["requestBody"] = json!({
        "required": true,
        "description": "GeoJSON in degrees. An area without `radius` is reported on itself; whatever else needs a radius. A feature's \
                        property `position_accuracy_m` says how far off it may be.",
        "content": { GEOJSON: { "schema": {
            "type": "object",
            "required": ["type"],
            "properties": { "type": { "enum": [
                "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection", "Feature",
                "FeatureCollection",
            ] } },
        } } },
    });
    told
}

fn of_path(name: &str) -> Value {
    match name {
        "z" => {
            json!({"type": "integer", "minimum": terrikon_tiles::MIN_ZOOM, "maximum": terrikon_tiles::MAX_ZOOM})
        }
        "x" | "y" => json!({"type": "integer", "minimum": 0}),
        "layers" => json!({
            "type": "string",
            "description": format!("one or several, comma-separated, of {}", LayerName::ALL.map(LayerName::as_str).join(", ")),
        }),
        _ => json!({"type": "string"}),
    }
}
