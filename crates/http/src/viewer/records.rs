//! Projects and measurements as rows, each with its source: on the pages of hotspots and of oblasts.

use super::writing::{
    FACTS_LANGUAGE, argument, doubt, named_in, number, period, source_or_none, table, text,
};
use crate::messages::{grouped, label};
use maud::{Markup, html};
use serde_json::{Value, json};
use terrikon_core::{Feature, Lang};
use terrikon_store::Directory;

/// A feature as the API tells it, as far as rows need it.
pub(super) fn told(feature: &Feature, lang: Lang) -> Value {
    let shown = feature.names.shown(lang);
    let mut told = Value::Object(feature.properties.clone());
    told["id"] = json!(feature.id);
    told["name"] = json!(shown.map(|(name, _)| name));
    told["name_lang"] = json!(shown.map(|(_, own)| own));
    told
}

/// A text of a row, if there is one.
fn said<'a>(row: &'a Value, field: &str) -> Option<&'a str> {
    row[field].as_str().filter(|text| !text.is_empty())
}

/// A project: what it is called, who does and pays it, when, and what came of it.
pub(super) fn project(project: &Value, directory: &Directory, lang: Lang) -> Markup {
    let said = |field: &str| said(project, field);
    let when = period(lang, said("begins"), said("ends"));
    html! {
        li {
            p.value { strong { (named_in(project, lang)) } (doubt(said("grade") == Some("C"), lang)) }
            p {
                (label(lang, "project-kind", said("kind").unwrap_or("plan")))
                @if !when.is_empty() { " · " (when) }
                @if let Some(who) = said("who") { " · " span lang=(FACTS_LANGUAGE) { (who) } }
            }
            @if let Some(funder) = said("funder") {
                p { (argument(lang, "profile-project-funder", "name", "")) span lang=(FACTS_LANGUAGE) { (funder) } }
            }
            @if let Some(budget) = project["budget"].as_f64() {
                @let money = format!("{} {}", number(lang, budget), said("currency").unwrap_or_default());
                p { (argument(lang, "profile-project-budget", "budget", money.trim())) }
            }
            @for field in ["outputs", "note"] { @if let Some(words) = said(field) { p lang=(FACTS_LANGUAGE) { (words) } } }
            p.second { (source_or_none(said("source"), directory, lang)) }
        }
    }
}

/// Measurements as a table, by substance and time.
pub(super) fn measurements(samples: &[&Value], directory: &Directory, lang: Lang) -> Markup {
    let told = html! {
        @for sample in samples {
            @let text_of = |field: &str| said(sample, field);
            @let unit = text_of("unit").map(|unit| label(lang, "unit", unit)).unwrap_or_default();
            tr {
                th scope="row" {
                    @if let Some(pollutant) = text_of("pollutant") { (label(lang, "pollutant", pollutant)) }
                    @if let Some(medium) = text_of("medium") { " · " (label(lang, "medium", medium)) }
                    (doubt(text_of("grade") == Some("C"), lang))
                }
                td {
                    @if let Some(value) = measured(sample, lang) { (value) " " (unit) } @else { "—" }
                    @if let Some(meaning) = text_of("meaning") { p.second lang=(FACTS_LANGUAGE) { (meaning) } }
                }
                td {
                    @if let Some(times) = sample["exceedance"].as_f64() { p { (argument(lang, "profile-times-limit", "times", &number(lang, times))) } }
                    @if let Some(limit) = sample["limit_value"].as_f64() {
                        p { (argument(lang, "profile-limit", "limit", &format!("{} {unit}", grouped(limit, lang)))) }
                        @if let Some(act) = text_of("limit_act") { p.second lang=(FACTS_LANGUAGE) { (act) } }
                    }
                }
                td {
                    @let when = period(lang, text_of("sampled_from"), text_of("sampled_to"));
                    @if when.is_empty() { (text(lang, "claim-year-unknown")) } @else { (when) }
                    p.second { (source_or_none(text_of("source"), directory, lang)) }
                }
            }
        }
    };
    let columns = ["page-substance", "profile-value", "page-limit", "page-when"];
    table(lang, &text(lang, "profile-measurements"), &columns, &told)
}

/// A sample's value; below the detection limit that is said, and it is not 0.
fn measured(sample: &Value, lang: Lang) -> Option<String> {
    let figure = |field: &str| sample[field].as_f64().map(|value| grouped(value, lang));
    let (low, high) = (sample["value_low"].as_f64(), sample["value_high"].as_f64());
    match (figure("value"), figure("detection_limit")) {
        (Some(value), _) => Some(value),
        (None, Some(limit)) => Some(format!("< {limit}")),
        (None, None) => match (low, high) {
            (Some(low), Some(high)) if low < high => {
                Some(format!("{}–{}", grouped(low, lang), grouped(high, lang)))
            }
            (Some(low), None) => Some(format!("≥ {}", grouped(low, lang))),
            (None, Some(high)) => Some(format!("≤ {}", grouped(high, lang))),
            (Some(only), Some(_)) => Some(grouped(only, lang)),
            (None, None) => said(sample, "stated").map(ToOwned::to_owned),
        },
    }
}
