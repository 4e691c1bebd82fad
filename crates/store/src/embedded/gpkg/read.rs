//! Reading a release, and checking that it is what it says.

use super::{
    GpkgError,
    columns::{RowResult, from_sql, geometry, table},
};
use crate::raster;
use rusqlite::{Connection, OpenFlags, Row};
use std::path::Path;
use terrikon_core::{
    Claim, Collection, CollectionId, Date, Feature, Lang, Names, Release, ReleaseId, Source, Validity,
    population::PopulationSource, release::Generalised,
};

/// Reads a release and checks that its content makes the id that it states.
///
/// # Errors
/// Where the file can't be read, is no release of ours, or was changed.
pub fn read(path: &Path) -> Result<Release, GpkgError> {
    let db = open(path)?;
    let Release { id: stated, collections, sources, generalised, population, .. } = rest(&db, path, &[])?;
    let claims = read_rows(&db, path, "SELECT * FROM claims ORDER BY rowid", "claims", read_claim)?;
    let release = Release::new(collections, claims, sources, generalised, population);
    if release.id == stated {
        Ok(release)
    } else {
        Err(GpkgError::Id { path: path.to_owned(), stated: stated.to_string(), found: release.id })
    }
}

pub(super) fn open(path: &Path) -> Result<Connection, GpkgError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(path, flags).map_err(sqlite_error(path))
}

/// What SQLite says of a file.
pub(super) fn sqlite_error(path: &Path) -> impl Fn(rusqlite::Error) -> GpkgError {
    let path = path.to_owned();
    move |source| GpkgError::Sqlite { path: path.clone(), source }
}

/// A release but for its claims and the features of some collections, under the id that the file states.
pub(super) fn rest(db: &Connection, path: &Path, without: &[CollectionId]) -> Result<Release, GpkgError> {
    let sqlite = sqlite_error(path);
    let stated: String =
        db.query_row("SELECT id FROM terrikon_release", [], |row| row.get(0)).map_err(&sqlite)?;
    let collections = CollectionId::ALL
        .into_iter()
        .map(|id| {
            if without.contains(&id) {
                return Ok(Collection::new(id, Vec::new()));
            }
            // Releases from before there were observations have no tables of them.
            if id.is_observation() && !has_table(db, &table(id)).map_err(&sqlite)? {
                return Ok(Collection::new(id, Vec::new()));
            }
            read_rows(db, path, &collection_query(id), &table(id), |row| read_feature(row, id))
                .map(|rows| Collection::new(id, rows))
        })
        .collect::<Result<Vec<_>, _>>()?;
    let sources = read_rows(db, path, "SELECT * FROM sources ORDER BY id", "sources", read_source)?;
    let generalised =
        read_rows(db, path, "SELECT * FROM generalised ORDER BY rowid", "generalised", read_generalised)?;
    let population =
        read_rows(db, path, "SELECT * FROM population ORDER BY fid", "population", read_population)?;
    let id = ReleaseId::parse(&stated).ok_or_else(|| GpkgError::Content {
        path: path.to_owned(),
        table: "terrikon_release".to_owned(),
        row: "1".to_owned(),
        what: format!("\"{stated}\" is no id of a release"),
    })?;
    Ok(Release { id, collections, claims: Vec::new(), sources, generalised, population })
}

fn has_table(db: &Connection, table: &str) -> rusqlite::Result<bool> {
    db.query_row("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?1", [table], |row| {
        Ok(row.get::<_, i64>(0)? > 0)
    })
}

fn collection_query(id: CollectionId) -> String {
    format!("SELECT * FROM {} ORDER BY fid", table(id))
}

fn read_rows<T>(
    db: &Connection,
    path: &Path,
    query: &str,
    table: &str,
    mut read: impl FnMut(&Row<'_>) -> RowResult<T>,
) -> Result<Vec<T>, GpkgError> {
    let sqlite = sqlite_error(path);
    let mut statement = db.prepare(query).map_err(&sqlite)?;
    let mut rows = statement.query([]).map_err(&sqlite)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next().map_err(&sqlite)? {
        found.push(read(row).map_err(|error| GpkgError::Content {
            path: path.to_owned(),
            table: table.to_owned(),
            row: (found.len() + 1).to_string(),
            what: error.to_string(),
        })?);
    }
    Ok(found)
}

fn read_feature(row: &Row<'_>, collection: CollectionId) -> RowResult<Feature> {
    let mut names = Names::default();
    for lang in Lang::ALL {
        if let Some(name) = row.get::<_, Option<String>>(format!("name_{lang}").as_str())? {
            names.set(lang, &name);
        }
    }
    let oblasts =
        row.get::<_, Option<String>>("oblasts")?.map(|text| serde_json::from_str(&text)).transpose()?;
    let position = row.get::<_, Option<f64>>("lon")?.zip(row.get::<_, Option<f64>>("lat")?);
    let mut feature = Feature {
        id: row.get("id")?,
        names,
        geometry: row.get::<_, Option<Vec<u8>>>("geom")?.map(geometry).transpose()?,
        position: position.map(|(lon, lat)| [lon, lat]),
        validity: validity(row)?,
        oblasts: oblasts.unwrap_or_default(),
        raion: row.get("raion")?,
        properties: serde_json::Map::new(),
    };
    for field in collection.fields() {
        if let Some(value) = from_sql(row, field)? {
            feature.properties.insert(field.name.to_owned(), value);
        }
    }
    Ok(feature)
}

fn read_claim(row: &Row<'_>) -> RowResult<Claim> {
    let grade: String = row.get("grade")?;
    Ok(Claim {
        subject: row.get("subject")?,
        property: row.get("property")?,
        value: row.get("value")?,
        value_low: row.get("value_low")?,
        value_high: row.get("value_high")?,
        unit: row.get("unit")?,
        year: row.get("year")?,
        meaning: row.get("meaning")?,
        source: row.get("source")?,
        grade: grade.parse()?,
        note: row.get("note")?,
    })
}

fn read_source(row: &Row<'_>) -> RowResult<Source> {
    Ok(Source {
        id: row.get("id")?,
        title: row.get("title")?,
        publisher: row.get("publisher")?,
        date: row.get("date")?,
        date_note: row.get("date_note")?,
        language: row.get("language")?,
        url: row.get("url")?,
        licence: row.get("licence")?,
        attribution: row.get("attribution")?,
        share_alike: row.get("share_alike")?,
        commercial: row.get("commercial")?,
    })
}

fn read_generalised(row: &Row<'_>) -> RowResult<Generalised> {
    Ok(Generalised {
        layer: row.get("layer")?,
        feature: row.get("feature")?,
        level: row.get("level")?,
        validity: validity(row)?,
        zoom: row.get("zoom")?,
        geometry: geometry(row.get("geom")?)?,
    })
}

fn read_population(row: &Row<'_>) -> RowResult<PopulationSource> {
    let packed: Vec<u8> = row.get("grid")?;
    let (id, source, year): (String, String, i32) = (row.get("id")?, row.get("source")?, row.get("year")?);
    let grid = raster::unpack(&packed, &id, &source, year)?;
    Ok(PopulationSource { grid, counts: row.get("counts")? })
}

fn validity(row: &Row<'_>) -> RowResult<Validity> {
    let day = |column: &str| -> RowResult<Option<Date>> {
        Ok(row.get::<_, Option<String>>(column)?.map(|text| text.parse()).transpose()?)
    };
    Ok(Validity { valid_from: day("valid_from")?, valid_to: day("valid_to")? })
}
