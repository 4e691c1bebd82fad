//! `/api/releases/{id}/diff?to=`: what changed from one release to another, row by row, field by field.
//!
//! Rows come section by section (collections in their order, claims, sources), in each by id. A cursor is a place in that order,
//! so that no page needs more memory than its rows.

use super::changes::{Change, Section, differences, tally};
use crate::{
    AppState,
    answer::{Answer, Freshness, JSON, Link},
    asked::Asked,
    parameters::{DEFAULT_ITEMS, MOST_ITEMS, OF_DIFF, Parameters},
    problem::{Hint, Problem, Slug},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use terrikon_store::{Counts, Snapshot};

/// Two releases, and where to go on.
pub(super) struct Diff {
    pub(super) older: Arc<dyn Snapshot>,
    pub(super) newer: Arc<dyn Snapshot>,
    pub(super) place: Place,
}

/// Behind which row a page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) section: Section,
    pub(super) after: String,
}

pub(crate) async fn diff(
    State(state): State<AppState>,
    Path(id): Path<String>,
    asked: Asked,
) -> Result<Response, Problem> {
    let known = asked.parameters(&OF_DIFF)?;
    known.format(&["json", "csv"])?;
    let to = known.get("to").ok_or_else(|| Problem::new(Slug::MissingParameter).parameter("to"))?;
    let (older, newer) = (state.release(&id).await?, state.release_of("to", to).await?);
    let place = read_place(&known, &*older, &*newer)?;
    let mut diff = Diff { older, newer, place };
    if known.get("f") == Some("csv") {
        return super::table::respond(diff, &known, &asked).await;
    }
    let tally = tally(&state, &diff.older, &diff.newer).await?;
    let limit = known.limit(DEFAULT_ITEMS, MOST_ITEMS)?;
    // One more than is told says whether there is a next page.
    let mut changes = diff.next(limit + 1).await?;
    let more = changes.len() > limit;
    changes.truncate(limit);
    let mut links = vec![
        Link::new(asked.address(asked.own_pairs()), "self", JSON, "This page"),
        release(&asked, &*diff.older, "predecessor-version", "The older release"),
        release(&asked, &*diff.newer, "successor-version", "The newer release"),
    ];
    if let Some(last) = changes.last().filter(|_| more) {
        let cursor = diff.cursor(last);
        let others = asked.own_pairs().filter(|(name, _)| *name != "cursor");
        let href = asked.address(others.chain([("cursor", cursor.as_str())]));
        links.push(Link::new(href, "next", JSON, "The next page"));
    }
    let count = |counts: &Counts| json!({ "added": counts.added, "removed": counts.removed, "changed": counts.changed });
    let counts: Map<String, Value> =
        tally.iter().map(|(section, counts)| (section.to_string(), count(counts))).collect();
    let document = json!({
        "from": diff.older.release(),
        "to": diff.newer.release(),
        "counts": counts,
        "numberMatched": tally.iter().map(|(_, counts)| counts.sum()).sum::<usize>(),
        "numberReturned": changes.len(),
        "changes": changes,
        "links": links,
    });
    Ok(Answer::json(&document, JSON)
        .of_release(diff.newer.release())
        .linked(links)
        .fresh(freshness(&state))
        .respond(&asked))
}

/// Both releases are in the address, so only the origin of links may change.
fn freshness(state: &AppState) -> Freshness {
    if state.public_url.is_some() { Freshness::Forever } else { Freshness::Minute }
}

fn release(asked: &Asked, snapshot: &dyn Snapshot, rel: &'static str, title: &'static str) -> Link {
    Link::new(format!("{}/api/releases/{}", asked.base, snapshot.release()), rel, JSON, title)
}

impl Diff {
    /// The next changes, at most as many; none at the end.
    pub(super) async fn next(&mut self, limit: usize) -> Result<Vec<Change>, Problem> {
        let mut found: Vec<Change> = Vec::new();
        if self.older.release() == self.newer.release() {
            return Ok(found);
        }
        loop {
            let wanted = limit - found.len();
            let more = differences(&*self.older, &*self.newer, &self.place, wanted).await?;
            let exhausted = more.len() < wanted;
            if let Some(last) = more.last() {
                self.place.after.clone_from(&last.id);
            }
            found.extend(more);
            match self.place.section.next() {
                Some(section) if exhausted => self.place = Place { section, after: String::new() },
                _ => return Ok(found),
            }
        }
    }

    /// The cursor of what comes behind a change.
    fn cursor(&self, last: &Change) -> String {
        let (older, newer) = (self.older.release(), self.newer.release());
        URL_SAFE_NO_PAD.encode(format!("{older}>{newer}>{}>{}", last.section, last.id))
    }
}

fn read_place(known: &Parameters<'_>, older: &dyn Snapshot, newer: &dyn Snapshot) -> Result<Place, Problem> {
    let Some(text) = known.get("cursor") else {
        return Ok(Place { section: Section::FIRST, after: String::new() });
    };
    let invalid = || Problem::new(Slug::InvalidCursor).parameter("cursor").hint(Hint::StartAgain);
    let plain = URL_SAFE_NO_PAD.decode(text).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let plain = plain.ok_or_else(invalid)?;
    let mut parts = plain.splitn(4, '>');
    let mut part = || parts.next().ok_or_else(invalid);
    let (from, to, section, after) = (part()?, part()?, part()?, part()?);
    if (from, to) != (older.release().as_str(), newer.release().as_str()) {
        return Err(invalid());
    }
    Ok(Place { section: Section::named(section).ok_or_else(invalid)?, after: after.to_owned() })
}
