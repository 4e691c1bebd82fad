//! `/embed`: the embedded map on a page of its own, for frames; and the page on which it is put together.

use super::oembed_link;
use crate::{
    AppState,
    answer::Answer,
    asked::Asked,
    messages::{label, message},
    parameters::{MOST_ITEMS, one_oblast, today},
    problem::{Finished, Problem, Slug},
    security::PAGE_POLICY,
    viewer,
};
use axum::{
    Extension,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use maud::{DOCTYPE, Markup, html};
use std::sync::Arc;
use terrikon_core::{CollectionId, Date, Kind, Lang};
use terrikon_store::{Item, ItemsQuery, Snapshot};

/// What an embedded map can be told: the attributes of the element, by the same names.
const ATTRIBUTES: [&str; 12] = [
    "hotspot", "oblast", "kind", "status", "date", "lang", "theme", "release", "bbox", "center", "zoom",
    "load",
];

/// What a page says of itself, and to those who run no scripts.
struct Shown {
    title: String,
    /// The page that tells more of the same.
    page: String,
    items: Vec<Item>,
}

pub(super) async fn embed(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    let lang = asked.page_lang();
    let snapshot = state.current().await?;
    let shown = shown(&snapshot, &asked, lang).await?;
    let found = shown.is_some();
    let shown = shown.unwrap_or_else(|| Shown {
        title: general(lang),
        page: format!("/?lang={lang}"),
        items: Vec::new(),
    });
    let page = page(&asked, lang, &shown).0;
    let policy = state.framing.policy();
    if found {
        return Ok(Answer::bytes(page, viewer::HTML).in_language(lang).under(policy).respond(&asked));
    }
    let headers = [(header::CONTENT_TYPE, viewer::HTML), (header::CACHE_CONTROL, "no-store")];
    let mut response = (StatusCode::NOT_FOUND, Extension(Finished), headers, page).into_response();
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    Ok(response)
}

fn page(asked: &Asked, lang: Lang, shown: &Shown) -> Markup {
    let own = asked.address(asked.own_pairs());
    // A map of everything has no other page than the start, which is no canonical form of this one.
    let canonical = (!shown.page.starts_with("/?")).then(|| format!("{}{}", asked.base, shown.page));
    html! {
        (DOCTYPE)
        html lang=(lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (shown.title) }
                meta name="description" content=(text(lang, "app-description"));
                meta name="color-scheme" content="light dark";
                link rel="icon" href="/icon.svg" type="image/svg+xml";
                @if let Some(canonical) = canonical { link rel="canonical" href=(canonical); }
                (oembed_link(asked, own.strip_prefix(&asked.base).unwrap_or(&own), &shown.title))
                link rel="stylesheet" href="/embed.css";
                script type="module" src="/terrikon.js" {}
            }
            // Named, as the page around the frame has a main part of its own.
            body { main aria-label=(shown.title) { (element(asked, lang, shown)) } }
        }
    }
}

/// The element with what it was told, and within it what is read before, or without, its script.
fn element(asked: &Asked, lang: Lang, shown: &Shown) -> Markup {
    let told = |name: &str| asked.own_pairs().find(|(other, _)| *other == name).map(|(_, value)| value);
    let [hotspot, oblast, kind, status, date, _, theme, release, bbox, center, zoom, load] =
        ATTRIBUTES.map(told);
    html! {
        terrikon-map hotspot=[hotspot] oblast=[oblast] kind=[kind] status=[status] date=[date] lang=(lang) theme=[theme]
            release=[release] bbox=[bbox] center=[center] zoom=[zoom] load=[load] height="100%"
        {
            h1 { (shown.title) }
            p { a href=(shown.page) target="_blank" rel="noopener" { (text(lang, "embed-back")) } }
            ul {
                @for Item { feature, .. } in &shown.items {
                    li {
                        a href=(format!("/hotspots/{}?lang={lang}", feature.id)) target="_blank" rel="noopener" {
                            (feature.names.shown(lang).map_or(feature.id.as_str(), |(name, _)| name))
                        }
                        " · " (label(lang, "kind", feature.text("kind").unwrap_or("other")))
                    }
                }
            }
        }
    }
}

/// What the parameters ask for; `None` where it does not exist. What can't be read is told by the element, to whom it is passed on.
async fn shown(snapshot: &Arc<dyn Snapshot>, asked: &Asked, lang: Lang) -> Result<Option<Shown>, Problem> {
    let told = |name: &str| {
        asked
            .own_pairs()
            .find(|(other, _)| *other == name)
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    };
    let date: Date = told("date").and_then(|day| day.parse().ok()).unwrap_or_else(today);
    if let Some(id) = told("hotspot") {
        let Some(item) = snapshot.item(CollectionId::Hotspots, id).await? else { return Ok(None) };
        let name = item.feature.names.shown(lang).map_or(id, |(name, _)| name);
        let title = format!("{name} · {}", text(lang, "app-title"));
        let page = format!("/hotspots/{}?lang={lang}", item.feature.id);
        return Ok(Some(Shown { title, page, items: vec![item] }));
    }
    let mut query = ItemsQuery { limit: MOST_ITEMS, ..ItemsQuery::all(CollectionId::Hotspots, date) };
    let mut place = None;
    if let Some(word) = told("oblast") {
        let Ok(oblast) = one_oblast(word, snapshot.directory(), date) else { return Ok(None) };
        query.filter.oblasts = vec![oblast.code.clone()];
        place = Some(oblast.clone());
    }
    let kinds = told("kind").into_iter().flat_map(|list| list.split(','));
    query.filter.kinds = kinds.filter_map(|kind| kind.trim().parse::<Kind>().ok()).collect();
    let items = snapshot.items(query).await?.items;
    let Some(oblast) = place else {
        return Ok(Some(Shown { title: general(lang), page: format!("/?lang={lang}"), items }));
    };
    let name = oblast.names.shown(lang).map_or(oblast.code.as_str(), |(name, _)| name);
    let title = format!("{name} · {}", text(lang, "app-title"));
    Ok(Some(Shown { title, page: format!("/oblasts/{}?lang={lang}", oblast.code), items }))
}

fn general(lang: Lang) -> String {
    format!("{} · {}", text(lang, "app-title"), text(lang, "app-subtitle"))
}

fn text(lang: Lang, key: &str) -> String {
    message(lang, key, &[]).unwrap_or_default()
}

pub(super) async fn builder(asked: Asked) -> Result<Response, Problem> {
    let lang = asked.page_lang();
    let Some(file) = viewer::builder() else {
        return Err(Problem::new(Slug::NotFound));
    };
    let head = html! {
        title { (text(lang, "publish-title")) " · " (text(lang, "app-title")) }
        meta name="description" content=(text(lang, "publish-intro"));
    };
    let page = String::from_utf8_lossy(&file.data).replacen("<title>Terrikon</title>", &head.0, 1).replacen(
        "<html lang=\"ru\">",
        &format!("<html lang=\"{lang}\">"),
        1,
    );
    Ok(Answer::bytes(page, viewer::HTML).in_language(lang).under(PAGE_POLICY).respond(&asked))
}
