//! Where there is no page: what is like it, and the ways on.

use super::{
    head::Head,
    list::oblasts,
    missing_page,
    shell::shell,
    writing::{in_language, text},
};
use crate::{AppState, asked::Asked, messages::label, parameters::today, problem::Problem};
use axum::response::Response;
use maud::html;
use terrikon_core::Lang;
use terrikon_store::{Hit, PlaceType, SearchQuery};

/// The longest text that is searched for, characters.
const LONGEST: usize = 60;

/// How many pages are offered.
const OFFERED: usize = 6;

/// The page that says so, with status 404. `wanted` is the part of the address that names something.
pub(super) async fn page(state: &AppState, asked: &Asked, wanted: &str) -> Result<Response, Problem> {
    let lang = asked.page_lang();
    let snapshot = state.current().await?;
    let hits = alike(state, wanted).await;
    let content = html! {
        h1 { (text(lang, "problem-not-found-title")) }
        p.lead { (text(lang, "missing-note")) }
        @if !hits.is_empty() {
            h2 { (text(lang, "missing-alike")) }
            ul {
                @for hit in &hits {
                    li {
                        a href=(address(hit, lang)) {
                            @match hit.names.shown(lang) { Some((name, own)) => (in_language(name, own, lang)), None => (hit.id) }
                        }
                        " · " (label(lang, "search-type", hit.place.as_str()))
                    }
                }
            }
        }
        h2 { (text(lang, "missing-ways")) }
        ul {
            li { a href=(format!("/?lang={lang}&view=list")) { (text(lang, "missing-list")) } }
            li { a href=(format!("/?lang={lang}")) { (text(lang, "missing-map")) } }
        }
        h2 { (text(lang, "filter-oblast-all")) }
        (oblasts(snapshot.directory(), lang))
    };
    let head =
        Head::of(lang, &text(lang, "problem-not-found-title"), &text(lang, "missing-note")).not_found();
    let body = shell(asked, lang, &content, (snapshot.release(), false));
    Ok(missing_page(state, asked, &head, &body))
}

/// Places whose name is like a word of an address.
async fn alike(state: &AppState, wanted: &str) -> Vec<Hit> {
    let words: String = wanted
        .chars()
        .take(LONGEST)
        .map(|letter| if letter.is_alphanumeric() { letter } else { ' ' })
        .collect();
    // Ids begin with the country.
    let text = words.trim().trim_start_matches("kz ").trim_start_matches("kg ").to_owned();
    let Ok(snapshot) = state.current().await else { return Vec::new() };
    let parts: Vec<&str> = text.split_whitespace().filter(|word| word.chars().count() > 2).collect();
    for text in [text.as_str()].into_iter().chain(parts) {
        let query = SearchQuery { text: text.to_owned(), date: today(), limit: OFFERED };
        let hits =
            if text.is_empty() { Vec::new() } else { snapshot.search(query).await.unwrap_or_default() };
        if !hits.is_empty() {
            return hits;
        }
    }
    Vec::new()
}

/// The page of what was found, or the map around it.
fn address(hit: &Hit, lang: Lang) -> String {
    let [lon, lat] = hit.position;
    match hit.place {
        PlaceType::Hotspot => format!("/hotspots/{}?lang={lang}", hit.id),
        PlaceType::Oblast => format!("/oblasts/{}?lang={lang}", hit.id),
        _ => format!("/?lang={lang}&z=10&lat={lat:.4}&lon={lon:.4}"),
    }
}
