//! `/api/collections/claims` and `/api/collections/sources`: features without a shape, so that tables and clients of
//! OGC API Features read them like all others.

use super::{
    download::{Content, Download, Format, Subject},
    feature::claim_document,
    items::page_links,
};
use crate::{
    AppState,
    answer::{Answer, GEOJSON, JSON, Link},
    asked::Asked,
    parameters::{self, DEFAULT_ITEMS, MOST_ITEMS, OF_CLAIMS, OF_CONTENTS, OF_SOURCES, Parameters},
    problem::{Hint, Problem, Slug},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use serde_json::{Value, json};
use std::sync::Arc;
use terrikon_core::{Claim, Lang, Source};
use terrikon_store::{ClaimsQuery, Page, Snapshot};

const FORMATS: [&str; 2] = ["geojson", "json"];

/// A collection of features without shapes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Records {
    Claims,
    Sources,
}

impl Records {
    pub(super) const ALL: [Self; 2] = [Self::Claims, Self::Sources];

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Claims => "claims",
            Self::Sources => "sources",
        }
    }

    pub(super) const fn about(self) -> &'static str {
        match self {
            Self::Claims => "One value from one source each; sources disagree, and all are kept.",
            Self::Sources => "Where claims and data can be read, and what their licences ask for.",
        }
    }

    pub(super) fn describe(self, asked: &Asked) -> Value {
        json!({
            "id": self.as_str(),
            "title": match self { Self::Claims => "Claims", Self::Sources => "Sources" },
            "description": self.about(),
            "itemType": "feature",
            "crs": ["http://www.opengis.net/def/crs/OGC/1.3/CRS84"],
            "links": self.links(asked),
        })
    }

    fn links(self, asked: &Asked) -> Vec<Link> {
        let own = format!("/api/collections/{}", self.as_str());
        vec![
            Link::new(asked.beside(&own), "self", JSON, "This collection"),
            Link::new(asked.beside(&format!("{own}/items")), "items", GEOJSON, "Its rows"),
            Link::new(asked.beside("/api/collections"), "parent", JSON, "All collections"),
        ]
    }

    pub(super) async fn collection(self, state: &AppState, asked: &Asked) -> Result<Response, Problem> {
        let known = asked.parameters(&OF_CONTENTS)?;
        known.format(&["json"])?;
        let snapshot = known.snapshot(state).await?;
        let answer = Answer::json(&self.describe(asked), JSON).of_release(snapshot.release());
        Ok(answer.linked(self.links(asked)).respond(asked))
    }
}

pub(super) async fn claims(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_CLAIMS)?;
    known.format(&[&FORMATS[..], &Format::WORDS].concat())?;
    let format = Format::asked(&asked, &known)?;
    let snapshot = known.snapshot(&state).await?;
    let freshness = known.freshness(&*snapshot, parameters::today());
    let words = |name| known.words(name).map(ToOwned::to_owned).collect();
    let query = ClaimsQuery {
        subjects: words("hotspot"),
        properties: words("property"),
        limit: limit(&known, format)?,
        start: parameters::read_cursor(&known, snapshot.release())?,
    };
    if let Some(format) = format {
        let content = content(snapshot, Subject::Claims(query));
        return Download { format, content }.respond(&state, &asked, freshness).await;
    }
    let page = snapshot.claims(query).await?;
    let told: Vec<_> = page.items.iter().map(|claim| claim_feature(claim, &*snapshot)).collect();
    Ok(list(&asked, &*snapshot, Records::Claims, &page, &told).fresh(freshness).respond(&asked))
}

pub(super) async fn sources(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_SOURCES)?;
    known.format(&[&FORMATS[..], &Format::WORDS].concat())?;
    let format = Format::asked(&asked, &known)?;
    let snapshot = known.snapshot(&state).await?;
    let freshness = known.freshness(&*snapshot, parameters::today());
    let start = parameters::read_cursor(&known, snapshot.release())?;
    let limit = limit(&known, format)?;
    if let Some(format) = format {
        let content = content(snapshot, Subject::Sources { limit, start });
        return Download { format, content }.respond(&state, &asked, freshness).await;
    }
    let rows: Vec<&Source> = snapshot.directory().sources.values().collect();
    let page = Page::cut(&rows, |source| source.id.as_str(), limit, &start, |source| (*source).clone());
    let told: Vec<_> = page.items.iter().map(|source| source_feature(source, &*snapshot)).collect();
    Ok(list(&asked, &*snapshot, Records::Sources, &page, &told).fresh(freshness).respond(&asked))
}

pub(super) async fn source(
    State(state): State<AppState>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_CONTENTS)?;
    known.format(&["json"])?;
    let snapshot = known.snapshot(&state).await?;
    let source = snapshot.directory().sources.get(&id).ok_or_else(|| missing(&id, Records::Sources))?;
    Ok(Answer::json(&source_feature(source, &*snapshot), GEOJSON)
        .of_release(snapshot.release())
        .fresh(known.freshness(&*snapshot, parameters::today()))
        .respond(&asked))
}

pub(super) async fn claim(
    State(state): State<AppState>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_CONTENTS)?;
    known.format(&["json"])?;
    let snapshot = known.snapshot(&state).await?;
    let subject = id.rsplit_once('.').map(|(subject, _)| subject.to_owned());
    let query =
        ClaimsQuery { subjects: subject.into_iter().collect(), limit: usize::MAX, ..ClaimsQuery::default() };
    let claims = snapshot.claims(query).await?.items;
    let claim = claims.iter().find(|claim| claim.id() == id).ok_or_else(|| missing(&id, Records::Claims))?;
    Ok(Answer::json(&claim_feature(claim, &*snapshot), GEOJSON)
        .of_release(snapshot.release())
        .fresh(known.freshness(&*snapshot, parameters::today()))
        .respond(&asked))
}

/// A file has everything, unless a limit says otherwise.
fn limit(known: &Parameters<'_>, format: Option<Format>) -> Result<usize, Problem> {
    match format {
        Some(_) => known.limit(usize::MAX, usize::MAX),
        None => known.limit(DEFAULT_ITEMS, MOST_ITEMS),
    }
}

/// Records have no names to be told in a language, and no shapes.
fn content(snapshot: Arc<dyn Snapshot>, subject: Subject) -> Content {
    Content { snapshot, subject, lang: Lang::En, skip_geometry: false }
}

fn missing(id: &str, records: Records) -> Problem {
    Problem::new(Slug::UnknownFeature)
        .with("id", id)
        .with("collection", records.as_str())
        .hint(Hint::UseSearch)
}

fn list<T>(
    asked: &Asked,
    snapshot: &dyn Snapshot,
    records: Records,
    page: &Page<T>,
    told: &[Value],
) -> Answer {
    let links = page_links(asked, records.as_str(), page, snapshot.release());
    let list = json!({
        "type": "FeatureCollection",
        "numberMatched": page.number_matched,
        "numberReturned": told.len(),
        "release": snapshot.release(),
        "links": links,
        "features": told,
    });
    Answer::json(&list, GEOJSON).stamped().of_release(snapshot.release()).linked(links)
}

pub(super) fn claim_feature(claim: &Claim, snapshot: &dyn Snapshot) -> Value {
    let mut properties = claim_document(claim, snapshot.directory());
    properties["hotspot"] = json!(claim.subject);
    properties["release"] = json!(snapshot.release());
    json!({ "type": "Feature", "id": claim.id(), "geometry": null, "properties": properties })
}

pub(super) fn source_feature(source: &Source, snapshot: &dyn Snapshot) -> Value {
    let mut properties = json!(source);
    properties["release"] = json!(snapshot.release());
    json!({ "type": "Feature", "id": source.id, "geometry": null, "properties": properties })
}
