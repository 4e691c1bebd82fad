//! What a file holds: the features of a query, as rows of a table or as GeoJSON.

use crate::api::feature::Telling;
use std::{collections::BTreeMap, sync::Arc};
use terrikon_core::{Lang, Source};
use terrikon_crs::Crs;
use terrikon_formats::{
    About, Column, FeatureRows, FormatError, Row, Table,
    features::{self, cited},
};
use terrikon_store::{Item, ItemsQuery, Snapshot, Walk};

/// How many features are read at once: few enough for the memory, many enough that reading them is worth the while.
const AT_ONCE: usize = 5_000;

/// The features of a query, and how they are told.
#[derive(Debug, Clone)]
pub struct Content {
    /// The release.
    pub snapshot: Arc<dyn Snapshot>,
    /// Which features. Its limit counts over the whole file.
    pub query: ItemsQuery,
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
        let Self { snapshot, query, lang, skip_geometry, only } = self;
        format!("{} {lang} {skip_geometry} {only:?} {query:?}", snapshot.release())
    }

    pub(super) fn walk(&self) -> Walk {
        Walk::new(Arc::clone(&self.snapshot), self.query.clone(), AT_ONCE)
    }

    fn columns(&self) -> impl Iterator<Item = Column> {
        features::columns(self.query.collection).into_iter()
    }

    /// The table without its rows.
    pub(super) fn table(&self) -> Table {
        let directory = self.snapshot.directory();
        let (name, release, date) = (self.query.collection, self.snapshot.release(), self.query.date);
        let sources: Vec<Source> = directory.sources.values().cloned().collect();
        let named = sources.iter().filter(|source| source.attribution);
        let about = About {
            title: format!("Terrikon: {name}"),
            release: release.to_string(),
            date: date.to_string(),
            lang: self.lang.to_string(),
            attribution: named.map(attributed).collect::<Vec<_>>().join("; "),
            citation: format!(
                "Terrikon, release {release}: {name}, by the division of {date}. Each row names its sources."
            ),
            sources,
        };
        Table {
            name: name.to_string(),
            columns: self.columns().filter(|column| self.tells(column.name)).collect(),
            spatial: true,
            about,
        }
    }

    /// Makes rows of features and hands them over.
    pub(super) fn rows<T>(
        &self,
        items: &[Item],
        take: impl FnOnce(&[Row<'_>]) -> Result<T, FormatError>,
    ) -> Result<T, FormatError> {
        let directory = self.snapshot.directory();
        let codes = directory.oblasts.iter().map(|oblast| oblast.code.as_str());
        let oblasts: BTreeMap<_, _> =
            codes.filter_map(|code| Some((code, directory.oblast_names(code, self.query.date)?))).collect();
        let rows = FeatureRows {
            collection: self.query.collection,
            lang: self.lang,
            date: self.query.date,
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
        take(&rows)
    }

    /// Appends GeoJSON features, each led by `before` and followed by `after`.
    pub(super) fn geojson(
        &self,
        items: &[Item],
        out: &mut Vec<u8>,
        mut before: impl FnMut() -> &'static str,
        after: &str,
    ) {
        let telling = Telling {
            snapshot: &*self.snapshot,
            lang: self.lang,
            date: self.query.date,
            skip_geometry: self.skip_geometry,
            crs: Crs::CRS84,
            only: self.only.as_deref(),
        };
        for item in items {
            out.extend_from_slice(before().as_bytes());
            // Documents are plain structs and maps with text keys, which can always be written; a vector takes all.
            let _ = serde_json::to_writer(&mut *out, &telling.document(self.query.collection, item));
            out.extend_from_slice(after.as_bytes());
        }
    }
}

/// Who must be named, and under which licence.
fn attributed(source: &Source) -> String {
    let who = if source.publisher.is_empty() { cited(source) } else { source.publisher.clone() };
    if source.licence.is_empty() { who } else { format!("{who} ({})", source.licence) }
}
