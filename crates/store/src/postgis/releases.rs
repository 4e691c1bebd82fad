//! Releases as an editor and an operator handle them: list, publish, go back, remove.

use super::{DatabaseError, connect, read};
use sqlx::{PgConnection, Row as _};
use terrikon_core::{Release, ReleaseId};

/// A release that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: ReleaseId,
    /// When it was written, UTC, as ISO 8601.
    pub written_at: String,
    /// By whom: a role of the database.
    pub written_by: String,
    /// The version of the program that wrote it.
    pub program: String,
    /// How many hotspots it has.
    pub hotspots: u64,
    /// When it was last published, UTC; `None` where it never was.
    pub published_at: Option<String>,
    /// Whether it is served now.
    pub current: bool,
    /// Whether it was served before the current one: what [`Releases::roll_back`] goes back to.
    pub before: bool,
    /// When it was last published, or written if that was later; ordered as text.
    pub last_use: String,
}

/// The release that was served before the current one, and is still kept.
macro_rules! before {
    () => {
        "SELECT publications.release FROM terrikon.publications JOIN terrikon.releases ON releases.id = publications.release WHERE releases.serial <> (SELECT release FROM terrikon.current) ORDER BY publications.serial DESC LIMIT 1"
    };
}

const BEFORE: &str = before!();

const LIST: &str = concat!(
    "SELECT id, to_char(written_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') AS written_at, written_by, program, coalesce(features, 0) AS hotspots, (SELECT to_char(max(published_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM terrikon.publications WHERE publications.release = releases.id) AS published_at, to_char(greatest(written_at, (SELECT max(published_at) FROM terrikon.publications WHERE publications.release = releases.id)) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US') AS last_use, EXISTS (SELECT FROM terrikon.current WHERE current.release = releases.serial) AS current, coalesce(releases.id = (",
    before!(),
    "), false) AS before FROM terrikon.releases LEFT JOIN terrikon.collections ON collections.release = serial AND collection = 'hotspots' ORDER BY serial DESC"
);

/// A connection of somebody who handles releases.
#[derive(Debug)]
pub struct Releases(PgConnection);

impl Releases {
    /// Connects, and brings the schema up to date where the role may.
    ///
    /// # Errors
    /// [`DatabaseError`] where the database can't be reached or its schema can't be brought up to date.
    pub async fn open(url: &str) -> Result<Self, DatabaseError> {
        let mut connection = connect::writer(url).await?;
        connect::migrate(&mut connection).await?;
        Ok(Self(connection))
    }

    /// All that are kept, the last written first.
    ///
    /// # Errors
    /// [`DatabaseError`] where the database can't be read.
    pub async fn list(&mut self) -> Result<Vec<Kept>, DatabaseError> {
        list(&mut self.0, false).await.map_err(DatabaseError::doing("listing releases"))
    }

    /// Everything of a release.
    ///
    /// # Errors
    /// [`DatabaseError::NoSuchRelease`], or where it can't be read.
    pub async fn read(&mut self, id: &str) -> Result<Release, DatabaseError> {
        let finding =
            sqlx::query_scalar("SELECT serial FROM terrikon.releases WHERE id = $1").persistent(false);
        let serial: Option<i32> = finding
            .bind(id)
            .fetch_optional(&mut self.0)
            .await
            .map_err(DatabaseError::doing("finding a release"))?;
        let serial = serial.ok_or_else(|| DatabaseError::NoSuchRelease(id.to_owned()))?;
        read::release(&mut self.0, serial).await
    }

    /// Serves a release from now on.
    ///
    /// # Errors
    /// [`DatabaseError::NoSuchRelease`], or where the role may not.
    pub async fn publish(&mut self, id: &str) -> Result<(), DatabaseError> {
        publish_in(&mut self.0, id).await
    }

    /// Serves the release that was served before the current one, and says which.
    ///
    /// # Errors
    /// [`DatabaseError::NothingBefore`], or where the role may not.
    pub async fn roll_back(&mut self) -> Result<String, DatabaseError> {
        let before = self.before().await?.ok_or(DatabaseError::NothingBefore)?;
        publish_in(&mut self.0, &before).await?;
        Ok(before)
    }

    /// The release that was served before the current one, if it is still kept.
    async fn before(&mut self) -> Result<Option<String>, DatabaseError> {
        let finding = sqlx::query_scalar(BEFORE).persistent(false).fetch_optional(&mut self.0).await;
        finding.map_err(DatabaseError::doing("looking what was served before"))
    }

    /// Removes a release. The one that is served stays.
    ///
    /// # Errors
    /// [`DatabaseError`] where it is served, is not there, or readers hold it for too long.
    pub async fn remove(&mut self, id: &str) -> Result<(), DatabaseError> {
        let removing = sqlx::query("SELECT terrikon.drop_release($1)").persistent(false).bind(id);
        removing.execute(&mut self.0).await.map_err(missing(id, "removing a release"))?;
        Ok(())
    }
}

/// All that are kept, the last written first.
pub(super) async fn list(connection: &mut PgConnection, prepared: bool) -> sqlx::Result<Vec<Kept>> {
    let rows = sqlx::query(LIST).persistent(prepared).fetch_all(connection).await?;
    rows.iter().map(kept).collect()
}

/// Publishes within a transaction or on its own.
pub(super) async fn publish_in(connection: &mut PgConnection, id: &str) -> Result<(), DatabaseError> {
    let publishing = sqlx::query("SELECT terrikon.publish($1)").persistent(false).bind(id);
    publishing.execute(connection).await.map_err(missing(id, "publishing a release"))?;
    Ok(())
}

/// `P0002` (no data found) is what the functions of the schema raise where there is no such release.
fn missing<'a>(id: &'a str, doing: &'a str) -> impl FnOnce(sqlx::Error) -> DatabaseError + 'a {
    move |error| {
        let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
        if code.as_deref() == Some("P0002") {
            DatabaseError::NoSuchRelease(id.to_owned())
        } else {
            DatabaseError::doing(doing)(error)
        }
    }
}

fn kept(row: &sqlx::postgres::PgRow) -> sqlx::Result<Kept> {
    let id: &str = row.try_get("id")?;
    Ok(Kept {
        id: ReleaseId::parse(id).ok_or_else(|| sqlx::Error::Decode(format!("\"{id}\" is no id").into()))?,
        written_at: row.try_get("written_at")?,
        written_by: row.try_get("written_by")?,
        program: row.try_get("program")?,
        hotspots: row.try_get::<i64, _>("hotspots")?.unsigned_abs(),
        published_at: row.try_get("published_at")?,
        current: row.try_get("current")?,
        before: row.try_get("before")?,
        last_use: row.try_get("last_use")?,
    })
}
