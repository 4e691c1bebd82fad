//! OGC API Features, Part 1: core.

use super::{collections, get_as, id, linked, path, positions};
use crate::server::{get_bundled as get, release};
use serde_json::{Value, json};
use terrikon_core::CollectionId;

const FEATURES: &str = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf";

fn has(document: &Value, rel: &str, media: &str) -> bool {
    let mut links = document["links"].as_array().unwrap().iter();
    links.any(|link| link["rel"] == rel && link["type"].as_str().unwrap().starts_with(media))
}

#[tokio::test]
async fn req_core_root_success() {
    let root = get("/api").await;
    assert_eq!(root.status, 200);
    let document = root.json();
    assert!(document["title"].is_string());
    assert_eq!(get("/api/").await.status, 200, "root-op asks for a slash");
    for rel in ["self", "service-desc", "conformance", "data"] {
        assert!(!linked(&document, rel).is_empty(), "{rel}");
    }
    assert!(has(&document, "alternate", "text/html"));
}

#[tokio::test]
async fn req_core_api_definition_success() {
    let root = get("/api").await.json();
    let definition = get(linked(&root, "service-desc")[0]).await;
    assert_eq!(definition.status, 200);
    assert!(definition.header("content-type").starts_with("application/vnd.oai.openapi+json"));
}

#[tokio::test]
async fn req_core_conformance_success() {
    let conformance = get("/api/conformance").await.json();
    let classes = conformance["conformsTo"].as_array().unwrap();
    for class in ["core", "geojson", "html"] {
        assert!(classes.contains(&json!(format!("{FEATURES}/{class}"))), "{class}");
    }
    assert!(!classes.contains(&json!(format!("{FEATURES}/oas30"))), "what is served is OpenAPI 3.1");
}

#[tokio::test]
async fn req_core_fc_md_success_and_links() {
    let list = get("/api/collections").await.json();
    assert_eq!(
        list["collections"].as_array().unwrap().len(),
        CollectionId::ALL.len() + 2,
        "and claims and sources"
    );
    assert!(has(&list, "self", "application/json") && has(&list, "alternate", "text/html"));
    for collection in collections().await {
        let of_items = collection["links"].as_array().unwrap().iter().filter(|link| link["rel"] == "items");
        let media: Vec<_> = of_items.map(|link| link["type"].as_str().unwrap().to_owned()).collect();
        assert!(media.contains(&"application/geo+json".to_owned()), "{media:?}");
        assert!(media.contains(&"text/html".to_owned()), "fc-md-items-links: {media:?}");
        if let Some(spatial) = collection["extent"].get("spatial") {
            let bbox: Vec<f64> = serde_json::from_value(spatial["bbox"][0].clone()).unwrap();
            assert!(bbox.len() == 4 && bbox[0] < bbox[2] && bbox[1] < bbox[3], "fc-md-extent: {bbox:?}");
        }
    }
}

#[tokio::test]
async fn req_core_sfc_md_success() {
    for collection in collections().await {
        let alone = get(linked(&collection, "self")[0]).await;
        assert_eq!(alone.status, 200);
        let alone = alone.json();
        for member in ["id", "title", "description", "extent", "itemType", "crs"] {
            assert_eq!(alone[member], collection[member], "{}: {member}", id(&collection));
        }
        assert!(has(&alone, "alternate", "text/html"));
    }
}

#[tokio::test]
async fn req_core_fc_response_links_and_counts() {
    for collection in collections().await {
        for items in linked(&collection, "items").iter().filter(|path| path.contains("geojson")) {
            let list = get(&format!("{items}&limit=3")).await;
            assert_eq!(list.status, 200, "{items}");
            let document = list.json();
            let features = document["features"].as_array().unwrap();
            assert_eq!(document["numberReturned"], features.len());
            assert!(document["numberMatched"].as_u64().unwrap() >= features.len() as u64);
            let stamp = document["timeStamp"].as_str().unwrap();
            assert!(stamp.ends_with('Z') && stamp.parse::<jiff::Timestamp>().is_ok(), "{stamp}");
            assert!(
                has(&document, "self", "application/geo+json") && has(&document, "alternate", "text/html")
            );
            assert_eq!(linked(&document, "self"), [format!("{items}&limit=3")]);
            let more = document["numberMatched"].as_u64().unwrap() > 3;
            assert_eq!(!linked(&document, "next").is_empty(), more, "fc-links: {items}");
            for rel in ["self", "alternate", "next"] {
                for address in linked(&document, rel) {
                    assert_eq!(get(address).await.status, 200, "{address}");
                }
            }
        }
    }
}

#[tokio::test]
async fn req_core_fc_limit_response() {
    for collection in collections().await {
        let items = format!("/api/collections/{}/items?f=json", id(&collection));
        for limit in [1_u64, 2, 7] {
            let list = get(&format!("{items}&limit={limit}")).await.json();
            assert!(list["numberReturned"].as_u64().unwrap() <= limit);
        }
        assert_eq!(get(&format!("{items}&limit=1000000000")).await.status, 200, "too much is the most");
        for limit in ["0", "-1", "x", "1e3", "%F0%9F%97%BA"] {
            assert_eq!(get(&format!("{items}&limit={limit}")).await.status, 400, "{limit}");
        }
    }
}

#[tokio::test]
async fn req_core_fc_bbox_response() {
    for collection in collections().await {
        let items = format!("/api/collections/{}/items", id(&collection));
        let Some(extent) = collection["extent"].get("spatial") else {
            let all = get(&items).await.json()["numberMatched"].clone();
            let boxed = get(&format!("{items}?bbox=70,45,71,46")).await.json()["numberMatched"].clone();
            assert_eq!(boxed, all, "what has no shape is in every box");
            continue;
        };
        let [w, s, e, n]: [f64; 4] = serde_json::from_value(extent["bbox"][0].clone()).unwrap();
        let (lon, lat) = (f64::midpoint(w, e), f64::midpoint(s, n));
        let (west, south, east, north) = (lon - 1.5, lat - 1.5, lon + 1.5, lat + 1.5);
        for heights in ["", "0,"] {
            let top = if heights.is_empty() { "" } else { ",9" };
            let bbox = format!("{west},{south},{heights}{east},{north}{top}");
            let list = get(&format!("{items}?limit=500&bbox={bbox}")).await;
            assert_eq!(list.status, 200, "{items} {bbox}: {}", list.text());
            for feature in list.json()["features"].as_array().unwrap() {
                if feature["geometry"].is_null() {
                    continue;
                }
                let at = positions(&feature["geometry"]);
                let least = |axis: usize| at.iter().map(|p| p[axis]).fold(f64::INFINITY, f64::min);
                let most = |axis: usize| at.iter().map(|p| p[axis]).fold(f64::NEG_INFINITY, f64::max);
                let meets = least(0) <= east && most(0) >= west && least(1) <= north && most(1) >= south;
                assert!(meets, "{}: {}", id(&collection), feature["id"]);
            }
        }
        for bbox in [
            "1,2,3",
            "1,2,3,4,5",
            "a,b,c,d",
            "NaN,0,1,1",
            "0,0,inf,1",
            "-inf,0,1,1",
            "0,60,1,50",
            "0,0,200,1",
        ] {
            assert_eq!(get(&format!("{items}?bbox={bbox}")).await.status, 400, "{bbox}");
        }
    }
}

#[tokio::test]
async fn req_core_fc_time_response() {
    for collection in collections().await {
        let items = format!("/api/collections/{}/items?limit=1", id(&collection));
        for datetime in
            ["2024-01-01", "2024-01-01T12:00:00Z", "2020-01-01/2024-01-01", "../2024-01-01", "2020-01-01/.."]
        {
            let answer = get(&format!("{items}&datetime={datetime}")).await;
            assert_eq!(answer.status, 200, "{items} {datetime}");
        }
        for datetime in ["yesterday", "2024-13-01", "2024-02-30", "2024-01-01/2020-01-01", "/2024-01-01/"] {
            let answer = get(&format!("{items}&datetime={datetime}")).await;
            assert_eq!(answer.status, 400, "{items} {datetime}");
        }
    }
    // Oblasts have days: the one that was split off is not there before.
    let of = async |day: &str| {
        let list =
            get(&format!("/api/collections/oblasts/items?skipGeometry=true&limit=1000&datetime={day}")).await;
        list.ids()
    };
    assert!(of("2024-01-01").await.iter().any(|id| id.starts_with("KZ-62")));
    assert!(!of("2021-01-01").await.iter().any(|id| id.starts_with("KZ-62")));
}

#[tokio::test]
async fn req_core_f_success_and_links() {
    for collection in collections().await {
        let name = id(&collection);
        let list = get(&format!("/api/collections/{name}/items?limit=5")).await.json();
        for feature in list["features"].as_array().unwrap() {
            let fid: String = url::form_urlencoded::byte_serialize(id(feature).as_bytes()).collect();
            let one = get(&format!("/api/collections/{name}/items/{fid}")).await;
            assert_eq!(one.status, 200, "{name}/{fid}");
            let one = one.json();
            assert_eq!((&one["id"], &one["geometry"]), (&feature["id"], &feature["geometry"]));
            assert_eq!(one["properties"], feature["properties"]);
            assert!(has(&one, "self", "application/geo+json") && has(&one, "alternate", "text/html"));
            assert_eq!(linked(&one, "collection"), [format!("/api/collections/{name}")]);
        }
        assert_eq!(get(&format!("/api/collections/{name}/items/nothing-of-this-name")).await.status, 404);
    }
}

#[tokio::test]
async fn req_core_query_param_unknown_and_invalid() {
    for collection in collections().await {
        let own = format!("/api/collections/{}", id(&collection));
        for address in [own.clone(), format!("{own}/items"), format!("{own}/tiles")] {
            let answer = get(&format!("{address}?unknownQueryParameter=1")).await;
            assert!([400, 404].contains(&answer.status.as_u16()), "{address}");
        }
    }
    for address in ["/api", "/api/conformance", "/api/collections", "/api/tiles", "/api/tileMatrixSets"] {
        assert_eq!(get(&format!("{address}?x=1")).await.status, 400, "{address}");
        assert_eq!(get(&format!("{address}?f=xml")).await.problem()["parameter"], "f", "{address}");
    }
}

#[tokio::test]
async fn req_core_crs84() {
    for collection in collections().await {
        let list = get(&format!("/api/collections/{}/items?limit=50", id(&collection))).await.json();
        for at in
            list["features"].as_array().unwrap().iter().flat_map(|feature| positions(&feature["geometry"]))
        {
            assert!((40.0..=95.0).contains(&at[0]) && (30.0..=60.0).contains(&at[1]), "lon, lat: {at:?}");
        }
    }
}

#[tokio::test]
async fn hostile_parameters_are_bounded() {
    let items = "/api/collections/hotspots/items";
    let many = format!("{items}?hotspot={}", vec!["x"; 10_000].join(","));
    assert_eq!(get(&many).await.status, 414);
    for query in [
        "limit=1&limit=2",
        "bbox=70,45,71,46&bbox=70,45,71,46",
        "crs=CRS84&crs=CRS84",
        "properties=%00",
        "properties=%F0%9F%97%BA",
        "crs=%00",
        "oblast=%F0%9F%97%BA",
        "cursor=%F0%9F%97%BA",
        "f=%F0%9F%97%BA",
        "lang=%F0%9F%97%BA",
        "release=%F0%9F%97%BA",
    ] {
        let status = get(&format!("{items}?{query}")).await.status.as_u16();
        assert!(status == 400 || query.starts_with("release") && status == 404, "{query}: {status}");
    }
}

#[tokio::test]
async fn a_link_of_a_release_stays_in_it() {
    let list = get("/api").await;
    let release = list.header("terrikon-release").to_owned();
    assert_ne!(release, self::release());
    let root = get(&format!("/api?release={release}")).await.json();
    for rel in ["data", "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"] {
        assert!(linked(&root, rel)[0].contains(&release), "{rel}");
    }
    let as_page = get_as("/api", "text/html").await;
    assert_eq!(as_page.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(path("http://terrikon.test/api"), "/api");
}
