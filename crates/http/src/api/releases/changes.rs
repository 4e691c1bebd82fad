//! Rows that differ, told field by field.

use super::diff::Place;
use crate::{AppState, problem::Problem};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use std::{fmt, sync::Arc};
use terrikon_core::{
    CollectionId, Feature,
    diff::{FieldChange, fields},
};
use terrikon_store::{Counts, Difference, DifferencesQuery, Row, Rows, Snapshot};

/// How many rows of each section differ; sections without any are there too.
pub(crate) type Tally = Vec<(Section, Counts)>;

/// A part of a release that is compared by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    Rows(Rows),
    Sources,
}

impl Section {
    pub(super) const FIRST: Self = Self::Rows(Rows::Features(CollectionId::ALL[0]));

    /// All of them, in their order.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let features = CollectionId::ALL.into_iter().map(|id| Self::Rows(Rows::Features(id)));
        features.chain([Self::Rows(Rows::Claims), Self::Sources])
    }

    pub(super) fn next(self) -> Option<Self> {
        Self::all().skip_while(|section| *section != self).nth(1)
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::all().find(|section| section.to_string() == name)
    }
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rows(Rows::Features(id)) => id.as_str(),
            Self::Rows(Rows::Claims) => "claims",
            Self::Sources => "sources",
        })
    }
}

/// A row that came, went or has another content.
#[derive(Debug, Serialize)]
pub(super) struct Change {
    #[serde(rename = "collection", serialize_with = "name")]
    pub(super) section: Section,
    pub(super) id: String,
    /// `added`, `removed` or `changed`.
    pub(super) change: &'static str,
    /// What differs. Of a row that came or went all that it holds.
    pub(super) fields: Vec<FieldChange>,
}

fn name<S: Serializer>(section: &Section, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(section)
}

/// Changes of one section behind a place.
pub(super) async fn differences(
    older: &dyn Snapshot,
    newer: &dyn Snapshot,
    place: &Place,
    limit: usize,
) -> Result<Vec<Change>, Problem> {
    let rows = match place.section {
        Section::Sources => {
            return Ok(sources(older, newer).filter(|change| change.id > place.after).take(limit).collect());
        }
        Section::Rows(rows) => rows,
    };
    let query = DifferencesQuery { rows, after: place.after.clone(), limit };
    let found = newer.differences(older, query).await?;
    Ok(found.into_iter().map(|difference| told(rows, difference)).collect())
}

/// How many rows differ, counted once for two releases.
pub(super) async fn tally(
    state: &AppState,
    older: &Arc<dyn Snapshot>,
    newer: &Arc<dyn Snapshot>,
) -> Result<Arc<Tally>, Problem> {
    let key = (older.release().clone(), newer.release().clone());
    let counted = state.differences.try_get_with(key, count(&**older, &**newer)).await;
    counted.map_err(|problem| (*problem).clone())
}

async fn count(older: &dyn Snapshot, newer: &dyn Snapshot) -> Result<Arc<Tally>, Problem> {
    let same = older.release() == newer.release();
    let mut tally = Tally::new();
    for section in Section::all() {
        let counts = match section {
            _ if same => Counts::default(),
            Section::Rows(rows) => newer.count_differences(older, rows).await?,
            Section::Sources => {
                let mut counts = Counts::default();
                for change in sources(older, newer) {
                    match change.change {
                        "added" => counts.added += 1,
                        "removed" => counts.removed += 1,
                        _ => counts.changed += 1,
                    }
                }
                counts
            }
        };
        tally.push((section, counts));
    }
    Ok(Arc::new(tally))
}

fn told(rows: Rows, difference: Difference) -> Change {
    let Difference { id, before, after } = difference;
    let fields = match rows {
        Rows::Features(collection) => of_feature(collection, before.as_ref(), after.as_ref()),
        Rows::Claims => of_members(&claim(before.as_ref()), &claim(after.as_ref())),
    };
    Change { section: Section::Rows(rows), id, change: word(before.is_some(), after.is_some()), fields }
}

const fn word(before: bool, after: bool) -> &'static str {
    match (before, after) {
        (false, _) => "added",
        (_, false) => "removed",
        _ => "changed",
    }
}

fn of_feature(collection: CollectionId, before: Option<&Row>, after: Option<&Row>) -> Vec<FieldChange> {
    let nothing = Feature::default();
    let feature = |row: Option<&Row>| match row {
        Some(Row::Feature(feature)) => Some(Arc::clone(feature)),
        _ => None,
    };
    let (before, after) = (feature(before), feature(after));
    let mut changed =
        fields(collection, before.as_deref().unwrap_or(&nothing), after.as_deref().unwrap_or(&nothing));
    for field in &mut changed {
        if before.is_none() {
            field.before = Value::Null;
        }
        if after.is_none() {
            field.after = Value::Null;
        }
    }
    changed
}

fn claim(row: Option<&Row>) -> Value {
    match row {
        Some(Row::Claim(claim)) => json!(claim),
        _ => Value::Null,
    }
}

/// Members that differ between two objects, either of which may be absent.
fn of_members(before: &Value, after: &Value) -> Vec<FieldChange> {
    let names: Vec<String> = [after, before]
        .into_iter()
        .find_map(Value::as_object)
        .map(|members| members.keys().cloned().collect())
        .unwrap_or_default();
    let changes = names.into_iter().map(|field| {
        let [before, after] = [before, after].map(|side| side.get(&field).cloned().unwrap_or_default());
        FieldChange { field, before, after }
    });
    changes.filter(|change| change.before != change.after).collect()
}

/// Sources are few enough to be at hand in both releases.
fn sources<'a>(older: &'a dyn Snapshot, newer: &'a dyn Snapshot) -> impl Iterator<Item = Change> + 'a {
    let (before, after) = (&older.directory().sources, &newer.directory().sources);
    let ids: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    ids.into_iter().filter(|id| before.get(*id) != after.get(*id)).map(|id| {
        let (before, after) = (before.get(id), after.get(id));
        Change {
            section: Section::Sources,
            id: id.clone(),
            change: word(before.is_some(), after.is_some()),
            fields: of_members(&json!(before), &json!(after)),
        }
    })
}
