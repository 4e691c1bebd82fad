//! Tables of claims and sources: facts that people gathered, each with where it can be read.

use crate::{
    fault::Fault,
    normalise::Candidate,
    read::{PointColumns, Row, read},
};
use std::{collections::BTreeSet, path::Path};
use terrikon_core::{Claim, Source, claim::Grade};

/// Reads a table of sources.
///
/// # Errors
/// The first fault: an unreadable file, a missing or repeated id, a word that is not true or false.
pub fn sources(folder: &Path, file: &str) -> Result<Vec<Source>, Fault> {
    let table = read(folder, file, None, &PointColumns::default())?;
    let mut seen = BTreeSet::new();
    table
        .rows
        .iter()
        .map(|row| {
            let cell = |column: &str| row.get(column).unwrap_or_default().to_owned();
            let id = required(row, file, "id")?;
            if !seen.insert(id.clone()) {
                return Err(Fault::of_file("duplicate-id", file, "the id of a source is used once")
                    .at(row.number, Some(&id))
                    .value("id", &id));
            }
            let flag = |column: &str| match row.get(column) {
                Some("true") => Ok(true),
                Some("false") => Ok(false),
                other => Err(Fault::of_file("unknown-word", file, "expected true or false")
                    .at(row.number, Some(&id))
                    .value(column, other.unwrap_or_default())),
            };
            Ok(Source {
                title: required(row, file, "title")?,
                publisher: cell("publisher"),
                date: cell("date"),
                date_note: cell("date_note"),
                language: cell("language"),
                url: cell("url"),
                licence: cell("licence"),
                attribution: flag("attribution")?,
                share_alike: flag("share_alike")?,
                commercial: row.get("commercial").unwrap_or("unknown").to_owned(),
                id,
            })
        })
        .collect()
}

/// Reads a table of claims. Every fault is reported, not only the first.
///
/// # Errors
/// Where the file can't be read.
pub fn claims(folder: &Path, file: &str, faults: &mut Vec<Fault>) -> Result<Vec<Claim>, Fault> {
    let table = read(folder, file, None, &PointColumns::default())?;
    let mut claims = Vec::new();
    for row in &table.rows {
        match claim(row, file) {
            Ok(claim) => claims.push(claim),
            Err(fault) => faults.push(fault),
        }
    }
    Ok(claims)
}

fn claim(row: &Row, file: &str) -> Result<Claim, Fault> {
    let cell = |column: &str| row.get(column).unwrap_or_default().to_owned();
    let subject = required(row, file, "hotspot")?;
    let number = |column: &str| {
        row.get(column)
            .map(|text| {
                text.parse::<f64>().ok().filter(|n| n.is_finite()).ok_or_else(|| {
                    Fault::of_file("bad-number", file, "expected a number")
                        .at(row.number, Some(&subject))
                        .value(column, text)
                })
            })
            .transpose()
    };
    Ok(Claim {
        property: required(row, file, "property")?,
        value: required(row, file, "value")?,
        value_low: number("value_low")?,
        value_high: number("value_high")?,
        unit: cell("unit"),
        year: cell("year"),
        meaning: cell("meaning"),
        source: required(row, file, "source")?,
        grade: match row.get("grade") {
            Some("A") => Grade::A,
            Some("B") => Grade::B,
            Some("C") => Grade::C,
            other => {
                return Err(Fault::of_file(
                    "unknown-word",
                    file,
                    "a grade is A (read in the source), B (inferred) or C (from memory)",
                )
                .at(row.number, Some(&subject))
                .value("grade", other.unwrap_or_default()));
            }
        },
        note: cell("note"),
        subject,
    })
}

/// The text of a cell that must not be empty.
pub(crate) fn required(row: &Row, file: &str, column: &str) -> Result<String, Fault> {
    row.get(column).map(ToOwned::to_owned).ok_or_else(|| {
        Fault::of_file("missing-value", file, "must not be empty")
            .at(row.number, row.get("id").or_else(|| row.get("hotspot")))
            .value(column, "")
    })
}

/// Rows whose source is not there.
#[must_use]
pub fn unknown_sources(candidates: &[Candidate], sources: &[Source]) -> Vec<Fault> {
    let known: BTreeSet<&str> = sources.iter().map(|source| source.id.as_str()).collect();
    let fields = ["source", "position_source", "population_source", "area_source"];
    let cited = candidates.iter().flat_map(|candidate| fields.map(|field| (candidate, field)));
    let unknown = cited.filter_map(|(candidate, field)| {
        let source = candidate.feature.text(field).filter(|source| !known.contains(source))?;
        Some(candidate.fault("unknown-source", "no source has this id").value(field, source))
    });
    unknown.collect()
}

/// Claims about places that are not there, and claims and others whose source is not there.
#[must_use]
pub fn dangling(
    claims: &[Claim],
    sources: &[Source],
    subjects: &BTreeSet<&str>,
    cited: &[(String, String)],
) -> Vec<Fault> {
    let known: BTreeSet<&str> = sources.iter().map(|source| source.id.as_str()).collect();
    let mut faults = Vec::new();
    for claim in claims {
        let fault = |rule, expected: &str, field, value: &str| {
            Fault::of_file(rule, "claims", expected).at(0, Some(&claim.subject)).value(field, value)
        };
        if !subjects.contains(claim.subject.as_str()) {
            faults.push(fault("unknown-subject", "no hotspot has this id", "hotspot", &claim.subject));
        }
        if !known.contains(claim.source.as_str()) {
            faults.push(fault("unknown-source", "no source has this id", "source", &claim.source));
        }
    }
    for (id, source) in cited {
        if !known.contains(source.as_str()) {
            faults.push(
                Fault::of_file("unknown-source", "features", "no source has this id")
                    .at(0, Some(id))
                    .value("source", source),
            );
        }
    }
    for fault in &mut faults {
        fault.row = None;
    }
    faults
}
