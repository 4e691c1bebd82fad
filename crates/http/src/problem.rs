//! Errors as RFC 9457 problem documents, in the reader's language.
//!
//! A handler returns a [`Problem`] without knowing the language; [`write`] puts the document around every failed
//! response on its way out, also around those that the router, a limit or a caught panic made.

use crate::{asked::language, messages::message};
use axum::{
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use std::fmt;
use terrikon_core::kind::UnknownWord;
use terrikon_store::StoreError;

macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name { $($variant),+ }

        impl $name {
            #[cfg(test)]
            pub(crate) const ALL: &'static [Self] = &[$(Self::$variant),+];
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Self::$variant => $word),+ })
            }
        }
    };
}

words! {
    /// What went wrong: the last part of `type` and of the keys of its texts.
    Slug {
        BadRequest = "bad-request",
        ConflictingParameters = "conflicting-parameters",
        FilterMismatch = "filter-mismatch",
        FilterShape = "filter-shape",
        ForeignCursor = "foreign-cursor",
        FormatNotWritten = "format-not-written",
        Internal = "internal",
        InvalidBbox = "invalid-bbox",
        InvalidCursor = "invalid-cursor",
        InvalidDate = "invalid-date",
        InvalidFilter = "invalid-filter",
        InvalidGeometry = "invalid-geometry",
        InvalidLimit = "invalid-limit",
        InvalidNumber = "invalid-number",
        InvalidSize = "invalid-size",
        MethodNotAllowed = "method-not-allowed",
        MissingParameter = "missing-parameter",
        NotAcceptable = "not-acceptable",
        NotFound = "not-found",
        NotOurs = "not-ours",
        OblastNotOnDate = "oblast-not-on-date",
        OutsideCrs = "outside-crs",
        Overloaded = "overloaded",
        PayloadTooLarge = "payload-too-large",
        RangeNotSatisfiable = "range-not-satisfiable",
        RepeatedParameter = "repeated-parameter",
        StaleCursor = "stale-cursor",
        StorageFull = "storage-full",
        Timeout = "timeout",
        TooComplex = "too-complex",
        TooLong = "too-long",
        TooMany = "too-many",
        Unavailable = "unavailable",
        UnknownCollection = "unknown-collection",
        UnknownFeature = "unknown-feature",
        UnknownFunction = "unknown-function",
        UnknownLayer = "unknown-layer",
        UnknownOblast = "unknown-oblast",
        UnknownParameter = "unknown-parameter",
        UnknownProperty = "unknown-property",
        UnknownRelease = "unknown-release",
        UnknownTile = "unknown-tile",
        UnknownValue = "unknown-value",
        UriTooLong = "uri-too-long",
    }
}

words! {
    /// What to do about it: the key of a text.
    Hint {
        BboxCrsOrder = "bbox-crs-order",
        BboxOrder = "bbox-order",
        BboxSwapped = "bbox-swapped",
        CrsArea = "crs-area",
        DateForm = "date-form",
        DivisionOfDate = "division-of-date",
        FilterForm = "filter-form",
        FilterShapeForm = "filter-shape-form",
        FormatLater = "format-later",
        GeometryForm = "geometry-form",
        LimitRange = "limit-range",
        OneParameter = "one-parameter",
        PublishFirst = "publish-first",
        ReadOnly = "read-only",
        SeeQueryables = "see-queryables",
        StartAgain = "start-again",
        TryLater = "try-later",
        UseCurrentRelease = "use-current-release",
        UseCommandLine = "use-command-line",
        UseSearch = "use-search",
    }
}

words! {
    /// A cause that has a text of its own in place of the one of its slug: the key of that text.
    Cause {
        BboxOfCrs = "invalid-bbox-crs",
        NoRelease = "unavailable-empty",
    }
}

impl Slug {
    const fn status(self) -> StatusCode {
        match self {
            Self::NotFound
            | Self::NotOurs
            | Self::UnknownCollection
            | Self::UnknownFeature
            | Self::UnknownLayer
            | Self::UnknownRelease
            | Self::UnknownTile => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Self::PayloadTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UriTooLong => StatusCode::URI_TOO_LONG,
            Self::RangeNotSatisfiable => StatusCode::RANGE_NOT_SATISFIABLE,
            Self::StorageFull => StatusCode::INSUFFICIENT_STORAGE,
            Self::FormatNotWritten => StatusCode::NOT_IMPLEMENTED,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable | Self::Overloaded => StatusCode::SERVICE_UNAVAILABLE,
            Self::Timeout => StatusCode::GATEWAY_TIMEOUT,
            _ => StatusCode::BAD_REQUEST,
        }
    }

    /// For a failed response that says no more than its status.
    const fn of(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::MethodNotAllowed,
            StatusCode::NOT_ACCEPTABLE => Self::NotAcceptable,
            StatusCode::PAYLOAD_TOO_LARGE => Self::PayloadTooLarge,
            StatusCode::URI_TOO_LONG => Self::UriTooLong,
            StatusCode::SERVICE_UNAVAILABLE => Self::Unavailable,
            StatusCode::GATEWAY_TIMEOUT => Self::Timeout,
            _ if status.as_u16() < 500 => Self::BadRequest,
            _ => Self::Internal,
        }
    }
}

/// What a client did wrong, or what we could not do.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Problem {
    slug: Slug,
    parameter: Option<String>,
    accepted: Vec<String>,
    args: Vec<(&'static str, String)>,
    cause: Option<Cause>,
    hint: Option<Hint>,
}

/// How long to wait before the next attempt, in seconds: about as long as a database takes to come back.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("2");

/// The document as clients read it.
#[derive(Serialize)]
struct Document {
    r#type: String,
    title: String,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    accepted: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
}

/// A value is quoted back no longer than this, in characters.
const QUOTED: usize = 80;

impl Problem {
    pub(crate) const fn new(slug: Slug) -> Self {
        Self { slug, parameter: None, accepted: Vec::new(), args: Vec::new(), cause: None, hint: None }
    }

    /// Names the parameter, for machines and in the text (`$parameter`).
    pub(crate) fn parameter(self, name: &str) -> Self {
        Self { parameter: Some(name.to_owned()), ..self }.with("parameter", name)
    }

    /// Lists what would have been accepted.
    pub(crate) fn accepted<T: ToString>(self, accepted: impl IntoIterator<Item = T>) -> Self {
        Self { accepted: accepted.into_iter().map(|word| word.to_string()).collect(), ..self }
    }

    /// Fills a variable of the texts.
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        let mut short: String = value.chars().take(QUOTED).collect();
        if short.len() < value.len() {
            short.push('…');
        }
        self.args.push((name, short));
        self
    }

    /// Fills a variable with a sentence of ours, which is short enough to be told whole.
    pub(crate) fn with_text(mut self, name: &'static str, text: &str) -> Self {
        self.args.push((name, text.to_owned()));
        self
    }

    pub(crate) fn because(self, cause: Cause) -> Self {
        Self { cause: Some(cause), ..self }
    }

    pub(crate) fn hint(self, hint: Hint) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// A word that is not in a vocabulary.
    pub(crate) fn unknown_word(parameter: &str, unknown: &UnknownWord) -> Self {
        Self::new(Slug::UnknownValue)
            .parameter(parameter)
            .with("value", &unknown.word)
            .accepted(unknown.accepted.iter().copied())
    }

    /// A release that is not kept here, or not any more.
    pub(crate) fn unknown_release(id: &str) -> Self {
        Self::new(Slug::UnknownRelease).with("value", id).hint(Hint::UseCurrentRelease)
    }

    fn document(self, lang: terrikon_core::Lang) -> Document {
        let Self { slug, parameter, accepted, args, cause, hint } = self;
        let text = |key: String| message(lang, &key, &args).unwrap_or_else(|| slug.to_string());
        let detail = cause.map_or_else(|| slug.to_string(), |cause| cause.to_string());
        Document {
            r#type: format!("/problems/{slug}"),
            title: text(format!("problem-{slug}-title")),
            status: slug.status().as_u16(),
            detail: text(format!("problem-{detail}-detail")),
            parameter,
            accepted,
            hint: hint.map(|hint| text(format!("hint-{hint}"))),
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Empty => {
                tracing::warn!("no release is published yet");
                let unavailable = Self::new(Slug::Unavailable).hint(Hint::PublishFirst);
                Self { cause: Some(Cause::NoRelease), ..unavailable }
            }
            StoreError::Gone(id) => {
                tracing::info!(%id, "a release was removed while it was being read");
                Self::unknown_release(id.as_str())
            }
            StoreError::Busy => {
                tracing::warn!("the store is busy");
                Self::new(Slug::Overloaded).hint(Hint::TryLater)
            }
            _ => {
                tracing::error!(error = &error as &dyn std::error::Error, "the store does not answer");
                Self::new(Slug::Unavailable).hint(Hint::TryLater)
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.slug.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Marks a failed response that has the body it should have, such as a page for people.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Finished;

/// Puts a problem document into every failed response.
pub(crate) async fn write(request: Request, next: Next) -> Response {
    let lang = language(request.uri().query(), request.headers());
    let mut response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error())
        || response.extensions().get::<Finished>().is_some()
    {
        return response;
    }
    let problem = response.extensions_mut().remove::<Problem>().unwrap_or_else(|| {
        let problem = Problem::new(Slug::of(status));
        if status == StatusCode::METHOD_NOT_ALLOWED { problem.hint(Hint::ReadOnly) } else { problem }
    });
    let mut document = problem.document(lang);
    document.status = status.as_u16();
    let body = serde_json::to_vec(&document).unwrap_or_default();
    let (mut parts, _) = response.into_parts();
    let headers = &mut parts.headers;
    headers.remove(header::CONTENT_LENGTH);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.as_str()));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.append(header::VARY, HeaderValue::from_static("accept-language"));
    if status == StatusCode::SERVICE_UNAVAILABLE {
        headers.insert(header::RETRY_AFTER, RETRY_AFTER);
    }
    Response::from_parts(parts, body.into())
}
