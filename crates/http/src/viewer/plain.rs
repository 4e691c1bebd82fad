//! What a page says without scripts: the same facts as the panel and the list, as plain HTML.

use super::text;
use crate::{
    AppState,
    messages::{label, message},
    parameters::{MOST_ITEMS, today},
    problem::Problem,
};
use maud::{Markup, html};
use terrikon_core::{Claim, CollectionId, Feature, Grade, Lang, Names};
use terrikon_store::{Directory, Item, ItemsQuery};

/// Notes and meanings in the facts are written in English only.
const FACTS_LANGUAGE: Lang = Lang::En;

/// Links to all hotspots, by name.
pub(super) async fn list(state: &AppState, lang: Lang) -> Result<Markup, Problem> {
    let snapshot = state.current().await?;
    let query = ItemsQuery { limit: MOST_ITEMS, ..ItemsQuery::all(CollectionId::Hotspots, today()) };
    let mut items = snapshot.items(query).await?.items;
    let name = |item: &Item| item.feature.names.shown(lang).map(|(name, _)| name.to_lowercase());
    items.sort_by_cached_key(name);
    Ok(html! {
        h1 { (text(lang, "app-title")) " · " (text(lang, "app-subtitle")) }
        p { (text(lang, "app-description")) }
        (languages("/", ""))
        ul {
            @for item in &items {
                li {
                    a href=(format!("/hotspots/{}?lang={lang}", item.feature.id)) {
                        (named(Some(&item.feature.names), lang, &item.feature.id))
                    }
                    " · " (place(&item.feature, snapshot.directory(), lang))
                }
            }
        }
    })
}

/// All about one hotspot.
pub(super) fn hotspot(item: &Item, directory: &Directory, lang: Lang) -> Markup {
    let feature = &*item.feature;
    let position_kind = feature.text("position_kind").unwrap_or_default();
    let trust = feature.text("trust").unwrap_or_default();
    html! {
        p { a href=(format!("/?lang={lang}")) { (text(lang, "app-title")) " · " (text(lang, "app-subtitle")) } }
        (languages(&format!("/hotspots/{}", feature.id), ""))
        h1 { (named(Some(&feature.names), lang, &feature.id)) }
        p { (place(feature, directory, lang)) }
        p { (label(lang, "trust", trust)) ". " (text(lang, &format!("trust-{trust}-note"))) }
        h2 { (text(lang, "panel-position")) }
        @if let (Some([lon, lat]), Some(accuracy)) = (feature.position, feature.number("position_accuracy_m")) {
            // No more digits than the accuracy allows: a degree of latitude has 111 320 m.
            @let digits = (111_320.0 / accuracy.max(1.0)).log10().ceil().clamp(1.0, 5.0) as usize;
            p { (format!("{lat:.digits$}, {lon:.digits$}")) " · " (accuracy_note(lang, accuracy)) }
        }
        p { (label(lang, "position", position_kind)) }
        @if let Some(id) = feature.text("position_source") {
            p { (message(lang, "position-source", &[("source", String::new())]).unwrap_or_default()) (source(id, directory)) }
        }
        @if !item.claims.is_empty() {
            h2 { (text(lang, "panel-claims")) }
            ul { @for claim in item.claims.iter() { li { (told(claim, directory, lang)) } } }
        }
    }
}

/// Links to the same page in the four languages; `more` is what else its query says.
pub(super) fn languages(path: &str, more: &str) -> Markup {
    html! {
        nav {
            @for lang in Lang::ALL {
                a href=(format!("{path}?lang={lang}{more}")) lang=(lang) hreflang=(lang) {
                    (text(lang, &format!("language-{lang}")))
                }
                " "
            }
        }
    }
}

/// Kind, oblast and raion.
fn place(feature: &Feature, directory: &Directory, lang: Lang) -> Markup {
    let oblast = feature.oblast_on(today());
    let raion = feature.raion.as_ref();
    html! {
        (label(lang, "kind", feature.text("kind").unwrap_or("other")))
        @if let Some(code) = oblast { " · " (named(directory.oblast_names(code, today()), lang, code)) }
        @if let Some(code) = raion { " · " (named(directory.raions.get(code), lang, code)) }
    }
}

fn told(claim: &Claim, directory: &Directory, lang: Lang) -> Markup {
    let year = match (claim.year.as_str(), claim.year.strip_prefix("c. ")) {
        ("", _) => text(lang, "claim-year-unknown"),
        (_, Some(year)) => {
            message(lang, "claim-year-about", &[("year", year.to_owned())]).unwrap_or_default()
        }
        (year, None) => year.to_owned(),
    };
    html! {
        (label(lang, "property", &claim.property)) ": "
        strong { (claim.value) @if !claim.unit.is_empty() { " " (label(lang, "unit", &claim.unit)) } }
        " · " (year)
        @if claim.grade == Grade::C { " · " em { (text(lang, "claim-unverified")) } }
        @if !claim.meaning.is_empty() { " · " span lang=(FACTS_LANGUAGE) { (claim.meaning) } }
        br;
        (source(&claim.source, directory))
    }
}

/// The title in its own language, linked, then who published it and when.
pub(super) fn source(id: &str, directory: &Directory) -> Markup {
    let Some(source) = directory.sources.get(id) else { return html! { (id) } };
    let title = if source.title.is_empty() { id } else { &source.title };
    let lang = (!source.language.is_empty()).then_some(&source.language);
    let origin = [&source.publisher, &source.date].map(String::as_str);
    let origin: Vec<_> = origin.into_iter().filter(|part| !part.is_empty()).collect();
    html! {
        @if source.url.starts_with("https://") || source.url.starts_with("http://") {
            a href=(source.url) rel="noopener noreferrer" lang=[lang] { (title) }
        } @else {
            span lang=[lang] { (title) }
        }
        @if !origin.is_empty() { " · " (origin.join(", ")) }
    }
}

/// A name, marked where it is in another language than the page.
fn named(names: Option<&Names>, lang: Lang, otherwise: &str) -> Markup {
    match names.and_then(|names| names.shown(lang)) {
        Some((name, own)) if own == lang => html! { (name) },
        Some((name, own)) => html! { span lang=(own) { (name) } },
        None => html! { (otherwise) },
    }
}

fn accuracy_note(lang: Lang, metres: f64) -> String {
    let (key, distance) = match metres {
        ..1000.0 => ("distance-m", metres.round()),
        ..10_000.0 => ("distance-km", (metres / 100.0).round() / 10.0),
        _ => ("distance-km", (metres / 1000.0).round()),
    };
    let mark = if lang == Lang::En { "." } else { "," };
    let distance = message(lang, key, &[("distance", distance.to_string().replace('.', mark))]);
    message(lang, "position-badge", &[("distance", distance.unwrap_or_default())]).unwrap_or_default()
}
