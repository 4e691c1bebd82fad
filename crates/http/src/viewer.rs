//! The viewer: one page for all its addresses, and the files that it loads.

mod oblast;
mod plain;

use crate::{
    AppState,
    answer::{Answer, Freshness},
    api::profile::document,
    asked::Asked,
    messages::{label, message},
    parameters::{one_oblast, today},
    problem::{Finished, Problem, Slug},
    security::{FILE_POLICY, PAGE_POLICY},
};
use axum::{
    Extension, Router,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use bytes::Bytes;
use maud::{Markup, html};
use rust_embed::{Embed, EmbeddedFile};
use terrikon_core::{CollectionId, Date, Lang};

/// The viewer as Vite built it; empty where it has not been built.
#[derive(Embed)]
#[folder = "../../web/dist"]
struct Files;

/// Pages that have addresses of their own, where they are told what they show and may load what they need.
const PAGES: [&str; 2] = ["index.html", "docs.html"];

/// The files of the viewer, with their paths; none where it has not been built.
pub(crate) fn files() -> impl Iterator<Item = (String, Bytes)> {
    Files::iter().filter_map(|path| Some((path.to_string(), Files::get(&path)?.data.into_owned().into())))
}

/// The page that renders the description of the API; `None` where the viewer has not been built.
pub(crate) fn docs() -> Option<EmbeddedFile> {
    Files::get("docs.html")
}

pub(crate) const HTML: &str = "text/html; charset=utf-8";

pub(crate) const NOT_BUILT: &str = "The server runs, but the viewer is not in it: build it with `npm ci && npm run build` in the \
    folder `web`, then build the server again. The API is at /api.\n";

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/", get(home))
        .route("/hotspots/{id}", get(hotspot))
        .route("/oblasts/{code}", get(oblast))
        .fallback(get(file))
}

/// What the head of a page says to those who only show a link to it.
struct Head {
    lang: Lang,
    title: String,
    description: String,
}

impl Head {
    fn general(lang: Lang) -> Self {
        let title = format!("{} · {}", text(lang, "app-title"), text(lang, "app-subtitle"));
        Self { lang, title, description: text(lang, "app-description") }
    }

    fn of(lang: Lang, name: &str, description: Option<&str>) -> Self {
        let general = Self::general(lang);
        let description = description.map_or(general.description, ToOwned::to_owned);
        Self { lang, title: format!("{name} · {}", text(lang, "app-title")), description }
    }
}

fn text(lang: Lang, key: &str) -> String {
    message(lang, key, &[]).unwrap_or_default()
}

async fn home(State(state): State<AppState>, asked: Asked) -> Response {
    let lang = asked.page_lang();
    // Without its data the page still comes, and tells itself what is wrong.
    let list = plain::list(&state, lang).await.unwrap_or_default();
    page(&asked, StatusCode::OK, &Head::general(lang), &list)
}

async fn hotspot(
    State(state): State<AppState>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let lang = asked.page_lang();
    let snapshot = state.current().await?;
    let Some(item) = snapshot.item(CollectionId::Hotspots, &id).await? else {
        return Ok(page(&asked, StatusCode::NOT_FOUND, &Head::general(lang), &html!()));
    };
    let name = item.feature.names.shown(lang).map_or(id.as_str(), |(name, _)| name);
    let kind = label(lang, "kind", item.feature.text("kind").unwrap_or("other"));
    let oblast = item.feature.oblast_on(today());
    let oblast = oblast
        .and_then(|code| Some(snapshot.directory().oblast_names(code, today())?.shown(lang)?.0.to_owned()));
    let description: Vec<_> = [kind].into_iter().chain(oblast).collect();
    let head = Head::of(lang, name, Some(&description.join(", ")));
    Ok(page(&asked, StatusCode::OK, &head, &plain::hotspot(&item, snapshot.directory(), lang)))
}

async fn oblast(
    State(state): State<AppState>,
    Path(word): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let lang = asked.page_lang();
    let snapshot = state.current().await?;
    let asked_date =
        asked.own_pairs().find(|(name, _)| *name == "date").and_then(|(_, day)| day.parse().ok());
    let date: Date = asked_date.unwrap_or_else(today);
    let Ok(oblast) = one_oblast(&word, snapshot.directory(), date).cloned() else {
        return Ok(page(&asked, StatusCode::NOT_FOUND, &Head::general(lang), &html!()));
    };
    let name = oblast.names.shown(lang).map_or(oblast.code.as_str(), |(name, _)| name);
    let head = Head::of(lang, name, Some(&text(lang, "profile-description")));
    // A profile that can't be computed now is asked for again by the script, which tells what is wrong.
    let told = document(&state, &snapshot, &oblast, (date, lang)).await;
    let day = asked_date.map(|_| date.to_string());
    let plain = told.map(|told| oblast::page(&told, snapshot.directory(), lang, day.as_deref()));
    Ok(page(&asked, StatusCode::OK, &head, &plain.unwrap_or_default()))
}

/// The page; `plain` is what it says to those who run no scripts.
fn page(asked: &Asked, status: StatusCode, head: &Head, plain: &Markup) -> Response {
    let Some(index) = Files::get("index.html") else {
        let plain =
            [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
        return (status, Extension(Finished), plain, NOT_BUILT).into_response();
    };
    let index = String::from_utf8_lossy(&index.data);
    let html =
        with_head(&index, head, asked).replacen("<terrikon-app>", &format!("<terrikon-app>{}", plain.0), 1);
    let mut response = if status == StatusCode::OK {
        Answer::bytes(html, HTML).in_language(head.lang).respond(asked)
    } else {
        (
            status,
            Extension(Finished),
            [(header::CONTENT_TYPE, HTML), (header::CACHE_CONTROL, "no-store")],
            html,
        )
            .into_response()
    };
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, PAGE_POLICY);
    response
}

/// The page with its own title and Open Graph tags.
fn with_head(index: &str, head: &Head, asked: &Asked) -> String {
    let address = format!("{}{}", asked.base, asked.path);
    let tags = html! {
        title { (head.title) }
        meta name="description" content=(head.description);
        meta property="og:type" content="website";
        meta property="og:site_name" content="Terrikon";
        meta property="og:title" content=(head.title);
        meta property="og:description" content=(head.description);
        meta property="og:url" content=(address);
    };
    index.replacen("<title>Terrikon</title>", &tags.0, 1).replacen(
        "<html lang=\"ru\">",
        &format!("<html lang=\"{}\">", head.lang),
        1,
    )
}

/// A file of the viewer, or nothing that we know.
async fn file(asked: Asked) -> Result<Response, Problem> {
    let path = asked.path.trim_start_matches('/');
    let found = Files::get(path).filter(|_| !PAGES.contains(&path));
    let EmbeddedFile { data, metadata } = found.ok_or_else(|| Problem::new(Slug::NotFound))?;
    // The names of built files hold a hash of their content.
    let freshness = if path.starts_with("assets/") { Freshness::Forever } else { Freshness::Minute };
    let mut response =
        Answer::bytes(data.into_owned(), metadata.mimetype().to_owned()).fresh(freshness).respond(&asked);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, FILE_POLICY);
    Ok(response)
}
