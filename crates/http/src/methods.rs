//! `/methods` and `/methods/{page}`: how figures are computed, from `docs/methods`, in the reader's language.

use crate::{
    AppState,
    answer::{Answer, Freshness},
    asked::Asked,
    messages::message,
    problem::{Problem, Slug},
    security::PAGE_POLICY,
};
use axum::{Router, extract::Path, http::header, response::Response, routing::get};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use pulldown_cmark::{Options, Parser, html::push_html};
use rust_embed::Embed;
use terrikon_core::Lang;

/// One file a page and language: `exposure.kk.md`.
#[derive(Embed)]
#[folder = "../../docs/methods"]
#[include = "*.md"]
struct Pages;

/// The pages, in the order in which a reader would take them.
const PAGES: [&str; 5] = ["exposure", "population", "zones", "rivers", "proximity"];

const HTML: &str = "text/html; charset=utf-8";
const STYLE: &str = include_str!("methods/page.css");

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/methods", get(index))
        .route("/methods/page.css", get(style))
        .route("/methods/{page}", get(page))
}

async fn style(asked: Asked) -> Response {
    Answer::bytes(STYLE, "text/css; charset=utf-8").fresh(Freshness::Minute).respond(&asked)
}

async fn index(asked: Asked) -> Result<Response, Problem> {
    let lang = asked.page_lang();
    let list = html! {
        h1 { (text(lang, "methods-title")) }
        ul {
            @for page in PAGES {
                li { a href=(format!("/methods/{page}?lang={lang}")) { (title(&markdown(page, lang)?)) } }
            }
        }
    };
    Ok(answer(&asked, lang, &text(lang, "methods-title"), &list))
}

async fn page(Path(page): Path<String>, asked: Asked) -> Result<Response, Problem> {
    if !PAGES.contains(&page.as_str()) {
        return Err(Problem::new(Slug::NotFound));
    }
    let lang = asked.page_lang();
    let source = markdown(&page, lang)?;
    let mut body = String::new();
    push_html(&mut body, Parser::new_ext(&source, Options::ENABLE_TABLES));
    // Links between pages keep the language.
    for page in PAGES {
        body = body
            .replace(&format!("href=\"/methods/{page}\""), &format!("href=\"/methods/{page}?lang={lang}\""));
    }
    // Tables and formulas are wider than phones: they scroll by themselves, reachable by keyboard.
    let body = body
        .replace("<pre>", "<pre tabindex=\"0\">")
        .replace("<table>", "<div class=\"table\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>");
    Ok(answer(&asked, lang, title(&source), &PreEscaped(body)))
}

fn markdown(page: &str, lang: Lang) -> Result<String, Problem> {
    let file = Pages::get(&format!("{page}.{lang}.md")).ok_or_else(|| Problem::new(Slug::NotFound))?;
    Ok(String::from_utf8_lossy(&file.data).into_owned())
}

fn title(markdown: &str) -> &str {
    markdown.lines().next().unwrap_or_default().trim_start_matches(['#', ' '])
}

fn text(lang: Lang, key: &str) -> String {
    message(lang, key, &[]).unwrap_or_default()
}

fn answer(asked: &Asked, lang: Lang, title: &str, body: &Markup) -> Response {
    let page = html! {
        (DOCTYPE)
        html lang=(lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · " (text(lang, "app-title")) }
                link rel="stylesheet" href="/methods/page.css";
                @for other in Lang::ALL {
                    link rel="alternate" hreflang=(other) href=(format!("{}{}?lang={other}", asked.base, asked.path));
                }
            }
            body {
                header {
                    a href=(format!("/?lang={lang}")) { (text(lang, "methods-back")) }
                    nav aria-label=(text(lang, "language-label")) {
                        @for other in Lang::ALL {
                            a href=(format!("{}?lang={other}", asked.path)) lang=(other) hreflang=(other)
                                aria-current=[(other == lang).then_some("true")] { (text(other, &format!("language-{other}"))) }
                        }
                    }
                }
                main { (body) }
                footer {
                    a href=(format!("/methods?lang={lang}")) { (text(lang, "methods-title")) }
                }
            }
        }
    };
    let mut response = Answer::bytes(page.0, HTML).in_language(lang).respond(asked);
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, PAGE_POLICY);
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::Event;

    #[test]
    fn every_page_is_there_in_every_language_with_a_title_and_no_html() {
        for (page, lang) in PAGES.iter().flat_map(|page| Lang::ALL.map(|lang| (page, lang))) {
            let source = markdown(page, lang).unwrap();
            assert!(source.starts_with("# ") && !title(&source).is_empty(), "{page} {lang}");
            let html = Parser::new_ext(&source, Options::ENABLE_TABLES)
                .find(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_)));
            assert_eq!(html, None, "{page} {lang} has HTML");
        }
        assert_eq!(Pages::iter().count(), PAGES.len() * Lang::ALL.len(), "a page that no list names");
    }
}
