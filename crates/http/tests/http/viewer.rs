//! The page, health, and the headers that all responses have.

use crate::server::{get, release};

#[tokio::test]
async fn pages_have_their_status_and_policy() {
    // Whether the viewer was built or not, its addresses answer.
    for (address, status) in [
        ("/", 200),
        ("/hotspots/kz-temirtau-air", 200),
        ("/hotspots/nothing", 404),
        ("/oblasts/KZ-35", 200),
        ("/oblasts/KZ-99", 404),
        ("/?z=5&lat=50&lon=70&whatever=1", 200),
    ] {
        let page = get(address).await;
        assert_eq!(page.status, status, "{address}");
        assert!(page.header("content-type").starts_with("text/"), "{address}");
        assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"), "{address}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
    }
}

#[tokio::test]
async fn a_page_tells_others_what_it_shows() {
    let page = get("/hotspots/kz-temirtau-air?lang=ru").await;
    if page.header("content-type").starts_with("text/html") {
        assert!(
            page.text().contains("<meta property=\"og:title\" content=\"Темиртау: воздух"),
            "{}",
            page.text()
        );
        assert!(page.text().contains("Карагандинская область"));
        assert!(page.text().contains("<html lang=\"ru\">"));
        assert!(!page.header("content-security-policy").contains("unsafe"));
    }
}

#[tokio::test]
async fn a_page_can_be_read_without_scripts() {
    let list = get("/?lang=kk").await;
    if list.header("content-type").starts_with("text/html") {
        assert!(list.text().contains("<a href=\"/hotspots/kz-temirtau-air?lang=kk\">"), "{}", list.text());
        let place = get("/hotspots/kz-temirtau-air?lang=ru").await;
        for words in ["<h1>Темиртау: воздух", "Карагандинская область", "положение ±", "href=\"/?lang=ru\""]
        {
            assert!(place.text().contains(words), "{words}: {}", place.text());
        }
        let inside = place.text().split("<terrikon-app>").nth(1).unwrap();
        assert!(!inside.contains("style="), "the policy lets nothing inline through");
    }
}

#[tokio::test]
async fn operators_can_watch() {
    assert_eq!(get("/health/live").await.json()["status"], "live");
    assert_eq!(get("/health/ready").await.json()["release"], release());
}
