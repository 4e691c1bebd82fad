//! The parameters of all resources: what they are (`table`) and which resource takes which (`taken`); from this requests
//! are checked and OpenAPI is written.

mod bbox;
mod crs;
mod cursor;
mod dates;
mod filter;
mod numbers;
mod oblast;
mod table;
mod taken;

pub(crate) use bbox::bbox;
pub(crate) use crs::crs;
pub(crate) use cursor::{cursor, question, read_cursor};
pub(crate) use dates::{Days, days, today};
pub(crate) use oblast::{oblasts, one_oblast};
pub(crate) use table::*;
pub(crate) use taken::*;

use crate::{
    AppState,
    answer::Freshness,
    problem::{Hint, Problem, Slug},
};
use std::{collections::BTreeMap, str::FromStr, sync::Arc};
use terrikon_core::{Date, kind::UnknownWord};
use terrikon_store::{HotspotFilter, Snapshot};

/// The parameters of one request, each known and given once.
#[derive(Debug)]
pub(crate) struct Parameters<'a>(BTreeMap<&'a str, &'a str>);

/// Reads the pairs of a query against what the resource knows.
pub(crate) fn read<'a>(
    pairs: &'a [(String, String)],
    known: &[&Parameter],
) -> Result<Parameters<'a>, Problem> {
    let mut found = BTreeMap::new();
    for (name, value) in pairs {
        if !known.iter().any(|parameter| parameter.name == name) {
            return Err(Problem::new(Slug::UnknownParameter)
                .parameter(name)
                .accepted(known.iter().map(|parameter| parameter.name)));
        }
        if found.insert(name.as_str(), value.as_str()).is_some() {
            return Err(Problem::new(Slug::RepeatedParameter).parameter(name).hint(Hint::OneParameter));
        }
    }
    Ok(Parameters(found))
}

impl<'a> Parameters<'a> {
    /// The text of a parameter; an empty one counts as absent, as forms send it.
    pub(crate) fn get(&self, name: &str) -> Option<&'a str> {
        self.0.get(name).copied().map(str::trim).filter(|text| !text.is_empty())
    }

    /// The words of a comma-separated parameter.
    pub(crate) fn words(&self, name: &str) -> impl Iterator<Item = &'a str> {
        self.get(name)
            .into_iter()
            .flat_map(|list| list.split(','))
            .map(str::trim)
            .filter(|word| !word.is_empty())
    }

    /// Refuses a list that is longer than any of ours: names of areas are compared in all their spellings, word by word.
    fn few_words(&self, name: &str) -> Result<(), Problem> {
        let count = self.words(name).count();
        if count <= MOST_WORDS {
            return Ok(());
        }
        Err(Problem::new(Slug::TooMany)
            .parameter(name)
            .with("what", name)
            .with("count", &count.to_string())
            .with("most", &MOST_WORDS.to_string()))
    }

    /// The words of a closed vocabulary.
    pub(crate) fn vocabulary<T: FromStr<Err = UnknownWord>>(&self, name: &str) -> Result<Vec<T>, Problem> {
        self.words(name)
            .map(|word| word.parse().map_err(|unknown| Problem::unknown_word(name, &unknown)))
            .collect()
    }

    /// A whole number from 1; greater ones than `most` count as `most`, as OGC API asks for.
    pub(crate) fn limit(&self, default: usize, most: usize) -> Result<usize, Problem> {
        let Some(text) = self.get("limit") else { return Ok(default) };
        let digits = text.bytes().all(|byte| byte.is_ascii_digit()) && text.bytes().any(|byte| byte != b'0');
        if digits {
            // Only digits can fail to parse by being too many.
            return Ok(text.parse().unwrap_or(most).min(most));
        }
        Err(Problem::new(Slug::InvalidLimit)
            .parameter("limit")
            .with("value", text)
            .with("most", &most.to_string())
            .hint(Hint::LimitRange))
    }

    /// `true` or `false`; absent is false.
    pub(crate) fn flag(&self, name: &str) -> Result<bool, Problem> {
        match self.get(name) {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(other) => Err(Problem::new(Slug::UnknownValue)
                .parameter(name)
                .with("value", other)
                .accepted(["true", "false"])),
        }
    }

    /// A format that we write, or a problem that names those.
    pub(crate) fn format(&self, written: &[&str]) -> Result<(), Problem> {
        match self.get("f") {
            Some(other) if !written.contains(&other) => Err(Problem::new(Slug::UnknownValue)
                .parameter("f")
                .with("value", other)
                .accepted(written)
                .hint(Hint::FormatLater)),
            _ => Ok(()),
        }
    }

    /// The release that the request reads from: the one that it names, else the current one.
    pub(crate) async fn snapshot(&self, state: &AppState) -> Result<Arc<dyn Snapshot>, Problem> {
        match self.get("release") {
            Some(id) => state.release(id).await,
            None => state.current().await,
        }
    }

    /// How long the answer for a day may be kept.
    pub(crate) fn freshness(&self, snapshot: &dyn Snapshot, day: Date) -> Freshness {
        // Without a date the answer is of today: tomorrow's is the same unless something changes later.
        let settled = self.get("date").is_some() || snapshot.directory().is_settled(day);
        if self.get("release").is_some() && settled { Freshness::Forever } else { Freshness::Minute }
    }

    /// What narrows hotspots, and for other collections the oblast alone.
    pub(crate) fn filter(&self, snapshot: &dyn Snapshot, day: Date) -> Result<HotspotFilter, Problem> {
        for parameter in [&KIND, &OBLAST, &STATUS, &TRUST, &POLLUTANT] {
            self.few_words(parameter.name)?;
        }
        let directory = snapshot.directory();
        let pollutant = |word: &'a str| {
            let known = directory.pollutants.iter().find(|code| code.to_lowercase() == word.to_lowercase());
            known.cloned().ok_or_else(|| {
                Problem::new(Slug::UnknownValue)
                    .parameter("pollutant")
                    .with("value", word)
                    .accepted(&directory.pollutants)
            })
        };
        Ok(HotspotFilter {
            kinds: self.vocabulary("kind")?,
            oblasts: oblasts(self.words("oblast"), directory, day)?,
            statuses: self.vocabulary("status")?,
            trusts: self.vocabulary("trust")?,
            pollutants: self.words("pollutant").map(pollutant).collect::<Result<_, _>>()?,
        })
    }
}
