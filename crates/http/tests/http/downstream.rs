//! What lies down the river from a hotspot.

use crate::{
    exposure::codes,
    server::{get, get_bundled},
};
use serde_json::Value;

fn features<'a>(told: &'a Value, role: &str) -> Vec<&'a Value> {
    let all = told["features"].as_array().unwrap_or_else(|| panic!("{told:#}")).iter();
    all.filter(|feature| feature["properties"]["role"] == role).collect()
}

#[tokio::test]
async fn the_irtysh_passes_semey_then_pavlodar() {
    let answer = get_bundled(
        "/api/hotspots/kz-glubokoe-irtysh/downstream?distance=1000000&radius=10000&lang=en&date=2024-06-30",
    )
    .await;
    assert_eq!(answer.header("content-type"), "application/geo+json");
    let told = answer.json();
    assert_eq!(told["type"], "FeatureCollection");
    assert_eq!(
        (&told["hotspot"], &told["method"]),
        (&"kz-glubokoe-irtysh".into(), &"/methods/rivers".into())
    );
    let towns: Vec<(&str, f64)> = features(&told, "settlement")
        .into_iter()
        .map(|town| {
            let own = &town["properties"];
            assert_eq!(town["geometry"]["type"], "Point");
            assert!(own["distance_m"].as_f64().unwrap() <= 10_000.0, "{own:#}");
            (own["name"].as_str().unwrap_or_default(), own["river_km"].as_f64().unwrap())
        })
        .collect();
    assert!(towns.is_sorted_by(|a, b| a.1 <= b.1), "by river kilometre: {towns:?}");
    let at = |name: &str| towns.iter().position(|town| town.0 == name).unwrap_or_else(|| panic!("{towns:?}"));
    assert!(at("Semey") < at("Pavlodar"), "{towns:?}");
    let [path] = features(&told, "path")[..] else { panic!("one path") };
    assert_eq!(path["geometry"]["type"], "LineString");
    let length = path["properties"]["length_m"].as_f64().unwrap();
    assert_eq!((&told["ends"], told["length_m"].as_f64().unwrap()), (&path["properties"]["ends"], length));
    assert!(towns.iter().all(|town| town.1 * 1000.0 <= length + 100.0), "{towns:?} on {length} m");
    let [belt] = features(&told, "corridor")[..] else { panic!("one corridor") };
    assert_eq!(belt["properties"]["half_width_m"], 10_000.0);
    assert!(
        belt["properties"]["people"]["central"].as_f64().unwrap() > 100_000.0,
        "{:#}",
        belt["properties"]["people"]
    );
    let notes = codes(&told);
    assert!(
        notes.contains(&"river-line-coarse".to_owned()) && notes.contains(&"even-spread".to_owned()),
        "{notes:?}"
    );
    let shorter = get_bundled("/api/hotspots/kz-glubokoe-irtysh/downstream?distance=100000").await.json();
    assert_eq!(shorter["ends"], "distance");
    assert!((shorter["length_m"].as_f64().unwrap() - 100_000.0).abs() < 1_000.0, "{}", shorter["length_m"]);
}

#[tokio::test]
async fn where_no_river_is_near_nothing_is_told_as_if_there_were() {
    let answer = get("/api/hotspots/kz-anonymous-dump/downstream?lang=kk&date=2024-06-30").await;
    let told = answer.json();
    assert_eq!((answer.status.as_u16(), &told["ends"]), (200, &Value::Null));
    assert_eq!(told["features"], serde_json::json!([]));
    assert_eq!(codes(&told), ["no-river"]);
    assert!(told["nearest_river_m"].as_f64().is_none_or(|metres| metres > 200_000.0), "{told:#}");
}
