//! Whole collections as files: CSV and newline-delimited GeoJSON, told page by page, so that a large one takes no more memory than a small
//! one.

mod csv;
mod lines;

use super::feature::Telling;
use crate::{
    answer::{Freshness, RELEASE, etag},
    asked::Asked,
    parameters::Parameters,
    problem::Problem,
    quality::preferences,
};
use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use bytes::Bytes;
use futures_util::{StreamExt as _, future::ready, stream};
use std::sync::Arc;
use terrikon_core::Lang;
use terrikon_crs::Crs;
use terrikon_store::{Item, ItemsQuery, Snapshot};

/// How many features are read at once: few enough for the memory, many enough that reading them is worth the while.
const AT_ONCE: usize = 5_000;

/// A format of a whole collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// One row a feature, for spreadsheets and tables.
    Csv {
        /// Whether a mark at the beginning says that it is UTF-8: some spreadsheets need it.
        bom: bool,
    },
    /// One GeoJSON feature a line.
    Lines,
}

impl Format {
    /// What `f` may be for a collection, beside the formats of a page.
    pub(super) const WORDS: [&'static str; 2] = ["csv", "geojsonl"];

    const CSV: &'static str = "text/csv";
    const LINES: &'static str = "application/x-ndjson";

    /// The format that is asked for by `f`, or else by `Accept`; `None` where it is a page of GeoJSON.
    pub(super) fn asked(asked: &Asked, known: &Parameters<'_>) -> Result<Option<Self>, Problem> {
        let csv = Self::Csv { bom: known.flag("bom")? };
        Ok(match known.get("f") {
            Some("csv") => Some(csv),
            Some("geojsonl") => Some(Self::Lines),
            Some(_) => None,
            None => {
                match preferences(asked.header(&header::ACCEPT)).first().map(|first| first.value.as_str()) {
                    Some(Self::CSV) => Some(csv),
                    Some(Self::LINES) => Some(Self::Lines),
                    _ => None,
                }
            }
        })
    }

    const fn media(self) -> &'static str {
        match self {
            Self::Csv { .. } => "text/csv; charset=utf-8; header=present",
            Self::Lines => Self::LINES,
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Csv { .. } => "csv",
            Self::Lines => "geojsonl",
        }
    }
}

/// A download on its way.
pub(super) struct Download {
    pub(super) format: Format,
    pub(super) snapshot: Arc<dyn Snapshot>,
    /// What is wanted; its limit counts over all of it.
    pub(super) query: ItemsQuery,
    pub(super) lang: Lang,
    pub(super) skip_geometry: bool,
    /// The only properties to tell beside the id; all where it is absent.
    pub(super) only: Option<Vec<String>>,
}

impl Download {
    /// The response. It begins once the first features were read, so that what can't be read is told as a problem; what fails later
    /// breaks the transfer off.
    pub(super) async fn respond(self, asked: &Asked, freshness: Freshness) -> Result<Response, Problem> {
        let release = self.snapshot.release().clone();
        let (format, lang) = (self.format, self.lang);
        // The same for the same request: features follow from the release and the day, their form from this program.
        let address = asked.address(asked.own_pairs());
        let day = self.snapshot.directory().epoch(self.query.date);
        let etag = etag(
            format!("{release} {day} {lang} {format:?} {} {address}", env!("CARGO_PKG_VERSION")).as_bytes(),
        );
        let file = format!("{}-{release}.{}", self.query.collection, format.ending());
        let known = asked.has(&etag);
        let mut response = Response::new(if known { Body::empty() } else { self.body().await? });
        if known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        }
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, freshness.header());
        headers.insert(header::VARY, HeaderValue::from_static("accept, accept-language"));
        let mut insert = |name: HeaderName, text: &str| {
            headers.extend(HeaderValue::from_str(text).map(|value| (name, value)));
        };
        insert(header::ETAG, &etag);
        insert(RELEASE, release.as_str());
        insert(header::CONTENT_LANGUAGE, lang.as_str());
        if !known {
            insert(header::CONTENT_TYPE, format.media());
            insert(header::CONTENT_DISPOSITION, &format!("attachment; filename=\"{file}\""));
        }
        Ok(response)
    }

    async fn body(self) -> Result<Body, Problem> {
        let left = self.query.limit;
        let mut parts = Parts { download: self, left, begun: false };
        let first = parts.next().await?.unwrap_or_default();
        let rest = stream::try_unfold(parts, |mut parts| async move {
            match parts.next().await {
                Ok(part) => Ok(part.map(|bytes| (bytes, parts))),
                Err(_) => Err(std::io::Error::other("the store does not answer any more")),
            }
        });
        Ok(Body::from_stream(stream::once(ready(Ok(first))).chain(rest)))
    }

    /// Features in the format; a head before the first of all.
    fn write(&self, items: &[Item], head: bool) -> Result<Bytes, Problem> {
        let telling = Telling {
            snapshot: &*self.snapshot,
            lang: self.lang,
            date: self.query.date,
            skip_geometry: self.skip_geometry,
            crs: Crs::CRS84,
            only: self.only.as_deref(),
        };
        match self.format {
            Format::Csv { bom } => csv::write(&telling, self.query.collection, items, head, head && bom),
            Format::Lines => Ok(lines::write(&telling, self.query.collection, items)),
        }
    }
}

/// What is left of a download.
struct Parts {
    download: Download,
    /// How many features at most.
    left: usize,
    begun: bool,
}

impl Parts {
    /// The next bytes; `None` at the end.
    async fn next(&mut self) -> Result<Option<Bytes>, Problem> {
        if self.left == 0 {
            return Ok(None);
        }
        let limit = self.left.min(AT_ONCE);
        let page = self.download.snapshot.items(ItemsQuery { limit, ..self.download.query.clone() }).await?;
        let bytes = self.download.write(&page.items, !self.begun)?;
        self.begun = true;
        match page.next {
            Some(next) => {
                self.left -= page.items.len();
                self.download.query.start = next;
            }
            None => self.left = 0,
        }
        Ok(Some(bytes))
    }
}
