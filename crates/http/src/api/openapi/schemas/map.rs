//! TileJSON, style and symbols; what operators ask for.

use super::{Schemas, bbox, count, list, number, object, object_with, release, text};
use serde_json::json;

pub(super) fn add(schemas: &mut Schemas) {
    let mut add = |name: &str, schema| schemas.insert(name.to_owned(), schema);
    let zoom = || json!({ "type": "integer", "minimum": 0, "maximum": 30 });
    let layer = object_with(
        json!({ "id": text(), "fields": { "type": "object", "additionalProperties": text() } }),
        json!({ "description": text(), "minzoom": zoom(), "maxzoom": zoom() }),
    );
    add(
        "TileJson",
        object_with(
            json!({
                "tilejson": { "const": "3.0.0" }, "name": text(), "tiles": list(text()), "vector_layers": list(layer),
                "attribution": text(), "minzoom": zoom(), "maxzoom": zoom(), "version": text(), "terrikon:release": release(),
            }),
            json!({ "bounds": bbox(), "center": { "type": "array", "items": number(), "minItems": 3, "maxItems": 3 } }),
        ),
    );
    add(
        "Style",
        object(json!({
            "version": { "const": 8 }, "sources": { "type": "object" }, "layers": list(json!({ "type": "object", "required": ["id", "type"] })),
        })),
    );
    let symbol = object(
        json!({ "x": count(), "y": count(), "width": count(), "height": count(), "pixelRatio": number() }),
    );
    add("Sprites", json!({ "type": "object", "additionalProperties": symbol }));
    add("Live", object(json!({ "status": { "const": "live" }, "uptime_s": count() })));
    add("Ready", object(json!({ "status": { "const": "ready" }, "release": release() })));
}
