//! What a file holds: rows of a table, or GeoJSON.

use super::subject::{Batch, Reading, Subject};
use crate::api::{
    feature::Telling,
    records::{claim_feature, source_feature},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use terrikon_core::{Lang, Source};
use terrikon_crs::Crs;
use terrikon_formats::{
    About, Column, FeatureRows, FormatError, Row, Table,
    features::{self, cited},
    records,
};
use terrikon_store::{Item, Snapshot};

/// What a file holds, and how it is told.
#[derive(Debug, Clone)]
pub struct Content {
    /// The release.
    pub snapshot: Arc<dyn Snapshot>,
    /// What of it.
    pub subject: Subject,
    /// The language of names.
    pub lang: Lang,
    /// Whether shapes are left out.
    pub skip_geometry: bool,
    /// The only members to tell, beside those that no row goes without; all where it is absent.
    pub only: Option<Vec<String>>,
}

/// The columns that every row has: what it is, where, who says so.
const ALWAYS: [&str; 7] = ["id", "lon", "lat", "wkt", "sources", "licences", "release"];

impl Content {
    /// Whether a column is told.
    fn tells(&self, column: &str) -> bool {
        self.only.as_ref().is_none_or(|only| {
            let of_names = column.starts_with("name_") && column != "name_lang";
            ALWAYS.contains(&column) || only.iter().any(|name| name == column || of_names && name == "names")
        })
    }

    /// What decides every byte of a file: equal keys, equal files.
    pub(super) fn key(&self) -> String {
        let Self { snapshot, subject, lang, skip_geometry, only } = self;
        format!("{} {lang} {skip_geometry} {only:?} {subject:?}", snapshot.release())
    }

    pub(super) fn read(&self) -> Reading {
        Reading::new(&self.snapshot, &self.subject)
    }

    /// The table without its rows.
    pub(super) fn table(&self) -> Table {
        let (name, release, date) = (self.subject.name(), self.snapshot.release(), self.subject.date());
        let sources: Vec<Source> = self.snapshot.directory().sources.values().cloned().collect();
        let named: BTreeSet<_> = sources.iter().filter(|source| source.attribution).map(attributed).collect();
        let division = date.map(|date| format!(", by the division of {date}")).unwrap_or_default();
        let about = About {
            title: format!("Terrikon: {name}"),
            release: release.to_string(),
            date: date.map(|date| date.to_string()).unwrap_or_default(),
            lang: self.lang.to_string(),
            attribution: Vec::from_iter(named).join("; "),
            citation: format!("Terrikon, release {release}: {name}{division}. Each row names its sources."),
            sources,
        };
        let columns = self.columns().filter(|column| self.tells(column.name)).collect();
        Table { name: name.to_owned(), columns, spatial: self.subject.features().is_some(), about }
    }

    /// All columns of the subject.
    fn columns(&self) -> impl Iterator<Item = Column> {
        let columns = match &self.subject {
            Subject::Features(query) => features::columns(query.collection),
            Subject::Claims(_) => records::CLAIMS.to_vec(),
            Subject::Sources { .. } => records::SOURCES.to_vec(),
        };
        columns.into_iter()
    }

    /// Makes rows and hands them over.
    pub(super) fn rows<T>(
        &self,
        batch: &Batch,
        take: impl FnOnce(&[Row<'_>]) -> Result<T, FormatError>,
    ) -> Result<T, FormatError> {
        let (sources, release) = (&self.snapshot.directory().sources, self.snapshot.release());
        match batch {
            Batch::Features(items) => take(&self.features(items)?),
            Batch::Claims(claims) => {
                let rows = claims.iter().map(|claim| records::claim(claim, sources, release));
                take(&rows.collect::<Vec<_>>())
            }
            Batch::Sources(sources) => {
                take(&sources.iter().map(|source| records::source(source, release)).collect::<Vec<_>>())
            }
        }
    }

    fn features<'a>(&'a self, items: &'a [Item]) -> Result<Vec<Row<'a>>, FormatError> {
        let Subject::Features(query) = &self.subject else { return Ok(Vec::new()) };
        let directory = self.snapshot.directory();
        let codes = directory.oblasts.iter().map(|oblast| oblast.code.as_str());
        let oblasts: BTreeMap<_, _> =
            codes.filter_map(|code| Some((code, directory.oblast_names(code, query.date)?))).collect();
        let rows = FeatureRows {
            collection: query.collection,
            lang: self.lang,
            date: query.date,
            skip_geometry: self.skip_geometry,
            release: self.snapshot.release(),
            oblasts,
            raions: &directory.raions,
            sources: &directory.sources,
        };
        let rows: Result<Vec<_>, _> =
            items.iter().map(|item| rows.row(&item.feature, &item.claims)).collect();
        let mut rows = rows?;
        if self.only.is_some() {
            let told: Vec<bool> = self.columns().map(|column| self.tells(column.name)).collect();
            for row in &mut rows {
                let mut told = told.iter();
                row.cells.retain(|_| told.next().copied().unwrap_or_default());
            }
        }
        Ok(rows)
    }

    /// Appends GeoJSON features, each led by `before` and followed by `after`.
    pub(super) fn geojson(
        &self,
        batch: &Batch,
        out: &mut Vec<u8>,
        mut before: impl FnMut() -> &'static str,
        after: &str,
    ) {
        let mut write = |document: serde_json::Result<Vec<u8>>| {
            out.extend_from_slice(before().as_bytes());
            // Documents are plain structs and maps with text keys, which can always be written.
            out.extend_from_slice(&document.unwrap_or_default());
            out.extend_from_slice(after.as_bytes());
        };
        match (batch, &self.subject) {
            (Batch::Features(items), Subject::Features(query)) => {
                let telling = Telling {
                    snapshot: &*self.snapshot,
                    lang: self.lang,
                    date: query.date,
                    skip_geometry: self.skip_geometry,
                    crs: Crs::CRS84,
                    only: self.only.as_deref(),
                };
                items
                    .iter()
                    .for_each(|item| write(serde_json::to_vec(&telling.document(query.collection, item))));
            }
            (Batch::Claims(claims), _) => {
                claims
                    .iter()
                    .for_each(|claim| write(serde_json::to_vec(&claim_feature(claim, &*self.snapshot))));
            }
            (Batch::Sources(sources), _) => {
                sources
                    .iter()
                    .for_each(|source| write(serde_json::to_vec(&source_feature(source, &*self.snapshot))));
            }
            (Batch::Features(_), _) => {}
        }
    }
}

/// Who must be named, and under which licence.
fn attributed(source: &Source) -> String {
    let who = if source.publisher.is_empty() { cited(source) } else { source.publisher.clone() };
    if source.licence.is_empty() { who } else { format!("{who} ({})", source.licence) }
}
