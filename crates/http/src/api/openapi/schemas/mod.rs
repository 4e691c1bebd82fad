//! What is answered, as JSON Schemas (2020-12, the dialect of OpenAPI 3.1).
//!
//! | module | what |
//! | --- | --- |
//! | `documents` | contents, collections, problems |
//! | `features` | features and pages of them, from the table of fields; claims and sources |
//! | `exposure` | reports on people, the way down the river |
//! | `releases` | releases, citations, differences |
//! | `map` | TileJSON, style, symbols; what operators ask for |

#![allow(clippy::needless_pass_by_value, reason = "schemas are literals put into each other")]
#![expect(clippy::needless_pass_by_value, reason = "schemas are made where they are handed over")]

mod documents;
mod exposure;
mod features;
mod map;
mod releases;

pub(super) use features::{item_of, page_of};

use serde_json::{Map, Value, json};

/// Schemas by name.
type Schemas = Map<String, Value>;

/// All of them.
pub(super) fn all() -> Schemas {
    let mut schemas = Schemas::new();
    documents::add(&mut schemas);
    features::add(&mut schemas);
    exposure::add(&mut schemas);
    releases::add(&mut schemas);
    map::add(&mut schemas);
    schemas
}

/// A schema by its name.
fn of(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// The same or null.
fn or_null(schema: Value) -> Value {
    json!({ "anyOf": [schema, { "type": "null" }] })
}

/// A list.
fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// An object with these members, all of which it always has. Others may come with a later version.
fn object(members: Value) -> Value {
    let required: Vec<String> = members.as_object().into_iter().flat_map(Map::keys).cloned().collect();
    json!({ "type": "object", "required": required, "properties": members })
}

/// The same with members that may be absent.
fn object_with(members: Value, optional: Value) -> Value {
    let mut schema = object(members);
    if let (Some(own), Value::Object(more)) = (schema["properties"].as_object_mut(), optional) {
        own.extend(more);
    }
    schema
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn text_or_null() -> Value {
    json!({ "type": ["string", "null"] })
}

fn number() -> Value {
    json!({ "type": "number" })
}

fn number_or_null() -> Value {
    json!({ "type": ["number", "null"] })
}

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn flag() -> Value {
    json!({ "type": "boolean" })
}

/// One of these words.
fn one_of(words: &[&str]) -> Value {
    json!({ "type": "string", "enum": words })
}

fn release() -> Value {
    json!({ "type": "string", "pattern": "^r[0-9a-f]{16}$" })
}

/// Longitude and latitude.
fn position() -> Value {
    json!({ "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 })
}

/// West, south, east, north.
fn bbox() -> Value {
    json!({ "type": "array", "items": { "type": "number" }, "minItems": 4, "maxItems": 4 })
}
