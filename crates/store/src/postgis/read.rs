//! A release out of the database, or a part of it.

use super::{
    DatabaseError,
    cells::{feature, geometry, validity},
    statements,
};
use crate::raster;
use futures_util::{Stream, TryStreamExt as _};
use sqlx::{PgConnection, Row as _, postgres::PgRow};
use std::{future::ready, pin::pin};
use terrikon_core::{
    Claim, Collection, CollectionId, Feature, Release, Source,
    population::PopulationSource,
    release::Generalised,
    table::{FeatureTable, FeatureTableBuilder},
};

/// Everything of a release.
pub(super) async fn release(connection: &mut PgConnection, serial: i32) -> Result<Release, DatabaseError> {
    let mut collections = Vec::new();
    for id in CollectionId::ALL {
        collections.push(collection(connection, serial, id).await?);
    }
    let claims = "SELECT * FROM terrikon.claims WHERE release = $1 ORDER BY sequence";
    let claims = rows(connection, serial, "claims", claims, |row| Ok(claim(row)?)).await?;
    let sources = sources(connection, serial).await?;
    let generalised = "SELECT layer, feature, level, valid_from, valid_to, zoom, geom::bytea AS geom FROM terrikon.generalised WHERE release = $1 ORDER BY sequence";
    let generalised = rows(connection, serial, "generalised", generalised, piece).await?;
    let population = population(connection, serial).await?;
    Ok(Release::new(collections, claims, sources, generalised, population))
}

/// A collection of a release.
pub(super) async fn collection(
    connection: &mut PgConnection,
    serial: i32,
    id: CollectionId,
) -> Result<Collection, DatabaseError> {
    let features = features(connection, serial, id).try_collect().await?;
    Ok(Collection::new(id, features))
}

/// A collection of a release, packed while it comes: a million features as they are would take gigabytes.
pub(super) async fn table(
    connection: &mut PgConnection,
    serial: i32,
    id: CollectionId,
) -> Result<FeatureTable, DatabaseError> {
    let mut features = pin!(features(connection, serial, id));
    let mut builder = FeatureTableBuilder::new(id);
    while let Some(feature) = features.try_next().await? {
        builder.push(feature);
    }
    Ok(builder.finish())
}

/// The features of a collection in the order of their ids.
fn features(
    connection: &mut PgConnection,
    serial: i32,
    id: CollectionId,
) -> impl Stream<Item = Result<Feature, DatabaseError>> {
    let statement = statements::of(id);
    let rows = sqlx::query(statement.all).bind(serial).persistent(false).fetch(connection);
    rows.map_err(DatabaseError::doing(statement.table)).and_then(move |row| ready(feature(&row, id)))
}

/// The sources of a release, ordered by id.
pub(super) async fn sources(
    connection: &mut PgConnection,
    serial: i32,
) -> Result<Vec<Source>, DatabaseError> {
    let statement = "SELECT * FROM terrikon.sources WHERE release = $1 ORDER BY id";
    rows(connection, serial, "sources", statement, |row| Ok(source(row)?)).await
}

/// The rasters of people of a release, the primary one first.
pub(super) async fn population(
    connection: &mut PgConnection,
    serial: i32,
) -> Result<Vec<PopulationSource>, DatabaseError> {
    let statement = "SELECT * FROM terrikon.population WHERE release = $1 ORDER BY sequence";
    rows(connection, serial, "population", statement, raster_of).await
}

/// A reason why a row is not what we wrote.
type RowResult<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

async fn rows<T>(
    connection: &mut PgConnection,
    serial: i32,
    table: &'static str,
    statement: &'static str,
    read: impl Fn(&PgRow) -> RowResult<T>,
) -> Result<Vec<T>, DatabaseError> {
    let mut rows = sqlx::query(statement).bind(serial).persistent(false).fetch(connection);
    let mut found = Vec::new();
    while let Some(row) = rows.try_next().await.map_err(DatabaseError::doing(table))? {
        let number = (found.len() + 1).to_string();
        found.push(read(&row).map_err(|error| DatabaseError::Content {
            table,
            row: number,
            what: error.to_string(),
        })?);
    }
    Ok(found)
}

/// A row of claims.
pub(super) fn claim(row: &PgRow) -> sqlx::Result<Claim> {
    let grade: &str = row.try_get("grade")?;
    Ok(Claim {
        subject: row.try_get("subject")?,
        property: row.try_get("property")?,
        value: row.try_get("value")?,
        value_low: row.try_get("value_low")?,
        value_high: row.try_get("value_high")?,
        unit: row.try_get("unit")?,
        year: row.try_get("year")?,
        meaning: row.try_get("meaning")?,
        source: row.try_get("source")?,
        grade: grade.parse().map_err(|unknown| sqlx::Error::Decode(Box::new(unknown)))?,
        note: row.try_get("note")?,
    })
}

fn source(row: &PgRow) -> sqlx::Result<Source> {
    Ok(Source {
        id: row.try_get("id")?,
        title: row.try_get("title")?,
        publisher: row.try_get("publisher")?,
        date: row.try_get("date")?,
        date_note: row.try_get("date_note")?,
        language: row.try_get("language")?,
        url: row.try_get("url")?,
        licence: row.try_get("licence")?,
        attribution: row.try_get("attribution")?,
        share_alike: row.try_get("share_alike")?,
        commercial: row.try_get("commercial")?,
    })
}

fn piece(row: &PgRow) -> RowResult<Generalised> {
    Ok(Generalised {
        layer: row.try_get("layer")?,
        feature: row.try_get("feature")?,
        level: row.try_get("level")?,
        validity: validity(row)?,
        zoom: u8::try_from(row.try_get::<i16, _>("zoom")?)?,
        geometry: geometry(row)?.ok_or("it has no shape")?,
    })
}

fn raster_of(row: &PgRow) -> RowResult<PopulationSource> {
    let grid = raster::unpack(
        row.try_get("grid")?,
        row.try_get("id")?,
        row.try_get("source")?,
        row.try_get("year")?,
    )?;
    Ok(PopulationSource { grid, counts: row.try_get("counts")? })
}
