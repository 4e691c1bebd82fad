//! `POST /api/exposure`: geometries, features, many of them, and whatever else is sent.

use crate::{
    exposure::{adds_up, codes, figure, rings},
    exposure_refused::refused,
    server::{get, post, post_untold},
};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const POINT: &str = r#"{"type":"Point","coordinates":[72.9667,50.0667]}"#;
const BLOCK: &str = r#"{"type":"Polygon","coordinates":[[[72,48],[73,48],[73,49],[72,49],[72,48]]]}"#;

#[tokio::test]
async fn a_position_is_answered_as_if_it_were_asked_for() {
    let asked =
        get("/api/exposure?lon=72.9667&lat=50.0667&radius=5000,20000&date=2024-06-30&accuracy=300").await;
    let feature =
        format!(r#"{{"type":"Feature","properties":{{"position_accuracy_m":300}},"geometry":{POINT}}}"#);
    for (query, body) in [("&accuracy=300", POINT), ("", feature.as_str()), ("&accuracy=9", feature.as_str())]
    {
        let sent = post(&format!("/api/exposure?radius=5000,20000&date=2024-06-30{query}"), body).await;
        assert_eq!(rings(&sent), rings(&asked), "{body}");
        assert_eq!(sent.header("terrikon-release"), asked.header("terrikon-release"));
    }
}

#[tokio::test]
async fn an_area_without_radius_is_the_area_itself() {
    let ring = &rings(&post("/api/exposure?date=2024-06-30", BLOCK).await)[0];
    // 8 × 8 whole cells of an eighth of a degree, from row 24 (north) and column 64 on.
    let people: u32 = (24..32)
        .flat_map(|row| (64..72).map(move |column| (row, column)))
        .map(|(row, column)| if row % 5 == 0 { 300 } else { (row * 37 + column * 101) % 1009 })
        .sum();
    assert!((figure(&ring["people"], "central") - f64::from(people)).abs() < 0.01, "{people}: {ring:#}");
    assert_eq!(ring["people"]["least"], ring["people"]["low"], "cells are whole");
    assert_eq!(ring["radius_m"], Value::Null);
    adds_up(&ring["by_oblast"], &ring["people"]["central"]);
    let around = &rings(&post("/api/exposure?date=2024-06-30&radius=10000", BLOCK).await)[0];
    assert!(figure(&around["people"], "central") > f64::from(people), "with what lies around it");
    let windings = BLOCK.replace("[73,48],[73,49],[72,49]", "[72,49],[73,49],[73,48]");
    assert_eq!(&rings(&post("/api/exposure?date=2024-06-30", windings).await)[0], ring, "either way round");
}

#[tokio::test]
async fn what_parts_of_an_area_share_counts_once() {
    let ring = |area: &str| format!("[[[72,48],[{area},48],[{area},49],[72,49],[72,48]]]");
    let twice = format!(r#"{{"type":"MultiPolygon","coordinates":[{},{}]}}"#, ring("73"), ring("72.5"));
    let once = &rings(&post("/api/exposure?date=2024-06-30", BLOCK).await)[0];
    let told = &rings(&post("/api/exposure?date=2024-06-30", twice).await)[0];
    for end in ["low", "central", "high"] {
        let (once, told) = (figure(&once["people"], end), figure(&told["people"], end));
        assert!((once - told).abs() < 1e-3 * once, "{end}: {told}, not {once}");
    }
    assert!((figure(once, "area_m2") / figure(told, "area_m2") - 1.0).abs() < 1e-6);
    // A hole that leaves the area takes off no more than it shares with it.
    let hole = BLOCK.replace("]]]", "]],[[72.5,48.5],[74,48.5],[74,48.75],[72.5,48.75],[72.5,48.5]]]");
    let answer = post("/api/exposure?date=2024-06-30", hole).await;
    if answer.status == 200 {
        let left = figure(&rings(&answer)[0], "area_m2") / figure(once, "area_m2");
        assert!((left - 0.875).abs() < 1e-3, "half of a quarter is taken off, {left} is left");
    } else {
        refused(&answer, "a hole that leaves its area");
    }
}

#[tokio::test]
async fn on_which_side_of_the_earth_an_area_lies_must_be_plain() {
    for ring in [
        "[[179,50],[-179,50],[-179,51],[179,51],[179,50]]",
        "[[-288,48],[-287,48],[-287,49],[-288,49],[-288,48]]",
        "[[170,50],[190,50],[190,51],[170,51],[170,50]]",
    ] {
        let area = format!(r#"{{"type":"Polygon","coordinates":[{ring}]}}"#);
        let problem = refused(&post("/api/exposure?lang=en", area.as_str()).await, ring);
        assert!(problem["detail"].as_str().unwrap().contains("cut it at the antimeridian"), "{problem:#}");
        let around = post("/api/exposure?radius=5000", area).await;
        assert_eq!(around.status, 200, "what lies around it is found on the Earth: {ring}");
    }
}

#[tokio::test]
async fn a_vague_area_needs_a_radius() {
    let feature =
        format!(r#"{{"type":"Feature","properties":{{"position_accuracy_m":900}},"geometry":{BLOCK}}}"#);
    for (address, body) in [("/api/exposure", feature.as_str()), ("/api/exposure?accuracy=900", BLOCK)] {
        let problem = refused(&post(address, body).await, body);
        assert_eq!(
            (&problem["type"], &problem["parameter"]),
            (&"/problems/missing-parameter".into(), &"radius".into())
        );
    }
}

#[tokio::test]
async fn places_stand_side_by_side_with_all_of_them_together() {
    let places = json!({ "type": "FeatureCollection", "features": [
        { "type": "Feature", "id": "first", "properties": {}, "geometry": { "type": "Point", "coordinates": [72.0, 49.0] } },
        { "type": "Feature", "id": 17, "properties": { "position_accuracy_m": 4000 },
          "geometry": { "type": "LineString", "coordinates": [[72.1, 49.0], [72.4, 49.1]] } },
        { "type": "Feature", "properties": null, "geometry": { "type": "MultiPoint", "coordinates": [[72.0, 49.1], [72.1, 49.2]] } },
    ] });
    let answer = post("/api/exposure?radius=3000,30000&date=2024-06-30", places.to_string()).await;
    let told = answer.json();
    assert_eq!(answer.status, 200, "{told:#}");
    let rows = told["places"].as_array().unwrap();
    assert_eq!(rows.iter().map(|row| row["id"].as_str().unwrap()).collect::<Vec<_>>(), ["first", "17", "2"]);
    assert_eq!(rows[1]["position_accuracy_m"], 4000.0);
    let together = told["together"].as_array().unwrap();
    assert_eq!(together[0]["left_out"], json!(["17"]));
    assert_eq!(together[1]["left_out"], json!([]));
    for (index, all) in together.iter().enumerate() {
        for end in ["low", "central", "high"] {
            let own = rows.iter().filter_map(|row| row["rings"][index]["people"][end].as_f64());
            let own: Vec<f64> = own.collect();
            let (sum, union) = (figure(&all["people_sum"], end), figure(&all["people_union"], end));
            assert!((own.iter().sum::<f64>() - sum).abs() < 0.01, "{end}: {own:?} {sum}");
            let greatest = own.iter().copied().fold(0.0, f64::max);
            assert!(greatest <= union + 0.001 && union <= sum + 0.001, "{end}: {greatest} {union} {sum}");
        }
        adds_up(&all["by_oblast"], &all["people_union"]["central"]);
    }
    assert!(figure(&together[1]["people_union"], "central") < figure(&together[1]["people_sum"], "central"));
}

#[tokio::test]
async fn wrong_shapes_are_refused_with_a_clear_text() {
    let bow = r#"{"type":"Polygon","coordinates":[[[73,49],[74,50],[74,49],[73,50.5],[73,49]]]}"#;
    let bow_in = format!(
        r#"{{"type":"MultiPolygon","coordinates":[[[[72,48],[73,48],[73,49],[72,49],[72,48]]],{}]}}"#,
        &bow[32..bow.len() - 1]
    );
    let deep = format!(
        "{}{POINT}{}",
        r#"{"type":"GeometryCollection","geometries":["#.repeat(100),
        "]}".repeat(100)
    );
    let brackets =
        format!(r#"{{"type":"Polygon","coordinates":{}{}}}"#, "[".repeat(500_000), "]".repeat(500_000));
    for (body, says) in [
        (bow, "crosses itself"),
        (bow_in.as_str(), "crosses itself"),
        // Its two halves are alike, and taken off each other they leave none.
        (r#"{"type":"Polygon","coordinates":[[[73,49],[74,50],[74,49],[73,50],[73,49]]]}"#, "no area"),
        (r#"{"type":"Polygon","coordinates":[]}"#, ""),
        (r#"{"type":"Polygon","coordinates":[[]]}"#, ""),
        (r#"{"type":"Polygon","coordinates":[[[73,49],[74,49],[73,49]]]}"#, "no area"),
        (r#"{"type":"Polygon","coordinates":[[[73,49],[73,50],[73,51],[73,49]]]}"#, "no area"),
        (r#"{"type":"MultiPolygon","coordinates":[]}"#, "empty"),
        (r#"{"type":"LineString","coordinates":[]}"#, ""),
        (r#"{"type":"Point","coordinates":[]}"#, ""),
        (r#"{"type":"Point","coordinates":[73]}"#, ""),
        (r#"{"type":"Point","coordinates":["73","50"]}"#, ""),
        (r#"{"type":"Point","coordinates":[1e400,50]}"#, ""),
        (r#"{"type":"Point","coordinates":[73,91]}"#, "91"),
        (r#"{"type":"Point","coordinates":[13354493.0,5549219.0]}"#, "13354493"),
        (r#"{"type":"GeometryCollection","geometries":[]}"#, "empty"),
        (r#"{"type":"Feature","properties":{},"geometry":null}"#, "no geometry"),
        (
            r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]}"#,
            "feature 1",
        ),
        (r#"{"type":"FeatureCollection","features":[]}"#, ""),
        (r#"{"type":"Volcano","coordinates":[73,50]}"#, ""),
        (r#"{"lon":73,"lat":50}"#, ""),
        ("73,50", ""),
        ("[73,50]", ""),
        ("null", ""),
        ("", ""),
        ("POINT(73 50)", ""),
        (deep.as_str(), ""),
        (brackets.as_str(), ""),
    ] {
        let shown: String = body.chars().take(90).collect();
        let started = Instant::now();
        let answer = post("/api/exposure?radius=1000&lang=en", body).await;
        assert_eq!(answer.status, 400, "{shown}: {}", answer.text());
        let problem = refused(&answer, &shown);
        assert_eq!(problem["type"], "/problems/invalid-geometry", "{shown}: {problem:#}");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(says) && !detail.ends_with('…'), "{shown}: {detail}");
        assert!(started.elapsed() < Duration::from_secs(10), "{shown}: {:?}", started.elapsed());
    }
    // Along a parallel: an area between geodesics, but none on a map.
    let flat = r#"{"type":"Polygon","coordinates":[[[73,49],[74,49],[75,49],[73,49]]]}"#;
    let problem = refused(&post("/api/exposure?lang=en", flat).await, flat);
    assert!(problem["detail"].as_str().unwrap().contains("no area"), "{problem:#}");
    assert!(
        refused(&post("/api/exposure?lang=en", bow).await, "bow")["detail"]
            .as_str()
            .unwrap()
            .contains("crosses itself")
    );
    for bytes in [&b"\xff\xfe{\0"[..], b"\x89PNG\r\n", b"{\"type\":\"Point\",\"coordinates\":[73,5"] {
        let answer = post("/api/exposure?radius=1000", bytes).await;
        assert_eq!(refused(&answer, "bytes")["type"], "/problems/invalid-geometry");
    }
}

#[tokio::test]
async fn an_accuracy_that_is_no_number_is_not_passed_over() {
    for accuracy in ["\"2000\"", "\"2 km\"", "-5", "true", "[3]", "1e400", "600000"] {
        let feature = format!(
            r#"{{"type":"Feature","properties":{{"position_accuracy_m":{accuracy}}},"geometry":{POINT}}}"#
        );
        let many = format!(r#"{{"type":"FeatureCollection","features":[{feature}]}}"#);
        for body in [feature, many] {
            let answer = post("/api/exposure?radius=1000&lang=en", body).await;
            let problem = refused(&answer, accuracy);
            assert_eq!(answer.status, 400, "{accuracy}: {problem:#}");
        }
    }
    let null =
        format!(r#"{{"type":"Feature","properties":{{"position_accuracy_m":null}},"geometry":{POINT}}}"#);
    let ring = &rings(&post("/api/exposure?radius=1000&accuracy=700", null).await)[0];
    assert!(
        figure(&ring["people"], "low") < figure(&ring["people"], "central"),
        "what the request says of all"
    );
}

#[tokio::test]
async fn points_lines_and_batches_need_a_radius() {
    let line = r#"{"type":"LineString","coordinates":[[72,49],[73,49]]}"#;
    let many = format!(
        r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{}},"geometry":{BLOCK}}}]}}"#
    );
    for body in [POINT, line, many.as_str()] {
        let problem = refused(&post("/api/exposure", body).await, body);
        assert_eq!(
            (&problem["type"], &problem["parameter"]),
            (&"/problems/missing-parameter".into(), &"radius".into())
        );
    }
}

#[tokio::test]
async fn a_collection_of_shapes_is_one_place() {
    let both = format!(r#"{{"type":"GeometryCollection","geometries":[{POINT},{BLOCK}]}}"#);
    let ring = &rings(&post("/api/exposure?radius=5000&date=2024-06-30", both).await)[0];
    let block = &rings(&post("/api/exposure?radius=5000&date=2024-06-30", BLOCK).await)[0];
    assert!(figure(&ring["people"], "central") > figure(&block["people"], "central"));
    assert_eq!(codes(ring).iter().filter(|code| *code == "no-population-data").count(), 0);
}

#[tokio::test]
async fn too_much_is_refused_at_once() {
    let circle = |count: usize| -> Value {
        let at = |index: usize| {
            let (sin, cos) = (std::f64::consts::TAU * index as f64 / count as f64).sin_cos();
            json!([((72.0 + cos) * 1e6).round() / 1e6, ((48.0 + sin) * 1e6).round() / 1e6])
        };
        let mut ring: Vec<Value> = (0..count).map(at).collect();
        ring.push(ring[0].clone());
        json!({ "type": "Polygon", "coordinates": [ring] })
    };
    let points = |count: usize| -> String {
        let feature = |index: usize| {
            let position = [70.0 + 0.001 * index as f64, 48.0];
            json!({ "type": "Feature", "properties": {}, "geometry": { "type": "Point", "coordinates": position } })
        };
        json!({ "type": "FeatureCollection", "features": (0..count).map(feature).collect::<Vec<_>>() })
            .to_string()
    };
    let several = |kind: &str, part: &str, count: usize| -> String {
        let parts = (0..count).map(|index| part.replace("INDEX", &(40.0 + 0.01 * index as f64).to_string()));
        format!(r#"{{"type":"{kind}","coordinates":[{}]}}"#, parts.collect::<Vec<_>>().join(","))
    };
    for (address, body, status, says) in [
        ("/api/exposure", circle(70_000).to_string(), 400, ["70001", "20000"]),
        ("/api/exposure?radius=5000", circle(70_000).to_string(), 400, ["70001", "20000"]),
        ("/api/exposure?radius=5000", circle(100_000).to_string(), 413, ["2097152", "bytes"]),
        ("/api/exposure?radius=5000,6000", circle(10_500).to_string(), 400, ["21002", "20000"]),
        // Twenty thousand discs, or so many parts of a shape, take as long as so many places.
        ("/api/exposure?radius=5000", several("MultiPoint", "[71,INDEX]", 1_001), 400, ["1001", "1000"]),
        (
            "/api/exposure?radius=5000",
            several("MultiLineString", "[[71,INDEX],[72,INDEX]]", 1_001),
            400,
            ["1001", "1000"],
        ),
        // An outline as exact as one metre asks for, half around the Earth.
        (
            "/api/exposure?radius=1",
            r#"{"type":"LineString","coordinates":[[0,0],[150,60]]}"#.to_owned(),
            400,
            ["km", "3570"],
        ),
        ("/api/exposure?radius=5000", points(1_001), 400, ["1001", "1000"]),
        ("/api/exposure?radius=1000,2000,3000,4000", points(1_000), 400, ["4000", "3000"]),
        ("/api/exposure?radius=5000", " ".repeat(10_000_000), 413, ["2097152", "bytes"]),
    ] {
        let started = Instant::now();
        let answer =
            post(&format!("{address}{}lang=en", if address.contains('?') { '&' } else { '?' }), body).await;
        let problem = refused(&answer, address);
        assert_eq!(answer.status, status, "{address}: {problem:#}");
        let detail = problem["detail"].as_str().unwrap();
        assert!(says.iter().all(|word| detail.contains(word)), "{address}: {detail}");
        assert!(started.elapsed() < Duration::from_secs(10), "{address}: {:?}", started.elapsed());
    }
    let untold = post_untold("/api/exposure?radius=5000&lang=en", vec![b' '; 10_000_000]).await;
    let problem = refused(&untold, "a body of untold length");
    assert_eq!((untold.status.as_u16(), &problem["type"]), (413, &"/problems/payload-too-large".into()));
    assert!(problem["detail"].as_str().unwrap().contains("2097152"), "{problem:#}");
}

#[tokio::test]
async fn what_is_just_allowed_is_answered_in_bounded_time() {
    let feature = |index: usize| {
        let position = [66.0 + 0.007 * index as f64, 47.0 + 0.003 * (index % 100) as f64];
        json!({ "type": "Feature", "properties": {}, "geometry": { "type": "Point", "coordinates": position } })
    };
    let places =
        json!({ "type": "FeatureCollection", "features": (0..1_000).map(feature).collect::<Vec<_>>() });
    let started = Instant::now();
    let answer = post("/api/exposure?radius=1000,5000,50000", places.to_string()).await;
    assert_eq!(answer.json()["places"].as_array().unwrap().len(), 1_000);
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
}
