//! Writing a release: all of it in one transaction, or nothing.

use super::{DatabaseError, connect, epochs, read, rows::Rows};
use sqlx::{Connection as _, PgConnection};
use terrikon_core::Release;

/// What became of a release that was to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It was written now.
    Now,
    /// It was there: the same content has the same id.
    Before,
}

/// Writes a release, reads it back, and keeps it if it is the same; `publish` also serves it from now on. The schema is
/// brought up to date first. Servers are not held up meanwhile.
///
/// # Errors
/// [`DatabaseError`] where the database can't be reached, refuses a row, is being written to by another, or is full: nothing
/// is kept then.
pub async fn write(url: &str, release: &Release, publish: bool) -> Result<Written, DatabaseError> {
    let mut connection = connect::writer(url).await?;
    connect::migrate(&mut connection).await?;
    let mut transaction = connection.begin().await.map_err(DatabaseError::doing("beginning to write"))?;
    let written = write_all(&mut transaction, release).await?;
    if publish {
        super::releases::publish_in(&mut transaction, release.id.as_str()).await?;
    }
    transaction.commit().await.map_err(DatabaseError::doing("keeping what was written"))?;
    // That it is closed properly adds nothing to what was kept.
    let _ = connection.close().await;
    Ok(written)
}

async fn write_all(connection: &mut PgConnection, release: &Release) -> Result<Written, DatabaseError> {
    let beginning = DatabaseError::doing("beginning a release");
    sqlx::query("SELECT terrikon.lock_writing()").execute(&mut *connection).await.map_err(&beginning)?;
    let there: Option<i32> = sqlx::query_scalar("SELECT serial FROM terrikon.releases WHERE id = $1")
        .bind(release.id.as_str())
        .fetch_optional(&mut *connection)
        .await
        .map_err(&beginning)?;
    if there.is_some() {
        return Ok(Written::Before);
    }
    let epochs = epochs::of(release);
    let facts = crate::Directory::of(release);
    let serial: i32 = sqlx::query_scalar("SELECT terrikon.begin_release($1, $2, $3::text[]::date[], $4, $5)")
        .bind(release.id.as_str())
        .bind(env!("CARGO_PKG_VERSION"))
        .bind(facts.changes().map(|day| day.to_string()).collect::<Vec<_>>())
        .bind(facts.pollutants.iter().cloned().collect::<Vec<_>>())
        .bind(epochs.first().and_then(|span| span.valid_from).map(super::cells::day))
        .fetch_one(&mut *connection)
        .await
        .map_err(&beginning)?;
    Rows { connection: &mut *connection, serial }.write(release, &epochs).await?;
    sqlx::query("SELECT terrikon.finish_release($1)")
        .bind(serial)
        .execute(&mut *connection)
        .await
        .map_err(DatabaseError::doing("checking and indexing what was written"))?;
    let read = read::release(connection, serial).await?;
    if read.id == release.id {
        Ok(Written::Now)
    } else {
        Err(DatabaseError::ReadsDifferently { written: release.id.clone(), read: read.id })
    }
}
