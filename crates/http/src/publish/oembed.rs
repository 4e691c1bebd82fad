//! `/oembed` (oembed.com, version 1.0): what a link to one of our pages becomes in a content management system.

use crate::{
    AppState,
    answer::{Answer, JSON},
    asked::Asked,
    messages::{label, message},
    parameters::{self, OF_OEMBED, Parameters, one_oblast, today},
    problem::{Hint, Problem, Slug},
};
use axum::{extract::State, response::Response};
use maud::{Markup, html};
use serde::Serialize;
use terrikon_core::{CollectionId, Lang};
use terrikon_store::Snapshot;
use url::{Url, form_urlencoded};

/// What the map takes where nobody says otherwise, in CSS pixels.
const WIDTH: u32 = 800;
const HEIGHT: u32 = 520;
/// Below that no map can be read.
const LEAST: u32 = 200;
/// The picture beside a link: the shape that social networks ask for.
const PICTURE: (u32, u32) = (1200, 630);
/// The least side of a picture, in pixels.
const LEAST_SIDE: u32 = 240;
/// How long an answer may be kept, in seconds: names change with a release.
const CACHE_AGE: u32 = 3600;

/// The answer, of the type `rich`.
#[derive(Serialize)]
struct Embedded {
    version: &'static str,
    r#type: &'static str,
    title: String,
    provider_name: String,
    provider_url: String,
    cache_age: u32,
    html: String,
    width: u32,
    height: u32,
    #[serde(flatten)]
    thumbnail: Option<Thumbnail>,
}

#[derive(Serialize)]
struct Thumbnail {
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
}

/// What a link of ours leads to: its name and the parameters of the embedded map.
struct Subject {
    name: String,
    pairs: Vec<(String, String)>,
}

pub(super) async fn oembed(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    // Content management systems add what they like, such as `dnt=1`.
    let ours = |name: &str| OF_OEMBED.iter().any(|parameter| parameter.name == name);
    let pairs: Vec<_> = asked.pairs.iter().filter(|(name, _)| ours(name)).cloned().collect();
    let known = parameters::read(&pairs, &OF_OEMBED)?;
    if let Some(format) = known.get("format").filter(|format| *format != "json") {
        return Err(Problem::new(Slug::FormatNotWritten)
            .parameter("format")
            .with("value", format)
            .accepted(["json"])
            .hint(Hint::FormatLater));
    }
    let (most_width, most_height) = (most(&known, "maxwidth")?, most(&known, "maxheight")?);
    let text = known.get("url").ok_or_else(|| Problem::new(Slug::MissingParameter).parameter("url"))?;
    let unknown = || Problem::new(Slug::NotOurs).parameter("url").with("value", text);
    let url = own(text, &asked.base).ok_or_else(unknown)?;
    let lang = lang(&url).unwrap_or_else(|| asked.page_lang());
    let snapshot = state.current().await?;
    let subject = subject(&*snapshot, &url, lang).await?.ok_or_else(unknown)?;
    let embed = address(&asked.base, "/embed", &subject.pairs);
    let (width, height) = (WIDTH.min(most_width), HEIGHT.min(most_height));
    let title = format!("{} · {}", subject.name, word(lang, "app-title"));
    let frame = html! {
        iframe src=(embed) width=(width) height=(height) title=(title) loading="lazy" allowfullscreen style="border:0;max-width:100%" {}
    };
    let embedded = Embedded {
        version: "1.0",
        r#type: "rich",
        title,
        provider_name: word(lang, "app-title"),
        provider_url: format!("{}/", asked.base),
        cache_age: CACHE_AGE,
        html: frame.0,
        width,
        height,
        thumbnail: thumbnail(&asked.base, &subject.pairs, most_width, most_height),
    };
    Ok(Answer::json(&embedded, JSON).of_release(snapshot.release()).in_language(lang).respond(&asked))
}

/// The picture of the same, as large as is asked for; none where it would be too small to be drawn.
fn thumbnail(base: &str, pairs: &[(String, String)], most_width: u32, most_height: u32) -> Option<Thumbnail> {
    if most_width < LEAST_SIDE || most_height < LEAST_SIDE {
        return None;
    }
    let width = PICTURE.0.min(most_width);
    let height = (width * PICTURE.1 / PICTURE.0).max(LEAST_SIDE).min(most_height);
    let mut shown: Vec<_> =
        pairs.iter().filter(|(name, _)| DRAWN.contains(&name.as_str())).cloned().collect();
    shown.push(("size".to_owned(), format!("{width}x{height}")));
    let thumbnail_url = address(base, "/static/map.png", &shown);
    Some(Thumbnail { thumbnail_url, thumbnail_width: width, thumbnail_height: height })
}

/// A greatest length in pixels; absent is none.
fn most(known: &Parameters<'_>, name: &'static str) -> Result<u32, Problem> {
    let Some(text) = known.get(name) else { return Ok(u32::MAX) };
    let wrong = || {
        Problem::new(Slug::InvalidNumber)
            .parameter(name)
            .with("value", text)
            .with("least", &LEAST.to_string())
            .with("most", &u32::MAX.to_string())
    };
    text.parse().ok().filter(|length| *length >= LEAST).ok_or_else(wrong)
}

/// The address, if it is one of ours. Servers behind a proxy are asked by one scheme and linked by another, so that does not count.
fn own(text: &str, base: &str) -> Option<Url> {
    let (url, base) = (Url::parse(text).ok()?, Url::parse(base).ok()?);
    let web = |url: &Url| matches!(url.scheme(), "http" | "https");
    let same = url.host_str() == base.host_str() && (url.port() == base.port()) && web(&url) && web(&base);
    let prefix = base.path().trim_end_matches('/');
    let path = url.path().strip_prefix(prefix)?.to_owned();
    let mut own = url.clone();
    own.set_path(&path);
    same.then_some(own)
}

fn lang(url: &Url) -> Option<Lang> {
    url.query_pairs().find(|(name, _)| name == "lang").and_then(|(_, word)| word.parse().ok())
}

/// What of an address the embedded map is told.
const KEPT: [&str; 9] = ["kind", "status", "date", "theme", "release", "bbox", "center", "zoom", "load"];

/// What of that a picture is told. A place on the ground is told by one parameter alone.
const DRAWN: [&str; 8] = ["hotspot", "oblast", "kind", "status", "date", "theme", "release", "lang"];

async fn subject(snapshot: &dyn Snapshot, url: &Url, lang: Lang) -> Result<Option<Subject>, Problem> {
    let query: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    let told = |name: &str| query.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone());
    let segments: Vec<String> = url.path_segments().into_iter().flatten().map(decoded).collect();
    let segments: Vec<&str> =
        segments.iter().map(String::as_str).filter(|segment| !segment.is_empty()).collect();
    let (hotspot, oblast) = match segments.as_slice() {
        ["hotspots", id] => (Some((*id).to_owned()), None),
        ["oblasts", word] => (None, Some((*word).to_owned())),
        ["embed"] => (told("hotspot"), told("oblast")),
        [] => (None, told("oblast")),
        _ => return Ok(None),
    };
    let mut pairs = Vec::new();
    let name = if let Some(id) = hotspot {
        let Some(item) = snapshot.item(CollectionId::Hotspots, &id).await? else { return Ok(None) };
        pairs.push(("hotspot".to_owned(), id.clone()));
        item.feature.names.shown(lang).map_or(id, |(name, _)| name.to_owned())
    } else if let Some(word) = oblast {
        let date = told("date").and_then(|day| day.parse().ok()).unwrap_or_else(today);
        let Ok(oblast) = one_oblast(&word, snapshot.directory(), date) else { return Ok(None) };
        pairs.push(("oblast".to_owned(), oblast.code.clone()));
        oblast.names.shown(lang).map_or_else(|| oblast.code.clone(), |(name, _)| name.to_owned())
    } else {
        let kinds = told("kind").unwrap_or_default();
        let groups: Vec<_> =
            kinds.split(',').filter(|kind| !kind.is_empty()).map(|kind| label(lang, "kinds", kind)).collect();
        if groups.is_empty() { word(lang, "app-subtitle") } else { groups.join(", ") }
    };
    pairs.extend(query.iter().filter(|(name, _)| KEPT.contains(&name.as_str())).cloned());
    pairs.push(("lang".to_owned(), lang.to_string()));
    Ok(Some(Subject { name, pairs }))
}

fn decoded(segment: &str) -> String {
    // A `+` of a path is a plus, and percent signs are those of UTF-8.
    let escaped = segment.replace('+', "%2B");
    form_urlencoded::parse(escaped.as_bytes()).next().map(|(name, _)| name.into_owned()).unwrap_or_default()
}

fn address(base: &str, path: &str, pairs: &[(String, String)]) -> String {
    let query =
        form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish().replace("%2C", ",");
    format!("{base}{path}?{query}")
}

fn word(lang: Lang, key: &str) -> String {
    message(lang, key, &[]).unwrap_or_default()
}

/// The link by which content management systems find the answer for a page: its path and query.
pub(crate) fn link(asked: &Asked, page: &str, title: &str) -> Markup {
    let url = format!("{}{page}", asked.base);
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("url", &url).finish();
    html! {
        link rel="alternate" type="application/json+oembed" href=(format!("{}/oembed?{query}", asked.base)) title=(title);
    }
}
