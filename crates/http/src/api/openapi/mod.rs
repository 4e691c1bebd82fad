//! `/api/openapi.json`: every address with its parameters, answers and examples.
//!
//! Parameters come from the tables that requests are checked against, schemas of features from the table of fields. What is
//! answered is told by hand in `schemas`, and held to by tests: each answer that they see is read with the schema told here.
//!
//! | module | what |
//! | --- | --- |
//! | `route` | what is told of an address |
//! | `routes` | all addresses: **whoever adds one adds it there** |
//! | `schemas` | what is answered, one file a resource |
//! | `examples` | answers of the bundled release |

mod examples;
mod route;
mod routes;
mod schemas;

use super::landing::OPENAPI;
use crate::{AppState, answer::Answer, asked::Asked, parameters::OF_DOCUMENT, problem::Problem};
use axum::{extract::State, response::Response};
use serde_json::{Map, Value, json};

const ABOUT: &str = "Pollution hotspots of Kazakhstan and Kyrgyzstan, with a source for every figure. Every answer of data is of one \
    release and names it in `Terrikon-Release`; an address with `release=` is read from that one as long as it is kept. Errors are \
    RFC 9457 problems in the reader's language.";

pub(crate) async fn openapi(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    asked.parameters(&OF_DOCUMENT)?.format(&["json"])?;
    // Before the first publication there is a document all the same.
    let current = state.current().await.ok();
    let release = current.as_ref().map(|snapshot| snapshot.release().as_str());
    Ok(Answer::json(&document(&asked.base, release), OPENAPI).respond(&asked))
}

/// The document; examples tell their addresses under `base`, and `release` as theirs.
fn document(base: &str, release: Option<&str>) -> Value {
    let mut paths = Map::new();
    let examples = examples::read(base, release);
    for (tag, routes) in routes::all() {
        for route in routes {
            let operation = route.operation(tag, &examples);
            let path = paths.entry(route.path.clone()).or_insert_with(|| json!({}));
            path[route.method] = operation;
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Terrikon",
            "version": env!("CARGO_PKG_VERSION"),
            "description": ABOUT,
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": if base.is_empty() { "/" } else { base } }],
        "tags": routes::TAGS.map(|(name, about)| json!({ "name": name, "description": about })),
        "paths": paths,
        "components": {
            "headers": route::headers(),
            "responses": route::responses(),
            "schemas": schemas::all(),
        },
    })
}
