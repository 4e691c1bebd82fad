//! What changed from one release to another: page by page and as a table the same rows, each field with both values.

use crate::{
    fixture,
    server::{get, get_from, release},
    stores::{TwoReleases, older},
};
use axum::Router;
use serde_json::{Value, json};
use std::{collections::BTreeMap, sync::Arc};
use terrikon_core::diff::ReleaseDiff;
use terrikon_http::{AppState, app};

fn both() -> Router {
    app(AppState::new(Arc::new(TwoReleases::new())))
}

fn address(rest: &str) -> String {
    format!("/api/releases/{}/diff?to={}{rest}", older().id, release())
}

async fn rows(server: &Router, limit: usize) -> Vec<Value> {
    let mut rows = Vec::new();
    let mut next = Some(address(&format!("&limit={limit}")));
    while let Some(address) = next {
        let answer = get_from(server, &address).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let page = answer.json();
        let changes = page["changes"].as_array().unwrap();
        assert!(changes.len() <= limit && page["numberReturned"] == changes.len());
        rows.extend(changes.iter().cloned());
        let link = page["links"].as_array().unwrap().iter().find(|link| link["rel"] == "next");
        next = link.map(|link| link["href"].as_str().unwrap().to_owned());
    }
    rows
}

#[tokio::test]
async fn every_page_size_gives_the_rows_that_core_finds() {
    let server = both();
    let all = rows(&server, 10_000).await;
    for limit in [1, 2, 3, 7] {
        assert_eq!(rows(&server, limit).await, all, "{limit} a page");
    }
    let expected = ReleaseDiff::between(&older(), &fixture::release());
    let mut told: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for row in &all {
        let text = |member: &str| row[member].as_str().unwrap().to_owned();
        told.entry((text("collection"), text("change"))).or_default().push(text("id"));
    }
    let mut wanted: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let mut want = |name: &str, change: &str, ids: Vec<String>| {
        if !ids.is_empty() {
            wanted.insert((name.to_owned(), change.to_owned()), ids);
        }
    };
    for collection in &expected.collections {
        let name = collection.collection.as_str();
        want(name, "added", collection.added.clone());
        want(name, "removed", collection.removed.clone());
        want(name, "changed", collection.changed.iter().map(|change| change.id.clone()).collect());
    }
    for (name, rows) in [("claims", &expected.claims), ("sources", &expected.sources)] {
        want(name, "added", rows.added.clone());
        want(name, "removed", rows.removed.clone());
        want(name, "changed", rows.changed.clone());
    }
    assert_eq!(told, wanted);
    let changed =
        expected.collections[0].changed.iter().find(|change| change.id == "kz-temirtau-air").unwrap();
    let row = all.iter().find(|row| row["id"] == "kz-temirtau-air").unwrap();
    assert_eq!(row["fields"], json!(changed.fields));
}

#[tokio::test]
async fn a_row_that_came_tells_all_that_it_holds() {
    let all = rows(&both(), 100).await;
    let added = all.iter().find(|row| row["id"] == "kz-anonymous-dump").unwrap();
    assert_eq!(added["change"], "added");
    let fields = added["fields"].as_array().unwrap();
    assert!(fields.iter().all(|field| field["before"].is_null() && !field["after"].is_null()), "{added:#}");
    assert!(fields.iter().any(|field| field["field"] == "kind" && field["after"] == "dump"), "{added:#}");
    let claim = all.iter().find(|row| row["collection"] == "claims").unwrap();
    assert!(claim["fields"].as_array().unwrap().iter().any(|field| field["field"] == "value"), "{claim:#}");
}

#[tokio::test]
async fn counts_are_those_of_the_rows() {
    let server = both();
    let page = get_from(&server, &address("")).await.json();
    let all = rows(&server, 100).await;
    assert_eq!(page["numberMatched"], all.len());
    for (name, counts) in page["counts"].as_object().unwrap() {
        for change in ["added", "removed", "changed"] {
            let count =
                all.iter().filter(|row| row["collection"] == *name && row["change"] == change).count();
            assert_eq!(counts[change], count, "{name} {change}");
        }
    }
}

#[tokio::test]
async fn the_table_has_a_line_for_every_field() {
    let server = both();
    let answer = get_from(&server, &address("&f=csv&bom=true")).await;
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8; header=present");
    let text = answer.text().strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let lines: Vec<Vec<String>> =
        reader.records().map(|line| line.unwrap().iter().map(ToOwned::to_owned).collect()).collect();
    let all = rows(&server, 100).await;
    let fields: usize = all.iter().map(|row| row["fields"].as_array().unwrap().len()).sum();
    assert_eq!(lines.len(), fields);
    let moved = lines.iter().find(|line| line[1] == "kz-temirtau-air" && line[3] == "geometry").unwrap();
    assert_eq!((moved[4].as_str(), moved[5].as_str()), ("point 73.5 50.4", "point 72.9667 50.0667"));
    let short = get_from(&server, &address("&f=csv&limit=1")).await;
    let first = csv::Reader::from_reader(short.text().as_bytes()).records().count();
    assert_eq!(first, all[0]["fields"].as_array().unwrap().len());
}

#[tokio::test]
async fn a_release_does_not_differ_from_itself() {
    let id = release();
    let page = get(&format!("/api/releases/{id}/diff?to={id}")).await.json();
    assert_eq!((&page["numberMatched"], &page["changes"]), (&json!(0), &json!([])));
    assert_eq!(page["counts"].as_object().unwrap().len(), terrikon_core::CollectionId::ALL.len() + 2);
    let table = get(&format!("/api/releases/{id}/diff?to={id}&f=csv")).await;
    assert_eq!(table.text(), "collection,id,change,field,before,after\n");
}

#[tokio::test]
async fn what_is_not_kept_or_no_cursor_is_told() {
    let (id, unknown) = (release(), "r0000000000000000");
    let to = get(&format!("/api/releases/{id}/diff?to={unknown}")).await;
    assert_eq!(to.status, 404);
    assert_eq!(to.problem()["parameter"], "to");
    assert!(to.text().contains(unknown));
    let from = get(&format!("/api/releases/{unknown}/diff?to={id}")).await;
    assert_eq!((from.status.as_u16(), from.problem()["parameter"].as_str()), (404, Some("release")));
    let missing = get(&format!("/api/releases/{id}/diff")).await;
    assert_eq!(missing.problem()["type"], "/problems/missing-parameter");
    let server = both();
    for cursor in ["x", "%00", "cjA", "Pj4-"] {
        let answer = get_from(&server, &address(&format!("&cursor={cursor}"))).await;
        assert_eq!(answer.problem()["type"], "/problems/invalid-cursor", "{cursor}");
    }
    // A cursor of the other direction.
    let page = get_from(&server, &address("&limit=1")).await.json();
    let next = page["links"].as_array().unwrap().iter().find(|link| link["rel"] == "next").unwrap();
    let cursor = next["href"].as_str().unwrap().split("cursor=").nth(1).unwrap().to_owned();
    let back = format!("/api/releases/{}/diff?to={}&cursor={cursor}", release(), older().id);
    assert_eq!(get_from(&server, &back).await.problem()["type"], "/problems/invalid-cursor");
}
