//! Collections, items and the documents around them.

use crate::{
    fixture,
    server::{get, release, settled},
};
use serde_json::Value;

#[tokio::test]
async fn the_landing_page_leads_everywhere() {
    let answer = get("/api").await;
    assert_eq!(answer.header("terrikon-release"), release());
    insta::assert_json_snapshot!(settled(&answer.json()));
    for link in answer.json()["links"].as_array().unwrap() {
        let path = link["href"].as_str().unwrap().strip_prefix("http://terrikon.test").unwrap();
        let status = get(path).await.status.as_u16();
        let asks = ["/api/search", "/api/exposure"].contains(&path);
        assert!(status == 200 || asks && status == 400, "{path}: {status}");
    }
}

#[tokio::test]
async fn conformance_says_what_is_kept() {
    insta::assert_json_snapshot!(settled(&get("/api/conformance").await.json()));
}

#[tokio::test]
async fn collections_describe_themselves() {
    let list = get("/api/collections").await.json();
    assert_eq!(list["collections"].as_array().unwrap().len(), 15);
    insta::assert_json_snapshot!(settled(&get("/api/collections/oblasts").await.json()));
    insta::assert_json_snapshot!(settled(&get("/api/collections/hotspots/queryables").await.json()));
    insta::assert_json_snapshot!(settled(&get("/api/collections/lakes/schema").await.json()));
}

#[tokio::test]
async fn a_hotspot_says_all_that_clients_rely_on() {
    let answer = get("/api/collections/hotspots/items/kz-temirtau-air?lang=kk&date=2024-06-30").await;
    assert_eq!(answer.header("content-type"), "application/geo+json");
    assert_eq!(answer.header("content-language"), "kk");
    insta::assert_json_snapshot!(settled(&answer.json()));
}

#[tokio::test]
async fn a_list_has_its_counts_and_links() {
    let answer =
        get("/api/collections/hotspots/items?limit=2&kind=tailings,dump&skipGeometry=true&lang=ru&date=2024-01-01").await;
    assert!(answer.json()["timeStamp"].as_str().unwrap().ends_with('Z'));
    assert!(answer.header("link").contains("rel=\"next\""), "{}", answer.header("link"));
    insta::assert_json_snapshot!(settled(&answer.json()));
}

#[tokio::test]
async fn every_collection_lists_its_items() {
    for (collection, count) in [
        ("hotspots", 5),
        ("zones", 2),
        ("oblasts", 3),
        ("raions", 1),
        ("rivers", 1),
        ("lakes", 1),
        ("settlements", 3),
        ("protected-areas", 0),
        ("facilities", 1),
        ("countries", 1),
    ] {
        let answer = get(&format!("/api/collections/{collection}/items?date=2024-06-30")).await;
        assert_eq!(answer.ids().len(), count, "{collection}");
        let schema = get(&format!("/api/collections/{collection}/schema")).await.json();
        for feature in answer.json()["features"].as_array().unwrap() {
            for field in schema["properties"].as_object().unwrap().keys().filter(|field| *field != "geometry")
            {
                assert!(feature["properties"].get(field).is_some(), "{collection} lacks {field}");
            }
        }
    }
}

#[tokio::test]
async fn zones_are_asked_for_by_hotspot_and_absent_figures_are_null() {
    let answer = get("/api/collections/zones/items?hotspot=kz-zhezkazgan-tailings").await;
    assert_eq!(answer.ids(), ["kz-zhezkazgan-tailings-law", "kz-zhezkazgan-tailings-screening-site"]);
    insta::assert_json_snapshot!(settled(&answer.json()["features"][0]));
    assert!(get("/api/collections/zones/items?hotspot=kz-temirtau-air").await.ids().is_empty());
    assert!(get("/api/collections/zones/items?kind=lake").await.ids().is_empty());
    assert_eq!(get("/api/collections/rivers/items?hotspot=x").await.problem()["parameter"], "hotspot");
    insta::assert_json_snapshot!(settled(
        &get("/api/collections/zones/queryables").await.json()["properties"]
    ));
}

#[tokio::test]
async fn claims_and_sources_are_lists_too() {
    let claims = get("/api/collections/claims/items?limit=1&hotspot=kz-temirtau-air").await;
    assert_eq!((claims.ids().len(), &claims.json()["numberMatched"]), (1, &serde_json::json!(2)));
    assert!(link(&claims.json(), "next").is_some());
    let id = &claims.ids()[0];
    let claim = get(&format!("/api/collections/claims/items/{id}")).await.json();
    assert_eq!(claim["properties"]["hotspot"], "kz-temirtau-air");
    assert_eq!(claim["geometry"], Value::Null);
    let sources = get("/api/collections/sources/items").await;
    assert_eq!(sources.ids(), ["arnika-2014", "census", "cod-ab", "gem", "geonames", "natural-earth"]);
    let source = get("/api/collections/sources/items/census").await.json();
    assert_eq!(source["properties"]["url"], "https://example.org/census");
    for address in ["/api/collections/sources", "/api/collections/claims"] {
        assert_eq!(get(address).await.status, 200);
    }
    for address in ["/api/collections/claims/items/x", "/api/collections/sources/items/x"] {
        assert_eq!(get(address).await.problem()["type"], "/problems/unknown-feature");
    }
}

#[tokio::test]
async fn links_lead_through_all_pages_and_back() {
    let mut address = "/api/collections/hotspots/items?limit=2".to_owned();
    let mut seen = Vec::new();
    let mut addresses = Vec::new();
    loop {
        let answer = get(&address).await;
        seen.extend(answer.ids());
        addresses.push(answer.ids());
        match link(&answer.json(), "next") {
            Some(next) => address = next,
            None => break,
        }
    }
    assert_eq!(seen.len(), 5);
    addresses.pop();
    while let Some(prev) = link(&get(&address).await.json(), "prev") {
        assert_eq!(get(&prev).await.ids(), addresses.pop().unwrap());
        address = prev;
    }
    assert!(addresses.is_empty());
}

fn link(list: &Value, rel: &str) -> Option<String> {
    let link = list["links"].as_array().unwrap().iter().find(|link| link["rel"] == rel)?;
    Some(link["href"].as_str().unwrap().strip_prefix("http://terrikon.test").unwrap().to_owned())
}

#[tokio::test]
async fn oblasts_are_those_of_the_asked_day() {
    let zhezkazgan = "kz-zhezkazgan-tailings".to_owned();
    for oblast in [
        "KZ-35",
        "kz-35",
        "KZ-KAR",
        "Карагандинская область",
        "карагандинская",
        "Қарағанды облысы",
        "Karaganda",
    ] {
        let of = async |date: &str| {
            let address = url::form_urlencoded::byte_serialize(oblast.as_bytes()).collect::<String>();
            get(&format!("/api/collections/hotspots/items?oblast={address}&date={date}")).await.ids()
        };
        assert!(of("2021-06-30").await.contains(&zhezkazgan), "{oblast}");
        assert!(!of("2024-06-30").await.contains(&zhezkazgan), "{oblast}");
        let split = fixture::split();
        assert!(of(&split.yesterday().unwrap().to_string()).await.contains(&zhezkazgan));
        assert!(!of(&split.to_string()).await.contains(&zhezkazgan));
    }
    let told = get("/api/collections/hotspots/items/kz-zhezkazgan-tailings?date=2021-06-30").await.json();
    assert_eq!(told["properties"]["oblast"], "KZ-35");
    assert_eq!(
        get("/api/collections/oblasts/items?date=2021-06-30").await.ids(),
        ["KG-N", "KZ-35-until-2022-06-08"]
    );
    let problem = get("/api/collections/hotspots/items?oblast=KZ-62&date=2021-06-30").await.problem();
    insta::assert_json_snapshot!(settled(&problem));
}

#[tokio::test]
async fn datetime_takes_days_instants_and_intervals() {
    let of = async |datetime: &str| {
        get(&format!("/api/collections/oblasts/items?datetime={datetime}")).await.ids().len()
    };
    assert_eq!(of("2021-06-30").await, 2);
    assert_eq!(of("2021-06-30T12:00:00Z").await, 2);
    assert_eq!(of("2021-06-30/2023-01-01").await, 4);
    assert_eq!(of("../2021-06-30").await, 2);
    assert_eq!(of("2023-01-01/..").await, 3);
    assert_eq!(of("../..").await, 4);
}

#[tokio::test]
async fn boxes_meet_real_shapes() {
    let of = async |bbox: &str| get(&format!("/api/collections/hotspots/items?bbox={bbox}")).await.ids();
    assert_eq!(of("72.9,50,73,50.1").await, ["kz-temirtau-air"]);
    assert_eq!(of("72.9,50,0,73,50.1,9").await, ["kz-temirtau-air"], "heights are ignored");
    assert!(of("74.5,41.5,74.9,41.9").await.is_empty(), "off the L, inside its box");
    assert_eq!(of("72.5,-90,-170,90").await.len(), 3, "over the antimeridian");
}

#[tokio::test]
async fn rings_turn_as_geojson_wants() {
    use geo::winding_order::Winding as _;
    let answer = get("/api/collections/lakes/items/balkhash").await.json();
    let ring: Vec<[f64; 2]> = serde_json::from_value(answer["geometry"]["coordinates"][0].clone()).unwrap();
    assert!(geo::LineString::from(ring).is_ccw());
}

#[tokio::test]
async fn limits_are_clamped_and_pollutants_know_no_case() {
    let answer = get("/api/collections/hotspots/items?limit=99999999999999999999999&pollutant=pb,HG").await;
    assert_eq!(answer.ids(), ["kz-nura-river", "kz-zhezkazgan-tailings"]);
}

#[tokio::test]
async fn openapi_knows_every_parameter() {
    let document = get("/api/openapi.json").await.json();
    assert_eq!(document["openapi"], "3.1.0");
    insta::assert_json_snapshot!(document["paths"]["/api/collections/hotspots/items"]["get"]["parameters"]);
    insta::assert_json_snapshot!(document["paths"]["/api/exposure"]["get"]["parameters"]);
    for (path, parameters) in [
        ("/api/hotspots/{id}/exposure", &["id", "radius", "date", "lang", "f", "release"][..]),
        ("/api/hotspots/{id}/downstream", &["id", "distance", "radius", "date", "lang", "f", "release"]),
        ("/api/collections", &["f", "lang", "release"]),
        ("/api/collections/rivers", &["f", "lang", "release"]),
        ("/api/collections/claims/items/{fid}", &["fid", "f", "lang", "release", "crs"]),
        ("/api/conformance", &["f", "lang"]),
    ] {
        let told = document["paths"][path]["get"]["parameters"].as_array().unwrap();
        let names: Vec<_> = told.iter().map(|parameter| parameter["name"].as_str().unwrap()).collect();
        assert_eq!(names, parameters, "{path}");
    }
    let paths: Vec<_> = document["paths"].as_object().unwrap().keys().cloned().collect();
    for path in paths.iter().filter(|path| !path.contains('{')) {
        assert_ne!(get(path).await.status, 404, "{path}");
    }
}
