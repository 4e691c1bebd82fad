//! Pages of hotspots and oblasts as they come from the server: complete without scripts, and readable by machines.

use crate::{
    fixture,
    server::{ask, ask_bundled, bundled, get, get_bundled, get_from},
};
use axum::http::Method;
use serde_json::Value;
use std::sync::Arc;
use terrikon_http::{AppState, app};
use terrikon_store::EmbeddedStore;

const LANGUAGES: [&str; 4] = ["en", "ru", "kk", "ky"];

/// A page of the bundled release; `None` where the viewer has not been built.
async fn page(address: &str) -> Option<String> {
    let page = get_bundled(address).await;
    assert_eq!(page.status, 200, "{address}");
    page.header("content-type").starts_with("text/html").then(|| page.text().to_owned())
}

/// The values of an attribute of all tags that begin so.
fn values<'a>(page: &'a str, tag: &str, attribute: &str) -> Vec<&'a str> {
    let name = format!(" {attribute}=\"");
    let tags = page.split(tag).skip(1).filter_map(|rest| rest.split('>').next());
    tags.filter_map(|tag| tag.split(&name as &str).nth(1)?.split('"').next()).collect()
}

fn plain(escaped: &str) -> String {
    escaped.replace("&amp;", "&").replace("&quot;", "\"").replace("&lt;", "<")
}

/// The content of a meta tag, which must be there once.
fn meta(page: &str, key: &str, name: &str) -> String {
    let found = values(page, &format!("<meta {key}=\"{name}\""), "content");
    assert_eq!(found.len(), 1, "{name}: {found:?}");
    assert!(!found[0].trim().is_empty(), "{name} is empty");
    plain(found[0])
}

fn linked_data(page: &str) -> Value {
    let block = page.split("<script type=\"application/ld+json\">").nth(1).expect("a block of data");
    serde_json::from_str(block.split("</script>").next().unwrap()).unwrap()
}

#[tokio::test]
async fn a_hotspot_is_told_in_the_order_in_which_people_ask() {
    for lang in LANGUAGES {
        let Some(page) = page(&format!("/hotspots/kz-koshkar-ata?lang={lang}")).await else { return };
        let ids = ["position", "people", "claims", "zones", "work", "near", "cite", "files"];
        let places: Vec<_> = ids.iter().map(|id| page.find(&format!("<h2 id=\"{id}\">"))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{lang}: {places:?}");
        for landmark in ["<header>", "<main>", "<footer>", "<nav aria-label="] {
            assert_eq!(page.matches(landmark).count(), 1, "{lang}: {landmark}");
        }
        assert!(page.contains("<svg xmlns=") && page.contains("class=\"curve-band\""), "{lang}: no curve");
        assert!(page.contains(&format!("/methods/exposure?lang={lang}")), "{lang}: no method");
        assert!(page.contains("zenodo") || page.contains("href=\"https://"), "{lang}: no source");
    }
}

#[tokio::test]
async fn pages_are_well_built() {
    for address in [
        "/hotspots/kz-koshkar-ata?lang=ru",
        "/hotspots/kz-nura-hg?lang=kk",
        "/oblasts/KZ-35?lang=ky",
        "/?lang=en",
    ] {
        let Some(page) = page(address).await else { return };
        assert_eq!(page.matches("<h1>").count(), 1, "{address}");
        let levels = page.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10));
        let levels: Vec<u32> = levels.collect();
        assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1), "{address}: {levels:?}");
        assert_eq!(page.matches("<table>").count(), page.matches("<caption>").count(), "{address}");
        assert!(!page.contains("<th>"), "{address}: a head without scope");
        assert!(!page.contains("style=\"") && !page.contains(" onclick"), "{address}: inline");
        let ids = values(&page, "<", "id");
        let once: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), once.len(), "{address}: {ids:?}");
    }
}

#[tokio::test]
async fn every_radius_has_its_interval_and_its_source() {
    let told = get_bundled("/api/hotspots/kz-koshkar-ata/exposure?lang=en").await.json();
    let Some(page) = page("/hotspots/kz-koshkar-ata?lang=en").await else { return };
    let people = page.split("<h2 id=\"people\">").nth(1).unwrap().split("</section>").next().unwrap();
    for ring in told["rings"].as_array().unwrap() {
        let radius = format!("<th scope=\"row\">{} km</th>", ring["radius_m"].as_f64().unwrap() / 1000.0);
        assert!(people.contains(&radius), "{radius}: {people}");
    }
    assert!(people.contains(told["population"]["source"]["title"].as_str().unwrap()), "{people}");
    assert!(people.contains(&told["population"]["year"].to_string()), "{people}");
}

#[tokio::test]
async fn values_that_contradict_each_other_stand_side_by_side() {
    // Sources give the area of this lake of waste differently.
    let Some(page) = page("/hotspots/kz-koshkar-ata?lang=en").await else { return };
    let groups: Vec<&str> = page.split("class=\"disagree\"").skip(1).collect();
    assert!(!groups.is_empty(), "no conflict is told");
    for group in groups {
        let group = group.split("</div>").next().unwrap();
        assert!(group.contains("Sources disagree: "), "{group}");
        assert!(
            group.matches("<li").count() >= 2 && group.matches("class=\"second\"").count() >= 2,
            "{group}"
        );
    }
}

#[tokio::test]
async fn zones_of_the_law_name_their_act_and_whether_it_was_read() {
    let Some(page) = page("/hotspots/kz-temirtau-air?lang=ru").await else { return };
    let zones = page.split("<h2 id=\"zones\">").nth(1).unwrap().split("</section>").next().unwrap();
    for words in ["Санитарно-защитная зона", "ДСМ-2", "11.01.2022", "ширина не проверена", "для сравнения"]
    {
        assert!(zones.contains(words), "{words}: {zones}");
    }
}

#[tokio::test]
async fn what_is_being_done_names_the_project_and_its_source() {
    let Some(page) = page("/hotspots/kg-kanysh-kiya?lang=ru").await else { return };
    let work = page.split("<h2 id=\"work\">").nth(1).unwrap().split("</section>").next().unwrap();
    for words in ["Оценка эффективности рекультивации", "2024", "UNDP", "Project on performance evaluation"]
    {
        assert!(work.contains(words), "{words}: {work}");
    }
    let none = self::page("/hotspots/kz-koshkar-ata?lang=ru").await.unwrap();
    assert!(none.contains("О проектах в этом месте нам неизвестно"), "silence is not «nothing is done»");
}

#[tokio::test]
async fn days_and_numbers_are_written_by_the_rules_of_the_language() {
    let Some(russian) = page("/oblasts/KZ-35?lang=ru&date=2024-06-30").await else { return };
    assert!(russian.contains("30.06.2024") && russian.contains("08.06.2022"));
    let read = russian.split("<terrikon-app>").nth(1).unwrap();
    let text: String =
        read.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
    assert!(text.contains("08.06.2022") && !text.contains("2022-06-08"), "a day as machines write it");
    let english = page("/oblasts/KZ-35?lang=en&date=2024-06-30").await.unwrap();
    assert!(english.contains("30 June 2024") && english.contains("8 June 2022"));
}

#[tokio::test]
async fn a_name_in_another_language_says_so() {
    let page = get("/hotspots/kz-anonymous-dump?lang=en").await;
    if page.header("content-type").starts_with("text/html") {
        assert!(page.text().contains("<span lang=\"ru\">Свалка</span>"), "{}", page.text());
        assert!(page.text().contains("shown in: Русский"), "{}", page.text());
    }
}

#[tokio::test]
async fn links_show_a_card_in_each_language() {
    for path in ["/hotspots/kz-temirtau-air", "/oblasts/KZ-35", "/"] {
        for lang in LANGUAGES {
            let Some(page) = page(&format!("{path}?lang={lang}&utm_source=x")).await else { return };
            let own = format!("http://terrikon.test{path}?lang={lang}");
            for name in ["title", "description", "type", "site_name", "image:alt"] {
                meta(&page, "property", &format!("og:{name}"));
            }
            assert_eq!(meta(&page, "property", "og:url"), own);
            let locale = meta(&page, "property", "og:locale");
            assert!(locale.starts_with(lang), "{locale}");
            assert_eq!(values(&page, "<meta property=\"og:locale:alternate\"", "content").len(), 3);
            let image = meta(&page, "property", "og:image");
            assert!(
                image.starts_with("http://terrikon.test/static/map.png?")
                    && image.contains(&format!("lang={lang}")),
                "{image}"
            );
            assert_eq!(
                (meta(&page, "property", "og:image:width"), meta(&page, "property", "og:image:height")),
                ("1200".into(), "630".into())
            );
            assert!(image.contains("size=1200x630"), "{image}");
            assert_eq!(meta(&page, "name", "twitter:card"), "summary_large_image");
            assert_eq!(meta(&page, "name", "twitter:image"), image);
            for name in ["twitter:title", "twitter:description", "twitter:image:alt", "description"] {
                meta(&page, "name", name);
            }
            assert_eq!(values(&page, "<link rel=\"canonical\"", "href"), [own.as_str()]);
            let alternates = values(&page, "<link rel=\"alternate\" hreflang", "href");
            assert_eq!(alternates.len(), 5, "{alternates:?}");
            assert_eq!(
                values(&page, "<link rel=\"alternate\" hreflang=\"x-default\"", "href"),
                [format!("http://terrikon.test{path}")]
            );
            let oembed = values(&page, "<link rel=\"alternate\" type=\"application/json+oembed\"", "href");
            assert_eq!(oembed.len(), 1);
            assert!(
                oembed
                    .iter()
                    .all(|href| href
                        .starts_with("http://terrikon.test/oembed?url=http%3A%2F%2Fterrikon.test%2F")),
                "{oembed:?}"
            );
        }
    }
}

#[tokio::test]
async fn machines_get_a_place_and_a_data_set() {
    for (path, kind) in [
        ("/hotspots/kz-temirtau-air", "Place"),
        ("/hotspots/kz-nura-hg", "Place"),
        ("/oblasts/KZ-35", "AdministrativeArea"),
    ] {
        for lang in LANGUAGES {
            let Some(page) = page(&format!("{path}?lang={lang}")).await else { return };
            let data = linked_data(&page);
            assert_eq!(data["@context"], "https://schema.org");
            let (place, set) = (&data["@graph"][0], &data["@graph"][1]);
            assert_eq!(place["@type"], kind);
            assert!(place["name"].as_str().is_some_and(|name| !name.is_empty()));
            assert!(place["geo"].is_object(), "{place:#}");
            assert_eq!((&set["@type"], &set["spatialCoverage"]["@id"]), (&"Dataset".into(), &place["@id"]));
            let description = set["description"].as_str().unwrap();
            assert!((50..=5000).contains(&description.chars().count()), "{description}");
            for member in
                ["name", "url", "identifier", "version", "license", "inLanguage", "temporalCoverage"]
            {
                assert!(set[member].as_str().is_some_and(|text| !text.is_empty()), "{member}: {set:#}");
            }
            assert!(set["creator"]["name"].is_string() && set["isAccessibleForFree"] == true);
            let files = set["distribution"].as_array().unwrap();
            assert!(files.len() >= 3);
            for file in files.iter().filter(|_| lang == "kk") {
                let address =
                    file["contentUrl"].as_str().unwrap().strip_prefix("http://terrikon.test").unwrap();
                let answer = get_from(&bundled(), address).await;
                assert_eq!(answer.status, 200, "{address}: {}", String::from_utf8_lossy(&answer.body));
                let media = file["encodingFormat"].as_str().unwrap();
                assert!(
                    answer.header("content-type").starts_with(media),
                    "{address}: {}",
                    answer.header("content-type")
                );
            }
        }
    }
}

#[tokio::test]
async fn the_address_decides_on_the_language_before_the_browser() {
    for path in ["/hotspots/kz-temirtau-air", "/oblasts/KZ-35", "/", "/hotspots/nothing"] {
        let named = ask_bundled(&format!("{path}?lang=ky"), &[("accept-language", "kk")]).await;
        let followed = ask_bundled(path, &[("accept-language", "de, kk;q=0.5")]).await;
        let neither = ask_bundled(path, &[("accept-language", "de")]).await;
        if !named.header("content-type").starts_with("text/html") {
            return;
        }
        for (answer, lang) in [(&named, "ky"), (&followed, "kk"), (&neither, "ru")] {
            assert_eq!(answer.header("content-language"), lang, "{path}");
            assert!(answer.text().contains(&format!("<html lang=\"{lang}\"")), "{path}");
        }
        assert!(!named.header("vary").contains("accept-language"), "{path}: {}", named.header("vary"));
        assert!(followed.header("vary").contains("accept-language"), "{path}");
    }
}

#[tokio::test]
async fn errors_are_reported_where_the_operator_says() {
    let state = || AppState::new(Arc::new(EmbeddedStore::new(fixture::release())));
    let without = get_from(&app(state()), "/hotspots/kz-temirtau-air?lang=en").await;
    if !without.header("content-type").starts_with("text/html") {
        return;
    }
    assert!(!without.text().contains("Report an error") && !without.text().contains("mailto:"));
    let server = app(state().with_reports_to("mailto:map@example.org").unwrap());
    for path in ["/hotspots/kz-temirtau-air", "/oblasts/KZ-35"] {
        let page = get_from(&server, &format!("{path}?lang=en")).await;
        let link = values(page.text(), "<a class=\"button\" href=\"mailto:", "href");
        let link = page
            .text()
            .split("href=\"mailto:")
            .nth(1)
            .map(|rest| rest.split('"').next().unwrap())
            .unwrap_or_else(|| panic!("{link:?}"));
        let id = path.rsplit('/').next().unwrap();
        for part in ["map@example.org?subject=", id, &fixture::release().id.to_string()] {
            assert!(link.contains(part), "{part}: {link}");
        }
        assert_eq!(meta(page.text(), "name", "terrikon:report-errors-to"), "mailto:map@example.org");
    }
    assert!(state().with_reports_to("javascript:alert(1)").is_err());
}

#[tokio::test]
async fn search_engines_find_every_page_in_every_language() {
    let robots = get("/robots.txt").await;
    assert!(robots.text().contains("Sitemap: http://terrikon.test/sitemap.xml"), "{}", robots.text());
    assert!(!robots.text().lines().any(|line| line == "Disallow: /"));
    let map = get("/sitemap.xml").await;
    assert_eq!(map.header("content-type"), "application/xml; charset=utf-8");
    let addresses: Vec<&str> =
        map.text().split("<loc>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    assert_eq!(map.text().matches("<xhtml:link ").count(), addresses.len() * 5);
    for path in ["/?", "/methods?", "/hotspots/kz-temirtau-air?", "/oblasts/KZ-62?"] {
        for lang in LANGUAGES {
            let address = format!("http://terrikon.test{path}lang={lang}");
            assert!(addresses.contains(&address.as_str()), "{address}");
        }
    }
    for address in addresses.iter().step_by(3) {
        let path = address.strip_prefix("http://terrikon.test").unwrap();
        assert_eq!(get(path).await.status, 200, "{address}");
    }
}

#[tokio::test]
async fn where_there_is_no_page_one_gets_help() {
    let html = [("accept", "text/html,application/xhtml+xml,*/*;q=0.8")];
    for (lang, words) in
        [("en", "Did you mean"), ("ru", "Может быть, вы искали"), ("kk", "Мүмкін"), ("ky", "Балким")]
    {
        for path in ["/hotspots/temirtau", "/temirtau", "/oblasts/KZ-99"] {
            let page = ask(Method::GET, &format!("{path}?lang={lang}"), &html).await;
            assert_eq!(page.status, 404, "{path}");
            if !page.header("content-type").starts_with("text/html") {
                return;
            }
            let text = page.text();
            assert!(text.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
            assert!(!text.contains("<script") && !text.contains("og:url"), "{path}: {text}");
            assert!(text.contains(&format!("/oblasts/KZ-35?lang={lang}")), "{path}: no way on");
            if path != "/oblasts/KZ-99" {
                assert!(
                    text.contains(words) && text.contains("/hotspots/kz-temirtau-air?"),
                    "{path}: {text}"
                );
            }
            assert_eq!(page.header("content-language"), lang);
        }
    }
    // Programs get what they can read.
    let problem = get("/temirtau").await;
    assert_eq!(problem.problem()["status"], 404);
    let problem = ask(Method::GET, "/api/nothing", &html).await;
    assert_eq!(problem.problem()["status"], 404);
}

#[tokio::test]
async fn nothing_of_an_address_becomes_markup() {
    let attack = "%22%3E%3C%2Fscript%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    for address in [
        format!("/hotspots/{attack}"),
        format!("/hotspots/kz-temirtau-air?lang={attack}&theme={attack}&{attack}={attack}"),
        format!("/oblasts/KZ-35?date={attack}"),
        format!("/oblasts/{attack}"),
        format!("/{attack}"),
    ] {
        let page = ask(Method::GET, &address, &[("accept", "text/html")]).await;
        assert!(!page.text().contains("<script>"), "{address}: {}", page.text());
    }
}

#[tokio::test]
async fn the_curve_is_a_picture_of_its_own() {
    for theme in ["light", "dark"] {
        let curve = get_bundled(&format!("/hotspots/kz-koshkar-ata/curve.svg?lang=kk&theme={theme}")).await;
        assert_eq!((curve.status.as_u16(), curve.header("content-type")), (200, "image/svg+xml"));
        assert!(curve.text().starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{}", curve.text());
        assert!(curve.header("content-security-policy").contains("default-src 'none'"));
    }
    assert_eq!(get("/hotspots/nothing/curve.svg").await.status, 404);
}
