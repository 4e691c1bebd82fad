//! All addresses, with what they take and give. A test holds this list against the router.

use super::{route::Route, schemas};
use crate::{
    answer::{GEOJSON, JSON},
    api::{
        collections,
        landing::OPENAPI,
        records::Records,
        releases::{BIBTEX, CSL, TEXT},
    },
    parameters::{
        self, OF_CITATION, OF_CLAIMS, OF_CONFORMANCE, OF_CONTENTS, OF_DIFF, OF_DOCUMENT, OF_DOWNSTREAM,
        OF_EXPOSURE, OF_HOTSPOT_EXPOSURE, OF_ICON, OF_ITEM, OF_OPENAPI, OF_PICTURE, OF_POSTED_EXPOSURE,
        OF_PROFILE, OF_RECORD, OF_SEARCH, OF_SHADING, OF_SOURCES, OF_STYLE, OF_TILE, OF_TILEJSON, OF_TILESET,
    },
};
use crate::{negotiate::Form, tiles::MEDIA};
use serde_json::{Value, json};
use terrikon_core::CollectionId;

const SCHEMA: &str = "application/schema+json";
const CSV: &str = "text/csv";

/// The groups of addresses.
pub(super) const TAGS: [(&str, &str); 7] = [
    ("Contents", "Where everything is"),
    ("Collections", "Features, claims and sources, after OGC API Features"),
    ("Exposure", "People within reach, and what lies down the river"),
    ("Search", "Places by name"),
    ("Releases", "What is kept, how to cite it, and what changed"),
    ("Map", "Vector tiles, the style and its pictures"),
    ("Operation", "For operators"),
];

/// Every address by its group.
pub(super) fn all() -> Vec<(&'static str, Vec<Route>)> {
    vec![
        ("Contents", contents()),
        ("Collections", lists()),
        ("Exposure", exposure()),
        ("Search", search()),
        ("Releases", releases()),
        ("Map", map()),
        ("Operation", operation()),
    ]
}

fn contents() -> Vec<Route> {
    vec![
        Route::get("/api", "Where everything is").takes(&OF_CONTENTS).gives(JSON, "Landing").or_page(),
        Route::get("/api/conformance", "The standards that the API keeps to")
            .takes(&OF_CONFORMANCE)
            .gives(JSON, "Conformance")
            .or_page()
            .of_server(),
        Route::get("/api/openapi.json", "This document")
            .takes(&OF_OPENAPI)
            .gives(OPENAPI, "OpenApi")
            .gives(JSON, "OpenApi")
            .negotiated()
            .of_server(),
        Route::get("/api/docs", "This document as a page").gives_text("text/html").of_server(),
    ]
}

fn lists() -> Vec<Route> {
    let mut routes = vec![
        Route::get("/api/collections", "The collections")
            .takes(&OF_CONTENTS)
            .gives(JSON, "Collections")
            .or_page(),
    ];
    for id in CollectionId::ALL {
        let own = format!("/api/collections/{id}");
        let (page, item) = (schemas::page_of(id), schemas::item_of(id));
        routes.extend([
            Route::get(&own, "The collection").takes(&OF_CONTENTS).gives(JSON, "Collection").or_page(),
            Route::get(format!("{own}/items"), collections::about(id))
                .takes(&parameters::of_items(id))
                .gives(GEOJSON, &page)
                .gives(Form::JsonFg.media(), "JsonFgPage")
                .or_page()
                .or_file(),
            Route::get(format!("{own}/items/{{fid}}"), "One feature")
                .takes(&OF_ITEM)
                .gives(GEOJSON, &item)
                .gives(Form::JsonFg.media(), "JsonFgItem")
                .or_page(),
            Route::get(format!("{own}/queryables"), "What narrows it")
                .takes(&OF_DOCUMENT)
                .gives(SCHEMA, "JsonSchema")
                .of_server(),
            Route::get(format!("{own}/sortables"), "What orders it")
                .takes(&OF_DOCUMENT)
                .gives(SCHEMA, "JsonSchema")
                .of_server(),
            Route::get(format!("{own}/schema"), "Its fields")
                .takes(&OF_DOCUMENT)
                .gives(SCHEMA, "JsonSchema")
                .of_server(),
        ]);
    }
    let records = [
        (Records::Claims, &OF_CLAIMS[..], "ClaimPage", "ClaimFeature"),
        (Records::Sources, &OF_SOURCES[..], "SourcePage", "SourceFeature"),
    ];
    for (records, known, page, row) in records {
        let own = format!("/api/collections/{}", records.as_str());
        routes.extend([
            Route::get(&own, "The collection").takes(&OF_CONTENTS).gives(JSON, "Collection").or_page(),
            Route::get(format!("{own}/items"), records.about())
                .takes(known)
                .gives(GEOJSON, page)
                .or_page()
                .or_file(),
            Route::get(format!("{own}/items/{{fid}}"), "One row")
                .takes(&OF_RECORD)
                .gives(GEOJSON, row)
                .or_page(),
        ]);
    }
    routes
}

fn exposure() -> Vec<Route> {
    vec![
        Route::get("/api/exposure", "People within reach of a place, or of the hotspots of oblasts")
            .takes(&OF_EXPOSURE)
            .gives(JSON, "Exposure"),
        Route::post(
            "/api/exposure",
            "People within reach of a geometry, a feature or a batch of them",
            sent(),
        )
        .takes(&OF_POSTED_EXPOSURE)
        .gives(JSON, "Exposure"),
        Route::get("/api/hotspots/{id}/exposure", "People within reach of a hotspot")
            .takes(&OF_HOTSPOT_EXPOSURE)
            .gives(JSON, "Exposure"),
        Route::get("/api/hotspots/{id}/downstream", "What lies down the river from a hotspot")
            .takes(&OF_DOWNSTREAM)
            .gives(GEOJSON, "Downstream"),
        Route::get("/api/oblasts/shading", "One figure an oblast, with the classes by which a map is shaded")
            .takes(&OF_SHADING)
            .gives(JSON, "Shading"),
        Route::get("/api/oblasts/{code}/profile", "All there is on an oblast as it was on a day")
            .takes(&OF_PROFILE)
            .gives(JSON, "Profile")
            .gives_text(CSV)
            .negotiated(),
    ]
}

fn search() -> Vec<Route> {
    vec![Route::get("/api/search", "Places by name").takes(&OF_SEARCH).gives(JSON, "SearchResults")]
}

fn releases() -> Vec<Route> {
    let one = "/api/releases/{release}";
    vec![
        Route::get("/api/releases", "The releases that are kept").takes(&OF_DOCUMENT).gives(JSON, "Releases"),
        Route::get(one, "What a release holds, whose it is and how to cite it")
            .takes(&OF_DOCUMENT)
            .gives(JSON, "Release"),
        Route::get(format!("{one}/checksums"), "What the files of whole collections come to")
            .takes(&OF_DOCUMENT)
            .gives(JSON, "Checksums"),
        Route::get(format!("{one}/citation"), "How to cite a release")
            .takes(&OF_CITATION)
            .gives_text(TEXT)
            .gives(CSL, "Csl")
            .gives_text(BIBTEX)
            .negotiated(),
        Route::get(format!("{one}/diff"), "What changed from this release to another, row by row")
            .takes(&OF_DIFF)
            .gives(JSON, "Diff")
            .gives_text(CSV),
    ]
}

fn map() -> Vec<Route> {
    let mut routes = vec![
        Route::get("/tiles/{layers}/{z}/{x}/{y}", "A vector tile; 204 where nothing lies in it")
            .takes(&OF_TILE)
            .gives_bytes(MEDIA[0])
            .gives_bytes(MEDIA[1])
            .or_nothing(),
        Route::get("/tiles/{layers}.json", "TileJSON 3 of layers")
            .takes(&OF_TILEJSON)
            .gives(JSON, "TileJson"),
        Route::get("/style.json", "The map, as a MapLibre style").takes(&OF_STYLE).gives(JSON, "Style"),
        Route::get("/sprites/{sheet}.json", "Where symbols lie in their sheet")
            .gives(JSON, "Sprites")
            .of_server(),
        Route::get("/sprites/{sheet}.png", "A sheet of symbols").gives_bytes("image/png").of_server(),
        Route::get("/sprites/icons/{name}.svg", "A symbol")
            .takes(&OF_ICON)
            .gives_text("image/svg+xml")
            .of_server(),
        Route::get("/static/map.png", "The map as a picture").takes(&OF_PICTURE).gives_bytes("image/png"),
        Route::get("/static/map.svg", "The map as shapes, for drawing programs")
            .takes(&OF_PICTURE)
            .gives_text("image/svg+xml"),
    ];
    routes.extend(tilesets());
    routes
}

/// OGC API Tiles.
fn tilesets() -> Vec<Route> {
    let sets = "/api/tileMatrixSets";
    let mut routes = vec![
        Route::get(sets, "How the world is cut into tiles")
            .takes(&OF_DOCUMENT)
            .gives(JSON, "TileMatrixSets")
            .negotiated()
            .of_server(),
        Route::get(format!("{sets}/{{tileMatrixSetId}}"), "One way to cut it")
            .takes(&OF_DOCUMENT)
            .gives(JSON, "TileMatrixSet")
            .negotiated()
            .of_server(),
    ];
    for own in ["/api/tiles", "/api/collections/{collectionId}/tiles"] {
        let set = format!("{own}/{{tileMatrixSetId}}");
        let tile = format!("{set}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}");
        routes.extend([
            Route::get(own, "Tilesets").takes(&OF_TILESET).gives(JSON, "Tilesets").negotiated(),
            Route::get(set, "A tileset").takes(&OF_TILESET).gives(JSON, "Tileset").negotiated(),
            Route::get(tile, "A vector tile; 204 where nothing lies in it")
                .takes(&OF_TILE)
                .gives_bytes(MEDIA[0])
                .gives_bytes(MEDIA[1])
                .or_nothing()
                .negotiated(),
        ]);
    }
    routes
}

fn operation() -> Vec<Route> {
    vec![
        Route::get("/health/live", "Whether the process runs").gives(JSON, "Live").of_the_moment(),
        Route::get("/health/ready", "Whether it can answer").gives(JSON, "Ready").of_the_moment(),
    ]
}

/// What `POST /api/exposure` takes.
fn sent() -> Value {
    json!({
        "required": true,
        "description": "GeoJSON in degrees. An area without `radius` is reported on itself; whatever else needs a radius. A feature's \
                        property `position_accuracy_m` says how far off it may be.",
        "content": { GEOJSON: {
            "schema": { "$ref": "#/components/schemas/GeoJson" },
            "example": { "type": "Point", "coordinates": [72.9667, 50.0667] },
        } },
    })
}
