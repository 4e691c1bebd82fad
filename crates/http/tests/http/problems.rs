//! Errors: each says what is wrong and what to do.

use crate::server::{ask, get, settled};
use axum::http::Method;

const ITEMS: &str = "/api/collections/hotspots/items";

#[tokio::test]
async fn bad_parameters_are_named() {
    for (query, status, parameter, kind) in [
        ("kind=volcano", 400, "kind", "unknown-value"),
        ("kidn=dump", 400, "kidn", "unknown-parameter"),
        ("limit=0", 400, "limit", "invalid-limit"),
        ("limit=-5", 400, "limit", "invalid-limit"),
        ("limit=many", 400, "limit", "invalid-limit"),
        ("limit=1.5", 400, "limit", "invalid-limit"),
        ("bbox=1,2,3", 400, "bbox", "invalid-bbox"),
        ("bbox=a,b,c,d", 400, "bbox", "invalid-bbox"),
        ("bbox=0,0,NaN,1", 400, "bbox", "invalid-bbox"),
        ("bbox=70,50,75,45", 400, "bbox", "invalid-bbox"),
        ("bbox=-181,0,0,1", 400, "bbox", "invalid-bbox"),
        ("bbox=49,72,51,74", 400, "bbox", "invalid-bbox"),
        ("date=yesterday", 400, "date", "invalid-date"),
        ("date=2021-02-30", 400, "date", "invalid-date"),
        ("datetime=2022-01-01/2021-01-01", 400, "datetime", "invalid-date"),
        ("datetime=2022-01-01&date=2022-01-01", 400, "datetime", "conflicting-parameters"),
        ("oblast=Atlantis", 400, "oblast", "unknown-oblast"),
        ("oblast=KZ-62&date=2021-06-30", 400, "oblast", "oblast-not-on-date"),
        ("pollutant=kryptonite", 400, "pollutant", "unknown-value"),
        ("status=gone", 400, "status", "unknown-value"),
        ("lang=de", 400, "lang", "unknown-value"),
        ("f=xlsx", 400, "f", "unknown-value"),
        ("skipGeometry=perhaps", 400, "skipGeometry", "unknown-value"),
        ("cursor=!!!", 400, "cursor", "invalid-cursor"),
        ("cursor=eHh4", 400, "cursor", "invalid-cursor"),
        ("kind=dump&kind=lake", 400, "kind", "repeated-parameter"),
        ("release=r0000000000000000", 404, "release", "unknown-release"),
    ] {
        let answer = get(&format!("{ITEMS}?{query}")).await;
        let problem = answer.problem();
        assert_eq!(answer.status, status, "{query}");
        assert_eq!(problem["parameter"], parameter, "{query}");
        assert_eq!(problem["type"], format!("/problems/{kind}"), "{query}");
        assert!(!problem.to_string().contains("{$"), "a variable of a text was left open: {problem}");
    }
    let only_for_hotspots = get("/api/collections/rivers/items?kind=river").await.problem();
    assert_eq!(only_for_hotspots["type"], "/problems/unknown-parameter");
}

#[tokio::test]
async fn a_swapped_box_is_recognised() {
    let problem = get(&format!("{ITEMS}?bbox=49,72,51,74")).await.problem();
    assert!(problem["hint"].as_str().unwrap().starts_with("lon and lat look swapped"));
}

#[tokio::test]
async fn what_is_not_there_is_a_404_that_helps() {
    insta::assert_json_snapshot!(settled(&get("/api/collections/volcanoes").await.problem()));
    for address in [
        "/api/collections/volcanoes/items",
        "/api/collections/hotspots/items/nothing",
        "/api/nothing",
        "/nothing",
        "/assets/nothing.js",
        "/tiles/volcanoes/0/0/0",
        "/tiles/hotspots/15/0/0",
        "/tiles/hotspots/3/8/0",
        "/tiles/hotspots/3/-1/0",
        "/tiles/hotspots/03/1/0",
        "/tiles/hotspots",
        "/sprites/light.gif",
        "/sprites/icons/volcano.svg",
    ] {
        let answer = get(address).await;
        assert_eq!(answer.status, 404, "{address}");
        answer.problem();
    }
}

#[tokio::test]
async fn problems_speak_the_readers_language() {
    let by_parameter = get(&format!("{ITEMS}?lang=kk&limit=0")).await;
    assert_eq!(by_parameter.header("content-language"), "kk");
    assert_eq!(by_parameter.problem()["title"], "Жолдар саны оқылмайды");
    let by_header =
        ask(Method::GET, &format!("{ITEMS}?limit=0"), &[("accept-language", "de, ky;q=0.8, ru;q=0.5")]).await;
    assert_eq!(by_header.problem()["title"], "Саптардын саны окулбайт");
}

#[tokio::test]
async fn only_reading_is_possible() {
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
        for address in ["/api", ITEMS, "/tiles/hotspots/0/0/0", "/", "/nothing"] {
            let answer = ask(method.clone(), address, &[]).await;
            assert_eq!(answer.status, 405, "{method} {address}");
            assert!(answer.header("allow").contains("GET"), "{method} {address}");
            answer.problem();
        }
    }
}

#[tokio::test]
async fn limits_are_kept() {
    let long = format!("{ITEMS}?oblast={}", "x".repeat(9_000));
    assert_eq!(get(&long).await.status, 414);
    get(&long).await.problem();
    let large = ask(Method::GET, "/api", &[("content-length", "99999999")]).await;
    assert_eq!(large.status, 413);
    large.problem();
}

#[tokio::test]
async fn a_format_that_we_lack_is_not_acceptable() {
    let answer = ask(Method::GET, ITEMS, &[("accept", "application/pdf")]).await;
    assert_eq!(answer.status, 406);
    assert_eq!(answer.problem()["accepted"][0], "application/geo+json");
    for accept in ["*/*", "application/*", "text/html, */*;q=0.1", "application/json"] {
        assert_eq!(ask(Method::GET, ITEMS, &[("accept", accept)]).await.status, 200, "{accept}");
    }
}
