//! `/api/collections/{id}/items`: the features of a collection.

use super::{
    download::{Content, Download, Format, Subject},
    feature::{self, Document, Telling},
    html, jsonfg,
    page_cache::PageKey,
};
use crate::{
    AppState,
    answer::{Answer, JSON, Link},
    asked::Asked,
    negotiate::Form,
    parameters::{self, DEFAULT_ITEMS, Days, MOST_ITEMS, Parameters},
    problem::{Problem, Slug},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use serde::Serialize;
use serde_json::json;
use terrikon_core::{CollectionId, Lang, ReleaseId};
use terrikon_crs::Crs;
use terrikon_store::{ItemsQuery, Page, PageStart, Snapshot};

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
    known.format(&[&["geojson", "json", "html", "jsonfg"], &Format::WORDS[..]].concat())?;
    let format = Format::asked(&asked, &known)?;
    let form = match format {
        Some(_) => Form::GeoJson,
        None => asked.form(&known, &Form::OF_FEATURES)?,
    };
    let snapshot = known.snapshot(&state).await?;
    let lang = asked.lang(&known)?;
    let days = parameters::days(&known)?;
    let freshness = known.freshness(&*snapshot, days.date);
    if let Some(format) = format {
        let crs = parameters::crs(&known, "crs")?;
        if crs != Crs::CRS84 {
            // Files are read by programs that take GeoJSON lines and WKT for degrees.
            return Err(Problem::new(Slug::UnknownValue)
                .parameter("crs")
                .with("value", &crs.to_string())
                .accepted([Crs::CRS84.uri()]));
        }
        // A file has everything, unless a limit says otherwise.
        let limit = known.limit(usize::MAX, usize::MAX)?;
        let content = Content {
            subject: Subject::Features(query(&known, &*snapshot, collection, lang, days, limit)?),
            skip_geometry: known.flag("skipGeometry")?,
            only: feature::only(&known, &*snapshot, collection)?,
            snapshot,
            lang,
        };
        return Download { format, content }.respond(&state, &asked, freshness).await;
    }
    let key = PageKey {
        release: snapshot.release().clone(),
        address: asked.address(asked.own_pairs()),
        lang,
        form,
        epoch: snapshot.directory().epoch(days.date),
    };
    let wanted = Wanted { asked: &asked, known: &known, collection, form, lang, days };
    let answer = state.pages.get(key, wanted.make(&state, &*snapshot)).await?;
    Ok(answer.fresh(freshness).respond(&asked))
}

/// What is asked of a collection.
fn query(
    known: &Parameters<'_>,
    snapshot: &dyn Snapshot,
    collection: CollectionId,
    lang: Lang,
    days: Days,
    limit: usize,
) -> Result<ItemsQuery, Problem> {
    Ok(ItemsQuery {
        collection,
        // Every box matches what has no shape (OGC API Features, requirement 24 C), as figures have none.
        bbox: parameters::bbox(known, snapshot.directory())?.filter(|_| !collection.is_observation()),
        period: days.period,
        date: days.date,
        filter: known.filter(snapshot, days.date)?,
        hotspots: known.words("hotspot").map(ToOwned::to_owned).collect(),
        cql: known.cql(collection, lang)?,
        sort: known.order(collection, lang)?,
        limit,
        start: parameters::read_cursor(known, snapshot.release())?,
    })
}

/// A page that is asked for.
struct Wanted<'a> {
    asked: &'a Asked,
    known: &'a Parameters<'a>,
    collection: CollectionId,
    form: Form,
    lang: Lang,
    days: Days,
}

impl Wanted<'_> {
    async fn make(&self, state: &AppState, snapshot: &dyn Snapshot) -> Result<Answer, Problem> {
        let Self { asked, known, collection, form, lang, days } = *self;
        let limit = known.limit(DEFAULT_ITEMS, MOST_ITEMS)?;
        let query = query(known, snapshot, collection, lang, days, limit)?;
        let skip_geometry = known.flag("skipGeometry")?;
        let crs = parameters::crs(known, "crs")?;
        let only = feature::only(known, snapshot, collection)?;
        let mut page = snapshot.items(query).await?;
        // A client of JSON-FG gets degrees too: `geometry` is always in them.
        let in_degrees = if form == Form::JsonFg { page.items.clone() } else { Vec::new() };
        if !skip_geometry {
            page.items = super::crs::projected(state, page.items, crs).await?;
        }
        let mut links = page_links(asked, collection.as_str(), &page, snapshot.release(), form);
        links.extend(super::licence(asked, snapshot.release()));
        if !collection.is_observation() {
            let tiles = asked.beside(&format!("/tiles/{collection}.json"));
            links.push(Link::new(tiles, "alternate", JSON, "The collection as vector tiles (TileJSON)"));
        }
        let telling = Telling { snapshot, lang, date: days.date, skip_geometry, crs, only: only.as_deref() };
        let answer = if form == Form::JsonFg {
            let features = page.items.iter().zip(&in_degrees);
            let features =
                features.map(|(item, degrees)| jsonfg::feature(&telling, collection, item, degrees));
            let mut list = jsonfg::root("FeatureCollection", collection, crs);
            list["numberMatched"] = json!(page.number_matched);
            list["numberReturned"] = json!(page.items.len());
            list["links"] = json!(links);
            list["features"] = features.collect();
            Answer::json(&list, form.media()).stamped()
        } else {
            let list = List {
                r#type: "FeatureCollection",
                number_matched: page.number_matched,
                number_returned: page.items.len(),
                release: snapshot.release(),
                links: &links,
                features: page.items.iter().map(|item| telling.document(collection, item)).collect(),
            };
            match form {
                Form::Html => html::list(asked, lang, collection.as_str(), &json!(list), &links),
                _ => Answer::json(&list, form.media()).stamped(),
            }
        };
        Ok(answer.of_release(snapshot.release()).in_language(lang).in_crs(crs).linked(links))
    }
}

/// The links of a page of any collection.
pub(super) fn page_links<T>(
    asked: &Asked,
    collection: &str,
    page: &Page<T>,
    release: &ReleaseId,
    form: Form,
) -> Vec<Link> {
    let question =
        parameters::question(|name| asked.own_pairs().find(|(own, _)| *own == name).map(|(_, value)| value));
    let at = |start: &PageStart| {
        let cursor = parameters::cursor(start, release, &question)?;
        let others = asked.own_pairs().filter(|(name, _)| *name != "cursor");
        Some(asked.address(others.chain([("cursor", cursor.as_str())])))
    };
    let own = asked.beside(&format!("/api/collections/{collection}"));
    let offered = if page_has_shapes(collection) { &Form::OF_FEATURES[..] } else { &Form::OF_RECORDS[..] };
    let mut links = asked.form_links(form, offered);
    links.push(Link::new(own, "collection", JSON, "The collection"));
    let next = page.next.as_ref().and_then(at);
    links.extend(next.map(|href| Link::new(href, "next", form.media(), "The next page")));
    let prev = page.prev.as_ref().and_then(at);
    links.extend(prev.map(|href| Link::new(href, "prev", form.media(), "The page before")));
    links
}

fn page_has_shapes(collection: &str) -> bool {
    collection.parse::<CollectionId>().is_ok()
}
