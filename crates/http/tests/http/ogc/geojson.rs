//! OGC API Features, Part 1: GeoJSON.

use super::{collections, get_as, id};
use serde_json::Value;

#[tokio::test]
async fn req_geojson_definition_and_content() {
    for collection in collections().await {
        let items = format!("/api/collections/{}/items?limit=20", id(&collection));
        let list = get_as(&items, "application/geo+json").await;
        assert_eq!(list.header("content-type"), "application/geo+json");
        let document = list.json();
        assert_eq!(document["type"], "FeatureCollection");
        for feature in document["features"].as_array().unwrap() {
            assert_eq!(feature["type"], "Feature");
            assert!(feature["id"].is_string() && feature["properties"].is_object());
            let geometry = &feature["geometry"];
            let kinds = ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"];
            assert!(
                *geometry == Value::Null || kinds.contains(&geometry["type"].as_str().unwrap()),
                "{geometry}"
            );
        }
    }
    assert_eq!(
        get_as("/api/collections", "application/json").await.header("content-type"),
        "application/json"
    );
}
