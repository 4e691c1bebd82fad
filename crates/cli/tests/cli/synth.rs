//! `terrikon synth` as people run it.

use crate::{fixture, survey, terrikon, text};
use terrikon_core::CollectionId;
use terrikon_store::embedded::gpkg;

#[test]
fn a_release_is_made_up_on_another_and_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let base = folder.path().join("base.gpkg");
    gpkg::write(&base, &fixture::release()).unwrap();
    let made = |out: &str, seed: &str| {
        let arguments = ["synth", "--hotspots", "500", "--seed", seed, "--store", "base.gpkg", "--out", out];
        let run = terrikon(folder.path()).args(arguments).output().unwrap();
        assert!(run.status.success(), "{}", text(&run));
        assert!(text(&run).contains("500 made-up hotspots"), "{}", text(&run));
        gpkg::read(&folder.path().join(out)).unwrap()
    };
    let release = made("one.gpkg", "3");
    assert_eq!(release.collection(CollectionId::Hotspots).features.len(), 500);
    assert_eq!(release.id, made("again.gpkg", "3").id);
    assert_ne!(release.id, made("other.gpkg", "4").id);
}

#[test]
fn what_can_not_be_made_up_is_refused_and_nothing_written() {
    let folder = tempfile::tempdir().unwrap();
    for count in ["0", "5000001", "-1", "many"] {
        let count = format!("--hotspots={count}");
        let run = terrikon(folder.path()).args(["synth", &count, "--out", "r.gpkg"]).output().unwrap();
        assert!(!run.status.success() && text(&run).contains("--hotspots"), "{}", text(&run));
    }
    // A release of one hotspot and no area.
    let recipe = survey(folder.path());
    let run =
        terrikon(folder.path()).arg("ingest").arg(recipe).args(["--out", "base.gpkg"]).output().unwrap();
    assert!(run.status.success(), "{}", text(&run));
    let arguments = ["synth", "--hotspots", "5", "--store", "base.gpkg", "--out", "r.gpkg"];
    let run = terrikon(folder.path()).args(arguments).output().unwrap();
    assert!(!run.status.success() && text(&run).contains("nowhere to put hotspots"), "{}", text(&run));
    assert!(!folder.path().join("r.gpkg").exists());
}
