//! What stands on pages of others: the framed map, its policy, and what a pasted link becomes.

use crate::{
    fixture,
    server::{ask, get, get_from},
};
use axum::http::Method;
use serde_json::Value;
use std::sync::Arc;
use terrikon_http::{AppState, app};
use terrikon_store::EmbeddedStore;

const HOME: &str = "http://terrikon.test";

async fn oembed(query: &str) -> Value {
    let answer = get(&format!("/oembed?{query}")).await;
    assert_eq!(answer.status, 200, "{query}: {}", answer.text());
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    answer.json()
}

fn escaped(url: &str) -> String {
    url.replace('%', "%25").replace('&', "%26").replace('?', "%3F")
}

/// Section 2.3.4 of the specification: what every answer has, and what those of type `rich` must have.
fn assert_valid(answer: &Value) {
    assert_eq!(answer["version"], "1.0");
    assert_eq!(answer["type"], "rich");
    let html = answer["html"].as_str().unwrap();
    assert!(html.starts_with("<iframe ") && html.ends_with("</iframe>"), "{html}");
    for name in ["width", "height", "cache_age"] {
        assert!(answer[name].as_u64().is_some_and(|number| number > 0), "{name}: {answer:#}");
    }
    for name in ["title", "provider_name", "provider_url"] {
        assert!(answer[name].as_str().is_some_and(|text| !text.is_empty()), "{name}: {answer:#}");
    }
    let thumbnail =
        ["thumbnail_url", "thumbnail_width", "thumbnail_height"].map(|name| !answer[name].is_null());
    assert!(thumbnail == [true; 3] || thumbnail == [false; 3], "all of it or nothing: {answer:#}");
}

#[tokio::test]
async fn a_pasted_link_becomes_a_frame() {
    for (page, frame, title) in [
        ("/?lang=ru", "/embed?lang=ru", "Очаги загрязнения · Террикон"),
        ("/", "/embed?lang=ru", "Очаги загрязнения · Террикон"),
        ("/hotspots/kz-temirtau-air?lang=en", "/embed?hotspot=kz-temirtau-air&amp;lang=en", "Temirtau"),
        ("/oblasts/KZ-35?lang=en&theme=dark", "/embed?oblast=KZ-35&amp;theme=dark&amp;lang=en", "Karaganda"),
        (
            "/?oblast=KZ-KAR&kind=tailings&lang=en",
            "/embed?oblast=KZ-35&amp;kind=tailings&amp;lang=en",
            "Karaganda",
        ),
        ("/embed?hotspot=kz-temirtau-air&lang=en", "/embed?hotspot=kz-temirtau-air&amp;lang=en", "Temirtau"),
    ] {
        let answer = oembed(&format!("url={}", escaped(&format!("{HOME}{page}")))).await;
        assert_valid(&answer);
        assert!(
            answer["html"].as_str().unwrap().contains(&format!("src=\"{HOME}{frame}\"")),
            "{page}: {answer:#}"
        );
        assert!(answer["title"].as_str().unwrap().starts_with(title), "{page}: {answer:#}");
        assert!(answer["thumbnail_url"].is_string(), "{page} has a picture: {answer:#}");
    }
}

#[tokio::test]
async fn a_frame_keeps_to_the_room_that_there_is() {
    let answer = oembed(&format!("url={HOME}/&maxwidth=400&maxheight=300&format=json&dnt=1")).await;
    assert_valid(&answer);
    assert_eq!((&answer["width"], &answer["height"]), (&400.into(), &300.into()));
    assert_eq!((&answer["thumbnail_width"], &answer["thumbnail_height"]), (&400.into(), &240.into()));
    let narrow = oembed(&format!("url={HOME}/&maxwidth=200&maxheight=200")).await;
    assert_valid(&narrow);
    assert!(narrow["thumbnail_url"].is_null(), "no picture is drawn so small");
    let wide = oembed(&format!("url={HOME}/&maxwidth=5000")).await;
    assert_eq!((&wide["width"], &wide["thumbnail_width"]), (&800.into(), &1200.into()));
}

#[tokio::test]
async fn only_our_own_addresses_are_answered() {
    for url in [
        "https://example.org/",
        "http://terrikon.test:81/",
        "http://terrikon.test.example/",
        "http://terrikon.test/api",
        "http://terrikon.test/hotspots/nothing",
        "http://terrikon.test/hotspots/kz-temirtau-air/exposure",
        "http://terrikon.test/oblasts/KZ-99",
        "file:///etc/passwd",
        "nonsense",
    ] {
        let answer = get(&format!("/oembed?url={url}")).await;
        assert_eq!(answer.status, 404, "{url}");
        assert_eq!(answer.problem()["type"], "/problems/not-ours");
    }
    let proxied = get("/oembed?url=https://terrikon.test/").await;
    assert_eq!(proxied.status, 200, "the scheme that a proxy takes is no other place");
}

#[tokio::test]
async fn other_forms_and_bad_lengths_are_refused() {
    for (query, status) in [
        (format!("url={HOME}/&format=xml"), 501),
        (String::new(), 400),
        (format!("url={HOME}/&maxwidth=ten"), 400),
        (format!("url={HOME}/&maxheight=1"), 400),
        (format!("url={HOME}/&url={HOME}/"), 400),
    ] {
        let answer = get(&format!("/oembed?{query}")).await;
        assert_eq!(answer.status, status, "{query}");
        answer.problem();
    }
}

#[tokio::test]
async fn the_framed_page_passes_on_what_it_is_told() {
    let page = get("/embed?oblast=KZ-35&kind=tailings&lang=ru&zoom=%22%3E%3Cscript%3E").await;
    assert_eq!(page.status, 200);
    let text = page.text();
    assert!(
        text.contains(
            "<terrikon-map oblast=\"KZ-35\" kind=\"tailings\" lang=\"ru\" zoom=\"&quot;&gt;&lt;script&gt;\""
        ),
        "{text}"
    );
    assert!(text.contains("<html lang=\"ru\">") && text.contains("Карагандинская область"));
    assert!(text.contains("/oembed?url=http%3A%2F%2Fterrikon.test%2Fembed%3Foblast%3DKZ-35"), "{text}");
    let one = get("/embed?hotspot=kz-temirtau-air&lang=en").await;
    assert!(
        one.text().contains(
            "<link rel=\"canonical\" href=\"http://terrikon.test/hotspots/kz-temirtau-air?lang=en\">"
        )
    );
    assert!(one.text().contains("<a href=\"/hotspots/kz-temirtau-air?lang=en\""), "readable without scripts");
    for missing in ["/embed?hotspot=nothing", "/embed?oblast=KZ-99"] {
        let page = get(missing).await;
        assert_eq!(page.status, 404, "{missing}");
        assert!(page.text().contains("<terrikon-map"), "the element tells what is wrong");
    }
}

#[tokio::test]
async fn the_operator_says_who_may_frame_it_and_nothing_else_is_framed() {
    let server = |origins: &str| {
        let state = AppState::new(Arc::new(EmbeddedStore::new(fixture::release())));
        state.with_embed_origins(origins).map(app)
    };
    let policy = |answer: crate::server::Answer| answer.header("content-security-policy").to_owned();
    let some = server("https://a.example https://*.b.example").unwrap();
    let framed = policy(get_from(&some, "/embed?oblast=KZ-35").await);
    assert!(framed.ends_with("frame-ancestors 'self' https://a.example https://*.b.example"), "{framed}");
    assert!(!framed.contains("unsafe"), "{framed}");
    assert_eq!(policy(get_from(&some, "/embed?hotspot=nothing").await), framed);
    assert!(policy(get("/embed").await).ends_with("frame-ancestors *"));
    for address in
        ["/", "/hotspots/kz-temirtau-air", "/oblasts/KZ-35", "/embed/builder", "/oembed", "/methods", "/api"]
    {
        let policy = policy(get(address).await);
        assert!(policy.contains("frame-ancestors 'none'"), "{address}: {policy}");
    }
    assert!(server("https://a.example; script-src *").is_err());
}

#[tokio::test]
async fn the_start_leads_to_its_frame() {
    let page = get("/?lang=kk").await;
    let link = "type=\"application/json+oembed\" title=\"Террикон · Ластану ошақтары\" href=\"http://terrikon.test/oembed?url=http%3A%2F%2Fterrikon.test%2F%3Flang%3Dkk";
    assert!(page.text().contains(link), "{}", page.text());
}

#[tokio::test]
async fn files_come_packed_as_the_client_takes_them() {
    let plain = get("/terrikon.js").await;
    if plain.status == 404 {
        return; // The viewer has not been built.
    }
    assert_eq!(plain.header("access-control-allow-origin"), "*");
    assert_eq!(plain.header("vary"), "accept-encoding");
    let packed = ask(Method::GET, "/terrikon.js", &[("accept-encoding", "gzip, deflate, br, zstd")]).await;
    assert_eq!(packed.header("content-encoding"), "br");
    assert_eq!(packed.header("vary"), "accept-encoding");
    assert_eq!(packed.header("etag"), plain.header("etag"));
    assert_eq!(packed.header("content-type"), plain.header("content-type"));
    let mut unpacked = Vec::new();
    brotli::BrotliDecompress(&mut &*packed.body, &mut unpacked).unwrap();
    assert_eq!(unpacked, plain.body);
    let older = ask(Method::GET, "/terrikon.js", &[("accept-encoding", "gzip")]).await;
    assert_eq!(older.header("content-encoding"), "gzip");
    let known = [("accept-encoding", "br"), ("if-none-match", plain.header("etag"))];
    assert_eq!(ask(Method::GET, "/terrikon.js", &known).await.status, 304);
    assert_eq!(get("/terrikon.js.br").await.status, 404, "a packed file has no address of its own");
}
