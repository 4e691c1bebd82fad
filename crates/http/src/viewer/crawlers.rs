//! `/robots.txt` and `/sitemap.xml`: what search engines read first.

use crate::{
    AppState,
    answer::{Answer, Freshness},
    asked::Asked,
    parameters::{MOST_ITEMS, today},
    problem::Problem,
};
use axum::{extract::State, response::Response};
use maud::{Markup, PreEscaped, html};
use std::collections::BTreeSet;
use terrikon_core::{CollectionId, Lang};
use terrikon_store::ItemsQuery;

/// Tiles and computed answers are no pages, and cost more than one; what pages load to draw themselves may be fetched.
const ROBOTS: &str = "User-agent: *\nDisallow: /tiles/\nDisallow: /api/exposure\nDisallow: /api/search\nDisallow: /*?*filter=\n\
    Disallow: /*?*bbox=\nDisallow: /*?*cursor=\n";

pub(super) async fn robots(asked: Asked) -> Response {
    let text = format!("{ROBOTS}\nSitemap: {}/sitemap.xml\n", asked.base);
    Answer::bytes(text, "text/plain; charset=utf-8").fresh(Freshness::Minute).respond(&asked)
}

/// Every page in every language, each with its alternates. A sitemap holds 50 000 addresses at most, and so ours the first 10 000
/// hotspots.
pub(super) async fn sitemap(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    let snapshot = state.current().await?;
    let query = ItemsQuery { limit: MOST_ITEMS, ..ItemsQuery::all(CollectionId::Hotspots, today()) };
    let hotspots = snapshot.items(query).await?.items;
    let oblasts = snapshot.directory().oblasts.iter().filter(|oblast| oblast.validity.contains(today()));
    let oblasts: BTreeSet<&str> = oblasts.map(|oblast| oblast.code.as_str()).collect();
    let fixed = ["/", "/methods"].into_iter().map(ToOwned::to_owned);
    let oblasts = oblasts.into_iter().map(|code| format!("/oblasts/{code}"));
    let hotspots = hotspots.iter().map(|item| format!("/hotspots/{}", item.feature.id));
    let pages: Vec<String> = fixed.chain(oblasts).chain(hotspots).collect();
    let map = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" {
            @for path in &pages { @for lang in Lang::ALL { (entry(&asked.base, path, lang)) } }
        }
    };
    let answer = Answer::bytes(map.0, "application/xml; charset=utf-8").of_release(snapshot.release());
    Ok(answer.fresh(Freshness::Minute).respond(&asked))
}

fn entry(base: &str, path: &str, lang: Lang) -> Markup {
    let link = |hreflang: &str, href: String| {
        PreEscaped(format!("<xhtml:link rel=\"alternate\" hreflang=\"{hreflang}\" href=\"{href}\"/>"))
    };
    html! {
        url {
            loc { (base) (path) "?lang=" (lang) }
            @for other in Lang::ALL { (link(other.as_str(), format!("{base}{path}?lang={other}"))) }
            (link("x-default", format!("{base}{path}")))
        }
    }
}
