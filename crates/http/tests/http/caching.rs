//! ETags, caching rules, compression and CORS.

use crate::server::{ask, get, release};
use axum::http::Method;

const ITEMS: &str = "/api/collections/hotspots/items?date=2024-06-30";

#[tokio::test]
async fn who_has_it_is_told_so() {
    for address in
        [ITEMS, "/api", "/api/collections", "/tiles/hotspots/4/11/5", "/style.json", "/sprites/light.png"]
    {
        let first = get(address).await;
        let etag = first.header("etag").to_owned();
        assert!(etag.starts_with("W/\""), "{address}: {etag}");
        let again = ask(Method::GET, address, &[("if-none-match", &etag)]).await;
        assert_eq!(again.status, 304, "{address}");
        assert!(again.body.is_empty());
        assert_eq!(again.header("etag"), etag);
        let other = ask(Method::GET, address, &[("if-none-match", "W/\"other\"")]).await;
        assert_eq!(other.status, 200, "{address}");
    }
}

#[tokio::test]
async fn an_address_with_its_release_never_changes() {
    let release = release();
    let pinned = get(&format!("{ITEMS}&release={release}")).await;
    assert_eq!(pinned.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(pinned.header("terrikon-release"), release);
    assert_eq!(get(ITEMS).await.header("cache-control"), "public, max-age=60, must-revalidate");
    let tile = get(&format!("/tiles/hotspots/4/11/5?release={release}")).await;
    assert_eq!(tile.header("cache-control"), "public, max-age=31536000, immutable");
}

#[tokio::test]
async fn bodies_are_compressed_for_those_who_can() {
    for encoding in ["gzip", "br", "zstd"] {
        for address in [ITEMS, "/tiles/hotspots/4/11/5"] {
            let plain = get(address).await;
            let packed = ask(Method::GET, address, &[("accept-encoding", encoding)]).await;
            assert_eq!(packed.header("content-encoding"), encoding, "{address}");
            assert_eq!(packed.header("etag"), plain.header("etag"), "one version, one tag");
            let vary: Vec<_> = packed.headers.get_all("vary").iter().map(|v| v.to_str().unwrap()).collect();
            assert!(vary.join(",").contains("accept-encoding"), "{address}: {vary:?}");
            assert!(packed.body.len() < plain.body.len());
        }
    }
}

#[tokio::test]
async fn the_language_is_part_of_the_answer() {
    let kk = ask(Method::GET, ITEMS, &[("accept-language", "kk-KZ,kk;q=0.9")]).await;
    assert_eq!(kk.header("content-language"), "kk");
    assert!(kk.headers.get_all("vary").iter().any(|vary| vary.to_str().unwrap().contains("accept-language")));
    assert_ne!(kk.header("etag"), get(ITEMS).await.header("etag"));
}

#[tokio::test]
async fn other_pages_may_read_the_data() {
    for address in
        [ITEMS, "/tiles/hotspots/4/11/5", "/style.json", "/sprites/light.json", "/api/nothing-here/x"]
    {
        let answer = ask(Method::GET, address, &[("origin", "https://news.example")]).await;
        let open = answer.header("access-control-allow-origin") == "*";
        assert_eq!(open, answer.status == 200, "{address}");
    }
    let failed = ask(Method::GET, "/api/search?q=", &[("origin", "https://news.example")]).await;
    assert_eq!((failed.status.as_u16(), failed.header("access-control-allow-origin")), (400, "*"));
    let preflight = [("origin", "https://news.example"), ("access-control-request-method", "GET")];
    assert_eq!(ask(Method::OPTIONS, ITEMS, &preflight).await.status, 200);
}

#[tokio::test]
async fn head_has_the_headers_and_no_body() {
    let head = ask(Method::HEAD, ITEMS, &[]).await;
    assert_eq!(head.status, 200);
    assert!(head.body.is_empty());
    assert_eq!(head.header("etag"), get(ITEMS).await.header("etag"));
}
