//! `/api/collections/{id}/items` and `/api/collections/{id}/items/{fid}`: the features themselves.

use super::{
    download::{Download, Format},
    feature::{Document, Telling},
};
use crate::{
    AppState,
    answer::{Answer, GEOJSON, JSON, Link},
    asked::Asked,
    parameters::{self, DEFAULT_ITEMS, MOST_ITEMS},
    problem::{Hint, Problem, Slug},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use serde::Serialize;
use terrikon_core::{CollectionId, ReleaseId};
use terrikon_store::{ItemsQuery, Page, PageStart};

const FORMATS: [&str; 2] = ["geojson", "json"];

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct List<'a> {
    r#type: &'static str,
    number_matched: usize,
    number_returned: usize,
    release: &'a ReleaseId,
    links: &'a [Link],
    features: Vec<Document>,
}

pub(crate) async fn page(
    State(state): State<AppState>,
    Path(name): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let collection = super::collection(&name)?;
    let known = asked.parameters(&parameters::of_items(collection))?;
    known.format(&[&FORMATS[..], &Format::WORDS].concat())?;
    let format = Format::asked(&asked, &known)?;
    if format.is_none() {
        asked.accepts(&[GEOJSON, JSON])?;
    }
    let snapshot = known.snapshot(&state).await?;
    let lang = asked.lang(&known)?;
    let days = parameters::days(&known)?;
    let freshness = known.freshness(&*snapshot, days.date);
    let query = ItemsQuery {
        collection,
        bbox: parameters::bbox(&known, snapshot.directory())?,
        period: days.period,
        date: days.date,
        filter: known.filter(&*snapshot, days.date)?,
        hotspots: known.words("hotspot").map(ToOwned::to_owned).collect(),
        cql: known.cql(collection, lang)?,
        sort: known.order(collection, lang)?,
        // A file has everything, unless a limit says otherwise.
        limit: match format {
            Some(_) => known.limit(usize::MAX, usize::MAX)?,
            None => known.limit(DEFAULT_ITEMS, MOST_ITEMS)?,
        },
        start: parameters::read_cursor(&known, snapshot.release())?,
    };
    let skip_geometry = known.flag("skipGeometry")?;
    if let Some(format) = format {
        return Download { format, snapshot, query, lang, skip_geometry }.respond(&asked, freshness).await;
    }
    let page = snapshot.items(query).await?;
    let links = links(&asked, collection, &page, snapshot.release());
    let telling = Telling { snapshot: &*snapshot, lang, date: days.date, skip_geometry };
    let list = List {
        r#type: "FeatureCollection",
        number_matched: page.number_matched,
        number_returned: page.items.len(),
        release: snapshot.release(),
        links: &links,
        features: page.items.iter().map(|item| telling.document(collection, item)).collect(),
    };
    let answer = Answer::json(&list, GEOJSON).stamped().of_release(snapshot.release()).in_language(lang);
    Ok(answer.fresh(freshness).linked(links).respond(&asked))
}

pub(crate) async fn one(
    State(state): State<AppState>,
    Path((name, id)): Path<(String, String)>,
    asked: Asked,
) -> Result<Response, Problem> {
    let collection = super::collection(&name)?;
    let known = asked.parameters(&parameters::OF_ITEM)?;
    known.format(&FORMATS)?;
    asked.accepts(&[GEOJSON, JSON])?;
    let snapshot = known.snapshot(&state).await?;
    let lang = asked.lang(&known)?;
    let date = parameters::days(&known)?.date;
    let freshness = known.freshness(&*snapshot, date);
    let skip_geometry = known.flag("skipGeometry")?;
    let item = snapshot.item(collection, &id).await?.ok_or_else(|| {
        Problem::new(Slug::UnknownFeature)
            .with("id", &id)
            .with("collection", collection.as_str())
            .hint(Hint::UseSearch)
    })?;
    let telling = Telling { snapshot: &*snapshot, lang, date, skip_geometry };
    let links = vec![
        Link::new(asked.address(asked.own_pairs()), "self", GEOJSON, "This feature"),
        Link::new(
            asked.beside(&format!("/api/collections/{collection}")),
            "collection",
            JSON,
            "Its collection",
        ),
    ];
    let document = Linked { document: telling.document(collection, &item), links: &links };
    let answer = Answer::json(&document, GEOJSON).of_release(snapshot.release()).in_language(lang);
    Ok(answer.fresh(freshness).linked(links).respond(&asked))
}

#[derive(Serialize)]
struct Linked<'a> {
    #[serde(flatten)]
    document: Document,
    links: &'a [Link],
}

fn links(asked: &Asked, collection: CollectionId, page: &Page, release: &ReleaseId) -> Vec<Link> {
    let tiles = asked.beside(&format!("/tiles/{collection}.json"));
    let mut links = page_links(asked, collection.as_str(), page, release);
    links.push(Link::new(tiles, "alternate", JSON, "The collection as vector tiles (TileJSON)"));
    links
}

/// The links of a page of any collection.
pub(super) fn page_links<T>(
    asked: &Asked,
    collection: &str,
    page: &Page<T>,
    release: &ReleaseId,
) -> Vec<Link> {
    let question =
        parameters::question(|name| asked.own_pairs().find(|(own, _)| *own == name).map(|(_, value)| value));
    let at = |start: &PageStart| {
        let cursor = parameters::cursor(start, release, &question)?;
        let others = asked.own_pairs().filter(|(name, _)| *name != "cursor");
        Some(asked.address(others.chain([("cursor", cursor.as_str())])))
    };
    let own = asked.beside(&format!("/api/collections/{collection}"));
    let mut links = vec![
        Link::new(asked.address(asked.own_pairs()), "self", GEOJSON, "This page"),
        Link::new(own, "collection", JSON, "The collection"),
    ];
    links.extend(
        page.next.as_ref().and_then(at).map(|href| Link::new(href, "next", GEOJSON, "The next page")),
    );
    links.extend(
        page.prev.as_ref().and_then(at).map(|href| Link::new(href, "prev", GEOJSON, "The page before")),
    );
    links
}
