//! What a picture says beside its map: title, a line under it, and whose it is.

use super::{Request, request::Subject};
use crate::{
    AppState,
    messages::{Told, grouped, label, message, told},
    problem::Problem,
    style::base_attribution,
};
use std::collections::BTreeSet;
use terrikon_core::{CollectionId, Date, Envelope, Lang};
use terrikon_store::{Directory, Item, ItemsQuery, Snapshot};

/// How many sources of facts are named; more would leave no room for the map.
const NAMED: usize = 4;

/// What a picture says.
#[derive(Debug, Clone)]
pub(super) struct Words {
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) sources: String,
}

impl Words {
    /// # Errors
    /// Where the store does not answer.
    pub(super) async fn of(
        state: &AppState,
        snapshot: &dyn Snapshot,
        request: &Request,
        hotspot: Option<&Item>,
    ) -> Result<Self, Problem> {
        let (lang, directory) = (request.lang, snapshot.directory());
        let (title, subtitle) = match hotspot {
            Some(item) => of_hotspot(item, directory, request),
            None => {
                let count = count(snapshot, request).await?;
                of_area(directory, request, count)
            }
        };
        let mut sources: Vec<String> = Vec::new();
        sources.extend(hotspot.and_then(|item| facts(item, directory, lang)));
        let release = [("release", snapshot.release().to_string()), ("date", day(request.date, lang))];
        sources.extend(message(lang, "picture-credit", &release));
        sources.push(plain(&base_attribution(lang)));
        if let Some(url) = &state.public_url {
            let url = url.split_once("://").map_or(&**url, |(_, rest)| rest);
            sources.insert(
                0,
                match &request.subject {
                    Subject::Hotspot(id) => format!("{url}/hotspots/{id}"),
                    _ => url.to_owned(),
                },
            );
        }
        Ok(Self { title, subtitle, sources: sources.join(" ") })
    }
}

fn text(lang: Lang, key: &str) -> String {
    message(lang, key, &[]).unwrap_or_default()
}

fn of_hotspot(item: &Item, directory: &Directory, request: &Request) -> (String, String) {
    let (feature, lang) = (&*item.feature, request.lang);
    let title = feature.names.shown(lang).map_or(feature.id.as_str(), |(name, _)| name).to_owned();
    let oblast = feature.oblast_on(request.date);
    let oblast = oblast.and_then(|code| directory.oblast_names(code, request.date)?.shown(lang));
    let accuracy = feature
        .number("position_accuracy_m")
        .filter(|metres| *metres > 0.0)
        .and_then(|metres| message(lang, "position-badge", &[("distance", distance(metres, lang))]));
    let parts = [
        Some(label(lang, "kind", feature.text("kind").unwrap_or("other"))),
        oblast.map(|(name, _)| name.to_owned()),
        feature.text("trust").map(|trust| label(lang, "trust", trust)),
        accuracy,
    ];
    (title, parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

fn of_area(directory: &Directory, request: &Request, count: usize) -> (String, String) {
    let lang = request.lang;
    let name = |code: &String| {
        directory.oblast_names(code, request.date).and_then(|names| Some(names.shown(lang)?.0.to_owned()))
    };
    let general = text(lang, "app-subtitle");
    let countries = || ["country-kz", "country-kg"].map(|key| text(lang, key)).join(", ");
    let (title, place) = match &request.subject {
        Subject::Oblasts(codes) => {
            let names: Vec<String> = codes.iter().filter_map(name).collect();
            (message(lang, "picture-title", &[("area", names.join(", "))]).unwrap_or(general), None)
        }
        Subject::Whole => (general, Some(countries())),
        _ => (general, None),
    };
    let kinds = request.filter.kinds.iter().map(|kind| label(lang, "kinds", kind.as_str()));
    let kinds: Vec<String> = kinds.collect();
    let parts = [
        place,
        told(lang, "list-count", &[("count", Told::Number(count as f64))]),
        (!kinds.is_empty()).then(|| kinds.join(", ")),
    ];
    (title, parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

/// How many hotspots the picture is about.
async fn count(snapshot: &dyn Snapshot, request: &Request) -> Result<usize, Problem> {
    let bbox = match request.subject {
        Subject::Box(corners) => {
            let [west, south, east, north] = corners.map(|corner| f64::from(corner) / 1e6);
            Some(Envelope { west, south, east, north })
        }
        _ => None,
    };
    let all = ItemsQuery::all(CollectionId::Hotspots, request.date);
    let query = ItemsQuery { bbox, filter: request.filter.clone(), limit: 1, ..all };
    Ok(snapshot.items(query).await?.number_matched)
}

/// Who says what is told of a hotspot.
fn facts(item: &Item, directory: &Directory, lang: Lang) -> Option<String> {
    let mut seen = BTreeSet::new();
    let ids =
        item.claims.iter().map(|claim| claim.source.as_str()).chain(item.feature.text("position_source"));
    let mut names: Vec<&str> = ids
        .filter_map(|id| directory.sources.get(id))
        .map(|source| if source.publisher.is_empty() { &*source.title } else { &*source.publisher })
        .filter(|name| !name.is_empty() && seen.insert(*name))
        .collect();
    let more = names.len() > NAMED;
    names.truncate(NAMED);
    let end = if more { "; …" } else { "." };
    let names = names.join("; ");
    if names.is_empty() { None } else { message(lang, "picture-facts", &[("sources", names + end)]) }
}

/// Metres or kilometres as people say them.
pub(super) fn distance(metres: f64, lang: Lang) -> String {
    let (key, number) = match metres {
        ..1000.0 => ("distance-m", metres.round()),
        ..10_000.0 => ("distance-km", (metres / 100.0).round() / 10.0),
        _ => ("distance-km", (metres / 1000.0).round()),
    };
    message(lang, key, &[("distance", grouped(number, lang))]).unwrap_or_default()
}

/// A day as the language writes it.
fn day(date: Date, lang: Lang) -> String {
    let parts = [
        ("day", format!("{:02}", date.day())),
        ("month", format!("{:02}", date.month())),
        ("year", date.year().to_string()),
    ];
    message(lang, "picture-date", &parts).unwrap_or_default()
}

/// A text without its marks: prints have no links.
fn plain(html: &str) -> String {
    let mut inside = false;
    html.chars()
        .filter(|letter| {
            let was = inside;
            inside = match letter {
                '<' => true,
                '>' => false,
                _ => inside,
            };
            !was && !inside
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributions_lose_their_links_and_nothing_else() {
        assert_eq!(plain("a <a href=\"https://b.org\">c</a> (d)."), "a c (d).");
        for lang in Lang::ALL {
            let told = plain(&base_attribution(lang));
            assert!(told.contains("GeoNames") && !told.contains(['<', '>']), "{told}");
        }
    }

    #[test]
    fn numbers_and_days_follow_the_language() {
        assert_eq!(distance(8_500.0, Lang::Ru), "8,5 км");
        assert_eq!(distance(12_400.0, Lang::En), "12 km");
        assert_eq!(day(Date::constant(2021, 6, 30), Lang::Kk), "30.06.2021");
    }
}
