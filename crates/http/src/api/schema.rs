//! `/queryables`, `/sortables` and `/schema` of a collection, from the table of its fields.

use crate::{
    answer::Answer,
    asked::Asked,
    parameters::{KIND, OF_DOCUMENT, STATUS, TRUST},
    problem::Problem,
};
use axum::{extract::Path, response::Response};
use serde_json::{Map, Value, json};
use terrikon_core::{CollectionId, Field, FieldType, Lang};
use terrikon_store::cql::{Holds, Property};

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
    properties.insert("geometry".to_owned(), shape());
    Ok(Answer::json(&document(&asked, collection, &properties), SCHEMA).respond(&asked))
}

/// What a list can be narrowed by in filters.
pub(crate) async fn queryables(Path(name): Path<String>, asked: Asked) -> Result<Response, Problem> {
    let collection = super::collection(&name)?;
    asked.parameters(&OF_DOCUMENT)?.format(&["json"])?;
    let mut properties = comparable(collection, Property::all(collection, Lang::En));
    properties.insert("geometry".to_owned(), shape());
    closed(&asked, collection, &properties)
}

/// What a list can be ordered by.
pub(crate) async fn sortables(Path(name): Path<String>, asked: Asked) -> Result<Response, Problem> {
    let collection = super::collection(&name)?;
    asked.parameters(&OF_DOCUMENT)?.format(&["json"])?;
    closed(&asked, collection, &comparable(collection, Property::sortable(collection, Lang::En)))
}

/// A schema that has no other properties.
fn closed(
    asked: &Asked,
    collection: CollectionId,
    properties: &Map<String, Value>,
) -> Result<Response, Problem> {
    let mut document = document(asked, collection, properties);
    document["additionalProperties"] = json!(false);
    Ok(Answer::json(&document, SCHEMA).respond(asked))
}

/// Properties as filters and orders take them. Absent ones are not told: a filter asks for them by IS NULL.
fn comparable(collection: CollectionId, properties: Vec<Property>) -> Map<String, Value> {
    let one = |property: Property| {
        let mut schema = match property.holds() {
            Holds::Text => json!({"type": "string"}),
            Holds::Number => json!({"type": "number"}),
            Holds::Date => json!({"type": "string", "format": "date"}),
            Holds::List => json!({"type": "array", "items": {"type": "string"}}),
        };
        let about = match property {
            Property::Id => "unique in the collection, kept for good",
            Property::Shown(_) => {
                "the name in the language of the answer, or in the next one that its readers know"
            }
            Property::Name(Lang::En) => "the English name",
            Property::Name(Lang::Ru) => "the Russian name",
            Property::Name(Lang::Kk) => "the Kazakh name",
            Property::Name(Lang::Ky) => "the Kyrgyz name",
            Property::ValidFrom => "the first day",
            Property::ValidTo => "the day after the last one",
            Property::Oblast => "code of the oblast that holds it on the asked date",
            Property::Raion => "code of the raion that holds it",
            Property::Field(field) => {
                if field.holds == FieldType::Integer {
                    schema["type"] = json!("integer");
                }
                field.about
            }
        };
        schema["title"] = json!(about);
        if property == Property::Id {
            schema["x-ogc-role"] = json!("id");
        }
        let vocabulary = match (collection, property.name()) {
            (CollectionId::Hotspots | CollectionId::Zones, "kind") => Some(&KIND),
            (CollectionId::Hotspots, "status") => Some(&STATUS),
            (CollectionId::Hotspots, "trust") => Some(&TRUST),
            _ => None,
        };
        if let Some(words) = vocabulary {
            schema["enum"] = (words.schema)()["items"]["enum"].take();
        }
        (property.name().to_owned(), schema)
    };
    properties.into_iter().map(one).collect()
}

fn shape() -> Value {
    json!({"x-ogc-role": "primary-geometry", "format": "geometry-any", "title": "its shape"})
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
