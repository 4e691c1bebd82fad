//! Features as JSON-FG.

use crate::server::{ask, get};
use axum::http::Method;
use serde_json::{Value, json};

const MEDIA: &str = "application/vnd.ogc.fg+json";

#[tokio::test]
async fn shapes_in_other_systems_are_under_place() {
    let address = "/api/collections/hotspots/items/kz-temirtau-air?f=jsonfg&crs=EPSG:28413";
    let answer = get(address).await;
    assert_eq!(answer.header("content-type"), MEDIA);
    let told = answer.json();
    assert_eq!(told["coordRefSys"], "http://www.opengis.net/def/crs/EPSG/0/28413");
    assert_eq!(told["place"]["coordinates"], json!([5_550_296.817, 13_354_480.476]));
    assert_eq!(told["geometry"]["coordinates"], json!([72.9667, 50.0667]));
    assert_eq!(told["featureType"], "hotspots");
    let plain = get("/api/collections/hotspots/items/kz-temirtau-air?f=jsonfg").await.json();
    assert_eq!((&plain["place"], &plain["geometry"]), (&Value::Null, &told["geometry"]));
    let bare = get(&format!("{address}&skipGeometry=true")).await.json();
    assert_eq!((&bare["place"], &bare["geometry"]), (&Value::Null, &Value::Null));
}

#[tokio::test]
async fn times_have_both_days() {
    let list =
        ask(Method::GET, "/api/collections/oblasts/items?datetime=2021-06-30", &[("accept", MEDIA)]).await;
    assert_eq!(list.header("content-type"), MEDIA);
    let list = list.json();
    assert_eq!(list["conformsTo"], json!(["http://www.opengis.net/spec/json-fg-1/1.0/conf/core"]));
    assert_eq!(list["numberReturned"], 2);
    let ended =
        list["features"].as_array().unwrap().iter().find(|f| f["id"] == "KZ-35-until-2022-06-08").unwrap();
    assert_eq!(ended["time"], json!({ "interval": ["..", "2022-06-07"] }));
}
