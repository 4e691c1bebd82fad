//! What a request says beside its path, read once.

use crate::{
    AppState,
    parameters::{self, Parameter, Parameters},
    problem::{Hint, Problem, Slug},
    quality::preferences,
};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, Method, header, request::Parts},
};
use std::convert::Infallible;
use terrikon_core::{Lang, ReleaseId};

/// What a request says beside its path.
#[derive(Debug)]
pub(crate) struct Asked {
    /// The path, as it came.
    pub(crate) path: String,
    /// Names and values of the query, decoded, in their order.
    pub(crate) pairs: Vec<(String, String)>,
    /// The origin (and prefix) for absolute links.
    pub(crate) base: String,
    /// Whether only the headers are asked for.
    pub(crate) head: bool,
    headers: HeaderMap,
}

impl FromRequestParts<AppState> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        Ok(Self {
            path: parts.uri.path().to_owned(),
            pairs: pairs(parts.uri.query()),
            base: state.public_url.as_deref().map_or_else(|| origin(&parts.headers), ToOwned::to_owned),
            head: parts.method == Method::HEAD,
            headers: parts.headers.clone(),
        })
    }
}

impl Asked {
    /// The parameters, if each is known and given once.
    pub(crate) fn parameters(&self, known: &[&Parameter]) -> Result<Parameters<'_>, Problem> {
        parameters::read(&self.pairs, known)
    }

    /// The language of the parameter `lang`, of `Accept-Language`, or English.
    pub(crate) fn lang(&self, parameters: &Parameters<'_>) -> Result<Lang, Problem> {
        match parameters.get("lang") {
            Some(word) => word.parse().map_err(|unknown| Problem::unknown_word("lang", &unknown)),
            None => Ok(accepted_language(&self.headers)),
        }
    }

    /// The same for pages, which take a language that they don't have for none, and are in Russian for those who ask for none of the
    /// four: most readers of both countries know it.
    pub(crate) fn page_lang(&self) -> Lang {
        self.named_language().or_else(|| preferred_language(&self.headers)).unwrap_or(Lang::Ru)
    }

    /// Whether the address itself decides on the language of a page.
    pub(crate) fn names_language(&self) -> bool {
        self.named_language().is_some()
    }

    fn named_language(&self) -> Option<Lang> {
        self.own_pairs().find(|(name, _)| *name == "lang").and_then(|(_, word)| word.parse().ok())
    }

    /// The text of a header; empty where it is absent or no text.
    pub(crate) fn header(&self, name: &header::HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Whether the client takes one of these media types.
    pub(crate) fn accepts(&self, offered: &[&str]) -> Result<(), Problem> {
        let wanted = preferences(self.header(&header::ACCEPT));
        let takes = |media: &str| {
            let group = media.split('/').next().unwrap_or_default();
            wanted.iter().any(|wish| {
                wish.weight > 0.0
                    && (wish.value == media || wish.value == "*/*" || wish.value == format!("{group}/*"))
            })
        };
        if wanted.is_empty() || offered.iter().any(|media| takes(media)) {
            return Ok(());
        }
        Err(Problem::new(Slug::NotAcceptable).accepted(offered).hint(Hint::FormatLater))
    }

    /// Whether the client has this version already.
    pub(crate) fn has(&self, etag: &str) -> bool {
        // Weak comparison (RFC 9110, 13.1.2): encodings of one version count as the same.
        let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        let known = self.header(&header::IF_NONE_MATCH);
        known.split(',').any(|tag| tag.trim() == "*" || bare(tag) == bare(etag))
    }

    /// The parameters as they came.
    pub(crate) fn own_pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The address of other data: of the same release where this request names one.
    pub(crate) fn beside(&self, path: &str) -> String {
        let named = self.own_pairs().find(|(name, _)| *name == "release");
        let release = named.and_then(|(_, id)| ReleaseId::parse(id.trim()));
        let query = release.map(|id| format!("?release={id}")).unwrap_or_default();
        format!("{}{path}{query}", self.base)
    }

    /// The address of this resource with other parameters.
    pub(crate) fn address<'a>(&self, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(pairs);
        let query = query.finish().replace("%2C", ",").replace("%3A", ":");
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{}{mark}{query}", self.base, self.path)
    }
}

/// The language in which to tell a problem: the request's parameter may itself be the problem.
pub(crate) fn language(query: Option<&str>, headers: &HeaderMap) -> Lang {
    let asked =
        pairs(query).into_iter().find(|(name, _)| name == "lang").and_then(|(_, word)| word.parse().ok());
    asked.unwrap_or_else(|| accepted_language(headers))
}

fn accepted_language(headers: &HeaderMap) -> Lang {
    preferred_language(headers).unwrap_or(Lang::En)
}

fn preferred_language(headers: &HeaderMap) -> Option<Lang> {
    let header =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let wanted = preferences(header).into_iter().filter(|wish| wish.weight > 0.0);
    wanted.filter_map(|wish| wish.value.split('-').next()?.parse().ok()).next()
}

fn pairs(query: Option<&str>) -> Vec<(String, String)> {
    url::form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect()
}

/// The origin under which the client reached us. Of what proxies add only the scheme is believed, as another host
/// would let a stranger plant links to his own in shared caches.
fn origin(headers: &HeaderMap) -> String {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let scheme = if text("x-forwarded-proto") == Some("https") { "https" } else { "http" };
    let plain = |host: &&str| {
        !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:[]_".contains(&byte))
    };
    text("host").filter(plain).map_or_else(String::new, |host| format!("{scheme}://{host}"))
}
