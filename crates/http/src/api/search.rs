//! `/api/search`: places by name.

use crate::{
    AppState,
    answer::{Answer, JSON},
    asked::Asked,
    parameters::{self, DEFAULT_HITS, LONGEST_TEXT, MOST_HITS, OF_SEARCH},
    problem::{Problem, Slug},
};
use axum::{extract::State, response::Response};
use serde::Serialize;
use serde_json::json;
use terrikon_core::{Lang, Names};
use terrikon_store::{Directory, Hit, SearchQuery};

#[derive(Serialize)]
struct Found {
    r#type: &'static str,
    id: String,
    name: Option<String>,
    name_lang: Option<Lang>,
    names: Names,
    /// The language of the name that answered; null for a code or short name.
    matched_lang: Option<Lang>,
    lon: f64,
    lat: f64,
    bbox: Option<[f64; 4]>,
    oblast: Option<String>,
    /// The name of the oblast.
    context: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
}

pub(crate) async fn search(State(state): State<AppState>, asked: Asked) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_SEARCH)?;
    known.format(&["json"])?;
    let text = known.get("q").ok_or_else(|| Problem::new(Slug::MissingParameter).parameter("q"))?;
    if text.chars().count() > LONGEST_TEXT {
        return Err(Problem::new(Slug::TooLong).parameter("q").with("most", &LONGEST_TEXT.to_string()));
    }
    let snapshot = known.snapshot(&state).await?;
    let lang = asked.lang(&known)?;
    let date = parameters::days(&known)?.date;
    let freshness = known.freshness(&*snapshot, date);
    let limit = known.limit(DEFAULT_HITS, MOST_HITS)?;
    let hits = snapshot.search(SearchQuery { text: text.to_owned(), date, limit }).await?;
    let found = |hit: Hit| {
        let shown = hit.names.shown(lang);
        Found {
            r#type: hit.place.as_str(),
            name: shown.map(|(name, _)| name.to_owned()),
            name_lang: shown.map(|(_, lang)| lang),
            matched_lang: hit.matched,
            lon: hit.position[0],
            lat: hit.position[1],
            bbox: hit.bbox.map(|bbox| [bbox.west, bbox.south, bbox.east, bbox.north]),
            context: hit
                .oblast
                .as_deref()
                .and_then(|code| oblast_name(snapshot.directory(), code, date, lang)),
            oblast: hit.oblast,
            kind: hit.kind,
            id: hit.id,
            names: hit.names,
        }
    };
    let document = json!({
        "results": hits.into_iter().map(found).collect::<Vec<_>>(),
        "release": snapshot.release(),
    });
    let answer = Answer::json(&document, JSON).of_release(snapshot.release()).in_language(lang);
    Ok(answer.fresh(freshness).respond(&asked))
}

fn oblast_name(directory: &Directory, code: &str, date: terrikon_core::Date, lang: Lang) -> Option<String> {
    Some(directory.oblast_names(code, date)?.shown(lang)?.0.to_owned())
}
