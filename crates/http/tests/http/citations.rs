//! How a release is cited: in every format and language, with no date that nobody knows.

use crate::{
    fixture,
    server::{Answer, ask, get, get_from, release},
    stores::{TwoReleases, older},
};
use axum::http::Method;
use sha2::{Digest as _, Sha256};
use std::sync::Arc;
use terrikon_http::{AppState, app};

fn today() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%d").to_string()
}

async fn citation(query: &str) -> Answer {
    let answer = get(&format!("/api/releases/{}/citation{query}", release())).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer
}

#[tokio::test]
async fn plain_text_names_the_release_in_four_languages() {
    let mut texts = Vec::new();
    for lang in ["en", "ru", "kk", "ky"] {
        let answer = citation(&format!("?lang={lang}")).await;
        assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
        assert_eq!(answer.header("content-language"), lang);
        assert_eq!(answer.header("terrikon-release"), release());
        let text = answer.text().replace(&release(), "RELEASE").replace(&today(), "TODAY");
        assert!(
            text.contains("http://terrikon.test/api?release=RELEASE") && text.contains("TODAY"),
            "{text}"
        );
        texts.push(text);
    }
    insta::assert_snapshot!(texts.concat());
}

#[tokio::test]
async fn reference_managers_read_csl_json() {
    let answer = citation("?f=csl&lang=en").await;
    assert_eq!(answer.header("content-type"), "application/vnd.citationstyles.csl+json");
    let list = answer.json();
    let [item] = list.as_array().unwrap().as_slice() else { panic!("{list:#}") };
    assert_eq!(
        (item["type"].as_str(), item["version"].as_str()),
        (Some("dataset"), Some(release().as_str()))
    );
    assert_eq!(item["URL"], format!("http://terrikon.test/api?release={}", release()));
    assert!(item.get("issued").is_none(), "nobody knows when a file was published: {item:#}");
    let day = item["accessed"]["date-parts"][0].as_array().unwrap();
    let day: Vec<i64> = day.iter().map(|part| part.as_i64().unwrap()).collect();
    assert_eq!(format!("{:04}-{:02}-{:02}", day[0], day[1], day[2]), today());
}

#[tokio::test]
async fn bibtex_has_balanced_braces_and_no_invented_year() {
    for lang in ["en", "ru", "kk", "ky"] {
        let answer = citation(&format!("?f=bibtex&lang={lang}")).await;
        assert_eq!(answer.header("content-type"), "application/x-bibtex; charset=utf-8");
        let text = answer.text();
        assert!(text.starts_with(&format!("@misc{{terrikon-{},\n", release())), "{text}");
        assert_eq!(text.matches('{').count(), text.matches('}').count(), "{text}");
        assert!(!text.contains("year = "), "{text}");
    }
    let text =
        citation("?f=bibtex&lang=ky").await.text().replace(&release(), "RELEASE").replace(&today(), "TODAY");
    insta::assert_snapshot!(text);
}

#[tokio::test]
async fn accept_chooses_where_f_is_absent() {
    let address = format!("/api/releases/{}/citation", release());
    for (accept, media) in [
        ("application/x-bibtex", "application/x-bibtex; charset=utf-8"),
        (
            "text/plain;q=0.1, application/vnd.citationstyles.csl+json",
            "application/vnd.citationstyles.csl+json",
        ),
        ("*/*", "text/plain; charset=utf-8"),
    ] {
        let answer = ask(Method::GET, &address, &[("accept", accept)]).await;
        assert_eq!(answer.header("content-type"), media, "{accept}");
    }
    assert_eq!(ask(Method::GET, &address, &[("accept", "image/png")]).await.status, 406);
    assert_eq!(get(&format!("{address}?f=ris")).await.problem()["parameter"], "f");
    assert_eq!(
        get("/api/releases/r0000000000000000/citation").await.problem()["type"],
        "/problems/unknown-release"
    );
}

#[tokio::test]
async fn an_older_release_is_cited_as_itself() {
    let both = app(AppState::new(Arc::new(TwoReleases::new())));
    let id = older().id;
    let answer = get_from(&both, &format!("/api/releases/{id}/citation?lang=en")).await;
    assert!(answer.text().contains(id.as_str()) && !answer.text().contains(&release()), "{}", answer.text());
}

#[tokio::test]
async fn a_release_tells_licences_attribution_and_where_citations_are() {
    let told = get(&format!("/api/releases/{}", release())).await.json();
    let sources = fixture::release().sources;
    assert_eq!(told["counts"]["sources"], sources.len());
    assert_eq!(told["counts"]["claims"], fixture::release().claims.len());
    assert_eq!(
        (&told["written_at"], &told["published_at"]),
        (&serde_json::Value::Null, &serde_json::Value::Null)
    );
    assert_eq!(told["current"], true);
    let licences = told["licences"].as_array().unwrap();
    let counted: u64 = licences.iter().map(|licence| licence["sources"].as_u64().unwrap()).sum();
    assert_eq!(counted as usize, sources.iter().filter(|source| !source.licence.is_empty()).count());
    let asking =
        sources.iter().filter(|source| source.attribution && !source.licence.contains("facts cited"));
    let lines = told["attribution"].as_array().unwrap();
    assert_eq!(lines.len(), asking.filter(|source| !source.licence.is_empty()).count());
    for link in told["links"].as_array().unwrap().iter().filter(|link| link["title"] == "How to cite it") {
        let path = link["href"].as_str().unwrap().replace("http://terrikon.test", "");
        let answer = get(&path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.header("content-type").starts_with(link["type"].as_str().unwrap()), "{path}");
    }
}

#[tokio::test]
async fn checksums_are_those_of_the_files_that_they_name() {
    let told = get(&format!("/api/releases/{}/checksums", release())).await.json();
    let files = told["checksums"].as_array().unwrap();
    assert_eq!(files.len(), terrikon_core::CollectionId::ALL.len() + 2);
    for file in files {
        let path = file["href"].as_str().unwrap().replace("http://terrikon.test", "");
        let answer = get(&path).await;
        assert_eq!(answer.status, 200, "{path}");
        let sha256: String = Sha256::digest(&answer.body).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(file["sha256"], sha256, "{path}");
        assert_eq!(file["bytes"], answer.body.len());
        assert_eq!(file["rows"], answer.text().lines().count());
    }
    assert!(files.iter().any(|file| file["rows"].as_u64() > Some(3)), "{files:#?}");
    assert_eq!(get("/api/releases/r0000000000000000/checksums").await.status, 404);
}
