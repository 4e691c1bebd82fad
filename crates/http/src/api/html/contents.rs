//! The landing page, the standards and the collections as pages.

use super::{page, text, value, walk};
use crate::{
    answer::{Answer, Link},
    asked::Asked,
};
use maud::{Markup, html};
use serde_json::Value;
use terrikon_core::Lang;

/// The landing page.
pub(in crate::api) fn landing(asked: &Asked, lang: Lang, document: &Value, links: &[Link]) -> Answer {
    let content = html! {
        p { (text(lang, "app-description")) }
        p { (text(lang, "release-label")) ": " code { (value::value(&document["release"])) } }
        p { a href=(walk(asked, "/api/collections", lang)) { strong { (text(lang, "api-collections")) } } }
        (all(links, lang))
    };
    page(asked, lang, &text(lang, "api-title"), links, &content)
}

/// The standards that the API keeps to.
pub(in crate::api) fn conformance(asked: &Asked, lang: Lang, document: &Value, links: &[Link]) -> Answer {
    page(asked, lang, &text(lang, "api-standards"), links, &value::value(&document["conformsTo"]))
}

/// All collections.
pub(in crate::api) fn collections(asked: &Asked, lang: Lang, document: &Value, links: &[Link]) -> Answer {
    let told = document["collections"].as_array().map(Vec::as_slice).unwrap_or_default();
    let content = html! {
        div.table tabindex="0" { table {
            tbody { @for collection in told {
                @let id = collection["id"].as_str().unwrap_or_default();
                tr {
                    th scope="row" { a href=(walk(asked, &format!("/api/collections/{id}"), lang)) { (value::value(&collection["title"])) } }
                    td { (value::value(&collection["itemCount"])) }
                    td { a href=(walk(asked, &format!("/api/collections/{id}/items"), lang)) { (text(lang, "api-features")) } }
                    td lang="en" { (value::value(&collection["description"])) }
                }
            } }
        } }
    };
    page(asked, lang, &text(lang, "api-collections"), links, &content)
}

/// One collection.
pub(in crate::api) fn collection(asked: &Asked, lang: Lang, document: &Value, links: &[Link]) -> Answer {
    let id = document["id"].as_str().unwrap_or_default();
    let content = html! {
        p lang="en" { (value::value(&document["description"])) }
        p { a href=(walk(asked, &format!("/api/collections/{id}/items"), lang)) { strong { (text(lang, "api-features")) } } }
        @if document["extent"].is_object() { h2 { (text(lang, "api-extent")) } (value::value(&document["extent"])) }
        h2 { (text(lang, "api-systems")) }
        ul { @for crs in document["crs"].as_array().into_iter().flatten() { li { (value::value(crs)) } } }
        (all(links, lang))
    };
    page(asked, lang, document["title"].as_str().unwrap_or(id), links, &content)
}

/// Links with their titles, which are in English as in the JSON.
fn all(links: &[Link], lang: Lang) -> Markup {
    html! {
        h2 { (text(lang, "api-links")) }
        ul { @for link in links.iter().filter(|link| !link.title.is_empty() && link.rel != "self") {
            li { a href=(link.href) lang="en" { (link.title) } " " span.quiet { (link.r#type.split(';').next().unwrap_or_default()) } }
        } }
    }
}
