//! The abstract tests of the OGC standards that the API keeps to, over every collection of the bundled release. A test
//! bears the name of its requirement.

mod crs;
mod properties;

use crate::server::get_bundled;
use serde_json::Value;

/// Every collection, as `/api/collections` describes it.
async fn collections() -> Vec<Value> {
    get_bundled("/api/collections").await.json()["collections"].as_array().unwrap().clone()
}

/// The path of a link of a document, with its query.
fn path(href: &str) -> &str {
    href.strip_prefix("http://terrikon.test").unwrap()
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
