//! `filter` and `sortby` over HTTP: links, cursors, problems.

use crate::server::{Answer, get};
use serde_json::Value;
use std::time::{Duration, Instant};

const ITEMS: &str = "/api/collections/hotspots/items?date=2024-06-30";

fn escaped(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

async fn filtered(filter: &str, more: &str) -> Answer {
    get(&format!("{ITEMS}&filter={}{more}", escaped(filter))).await
}

fn link(list: &Value, rel: &str) -> Option<String> {
    let link = list["links"].as_array().unwrap().iter().find(|link| link["rel"] == rel)?;
    Some(link["href"].as_str().unwrap().strip_prefix("http://terrikon.test").unwrap().to_owned())
}

#[tokio::test]
async fn a_filter_narrows_beside_plain_parameters() {
    let answer = filtered("position_accuracy_m > 500 OR kind = 'dump'", "").await;
    assert_eq!(answer.ids(), ["kz-anonymous-dump", "kz-nura-river", "kz-temirtau-air"]);
    assert_eq!(answer.json()["numberMatched"], 3);
    let answer =
        filtered("position_accuracy_m > 500 OR kind = 'dump'", "&trust=unverified&bbox=70,40,80,60").await;
    assert_eq!(answer.ids(), ["kz-anonymous-dump"]);
    let json = r#"{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[72,50,73,51]}]}"#;
    let crs = "&filter-lang=cql2-json&filter-crs=http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    assert_eq!(filtered(json, crs).await.ids(), ["kz-nura-river", "kz-temirtau-air"]);
}

#[tokio::test]
async fn the_name_of_a_filter_is_the_one_that_is_shown() {
    for (lang, name) in [
        ("ru", "Темиртау: воздух"),
        ("kk", "Теміртау: ауасы"),
        ("en", "Temirtau: air"),
        ("ky", "Темиртау: воздух"),
    ] {
        let answer = filtered(&format!("name = '{name}'"), &format!("&lang={lang}")).await;
        assert_eq!(answer.ids(), ["kz-temirtau-air"], "{lang}");
        assert_eq!(answer.json()["features"][0]["properties"]["name"], name);
    }
}

#[tokio::test]
async fn downloads_are_filtered_and_ordered_too() {
    let answer = filtered("kind <> 'river'", "&sortby=-position_accuracy_m&f=geojsonl").await;
    let ids: Vec<String> = answer
        .text()
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(ids, ["kz-temirtau-air", "kz-zhezkazgan-tailings", "kg-min-kush", "kz-anonymous-dump"]);
}

#[tokio::test]
async fn pages_in_an_order_lead_forth_and_back() {
    let whole = get(&format!("{ITEMS}&sortby=-country,name")).await.ids();
    assert_eq!(whole.len(), 5);
    let mut address = format!("{ITEMS}&limit=2&sortby=-country,%2Bname&filter={}", escaped("TRUE"));
    let (mut seen, mut pages) = (Vec::new(), Vec::new());
    loop {
        let answer = get(&address).await;
        seen.extend(answer.ids());
        pages.push(answer.ids());
        let Some(next) = link(&answer.json(), "next") else { break };
        assert!(next.contains("sortby=") && next.contains("filter="), "{next}");
        address = next;
    }
    assert_eq!(seen, whole);
    pages.pop();
    while let Some(prev) = link(&get(&address).await.json(), "prev") {
        assert_eq!(get(&prev).await.ids(), pages.pop().unwrap());
        address = prev;
    }
    assert!(pages.is_empty());
}

#[tokio::test]
async fn a_cursor_is_of_its_filter_and_order() {
    let asked = format!("{ITEMS}&limit=2&sortby=-country&filter={}", escaped("kind <> 'river'"));
    let next = link(&get(&asked).await.json(), "next").unwrap();
    let plain = link(&get(&format!("{ITEMS}&limit=2")).await.json(), "next").unwrap();
    for other in [
        next.replace("-country", "country"),
        next.replace("river", "dump"),
        next.replace("sortby=-country", ""),
        format!("{plain}&sortby=-country"),
        format!("{next}&lang=kk"),
    ] {
        let answer = get(&other).await;
        assert_eq!(
            (answer.status.as_u16(), &answer.problem()["type"]),
            (400, &"/problems/foreign-cursor".into()),
            "{other}"
        );
    }
    // What narrows beside a filter may change: the place in the order stays the same.
    assert_eq!(get(&format!("{next}&trust=unverified")).await.status, 200);
}

#[tokio::test]
async fn what_is_wrong_with_a_filter_is_told() {
    for (filter, kind, told) in [
        ("kind = ", "invalid-filter", "character 7"),
        ("colour = 'red'", "unknown-property", "colour"),
        ("near(geometry)", "unknown-function", "near"),
        ("position_accuracy_m = 'x'", "filter-mismatch", "position_accuracy_m"),
        ("S_INTERSECTS(geometry, POINT(300 1))", "filter-shape", "300"),
        ("valid_from > DATE('x')", "filter-mismatch", "'x'"),
    ] {
        let answer = filtered(filter, "").await;
        let problem = answer.problem();
        assert_eq!((answer.status.as_u16(), &problem["parameter"]), (400, &"filter".into()), "{filter}");
        assert_eq!(problem["type"], format!("/problems/{kind}"), "{filter}");
        assert!(problem["detail"].as_str().unwrap().contains(told), "{filter}: {problem}");
        for lang in ["ru", "kk", "ky"] {
            let problem = filtered(filter, &format!("&lang={lang}")).await.problem().to_string();
            assert!(!problem.contains("{$") && !problem.contains("{ $"), "{problem}");
        }
    }
    for (more, parameter, kind) in [
        ("&filter-lang=cql", "filter-lang", "unknown-value"),
        ("&filter-crs=EPSG:4326", "filter-crs", "unknown-value"),
        ("&sortby=colour", "sortby", "unknown-property"),
        ("&sortby=pollutants", "sortby", "unknown-property"),
        ("&sortby=id,-id", "sortby", "too-complex"),
    ] {
        let problem = filtered("TRUE", more).await.problem();
        assert_eq!(
            (&problem["parameter"], &problem["type"]),
            (&parameter.into(), &format!("/problems/{kind}").into())
        );
    }
    let accepted = filtered("colour = 'red'", "").await.problem()["accepted"].clone();
    assert!(accepted.as_array().unwrap().contains(&"kind".into()), "{accepted}");
}

#[tokio::test]
async fn deep_and_long_filters_are_refused_at_once() {
    let deep = [
        "(".repeat(7_000),
        format!("{}TRUE{}", "(".repeat(3_000), ")".repeat(3_000)),
        "NOT+".repeat(1_800),
        "{\"op\":\"not\",\"args\":[".repeat(150) + "&filter-lang=cql2-json",
        "[".repeat(2_000) + "&filter-lang=cql2-json",
        "(".repeat(10_000),
        "x".repeat(60_000),
    ];
    for filter in deep {
        let began = Instant::now();
        let answer = get(&format!(
            "{ITEMS}&filter={}",
            filter.replace('{', "%7B").replace('"', "%22").replace('[', "%5B")
        ))
        .await;
        assert!([400, 414].contains(&answer.status.as_u16()), "{}: {filter:.40}", answer.status);
        assert!(began.elapsed() < Duration::from_millis(100), "{:?} for {filter:.40}", began.elapsed());
    }
}

#[tokio::test]
async fn queryables_and_sortables_are_what_filters_and_orders_know() {
    for collection in ["hotspots", "zones", "oblasts", "countries", "settlements"] {
        let own = format!("/api/collections/{collection}");
        let queryables = get(&format!("{own}/queryables")).await.json();
        for (name, schema) in queryables["properties"].as_object().unwrap() {
            let filter = escaped(&format!("\"{name}\" IS NOT NULL"));
            assert_eq!(get(&format!("{own}/items?filter={filter}")).await.status, 200, "{collection} {name}");
            assert!(schema["title"].is_string(), "{collection} {name}");
        }
        let sortables = get(&format!("{own}/sortables")).await.json();
        for name in sortables["properties"].as_object().unwrap().keys() {
            assert_eq!(get(&format!("{own}/items?sortby=-{name}")).await.status, 200, "{collection} {name}");
        }
        // What answers tell can be asked for, the members that are made for the eye aside.
        let made = ["name_lang", "names", "position", "claims", "release"];
        let schema = get(&format!("{own}/schema")).await.json();
        for name in
            schema["properties"].as_object().unwrap().keys().filter(|name| !made.contains(&name.as_str()))
        {
            assert!(queryables["properties"].get(name).is_some(), "{collection} {name}");
        }
    }
}
