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
use crate::{
    AppState,
    answer::{Answer, JSON},
    asked::Asked,
    parameters::OF_OPENAPI,
    problem::Problem,
    quality::preferences,
};
use axum::{extract::State, http::header, response::Response};
use serde_json::{Map, Value, json};

const ABOUT: &str = "Pollution hotspots of Kazakhstan and Kyrgyzstan, with a source for every figure. Every answer of data is of one \
    release and names it in `Terrikon-Release`; an address with `release=` is read from that one as long as it is kept. Errors are \
    RFC 9457 problems in the reader's language.";

pub(crate) async fn openapi(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_OPENAPI)?;
    known.format(&["json"])?;
    let told = match known.get("release") {
        Some(_) => Some(known.snapshot(&state).await?),
        // Before the first publication there is a document all the same.
        None => state.current().await.ok(),
    };
    let release = told.as_ref().map(|snapshot| snapshot.release().as_str());
    let mut document = document(&asked.base, release);
    let wanted = preferences(asked.header(&header::ACCEPT));
    if wanted.iter().any(|wish| wish.weight > 0.0 && wish.value == JSON) {
        short_paths(&mut document, &asked.base);
        return Ok(Answer::json(&document, JSON).negotiated().respond(&asked));
    }
    Ok(Answer::json(&document, OPENAPI).negotiated().respond(&asked))
}

/// Tells the lists of collections a second time, by their paths behind `/api`. GDAL looks there, and nowhere else, for the
/// properties by which a server narrows a list; it takes the document as plain JSON only.
fn short_paths(document: &mut Value, base: &str) {
    let Some(paths) = document["paths"].as_object_mut() else { return };
    let lists = paths.iter().filter_map(|(path, told)| {
        let short = path.strip_prefix("/api").filter(|short| short.ends_with("/items"))?;
        let mut told = told.clone();
        told["servers"] = json!([{ "url": format!("{base}/api") }]);
        Some((short.to_owned(), told))
    });
    let lists: Vec<_> = lists.collect();
    paths.extend(lists);
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
