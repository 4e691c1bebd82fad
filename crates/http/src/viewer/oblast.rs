//! The page of an oblast: key figures, figures over the years, hotspots, projects and measurements as tables, each figure with its
//! source; as it was on a day. All of it is read without scripts.

use super::{
    head::{Head, Picture},
    interval::Interval,
    linked_data::About,
    missing, page, records,
    shell::shell,
    takeaway::{File, Takeaway, items, picture},
    writing::{
        FACTS_LANGUAGE, argument, counted, day, distance, doubt, named_in, number, rows, source,
        source_or_none, table, text, words,
    },
};
use crate::{
    AppState,
    api::profile::document,
    asked::Asked,
    messages::{label, message},
    parameters::{one_oblast, today},
    problem::Problem,
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use maud::{Markup, html};
use serde_json::{Value, json};
use terrikon_core::{Date, Lang};
use terrikon_store::{Directory, directory::Oblast};

pub(super) async fn oblast(
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
        return missing::page(&state, &asked, &word).await;
    };
    let name = oblast.names.shown(lang).map_or(oblast.code.as_str(), |(name, _)| name).to_owned();
    // A profile that can't be computed now is asked for again by the script, which tells what is wrong.
    let Ok(told) = document(&state, &snapshot, &oblast, (date, lang)).await else {
        let head = Head::of(lang, &name, &text(lang, "profile-description"));
        return Ok(page(&state, &asked, &head, &html!()));
    };
    let release = snapshot.release();
    let own_path = format!("/oblasts/{}", oblast.code);
    let facts = [
        ("name", name.clone()),
        ("code", oblast.code.clone()),
        ("date", day(lang, &date.to_string())),
        ("release", release.to_string()),
        ("url", format!("{}{own_path}?date={date}", asked.base)),
    ];
    let taken = Takeaway {
        asked: &asked,
        lang,
        release,
        path: own_path,
        id: &oblast.code,
        parameter: "oblast",
        citation: message(lang, "profile-citation", &facts).unwrap_or_default(),
        files: files(&oblast.code, date, (release, lang)),
        report_to: state.report_to.as_deref(),
    };
    let description = description(&told, lang);
    let about = About {
        asked: &asked,
        lang,
        snapshot: &*snapshot,
        name: name.clone(),
        description: &description,
        files: &taken.files,
        years: years(&told),
        keywords: rows(&told, "indicators").map(|group| words(&group["name"])).collect(),
        place: place(&oblast),
        names: Some(&oblast.names),
    };
    let alt = argument(lang, "page-picture-alt", "name", &name);
    let picture = Picture { path: picture("oblast", &oblast.code, "1200x630", lang), alt };
    let head = Head::of(lang, &name, &description).picture(picture).with_oembed().linked_data(about.graph());
    let article = article(&told, snapshot.directory(), lang, &taken);
    Ok(page(&state, &asked, &head, &shell(&asked, lang, &article, (release, false))))
}

fn files(code: &str, date: Date, of: (&terrikon_core::ReleaseId, Lang)) -> Vec<File> {
    let (release, lang) = of;
    let figures = |f| format!("/api/oblasts/{code}/profile?date={date}&f={f}&lang={lang}&release={release}");
    let hotspots = |f| format!("{}&date={date}", items("hotspots", ("oblast", code), f, of));
    let file = |path, format, media, about| File { path, format, media, about };
    vec![
        file(figures("json"), "JSON", "application/json", "profile-figures-file"),
        file(figures("csv"), "CSV", "text/csv", "profile-figures-file"),
        file(hotspots("geojson"), "GeoJSON", "application/geo+json", "profile-hotspots-file"),
        file(hotspots("csv"), "CSV", "text/csv", "profile-hotspots-file"),
        file(hotspots("gpkg"), "GeoPackage", "application/geopackage+sqlite3", "profile-hotspots-file"),
    ]
}

fn description(told: &Value, lang: Lang) -> String {
    let total = told["hotspots"]["total"].as_f64().unwrap_or_default();
    let known = counted(lang, "profile-hotspots-known", &[("count", total)]);
    format!("{known}. {}.", text(lang, "profile-description"))
}

fn years(told: &Value) -> std::collections::BTreeSet<u16> {
    let series =
        rows(told, "indicators").flat_map(|group| rows(group, "series")).map(|figure| &figure["year"]);
    let counted = &told["exposure"]["population"]["year"];
    series.chain([counted]).filter_map(|year| year.as_u64()?.try_into().ok()).collect()
}

fn place(oblast: &Oblast) -> Value {
    let mut place = json!({ "@type": "AdministrativeArea", "identifier": oblast.code });
    if let Some(extent) = oblast.extent {
        let sides = [extent.south, extent.west, extent.north, extent.east].map(|side| format!("{side:.3}"));
        place["geo"] = json!({ "@type": "GeoShape", "box": sides.join(" ") });
    }
    place
}

/// All there is, of a profile as the API tells it.
fn article(told: &Value, directory: &Directory, lang: Lang, taken: &Takeaway<'_>) -> Markup {
    let oblast = &told["oblast"];
    let code = words(&oblast["code"]);
    let samples: Vec<&Value> = rows(told, "measurements").collect();
    html! {
        article {
            h1 { (named_in(oblast, lang)) }
            p.lead {
                (code) " · " (argument(lang, "profile-as-of", "date", &day(lang, &words(&told["date"]))))
                " · " (borders(oblast, lang))
                @if let Some(area) = oblast["area_m2"].as_f64() { " · " (argument(lang, "profile-area", "area", &number(lang, (area / 1e6).round()))) }
            }
            p.map-link { a.button href=(format!("/?lang={lang}&oblast={code}")) { (text(lang, "profile-on-map")) } }
            (change(&oblast["predecessors"], "profile-made-from", lang))
            (change(&oblast["successors"], "profile-became", lang))
            ul.caveats { @for caveat in rows(told, "caveats") { li { (words(&caveat["text"])) } } }
            (people(told, directory, lang))
            (hotspots(&told["hotspots"], lang))
            (indicators(told, directory, lang))
            @if rows(told, "projects").next().is_some() {
                section aria-labelledby="work" {
                    h2 id="work" { (text(lang, "profile-projects")) }
                    ul.claims { @for project in rows(told, "projects") { (records::project(project, directory, lang)) } }
                }
            }
            @if !samples.is_empty() {
                section aria-labelledby="measured" {
                    h2 id="measured" { (text(lang, "profile-measurements")) }
                    (records::measurements(&samples, directory, lang))
                }
            }
            (taken.sections())
        }
    }
}

fn borders(oblast: &Value, lang: Lang) -> String {
    let (from, to) = (day(lang, &words(&oblast["valid_from"])), day(lang, &words(&oblast["valid_to"])));
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
                (argument(lang, key, "date", &day(lang, &words(&first["date"]))))
                @for part in parts {
                    " "
                    a href=(format!("/oblasts/{}?lang={lang}&date={}", words(&part["code"]), day_within(part))) { (named_in(part, lang)) }
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
    let radii = html! {
        @for ring in rows(report, "rings") {
            @let people = Interval::of(&ring["people_union"]);
            tr {
                th scope="row" { (distance(lang, ring["radius_m"].as_f64().unwrap_or_default())) }
                td { (people.told(lang)) }
                td { (people.central(lang).unwrap_or_else(|| "—".to_owned())) }
            }
        }
    };
    let columns = ["profile-radius", "profile-interval", "profile-central"];
    html! {
        section aria-labelledby="people" {
            h2 id="people" { (text(lang, "profile-people")) }
            p { (text(lang, "profile-people-note")) }
            (table(lang, &text(lang, "profile-people"), &columns, &radii))
            p.second {
                (words(&population["year"])) " · "
                @if let Some(id) = population["source"]["id"].as_str() { (source(id, directory, lang)) " · " }
                a href=(format!("/methods/exposure?lang={lang}")) { (text(lang, "exposure-how")) }
            }
        }
    }
}

fn indicators(told: &Value, directory: &Directory, lang: Lang) -> Markup {
    let own = || rows(told, "indicators").filter(|group| group["about"] == "oblast");
    let columns = ["profile-year", "profile-value", "profile-counted", "profile-source"];
    html! {
        @if own().next().is_some() {
            section aria-labelledby="figures" {
                h2 id="figures" { (text(lang, "profile-indicators")) }
                @if lang != FACTS_LANGUAGE { p.second { (text(lang, "page-facts-language")) } }
                @for group in own() {
                    h3 { (words(&group["name"])) ", " (words(&group["unit_name"])) }
                    @let figures = html! { @for figure in rows(group, "series") { (row(figure, directory, lang)) } };
                    (table(lang, &format!("{}, {}", words(&group["name"]), words(&group["unit_name"])), &columns, &figures))
                }
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
            th scope="row" { @if figure["year"].is_null() { (text(lang, "claim-year-unknown")) } @else { (words(&figure["year"])) } }
            td { (value(figure, lang)) (doubt(figure["grade"] == "C", lang)) }
            td { (counted) }
            td {
                (source_or_none(figure["source"].as_str(), directory, lang))
                @if let Some(meaning) = figure["meaning"].as_str() { p.second lang=(FACTS_LANGUAGE) { (meaning) } }
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
    let total = hotspots["total"].as_f64().unwrap_or_default();
    html! {
        section aria-labelledby="hotspots" {
            h2 id="hotspots" { (counted(lang, "profile-hotspots-known", &[("count", total)])) }
            ul {
                @for hotspot in rows(hotspots, "list") {
                    li {
                        a href=(format!("/hotspots/{}?lang={lang}", words(&hotspot["id"]))) { (named_in(hotspot, lang)) }
                        " · " (label(lang, "kind", hotspot["kind"].as_str().unwrap_or("other")))
                        @if let Some(status) = hotspot["status"].as_str() { " · " (label(lang, "status", status)) }
                        @if let Some(trust) = hotspot["trust"].as_str() { " · " (label(lang, "trust", trust)) }
                    }
                }
            }
        }
    }
}
