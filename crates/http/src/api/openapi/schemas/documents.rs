//! Contents, collections and problems.

use super::{Schemas, bbox, count, list, object, object_with, of, release, text};
use serde_json::json;

pub(super) fn add(schemas: &mut Schemas) {
    let mut add = |name: &str, schema| schemas.insert(name.to_owned(), schema);
    add(
        "Problem",
        object_with(
            json!({
                "type": { "type": "string", "format": "uri-reference" },
                "title": text(),
                "status": { "type": "integer", "minimum": 400, "maximum": 599 },
                "detail": text(),
            }),
            json!({
                "parameter": { "type": "string", "description": "The parameter that is wrong" },
                "accepted": { "type": "array", "items": { "type": "string" }, "description": "What would have been accepted" },
                "hint": { "type": "string", "description": "What to do" },
            }),
        ),
    );
    add(
        "Link",
        object_with(
            json!({ "href": text(), "rel": text() }),
            json!({ "type": text(), "title": text(), "hreflang": text(), "templated": { "type": "boolean" } }),
        ),
    );
    let day = json!({ "type": "string", "format": "date", "description": "On which anything came or went" });
    add(
        "Landing",
        object(
            json!({ "title": text(), "description": text(), "release": release(), "changes": list(day), "links": list(of("Link")) }),
        ),
    );
    add("Conformance", object(json!({ "conformsTo": list(json!({ "type": "string", "format": "uri" })) })));
    add(
        "OpenApi",
        object(json!({ "openapi": text(), "info": { "type": "object" }, "paths": { "type": "object" } })),
    );
    add(
        "JsonSchema",
        object(json!({ "$schema": text(), "type": text(), "properties": { "type": "object" } })),
    );
    let extent = object(json!({
        "spatial": object(json!({ "bbox": list(bbox()), "crs": text() })),
    }));
    add(
        "Collection",
        object_with(
            json!({
                "id": text(),
                "title": text(),
                "description": text(),
                "itemType": text(),
                "crs": list(text()),
                "links": list(of("Link")),
            }),
            json!({ "itemCount": count(), "extent": extent }),
        ),
    );
    add(
        "Collections",
        object(
            json!({ "collections": list(of("Collection")), "links": list(of("Link")), "release": release() }),
        ),
    );
    let place = object_with(
        json!({
            "type": text(),
            "id": text(),
            "name": { "type": ["string", "null"] },
            "name_lang": { "type": ["string", "null"] },
            "names": { "type": "object", "additionalProperties": { "type": "string" } },
            "matched_lang": {
                "type": ["string", "null"],
                "description": "The language of the name that answered; null for a code or short name",
            },
            "lon": { "type": "number" },
            "lat": { "type": "number" },
            "bbox": super::or_null(bbox()),
            "oblast": { "type": ["string", "null"] },
            "context": { "type": ["string", "null"], "description": "The name of the oblast" },
        }),
        json!({ "kind": text() }),
    );
    add("SearchResults", object(json!({ "results": list(place), "release": release() })));
}
