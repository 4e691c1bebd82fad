//! OGC API Tiles, Part 1: core, tileset, tilesets list, tilesets of the dataset and of geodata, MVT.

use super::{collections, get_as, linked};
use crate::server::{ask, get, get_bundled};
use axum::http::Method;
use serde_json::json;

const VECTOR: &str = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
const SCHEME: &str = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
const MVT: &str = "application/vnd.mapbox-vector-tile";

/// The lists of tilesets: that of all layers and that of each collection that has one.
async fn lists() -> Vec<String> {
    let mut lists = vec!["/api/tiles".to_owned()];
    for collection in collections().await {
        lists.extend(linked(&collection, VECTOR).into_iter().map(ToOwned::to_owned));
    }
    lists
}

#[tokio::test]
async fn req_geodata_tilesets_desc_links_and_dataset_tilesets_landingpage() {
    assert_eq!(linked(&get_bundled("/api").await.json(), VECTOR), ["/api/tiles"]);
    assert_eq!(lists().await.len(), 11, "all collections but claims and sources have tiles");
    for collection in ["claims", "sources", "volcanoes"] {
        assert_eq!(get(&format!("/api/collections/{collection}/tiles")).await.problem()["status"], 404);
    }
}

#[tokio::test]
async fn req_tilesets_list_tileset_links() {
    for list in lists().await {
        let document = get_bundled(&list).await.json();
        let tileset = &document["tilesets"][0];
        assert_eq!(tileset["dataType"], "vector");
        assert_eq!(linked(tileset, "self"), [format!("{list}/WebMercatorQuad")], "tileset-path");
        assert_eq!(linked(tileset, SCHEME), ["/api/tileMatrixSets/WebMercatorQuad"]);
        assert_eq!(
            tileset["tileMatrixSetURI"],
            "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"
        );
    }
}

#[tokio::test]
async fn req_tileset_description_leads_to_its_tiles() {
    for list in lists().await {
        let address = format!("{list}/WebMercatorQuad");
        let tileset = get_as(&address, "application/json").await;
        assert_eq!(tileset.status, 200, "{address}");
        let tileset = tileset.json();
        assert_eq!(tileset["crs"], "http://www.opengis.net/def/crs/EPSG/0/3857");
        assert_eq!(linked(&tileset, SCHEME), ["/api/tileMatrixSets/WebMercatorQuad"]);
        let item = tileset["links"].as_array().unwrap().iter().find(|link| link["rel"] == "item").unwrap();
        assert_eq!((&item["templated"], &item["type"]), (&json!(true), &json!(MVT)));
        let template = item["href"].as_str().unwrap().strip_prefix("http://terrikon.test").unwrap();
        let fill = |z: &str, row: &str, column: &str| {
            template.replace("{tileMatrix}", z).replace("{tileRow}", row).replace("{tileCol}", column)
        };
        let tile = get_bundled(&fill("7", "44", "91")).await;
        assert!([200, 204].contains(&tile.status.as_u16()), "{address}: {}", tile.status);
        if tile.status == 200 {
            assert_eq!(tile.header("content-type"), MVT);
        }
        assert_eq!(get_bundled(&fill("15", "0", "0")).await.status, 404, "tc-error: {address}");
        let layers = tileset["layers"].as_array().unwrap();
        assert_eq!(layers.len(), if list == "/api/tiles" { 13 } else { 1 });
        assert_eq!(layers[0]["maxTileMatrix"], "14");
    }
}

#[tokio::test]
async fn req_core_tc_success_same_bytes_as_the_map() {
    for (ours, map) in [
        ("/api/collections/hotspots/tiles/WebMercatorQuad/4/5/11", "/tiles/hotspots/4/11/5"),
        (
            "/api/collections/hotspots/tiles/WebMercatorQuad/6/22/44?kind=tailings",
            "/tiles/hotspots/6/44/22?kind=tailings",
        ),
        ("/api/collections/zones/tiles/WebMercatorQuad/6/22/44?f=mvt", "/tiles/zones/6/44/22"),
        (
            "/api/tiles/WebMercatorQuad/4/5/11",
            "/tiles/hotspots,zones,oblasts,raions,rivers,lakes,settlements,protected-areas,facilities,countries,borders,labels,fade/4/11/5",
        ),
    ] {
        let (a, b) = (get(ours).await, get(map).await);
        assert_eq!((a.status.as_u16(), a.header("etag")), (200, b.header("etag")), "{ours}");
        assert_eq!(a.body, b.body, "{ours}");
        let known = ask(Method::GET, ours, &[("if-none-match", a.header("etag"))]).await;
        assert_eq!(known.status, 304);
        let packed = ask(Method::GET, ours, &[("accept-encoding", "br")]).await;
        assert_eq!(packed.header("content-encoding"), "br");
    }
    assert_ne!(
        get("/api/collections/hotspots/tiles/WebMercatorQuad/6/22/44?kind=river").await.body,
        get("/api/collections/hotspots/tiles/WebMercatorQuad/6/22/44").await.body,
    );
}

#[tokio::test]
async fn req_core_tc_error() {
    let own = "/api/collections/hotspots/tiles/WebMercatorQuad";
    assert_eq!(get(&format!("{own}/4/0/0")).await.status, 204, "nothing lies there");
    for at in ["15/0/0", "3/8/0", "3/0/8", "3/-1/0", "03/1/0", "x/0/0", "3/1.5/0"] {
        assert_eq!(get(&format!("{own}/{at}")).await.problem()["status"], 404, "{at}");
    }
    assert_eq!(
        get("/api/tiles/WorldCRS84Quad/0/0/0").await.problem()["accepted"],
        json!(["WebMercatorQuad"])
    );
    assert_eq!(get(&format!("{own}/4/5/11?kind=volcano")).await.problem()["parameter"], "kind");
    assert_eq!(get(&format!("{own}?kind=volcano")).await.problem()["parameter"], "kind");
}

#[tokio::test]
async fn req_tmxs_definition() {
    let list = get("/api/tileMatrixSets").await.json();
    assert_eq!(linked(&list["tileMatrixSets"][0], "self"), ["/api/tileMatrixSets/WebMercatorQuad"]);
    let set = get("/api/tileMatrixSets/WebMercatorQuad").await.json();
    let matrices = set["tileMatrices"].as_array().unwrap();
    assert_eq!(matrices.len(), 15);
    for (zoom, matrix) in matrices.iter().enumerate() {
        // The numbers of annex D.1 of the Two Dimensional Tile Matrix Set standard, halved with every zoom.
        let halves = f64::from(1_u32 << zoom);
        let near = |member: &str, whole: f64| {
            (matrix[member].as_f64().unwrap() * halves / whole - 1.0).abs() < 1e-12
        };
        assert!(
            near("scaleDenominator", 559_082_264.028_717_8) && near("cellSize", 156_543.033_928_041),
            "{matrix}"
        );
        assert_eq!(
            (&matrix["id"], &matrix["matrixWidth"]),
            (&json!(zoom.to_string()), &json!(1_u32 << zoom))
        );
        assert!((matrix["pointOfOrigin"][1].as_f64().unwrap() - 20_037_508.342_789_2).abs() < 1e-6);
    }
    assert_eq!(get("/api/tileMatrixSets/nothing").await.status, 404);
}

#[tokio::test]
async fn what_narrows_a_tileset_narrows_its_tiles() {
    let tileset =
        get("/api/collections/hotspots/tiles/WebMercatorQuad?kind=river,lake&date=2024-01-01").await.json();
    let item = tileset["links"].as_array().unwrap().iter().find(|link| link["rel"] == "item").unwrap();
    assert!(item["href"].as_str().unwrap().contains("?kind=river,lake&date=2024-01-01&release=r"), "{item}");
}

#[tokio::test]
async fn maplibre_tiles_are_a_media_type_of_the_tileset() {
    const MLT: &str = "application/vnd.maplibre-tile";
    let own = "/api/collections/hotspots/tiles/WebMercatorQuad";
    let tileset = get(own).await.json();
    assert_eq!(tileset["mediaTypes"], json!([MVT, MLT]));
    let items: Vec<_> =
        tileset["links"].as_array().unwrap().iter().filter(|link| link["rel"] == "item").collect();
    assert_eq!(items.iter().map(|link| &link["type"]).collect::<Vec<_>>(), [MVT, MLT]);
    let at = format!("{own}/4/5/11");
    let by_word = get(&format!("{at}?f=mlt")).await;
    assert_eq!((by_word.status.as_u16(), by_word.header("content-type")), (200, MLT));
    for accept in [MLT, "application/vnd.maplibre-vector-tile"] {
        assert_eq!(ask(Method::GET, &at, &[("accept", accept)]).await.body, by_word.body, "{accept}");
    }
    assert_eq!(ask(Method::GET, &at, &[("accept", "image/png")]).await.problem()["accepted"][1], MLT);
}
