//! Whose the parts of a release are, and what must be said when they are passed on.

use serde::Serialize;
use std::collections::BTreeMap;
use terrikon_core::Source;
use terrikon_store::Directory;

/// A licence, with what its sources ask for.
#[derive(Debug, Serialize)]
pub(super) struct Licence<'a> {
    licence: &'a str,
    /// How many sources have it.
    sources: usize,
    /// Whether one of them asks for attribution.
    attribution: bool,
    /// Whether derived data must carry the same licence.
    share_alike: bool,
}

/// Every licence that a source of the release has, by name.
pub(super) fn licences(directory: &Directory) -> Vec<Licence<'_>> {
    let mut found: BTreeMap<&str, Licence<'_>> = BTreeMap::new();
    for source in directory.sources.values().filter(|source| !source.licence.is_empty()) {
        let nothing =
            Licence { licence: &source.licence, sources: 0, attribution: false, share_alike: false };
        let licence = found.entry(&source.licence).or_insert(nothing);
        licence.sources += 1;
        licence.attribution |= source.attribution;
        licence.share_alike |= source.share_alike;
    }
    found.into_values().collect()
}

/// A line for every source whose data are in the release and that asks to be named. A source of which only facts are cited is named
/// with each of them and not here.
pub(super) fn attribution(directory: &Directory) -> Vec<String> {
    let asking = directory.sources.values().filter(|source| source.attribution && !source.licence.is_empty());
    asking.filter(|source| !source.licence.contains("facts cited")).map(line).collect()
}

fn line(source: &Source) -> String {
    let Source { publisher, title, licence, url, .. } = source;
    let parts = [publisher, title, licence, url].into_iter().map(String::as_str);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
