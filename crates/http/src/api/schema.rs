//! `/queryables` and `/schema` of a collection, from the table of its fields.

use crate::{
    answer::Answer,
    asked::Asked,
    parameters::{self, OF_DOCUMENT},
    problem::Problem,
};
use axum::{extract::Path, response::Response};
use serde_json::{Map, Value, json};
use terrikon_core::{CollectionId, Field, FieldType};

const SCHEMA: &str = "application/schema+json";
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

pub(crate) async fn schema(Path(name): Path<String>, asked: Asked) -> Result<Response, Problem> {
    let collection = super::collection(&name)?;
    asked.parameters(&OF_DOCUMENT)?.format(&["json"])?;
    let mut properties = common(collection);
    properties.extend(collection.fields().iter().map(|field| (field.name.to_owned(), of_field(field))));
    if collection == CollectionId::Hotspots {
        // Stored by its id, told with what a reader needs to look it up.
        properties.insert(
            "position_source".to_owned(),
            json!({"type": ["object", "null"], "title": "where the position is from, as in claims"}),
        );
    }
    properties.insert(
        "geometry".to_owned(),
        json!({"x-ogc-role": "primary-geometry", "format": "geometry-any", "title": "its shape"}),
    );
    Ok(Answer::json(&document(&asked, collection, &properties), SCHEMA).respond(&asked))
}

/// What a list can be narrowed by: its parameters.
pub(crate) async fn queryables(Path(name): Path<String>, asked: Asked) -> Result<Response, Problem> {
    let collection = super::collection(&name)?;
    asked.parameters(&OF_DOCUMENT)?.format(&["json"])?;
    let narrowing = ["oblast", "kind", "status", "trust", "pollutant", "hotspot"];
    let known =
        parameters::of_items(collection).into_iter().filter(|parameter| narrowing.contains(&parameter.name));
    let properties = known.map(|parameter| {
        let mut schema = (parameter.schema)();
        schema["title"] = json!(parameter.about);
        (parameter.name.to_owned(), schema)
    });
    let mut document = document(&asked, collection, &properties.collect());
    document["additionalProperties"] = json!(false);
    Ok(Answer::json(&document, SCHEMA).respond(&asked))
}

fn document(asked: &Asked, collection: CollectionId, properties: &Map<String, Value>) -> Value {
    json!({
        "$schema": DIALECT,
        "$id": format!("{}{}", asked.base, asked.path),
        "title": collection.as_str(),
        "description": super::collections::about(collection),
        "type": "object",
        "properties": properties,
    })
}

fn common(collection: CollectionId) -> Map<String, Value> {
    let text = |about: &str| json!({"type": ["string", "null"], "title": about});
    let mut properties = Map::new();
    let mut add = |name: &str, schema: Value| properties.insert(name.to_owned(), schema);
    add(
        "id",
        json!({"type": "string", "x-ogc-role": "id", "title": "unique in the collection, kept for good"}),
    );
    add("name", text("the name in the asked language, or in the next one that its readers know"));
    add("name_lang", text("the language that the name is really in"));
    add("names", json!({"type": "object", "title": "the names that sources attest, by language"}));
    add(
        "position",
        json!({"type": ["array", "null"], "title": "longitude and latitude of its symbol or label"}),
    );
    add("valid_from", json!({"type": ["string", "null"], "format": "date", "title": "the first day"}));
    add(
        "valid_to",
        json!({"type": ["string", "null"], "format": "date", "title": "the day after the last one"}),
    );
    if collection != CollectionId::Countries {
        add("oblast", text("code of the oblast that holds it on the asked date"));
    }
    if collection == CollectionId::Hotspots {
        add(
            "claims",
            json!({"type": "array", "items": {"type": "object"}, "title": "what each source says of it"}),
        );
    }
    add("release", json!({"type": "string", "title": "id of the release"}));
    properties
}

fn of_field(field: &Field) -> Value {
    match field.holds {
        FieldType::Text => json!({"type": ["string", "null"], "title": field.about}),
        FieldType::Integer => json!({"type": ["integer", "null"], "title": field.about}),
        FieldType::Real => json!({"type": ["number", "null"], "title": field.about}),
        FieldType::List => json!({"type": "array", "items": {"type": "string"}, "title": field.about}),
    }
}
