//! `terrikon releases`, and what is said where something is not as it should be.

use super::{
    cluster::Cluster,
    intact::only_these_are_kept,
    releases::{ONE, OTHER, Prepared, base, releases, releases_told},
    server::Serving,
    sql::until,
};
use crate::{terrikon, text};
use std::process::Output;
use terrikon_core::{CollectionId, Release};

/// Every release that is listed, and whether it is served.
fn listed(url: &str) -> Vec<(String, bool)> {
    let list = releases_told(url, &["list"]);
    assert!(list.starts_with("release\twritten\tby\tprogram\thotspots\tlast published\t\n"), "{list}");
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        assert_eq!(cells.len(), 7, "{line}");
        (cells[0].to_owned(), cells[6] == "served now")
    };
    list.lines().skip(1).map(row).collect()
}

fn fails(run: &Output, words: &[&str]) {
    let told = text(run);
    assert!(
        !run.status.success() && words.iter().all(|word| told.contains(word)),
        "{words:?} are not in: {told}"
    );
    assert!(!told.contains("panicked"), "{told}");
}

#[test]
fn releases_are_listed_published_taken_back_and_removed() {
    let database = Cluster::shared().database();
    let url = &*database.url;
    assert_eq!(listed(url), [], "an empty database gets its schema");
    fails(&releases(url, &["rollback"]), &["nothing to go back to"]);
    ONE.publish(&database);
    fails(&releases(url, &["rollback"]), &["nothing to go back to"]);
    OTHER.write(url);
    let id = |release: &Prepared, served| (release.id.clone(), served);
    assert_eq!(listed(url), [id(&OTHER, false), id(&ONE, true)]);
    releases_told(url, &["publish", &OTHER.id]);
    assert_eq!(listed(url), [id(&OTHER, true), id(&ONE, false)]);
    assert!(text(&releases(url, &["rollback"])).contains(&format!("{} is served again", ONE.id)));
    assert_eq!(listed(url), [id(&OTHER, false), id(&ONE, true)]);
    fails(
        &releases(url, &["publish", "r0000000000000000"]),
        &["no release r0000000000000000", "releases list"],
    );
    fails(&releases(url, &["publish", "'; DROP TABLE terrikon.releases; --"]), &["there is no release"]);

    let third = Prepared::of("third", &base());
    third.publish(&database);
    let dry = releases(url, &["prune", "--keep", "1", "--dry-run"]);
    assert!(dry.status.success() && text(&dry).contains("would be removed"), "{}", text(&dry));
    assert_eq!(listed(url).len(), 3);
    // The one before stays, so that there is something to go back to.
    releases_told(url, &["prune", "--keep", "1"]);
    assert_eq!(listed(url), [id(&third, true), id(&ONE, false)]);
    only_these_are_kept(&database, &[&third.id, &ONE.id]);
    releases_told(url, &["rollback"]);
    assert_eq!(listed(url), [id(&third, false), id(&ONE, true)]);
}

#[test]
fn what_changed_is_told_row_by_row() {
    let database = Cluster::shared().database();
    let url = &*database.url;
    let Release { mut collections, mut claims, sources, generalised, population, .. } = base();
    let hotspots = collections.iter_mut().find(|all| all.id == CollectionId::Hotspots).unwrap();
    let (gone, changed) = (hotspots.features[0].id.clone(), hotspots.features[3].id.clone());
    hotspots.features.remove(0);
    hotspots.features[2].properties.insert("note".to_owned(), "looked at anew".into());
    claims.retain(|claim| claim.subject != gone);
    for collection in &mut collections {
        collection.features.retain(|feature| feature.text("hotspot") != Some(&gone));
    }
    let (before, after) = (
        Prepared::of("before", &base()),
        Prepared::of("after", &Release::new(collections, claims, sources, generalised, population)),
    );
    before.publish(&database);
    after.write(url);
    let told = releases_told(url, &["diff", &before.id, &after.id]);
    for line in [
        format!("- hotspots {gone}\n"),
        format!("~ hotspots {changed} note: "),
        format!("{} to {}", before.id, after.id),
    ] {
        assert!(told.contains(&line), "{line} is not in: {told}");
    }
    assert!(told.contains("looked at anew"), "{told}");
    let json: serde_json::Value =
        serde_json::from_str(&releases_told(url, &["diff", &before.id, &after.id, "--json"])).unwrap();
    assert!(json["from"] == before.id && json["to"] == after.id, "{json}");
    assert!(json["collections"].to_string().contains("looked at anew"), "{json}");
    assert!(releases_told(url, &["diff", &after.id, &after.id]).contains("nothing changed"));
    fails(&releases(url, &["diff", &before.id, "r0000000000000000"]), &["no release r0000000000000000"]);
}

#[test]
fn a_wrong_place_is_told_without_its_password() {
    let folder = Cluster::shared().files();
    let secret = "Pa55word";
    let nowhere = |rest: &str| format!("postgres://editor:{secret}@{rest}");
    let places = [
        nowhere("127.0.0.1:1/map"),
        nowhere("localhost/map?host=/nowhere"),
        nowhere("127.0.0.1:99999/map"),
        nowhere("127.0.0.1:1/map?sslmode=maybe"),
        nowhere("no.such.host.invalid/map"),
    ];
    for place in &places {
        for arguments in [
            &["releases", "list"][..],
            &["ingest", ONE.file.to_str().unwrap()],
            &["serve", "--listen", "127.0.0.1:0"],
        ] {
            for level in ["info", "trace"] {
                let run = terrikon(&folder)
                    .args(arguments)
                    .args(["--store", place])
                    .env("RUST_LOG", level)
                    .output()
                    .unwrap();
                let told = text(&run);
                assert!(!run.status.success() && !told.contains("panicked"), "{told}");
                assert!(
                    !told.contains(secret) && !String::from_utf8_lossy(&run.stdout).contains(secret),
                    "{arguments:?} {place}: {told}"
                );
                assert!(
                    told.contains("can't be reached") || told.contains("no address of a database"),
                    "{arguments:?} {place}: {told}"
                );
            }
        }
    }
    fails(&releases("release.gpkg", &["list"]), &["a file holds one release", "postgres://"]);
    let run =
        terrikon(&folder).arg("ingest").arg(&ONE.file).args(["--store", "other.gpkg"]).output().unwrap();
    fails(&run, &["other.gpkg is no database", "--out"]);
}

#[test]
fn a_server_says_no_password_either_and_waits_for_a_first_release() {
    let database = Cluster::shared().database();
    let url = database.url.replace("postgres:///", "postgres://postgres:Pa55word@localhost/");
    let run = terrikon(&std::env::temp_dir())
        .args(["serve", "--listen", "127.0.0.1:0", "--store", &url])
        .output()
        .unwrap();
    fails(&run, &["the schema of the database lacks", "terrikon releases list"]);
    releases_told(&url, &["list"]);
    let server = Serving::start_with(&url, &[], "trace");
    let answer = server.get("/health/ready");
    assert!(answer.status == 503 && answer.header("retry-after") == "2", "{answer:?}");
    assert!(server.get("/health/live").status == 200);
    ONE.publish(&database);
    until("the first release is served", || server.get("/health/ready").status == 200);
    assert_eq!(server.get("/tiles/hotspots/6/44/21").status, 200);
    assert!(!server.log().contains("Pa55word"), "{}", server.log());
    assert!(server.log().len() > 1000, "the log says much at this level");
}
