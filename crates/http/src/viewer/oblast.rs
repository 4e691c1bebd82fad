//! The page of an oblast without scripts: key figures, figures over the years and hotspots as tables, each figure with its source.

use super::{
    plain::{languages, source},
    text,
};
use crate::messages::{Told, label, message, told as told_numbers};
use maud::{Markup, html};
use serde_json::Value;
use terrikon_core::Lang;
use terrikon_store::Directory;

/// All there is, of a profile as the API tells it.
pub(super) fn page(told: &Value, directory: &Directory, lang: Lang, asked_date: Option<&str>) -> Markup {
    let oblast = &told["oblast"];
    let code = words(&oblast["code"]);
    let date = asked_date.map(|date| format!("&date={date}")).unwrap_or_default();
    let own = format!("/api/oblasts/{code}/profile?lang={lang}{date}");
    html! {
        p { a href=(format!("/?lang={lang}&oblast={code}")) { (text(lang, "profile-back")) } }
        (languages(&format!("/oblasts/{code}"), &date))
        h1 { (words(&oblast["name"])) }
        p {
            (code) " · " (argument(lang, "profile-as-of", "date", &words(&told["date"])))
            " · " (borders(oblast, lang))
        }
        (change(&oblast["predecessors"], "profile-made-from", lang))
        (change(&oblast["successors"], "profile-became", lang))
        ul { @for caveat in rows(told, "caveats") { li { (words(&caveat["text"])) } } }
        (people(told, directory, lang))
        (indicators(told, directory, lang))
        (hotspots(&told["hotspots"], lang))
        (projects(told, directory, lang))
        h2 { (text(lang, "panel-download")) }
        p { a href=(own) { "JSON" } " · " a href=(format!("{own}&f=csv")) { "CSV" } }
    }
}

fn borders(oblast: &Value, lang: Lang) -> String {
    let (from, to) = (words(&oblast["valid_from"]), words(&oblast["valid_to"]));
    let said = match (from.is_empty(), to.is_empty()) {
        (true, true) => message(lang, "profile-always", &[]),
        (false, true) => message(lang, "profile-since", &[("date", from)]),
        (true, false) => message(lang, "profile-until", &[("date", to)]),
        (false, false) => message(lang, "profile-between", &[("from", from), ("to", to)]),
    };
    said.unwrap_or_default()
}

fn change(parts: &Value, key: &str, lang: Lang) -> Markup {
    let parts = parts.as_array().map(Vec::as_slice).unwrap_or_default();
    html! {
        @if let Some(first) = parts.first() {
            p {
                (argument(lang, key, "date", &words(&first["date"])))
                @for part in parts {
                    " "
                    a href=(format!("/oblasts/{}?lang={lang}&date={}", words(&part["code"]), day_within(part))) { (words(&part["name"])) }
                }
            }
        }
    }
}

/// A day on which an oblast had the borders that are told.
fn day_within(part: &Value) -> String {
    let last =
        words(&part["valid_to"]).parse::<terrikon_core::Date>().ok().and_then(|end| end.yesterday().ok());
    last.map_or_else(|| words(&part["valid_from"]), |day| day.to_string())
}

fn people(told: &Value, directory: &Directory, lang: Lang) -> Markup {
    let report = &told["exposure"];
    let population = &report["population"];
    html! {
        h2 { (text(lang, "profile-people")) }
        p { (text(lang, "profile-people-note")) }
        table {
            tr { th { (text(lang, "profile-radius")) } th { (text(lang, "profile-interval")) } th { (text(lang, "profile-central")) } }
            @for ring in rows(report, "rings") {
                @let people = &ring["people_union"];
                tr {
                    td { (distance(lang, ring["radius_m"].as_f64().unwrap_or_default())) }
                    td { (interval(people, lang)) }
                    td { @if let Some(central) = people["central"].as_f64() { (number(lang, central.round())) } @else { "—" } }
                }
            }
        }
        p {
            (words(&population["year"])) " · "
            @if let Some(id) = population["source"]["id"].as_str() { (source(id, directory)) " · " }
            a href=(format!("/methods/exposure?lang={lang}")) { (text(lang, "exposure-how")) }
        }
    }
}

/// From the certain lower end to the certain upper end; where there is no data that is said.
fn interval(people: &Value, lang: Lang) -> String {
    let ends = |name: &str, certain: &str, best: fn(f64, f64) -> f64| {
        let end = people[name].as_f64()?;
        Some(people[certain].as_f64().map_or(end, |other| best(end, other)))
    };
    let (low, high) = (ends("low", "least", f64::min), ends("high", "most", f64::max));
    let at = |name: &'static str, value: f64| (name, Told::Number(value));
    let said = match (low, high, people["central"].is_null()) {
        (_, None, _) => Some(text(lang, "exposure-no-data")),
        (Some(low), Some(high), false) => {
            told_numbers(lang, "exposure-interval", &[at("low", low.floor()), at("high", high.ceil())])
        }
        (_, Some(high), _) => told_numbers(lang, "exposure-at-most", &[at("high", high.ceil())]),
    };
    said.unwrap_or_default()
}

fn indicators(told: &Value, directory: &Directory, lang: Lang) -> Markup {
    let own = || rows(told, "indicators").filter(|group| group["about"] == "oblast");
    html! {
        @if own().next().is_some() { h2 { (text(lang, "profile-indicators")) } }
        @for group in own() {
            h3 { (words(&group["name"])) ", " (words(&group["unit_name"])) }
            table {
                tr {
                    th { (text(lang, "profile-year")) } th { (text(lang, "profile-value")) }
                    th { (text(lang, "profile-counted")) } th { (text(lang, "profile-source")) }
                }
                @for figure in rows(group, "series") { (row(figure, directory, lang)) }
            }
        }
    }
}

fn row(figure: &Value, directory: &Directory, lang: Lang) -> Markup {
    let area = &figure["area"];
    let counted = match area["same_as_asked"].as_bool() {
        Some(true) => text(lang, "profile-same-area"),
        Some(false) => argument(lang, "profile-other-area", "area", &words(&area["name"])),
        None => text(lang, "profile-area-unknown"),
    };
    html! {
        tr {
            td { (words(&figure["year"])) }
            td { (value(figure, lang)) @if figure["grade"] == "C" { " · " em { (text(lang, "claim-unverified")) } } }
            td { (counted) }
            td {
                @if let Some(id) = figure["source"].as_str() { (source(id, directory)) } @else { (text(lang, "claim-source-unknown")) }
                @if let Some(meaning) = figure["meaning"].as_str() { br; span lang=(Lang::En) { (meaning) } }
            }
        }
    }
}

fn value(figure: &Value, lang: Lang) -> String {
    let end = |name: &str| figure[name].as_f64();
    match (end("value"), end("low"), end("high")) {
        (Some(value), _, _) => number(lang, value),
        (None, Some(low), Some(high)) => format!("{}–{}", number(lang, low), number(lang, high)),
        (None, Some(low), None) => format!("≥ {}", number(lang, low)),
        (None, None, Some(high)) => format!("≤ {}", number(lang, high)),
        (None, None, None) => words(&figure["stated"]),
    }
}

fn hotspots(hotspots: &Value, lang: Lang) -> Markup {
    html! {
        h2 { (text(lang, "list-title")) " (" (words(&hotspots["total"])) ")" }
        ul {
            @for hotspot in rows(hotspots, "list") {
                li {
                    a href=(format!("/hotspots/{}?lang={lang}", words(&hotspot["id"]))) {
                        @if hotspot["name"].is_null() { (words(&hotspot["id"])) } @else { (words(&hotspot["name"])) }
                    }
                    " · " (label(lang, "kind", hotspot["kind"].as_str().unwrap_or("other")))
                    @if let Some(trust) = hotspot["trust"].as_str() { " · " (label(lang, "trust", trust)) }
                }
            }
        }
    }
}

fn projects(told: &Value, directory: &Directory, lang: Lang) -> Markup {
    html! {
        @if rows(told, "projects").next().is_some() {
            h2 { (text(lang, "profile-projects")) }
            ul {
                @for project in rows(told, "projects") {
                    li {
                        (words(&project["name"]))
                        @if let Some(begins) = project["begins"].as_str() { " · " (begins) }
                        @if project["grade"] == "C" { " · " em { (text(lang, "claim-unverified")) } }
                        @if let Some(id) = project["source"].as_str() { br; (source(id, directory)) }
                    }
                }
            }
        }
    }
}

fn rows<'a>(told: &'a Value, member: &str) -> impl Iterator<Item = &'a Value> {
    told[member].as_array().into_iter().flatten()
}

fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn argument(lang: Lang, key: &str, name: &'static str, value: &str) -> String {
    message(lang, key, &[(name, value.to_owned())]).unwrap_or_default()
}

fn number(lang: Lang, value: f64) -> String {
    crate::messages::grouped(value, lang)
}

fn distance(lang: Lang, metres: f64) -> String {
    argument(lang, "distance-km", "distance", &number(lang, metres / 1000.0))
}
