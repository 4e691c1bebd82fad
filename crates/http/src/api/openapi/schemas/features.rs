//! Features and pages of them, from the table of fields; claims and sources.

use super::{
    Schemas, count, flag, list, number_or_null, object, object_with, of, one_of, or_null, position, release,
    text, text_or_null,
};
use serde_json::{Map, Value, json};
use terrikon_core::{CollectionId, FieldType, Lang};

/// The name of the schema of a feature of a collection.
pub(in crate::api::openapi) fn item_of(id: CollectionId) -> String {
    format!("{}Item", camel(id))
}

/// The name of the schema of a page of a collection.
pub(in crate::api::openapi) fn page_of(id: CollectionId) -> String {
    format!("{}Page", camel(id))
}

fn camel(id: CollectionId) -> String {
    let capital = |word: &str| {
        word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect::<String>()
    };
    id.as_str().split('-').map(capital).collect()
}

pub(super) fn add(schemas: &mut Schemas) {
    schemas.insert("Geometry".to_owned(), geometry());
    schemas.insert("GeoJson".to_owned(), geojson());
    schemas.insert("JsonFgItem".to_owned(), object_with(jsonfg(), json!({ "links": list(of("Link")) })));
    schemas.insert("JsonFgPage".to_owned(), jsonfg_page());
    schemas.insert("Source".to_owned(), object_with(
        json!({ "id": text() }),
        json!({
            "title": text(), "publisher": text(), "date": text(), "date_note": text(), "language": text(), "url": text(),
        }),
    ));
    schemas.insert("Claim".to_owned(), object(claim()));
    for id in CollectionId::ALL {
        schemas.insert(page_of(id), page(of(&item_of(id))));
        schemas.insert(item_of(id), feature(or_null(of("Geometry")), &properties(id)));
    }
    let mut members = claim();
    members["hotspot"] = json!({ "type": "string", "description": "Of which hotspot it speaks" });
    members["release"] = release();
    schemas.insert("ClaimFeature".to_owned(), feature(json!({ "type": "null" }), &closed(object(members))));
    schemas.insert("ClaimPage".to_owned(), page(of("ClaimFeature")));
    let source = json!({
        "id": text(), "title": text(), "publisher": text(), "date": text(), "date_note": text(), "language": text(), "url": text(),
        "licence": text(), "attribution": flag(), "share_alike": flag(),
        "commercial": one_of(&["true", "false", "unknown"]), "release": release(),
    });
    schemas.insert("SourceFeature".to_owned(), feature(json!({ "type": "null" }), &closed(object(source))));
    schemas.insert("SourcePage".to_owned(), page(of("SourceFeature")));
}

fn feature(geometry: Value, properties: &Value) -> Value {
    object_with(
        json!({ "type": { "const": "Feature" }, "id": text(), "geometry": geometry, "properties": properties }),
        json!({ "links": list(of("Link")) }),
    )
}

fn page(item: Value) -> Value {
    object_with(
        json!({
            "type": { "const": "FeatureCollection" },
            "numberMatched": count(),
            "numberReturned": count(),
            "release": release(),
            "links": list(of("Link")),
            "features": list(item),
        }),
        json!({ "timeStamp": { "type": "string", "format": "date-time" } }),
    )
}

/// A feature with times and shapes in any system. In a page the system and the type stand above the features.
fn jsonfg() -> Value {
    let end = json!({ "type": "string", "pattern": "^([.][.]|[0-9]{4}-[0-9]{2}-[0-9]{2})$" });
    let interval =
        object(json!({ "interval": { "type": "array", "items": end, "minItems": 2, "maxItems": 2 } }));
    json!({
        "type": { "const": "Feature" },
        "id": text(),
        "geometry": or_null(of("Geometry")),
        "place": or_null(of("Geometry")),
        "time": or_null(interval),
        "properties": { "type": "object" },
    })
}

fn jsonfg_page() -> Value {
    object_with(
        json!({
            "type": { "const": "FeatureCollection" },
            "conformsTo": list(text()),
            "featureType": text(),
            "coordRefSys": text(),
            "numberMatched": count(),
            "numberReturned": count(),
            "links": list(of("Link")),
            "features": list(object(jsonfg())),
        }),
        json!({ "timeStamp": { "type": "string", "format": "date-time" }, "release": release() }),
    )
}

/// No other members than those that are told.
fn closed(mut schema: Value) -> Value {
    schema["additionalProperties"] = json!(false);
    schema
}

/// What is told of every feature of a collection.
fn properties(id: CollectionId) -> Value {
    let lang = || json!({ "type": ["string", "null"], "enum": [Value::Null, "en", "ru", "kk", "ky"] });
    let mut told = Map::new();
    let mut tell = |name: &str, schema: Value| told.insert(name.to_owned(), schema);
    tell("id", text());
    tell("name", text_or_null());
    tell("name_lang", lang());
    let names: Map<String, Value> = Lang::ALL.map(|lang| (lang.to_string(), text())).into_iter().collect();
    tell("names", json!({ "type": "object", "properties": names, "additionalProperties": false }));
    for field in id.fields() {
        let mut schema = match field.holds {
            FieldType::Text => text_or_null(),
            FieldType::Integer => json!({ "type": ["integer", "null"] }),
            FieldType::Real => number_or_null(),
            FieldType::List => list(text()),
        };
        schema["description"] = json!(field.about);
        tell(field.name, schema);
    }
    for name in ["oblast", "oblast_name", "raion", "raion_name"] {
        tell(name, text_or_null());
    }
    for name in ["oblast_name_lang", "raion_name_lang"] {
        tell(name, lang());
    }
    tell("position", or_null(position()));
    for name in ["valid_from", "valid_to"] {
        tell(name, json!({ "type": ["string", "null"], "format": "date" }));
    }
    if id == CollectionId::Hotspots {
        tell("position_source", or_null(of("Source")));
        tell("claims", list(of("Claim")));
    }
    tell("release", release());
    json!({ "type": "object", "properties": told, "additionalProperties": false })
}

fn claim() -> Value {
    json!({
        "property": text(),
        "value": { "type": "string", "description": "In the source's words" },
        "value_low": number_or_null(),
        "value_high": number_or_null(),
        "unit": text(),
        "year": text(),
        "meaning": text(),
        "grade": { "type": "string", "enum": ["A", "B", "C"], "description": "Read, inferred, or from memory and so unverified" },
        "note": text(),
        "source": of("Source"),
    })
}

/// A geometry, with coordinates nested as deep as its type says.
fn geometry() -> Value {
    let point = json!({ "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 3 });
    let (line, ring) = (list(point.clone()), list(list(point.clone())));
    let one = |name: &str, coordinates: Value| {
        object(json!({ "type": { "const": name }, "coordinates": coordinates }))
    };
    json!({ "oneOf": [
        one("Point", point),
        one("MultiPoint", line.clone()),
        one("LineString", line),
        one("MultiLineString", ring.clone()),
        one("Polygon", ring.clone()),
        one("MultiPolygon", list(ring)),
        object(json!({ "type": { "const": "GeometryCollection" }, "geometries": list(of("Geometry")) })),
    ] })
}

/// What may be sent.
fn geojson() -> Value {
    let feature = object_with(
        json!({ "type": { "const": "Feature" }, "geometry": of("Geometry") }),
        json!({ "id": { "type": ["string", "number"] }, "properties": { "type": ["object", "null"] } }),
    );
    json!({ "oneOf": [
        of("Geometry"),
        feature.clone(),
        object(json!({ "type": { "const": "FeatureCollection" }, "features": list(feature) })),
    ] })
}
