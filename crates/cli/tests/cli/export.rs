//! `terrikon export` as people run it.

use crate::{fixture, terrikon, text};
use serde_json::Value;
use std::{fs, path::Path};
use terrikon_store::embedded::gpkg;

/// A folder with the small release.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    gpkg::write(&folder.path().join("release.gpkg"), &fixture::release()).unwrap();
    folder
}

fn export(folder: &Path, more: &[&str]) -> std::process::Output {
    let command = ["export", "--collection", "hotspots", "--date", "2024-06-30"];
    terrikon(folder).env("TERRIKON_STORE", "release.gpkg").args(command).args(more).output().unwrap()
}

#[test]
fn every_format_is_written_with_every_feature() {
    let folder = folder();
    for (file, begins) in [
        ("out.gpkg", &b"SQLite format 3\0"[..]),
        ("out.fgb", b"fgb\x03fgb\0"),
        ("out.parquet", b"PAR1"),
        ("out.geojson", b"{\"type\":\"FeatureCollection\""),
        ("out.geojsonl", b"{\"type\":\"Feature\""),
        ("out.csv", b"id,name,"),
    ] {
        let run = export(folder.path(), &["--out", file]);
        assert!(run.status.success() && text(&run).contains("wrote 5 features"), "{file}: {}", text(&run));
        let bytes = fs::read(folder.path().join(file)).unwrap();
        assert!(bytes.starts_with(begins), "{file}");
        let again = export(folder.path(), &["--out", "again", "--format", file.split_once('.').unwrap().1]);
        assert!(again.status.success(), "{}", text(&again));
        assert!(fs::read(folder.path().join("again")).unwrap() == bytes, "{file}: the same bytes again");
    }
    let read = |file: &str| fs::read_to_string(folder.path().join(file)).unwrap();
    let whole: Value = serde_json::from_str(&read("out.geojson")).unwrap();
    let lines: Vec<Value> =
        read("out.geojsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(whole["features"], Value::from(lines));
    // Nothing else is left in the folder: six files, the one made again, and the release.
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 8);
}

#[test]
fn claims_and_sources_can_be_written_too() {
    let folder = folder();
    for collection in ["claims", "sources"] {
        let file = format!("{collection}.csv");
        let command = ["export", "--store", "release.gpkg", "--collection", collection, "--out", &file];
        let run = terrikon(folder.path()).args(command).output().unwrap();
        assert!(run.status.success(), "{}", text(&run));
        assert!(fs::read_to_string(folder.path().join(&file)).unwrap().starts_with("id,"));
    }
}

#[test]
fn what_is_asked_for_narrows_the_file() {
    let folder = folder();
    for (more, wanted) in
        [(&["--limit", "2"][..], 2), (&["--oblast", "KZ-62"], 1), (&["--bbox=-10,-10,-5,-5"], 0)]
    {
        let run = export(folder.path(), &[&["--out", "out.geojson"], more].concat());
        assert!(run.status.success(), "{}", text(&run));
        let found: Value =
            serde_json::from_slice(&fs::read(folder.path().join("out.geojson")).unwrap()).unwrap();
        assert_eq!(found["features"].as_array().unwrap().len(), wanted, "{more:?}");
    }
}

#[test]
fn what_can_not_be_written_leaves_the_old_file() {
    let folder = folder();
    let old = folder.path().join("out.csv");
    fs::write(&old, "old").unwrap();
    for (more, told) in [
        (&["--out", "out.csv", "--oblast", "XX-1"][..], "XX-1"),
        (&["--out", "out.csv", "--store", "nothing.gpkg"], "nothing.gpkg"),
        (&["--out", "out.xlsx"], "--format"),
        (&["--out", "nowhere/out.csv"], "nowhere"),
        (&["--out", "out.csv", "--bbox=1,2,3"], "west, south"),
    ] {
        let run = export(folder.path(), more);
        assert!(!run.status.success() && text(&run).contains(told), "{more:?}: {}", text(&run));
    }
    assert_eq!(fs::read_to_string(&old).unwrap(), "old");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}
