//! Bodies on their way out: ETag, caching rules, links and the release that they are of.

use crate::{asked::Asked, tiles::Encoding};
use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use bytes::Bytes;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::{borrow::Cow, fmt::Write as _};
use terrikon_core::{Lang, ReleaseId};
use terrikon_crs::Crs;

/// The header that names the release of an answer.
pub(crate) const RELEASE: HeaderName = HeaderName::from_static("terrikon-release");

/// The header that names the coordinate system of an answer.
pub(crate) const CONTENT_CRS: HeaderName = HeaderName::from_static("content-crs");

pub(crate) const JSON: &str = "application/json";
pub(crate) const GEOJSON: &str = "application/geo+json";

/// A link of a document, in the header `Link` too.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Link {
    /// An absolute address.
    pub(crate) href: String,
    /// The relation (IANA or OGC).
    pub(crate) rel: &'static str,
    /// The media type behind it; empty where it is left open.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(crate) r#type: &'static str,
    /// For people, in English.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(crate) title: &'static str,
    /// Whether the address has variables to fill in.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(crate) templated: bool,
}

impl Link {
    pub(crate) const fn new(
        href: String,
        rel: &'static str,
        media: &'static str,
        title: &'static str,
    ) -> Self {
        Self { href, rel, r#type: media, title, templated: false }
    }

    /// An address with variables, such as `{tileRow}`.
    pub(crate) const fn template(
        href: String,
        rel: &'static str,
        media: &'static str,
        title: &'static str,
    ) -> Self {
        Self { href, rel, r#type: media, title, templated: true }
    }
}

/// How long caches may keep an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Freshness {
    /// The address names the release and whatever else decides the content: it never changes.
    Forever,
    /// Another release may be published at any time.
    Minute,
}

impl Freshness {
    pub(crate) const fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Forever => "public, max-age=31536000, immutable",
            Self::Minute => "public, max-age=60, must-revalidate",
        })
    }
}

/// What an answer costs in memory beside its body and links.
const OVERHEAD: usize = 512;

/// A body with what its headers say.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    body: Bytes,
    media: Cow<'static, str>,
    etag: String,
    freshness: Freshness,
    release: Option<ReleaseId>,
    lang: Option<Lang>,
    crs: Option<Crs>,
    negotiated: bool,
    stamped: bool,
    packed: Option<Encoding>,
    policy: Option<HeaderValue>,
    links: Vec<Link>,
}

impl Answer {
    /// Finished bytes of a media type.
    pub(crate) fn bytes(body: impl Into<Bytes>, media: impl Into<Cow<'static, str>>) -> Self {
        let body: Bytes = body.into();
        let digest = Sha256::digest(&body);
        Self::hashed(body, media, &digest)
    }

    /// The same where their SHA-256 is known.
    pub(crate) fn hashed(body: impl Into<Bytes>, media: impl Into<Cow<'static, str>>, digest: &[u8]) -> Self {
        let (body, media, etag) = (body.into(), media.into(), tag(digest));
        Self {
            body,
            media,
            etag,
            freshness: Freshness::Minute,
            release: None,
            lang: None,
            crs: None,
            negotiated: false,
            stamped: false,
            packed: None,
            policy: None,
            links: Vec::new(),
        }
    }

    /// A JSON document.
    pub(crate) fn json(document: &impl Serialize, media: &'static str) -> Self {
        // Documents are plain structs and maps with text keys, which can always be written.
        Self::bytes(serde_json::to_vec(document).unwrap_or_default(), media)
    }

    /// Adds the member `timeStamp` at the end of a JSON object when it is sent. The ETag is without it: an answer is the
    /// same one whenever it was given.
    pub(crate) fn stamped(self) -> Self {
        Self { stamped: true, ..self }
    }

    /// About how many bytes it takes in memory.
    pub(crate) fn weight(&self) -> usize {
        let links: usize = self.links.iter().map(|link| link.href.len()).sum();
        self.body.len() + links + OVERHEAD
    }

    /// The body as it is sent now.
    fn sent(&self) -> Bytes {
        match self.body.strip_suffix(b"}") {
            Some(open) if self.stamped => {
                let now = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ");
                [open, format!(",\"timeStamp\":\"{now}\"}}").as_bytes()].concat().into()
            }
            _ => self.body.clone(),
        }
    }

    pub(crate) fn of_release(self, release: &ReleaseId) -> Self {
        Self { release: Some(release.clone()), ..self }
    }

    pub(crate) fn in_language(self, lang: Lang) -> Self {
        Self { lang: Some(lang), ..self }
    }

    /// Names the coordinate system of the shapes.
    pub(crate) fn in_crs(self, crs: Crs) -> Self {
        Self { crs: Some(crs), ..self }
    }

    /// Says that the form, and the language of some forms, follow from the headers of the request.
    pub(crate) fn negotiated(self) -> Self {
        Self { negotiated: true, ..self }
    }

    /// Sends these bytes, the same body in an encoding that the client takes. The ETag stays that of the plain one, and caches are told to
    /// keep encodings apart even where this is none.
    pub(crate) fn packed(self, encoding: Encoding, body: impl Into<Bytes>) -> Self {
        Self { packed: Some(encoding), body: body.into(), ..self }
    }

    /// Sends a content security policy of its own.
    pub(crate) fn under(self, policy: HeaderValue) -> Self {
        Self { policy: Some(policy), ..self }
    }

    pub(crate) fn fresh(self, freshness: Freshness) -> Self {
        Self { freshness, ..self }
    }

    /// Sends these links in the header too.
    pub(crate) fn linked(self, links: Vec<Link>) -> Self {
        Self { links, ..self }
    }

    /// The tag of this representation: two languages or systems of a document have two, even where nothing in it shows
    /// which one it is.
    fn tag(&self) -> String {
        let Self { etag: body, media, lang, crs, .. } = self;
        match (lang, crs) {
            (None, None) => body.clone(),
            _ => etag(format!("{body} {media} {lang:?} {crs:?}").as_bytes()),
        }
    }

    /// The response; without its body where the client has it already.
    pub(crate) fn respond(self, asked: &Asked) -> Response {
        let etag = self.tag();
        let known = asked.has(&etag);
        let mut response = Response::new(if known { Body::empty() } else { self.sent().into() });
        if known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        }
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, self.freshness.header());
        let mut insert = |name: HeaderName, text: &str| {
            // Ids, media types and escaped addresses are ASCII; anything else is better left out than sent broken.
            if let Ok(value) = HeaderValue::from_str(text) {
                headers.insert(name, value);
            }
        };
        insert(header::ETAG, &etag);
        if !known {
            insert(header::CONTENT_TYPE, &self.media);
        }
        if let Some(release) = &self.release {
            insert(RELEASE, release.as_str());
        }
        if let Some(lang) = self.lang {
            insert(header::CONTENT_LANGUAGE, lang.as_str());
        }
        if self.lang.is_some() || self.negotiated {
            insert(header::VARY, "accept, accept-language");
        }
        if let Some(encoding) = self.packed {
            insert(header::VARY, "accept-encoding");
            if encoding != Encoding::Identity && !known {
                insert(header::CONTENT_ENCODING, encoding.as_str());
            }
        }
        if let Some(crs) = self.crs {
            insert(CONTENT_CRS, &format!("<{}>", crs.uri()));
        }
        let sent: Vec<&Link> = self.links.iter().filter(|link| !link.templated).collect();
        if !sent.is_empty() {
            insert(header::LINK, &link_header(&sent));
        }
        if let Some(policy) = self.policy {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        }
        response
    }
}

/// A tag of some bytes: weak, as it is the same for all encodings of them.
pub(crate) fn etag(body: &[u8]) -> String {
    tag(&Sha256::digest(body))
}

fn tag(digest: &[u8]) -> String {
    let hex = digest.iter().take(12).fold(String::new(), |mut hex, byte| {
        // Writing to a string never fails.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    format!("W/\"{hex}\"")
}

fn link_header(links: &[&Link]) -> String {
    let one = |link: &&Link| {
        let media =
            if link.r#type.is_empty() { String::new() } else { format!("; type=\"{}\"", link.r#type) };
        format!("<{}>; rel=\"{}\"{media}", link.href, link.rel)
    };
    links.iter().map(one).collect::<Vec<_>>().join(", ")
}
