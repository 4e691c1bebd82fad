//! OGC API Features, Part 1: HTML.

use super::{collections, get_as, id};
use crate::server::{get, get_bundled};

fn unescaped(href: &str) -> String {
    href.replace("&amp;", "&")
}

/// The addresses of a page.
fn addresses(page: &str) -> Vec<String> {
    page.split("href=\"").skip(1).map(|rest| unescaped(rest.split('"').next().unwrap())).collect()
}

#[tokio::test]
async fn req_html_definition() {
    let mut addresses: Vec<String> =
        ["/api", "/api/conformance", "/api/collections"].map(String::from).to_vec();
    for collection in collections().await {
        let own = format!("/api/collections/{}", id(&collection));
        let list = get_bundled(&format!("{own}/items?limit=1")).await.json();
        if let Some(fid) = list["features"][0]["id"].as_str() {
            let fid: String = url::form_urlencoded::byte_serialize(fid.as_bytes()).collect();
            addresses.push(format!("{own}/items/{fid}"));
        }
        addresses.extend([format!("{own}/items?limit=5"), own]);
    }
    for address in addresses {
        let page = get_as(&address, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8").await;
        assert_eq!(page.status, 200, "{address}");
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{address}");
        let policy = page.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; style-src 'self'") && !policy.contains("unsafe"),
            "{policy}"
        );
        let text = page.text();
        assert!(text.starts_with("<!DOCTYPE html><html lang=\"en\">"), "{address}");
        for inline in ["<script", "<style", " style=", " onclick="] {
            assert!(!text.contains(inline), "{address}: {inline}");
        }
        let sign = if address.contains('?') { '&' } else { '?' };
        assert_eq!(
            get_bundled(&format!("{address}{sign}f=html")).await.header("content-type"),
            "text/html; charset=utf-8"
        );
    }
}

/// A page has the facts of the document, and leads on: to features, their sources, the other pages, the other forms.
#[tokio::test]
async fn req_html_content() {
    let page = get("/api/collections/hotspots/items?limit=2&f=html&lang=ru").await;
    let text = page.text();
    assert!(text.contains("lang=\"ru\"") && page.header("content-language") == "ru");
    assert!(text.contains("2 из 5"), "{text}");
    let document = get("/api/collections/hotspots/items?limit=2&lang=ru").await.json();
    for feature in document["features"].as_array().unwrap() {
        assert!(text.contains(&format!("/items/{}?f=html", id(feature))), "{text}");
        assert!(text.contains(feature["properties"]["name"].as_str().unwrap()));
    }
    for address in addresses(text) {
        let path = address.strip_prefix("http://terrikon.test").unwrap_or(&address).to_owned();
        if path.starts_with('/') {
            assert_eq!(get(&path).await.status, 200, "{path}");
        }
    }
    let one = get("/api/collections/hotspots/items/kz-temirtau-air?f=html").await;
    assert!(one.text().contains("https://example.org/"), "its sources are linked: {}", one.text());
}

#[tokio::test]
async fn what_sources_wrote_can_not_run() {
    for address in [
        "/api/collections/hotspots/items?f=html&properties=%3Cscript%3E",
        "/api/collections/%3Cscript%3E?f=html",
    ] {
        let answer = get(address).await;
        assert_eq!(answer.header("content-type"), "application/problem+json", "{address}");
    }
    let echoed = get("/api/collections/hotspots/items?f=html&oblast=KZ-35&lang=en&cursor=&date=2021-01-01&bbox=&kind=%22%3E%3Cb").await;
    assert_eq!(echoed.status, 400);
}

#[tokio::test]
async fn the_style_sheet_is_served() {
    let sheet = get("/api/page.css").await;
    assert_eq!((sheet.status.as_u16(), sheet.header("content-type")), (200, "text/css; charset=utf-8"));
}
