//! `/api/collections/claims` and `/api/collections/sources`: features without a shape, so that tables and clients of
//! OGC API Features read them like all others.

use super::{
    download::{Content, Download, Format, Subject},
    feature::claim_document,
    html,
    items::page_links,
};
use crate::{
    AppState,
    answer::{Answer, JSON, Link},
    asked::Asked,
    negotiate::Form,
    parameters::{
        self, DEFAULT_ITEMS, MOST_ITEMS, OF_CLAIMS, OF_CONTENTS, OF_RECORD, OF_SOURCES, Parameters,
    },
    problem::{Hint, Problem, Slug},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use serde_json::{Value, json};
use std::sync::Arc;
use terrikon_core::{Claim, Lang, Source};
use terrikon_crs::Crs;
use terrikon_store::{ClaimsQuery, Page, Snapshot};

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

    pub(super) fn describe(self, links: &[Link]) -> Value {
        json!({
            "id": self.as_str(),
            "title": match self { Self::Claims => "Claims", Self::Sources => "Sources" },
            "description": self.about(),
            "itemType": "feature",
            "crs": [Crs::CRS84.uri()],
            "links": links,
        })
    }

    /// The links of the collection; `form` is that of the document where it is the collection's own.
    pub(super) fn links(self, asked: &Asked, form: Option<Form>) -> Vec<Link> {
        let own = format!("/api/collections/{}", self.as_str());
        let mut links = match form {
            Some(form) => asked.form_links(form, &Form::OF_DOCUMENTS),
            None => vec![Link::new(asked.beside(&own), "self", JSON, "This collection")],
        };
        let items = asked.beside(&format!("{own}/items"));
        let sign = if items.contains('?') { '&' } else { '?' };
        for form in Form::OF_RECORDS {
            let word = form.word();
            links.push(Link::new(format!("{items}{sign}f={word}"), "items", form.media(), "Its rows"));
        }
        links.push(Link::new(asked.beside("/api/collections"), "parent", JSON, "All collections"));
        links
    }

    pub(super) async fn collection(self, state: &AppState, asked: &Asked) -> Result<Response, Problem> {
        let known = asked.parameters(&OF_CONTENTS)?;
        let form = asked.form(&known, &Form::OF_DOCUMENTS)?;
        let lang = asked.lang(&known)?;
        let snapshot = known.snapshot(state).await?;
        let links = self.links(asked, Some(form));
        let answer = super::document(asked, form, lang, &self.describe(&links), links, html::collection);
        Ok(answer.of_release(snapshot.release()).respond(asked))
    }
}

pub(super) async fn claims(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_CLAIMS)?;
    let (format, form) = wanted(&asked, &known)?;
    let lang = asked.lang(&known)?;
    let snapshot = known.snapshot(&state).await?;
    let freshness = known.freshness(&*snapshot, parameters::today());
    let crs = narrowed_by_nothing(&known, &*snapshot)?;
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
    let answer = list(&asked, (form, lang), &*snapshot, Records::Claims, &page, &told);
    Ok(answer.in_crs(crs).fresh(freshness).respond(&asked))
}

pub(super) async fn sources(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_SOURCES)?;
    let (format, form) = wanted(&asked, &known)?;
    let lang = asked.lang(&known)?;
    let snapshot = known.snapshot(&state).await?;
    let freshness = known.freshness(&*snapshot, parameters::today());
    let crs = narrowed_by_nothing(&known, &*snapshot)?;
    let start = parameters::read_cursor(&known, snapshot.release())?;
    let limit = limit(&known, format)?;
    if let Some(format) = format {
        let content = content(snapshot, Subject::Sources { limit, start });
        return Download { format, content }.respond(&state, &asked, freshness).await;
    }
    let rows: Vec<&Source> = snapshot.directory().sources.values().collect();
    let page = Page::cut(rows.len(), |at| rows[at].id.as_str(), limit, &start, |at| rows[at].clone());
    let told: Vec<_> = page.items.iter().map(|source| source_feature(source, &*snapshot)).collect();
    let answer = list(&asked, (form, lang), &*snapshot, Records::Sources, &page, &told);
    Ok(answer.in_crs(crs).fresh(freshness).respond(&asked))
}

pub(super) async fn source(
    State(state): State<AppState>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_RECORD)?;
    let form = asked.form(&known, &Form::OF_RECORDS)?;
    let lang = asked.lang(&known)?;
    let crs = parameters::crs(&known, "crs")?;
    let snapshot = known.snapshot(&state).await?;
    let source = snapshot.directory().sources.get(&id).ok_or_else(|| missing(&id, Records::Sources))?;
    let told = source_feature(source, &*snapshot);
    Ok(one(&asked, (form, lang), Records::Sources, told)
        .of_release(snapshot.release())
        .in_crs(crs)
        .fresh(known.freshness(&*snapshot, parameters::today()))
        .respond(&asked))
}

pub(super) async fn claim(
    State(state): State<AppState>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_RECORD)?;
    let form = asked.form(&known, &Form::OF_RECORDS)?;
    let lang = asked.lang(&known)?;
    let crs = parameters::crs(&known, "crs")?;
    let snapshot = known.snapshot(&state).await?;
    let subject = id.rsplit_once('.').map(|(subject, _)| subject.to_owned());
    let query =
        ClaimsQuery { subjects: subject.into_iter().collect(), limit: usize::MAX, ..ClaimsQuery::default() };
    let claims = snapshot.claims(query).await?.items;
    let claim = claims.iter().find(|claim| claim.id() == id).ok_or_else(|| missing(&id, Records::Claims))?;
    let told = claim_feature(claim, &*snapshot);
    Ok(one(&asked, (form, lang), Records::Claims, told)
        .of_release(snapshot.release())
        .in_crs(crs)
        .fresh(known.freshness(&*snapshot, parameters::today()))
        .respond(&asked))
}

/// A file, or the form of a page.
fn wanted(asked: &Asked, known: &Parameters<'_>) -> Result<(Option<Format>, Form), Problem> {
    known.format(&[&["geojson", "json", "html"], &Format::WORDS[..]].concat())?;
    Ok(match Format::asked(asked, known)? {
        Some(format) => (Some(format), Form::GeoJson),
        None => (None, asked.form(known, &Form::OF_RECORDS)?),
    })
}

/// What a box and a day say to rows that have neither shape nor day: they are checked, and then match all of them
/// (OGC API Features, requirements 24 C and 26 C). Gives the coordinate system that the answer is to be in.
fn narrowed_by_nothing(known: &Parameters<'_>, snapshot: &dyn Snapshot) -> Result<Crs, Problem> {
    parameters::bbox(known, snapshot.directory())?;
    parameters::days(known)?;
    parameters::crs(known, "crs")
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
    Content { snapshot, subject, lang: Lang::En, skip_geometry: false, only: None }
}

fn missing(id: &str, records: Records) -> Problem {
    Problem::new(Slug::UnknownFeature)
        .with("id", id)
        .with("collection", records.as_str())
        .hint(Hint::UseSearch)
}

fn list<T>(
    asked: &Asked,
    (form, lang): (Form, Lang),
    snapshot: &dyn Snapshot,
    records: Records,
    page: &Page<T>,
    told: &[Value],
) -> Answer {
    let mut links = page_links(asked, records.as_str(), page, snapshot.release(), form);
    links.extend(super::licence(asked, snapshot.release()));
    let list = json!({
        "type": "FeatureCollection",
        "numberMatched": page.number_matched,
        "numberReturned": told.len(),
        "release": snapshot.release(),
        "links": links,
        "features": told,
    });
    let answer = match form {
        Form::Html => html::list(asked, lang, records.as_str(), &list, &links),
        _ => Answer::json(&list, form.media()).stamped(),
    };
    answer.negotiated().of_release(snapshot.release()).linked(links)
}

/// One row as a feature with its links.
fn one(asked: &Asked, (form, lang): (Form, Lang), records: Records, mut told: Value) -> Answer {
    let mut links = asked.form_links(form, &Form::OF_RECORDS);
    let own = asked.beside(&format!("/api/collections/{}", records.as_str()));
    links.push(Link::new(own, "collection", JSON, "Its collection"));
    told["links"] = json!(links);
    let answer = match form {
        Form::Html => html::feature(asked, lang, records.as_str(), &told, &links),
        _ => Answer::json(&told, form.media()),
    };
    answer.negotiated().linked(links)
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
