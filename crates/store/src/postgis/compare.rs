//! Differences between two releases, found where the rows lie. Both are walked in the order of their ids and no further than the
//! page needs; only rows that differ leave the database.

use super::{
    DatabaseError, cells::feature, compose::Composed, read::claim, snapshot::PostgisSnapshot, statements,
    words::behind,
};
use crate::{Counts, Difference, DifferencesQuery, Row, Rows, StoreError};
use sqlx::{PgConnection, Row as _};
use std::{collections::BTreeMap, sync::Arc};
use terrikon_core::{CollectionId, ReleaseId};

/// Columns that every collection has beside its id.
const COMMON: [&str; 12] = [
    "name_en",
    "name_ru",
    "name_kk",
    "name_ky",
    "geom::bytea",
    "lon",
    "lat",
    "valid_from",
    "valid_to",
    "oblasts",
    "raion",
    "id",
];

/// What is compared, in the words of the database.
struct Table {
    name: &'static str,
    /// What narrows both sides, beside the release.
    listed: &'static str,
    /// The columns that are compared.
    columns: Vec<&'static str>,
}

impl Table {
    fn of(rows: Rows) -> Self {
        match rows {
            Rows::Features(collection) => {
                let own = collection.fields().iter().map(|field| field.name);
                Self {
                    name: statements::of(collection).table,
                    listed: "",
                    columns: COMMON.into_iter().chain(own).collect(),
                }
            }
            // The id of a claim follows its content.
            Rows::Claims => Self { name: "claims", listed: " AND listed", columns: Vec::new() },
        }
    }

    /// The rows of a release.
    fn side(&self, text: &mut Composed, release: &'static str) {
        text.put("(SELECT * FROM terrikon.").put(self.name).put(" WHERE release = ").put(release);
        text.put(self.listed).put(")");
    }

    /// Whether the rows `older` and `newer` of one id differ.
    fn differ(&self, text: &mut Composed) {
        if self.columns.is_empty() {
            text.put("false");
            return;
        }
        for (opens, side) in [("ROW(", "older."), (") IS DISTINCT FROM ROW(", "newer.")] {
            text.put(opens);
            for (column, number) in self.columns.iter().zip(0_usize..) {
                text.put(if number == 0 { "" } else { ", " }).put(side).put(column);
            }
        }
        text.put(")");
    }

    /// Ids that differ between `$1` and `$2` behind `$3`, at most `$4`.
    fn ids(&self) -> Composed {
        let mut text = Composed::new("(SELECT newer.id FROM ", 4);
        self.side(&mut text, "$2");
        text.put(" AS newer LEFT JOIN ");
        self.side(&mut text, "$1");
        text.put(" AS older ON older.id = newer.id WHERE newer.id > $3 AND (older.id IS NULL OR ");
        self.differ(&mut text);
        text.put(") ORDER BY newer.id LIMIT $4) UNION ALL (SELECT older.id FROM ");
        self.side(&mut text, "$1");
        text.put(" AS older LEFT JOIN ");
        self.side(&mut text, "$2");
        text.put(" AS newer ON newer.id = older.id WHERE older.id > $3 AND newer.id IS NULL ");
        text.put("ORDER BY older.id LIMIT $4) ORDER BY id LIMIT $4");
        text
    }

    fn count(&self) -> Composed {
        let mut text = Composed::new("SELECT count(*) FILTER (WHERE older.id IS NULL), ", 2);
        text.put("count(*) FILTER (WHERE newer.id IS NULL), ");
        text.put("count(*) FILTER (WHERE older.id IS NOT NULL AND newer.id IS NOT NULL AND ");
        self.differ(&mut text);
        text.put(") FROM ");
        self.side(&mut text, "$1");
        text.put(" AS older FULL JOIN ");
        self.side(&mut text, "$2");
        text.put(" AS newer ON newer.id = older.id");
        text
    }
}

/// A page of differences to an older release.
pub(super) async fn differences(
    newer: &PostgisSnapshot,
    older: &ReleaseId,
    query: &DifferencesQuery,
) -> Result<Vec<Difference>, StoreError> {
    let table = Table::of(query.rows);
    let mut reading = newer.begin_long().await?;
    let older = serial(newer, &mut reading, older).await?;
    let failed = |error| newer.failed(table.name, error);
    let limit = i64::try_from(query.limit).unwrap_or(i64::MAX);
    let after = behind(&query.after);
    let text = table.ids();
    let asking = text.asking(|asking| asking.bind(older).bind(newer.serial).bind(after).bind(limit));
    let found = asking.fetch_all(&mut *reading).await.map_err(failed)?;
    let ids =
        found.iter().map(|row| row.try_get("id")).collect::<Result<Vec<String>, _>>().map_err(failed)?;
    newer.still_there(&mut reading).await?;
    let mut before = rows(newer, &mut reading, query.rows, older, &ids).await?;
    let mut after = rows(newer, &mut reading, query.rows, newer.serial, &ids).await?;
    reading.commit().await.map_err(failed)?;
    let told = ids.into_iter().map(|id| {
        let (before, after) = (before.remove(&id), after.remove(&id));
        Difference { id, before, after }
    });
    Ok(told.collect())
}

/// How many rows differ from an older release.
pub(super) async fn count(
    newer: &PostgisSnapshot,
    older: &ReleaseId,
    rows: Rows,
) -> Result<Counts, StoreError> {
    let table = Table::of(rows);
    let mut reading = newer.begin_long().await?;
    let older = serial(newer, &mut reading, older).await?;
    let failed = |error| newer.failed(table.name, error);
    let text = table.count();
    let counting = text.asking(|asking| asking.bind(older).bind(newer.serial));
    let row = counting.fetch_one(&mut *reading).await.map_err(failed)?;
    newer.still_there(&mut reading).await?;
    reading.commit().await.map_err(failed)?;
    let number = |index: usize| row.try_get::<i64, _>(index).map(|count| usize::try_from(count).unwrap_or(0));
    Ok(Counts {
        added: number(0).map_err(failed)?,
        removed: number(1).map_err(failed)?,
        changed: number(2).map_err(failed)?,
    })
}

/// The number of a release in the database.
async fn serial(
    snapshot: &PostgisSnapshot,
    connection: &mut PgConnection,
    id: &ReleaseId,
) -> Result<i32, StoreError> {
    let asking = sqlx::query_scalar("SELECT serial FROM terrikon.releases WHERE id = $1").persistent(false);
    let found = asking.bind(id.as_str()).fetch_optional(connection).await;
    found.map_err(|error| snapshot.failed("releases", error))?.ok_or_else(|| StoreError::Gone(id.clone()))
}

/// Rows of a release by id.
async fn rows(
    snapshot: &PostgisSnapshot,
    connection: &mut PgConnection,
    rows: Rows,
    release: i32,
    ids: &[String],
) -> Result<BTreeMap<String, Row>, StoreError> {
    let text = match rows {
        Rows::Features(collection) => {
            let mut text = Composed::new("SELECT * FROM (", 2);
            text.put(statements::of(collection).all).put(") AS rows WHERE id = ANY ($2)");
            text
        }
        Rows::Claims => {
            Composed::new("SELECT * FROM terrikon.claims WHERE release = $1 AND listed AND id = ANY ($2)", 2)
        }
    };
    let asking = text.asking(|asking| asking.bind(release).bind(ids));
    let found = asking.fetch_all(connection).await.map_err(|error| snapshot.failed("differences", error))?;
    found.iter().map(|row| told(row, rows)).collect()
}

fn told(row: &sqlx::postgres::PgRow, rows: Rows) -> Result<(String, Row), StoreError> {
    match rows {
        Rows::Features(collection) => {
            let feature = of_collection(row, collection)?;
            Ok((feature.id.clone(), Row::Feature(Arc::new(feature))))
        }
        Rows::Claims => {
            let claim = claim(row).map_err(DatabaseError::doing("reading claims"))?;
            Ok((claim.id(), Row::Claim(Box::new(claim))))
        }
    }
}

fn of_collection(
    row: &sqlx::postgres::PgRow,
    collection: CollectionId,
) -> Result<terrikon_core::Feature, StoreError> {
    Ok(feature(row, collection)?)
}
