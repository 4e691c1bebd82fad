//! `terrikon export`: a collection as a file, the same that the server sends.

use crate::store::{self, Reading, StorePlace};
use clap::{Args, ValueEnum};
use indicatif::ProgressBar;
use std::{error::Error, path::PathBuf, time::Duration};
use terrikon_core::{CollectionId, Date, Envelope, Lang, kind::UnknownWord};
use terrikon_formats::FileFormat;
use terrikon_http::export::{self, Content, FileKind, Subject, Text};
use terrikon_store::{ClaimsQuery, ItemsQuery, PageStart};

/// Writes a collection to a file, with the sources and licences of every row; all or nothing.
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// Which collection: hotspots, zones, oblasts, settlements and others; or claims, or sources.
    #[arg(long, value_parser = named)]
    collection: Named,
    /// The format; by the ending of the file if not given.
    #[arg(long)]
    format: Option<Format>,
    /// Only what lies in these oblasts, by code, comma-separated.
    #[arg(long, value_delimiter = ',')]
    oblast: Vec<String>,
    /// Only what meets this box: west, south, east, north in degrees.
    #[arg(long, value_delimiter = ',', allow_negative_numbers = true)]
    bbox: Option<Vec<f64>>,
    /// The day on which features exist, and whose division into oblasts holds; today if not given.
    #[arg(long)]
    date: Option<Date>,
    /// The language of names.
    #[arg(long, default_value = "en")]
    lang: Lang,
    /// How many features at most.
    #[arg(long)]
    limit: Option<usize>,
    /// Leaves the shapes out.
    #[arg(long)]
    skip_geometry: bool,
    /// The file to write.
    #[arg(long)]
    out: PathBuf,
    /// What to read: a GeoPackage of `terrikon ingest`, or a postgres:// URL; the bundled release if not given.
    #[arg(long, env = "TERRIKON_STORE", hide_env_values = true)]
    store: Option<StorePlace>,
}

/// What can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Features(CollectionId),
    Claims,
    Sources,
}

fn named(word: &str) -> Result<Named, String> {
    match word {
        "claims" => Ok(Named::Claims),
        "sources" => Ok(Named::Sources),
        other => other.parse().map(Named::Features).map_err(|unknown: UnknownWord| {
            format!("expected one of {}, claims, sources", unknown.accepted.join(", "))
        }),
    }
}

/// A format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// OGC GeoPackage, with the sources as a table.
    Gpkg,
    /// FlatGeobuf.
    Fgb,
    /// GeoParquet.
    Parquet,
    /// GeoJSON, one document.
    Geojson,
    /// GeoJSON, a feature a line.
    Geojsonl,
    /// A table for spreadsheets.
    Csv,
}

impl Export {
    pub(crate) fn run(&self) -> Result<(), Box<dyn Error>> {
        let format = self.format()?;
        let kind = match format {
            Format::Gpkg => FileKind::Table(FileFormat::GeoPackage),
            Format::Fgb => FileKind::Table(FileFormat::FlatGeobuf),
            Format::Parquet => FileKind::Table(FileFormat::GeoParquet),
            Format::Geojson => FileKind::Text(Text::Collection),
            Format::Geojsonl => FileKind::Text(Text::Lines),
            Format::Csv => FileKind::Text(Text::Csv { bom: false }),
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let store = store::open(self.store.as_ref(), &Reading::default()).await?;
            let snapshot = store.current().await?;
            let release = snapshot.release().clone();
            let content = Content {
                subject: self.subject(snapshot.directory())?,
                snapshot,
                lang: self.lang,
                skip_geometry: self.skip_geometry,
                only: None,
            };
            // Beside its place, so that it can be put there in one step.
            let folder = self.out.parent().filter(|folder| !folder.as_os_str().is_empty());
            let mut new = tempfile::Builder::new();
            // Whoever may read the user's new files may read this one too.
            #[cfg(unix)]
            new.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
            let part = new
                .prefix(".terrikon-export-")
                .tempfile_in(folder.unwrap_or_else(|| ".".as_ref()))
                .map_err(|error| format!("{}: {error}", self.out.display()))?
                .into_temp_path();
            // On a terminal only; elsewhere the log line below says what was done.
            let progress = ProgressBar::new_spinner().with_message("writing");
            progress.enable_steady_tick(Duration::from_millis(120));
            let told = |written| progress.set_message(format!("{written} features"));
            let written = export::write(content, kind, &part, None, told).await;
            progress.finish_and_clear();
            let written = written.map_err(|error| format!("{}: {error}", self.out.display()))?;
            part.persist(&self.out).map_err(|error| format!("{}: {}", self.out.display(), error.error))?;
            tracing::info!("wrote {written} features of release {release} to {}", self.out.display());
            Ok(())
        })
    }

    fn format(&self) -> Result<Format, Box<dyn Error>> {
        let ending = || self.out.extension()?.to_str();
        let named = self.format.or_else(|| Format::from_str(ending()?, true).ok());
        named.ok_or_else(|| {
            format!("{}: say which format, --format gpkg for example", self.out.display()).into()
        })
    }

    fn subject(&self, directory: &terrikon_store::Directory) -> Result<Subject, Box<dyn Error>> {
        let limit = self.limit.unwrap_or(usize::MAX);
        let narrowed = !self.oblast.is_empty() || self.bbox.is_some();
        match self.collection {
            Named::Features(collection) => Ok(Subject::Features(self.query(collection, directory)?)),
            Named::Claims | Named::Sources if narrowed => {
                Err("claims and sources lie in no place: neither --oblast nor --bbox narrows them".into())
            }
            Named::Claims => Ok(Subject::Claims(ClaimsQuery { limit, ..ClaimsQuery::default() })),
            Named::Sources => Ok(Subject::Sources { limit, start: PageStart::First }),
        }
    }

    fn query(
        &self,
        collection: CollectionId,
        directory: &terrikon_store::Directory,
    ) -> Result<ItemsQuery, Box<dyn Error>> {
        let date = self.date.unwrap_or_else(|| jiff::Zoned::now().date());
        let mut query = ItemsQuery::all(collection, date);
        for code in &self.oblast {
            let known = |code: &str| {
                directory.oblasts.iter().any(|oblast| oblast.code == code && oblast.validity.contains(date))
            };
            if !known(code) {
                return Err(format!("there was no oblast {code} on {date}").into());
            }
            query.filter.oblasts.push(code.clone());
        }
        query.bbox = match self.bbox.as_deref() {
            None => None,
            Some([west, south, east, north]) if south <= north => {
                Some(Envelope { west: *west, south: *south, east: *east, north: *north })
            }
            Some(_) => return Err("a box is west, south, east, north".into()),
        };
        query.limit = self.limit.unwrap_or(usize::MAX);
        Ok(query)
    }
}
