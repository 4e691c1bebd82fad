//! OGC API Features, Part 2: coordinate reference systems by reference.

use super::{collections, id, positions};
use crate::server::{get, get_bundled};
use serde_json::json;
use terrikon_crs::Crs;

const CRS84: &str = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
const TEMIRTAU: &str = "/api/collections/hotspots/items/kz-temirtau-air";

#[tokio::test]
async fn req_crs_fc_md_crs_list() {
    for collection in collections().await {
        let list: Vec<&str> =
            collection["crs"].as_array().unwrap().iter().map(|uri| uri.as_str().unwrap()).collect();
        assert_eq!(list[0], CRS84, "{}: the default comes first", id(&collection));
        assert!(list.iter().all(|uri| Crs::parse(uri).is_ok()), "{list:?}");
        if collection["storageCrs"].is_string() {
            assert!(list.contains(&collection["storageCrs"].as_str().unwrap()), "storageCrs is in the list");
        }
    }
}

#[tokio::test]
async fn req_crs_crs_uri_and_fc_crs_valid_value() {
    for collection in collections().await {
        let name = id(&collection);
        for uri in collection["crs"].as_array().unwrap() {
            let uri = uri.as_str().unwrap();
            let list = get_bundled(&format!("/api/collections/{name}/items?limit=20&crs={uri}")).await;
            assert_eq!(list.status, 200, "{name} {uri}: {}", list.text());
            assert_eq!(list.header("content-crs"), format!("<{uri}>"), "{name}");
            let list = list.json();
            let feature = &list["features"][0];
            let Some(fid) = feature["id"].as_str() else { continue };
            let fid: String = url::form_urlencoded::byte_serialize(fid.as_bytes()).collect();
            let one = get_bundled(&format!("/api/collections/{name}/items/{fid}?crs={uri}")).await;
            assert_eq!(one.status, 200, "{name} {uri} {fid}");
            assert_eq!(one.header("content-crs"), format!("<{uri}>"));
            assert_eq!(one.json()["geometry"], feature["geometry"], "the same in the list and alone");
        }
    }
}

/// A CRS that a collection does not offer.
#[tokio::test]
async fn req_crs_fc_crs_valid_value_other() {
    for (parameter, value) in [
        ("crs", "http://www.opengis.net/def/crs/EPSG/0/2056"),
        ("crs", "EPSG:0"),
        ("crs", "%F0%9F%97%BA"),
        ("bbox-crs", "http://www.opengis.net/def/crs/EPSG/0/2056"),
    ] {
        let answer = get(&format!("/api/collections/hotspots/items?{parameter}={value}")).await;
        let problem = answer.problem();
        assert_eq!((answer.status.as_u16(), &problem["parameter"]), (400, &json!(parameter)));
        assert_eq!(problem["accepted"][0], CRS84);
    }
    assert_eq!(get(&format!("{TEMIRTAU}?crs=EPSG:1")).await.problem()["parameter"], "crs");
}

#[tokio::test]
async fn req_crs_fc_crs_default_value() {
    for address in ["/api/collections/hotspots/items?limit=3", TEMIRTAU] {
        let plain = get(address).await;
        assert_eq!(plain.header("content-crs"), format!("<{CRS84}>"), "ogc_crs_header");
        let sign = if address.contains('?') { '&' } else { '?' };
        let named = get(&format!("{address}{sign}crs={CRS84}")).await;
        assert_eq!(plain.json()["features"], named.json()["features"]);
        assert_eq!(plain.json()["geometry"], named.json()["geometry"]);
    }
}

/// `echo 72.9667 50.0667 | cs2cs -f %.3f OGC:CRS84 EPSG:28413` and so on, PROJ 9.5.1 (see the tests of the crate crs).
#[tokio::test]
async fn req_crs_geojson_temirtau_in_its_own_order() {
    for (crs, expected) in [
        ("OGC:CRS84", [72.9667, 50.0667]),
        ("EPSG:4326", [50.0667, 72.9667]),
        ("EPSG:3857", [8_122_615.889, 6_457_835.129]),
        ("EPSG:4284", [50.066_283_521, 72.967_482_271]),
        ("EPSG:28413", [5_550_296.817, 13_354_480.476]),
        ("EPSG:32643", [354_486.386, 5_548_026.978]),
    ] {
        for spelling in [crs.to_owned(), format!("[{crs}]"), Crs::parse(crs).unwrap().uri()] {
            let told = get(&format!("{TEMIRTAU}?crs={spelling}")).await.json();
            assert_eq!(told["geometry"]["coordinates"], json!(expected), "{spelling}");
            assert_eq!(told["properties"]["position"], json!([72.9667, 50.0667]), "stays in degrees");
        }
    }
}

#[tokio::test]
async fn rings_turn_the_same_way_on_the_map_in_every_order() {
    use geo::winding_order::Winding as _;
    for (crs, swapped) in
        [("EPSG:4326", true), ("EPSG:28413", true), ("EPSG:32643", false), ("EPSG:3857", false)]
    {
        let lake = get(&format!("/api/collections/lakes/items/balkhash?crs={crs}")).await.json();
        let ring = positions(&lake["geometry"]);
        let drawn = ring.iter().map(|[a, b]| if swapped { (*b, *a) } else { (*a, *b) });
        assert!(geo::LineString::from_iter(drawn).is_ccw(), "{crs}");
    }
}

/// The same features whatever the system of the box.
#[tokio::test]
async fn req_crs_fc_bbox_crs_action() {
    let of = async |query: &str| get(&format!("/api/collections/hotspots/items?{query}")).await.ids();
    let expected = of("bbox=72.9,50,73,50.1").await;
    assert_eq!(expected, ["kz-temirtau-air"]);
    for (crs, bbox) in [
        (CRS84, "72.9,50,73,50.1"),
        ("EPSG:4326", "50,72.9,50.1,73"),
        ("EPSG:28413", "5549000,13353000,5551000,13356000"),
        ("EPSG:32643", "353000,5547000,356000,5549000"),
        ("EPSG:3857", "8121615,6456835,8123615,6458835"),
        ("EPSG:4284", "50,72.9,50.1,73"),
    ] {
        assert_eq!(of(&format!("bbox={bbox}&bbox-crs={crs}")).await, expected, "{crs}");
    }
    assert!(of("bbox=5649000,13353000,5651000,13356000&bbox-crs=EPSG:28413").await.is_empty());
    assert_eq!(of("bbox-crs=EPSG:4326").await.len(), 5, "without a box it says nothing");
}

#[tokio::test]
async fn req_crs_fc_bbox_crs_valid_value() {
    for bbox in ["72.9,50,73,50.1,0,1", "1,2,3", "NaN,0,1,1", "inf,0,1,1", "0,0,1e9,1e9", "51,72,50,73", ","]
    {
        let address = format!("/api/collections/hotspots/items?bbox-crs=EPSG:28413&bbox={bbox}");
        let answer = get(&address).await;
        let problem = answer.problem();
        assert_eq!((answer.status.as_u16(), &problem["parameter"]), (400, &json!("bbox")), "{bbox}");
        assert!(problem["detail"].as_str().unwrap().contains("EPSG:28413"), "{problem}");
    }
}

#[tokio::test]
async fn a_file_is_in_degrees_and_says_so() {
    let problem = get("/api/collections/hotspots/items?f=geojsonl&crs=EPSG:3857").await.problem();
    assert_eq!((&problem["parameter"], &problem["accepted"]), (&json!("crs"), &json!([CRS84])));
}
