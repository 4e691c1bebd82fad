//! A release as one GeoPackage (OGC 12-128r18): what researchers download and QGIS opens is what we serve from.
//!
//! Every collection is a feature table of its own name in WGS84, with one column a field. Claims and sources are
//! attribute tables. `generalised` holds the shapes of the tile layers in whole tile units of one zoom (see
//! [`terrikon_core::release::Generalised`]); it is derived, so it is not registered as content. So is what lies packed for serving (`image`).
//! The file is written beside its name and renamed at the end: a reader never sees half a release.

mod columns;
mod image;
mod read;
mod write;

pub(super) use image::read_packed;
pub use read::read;
use std::path::PathBuf;
use terrikon_core::{ReleaseId, table::ImageError};
pub use write::write;

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
    /// What lies packed can't be unpacked.
    #[error(transparent)]
    Image(#[from] ImageError),
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

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{line_string, point, polygon};
    use rusqlite::Connection;
    use serde_json::json;
    use terrikon_core::{
        AreaAt, Claim, Collection, CollectionId, Feature, Lang, Release, Source, Validity, claim::Grade,
        release::Generalised,
    };

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
            vec![],
        )
    }

    #[test]
    fn a_release_survives_the_file_to_the_last_field() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("release.gpkg");
        let written = release();
        write(&path, &written).unwrap();
        assert_eq!(read(&path).unwrap(), written);
    }

    #[test]
    fn what_lies_packed_is_what_the_rows_say() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("release.gpkg");
        let written = release();
        write(&path, &written).unwrap();
        let packed = read_packed(&path).unwrap().expect("the file is as it was written");
        assert_eq!(packed.rest.id, written.id);
        assert_eq!(packed.many.hotspots.feature(0), written.collection(CollectionId::Hotspots).features[0]);
        assert_eq!(packed.many.claims.of("kz-temirtau-air"), written.claims);
        assert_eq!(packed.rest.generalised, written.generalised);
    }

    #[test]
    fn any_change_breaks_the_seal_and_one_of_the_content_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("release.gpkg");
        write(&path, &release()).unwrap();
        let change = |sql: &str| Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        change("VACUUM");
        assert!(read_packed(&path).unwrap().is_none(), "the rows are read");
        assert_eq!(read(&path).unwrap(), release());
        change("UPDATE hotspots SET name_kk = 'Qarağandy'");
        assert!(read_packed(&path).unwrap().is_none());
        assert!(matches!(
            crate::EmbeddedStore::open(&path),
            Err(crate::StoreError::Gpkg(GpkgError::Id { .. }))
        ));
    }

    #[test]
    fn a_damaged_image_is_not_used_though_its_seal_holds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("release.gpkg");
        write(&path, &release()).unwrap();
        let db = Connection::open(&path).unwrap();
        // Two changes: the seal counts both beforehand.
        db.execute_batch("UPDATE terrikon_seal SET changes = changes + 2; UPDATE terrikon_packed SET bytes = x'00' WHERE name = 'weights'")
            .unwrap();
        drop(db);
        assert!(read_packed(&path).unwrap().is_none());
        crate::EmbeddedStore::open(&path).unwrap();
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
