//! The raw files with their known faults: rules catch them, each by its name, and fixtures are what comes out.

use crate::{fixtures, raw_data};
use std::{path::PathBuf, sync::LazyLock};
use terrikon_core::CollectionId;
use terrikon_ingest::{Outcome, ingest, pipeline::Options, text};

static RAW: LazyLock<Option<Outcome>> = LazyLock::new(|| {
    let options = Options { data: Some(raw_data()?), without_tiles: true };
    Some(ingest(&[recipe()], &options).unwrap_or_else(|error| panic!("{error}")))
});

fn recipe() -> PathBuf {
    fixtures().join("recipes/raw.toml")
}

/// Whether a rule left out a row whose id, name or file has this text.
fn left_out(outcome: &Outcome, rule: &str, text: &str) -> bool {
    outcome.report.left_out.iter().any(|fault| {
        fault.rule == rule
            && (fault.id.as_deref().is_some_and(|id| id.contains(text))
                || fault.value.as_deref().is_some_and(|value| value.contains(text))
                || fault.file.contains(text))
    })
}

#[test]
fn plants_with_another_plants_coordinates_are_caught() {
    let Some(raw) = &*RAW else { return };
    for name in ["MAEK-Kazatoprom TPP-2", "MAEK-Kazatoprom TPP-3", "Karaganda GRES-2"] {
        assert!(left_out(raw, "shared-position", name), "{name}");
    }
    let kept = raw.release.collection(CollectionId::Facilities);
    let is_kept = |name: &str| kept.features.iter().any(|plant| plant.names.en.as_deref() == Some(name));
    assert!(is_kept("Ekibastuz-2 power station") && is_kept("Pavlodar TPP-1"), "those that are at home stay");
}

#[test]
fn a_mine_fourteen_degrees_off_is_caught() {
    let Some(raw) = &*RAW else { return };
    assert!(left_out(raw, "far-from-namesake", "Maikubensky"));
}

#[test]
fn a_mine_in_russia_is_caught() {
    let Some(raw) = &*RAW else { return };
    assert!(left_out(raw, "not-covered", "Oktyabrsky"));
}

#[test]
fn settlements_outside_their_country_are_caught() {
    let Some(raw) = &*RAW else { return };
    let outside = raw
        .report
        .left_out
        .iter()
        .filter(|fault| fault.rule == "outside-country" && fault.file.contains("localities"));
    assert!(outside.count() >= 10);
    let Some(derived) = &raw.derived else { panic!("the recipe has areas") };
    for town in &raw.release.collection(CollectionId::Settlements).features {
        let [lon, lat] = town.position.unwrap();
        let metres = derived.areas.distance_to_country(town.text("country").unwrap(), lon, lat).unwrap();
        assert!(metres <= 2_000.0, "{} lies {metres} m outside", town.id);
    }
}

#[test]
fn names_in_the_wrong_script_are_caught() {
    let Some(raw) = &*RAW else { return };
    assert!(left_out(raw, "mixed-script", "Кара-Tаш") && left_out(raw, "latin-script", "Shäken"));
    for town in &raw.release.collection(CollectionId::Settlements).features {
        for (lang, name) in town.names.iter() {
            assert_eq!(terrikon_ingest::validate::script::check(name, lang), Ok(()), "{} {name}", town.id);
        }
    }
}

#[test]
fn a_town_is_on_the_map_once() {
    let Some(raw) = &*RAW else { return };
    for name in ["Астана", "Кызылорда", "Талдыкорган"] {
        let towns = raw.release.collection(CollectionId::Settlements).features.iter();
        let large = towns
            .filter(|town| town.names.ru.as_deref() == Some(name) && town.number("population").is_some());
        assert_eq!(large.count(), 1, "{name}");
    }
    assert!(left_out(raw, "nameless-town", "73132"), "Sendai is not in Kazakhstan");
}

#[test]
fn one_line_is_chosen_between_the_two_countries() {
    let Some(raw) = &*RAW else { return };
    let report = &raw.derived.as_ref().unwrap().cells.report;
    let km2 = report.disputed_m2 / 1e6;
    assert!((km2 - 405.0).abs() < 1.0, "{km2} km² were claimed twice");
    let lost = |label: &str| {
        let unit = report.units.iter().find(|unit| unit.label == label).unwrap();
        unit.lost_m2 / 1e6
    };
    assert!((lost("KG-C") - 205.0).abs() < 2.0 && lost("KZ-31") < 1.0, "the line of geokz holds");
}

#[test]
fn fixtures_are_what_the_pipeline_derives() {
    let Some(raw) = &*RAW else { return };
    let folder = tempfile::tempdir().unwrap();
    let same = |name: &str| {
        let ours = std::fs::read_to_string(folder.path().join(name)).unwrap();
        let theirs = std::fs::read_to_string(fixtures().join("derived").join(name)).unwrap();
        assert!(ours == theirs, "fixtures/derived/{name} is out of date: run `just fixtures`");
    };
    text::tsv(&folder.path().join("settlements.tsv"), raw.release.collection(CollectionId::Settlements))
        .unwrap();
    text::tsv(&folder.path().join("facilities.tsv"), raw.release.collection(CollectionId::Facilities))
        .unwrap();
    text::geojson(&folder.path().join("rivers.geojson"), raw.release.collection(CollectionId::Rivers))
        .unwrap();
    let mut lakes = raw.release.collection(CollectionId::Lakes).clone();
    lakes.features.retain(|lake| lake.text("subkind") != Some("sea"));
    text::geojson(&folder.path().join("lakes.geojson"), &lakes).unwrap();
    text::left_out(&folder.path().join("left-out.tsv"), &raw.report.left_out).unwrap();
    text::changes(&folder.path().join("areas-changes.tsv"), &raw.derived.as_ref().unwrap().cells).unwrap();
    let areas = terrikon_ingest::recipe::Recipe::open(&recipe(), None).unwrap().areas.unwrap();
    text::cells(&folder.path().join("areas.geojson"), &raw.derived.as_ref().unwrap().cells, &areas).unwrap();
    for name in [
        "settlements.tsv",
        "facilities.tsv",
        "rivers.geojson",
        "lakes.geojson",
        "areas.geojson",
        "areas-changes.tsv",
        "left-out.tsv",
    ] {
        same(name);
    }
}

#[test]
fn rasters_of_the_fixtures_are_what_the_raw_files_give() {
    let Some(raw) = &*RAW else { return };
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(raw.release.population.len(), 2);
    for source in &raw.release.population {
        let name = format!("{}.tif", source.grid.id());
        let written = folder.path().join(&name);
        terrikon_ingest::population::write(&written, &source.grid).unwrap();
        let theirs = fixtures().join("derived/population").join(&name);
        assert!(
            std::fs::read(written).unwrap() == std::fs::read(theirs).unwrap(),
            "fixtures/derived/population/{name} is out of date: run `just fixtures`"
        );
    }
    // What is bundled is the same to the last cell, whether it counts, and in which order.
    assert!(raw.release.population == crate::BUNDLED.population, "the recipes disagree about the rasters");
}

#[test]
fn fixtures_stay_small() {
    fn bytes(folder: &std::path::Path) -> u64 {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.map(|path| if path.is_dir() { bytes(&path) } else { path.metadata().unwrap().len() }).sum()
    }
    assert!(bytes(&fixtures()) < 10_000_000);
}
