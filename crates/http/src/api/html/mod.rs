//! The API as pages for people: the same documents, readable, with links to walk along and nothing that runs.
//!
//! | module | what |
//! | --- | --- |
//! | `contents` | the landing page, the standards, the collections |
//! | `features` | a list of features and a single one |
//! | `value` | a JSON value as text and tables |

mod contents;
mod features;
mod value;

pub(super) use contents::{collection, collections, conformance, landing};
pub(super) use features::{feature, list};

use crate::{
    answer::{Answer, Freshness, Link},
    asked::Asked,
    messages::message,
    security::TEXT_POLICY,
};
use axum::response::Response;
use maud::{DOCTYPE, Markup, html};
use terrikon_core::Lang;

const HTML: &str = "text/html; charset=utf-8";
const STYLE: &str = include_str!("page.css");

/// `/api/page.css`.
pub(super) async fn style(asked: Asked) -> Response {
    Answer::bytes(STYLE, "text/css; charset=utf-8").fresh(Freshness::Minute).respond(&asked)
}

/// A page around its content.
fn page(asked: &Asked, lang: Lang, title: &str, links: &[Link], content: &Markup) -> Answer {
    let in_language = |other: Lang| {
        let kept = asked.own_pairs().filter(|(name, _)| *name != "lang");
        asked.address(kept.chain([("lang", other.as_str())]))
    };
    let page = html! {
        (DOCTYPE)
        html lang=(lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · " (text(lang, "app-title")) }
                link rel="stylesheet" href=(format!("{}/api/page.css", asked.base));
                @for link in links.iter().filter(|link| !link.templated) {
                    link rel=(link.rel) type=[(!link.r#type.is_empty()).then_some(link.r#type)] href=(link.href);
                }
            }
            body {
                header {
                    nav aria-label=(text(lang, "api-title")) {
                        a href=(walk(asked, "/api", lang)) { (text(lang, "app-title")) " · " (text(lang, "api-title")) }
                        a href=(walk(asked, "/api/collections", lang)) { (text(lang, "api-collections")) }
                    }
                    nav aria-label=(text(lang, "language-label")) {
                        @for other in Lang::ALL {
                            a href=(in_language(other)) lang=(other) hreflang=(other)
                                aria-current=[(other == lang).then_some("true")] { (text(other, &format!("language-{other}"))) }
                        }
                    }
                }
                main {
                    h1 { (title) }
                    (content)
                }
                footer { (formats(links, lang)) }
            }
        }
    };
    Answer::bytes(page.0, HTML).in_language(lang).under(TEXT_POLICY)
}

/// The other forms of a document.
fn formats(links: &[Link], lang: Lang) -> Markup {
    html! {
        p {
            (text(lang, "api-formats")) ": "
            @for link in links.iter().filter(|link| link.rel == "alternate") {
                a href=(link.href) lang="en" { (link.title) } " · "
            }
        }
    }
}

/// The address of another page, in the language and of the release of this one.
fn walk(asked: &Asked, path: &str, lang: Lang) -> String {
    let address = asked.beside(path);
    let sign = if address.contains('?') { '&' } else { '?' };
    format!("{address}{sign}f=html&lang={lang}")
}

fn text(lang: Lang, key: &str) -> String {
    message(lang, key, &[]).unwrap_or_default()
}
