//! Writing a release: all of it, or nothing.

use super::{
    GpkgError,
    columns::{blob, day, sql_type, table, to_sql},
    image,
    read::sqlite_error,
};
use crate::{embedded::packed::Many, raster};
use rusqlite::{Connection, ToSql, types::Value as Sql};
use std::path::Path;
use terrikon_core::{Collection, Envelope, Lang, Release, population::PopulationSource};

/// GeoPackage 1.3, by the application id and user version that the standard asks for.
const HEADER: &str =
    "PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300; PRAGMA page_size = 4096;";

const SCHEMA: &str = include_str!("schema.sql");

/// Writes a release to a file, replacing what is there only when all is written.
///
/// # Errors
/// Where the folder can't be written to or the disk is full; the old file is untouched then.
pub fn write(path: &Path, release: &Release) -> Result<(), GpkgError> {
    let part = path.with_extension(format!("part-{}", std::process::id()));
    let result = write_to(&part, release)
        .map_err(sqlite_error(&part))
        .and_then(|mut db| image::write(&mut db, &part, &Many::of(release).with_clusters(&release.id)));
    let result = result.and_then(|()| {
        std::fs::rename(&part, path).map_err(|source| GpkgError::Io { path: path.to_owned(), source })
    });
    if result.is_err() {
        // What is left of a failed write is of no use; that it can't be removed adds nothing to the error.
        let _ = std::fs::remove_file(&part);
    }
    result
}

fn write_to(path: &Path, release: &Release) -> rusqlite::Result<Connection> {
    let mut db = Connection::open(path)?;
    db.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")?;
    db.execute_batch(HEADER)?;
    let tx = db.transaction()?;
    tx.execute_batch(SCHEMA)?;
    tx.execute("INSERT INTO terrikon_release (id) VALUES (?1)", [release.id.as_str()])?;
    for collection in &release.collections {
        write_collection(&tx, collection)?;
    }
    let mut insert = tx.prepare(
        "INSERT INTO claims (subject, property, value, value_low, value_high, unit, year, meaning, source, grade, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    for claim in &release.claims {
        insert.execute(rusqlite::params![
            claim.subject,
            claim.property,
            claim.value,
            claim.value_low,
            claim.value_high,
            claim.unit,
            claim.year,
            claim.meaning,
            claim.source,
            claim.grade.as_str(),
            claim.note,
        ])?;
    }
    drop(insert);
    let mut insert = tx.prepare(
        "INSERT INTO sources (id, title, publisher, date, date_note, language, url, licence, attribution, share_alike, commercial)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    for source in &release.sources {
        insert.execute(rusqlite::params![
            source.id,
            source.title,
            source.publisher,
            source.date,
            source.date_note,
            source.language,
            source.url,
            source.licence,
            source.attribution,
            source.share_alike,
            source.commercial,
        ])?;
    }
    drop(insert);
    let mut insert = tx.prepare(
        "INSERT INTO generalised (layer, feature, level, valid_from, valid_to, zoom, geom) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for shape in &release.generalised {
        insert.execute(rusqlite::params![
            shape.layer,
            shape.feature,
            shape.level,
            day(shape.validity.valid_from),
            day(shape.validity.valid_to),
            shape.zoom,
            blob(&shape.geometry, 0)?,
        ])?;
    }
    drop(insert);
    let mut insert =
        tx.prepare("INSERT INTO population (id, source, year, counts, grid) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for PopulationSource { grid, counts } in &release.population {
        let packed =
            raster::pack(grid).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        insert.execute(rusqlite::params![grid.id(), grid.source(), grid.year(), counts, packed])?;
    }
    drop(insert);
    tx.commit()?;
    Ok(db)
}

fn write_collection(db: &Connection, collection: &Collection) -> rusqlite::Result<()> {
    let table = table(collection.id);
    let fields = collection.id.fields();
    let columns: String =
        fields.iter().map(|field| format!(", {} {}", field.name, sql_type(field.holds))).collect();
    // Table and column names come from the tables in terrikon_core::collection, never from outside.
    db.execute_batch(&format!(
        "CREATE TABLE {table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom GEOMETRY, id TEXT NOT NULL UNIQUE,
            name_en TEXT, name_ru TEXT, name_kk TEXT, name_ky TEXT, valid_from DATE, valid_to DATE, oblast TEXT, oblasts TEXT,
            raion TEXT, lon DOUBLE, lat DOUBLE{columns});"
    ))?;
    let names: String = fields.iter().map(|field| format!(", {}", field.name)).collect();
    let marks: String = (14..14 + fields.len()).map(|n| format!(", ?{n}")).collect();
    let mut insert = db.prepare(&format!(
        "INSERT INTO {table} (geom, id, name_en, name_ru, name_kk, name_ky, valid_from, valid_to, oblast, oblasts, raion, lon, lat{names})
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13{marks})"
    ))?;
    let mut extent: Option<Envelope> = None;
    for feature in &collection.features {
        let current =
            feature.oblasts.iter().find(|area| area.validity.is_current()).map(|area| area.code.clone());
        let oblasts = (!feature.oblasts.is_empty()).then(|| {
            serde_json::to_string(&feature.oblasts)
                .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
        });
        let mut row: Vec<Sql> = vec![
            feature.geometry.as_ref().map(|geometry| blob(geometry, 4326)).transpose()?.into(),
            feature.id.clone().into(),
        ];
        row.extend(Lang::ALL.map(|lang| Sql::from(feature.names.get(lang).map(ToOwned::to_owned))));
        row.push(day(feature.validity.valid_from).into());
        row.push(day(feature.validity.valid_to).into());
        row.push(current.into());
        row.push(oblasts.transpose()?.into());
        row.push(feature.raion.clone().into());
        row.push(feature.position.map(|[lon, _]| lon).into());
        row.push(feature.position.map(|[_, lat]| lat).into());
        row.extend(fields.iter().map(|field| to_sql(feature.properties.get(field.name))));
        insert.execute(rusqlite::params_from_iter(row.iter().map(|value| value as &dyn ToSql)))?;
        if let Some(envelope) = feature.envelope() {
            extent = Some(extent.map_or(envelope, |so_far| so_far.union(&envelope)));
        }
    }
    let bounds = extent.map(|e| [e.west, e.south, e.east, e.north]);
    db.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, min_x, min_y, max_x, max_y, srs_id)
         VALUES (?1, 'features', ?1, '1970-01-01T00:00:00.000Z', ?2, ?3, ?4, ?5, 4326)",
        rusqlite::params![table, bounds.map(|b| b[0]), bounds.map(|b| b[1]), bounds.map(|b| b[2]), bounds.map(|b| b[3])],
    )?;
    db.execute(
        "INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m)
         VALUES (?1, 'geom', 'GEOMETRY', 4326, 0, 0)",
        [table],
    )?;
    Ok(())
}
