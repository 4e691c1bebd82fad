//! Collections as files.

use crate::server::{ask, get, get_bundled, settled};
use axum::http::Method;
use serde_json::Value;

#[tokio::test]
async fn a_table_has_a_row_a_feature_with_its_sources() {
    let table = get("/api/collections/hotspots/items?f=csv&lang=ru&date=2024-06-30").await;
    assert_eq!(
        (table.status.as_u16(), table.header("content-type")),
        (200, "text/csv; charset=utf-8; header=present")
    );
    let name = table.header("content-disposition");
    assert!(name.starts_with("attachment; filename=\"hotspots-r") && name.ends_with(".csv\""), "{name}");
    let text = table.text().replace(&crate::server::release(), "RELEASE");
    insta::assert_snapshot!(text);
    let filtered = get("/api/collections/hotspots/items?f=csv&kind=tailings&oblast=KZ-62").await;
    assert_eq!(filtered.text().lines().count(), 2, "the head and one row: {}", filtered.text());
    let bare = get("/api/collections/hotspots/items?f=csv&skipGeometry=true").await;
    assert!(!bare.text().contains("POINT"), "{}", bare.text());
}

#[tokio::test]
async fn a_mark_at_the_beginning_is_there_on_request() {
    for (address, marked) in [
        ("/api/collections/lakes/items?f=csv", false),
        ("/api/collections/lakes/items?f=csv&bom=true", true),
        ("/api/collections/lakes/items?f=geojsonl&bom=true", false),
    ] {
        assert_eq!(get(address).await.body.starts_with("\u{feff}".as_bytes()), marked, "{address}");
    }
}

#[tokio::test]
async fn lines_are_the_features_of_the_pages() {
    for collection in ["hotspots", "zones", "oblasts", "rivers", "settlements", "countries"] {
        let address = format!("/api/collections/{collection}/items?date=2024-06-30&lang=kk");
        let page = settled(&get(&address).await.json());
        let file = get(&format!("{address}&f=geojsonl")).await;
        assert_eq!(file.header("content-type"), "application/x-ndjson");
        let features: Vec<Value> =
            file.text().lines().map(|line| settled(&serde_json::from_str(line).unwrap())).collect();
        assert_eq!(Value::from(features), page["features"], "{collection}");
    }
}

#[tokio::test]
async fn a_file_holds_more_than_a_page_and_no_more_than_is_asked_for() {
    let all = get_bundled("/api/collections/settlements").await.json()["itemCount"].as_u64().unwrap();
    assert!(all > 10_000);
    let lines = get_bundled("/api/collections/settlements/items?f=geojsonl").await;
    let ids: Vec<String> = lines
        .text()
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(ids.len() as u64, all);
    assert!(ids.is_sorted_by(|a, b| a < b), "each once, in order");
    let rows = get_bundled("/api/collections/settlements/items?f=csv&limit=5001&skipGeometry=true").await;
    assert_eq!(rows.text().lines().count(), 5_002, "over two parts, with one head");
}

#[tokio::test]
async fn accept_chooses_where_f_does_not() {
    for (address, accept, media) in [
        ("/api/collections/lakes/items", "text/csv", "text/csv; charset=utf-8; header=present"),
        ("/api/collections/lakes/items", "application/x-ndjson", "application/x-ndjson"),
        ("/api/collections/lakes/items", "application/geo+json, text/csv;q=0.5", "application/geo+json"),
        ("/api/collections/lakes/items", "text/csv;q=0.1, */*;q=0.9", "application/geo+json"),
        ("/api/collections/lakes/items?f=json", "text/csv, */*;q=0.1", "application/geo+json"),
        ("/api/collections/lakes/items?f=csv", "application/json", "text/csv; charset=utf-8; header=present"),
    ] {
        let answer = ask(Method::GET, address, &[("accept", accept)]).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("content-type")),
            (200, media),
            "{address} {accept}"
        );
        assert!(answer.header("vary").split(", ").any(|name| name == "accept"), "{}", answer.header("vary"));
    }
    let refused = get("/api/collections/lakes/items?f=xlsx").await.problem();
    assert_eq!(
        refused["accepted"],
        serde_json::json!(["geojson", "json", "html", "jsonfg", "csv", "geojsonl", "gpkg", "fgb", "parquet"])
    );
}

#[tokio::test]
async fn a_file_that_is_known_is_not_sent_again() {
    let address = "/api/collections/hotspots/items?f=csv&date=2024-06-30";
    let first = get(address).await;
    let tag = first.header("etag").to_owned();
    let again = ask(Method::GET, address, &[("if-none-match", &tag)]).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    let other = ask(Method::GET, &format!("{address}&lang=kk"), &[("if-none-match", &tag)]).await;
    assert_eq!(other.status, 200);
}
