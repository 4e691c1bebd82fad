//! Whole collections as files. Texts are told batch by batch as they are sent; what must be whole before it can be read is
//! made once, on disk, and sent from there.

mod content;
mod digest;
mod file;
mod made;
mod sent;
mod stream;
mod subject;
mod text;

pub use content::Content;
pub(crate) use digest::Digest;
pub use file::{ExportError, FileKind, write};
pub use made::DOWNLOAD_CACHE;
pub(crate) use made::Downloads;
pub use subject::Subject;
pub use text::Text;

use crate::{
    AppState,
    answer::{Freshness, RELEASE, etag},
    asked::Asked,
    parameters::Parameters,
    problem::{Hint, Problem, Slug},
    quality::preferences,
};
use axum::{
    body::Body,
    http::{Extensions, HeaderMap, HeaderName, HeaderValue, StatusCode, Version, header},
    response::Response,
};
use terrikon_formats::FileFormat;
use terrikon_store::PageStart;

/// A format of a whole collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// A text, sent while it is written.
    Text(Text),
    /// A file, made before it is sent.
    File(FileFormat),
}

/// The word of a format, the media types by which it may be asked for (the first is the one of the answer), and the format.
const FORMATS: [(&str, &[&str], Format); 5] = [
    ("csv", &["text/csv"], Format::Text(Text::Csv { bom: false })),
    ("geojsonl", &["application/x-ndjson", "application/geo+json-seq"], Format::Text(Text::Lines)),
    ("gpkg", &["application/geopackage+sqlite3"], Format::File(FileFormat::GeoPackage)),
    ("fgb", &["application/flatgeobuf", "application/vnd.flatgeobuf"], Format::File(FileFormat::FlatGeobuf)),
    ("parquet", &["application/vnd.apache.parquet"], Format::File(FileFormat::GeoParquet)),
];

impl Format {
    /// What `f` may be for a collection, beside the formats of a page.
    pub(super) const WORDS: [&'static str; 5] = {
        let mut words = [""; 5];
        let mut at = 0;
        while at < words.len() {
            words[at] = FORMATS[at].0;
            at += 1;
        }
        words
    };

    /// The format that is asked for by `f`, or else by `Accept`; `None` where it is a page of GeoJSON.
    pub(super) fn asked(asked: &Asked, known: &Parameters<'_>) -> Result<Option<Self>, Problem> {
        let bom = known.flag("bom")?;
        let format = Self::named(known.get("f"), asked.header(&header::ACCEPT));
        Ok(format.map(|format| match format {
            Self::Text(Text::Csv { .. }) => Self::Text(Text::Csv { bom }),
            other => other,
        }))
    }

    fn named(word: Option<&str>, accept: &str) -> Option<Self> {
        match word {
            Some(word) => FORMATS.iter().find(|(name, ..)| *name == word).map(|(.., format)| *format),
            None => {
                let wanted = preferences(accept);
                let first = wanted.first().filter(|first| first.weight > 0.0)?.value.as_str();
                FORMATS.iter().find(|(_, media, _)| media.contains(&first)).map(|(.., format)| *format)
            }
        }
    }

    /// Whether a request asks for a file that may have to be made first.
    pub(crate) fn takes_long(path: &str, query: Option<&str>, headers: &HeaderMap) -> bool {
        let pairs = url::form_urlencoded::parse(query.unwrap_or_default().as_bytes());
        let word = pairs.into_iter().find(|(name, _)| name == "f").map(|(_, word)| word.trim().to_owned());
        let accept = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        path.starts_with("/api/collections/")
            && path.ends_with("/items")
            && matches!(
                Self::named(word.as_deref().filter(|word| !word.is_empty()), accept),
                Some(Self::File(_))
            )
    }

    fn media(self) -> &'static str {
        match self {
            Self::Text(Text::Csv { .. }) => "text/csv; charset=utf-8; header=present",
            other => other.row().map_or("application/geo+json", |(_, media, _)| media[0]),
        }
    }

    fn ending(self) -> &'static str {
        self.row().map_or("csv", |(word, ..)| word)
    }

    fn row(self) -> Option<&'static (&'static str, &'static [&'static str], Self)> {
        FORMATS.iter().find(|(.., format)| *format == self)
    }
}

/// Whether a body may be compressed on its way: finished files go out as they are, as their length, ranges and tags are of
/// these bytes.
pub(crate) fn may_shrink(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    headers.get(header::ACCEPT_RANGES).is_none_or(|ranges| ranges != "bytes")
}

/// A download that is asked for.
pub(super) struct Download {
    pub(super) format: Format,
    pub(super) content: Content,
}

impl Download {
    /// The response with the file, or with the part that is asked for.
    pub(super) async fn respond(
        self,
        state: &AppState,
        asked: &Asked,
        freshness: Freshness,
    ) -> Result<Response, Problem> {
        let Self { format, content } = self;
        // The page before another one is a page; all that comes before it would have to be read backwards.
        if matches!(content.subject.start(), PageStart::Before(_)) {
            return Err(Problem::new(Slug::InvalidCursor).parameter("cursor").hint(Hint::StartAgain));
        }
        let release = content.snapshot.release().clone();
        // Claims and sources are told in their own languages.
        let lang = content.subject.features().map(|_| content.lang);
        let name = format!("{}-{release}.{}", content.subject.name(), format.ending());
        let mut response = match format {
            Format::Text(text) => streamed(content, text, asked).await?,
            Format::File(file) => {
                let made = state.downloads.file(content, file, state.computing()).await?;
                sent::respond(made, asked).await?
            }
        };
        let status = response.status();
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, freshness.header());
        headers.insert(header::VARY, HeaderValue::from_static("accept, accept-language"));
        let mut insert = |name: HeaderName, text: &str| {
            headers.extend(HeaderValue::from_str(text).map(|value| (name, value)));
        };
        insert(RELEASE, release.as_str());
        if let Some(lang) = lang {
            insert(header::CONTENT_LANGUAGE, lang.as_str());
        }
        if status.is_success() {
            insert(header::CONTENT_TYPE, format.media());
            insert(header::CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\""));
        }
        Ok(response)
    }
}

/// A text, unless the client has it.
async fn streamed(content: Content, text: Text, asked: &Asked) -> Result<Response, Problem> {
    // The same for the same request: features follow from the release and the day, their form from this program.
    let address = asked.address(asked.own_pairs());
    let (release, lang) = (content.snapshot.release(), content.lang);
    let day = content.subject.date().map(|date| content.snapshot.directory().epoch(date));
    let etag =
        etag(format!("{release} {day:?} {lang} {text:?} {} {address}", env!("CARGO_PKG_VERSION")).as_bytes());
    let known = asked.has(&etag);
    let mut response = Response::new(if known { Body::empty() } else { stream::body(content, text).await? });
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let headers = response.headers_mut();
    headers.extend(HeaderValue::from_str(&etag).map(|value| (header::ETAG, value)));
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("none"));
    Ok(response)
}
