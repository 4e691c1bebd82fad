//! No gathered figure is lost: each row of the raw tables is a claim, an indicator, a source, or left out by a rule.

use crate::{BUNDLED, fixtures, raw_data};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};
use terrikon_core::CollectionId;

/// The rows of a tab-separated table, by column.
fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let row = |line: &str| {
        let cells = line.split('\t');
        header.iter().zip(cells).map(|(column, cell)| ((*column).to_owned(), cell.to_owned())).collect()
    };
    lines.map(row).collect()
}

/// How many rows each table has, as they were handed over.
const TABLES: [(&str, usize); 4] =
    [("air_waste_water", 768), ("law", 32), ("protected_areas", 68), ("tailings_mines", 323)];

/// Why a row is in no collection.
const RULES: [&str; 4] =
    ["act-without-figure", "address-of-a-service", "not-of-an-area", "not-about-pollution"];

#[test]
fn every_row_has_its_place() {
    let listed = rows(&fixtures().join("facts/gathered.tsv"));
    let places: BTreeSet<(&str, &str)> = listed.iter().map(|row| (&*row["file"], &*row["row"])).collect();
    assert_eq!(places.len(), listed.len(), "a row is listed once");
    for (table, count) in TABLES {
        let own: BTreeSet<usize> =
            listed.iter().filter(|row| row["file"] == table).map(|row| row["row"].parse().unwrap()).collect();
        assert_eq!(own, (2..count + 2).collect(), "{table}");
    }
    let indicators = BUNDLED.collection(CollectionId::Indicators);
    for row in &listed {
        let (id, detail) = (&row["id"], &row["detail"]);
        let there = match row["to"].as_str() {
            "indicators" => indicators.get(id).is_some(),
            "sources" => BUNDLED.sources.iter().any(|source| source.id == *id),
            "claims" => BUNDLED.claims.iter().any(|claim| {
                claim.subject == *id && format!("{}={}", claim.property, claim.value) == *detail
            }),
            "left-out" => RULES.contains(&detail.as_str()),
            other => panic!("{other}"),
        };
        assert!(there, "{row:?}");
    }
}

#[test]
fn the_list_is_that_of_the_raw_tables() {
    let Some(data) = raw_data() else { return };
    let listed = rows(&fixtures().join("facts/gathered.tsv"));
    for (table, count) in TABLES {
        let raw = rows(&data.join("claims").join(format!("{table}.tsv")));
        assert_eq!(raw.len(), count, "{table}");
        for (row, number) in raw.iter().zip(2_usize..) {
            let found =
                listed.iter().find(|one| one["file"] == table && one["row"] == number.to_string()).unwrap();
            for (ours, theirs) in [("subject", "subject_id"), ("property", "property"), ("value", "value")] {
                assert_eq!(found[ours], row[theirs], "{table}, row {number}");
            }
            if found["to"] == "indicators" {
                let figure = BUNDLED.collection(CollectionId::Indicators).get(&found["id"]).unwrap();
                assert_eq!(figure.text("grade"), Some(row["grade"].as_str()), "{table}, row {number}");
                let number = |field: &str| figure.number(field);
                let plain = row["value"].parse::<f64>().ok();
                let told = number("value").or(number("value_low")).or(number("value_high"));
                let slip = figure.text("note").is_some_and(|note| note.contains("slip"));
                assert!(plain.is_none() || slip || told == plain, "{found:?}");
            }
        }
    }
}

#[test]
fn emissions_and_people_of_oblasts_are_those_of_the_statistics() {
    let Some(data) = raw_data() else { return };
    let count = |indicator: &str| {
        let figures = BUNDLED.collection(CollectionId::Indicators).features.iter();
        figures
            .filter(|f| f.text("indicator") == Some(indicator) && f.text("source") == Some("stat-gov-kz"))
            .map(|f| f.number("value").unwrap().to_string())
            .collect::<Vec<_>>()
    };
    let cells = |file: &str, from: usize, to: usize| {
        let text = std::fs::read_to_string(data.join(file)).unwrap();
        let mut all: Vec<String> = Vec::new();
        for line in text.lines().skip(1) {
            let cells = line.split(',').skip(1 + from).take(to).filter(|cell| *cell != "-");
            all.extend(cells.map(|cell| {
                // The file has the noise of binary fractions: 2346.2999999999997.
                let number: f64 = cell.parse().unwrap();
                ((number * 1e4).round() / 1e4).to_string()
            }));
        }
        all.sort();
        all
    };
    let mut emissions = count("emissions_stationary");
    emissions.sort();
    assert_eq!(emissions, cells("industry/odk_stationary_air_emissions_by_oblast_2005_2022.csv", 0, 18));
    let mut people = count("population");
    people.sort();
    assert_eq!(people, cells("population/odk_oblast_population_2023.csv", 0, 1));
}
