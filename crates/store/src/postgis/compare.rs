//! Differences between two releases, found where the rows lie. Both are walked in the order of their ids and no further than the
//! page needs; only rows that differ leave the database.

use super::{
    DatabaseError, cells::feature, read::claim, snapshot::PostgisSnapshot, statements, words::behind,
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

/// What is compared, in the words of the database. Texts are made of names in the program alone.
struct Table {
    name: &'static str,
    /// What narrows both sides, beside the release.
    listed: &'static str,
    /// Whether the rows `older` and `newer` of one id differ.
    differ: String,
}

impl Table {
    fn of(rows: Rows) -> Self {
        match rows {
            Rows::Features(collection) => {
                let own = collection.fields().iter().map(|field| field.name);
                let columns: Vec<&str> = COMMON.into_iter().chain(own).collect();
                let side = |side: &str| {
                    let cells: Vec<_> = columns.iter().map(|column| format!("{side}.{column}")).collect();
                    cells.join(", ")
                };
                let differ = format!("ROW({}) IS DISTINCT FROM ROW({})", side("older"), side("newer"));
                Self { name: statements::of(collection).table, listed: "", differ }
            }
            // The id of a claim follows its content.
            Rows::Claims => Self { name: "claims", listed: " AND listed", differ: "false".to_owned() },
        }
    }

    fn side(&self, release: &str) -> String {
        format!("(SELECT * FROM terrikon.{} WHERE release = {release}{})", self.name, self.listed)
    }

    /// Ids that differ between `$1` and `$2` behind `$3`, at most `$4`.
    fn ids(&self) -> String {
        let (older, newer, differ) = (self.side("$1"), self.side("$2"), &self.differ);
        format!(
            "(SELECT newer.id FROM {newer} AS newer LEFT JOIN {older} AS older ON older.id = newer.id \
             WHERE newer.id > $3 AND (older.id IS NULL OR {differ}) ORDER BY newer.id LIMIT $4) \
             UNION ALL (SELECT older.id FROM {older} AS older LEFT JOIN {newer} AS newer ON newer.id = older.id \
             WHERE older.id > $3 AND newer.id IS NULL ORDER BY older.id LIMIT $4) ORDER BY id LIMIT $4"
        )
    }

    fn count(&self) -> String {
        let (older, newer, differ) = (self.side("$1"), self.side("$2"), &self.differ);
        format!(
            "SELECT count(*) FILTER (WHERE older.id IS NULL), count(*) FILTER (WHERE newer.id IS NULL), \
             count(*) FILTER (WHERE older.id IS NOT NULL AND newer.id IS NOT NULL AND {differ}) \
             FROM {older} AS older FULL JOIN {newer} AS newer ON newer.id = older.id"
        )
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
    let text = table.ids();
    let asking = sqlx::query_scalar(&text).persistent(false).bind(older).bind(newer.serial);
    let limit = i64::try_from(query.limit).unwrap_or(i64::MAX);
    let ids: Vec<String> =
        asking.bind(behind(&query.after)).bind(limit).fetch_all(&mut *reading).await.map_err(failed)?;
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
    let counting = sqlx::query(&text).persistent(false).bind(older).bind(newer.serial);
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
            format!("SELECT * FROM ({}) AS rows WHERE id = ANY ($2)", statements::of(collection).all)
        }
        Rows::Claims => {
            "SELECT * FROM terrikon.claims WHERE release = $1 AND listed AND id = ANY ($2)".to_owned()
        }
    };
    let asking = sqlx::query(&text).persistent(false).bind(release).bind(ids);
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
