//! What the map's own page says without scripts: all hotspots by name, and the oblasts.

use super::writing::{named, text};
use crate::{
    messages::label,
    parameters::{MOST_ITEMS, today},
    problem::Problem,
};
use maud::{Markup, html};
use std::collections::BTreeMap;
use terrikon_core::{CollectionId, Feature, Lang};
use terrikon_store::{Directory, Item, ItemsQuery, Snapshot};

/// Links to all hotspots, by name.
pub(super) async fn list(snapshot: &dyn Snapshot, lang: Lang) -> Result<Markup, Problem> {
    let query = ItemsQuery { limit: MOST_ITEMS, ..ItemsQuery::all(CollectionId::Hotspots, today()) };
    let mut items = snapshot.items(query).await?.items;
    let name = |item: &Item| item.feature.names.shown(lang).map(|(name, _)| name.to_lowercase());
    items.sort_by_cached_key(name);
    Ok(html! {
        h1 { (text(lang, "app-title")) " · " (text(lang, "app-subtitle")) }
        p { (text(lang, "app-description")) }
        h2 { (text(lang, "list-title")) }
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
        h2 { (text(lang, "filter-oblast-all")) }
        (oblasts(snapshot.directory(), lang))
    })
}

/// Links to the oblasts of today.
pub(super) fn oblasts(directory: &Directory, lang: Lang) -> Markup {
    let today = today();
    let valid = directory.oblasts.iter().filter(|oblast| oblast.validity.contains(today));
    let oblasts: BTreeMap<_, _> = valid.map(|oblast| (&oblast.code, &oblast.names)).collect();
    html! {
        ul.columns {
            @for (code, names) in oblasts {
                li { a href=(format!("/oblasts/{code}?lang={lang}")) { (named(Some(names), lang, code)) } }
            }
        }
    }
}

/// Kind and oblast.
fn place(feature: &Feature, directory: &Directory, lang: Lang) -> Markup {
    html! {
        (label(lang, "kind", feature.text("kind").unwrap_or("other")))
        @if let Some(code) = feature.oblast_on(today()) { " · " (named(directory.oblast_names(code, today()), lang, code)) }
    }
}
