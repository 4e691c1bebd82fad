//! A collection as a file, the same that the server sends, with the sources and licences of every row.

use super::{Export, Format};
use crate::store::{self, Reading};
use indicatif::ProgressBar;
use std::{error::Error, time::Duration};
use terrikon_core::{CollectionId, kind::UnknownWord};
use terrikon_formats::FileFormat;
use terrikon_http::export::{self as files, Content, FileKind, Subject, Text};
use terrikon_store::{ClaimsQuery, ItemsQuery, PageStart};

/// What can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Features(CollectionId),
    Claims,
    Sources,
}

pub(super) fn named(word: &str) -> Result<Named, String> {
    match word {
        "claims" => Ok(Named::Claims),
        "sources" => Ok(Named::Sources),
        other => other.parse().map(Named::Features).map_err(|unknown: UnknownWord| {
            format!("expected one of {}, claims, sources", unknown.accepted.join(", "))
        }),
    }
}

pub(super) fn run(export: &Export, collection: Named, format: Format) -> Result<(), Box<dyn Error>> {
    let kind = match format {
        Format::Gpkg => FileKind::Table(FileFormat::GeoPackage),
        Format::Fgb => FileKind::Table(FileFormat::FlatGeobuf),
        Format::Parquet => FileKind::Table(FileFormat::GeoParquet),
        Format::Geojson => FileKind::Text(Text::Collection),
        Format::Geojsonl => FileKind::Text(Text::Lines),
        Format::Csv => FileKind::Text(Text::Csv { bom: false }),
        Format::Pmtiles | Format::Site => return Err("tiles are of no one collection".into()),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let store = store::open(export.store.as_ref(), &Reading::default()).await?;
        let snapshot = store.current().await?;
        let release = snapshot.release().clone();
        let content = Content {
            subject: export.subject(collection, snapshot.directory())?,
            snapshot,
            lang: export.lang,
            skip_geometry: export.skip_geometry,
            only: None,
        };
        // Beside its place, so that it can be put there in one step.
        let folder = export.out.parent().filter(|folder| !folder.as_os_str().is_empty());
        let mut new = tempfile::Builder::new();
        // Whoever may read the user's new files may read this one too.
        #[cfg(unix)]
        new.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let part = new
            .prefix(".terrikon-export-")
            .tempfile_in(folder.unwrap_or_else(|| ".".as_ref()))
            .map_err(|error| format!("{}: {error}", export.out.display()))?
            .into_temp_path();
        // On a terminal only; elsewhere the log line below says what was done.
        let progress = ProgressBar::new_spinner().with_message("writing");
        progress.enable_steady_tick(Duration::from_millis(120));
        let told = |written| progress.set_message(format!("{written} features"));
        let written = files::write(content, kind, &part, None, told).await;
        progress.finish_and_clear();
        let written = written.map_err(|error| format!("{}: {error}", export.out.display()))?;
        part.persist(&export.out).map_err(|error| format!("{}: {}", export.out.display(), error.error))?;
        tracing::info!("wrote {written} features of release {release} to {}", export.out.display());
        Ok(())
    })
}

impl Export {
    fn subject(
        &self,
        collection: Named,
        directory: &terrikon_store::Directory,
    ) -> Result<Subject, Box<dyn Error>> {
        let limit = self.limit.unwrap_or(usize::MAX);
        let narrowed = !self.oblast.is_empty() || self.bbox.is_some();
        match collection {
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
        let date = self.date();
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
        query.bbox = self.bounds()?;
        query.limit = self.limit.unwrap_or(usize::MAX);
        Ok(query)
    }
}
