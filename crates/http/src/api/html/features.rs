//! Features as pages: a table of a page of them, and all about one.

use super::{page, text, value, walk};
use crate::{
    answer::{Answer, Link},
    asked::Asked,
    messages::{Told, told},
};
use maud::{Markup, html};
use serde_json::Value;
use terrikon_core::{Grade, Lang};

/// Members that the table leaves to the page of the feature.
const APART: [&str; 8] =
    ["id", "name", "name_lang", "names", "release", "valid_from", "valid_to", "oblast_name_lang"];

/// A page of features, of which `document` is the GeoJSON.
pub(in crate::api) fn list(
    asked: &Asked,
    lang: Lang,
    collection: &str,
    document: &Value,
    links: &[Link],
) -> Answer {
    let features = document["features"].as_array().map(Vec::as_slice).unwrap_or_default();
    let columns: Vec<&String> = features
        .first()
        .and_then(|feature| feature["properties"].as_object())
        .map(|members| members.keys().filter(|name| !APART.contains(&name.as_str())).collect())
        .unwrap_or_default();
    let number = |name: &str| Told::Number(document[name].as_f64().unwrap_or_default());
    let counts = [("returned", number("numberReturned")), ("matched", number("numberMatched"))];
    let content = html! {
        p { (told(lang, "api-count", &counts).unwrap_or_default()) }
        (pages(links, lang))
        div.table tabindex="0" { table {
            thead { tr {
                th scope="col" { code { "name" } }
                @for name in &columns { th scope="col" { code { (name) } } }
            } }
            tbody { @for feature in features { tr {
                th scope="row" { a href=(walk(asked, &own(collection, &feature["id"]), lang)) { (name(feature)) } }
                @for name in &columns { td { (value::short(&feature["properties"][name.as_str()])) } }
            } } }
        } }
        (pages(links, lang))
        p { a href=(walk(asked, "/api/collections/sources/items", lang)) { (text(lang, "map-attribution")) } }
    };
    page(asked, lang, collection, links, &content)
}

/// All about a feature, of which `document` is the GeoJSON.
pub(in crate::api) fn feature(
    asked: &Asked,
    lang: Lang,
    collection: &str,
    document: &Value,
    links: &[Link],
) -> Answer {
    let shape = document["geometry"]["type"].as_str();
    let content = html! {
        p { a href=(walk(asked, &format!("/api/collections/{collection}/items"), lang)) { (collection) } }
        div.table tabindex="0" { table { tbody {
            tr { th scope="row" { code { "id" } } td { (value::value(&document["id"])) } }
            tr { th scope="row" { code { "geometry" } } td { @match shape {
                Some("Point") => { "Point " (value::value(&document["geometry"]["coordinates"])) },
                Some(other) => { (other) },
                None => { (value::value(&Value::Null)) },
            } } }
            @for (name, one) in document["properties"].as_object().into_iter().flatten().filter(|(name, _)| *name != "id") {
                tr { th scope="row" { code { (name) } } td { (value::value(one)) (marks(lang, name, one)) } }
            }
        } } }
    };
    let title = document["properties"]["name"].as_str().or(document["id"].as_str()).unwrap_or_default();
    page(asked, lang, title, links, &content)
}

/// What a reader must not overlook: how many of the claims nobody could check, or that this one is such.
fn marks(lang: Lang, name: &str, one: &Value) -> Markup {
    let unchecked = Grade::C.as_str();
    let count = match one {
        Value::Array(claims) => claims.iter().filter(|claim| claim["grade"] == unchecked).count(),
        Value::String(grade) => usize::from(name == "grade" && grade == unchecked),
        _ => 0,
    };
    html! { @if count > 0 { p { strong { (text(lang, "claim-unverified")) ": " (count) " (grade " (unchecked) ")" } } } }
}

/// The path of a feature.
fn own(collection: &str, id: &Value) -> String {
    let id = id.as_str().unwrap_or_default();
    let id: String = url::form_urlencoded::byte_serialize(id.as_bytes()).collect();
    // In a path a plus is a plus.
    format!("/api/collections/{collection}/items/{}", id.replace('+', "%20"))
}

/// The name, marked where it is in another language than the page; else the id.
fn name(feature: &Value) -> Markup {
    let properties = &feature["properties"];
    let text = properties["name"].as_str().or(properties["title"].as_str()).or(feature["id"].as_str());
    html! { span lang=[properties["name_lang"].as_str()] { (text.unwrap_or_default()) } }
}

/// The pages before and after this one.
fn pages(links: &[Link], lang: Lang) -> Markup {
    let at = |rel: &str| links.iter().find(|link| link.rel == rel);
    html! {
        nav aria-label=(text(lang, "api-features")) {
            @if let Some(prev) = at("prev") { a rel="prev" href=(prev.href) { "← " (text(lang, "api-prev")) } }
            @if let Some(next) = at("next") { a rel="next" href=(next.href) { (text(lang, "api-next")) " →" } }
        }
    }
}
