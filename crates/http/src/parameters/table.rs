//! Every parameter, with what it means.

use crate::publish::picture::{OFFERED, SIDES};
use serde_json::{Value, json};
use terrikon_core::{Kind, Lang, Status, Trust};
use terrikon_crs::Crs;
use terrikon_store::cql::Encoding;

/// A query parameter.
#[derive(Debug)]
pub(crate) struct Parameter {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it means, in English, for OpenAPI.
    pub(crate) about: &'static str,
    /// The JSON Schema of its value.
    pub(crate) schema: fn() -> Value,
}

/// The greatest `limit` of items.
pub(crate) const MOST_ITEMS: usize = 10_000;
/// The `limit` of items where none is given.
pub(crate) const DEFAULT_ITEMS: usize = 100;
/// The greatest `limit` of a search.
pub(crate) const MOST_HITS: usize = 50;
/// The `limit` of a search where none is given.
pub(crate) const DEFAULT_HITS: usize = 10;
/// The longest text of a search, in characters.
pub(crate) const LONGEST_TEXT: usize = 100;

/// The most words of a list that narrows hotspots: more than there are oblasts or pollutants.
pub(crate) const MOST_WORDS: usize = 100;
/// The years of which figures may be asked.
pub(crate) const YEARS: std::ops::RangeInclusive<i64> = 1900..=2100;

/// The most radii of one request.
pub(crate) const MOST_RADII: usize = 10;

pub(crate) const BBOX: Parameter = Parameter {
    name: "bbox",
    about: "West, south, east, north in degrees (six numbers with heights, which are ignored). West greater than \
            east crosses the antimeridian. The real shape of a feature counts, not its box.",
    schema: || json!({"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 6}),
};
pub(crate) const LIMIT: Parameter = Parameter {
    name: "limit",
    about: "How many features on a page; more than the maximum counts as the maximum.",
    schema: || json!({"type": "integer", "minimum": 1, "maximum": MOST_ITEMS, "default": DEFAULT_ITEMS}),
};
pub(crate) const HITS: Parameter = Parameter {
    name: "limit",
    about: "How many places; more than the maximum counts as the maximum.",
    schema: || json!({"type": "integer", "minimum": 1, "maximum": MOST_HITS, "default": DEFAULT_HITS}),
};
pub(crate) const CURSOR: Parameter = Parameter {
    name: "cursor",
    about: "Where a page begins, as the links `next` and `prev` give it; opaque, and of one release.",
    schema: || json!({"type": "string"}),
};
pub(crate) const OBLAST: Parameter = Parameter {
    name: "oblast",
    about: "Codes (KZ-35), older codes (KZ-KAR) or names of oblasts in any of the four languages, \
            comma-separated; as they were on `date`. Rivers and lakes belong to the oblast of their middle.",
    schema: || json!({"type": "array", "items": {"type": "string"}, "maxItems": MOST_WORDS}),
};
pub(crate) const DATE: Parameter = Parameter {
    name: "date",
    about: "The day whose division into oblasts holds, YYYY-MM-DD; today if absent.",
    schema: || json!({"type": "string", "format": "date"}),
};
pub(crate) const DATETIME: Parameter = Parameter {
    name: "datetime",
    about: "A day, or an interval `2020-01-01/2022-06-30` with `..` for an open end: features that existed then. \
            Not together with `date`.",
    schema: || json!({"type": "string"}),
};
pub(crate) const KIND: Parameter = Parameter {
    name: "kind",
    about: "Kinds of hotspots, comma-separated.",
    schema: || words(Kind::ALL.iter().map(|word| word.as_str())),
};
pub(crate) const STATUS: Parameter = Parameter {
    name: "status",
    about: "What is going on at a hotspot, comma-separated.",
    schema: || words(Status::ALL.iter().map(|word| word.as_str())),
};
pub(crate) const TRUST: Parameter = Parameter {
    name: "trust",
    about: "How far sources back the facts, comma-separated.",
    schema: || words(Trust::ALL.iter().map(|word| word.as_str())),
};
pub(crate) const POLLUTANT: Parameter = Parameter {
    name: "pollutant",
    about: "Codes of what hotspots emit or hold, comma-separated: one of them is enough. Case does not matter.",
    schema: || json!({"type": "array", "items": {"type": "string"}, "maxItems": MOST_WORDS}),
};
pub(crate) const FILTER: Parameter = Parameter {
    name: "filter",
    about: "A condition in CQL2 on the properties that `queryables` lists: comparisons, LIKE, BETWEEN, IN, IS NULL, AND, OR, NOT, \
            CASEI, ACCENTI, and functions of shapes (S_), days (T_) and lists (A_). `name` is the name in the language of the answer. \
            An instant counts as its day in UTC.",
    schema: || json!({"type": "string", "maxLength": terrikon_store::cql::LONGEST}),
};
pub(crate) const FILTER_LANG: Parameter = Parameter {
    name: "filter-lang",
    about: "How the filter is written.",
    schema: || json!({"type": "string", "enum": Encoding::ALL.map(Encoding::as_str), "default": Encoding::Text.as_str()}),
};
pub(crate) const FILTER_CRS: Parameter = Parameter {
    name: "filter-crs",
    about: "What the coordinates of the filter are in: longitude and latitude in degrees.",
    schema: || json!({"type": "string", "enum": super::filter::CRS, "default": super::filter::CRS[0]}),
};
pub(crate) const SORTBY: Parameter = Parameter {
    name: "sortby",
    about: "Properties that order, comma-separated, each with `-` where the greatest comes first. What is absent comes last; ids \
            decide among equals.",
    schema: || json!({"type": "array", "items": {"type": "string", "pattern": "^[+-]?[a-z_0-9]+$"}, "maxItems": terrikon_store::cql::sort::MOST_KEYS}),
};
pub(crate) const LANG: Parameter = Parameter {
    name: "lang",
    about: "The language of names; `Accept-Language`, else English, if absent.",
    schema: || json!({"type": "string", "enum": Lang::ALL.map(Lang::as_str)}),
};
pub(crate) const F: Parameter = Parameter {
    name: "f",
    about: "The format.",
    schema: || json!({"type": "string", "enum": ["json", "geojson"]}),
};
pub(crate) const F_DOCUMENT: Parameter = Parameter {
    name: "f",
    about: "The form: JSON, or a page for people.",
    schema: || json!({"type": "string", "enum": ["json", "html"]}),
};
pub(crate) const F_FEATURE: Parameter = Parameter {
    name: "f",
    about: "The form: GeoJSON, JSON-FG, or a page for people.",
    schema: || json!({"type": "string", "enum": ["json", "geojson", "jsonfg", "html"]}),
};
pub(crate) const F_RECORDS: Parameter = Parameter {
    name: "f",
    about: "The form: GeoJSON, or a page for people.",
    schema: || json!({"type": "string", "enum": ["json", "geojson", "html"]}),
};
pub(crate) const F_ITEMS: Parameter = Parameter {
    name: "f",
    about: "The format: a page (GeoJSON, JSON-FG, HTML), or everything (or `limit` features) as a file: `csv`, `geojsonl` with a feature a line, `gpkg` (GeoPackage), `fgb` (FlatGeobuf) or `parquet` (GeoParquet).",
    schema: || json!({"type": "string", "enum": ["json", "geojson", "jsonfg", "html", "csv", "geojsonl", "gpkg", "fgb", "parquet"]}),
};
pub(crate) const F_ROWS: Parameter = Parameter {
    name: "f",
    about: "The format: a page (GeoJSON, HTML), or everything (or `limit` rows) as a file.",
    schema: || json!({"type": "string", "enum": ["json", "geojson", "html", "csv", "geojsonl", "gpkg", "fgb", "parquet"]}),
};
pub(crate) const BOM: Parameter = Parameter {
    name: "bom",
    about: "Begins a CSV with the byte order mark that some spreadsheets need to read it as UTF-8.",
    schema: || json!({"type": "boolean", "default": false}),
};
pub(crate) const F_JSON: Parameter =
    Parameter { name: "f", about: "The format.", schema: || json!({"type": "string", "enum": ["json"]}) };
pub(crate) const F_PROFILE: Parameter = Parameter {
    name: "f",
    about: "The format: a document, or a table with a row a figure.",
    schema: || json!({"type": "string", "enum": ["json", "csv"]}),
};
pub(crate) const F_TILE: Parameter = Parameter {
    name: "f",
    about: "The format: Mapbox Vector Tile or MapLibre Tile. `Accept` decides where it is absent, else the first.",
    schema: || json!({"type": "string", "enum": crate::tiles::WORDS, "default": crate::tiles::WORDS[0]}),
};
pub(crate) const SKIP_GEOMETRY: Parameter = Parameter {
    name: "skipGeometry",
    about: "Leaves the shapes out (`geometry` is null).",
    schema: || json!({"type": "boolean", "default": false}),
};
pub(crate) const CRS: Parameter = Parameter {
    name: "crs",
    about: "The coordinate system of shapes: its URI, or EPSG:28413 for short. Numbers come in the order that the system defines \
            (latitude or northing first in 4326, 4284 and 28408 to 28415), metres to the millimetre. Pulkovo 1942 is good to \
            some metres. The property `position` stays in degrees, longitude first.",
    schema: || json!({"type": "string", "format": "uri", "default": Crs::CRS84.uri(), "examples": Crs::ALL.map(Crs::uri)}),
};
pub(crate) const BBOX_CRS: Parameter = Parameter {
    name: "bbox-crs",
    about: "The coordinate system of `bbox`, whose numbers then come in the order of that system. What counts is the box in \
            degrees around it.",
    schema: || json!({"type": "string", "format": "uri", "default": Crs::CRS84.uri(), "examples": Crs::ALL.map(Crs::uri)}),
};
pub(crate) const PROPERTIES: Parameter = Parameter {
    name: "properties",
    about: "Names of the properties to give, comma-separated; the id always comes. All of them if absent.",
    schema: || json!({"type": "array", "items": {"type": "string"}}),
};
pub(crate) const RELEASE: Parameter = Parameter {
    name: "release",
    about: "The id of the release to read from, the current one or an older one that is kept; the current one if \
            absent. An address with it can be cached for good.",
    schema: || json!({"type": "string", "pattern": "^r[0-9a-f]{16}$"}),
};
pub(crate) const HOTSPOT: Parameter = Parameter {
    name: "hotspot",
    about: "Ids of the hotspots of which claims speak or that zones surround, comma-separated.",
    schema: || json!({"type": "array", "items": {"type": "string"}}),
};
pub(crate) const PROPERTY: Parameter = Parameter {
    name: "property",
    about: "What is claimed, such as people_affected, comma-separated.",
    schema: || json!({"type": "array", "items": {"type": "string"}}),
};
pub(crate) const Q: Parameter = Parameter {
    name: "q",
    about: "A name or its beginning, in any of the four languages or in Latin letters.",
    schema: || json!({"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT}),
};
pub(crate) const LON: Parameter = Parameter {
    name: "lon",
    about: "Degrees of longitude.",
    schema: || json!({"type": "number", "minimum": -180, "maximum": 180}),
};
pub(crate) const LAT: Parameter = Parameter {
    name: "lat",
    about: "Degrees of latitude.",
    schema: || json!({"type": "number", "minimum": -90, "maximum": 90}),
};
pub(crate) const RADIUS: Parameter = Parameter {
    name: "radius",
    about: "Metres on the ellipsoid, one or several, comma-separated.",
    schema: || {
        let (least, most) = (terrikon_core::geodesic::RADII.start(), terrikon_core::geodesic::RADII.end());
        json!({"type": "array", "items": {"type": "number", "minimum": least, "maximum": most}, "maxItems": MOST_RADII})
    },
};
pub(crate) const DISTANCE: Parameter = Parameter {
    name: "distance",
    about: "Metres along the river.",
    schema: || json!({"type": "number", "minimum": 1_000, "maximum": 5_000_000, "default": 500_000}),
};
pub(crate) const HALF_WIDTH: Parameter = Parameter {
    name: "radius",
    about: "Half the width of the corridor, in metres: settlements so near to the line are listed.",
    schema: || json!({"type": "number", "minimum": 100, "maximum": 50_000, "default": 5_000}),
};
pub(crate) const ACCURACY: Parameter = Parameter {
    name: "accuracy",
    about: "How far off the position may be, in metres: the interval is that of all positions within it. A feature's own \
            `position_accuracy_m` goes before it.",
    schema: || json!({"type": "number", "minimum": 0, "maximum": 100_000, "default": 0}),
};
pub(crate) const THEME: Parameter = Parameter {
    name: "theme",
    about: "Colours.",
    schema: || json!({"type": "string", "enum": ["light", "dark"], "default": "light"}),
};

pub(crate) const INDICATOR: Parameter = Parameter {
    name: "indicator",
    about: "What is told of each oblast: `exposure` (people within 10 km of its hotspots, everybody once), `hotspots` (how many there \
            are), or an indicator of the collection `indicators`, such as `emissions_stationary`.",
    schema: || json!({"type": "string", "default": "exposure", "examples": ["exposure", "hotspots", "emissions_stationary"]}),
};
pub(crate) const YEAR: Parameter = Parameter {
    name: "year",
    about: "The year of the figures; that of `date` if absent, and where that is absent too the newest with figures of most oblasts. \
            Without `date` the division is that of its last day.",
    schema: || json!({"type": "integer", "minimum": YEARS.start(), "maximum": YEARS.end()}),
};

pub(crate) const TO: Parameter = Parameter {
    name: "to",
    about: "The id of the newer release.",
    schema: || json!({"type": "string", "pattern": "^r[0-9a-f]{16}$"}),
};
pub(crate) const F_DIFF: Parameter = Parameter {
    name: "f",
    about: "The format: a page of JSON, or everything (or `limit` rows) as `csv` with a changed field a line.",
    schema: || json!({"type": "string", "enum": ["json", "csv"]}),
};
pub(crate) const F_CITATION: Parameter = Parameter {
    name: "f",
    about: "The format: plain text, CSL-JSON or BibTeX. `Accept` decides where it is absent, else text.",
    schema: || json!({"type": "string", "enum": ["text", "csl", "bibtex"]}),
};
pub(crate) const ONE_HOTSPOT: Parameter = Parameter {
    name: "hotspot",
    about: "The id of the hotspot that the picture is of. One of `hotspot`, `oblast` and `bbox`, or none for everything.",
    schema: || json!({"type": "string"}),
};
pub(crate) const SIZE: Parameter = Parameter {
    name: "size",
    about: "Width and height in CSS pixels.",
    schema: || {
        let (least, most) = (SIDES.start(), SIDES.end());
        let about = format!("Each from {least} to {most}.");
        json!({"type": "string", "pattern": "^[0-9]+x[0-9]+$", "default": "1200x630", "description": about})
    },
};
pub(crate) const SCALE: Parameter = Parameter {
    name: "scale",
    about: "Device pixels in a CSS pixel: 2 for print and fine screens. Makes no difference to SVG.",
    schema: || json!({"type": "integer", "enum": [1, 2], "default": 1}),
};
pub(crate) const LAYERS: Parameter = Parameter {
    name: "layers",
    about: "What is drawn on the ground, comma-separated; all of it if absent.",
    schema: || words(OFFERED.iter().map(|layer| layer.as_str())),
};
pub(crate) const DOWNLOAD: Parameter = Parameter {
    name: "download",
    about: "Makes browsers save the picture as a file.",
    schema: || json!({"type": "boolean", "default": false}),
};
pub(crate) const URL: Parameter = Parameter {
    name: "url",
    about: "The address of one of our pages: the map, a hotspot or an oblast.",
    schema: || json!({"type": "string", "format": "uri"}),
};
pub(crate) const FORMAT: Parameter = Parameter {
    name: "format",
    about: "The form of the answer.",
    schema: || json!({"type": "string", "enum": ["json"], "default": "json"}),
};
pub(crate) const MAXWIDTH: Parameter = Parameter {
    name: "maxwidth",
    about: "How wide the map and its picture may be, in CSS pixels.",
    schema: || json!({"type": "integer", "minimum": 200}),
};
pub(crate) const MAXHEIGHT: Parameter = Parameter {
    name: "maxheight",
    about: "How high they may be, in CSS pixels.",
    schema: || json!({"type": "integer", "minimum": 200}),
};

fn words(accepted: impl Iterator<Item = &'static str>) -> Value {
    json!({"type": "array", "items": {"type": "string", "enum": accepted.collect::<Vec<_>>()}})
}
