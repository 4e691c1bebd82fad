//! Claims and sources as rows: who says what, and where it can be read.

use crate::{Cell, Column, Holds, Row, features::cited};
use std::collections::BTreeMap;
use terrikon_core::{Claim, ReleaseId, Source};

const fn text(name: &'static str, about: &'static str) -> Column {
    Column { name, holds: Holds::Text, about }
}

/// The columns of claims.
pub const CLAIMS: [Column; 16] = [
    text("id", "the subject and a hash of the whole claim"),
    text("hotspot", "id of the feature that it speaks of"),
    text("property", "what is claimed"),
    text("value", "the value in the words of the source"),
    Column { name: "value_low", holds: Holds::Real, about: "the lower end, alone for \"more than\"" },
    Column { name: "value_high", holds: Holds::Real, about: "the upper end, alone for \"up to\"" },
    text("unit", "the unit of the value"),
    text("year", "the year for which it holds, as precisely as the source says"),
    text("meaning", "what the source means by it"),
    text("grade", "A: read in the source, B: inferred from it, C: from memory, unverified"),
    text("note", "doubts, conflicts and slips"),
    text("source", "id of the source"),
    text("cited", "the source: who published what, when, and where it is"),
    text("licence", "licence of the source, where it is stated"),
    text("language", "language of the source, ISO 639-1"),
    text("release", "id of the release"),
];

/// The columns of sources.
pub const SOURCES: [Column; 12] = [
    text("id", "kept for good"),
    text("title", "in its own language"),
    text("publisher", "who published it"),
    text("date", "date of publication, as precisely as known"),
    text("date_note", "doubts about the date"),
    text("language", "ISO 639-1"),
    text("url", "where it is"),
    text("licence", "licence of its data, where it is stated"),
    text("attribution", "whether the licence asks for attribution"),
    text("share_alike", "whether derived data must carry the same licence"),
    text("commercial", "true, false or unknown"),
    text("release", "id of the release"),
];

/// A text that counts as missing where it is empty.
fn stated(text: &str) -> Cell<'_> {
    Cell::text(Some(text).filter(|text| !text.is_empty()))
}

/// The row of a claim, in the order of [`CLAIMS`].
#[must_use]
pub fn claim<'a>(claim: &'a Claim, sources: &'a BTreeMap<String, Source>, release: &'a ReleaseId) -> Row<'a> {
    let source = sources.get(&claim.source);
    let number = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Real);
    let of_source = |pick: fn(&Source) -> &str| source.map_or(Cell::Empty, |source| stated(pick(source)));
    let cells = vec![
        Cell::text(Some(claim.id())),
        stated(&claim.subject),
        stated(&claim.property),
        stated(&claim.value),
        number(claim.value_low),
        number(claim.value_high),
        stated(&claim.unit),
        stated(&claim.year),
        stated(&claim.meaning),
        stated(claim.grade.as_str()),
        stated(&claim.note),
        stated(&claim.source),
        Cell::text(source.map(cited)),
        of_source(|source| &source.licence),
        of_source(|source| &source.language),
        stated(release.as_str()),
    ];
    Row { shape: None, cells }
}

/// The row of a source, in the order of [`SOURCES`].
#[must_use]
pub fn source<'a>(source: &'a Source, release: &'a ReleaseId) -> Row<'a> {
    let word = |yes: bool| stated(if yes { "true" } else { "false" });
    let cells = vec![
        stated(&source.id),
        stated(&source.title),
        stated(&source.publisher),
        stated(&source.date),
        stated(&source.date_note),
        stated(&source.language),
        stated(&source.url),
        stated(&source.licence),
        word(source.attribution),
        word(source.share_alike),
        stated(&source.commercial),
        stated(release.as_str()),
    ];
    Row { shape: None, cells }
}
