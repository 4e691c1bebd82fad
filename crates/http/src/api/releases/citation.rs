//! `/api/releases/{id}/citation`: how to cite a release, for people, for reference managers and for LaTeX.
//!
//! The id of the release is its version and follows from its content. A date of publication is told where the store knows one and
//! left out where it does not.

use super::bibtex;
use crate::{
    AppState,
    answer::{Answer, JSON, Link},
    asked::Asked,
    messages::message,
    parameters::{OF_CITATION, today},
    problem::Problem,
    quality::preferences,
};
use axum::{
    extract::{Path, State},
    http::header,
    response::Response,
};
use serde_json::{Value, json};
use terrikon_core::{Date, Lang, ReleaseId};

/// CSL-JSON, as reference managers read it.
pub(crate) const CSL: &str = "application/vnd.citationstyles.csl+json";
pub(crate) const BIBTEX: &str = "application/x-bibtex; charset=utf-8";
pub(crate) const TEXT: &str = "text/plain; charset=utf-8";

/// The formats: the word of `f` and the media type.
const FORMATS: [(&str, &str); 3] = [("text", TEXT), ("csl", CSL), ("bibtex", BIBTEX)];

/// What all forms of a citation say.
#[derive(Debug)]
pub(super) struct Citation {
    pub(super) author: String,
    pub(super) title: String,
    pub(super) release: ReleaseId,
    /// When it was published; `None` where that is not known.
    pub(super) published: Option<Date>,
    pub(super) accessed: Date,
    /// The address under which the release answers as long as it is kept.
    pub(super) url: String,
    /// A word on the licences of parts.
    pub(super) note: String,
    pub(super) lang: Lang,
}

pub(crate) async fn citation(
    State(state): State<AppState>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_CITATION)?;
    known.format(&FORMATS.map(|(word, _)| word))?;
    let media = match known.get("f") {
        Some(word) => FORMATS.iter().find(|(known, _)| *known == word).map_or(TEXT, |(_, media)| media),
        None => accepted(&asked)?,
    };
    let lang = asked.lang(&known)?;
    let snapshot = state.release(&id).await?;
    let kept = state.releases().await?;
    let published =
        kept.iter().find(|kept| kept.id == *snapshot.release()).and_then(|kept| kept.published_at.as_deref());
    let text = |key: &str| message(lang, key, &[]).unwrap_or_default();
    let sources = format!("{}/api/collections/sources/items?release={}", asked.base, snapshot.release());
    let citation = Citation {
        author: text("app-title"),
        title: text("citation-title"),
        release: snapshot.release().clone(),
        published: published.and_then(|moment| moment.get(..10)?.parse().ok()),
        accessed: today(),
        url: address(&asked, snapshot.release()),
        note: message(lang, "citation-note", &[("sources", sources)]).unwrap_or_default(),
        lang,
    };
    let answer = match media {
        CSL => Answer::json(&json!([citation.csl()]), CSL),
        BIBTEX => Answer::bytes(bibtex::entry(&citation), BIBTEX),
        _ => Answer::bytes(citation.text(), TEXT),
    };
    // Tomorrow it is another one: it tells the day.
    Ok(answer.of_release(snapshot.release()).in_language(lang).respond(&asked))
}

/// Where a release is read, by which it is cited.
pub(super) fn address(asked: &Asked, release: &ReleaseId) -> String {
    format!("{}/api?release={release}", asked.base)
}

/// The link to what is to be cited (RFC 8574).
pub(crate) fn cite_as(asked: &Asked, release: &ReleaseId) -> Link {
    Link::new(address(asked, release), "cite-as", JSON, "The address to cite")
}

/// The links to the citation in every format.
pub(super) fn links(asked: &Asked, release: &ReleaseId) -> Vec<Link> {
    let link = |word, media| {
        let href = format!("{}/api/releases/{release}/citation?f={word}", asked.base);
        Link::new(href, "describedby", media, "How to cite it")
    };
    vec![
        cite_as(asked, release),
        link("text", "text/plain"),
        link("csl", CSL),
        link("bibtex", "application/x-bibtex"),
    ]
}

/// What `Accept` likes best.
fn accepted(asked: &Asked) -> Result<&'static str, Problem> {
    let bare = |media: &'static str| media.split(';').next().unwrap_or(media);
    asked.accepts(&FORMATS.map(|(_, media)| bare(media)))?;
    let wanted = preferences(asked.header(&header::ACCEPT));
    let named = wanted.iter().filter(|wish| wish.weight > 0.0);
    let found = named.filter_map(|wish| FORMATS.iter().find(|(_, media)| bare(media) == wish.value)).next();
    Ok(found.map_or(TEXT, |(_, media)| media))
}

impl Citation {
    fn text(&self) -> String {
        let year = match self.published {
            Some(day) => day.year().to_string(),
            None => message(self.lang, "citation-undated", &[]).unwrap_or_default(),
        };
        let args = [
            ("author", self.author.clone()),
            ("title", self.title.clone()),
            ("year", year),
            ("release", self.release.to_string()),
            ("url", self.url.clone()),
            ("accessed", self.accessed.to_string()),
        ];
        format!("{}\n", message(self.lang, "citation-text", &args).unwrap_or_default())
    }

    fn csl(&self) -> Value {
        let parts = |day: Date| json!({ "date-parts": [[day.year(), day.month(), day.day()]] });
        let mut item = json!({
            "id": format!("terrikon-{}", self.release),
            "type": "dataset",
            "title": self.title,
            "author": [{ "literal": self.author }],
            "version": self.release,
            "URL": self.url,
            "accessed": parts(self.accessed),
            "language": self.lang,
            "note": self.note,
        });
        if let Some(day) = self.published {
            item["issued"] = parts(day);
        }
        item
    }
}
