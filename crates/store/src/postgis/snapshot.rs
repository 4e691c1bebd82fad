//! One release in the database.

use super::{
    DatabaseError, Told, batch, compare, connect::Reads, items, read, search, tile::TileMaker,
    tile_statements::SINGLE_FROM,
};
use crate::{
    Batch, ClaimsQuery, Counts, Difference, DifferencesQuery, Directory, Hit, Item, ItemsQuery, Page, Rows,
    SearchQuery, Snapshot, StoreError,
    directory::{Facts, Summary},
};
use async_trait::async_trait;
use sqlx::{PgConnection, Postgres, Row as _, Transaction, postgres::PgArguments, query::Query};
use std::sync::Arc;
use terrikon_core::{Claim, CollectionId, Envelope, ReleaseId, exposure::Surroundings};
use terrikon_tiles::TileRequest;
use tokio::sync::OnceCell;

#[derive(Debug)]
pub(super) struct PostgisSnapshot {
    id: ReleaseId,
    /// Its number in the database, by which its rows are kept.
    pub(super) serial: i32,
    directory: Directory,
    reads: Reads,
    /// Read when they are first asked for: the rasters of people alone take tens of megabytes.
    surroundings: OnceCell<Arc<Surroundings>>,
    tiles: TileMaker,
}

impl PostgisSnapshot {
    /// Reads the small facts of a release; `None` where none of that id is kept.
    pub(super) async fn load(reads: &Reads, id: &ReleaseId) -> Result<Option<Self>, StoreError> {
        let mut reading = reads.begin().await.map_err(|error| refused("releases", error))?;
        let failed = |error| refused("releases", error);
        let asking = sqlx::query(
            "SELECT serial, changes::text[] AS changes, pollutants, clusters_from FROM terrikon.releases WHERE id = $1",
        );
        let asking = asking.persistent(reads.prepared).bind(id.as_str());
        let Some(row) = asking.fetch_optional(&mut *reading).await.map_err(failed)? else { return Ok(None) };
        let serial: i32 = row.try_get("serial").map_err(failed)?;
        let changes: Vec<String> = row.try_get("changes").map_err(failed)?;
        let pollutants: Vec<String> = row.try_get("pollutants").map_err(failed)?;
        let clusters_from: Option<jiff_sqlx::Date> = row.try_get("clusters_from").map_err(failed)?;
        let summaries = sqlx::query("SELECT * FROM terrikon.collections WHERE release = $1");
        let summaries = summaries.persistent(reads.prepared).bind(serial);
        let mut collections = Vec::new();
        for row in summaries.fetch_all(&mut *reading).await.map_err(failed)? {
            collections.push(summary(&row).map_err(failed)?);
        }
        // In the order of the program, as those of other stores.
        collections.sort_by_key(|summary| summary.id);
        let single_from = sqlx::query(SINGLE_FROM).persistent(reads.prepared).bind(serial);
        let single_from: Option<i32> = single_from
            .fetch_one(&mut *reading)
            .await
            .and_then(|row| row.try_get("single_from"))
            .map_err(failed)?;
        let oblasts = read::collection(&mut reading, serial, CollectionId::Oblasts).await?;
        let raions = read::collection(&mut reading, serial, CollectionId::Raions).await?;
        let sources = read::sources(&mut reading, serial).await?;
        reading.commit().await.map_err(failed)?;
        let directory = Directory::new(Facts {
            collections,
            oblasts: &oblasts,
            raions: &raions,
            sources: &sources,
            pollutants: pollutants.into_iter().collect(),
            changes: changes.iter().filter_map(|day| day.parse().ok()).collect(),
        });
        Ok(Some(Self {
            id: id.clone(),
            serial,
            directory,
            reads: reads.clone(),
            surroundings: OnceCell::new(),
            tiles: TileMaker::new(
                clusters_from.map(jiff_sqlx::Date::to_jiff),
                single_from.and_then(|zoom| zoom.try_into().ok()),
            ),
        }))
    }

    /// Reads what answers compute with.
    pub(super) async fn warm(&self) -> Result<(), StoreError> {
        self.surroundings.get_or_try_init(|| self.load_surroundings()).await?;
        Ok(())
    }

    /// A statement, prepared where connections keep such.
    pub(super) fn query<'q>(&self, text: &'static str) -> Query<'q, Postgres, PgArguments> {
        sqlx::query(text).persistent(self.reads.prepared)
    }

    /// A transaction for what is planned once and asked often.
    pub(super) async fn begin(&self) -> Result<Transaction<'static, Postgres>, StoreError> {
        self.reads.begin().await.map_err(|error| self.failed("a connection", error))
    }

    /// A transaction in which every statement is planned for its own values.
    pub(super) async fn begin_planned(&self) -> Result<Transaction<'static, Postgres>, StoreError> {
        self.reads.begin_planned().await.map_err(|error| self.failed("a connection", error))
    }

    /// A transaction that may take longer than others.
    pub(super) async fn begin_long(&self) -> Result<Transaction<'static, Postgres>, StoreError> {
        self.reads.begin_long().await.map_err(|error| self.failed("a connection", error))
    }

    /// That the release is still kept: nothing found in one that is gone says nothing.
    pub(super) async fn still_there(&self, connection: &mut PgConnection) -> Result<(), StoreError> {
        let asking = sqlx::query_scalar("SELECT EXISTS (SELECT FROM terrikon.releases WHERE serial = $1)");
        let there = asking.persistent(self.reads.prepared).bind(self.serial).fetch_one(connection).await;
        if there.map_err(|error| self.failed("releases", error))? {
            Ok(())
        } else {
            Err(StoreError::Gone(self.id.clone()))
        }
    }

    /// Why reading failed, for the log.
    pub(super) fn failed(&self, doing: &str, error: sqlx::Error) -> StoreError {
        refused(doing, error)
    }

    async fn load_surroundings(&self) -> Result<Arc<Surroundings>, StoreError> {
        let mut reading =
            self.reads.begin_long().await.map_err(|error| self.failed("a connection", error))?;
        let hotspots = read::table(&mut reading, self.serial, CollectionId::Hotspots).await?;
        let mut collections = Vec::new();
        for id in Surroundings::COLLECTIONS {
            collections.push(read::collection(&mut reading, self.serial, id).await?);
        }
        let population = read::population(&mut reading, self.serial).await?;
        self.still_there(&mut reading).await?;
        reading.commit().await.map_err(|error| self.failed("surroundings", error))?;
        let make = move || Surroundings::with_hotspots(hotspots.into(), &collections, &population);
        let made = tokio::task::spawn_blocking(make).await;
        Ok(Arc::new(made.map_err(StoreError::Cancelled)?))
    }
}

/// Why reading failed: no connection in time, or a statement.
pub(super) fn refused(doing: &str, error: sqlx::Error) -> StoreError {
    // 57014: it took longer than a read may.
    let took_long = error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code)
        .is_some_and(|code| code == "57014");
    match error {
        sqlx::Error::PoolTimedOut => StoreError::Busy,
        _ if took_long => StoreError::Busy,
        error => DatabaseError::Statement { doing: format!("reading {doing}"), told: Told(error) }.into(),
    }
}

fn summary(row: &sqlx::postgres::PgRow) -> sqlx::Result<Summary> {
    let name: &str = row.try_get("collection")?;
    let id = name
        .parse()
        .map_err(|unknown: terrikon_core::kind::UnknownWord| sqlx::Error::Decode(Box::new(unknown)))?;
    let corner = |column| row.try_get::<Option<f64>, _>(column);
    let [west, south, east, north] = [corner("west")?, corner("south")?, corner("east")?, corner("north")?];
    let extent = west.zip(south).zip(east.zip(north));
    Ok(Summary {
        id,
        count: usize::try_from(row.try_get::<i64, _>("features")?).unwrap_or_default(),
        extent: extent.map(|((west, south), (east, north))| Envelope { west, south, east, north }),
    })
}

#[async_trait]
impl Snapshot for PostgisSnapshot {
    fn release(&self) -> &ReleaseId {
        &self.id
    }

    fn directory(&self) -> &Directory {
        &self.directory
    }

    async fn surroundings(&self) -> Result<Arc<Surroundings>, StoreError> {
        self.surroundings.get_or_try_init(|| self.load_surroundings()).await.map(Arc::clone)
    }

    async fn items(&self, query: ItemsQuery) -> Result<Page, StoreError> {
        items::page(self, &query).await
    }

    async fn batch(&self, query: ItemsQuery) -> Result<Batch, StoreError> {
        batch::batch(self, &query).await
    }

    async fn item(&self, collection: CollectionId, id: &str) -> Result<Option<Item>, StoreError> {
        items::one(self, collection, id).await
    }

    async fn claims(&self, query: ClaimsQuery) -> Result<Page<Claim>, StoreError> {
        items::claims(self, &query).await
    }

    async fn search(&self, query: SearchQuery) -> Result<Vec<Hit>, StoreError> {
        search::find(self, &query).await
    }

    async fn tile(&self, request: TileRequest) -> Result<Vec<u8>, StoreError> {
        self.tiles.tile(self, &request).await
    }

    async fn differences(
        &self,
        older: &dyn Snapshot,
        query: DifferencesQuery,
    ) -> Result<Vec<Difference>, StoreError> {
        compare::differences(self, older.release(), &query).await
    }

    async fn count_differences(&self, older: &dyn Snapshot, rows: Rows) -> Result<Counts, StoreError> {
        compare::count(self, older.release(), rows).await
    }
}
