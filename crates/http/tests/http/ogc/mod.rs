//! The abstract tests of the OGC standards that the API keeps to, over every collection of the bundled release. A test
//! bears the name of its requirement.

mod crs;
mod features;
mod geojson;
mod headers;
mod html;
mod jsonfg;
mod properties;
mod tiles;

use crate::server::{Answer, ask_bundled, get_bundled};
use serde_json::Value;

/// Every collection, as `/api/collections` describes it.
async fn collections() -> Vec<Value> {
    get_bundled("/api/collections").await.json()["collections"].as_array().unwrap().clone()
}

/// The id of a collection or feature.
fn id(described: &Value) -> &str {
    described["id"].as_str().unwrap()
}

/// The path of a link of a document, with its query.
fn path(href: &str) -> &str {
    href.strip_prefix("http://terrikon.test").unwrap()
}

/// The links of a document with a relation, as paths.
fn linked<'a>(document: &'a Value, rel: &str) -> Vec<&'a str> {
    let links = document["links"].as_array().unwrap().iter().filter(|link| link["rel"] == rel);
    links.map(|link| path(link["href"].as_str().unwrap())).collect()
}

/// Asks the server of the bundled release as one who takes a media type.
async fn get_as(address: &str, accept: &str) -> Answer {
    ask_bundled(address, &[("accept", accept)]).await
}

/// The positions of a GeoJSON geometry, in their order.
fn positions(geometry: &Value) -> Vec<[f64; 2]> {
    fn walk(value: &Value, found: &mut Vec<[f64; 2]>) {
        let Some(list) = value.as_array() else { return };
        match list.first() {
            Some(Value::Number(x)) => found.push([x.as_f64().unwrap(), list[1].as_f64().unwrap()]),
            _ => list.iter().for_each(|inner| walk(inner, found)),
        }
    }
    let mut found = Vec::new();
    walk(&geometry["coordinates"], &mut found);
    found
}
