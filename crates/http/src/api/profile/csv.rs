//! The figures of a profile as a table: one row a figure, its source beside it.

use crate::problem::{Problem, Slug};
use bytes::Bytes;
use serde_json::Value;
use terrikon_core::spreadsheet::harmless;

const COLUMNS: [&str; 24] = [
    "section",
    "key",
    "name",
    "year",
    "value",
    "low",
    "high",
    "unit",
    "area",
    "area_same_as_asked",
    "meaning",
    "grade",
    "note",
    "source",
    "source_title",
    "publisher",
    "source_date",
    "url",
    "licence",
    "oblast",
    "oblast_name",
    "date",
    "release",
    "method",
];

static NOTHING: Value = Value::Null;

/// A figure; what is empty is not known.
#[derive(Debug)]
struct Row<'a> {
    section: &'static str,
    key: String,
    name: &'a Value,
    year: &'a Value,
    value: &'a Value,
    low: &'a Value,
    high: &'a Value,
    unit: &'a str,
    area: &'a Value,
    meaning: String,
    grade: &'a Value,
    note: &'a Value,
    source: &'a Value,
    method: &'a Value,
}

/// The table, with a byte order mark where it is asked for.
pub(super) fn write(told: &Value, bom: bool) -> Result<Bytes, Problem> {
    let mut out = if bom { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
    let mut table = csv::Writer::from_writer(&mut out);
    let written = (|| {
        table.write_record(COLUMNS)?;
        rows(told).iter().try_for_each(|row| table.write_record(row.cells(told)))?;
        table.flush()?;
        Ok::<_, csv::Error>(())
    })();
    drop(table);
    written.map_err(|error| {
        tracing::error!(error = &error as &dyn std::error::Error, "a table could not be written");
        Problem::new(Slug::Internal)
    })?;
    Ok(out.into())
}

fn rows(told: &Value) -> Vec<Row<'_>> {
    let mut rows = hotspots(told);
    rows.extend(exposure(&told["exposure"]));
    rows.extend(list(told, "indicators").flat_map(indicator));
    rows.extend(list(told, "projects").map(|project| Row {
        key: text(&project["kind"]),
        name: &project["name"],
        year: &project["begins"],
        value: &project["budget"],
        unit: project["currency"].as_str().unwrap_or_default(),
        meaning: text(&project["outputs"]),
        ..Row::of("project", project)
    }));
    rows.extend(list(told, "measurements").map(|sample| Row {
        key: [&sample["pollutant"], &sample["medium"]].map(text).join(" "),
        name: &sample["hotspot"],
        year: &sample["sampled_from"],
        value: &sample["value"],
        low: &sample["value_low"],
        high: &sample["value_high"],
        unit: sample["unit"].as_str().unwrap_or_default(),
        ..Row::of("measurement", sample)
    }));
    rows.extend(list(told, "protected_areas").map(|reserve| Row {
        key: text(&reserve["id"]),
        name: &reserve["name"],
        value: &reserve["area_ha"],
        unit: "ha",
        source: &reserve["area_source"],
        ..Row::of("protected_area", reserve)
    }));
    rows
}

fn hotspots(told: &Value) -> Vec<Row<'_>> {
    let hotspots = &told["hotspots"];
    let row = |key: String, value| Row { section: "hotspots", key, value, unit: "count", ..Row::default() };
    let mut rows = vec![row("total".to_owned(), &hotspots["total"])];
    for by in ["by_kind", "by_status", "by_trust"] {
        let counts = hotspots[by].as_object().into_iter().flatten();
        rows.extend(counts.map(|(word, count)| row(format!("{by}.{word}"), count)));
    }
    rows
}

fn exposure(report: &Value) -> Vec<Row<'_>> {
    let figures = ["people_union", "people_sum"];
    let rows = list(report, "rings").flat_map(|ring| {
        figures.map(|figure| Row {
            section: "exposure",
            key: format!("{figure}.{}m", ring["radius_m"].as_f64().unwrap_or_default()),
            year: &report["population"]["year"],
            value: &ring[figure]["central"],
            low: &ring[figure]["low"],
            high: &ring[figure]["high"],
            unit: "people",
            meaning: list(ring, "caveats").map(|caveat| text(&caveat["text"])).collect::<Vec<_>>().join(" "),
            source: &report["population"]["source"]["id"],
            method: &report["method"],
            ..Row::default()
        })
    });
    rows.collect()
}

fn indicator(group: &Value) -> Vec<Row<'_>> {
    let mut key = text(&group["indicator"]);
    if group["about"] != "oblast" {
        key = format!("{key} {}", text(&group["subject"]["id"]));
    }
    let figures = list(group, "series").map(|figure| Row {
        key: key.clone(),
        name: &group["name"],
        year: &figure["year"],
        value: if figure["value"].is_null() { &figure["stated"] } else { &figure["value"] },
        low: &figure["low"],
        high: &figure["high"],
        unit: group["unit"].as_str().unwrap_or_default(),
        area: &figure["area"],
        ..Row::of("indicator", figure)
    });
    figures.collect()
}

impl Default for Row<'_> {
    fn default() -> Self {
        Self {
            section: "",
            key: String::new(),
            name: &NOTHING,
            year: &NOTHING,
            value: &NOTHING,
            low: &NOTHING,
            high: &NOTHING,
            unit: "",
            area: &NOTHING,
            meaning: String::new(),
            grade: &NOTHING,
            note: &NOTHING,
            source: &NOTHING,
            method: &NOTHING,
        }
    }
}

impl<'a> Row<'a> {
    /// What all documents of facts have.
    fn of(section: &'static str, fact: &'a Value) -> Self {
        Self {
            section,
            meaning: text(&fact["meaning"]),
            grade: &fact["grade"],
            note: &fact["note"],
            source: &fact["source"],
            ..Self::default()
        }
    }

    fn cells(&self, told: &Value) -> [String; COLUMNS.len()] {
        let source = &told["sources"][self.source.as_str().unwrap_or_default()];
        let Self { section, key, unit, meaning, .. } = self;
        [
            (*section).to_owned(),
            key.clone(),
            text(self.name),
            text(self.year),
            text(self.value),
            text(self.low),
            text(self.high),
            (*unit).to_owned(),
            text(&self.area["id"]),
            text(&self.area["same_as_asked"]),
            meaning.clone(),
            text(self.grade),
            text(self.note),
            text(self.source),
            text(&source["title"]),
            text(&source["publisher"]),
            text(&source["date"]),
            text(&source["url"]),
            text(&source["licence"]),
            text(&told["oblast"]["code"]),
            text(&told["oblast"]["name"]),
            text(&told["date"]),
            text(&told["release"]),
            text(self.method),
        ]
        .map(|cell| harmless(&cell))
    }
}

fn list<'a>(document: &'a Value, member: &str) -> impl Iterator<Item = &'a Value> {
    document[member].as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
