//! `properties`: a part of what is told of each feature.

use crate::server::get;
use serde_json::json;

const ITEMS: &str = "/api/collections/hotspots/items";

#[tokio::test]
async fn only_what_is_asked_for_and_the_id() {
    let list = get(&format!("{ITEMS}?properties=kind,name&limit=2")).await.json();
    for feature in list["features"].as_array().unwrap() {
        let names: Vec<_> = feature["properties"].as_object().unwrap().keys().collect();
        assert_eq!(names, ["id", "name", "kind"]);
        assert!(
            feature["id"].is_string() && feature["type"] == "Feature" && feature.get("geometry").is_some()
        );
    }
    let one = get(&format!("{ITEMS}/kz-temirtau-air?properties=trust")).await.json();
    assert_eq!(one["properties"].as_object().unwrap().keys().collect::<Vec<_>>(), ["id", "trust"]);
    let next = list["links"].as_array().unwrap().iter().find(|link| link["rel"] == "next").unwrap();
    assert!(next["href"].as_str().unwrap().contains("properties=kind,name"), "pages after it are the same");
}

#[tokio::test]
async fn files_have_the_same_columns() {
    let table = get(&format!("{ITEMS}?f=csv&properties=kind")).await;
    assert!(table.text().starts_with("id,kind,lon,lat,sources,licences,release,wkt"), "{}", table.text());
    let lines = get(&format!("{ITEMS}?f=geojsonl&properties=kind&limit=1")).await;
    assert_eq!(lines.json()["properties"].as_object().unwrap().len(), 2);
}

#[tokio::test]
async fn what_no_feature_has_is_named_with_what_they_have() {
    for address in
        [format!("{ITEMS}?properties=kind,colour"), format!("{ITEMS}/kz-temirtau-air?properties=colour")]
    {
        let answer = get(&address).await;
        let problem = answer.problem();
        assert_eq!((answer.status.as_u16(), &problem["parameter"]), (400, &json!("properties")));
        let accepted = problem["accepted"].as_array().unwrap();
        assert!(accepted.contains(&json!("kind")) && accepted.contains(&json!("claims")), "{problem}");
    }
    assert_eq!(get(&format!("{ITEMS}?properties=")).await.status, 200, "empty is absent");
}
