//! TileJSON, style and symbols; what operators ask for.

use super::{Schemas, bbox, count, list, number, object, object_with, of, position, release, text};
use serde_json::{Value, json};

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
    tilesets(&mut add);
    add("Live", object(json!({ "status": { "const": "live" }, "uptime_s": count() })));
    add("Ready", object(json!({ "status": { "const": "ready" }, "release": release() })));
}

/// OGC API Tiles.
fn tilesets(add: &mut impl FnMut(&str, Value) -> Option<Value>) {
    let corners = || object(json!({ "crs": text(), "lowerLeft": position(), "upperRight": position() }));
    let about = json!({
        "title": text(), "dataType": { "const": "vector" }, "crs": text(), "tileMatrixSetId": text(), "tileMatrixSetURI": text(),
        "tileMatrixSetDefinition": text(), "mediaTypes": list(text()), "release": release(), "links": list(of("Link")),
    });
    let tileset = object_with(about.clone(), json!({ "boundingBox": corners() }));
    add("Tilesets", object(json!({ "tilesets": list(tileset), "links": list(of("Link")) })));
    let layer = object_with(
        json!({
            "id": text(), "dataType": text(), "minTileMatrix": text(), "maxTileMatrix": text(), "propertiesSchema": { "type": "object" },
        }),
        json!({ "description": text() }),
    );
    let limits = object(json!({
        "tileMatrix": text(), "minTileRow": count(), "maxTileRow": count(), "minTileCol": count(), "maxTileCol": count(),
    }));
    let mut whole = about;
    whole["layers"] = list(layer);
    whole["tileMatrixSetLimits"] = list(limits);
    add("Tileset", object_with(whole, json!({ "boundingBox": corners() })));
    let set =
        json!({ "id": text(), "title": text(), "uri": text(), "crs": text(), "links": list(of("Link")) });
    add(
        "TileMatrixSets",
        object(json!({ "tileMatrixSets": list(object(set.clone())), "links": list(of("Link")) })),
    );
    let matrix = object(json!({
        "id": text(), "scaleDenominator": number(), "cellSize": number(), "cornerOfOrigin": text(), "pointOfOrigin": position(),
        "tileWidth": count(), "tileHeight": count(), "matrixWidth": count(), "matrixHeight": count(),
    }));
    let mut whole = set;
    whole["orderedAxes"] = list(text());
    whole["wellKnownScaleSet"] = text();
    whole["boundingBox"] = corners();
    whole["tileMatrices"] = list(matrix);
    add("TileMatrixSet", object(whole));
}
