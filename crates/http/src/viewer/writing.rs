//! How pages write: numbers, days and distances by the rules of the language; names and sources, each with its own language.

use crate::messages::{Told, grouped, message, told};
use maud::{Markup, html};
use serde_json::Value;
use terrikon_core::{Claim, Lang, Names};
use terrikon_store::Directory;

/// Notes and meanings in the facts are written in English only.
pub(super) const FACTS_LANGUAGE: Lang = Lang::En;

/// A degree of latitude, metres.
const DEGREE: f64 = 111_320.0;

pub(super) fn text(lang: Lang, key: &str) -> String {
    message(lang, key, &[]).unwrap_or_default()
}

/// A text with one word in it.
pub(super) fn argument(lang: Lang, key: &str, name: &'static str, value: &str) -> String {
    message(lang, key, &[(name, value.to_owned())]).unwrap_or_default()
}

/// A text with numbers in it, which also decide on the plural.
pub(super) fn counted(lang: Lang, key: &str, numbers: &[(&'static str, f64)]) -> String {
    let numbers: Vec<_> = numbers.iter().map(|(name, number)| (*name, Told::Number(*number))).collect();
    told(lang, key, &numbers).unwrap_or_default()
}

pub(super) fn number(lang: Lang, value: f64) -> String {
    grouped((value * 1e3).round() / 1e3, lang)
}

/// Metres below one kilometre, else kilometres with as many digits as make sense at that length.
pub(super) fn distance(lang: Lang, metres: f64) -> String {
    let (key, length) = match metres {
        ..1000.0 => ("distance-m", metres.round()),
        ..10_000.0 => ("distance-km", (metres / 100.0).round() / 10.0),
        _ => ("distance-km", (metres / 1000.0).round()),
    };
    argument(lang, key, "distance", &number(lang, length))
}

/// Never more exact than the positions themselves: "< 5 km" from inside their disc, "≈ 31 km" from outside.
pub(super) fn distance_to(lang: Lang, metres: f64, accuracy: f64) -> String {
    let (key, metres) =
        if metres < accuracy { ("distance-within", metres + accuracy) } else { ("distance-about", metres) };
    argument(lang, key, "distance", &distance(lang, metres))
}

/// Latitude and longitude, always with a point, and with no more digits than the accuracy in metres allows.
pub(super) fn coordinates([lon, lat]: [f64; 2], accuracy: f64) -> String {
    let digits = (DEGREE / accuracy.max(1.0)).log10().ceil().clamp(1.0, 5.0) as usize;
    format!("{lat:.digits$}, {lon:.digits$}")
}

/// A day or month as precisely as it is known: 8 June 2022 in English, 08.06.2022 in the others; anything else as it is.
pub(super) fn day(lang: Lang, stated: &str) -> String {
    let parsed = |text: &str| text.parse::<terrikon_core::Date>().ok();
    let (date, form) = match stated.len() {
        10 => (parsed(stated), ["%-d %B %Y", "%d.%m.%Y"]),
        7 => (parsed(&format!("{stated}-01")), ["%B %Y", "%m.%Y"]),
        _ => (None, ["", ""]),
    };
    let [english, others] = form;
    let form = if lang == Lang::En { english } else { others };
    date.map_or_else(|| stated.to_owned(), |date| date.strftime(form).to_string())
}

/// From one day to another, either of which may be missing.
pub(super) fn period(lang: Lang, from: Option<&str>, to: Option<&str>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => day(lang, from),
        (from, to) => {
            let ends: Vec<_> = [from, to].into_iter().flatten().map(|end| day(lang, end)).collect();
            ends.join(" – ")
        }
    }
}

/// A year as a source gives it: "c. 2014" in the reader's language, and said where there is none.
pub(super) fn year(lang: Lang, stated: &str) -> String {
    match (stated, stated.strip_prefix("c. ")) {
        ("", _) => text(lang, "claim-year-unknown"),
        (_, Some(year)) => argument(lang, "claim-year-about", "year", year),
        (year, None) => day(lang, year),
    }
}

/// A claimed value without its unit: numbers by the rules of the language, words as the source has them; years are never grouped.
pub(super) fn claimed(lang: Lang, claim: &Claim) -> String {
    if claim.unit == "year" || claim.property.ends_with("_year") {
        return claim.value.clone();
    }
    match (claim.value_low, claim.value_high) {
        (Some(low), Some(high)) if low < high => format!("{}–{}", number(lang, low), number(lang, high)),
        _ => {
            let plain = claim.value.parse().ok().filter(|value: &f64| value.is_finite());
            plain.map_or_else(|| claim.value.clone(), |value| number(lang, value))
        }
    }
}

/// A name, with its language where that is another than the page's.
pub(super) fn named(names: Option<&Names>, lang: Lang, otherwise: &str) -> Markup {
    match names.and_then(|names| names.shown(lang)) {
        Some((name, own)) => in_language(name, own, lang),
        None => html! { (otherwise) },
    }
}

/// The same of a document of the API, which tells the language beside the name.
pub(super) fn named_in(told: &Value, lang: Lang) -> Markup {
    let own = told["name_lang"].as_str().and_then(|own| own.parse().ok()).unwrap_or(lang);
    in_language(told["name"].as_str().or(told["id"].as_str()).unwrap_or_default(), own, lang)
}

/// A name in its own language, which is told where it is not the page's.
pub(super) fn in_language(name: &str, own: Lang, lang: Lang) -> Markup {
    html! {
        @if own == lang { (name) } @else {
            @let tongue = text(lang, &format!("language-{own}"));
            span lang=(own) { (name) } " "
            small title=(argument(lang, "panel-shown-in", "language", &tongue)) lang=(own) { "(" (tongue) ")" }
        }
    }
}

/// The title in its own language, linked, then who published it and when.
pub(super) fn source(id: &str, directory: &Directory, lang: Lang) -> Markup {
    let Some(source) = directory.sources.get(id) else { return html! { (id) } };
    let title = if source.title.is_empty() { id } else { &source.title };
    // Some are in two languages, "en/ru": that is no language that a browser knows.
    let is_one = |language: &str| {
        matches!(language.len(), 2 | 3) && language.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let own = Some(&source.language).filter(|language| is_one(language));
    let origin: Vec<_> = [source.publisher.clone(), day(lang, &source.date)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    html! {
        @if source.url.starts_with("https://") || source.url.starts_with("http://") {
            a href=(source.url) rel="noopener noreferrer" lang=[own] { (title) }
        } @else {
            span lang=[own] { (title) }
        }
        @if !origin.is_empty() { " · " (origin.join(", ")) }
    }
}

/// The same where none may be named.
pub(super) fn source_or_none(id: Option<&str>, directory: &Directory, lang: Lang) -> Markup {
    match id.filter(|id| !id.is_empty()) {
        Some(id) => source(id, directory, lang),
        None => html! { (text(lang, "claim-source-unknown")) },
    }
}

/// The mark of what nobody has checked.
pub(super) fn doubt(unverified: bool, lang: Lang) -> Markup {
    html! { @if unverified { " " em class="doubt" { (text(lang, "claim-unverified")) } } }
}

/// A table that scrolls by itself where it is wider than a phone, reachable by keyboard. `columns` are keys of messages.
pub(super) fn table(lang: Lang, caption: &str, columns: &[&str], rows: &Markup) -> Markup {
    html! {
        div class="table" role="group" aria-label=(caption) tabindex="0" {
            table {
                caption { (caption) }
                thead { tr { @for key in columns { th scope="col" { (text(lang, key)) } } } }
                tbody { (rows) }
            }
        }
    }
}

pub(super) fn rows<'a>(told: &'a Value, member: &str) -> impl Iterator<Item = &'a Value> {
    told[member].as_array().into_iter().flatten()
}

pub(super) fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_as_precise_as_they_are_known() {
        assert_eq!(day(Lang::En, "2022-06-08"), "8 June 2022");
        assert_eq!(day(Lang::Kk, "2022-06-08"), "08.06.2022");
        assert_eq!(
            (day(Lang::En, "2022-06"), day(Lang::Ky, "2022-06")),
            ("June 2022".into(), "06.2022".into())
        );
        assert_eq!((day(Lang::Ru, "2022"), day(Lang::Ru, "spring")), ("2022".into(), "spring".into()));
        assert_eq!(period(Lang::Ru, Some("2022"), None), "2022");
        assert_eq!(period(Lang::Ru, Some("2022-06-08"), Some("2022-06-08")), "08.06.2022");
        assert_eq!(period(Lang::En, Some("2022"), Some("2024-01")), "2022 – January 2024");
    }

    #[test]
    fn distances_follow_the_language_and_the_accuracy() {
        assert_eq!(distance(Lang::Ru, 1500.0), "1,5 км");
        assert_eq!(distance(Lang::En, 12_400.0), "12 km");
        assert_eq!(distance_to(Lang::En, 3000.0, 8000.0), "< 11 km");
        assert_eq!(coordinates([72.966_712, 50.066_734], 8000.0), "50.07, 72.97");
        assert_eq!(coordinates([72.966_712, 50.066_734], 0.0), "50.06673, 72.96671");
    }
}
