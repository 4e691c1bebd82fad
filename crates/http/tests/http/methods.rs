//! The pages that tell how figures come about.

use crate::server::get;

const PAGES: [&str; 5] = ["exposure", "population", "zones", "rivers", "proximity"];

#[tokio::test]
async fn every_page_is_served_in_four_languages() {
    for page in PAGES {
        let mut bodies = Vec::new();
        for lang in ["en", "ru", "kk", "ky"] {
            let answer = get(&format!("/methods/{page}?lang={lang}")).await;
            assert_eq!((answer.status.as_u16(), answer.header("content-language")), (200, lang), "{page}");
            assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
            let policy = answer.header("content-security-policy");
            assert!(policy.contains("default-src") && !policy.contains("unsafe-inline"), "{policy}");
            let text = answer.text();
            assert!(text.starts_with("<!DOCTYPE html>") && text.contains(&format!("<html lang=\"{lang}\">")));
            assert_eq!(text.matches("<h1>").count(), 1, "{page} {lang}");
            assert!(!text.contains("<script") && !text.contains("style=\""), "{page} {lang}");
            bodies.push(answer.body);
        }
        bodies.dedup();
        assert_eq!(bodies.len(), 4, "{page} is the same in two languages");
    }
    assert_eq!(get("/methods/page.css").await.header("content-type"), "text/css; charset=utf-8");
}

#[tokio::test]
async fn every_link_of_a_page_leads_somewhere() {
    for address in [
        "/methods?lang=kk".to_owned(),
        "/methods/exposure?lang=kk".to_owned(),
        "/methods/zones?lang=ky".to_owned(),
    ] {
        let page = get(&address).await;
        for link in page.text().split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let path = link.strip_prefix("http://terrikon.test").unwrap_or(link).replace("&amp;", "&");
            if path.starts_with("/methods") {
                assert_eq!(get(&path).await.status, 200, "{address}: {link}");
            }
        }
    }
    // Readers are sent here from every report.
    let method = get("/api/exposure?lon=73&lat=50").await.json()["method"].as_str().unwrap().to_owned();
    assert_eq!(get(&method).await.status, 200);
}

#[tokio::test]
async fn a_page_that_is_not_there_is_a_404() {
    for page in
        ["volcanoes", "exposure.en", "exposure.md", "..%2Fzones", "%2e%2e", "EXPOSURE", "page.css.map"]
    {
        let answer = get(&format!("/methods/{page}")).await;
        assert_eq!(answer.status, 404, "{page}");
    }
}

#[tokio::test]
async fn nothing_of_the_address_is_html() {
    let attack = "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    for address in [
        format!("/methods/exposure?lang={attack}"),
        format!("/methods/exposure?{attack}={attack}"),
        format!("/methods?lang={attack}"),
        format!("/methods/{attack}"),
        format!("/methods/exposure?lang=kk{attack}"),
    ] {
        let answer = get(&address).await;
        assert!(!answer.text().contains("<script"), "{address}: {}", answer.text());
    }
}
