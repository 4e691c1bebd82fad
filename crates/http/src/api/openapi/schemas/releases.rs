//! Releases, citations and differences.

use super::{Schemas, bbox, count, flag, list, object, object_with, of, one_of, release, text};
use serde_json::{Value, json};

pub(super) fn add(schemas: &mut Schemas) {
    let mut add = |name: &str, schema| schemas.insert(name.to_owned(), schema);
    add(
        "Releases",
        object(json!({
            "releases": list(object(json!({
                "id": release(), "written_at": moment(), "published_at": moment(), "current": flag(), "links": list(of("Link")),
            }))),
            "links": list(of("Link")),
        })),
    );
    add("Release", one());
    add("Checksums", checksums());
    add("Csl", citation());
    add("Diff", diff());
}

fn moment() -> Value {
    json!({ "type": ["string", "null"], "format": "date-time", "description": "UTC; null where it is not known" })
}

fn one() -> Value {
    object_with(
        json!({
            "id": release(),
            "written_at": moment(),
            "published_at": moment(),
            "current": { "type": "boolean", "description": "Whether it is served where no release is named" },
            "content": { "type": "string", "description": "What the id vouches for" },
            "counts": { "type": "object", "additionalProperties": count() },
            "sources": count(),
            "licences": list(object(json!({
                "licence": text(), "sources": count(), "attribution": flag(), "share_alike": flag(),
            }))),
            "attribution": {
                "type": "array", "items": { "type": "string" },
                "description": "What must be said when data are passed on, a line a source",
            },
            "links": list(of("Link")),
        }),
        json!({ "bbox": bbox() }),
    )
}

fn checksums() -> Value {
    object(json!({
        "release": release(),
        "of": { "type": "string", "description": "What is summed" },
        "program": { "type": "string", "description": "The version that writes these bytes" },
        "checksums": list(object(json!({
            "collection": text(),
            "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" },
            "bytes": count(),
            "rows": count(),
            "href": text(),
        }))),
        "links": list(of("Link")),
    }))
}

fn citation() -> Value {
    let date = object(json!({ "date-parts": list(list(json!({ "type": "integer" }))) }));
    list(object_with(
        json!({
            "id": text(), "type": { "const": "dataset" }, "title": text(), "author": list(object(json!({ "literal": text() }))),
            "version": release(), "URL": text(), "accessed": date, "language": text(), "note": text(),
        }),
        json!({ "issued": date }),
    ))
}

fn diff() -> Value {
    let counts = object(json!({ "added": count(), "removed": count(), "changed": count() }));
    let field = object(json!({ "field": text(), "before": {}, "after": {} }));
    object(json!({
        "from": release(),
        "to": release(),
        "counts": { "type": "object", "additionalProperties": counts },
        "numberMatched": count(),
        "numberReturned": count(),
        "changes": list(object(json!({
            "collection": { "type": "string", "description": "A collection, `claims` or `sources`" },
            "id": text(),
            "change": one_of(&["added", "removed", "changed"]),
            "fields": list(field),
        }))),
        "links": list(of("Link")),
    }))
}
