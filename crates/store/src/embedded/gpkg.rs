//! A release as one GeoPackage (OGC 12-128r18): what researchers download and QGIS opens is what we serve from.
//!
//! Every collection is a feature table of its own name in WGS84, with one column a field. Claims and sources are
//! attribute tables. `generalised` holds the shapes of the tile layers in whole tile units of one zoom (see
//! [`terrikon_core::release::Generalised`]); it is derived, so it is not registered as content.
//! The file is written beside its name and renamed at the end: a reader never sees half a release.

use geo::Geometry;
use geozero::{CoordDimensions, ToGeo as _, ToWkb as _, wkb::GpkgWkb};
use rusqlite::{Connection, OpenFlags, Row, ToSql, types::Value as Sql};
use serde_json::Value as Json;
use std::path::{Path, PathBuf};
use terrikon_core::{
    Claim, Collection, CollectionId, Date, Envelope, Feature, Field, FieldType, Lang, Names, Release,
    ReleaseId, Source, Validity, claim::Grade, release::Generalised,
};

/// Why a GeoPackage could not be written or read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GpkgError {
    /// SQLite says no.
    #[error("{path}: {source}")]
    Sqlite {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: rusqlite::Error,
    },
    /// The file system says no.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// It is a GeoPackage, but not one of ours, or damaged.
    #[error("{path}: table {table}, row {row}: {what}")]
    Content {
        /// The file.
        path: PathBuf,
        /// The table.
        table: String,
        /// The id of the row, or its number.
        row: String,
        /// What is wrong.
        what: String,
    },
    /// The content does not make the id that the file states.
    #[error(
        "{path} says it is release {stated}, but its content makes {found}: the file was changed or damaged; build it again with `terrikon ingest`"
    )]
    Id {
        /// The file.
        path: PathBuf,
        /// The id in the file.
        stated: String,
        /// The id of the content.
        found: ReleaseId,
    },
}

/// GeoPackage 1.3, by the application id and user version that the standard asks for.
const HEADER: &str =
    "PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300; PRAGMA page_size = 4096;";

const SCHEMA: &str = include_str!("gpkg.sql");

/// Writes a release to a file, replacing what is there only when all is written.
///
/// # Errors
/// Where the folder can't be written to or the disk is full; the old file is untouched then.
pub fn write(path: &Path, release: &Release) -> Result<(), GpkgError> {
    let part = path.with_extension(format!("part-{}", std::process::id()));
    let result = write_to(&part, release).map_err(|source| GpkgError::Sqlite { path: part.clone(), source });
    let result = result.and_then(|()| {
        std::fs::rename(&part, path).map_err(|source| GpkgError::Io { path: path.to_owned(), source })
    });
    if result.is_err() {
        // What is left of a failed write is of no use; that it can't be removed adds nothing to the error.
        let _ = std::fs::remove_file(&part);
    }
    result
}

fn write_to(path: &Path, release: &Release) -> rusqlite::Result<()> {
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
            grade_word(claim.grade),
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
    tx.commit()
}

fn write_collection(db: &Connection, collection: &Collection) -> rusqlite::Result<()> {
    let table = collection.id.as_str();
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

/// Reads a release and checks that its content makes the id that it states.
///
/// # Errors
/// Where the file can't be read, is no release of ours, or was changed.
pub fn read(path: &Path) -> Result<Release, GpkgError> {
    let sqlite = |source| GpkgError::Sqlite { path: path.to_owned(), source };
    let db =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)
            .map_err(sqlite)?;
    let stated: String =
        db.query_row("SELECT id FROM terrikon_release", [], |row| row.get(0)).map_err(sqlite)?;
    let collections = CollectionId::ALL
        .into_iter()
        .map(|id| {
            read_rows(&db, path, &collection_query(id), id.as_str(), |row| read_feature(row, id))
                .map(|rows| Collection::new(id, rows))
        })
        .collect::<Result<Vec<_>, _>>()?;
    let claims = read_rows(&db, path, "SELECT * FROM claims ORDER BY rowid", "claims", read_claim)?;
    let sources = read_rows(&db, path, "SELECT * FROM sources ORDER BY id", "sources", read_source)?;
    let generalised =
        read_rows(&db, path, "SELECT * FROM generalised ORDER BY rowid", "generalised", read_generalised)?;
    let release = Release::new(collections, claims, sources, generalised);
    if release.id.as_str() == stated {
        Ok(release)
    } else {
        Err(GpkgError::Id { path: path.to_owned(), stated, found: release.id })
    }
}

/// The id of the release in a file, without reading the rest.
///
/// # Errors
/// Where the file is no release of ours.
pub fn read_id(path: &Path) -> Result<ReleaseId, GpkgError> {
    let sqlite = |source| GpkgError::Sqlite { path: path.to_owned(), source };
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(sqlite)?;
    let stated: String =
        db.query_row("SELECT id FROM terrikon_release", [], |row| row.get(0)).map_err(sqlite)?;
    ReleaseId::parse(&stated).ok_or_else(|| GpkgError::Content {
        path: path.to_owned(),
        table: "terrikon_release".to_owned(),
        row: stated,
        what: "is no release id".to_owned(),
    })
}

fn collection_query(id: CollectionId) -> String {
    format!("SELECT * FROM {} ORDER BY fid", id.as_str())
}

type RowResult<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

fn read_rows<T>(
    db: &Connection,
    path: &Path,
    query: &str,
    table: &str,
    mut read: impl FnMut(&Row<'_>) -> RowResult<T>,
) -> Result<Vec<T>, GpkgError> {
    let sqlite = |source| GpkgError::Sqlite { path: path.to_owned(), source };
    let mut statement = db.prepare(query).map_err(sqlite)?;
    let mut rows = statement.query([]).map_err(sqlite)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next().map_err(sqlite)? {
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
        grade: match grade.as_str() {
            "A" => Grade::A,
            "B" => Grade::B,
            "C" => Grade::C,
            other => return Err(format!("grade \"{other}\" is not A, B or C").into()),
        },
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

fn validity(row: &Row<'_>) -> RowResult<Validity> {
    let day = |column: &str| -> RowResult<Option<Date>> {
        Ok(row.get::<_, Option<String>>(column)?.map(|text| text.parse()).transpose()?)
    };
    Ok(Validity { valid_from: day("valid_from")?, valid_to: day("valid_to")? })
}

fn day(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

fn geometry(blob: Vec<u8>) -> RowResult<Geometry<f64>> {
    Ok(GpkgWkb(blob).to_geo()?)
}

fn blob(geometry: &Geometry<f64>, srs: i32) -> rusqlite::Result<Vec<u8>> {
    let envelope = Envelope::of(geometry).map(|e| vec![e.west, e.east, e.south, e.north]).unwrap_or_default();
    geometry
        .to_gpkg_wkb(CoordDimensions::xy(), Some(srs), envelope)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

const fn sql_type(holds: FieldType) -> &'static str {
    match holds {
        FieldType::Text | FieldType::List => "TEXT",
        FieldType::Integer => "INTEGER",
        FieldType::Real => "DOUBLE",
    }
}

const fn grade_word(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "A",
        Grade::B => "B",
        Grade::C => "C",
    }
}

/// A list becomes a JSON array in text: QGIS and GDAL show it, and nothing is lost in commas.
fn to_sql(value: Option<&Json>) -> Sql {
    match value {
        None | Some(Json::Null) => Sql::Null,
        Some(Json::Bool(yes)) => Sql::Integer(i64::from(*yes)),
        Some(Json::Number(number)) => {
            number.as_i64().map_or_else(|| number.as_f64().map_or(Sql::Null, Sql::Real), Sql::Integer)
        }
        Some(Json::String(text)) => Sql::Text(text.clone()),
        Some(list) => Sql::Text(list.to_string()),
    }
}

fn from_sql(row: &Row<'_>, field: &Field) -> RowResult<Option<Json>> {
    Ok(match field.holds {
        FieldType::Text => row.get::<_, Option<String>>(field.name)?.map(Json::from),
        FieldType::Integer => row.get::<_, Option<i64>>(field.name)?.map(Json::from),
        FieldType::Real => row.get::<_, Option<f64>>(field.name)?.map(Json::from),
        FieldType::List => {
            row.get::<_, Option<String>>(field.name)?.map(|text| serde_json::from_str(&text)).transpose()?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{line_string, point, polygon};
    use serde_json::json;
    use terrikon_core::AreaAt;

    fn release() -> Release {
        let mut hotspot = Feature {
            id: "kz-temirtau-air".to_owned(),
            geometry: Some(point!(x: 72.9667, y: 50.0667).into()),
            position: Some([72.9667, 50.0667]),
            oblasts: vec![AreaAt { code: "KZ-35".to_owned(), validity: Validity::ALWAYS }],
            raion: Some("KZ352000".to_owned()),
            ..Feature::default()
        };
        hotspot.names.set(Lang::Kk, "Теміртау");
        hotspot.properties.insert("kind".to_owned(), json!("industrial_town"));
        hotspot.properties.insert("pollutants".to_owned(), json!(["SO2", "H2S"]));
        hotspot.properties.insert("position_accuracy_m".to_owned(), json!(5000));
        let oblast = Feature {
            id: "KZ-35".to_owned(),
            geometry: Some(
                polygon![(x: 70.0, y: 45.0), (x: 75.0, y: 45.0), (x: 75.0, y: 50.0), (x: 70.0, y: 45.0)]
                    .into(),
            ),
            validity: Validity { valid_from: Some("2022-06-08".parse().unwrap()), valid_to: None },
            ..Feature::default()
        };
        let claim = Claim {
            subject: "kz-temirtau-air".to_owned(),
            property: "people_affected".to_owned(),
            value: "170000".to_owned(),
            value_low: Some(170_000.0),
            value_high: Some(170_000.0),
            unit: "people".to_owned(),
            year: "c. 2014".to_owned(),
            meaning: "estimate of the NGO".to_owned(),
            source: "arnika".to_owned(),
            grade: Grade::A,
            note: String::new(),
        };
        let source = Source {
            id: "arnika".to_owned(),
            title: "Press release".to_owned(),
            publisher: "Arnika".to_owned(),
            date: "2014".to_owned(),
            date_note: String::new(),
            language: "en".to_owned(),
            url: "https://arnika.org".to_owned(),
            licence: String::new(),
            attribution: true,
            share_alike: false,
            commercial: "unknown".to_owned(),
        };
        let border = Generalised {
            layer: "borders".to_owned(),
            feature: "KZ-35|KZ-62".to_owned(),
            level: Some("oblast".to_owned()),
            validity: oblast.validity,
            zoom: 5,
            geometry: line_string![(x: 1.0, y: 2.0), (x: 3.0, y: 4.0)].into(),
        };
        Release::new(
            vec![
                Collection::new(CollectionId::Hotspots, vec![hotspot]),
                Collection::new(CollectionId::Oblasts, vec![oblast]),
            ],
            vec![claim],
            vec![source],
            vec![border],
        )
    }

    #[test]
    fn a_release_survives_the_file_to_the_last_field() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("release.gpkg");
        let written = release();
        write(&path, &written).unwrap();
        assert_eq!(read(&path).unwrap(), written);
        assert_eq!(read_id(&path).unwrap(), written.id);
    }

    #[test]
    fn a_changed_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("release.gpkg");
        write(&path, &release()).unwrap();
        Connection::open(&path).unwrap().execute("UPDATE claims SET value = '17'", []).unwrap();
        assert!(matches!(read(&path), Err(GpkgError::Id { .. })));
    }
}
