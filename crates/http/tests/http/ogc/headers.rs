//! HTTP around the standards: tags of representations, what they vary by, licences, methods, other origins.

use crate::server::{ask, get, release};
use axum::http::Method;
use std::collections::BTreeSet;

const ITEMS: &str = "/api/collections/hotspots/items?limit=2";
const PLACES: [&str; 8] = [
    "/api",
    "/api/conformance",
    "/api/collections",
    "/api/collections/hotspots",
    ITEMS,
    "/api/collections/hotspots/items/kz-temirtau-air",
    "/api/collections/claims/items",
    "/api/collections/sources/items/census",
];

fn all(answer: &crate::server::Answer, name: &str) -> String {
    answer.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect::<Vec<_>>().join(", ")
}

#[tokio::test]
async fn every_representation_has_a_tag_of_its_own() {
    let items = "/api/collections/hotspots/items/kz-temirtau-air";
    let mut tags = BTreeSet::new();
    let mut count = 0;
    for form in ["geojson", "html", "jsonfg"] {
        for lang in ["en", "ru", "kk", "ky"] {
            for crs in ["OGC:CRS84", "EPSG:4326", "EPSG:28413"] {
                // Without shapes the documents are alike, and yet not the same.
                let address = format!("{items}?f={form}&lang={lang}&crs={crs}&skipGeometry=true");
                let first = get(&address).await;
                tags.insert(first.header("etag").to_owned());
                count += 1;
                let again = ask(Method::GET, &address, &[("if-none-match", first.header("etag"))]).await;
                assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{address}");
                assert_eq!(again.header("vary"), first.header("vary"));
            }
        }
    }
    assert_eq!(tags.len(), count);
}

#[tokio::test]
async fn what_is_negotiated_says_by_what() {
    for address in PLACES {
        let mut tags = BTreeSet::new();
        for accept in ["application/geo+json, application/json", "text/html"] {
            let answer = ask(Method::GET, address, &[("accept", accept), ("accept-encoding", "gzip")]).await;
            assert_eq!(answer.status, 200, "{address}");
            let vary = all(&answer, "vary");
            for header in ["accept", "accept-language", "accept-encoding"] {
                assert!(vary.split(", ").any(|name| name == header), "{address}: {vary}");
            }
            tags.insert(answer.header("etag").to_owned());
        }
        assert_eq!(tags.len(), 2, "{address}");
    }
}

#[tokio::test]
async fn head_is_get_without_its_body() {
    for address in
        PLACES.into_iter().chain(["/api/tiles", "/api/tiles/WebMercatorQuad/4/5/11", "/api/page.css"])
    {
        let (head, whole) = (ask(Method::HEAD, address, &[]).await, get(address).await);
        assert_eq!((head.status, head.body.len()), (whole.status, 0), "{address}");
        for name in ["etag", "content-type", "vary", "cache-control", "link", "content-crs"] {
            assert_eq!(all(&head, name), all(&whole, name), "{address}: {name}");
        }
    }
}

#[tokio::test]
async fn data_leads_to_its_licences() {
    let expected = format!("<http://terrikon.test/api/releases/{}>; rel=\"license\"", release());
    for address in [
        "/api",
        "/api/collections",
        "/api/collections/lakes",
        ITEMS,
        "/api/collections/claims/items",
        "/api/tiles/WebMercatorQuad",
    ] {
        let answer = get(address).await;
        assert!(answer.header("link").contains(&expected), "{address}: {}", answer.header("link"));
    }
    assert_eq!(get(&format!("/api/releases/{}", release())).await.status, 200);
}

#[tokio::test]
async fn what_nobody_writes_is_not_acceptable() {
    for address in PLACES.into_iter().chain(["/api/tiles", "/api/tileMatrixSets/WebMercatorQuad"]) {
        let answer = ask(Method::GET, address, &[("accept", "application/pdf")]).await;
        assert_eq!(answer.status, 406, "{address}");
        assert!(!answer.problem()["accepted"].as_array().unwrap().is_empty());
    }
    let tile = ask(Method::GET, "/api/tiles/WebMercatorQuad/4/5/11", &[("accept", "image/png")]).await;
    assert_eq!(tile.problem()["accepted"][0], "application/vnd.mapbox-vector-tile");
    let weighed = ask(Method::GET, ITEMS, &[("accept", "text/html;q=0.2, application/geo+json;q=0.9")]).await;
    assert_eq!(weighed.header("content-type"), "application/geo+json");
}

#[tokio::test]
async fn other_methods_are_told_what_is_allowed() {
    for address in PLACES {
        for method in [Method::PUT, Method::POST, Method::DELETE] {
            let answer = ask(method, address, &[]).await;
            assert_eq!(answer.status, 405, "{address}");
            assert!(answer.header("allow").contains("GET") && answer.header("allow").contains("HEAD"));
        }
    }
}

#[tokio::test]
async fn other_origins_may_read_all_headers() {
    let answer = ask(Method::GET, ITEMS, &[("origin", "https://news.example")]).await;
    let exposed = answer.header("access-control-expose-headers").to_lowercase();
    for name in ["link", "content-crs", "etag", "terrikon-release", "content-disposition"] {
        assert!(exposed.split(',').any(|one| one.trim() == name), "{name}: {exposed}");
    }
    let preflight = [
        ("origin", "https://news.example"),
        ("access-control-request-method", "GET"),
        ("access-control-request-headers", "if-none-match"),
    ];
    let answer = ask(Method::OPTIONS, ITEMS, &preflight).await;
    assert_eq!((answer.status.as_u16(), answer.header("access-control-allow-origin")), (200, "*"));
    assert!(answer.header("access-control-allow-methods").contains("HEAD"));
}
