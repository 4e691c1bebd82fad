//! The viewer: pages that are read as they come and become the map where scripts run, and the files that they load.
//!
//! | module | what |
//! | --- | --- |
//! | `list` | the map's own page: all hotspots by name |
//! | `hotspot`, `oblast` | a page each, complete without scripts |
//! | `missing` | what is said where there is no page |
//! | `shell`, `head`, `linked_data` | what stands around a page: for readers, for links to it, for machines |
//! | `records`, `takeaway`, `interval`, `writing` | parts of pages, and how they write |
//! | `crawlers` | `robots.txt` and the site map |

mod crawlers;
mod head;
mod hotspot;
mod interval;
mod linked_data;
mod list;
mod missing;
mod oblast;
mod packed;
mod records;
mod shell;
mod takeaway;
mod writing;

pub(crate) use hotspot::HotspotReaches;

use crate::{
    AppState,
    answer::{Answer, Freshness},
    asked::Asked,
    problem::{Finished, Problem, Slug},
    quality::preferences,
    security::{FILE_POLICY, PAGE_POLICY},
    style::Theme,
};
use axum::{
    Extension, Router,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use bytes::Bytes;
use head::{Head, Picture};
use maud::Markup;
use rust_embed::{Embed, EmbeddedFile};
use terrikon_store::Snapshot;
use writing::text;

/// The viewer as Vite built it; empty where it has not been built.
#[derive(Embed)]
#[folder = "../../web/dist"]
struct Files;

/// Pages that have addresses of their own, where they are told what they show and may load what they need.
const PAGES: [&str; 3] = ["index.html", "docs.html", "builder.html"];

/// The files of the viewer, with their paths; none where it has not been built.
pub(crate) fn files() -> impl Iterator<Item = (String, Bytes)> {
    Files::iter().filter_map(|path| Some((path.to_string(), Files::get(&path)?.data.into_owned().into())))
}

/// The page that renders the description of the API; `None` where the viewer has not been built.
pub(crate) fn docs() -> Option<EmbeddedFile> {
    Files::get("docs.html")
}

/// The page on which publishers choose what to embed.
pub(crate) fn builder() -> Option<EmbeddedFile> {
    Files::get("builder.html")
}

pub(crate) const HTML: &str = "text/html; charset=utf-8";

pub(crate) const NOT_BUILT: &str = "The server runs, but the viewer is not in it: build it with `npm ci && npm run build` in the \
    folder `web`, then build the server again. The API is at /api.\n";

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(home))
        .route("/hotspots/{id}", get(hotspot::hotspot))
        .route("/hotspots/{id}/curve.svg", get(hotspot::picture_of_people))
        .route("/oblasts/{code}", get(oblast::oblast))
        .route("/robots.txt", get(crawlers::robots))
        .route("/sitemap.xml", get(crawlers::sitemap))
        .fallback(get(file))
}

async fn home(State(state): State<AppState>, asked: Asked) -> Response {
    let lang = asked.page_lang();
    // Without its data the page still comes, and tells itself what is wrong.
    let (mut head, mut body) = (Head::general(lang).with_oembed(), Markup::default());
    if let Ok(snapshot) = state.current().await {
        let list = list::list(&*snapshot, lang).await.unwrap_or_default();
        body = shell::shell(&asked, lang, &list, (snapshot.release(), true));
        if let Some(path) = picture_of_all(&*snapshot, lang.as_str()) {
            head = head.picture(Picture { path, alt: text(lang, "app-description") });
        }
    }
    page(&state, &asked, &head, &body)
}

/// The picture of all that the release is about.
fn picture_of_all(snapshot: &dyn Snapshot, lang: &str) -> Option<String> {
    let extent = snapshot.directory().extent()?;
    let sides = [extent.west, extent.south, extent.east, extent.north].map(|side| format!("{side:.2}"));
    Some(format!("/static/map.png?bbox={}&size=1200x630&lang={lang}", sides.join(",")))
}

/// A page that is read as it comes; where scripts run, they may put the map in its place.
fn page(state: &AppState, asked: &Asked, head: &Head, body: &Markup) -> Response {
    let Some(index) = Files::get("index.html") else { return not_built(StatusCode::OK) };
    let html = written(&String::from_utf8_lossy(&index.data), state, asked, head, body);
    let mut response = Answer::bytes(html, HTML).in_language(head.lang).under(PAGE_POLICY).respond(asked);
    vary(&mut response, asked);
    response
}

/// A page of text alone where there is nothing else.
fn missing_page(state: &AppState, asked: &Asked, head: &Head, body: &Markup) -> Response {
    let Some(index) = Files::get("index.html") else { return not_built(StatusCode::NOT_FOUND) };
    let html = written(&without_scripts(&String::from_utf8_lossy(&index.data)), state, asked, head, body);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(HTML)),
        (header::CONTENT_LANGUAGE, HeaderValue::from_static(head.lang.as_str())),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::CONTENT_SECURITY_POLICY, PAGE_POLICY),
    ];
    let mut response = (StatusCode::NOT_FOUND, Extension(Finished), headers, html).into_response();
    vary(&mut response, asked);
    response
}

fn not_built(status: StatusCode) -> Response {
    let plain = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    let mut response = (status, Extension(Finished), plain, NOT_BUILT).into_response();
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, PAGE_POLICY);
    response
}

/// An address that names a language is the same for all readers; else it follows the browser's.
fn vary(response: &mut Response, asked: &Asked) {
    let headers = response.headers_mut();
    headers.remove(header::VARY);
    if !asked.names_language() {
        headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
    }
}

/// The page of the viewer with its own head and content.
fn written(index: &str, state: &AppState, asked: &Asked, head: &Head, body: &Markup) -> String {
    let tags = head.tags(asked, state.report_to.as_deref());
    let theme = asked.own_pairs().find(|(name, _)| *name == "theme");
    let theme = theme.and_then(|(_, word)| word.parse::<Theme>().ok());
    let theme = theme.map(|theme| format!(" data-theme=\"{theme}\"")).unwrap_or_default();
    index
        .replacen("<title>Terrikon</title>", &tags.0, 1)
        .replacen("<html lang=\"ru\">", &format!("<html lang=\"{}\"{theme}>", head.lang), 1)
        .replacen("<terrikon-app>", &format!("<terrikon-app>{}", body.0), 1)
}

/// The page of the viewer without what it runs.
fn without_scripts(index: &str) -> String {
    let is_script = |line: &&str| line.contains("<script") || line.contains("modulepreload");
    index.lines().filter(|line| !is_script(line)).collect::<Vec<_>>().join("\n")
}

/// A file of the viewer; for those who look for a page, a page that says that there is none.
async fn file(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    let path = asked.path.trim_start_matches('/');
    let Some(answer) = packed::file(path, &asked).filter(|_| !PAGES.contains(&path)) else {
        let first = preferences(asked.header(&header::ACCEPT)).into_iter().next();
        if first.is_some_and(|wish| wish.value == "text/html") && !path.starts_with("api/") {
            return missing::page(&state, &asked, path).await;
        }
        return Err(Problem::new(Slug::NotFound));
    };
    // The names of built files hold a hash of their content.
    let freshness = if path.starts_with("assets/") { Freshness::Forever } else { Freshness::Minute };
    let mut response = answer.fresh(freshness).under(FILE_POLICY).respond(&asked);
    // Pages of others run the embedded map.
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    Ok(response)
}
