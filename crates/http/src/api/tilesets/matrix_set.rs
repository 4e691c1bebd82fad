//! `/api/tileMatrixSets`: how the world is cut into tiles. There is one way.

use super::TILING_SCHEME;
use crate::{
    answer::{Answer, JSON, Link},
    asked::Asked,
    parameters::OF_DOCUMENT,
    problem::{Problem, Slug},
};
use axum::{extract::Path, response::Response};
use serde_json::{Value, json};
use std::f64::consts::PI;
use terrikon_tiles::{MAX_ZOOM, MIN_ZOOM};

/// The only tile matrix set.
pub(super) const ID: &str = "WebMercatorQuad";
/// Its name in the register of OGC.
pub(super) const URI: &str = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
/// What its coordinates are in.
pub(super) const CRS: &str = "http://www.opengis.net/def/crs/EPSG/0/3857";

/// The path of its definition.
pub(super) const PATH: &str = "/api/tileMatrixSets/WebMercatorQuad";

/// Half the width of the world in metres of Web Mercator.
const WORLD: f64 = PI * 6_378_137.0;
/// The side of a tile in cells.
const CELLS: f64 = 256.0;
/// The side of a screen cell by which OGC tells scales, in metres.
const SCREEN: f64 = 0.000_28;

/// Whether a path names the set, or the problem that it does not.
pub(super) fn check(id: &str) -> Result<(), Problem> {
    if id == ID { Ok(()) } else { Err(Problem::new(Slug::NotFound).accepted([ID])) }
}

pub(super) async fn list(asked: Asked) -> Result<Response, Problem> {
    asked.parameters(&OF_DOCUMENT)?.format(&["json"])?;
    asked.accepts(&[JSON])?;
    let own = Link::new(format!("{}{PATH}", asked.base), "self", JSON, "Its definition");
    let document = json!({
        "tileMatrixSets": [{ "id": ID, "title": TITLE, "uri": URI, "crs": CRS, "links": [own] }],
        "links": [Link::new(asked.address(asked.own_pairs()), "self", JSON, "This list")],
    });
    Ok(Answer::json(&document, JSON).respond(&asked))
}

const TITLE: &str = "Web Mercator from one square of the world, each zoom twice as fine";

pub(super) async fn one(Path(id): Path<String>, asked: Asked) -> Result<Response, Problem> {
    check(&id)?;
    asked.parameters(&OF_DOCUMENT)?.format(&["json"])?;
    asked.accepts(&[JSON])?;
    let links = vec![Link::new(asked.address(asked.own_pairs()), "self", JSON, "This definition")];
    let matrices: Vec<Value> = (MIN_ZOOM..=MAX_ZOOM).map(matrix).collect();
    let document = json!({
        "id": ID,
        "title": TITLE,
        "uri": URI,
        "crs": CRS,
        "orderedAxes": ["E", "N"],
        "wellKnownScaleSet": "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
        "boundingBox": { "crs": CRS, "lowerLeft": [-WORLD, -WORLD], "upperRight": [WORLD, WORLD] },
        "tileMatrices": matrices,
        "links": links,
    });
    Ok(Answer::json(&document, JSON).linked(links).respond(&asked))
}

/// The tiles of one zoom, with those that there are.
pub(super) fn limits() -> Vec<Value> {
    let of = |zoom: u8| {
        let last = (1_u32 << zoom) - 1;
        json!({
            "tileMatrix": zoom.to_string(),
            "minTileRow": 0, "maxTileRow": last, "minTileCol": 0, "maxTileCol": last,
        })
    };
    (MIN_ZOOM..=MAX_ZOOM).map(of).collect()
}

fn matrix(zoom: u8) -> Value {
    let tiles = 1_u32 << zoom;
    let cell = 2.0 * WORLD / (CELLS * f64::from(tiles));
    json!({
        "id": zoom.to_string(),
        "scaleDenominator": cell / SCREEN,
        "cellSize": cell,
        "cornerOfOrigin": "topLeft",
        "pointOfOrigin": [-WORLD, WORLD],
        "tileWidth": 256,
        "tileHeight": 256,
        "matrixWidth": tiles,
        "matrixHeight": tiles,
    })
}

/// The link to the definition.
pub(super) fn link(asked: &Asked) -> Link {
    Link::new(format!("{}{PATH}", asked.base), TILING_SCHEME, JSON, "How the world is cut")
}
