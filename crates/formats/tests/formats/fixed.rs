//! What files say of themselves, and what they refuse.

use crate::{chance::table, read};
use rusqlite::Connection;
use std::{fs, path::Path};
use terrikon_core::{Claim, CollectionId, Feature, Lang, ReleaseId, Source, claim::Grade};
use terrikon_formats::{Cell, FeatureRows, FileFormat, FormatError, Row, Table, features};

const FORMATS: [FileFormat; 3] = [FileFormat::GeoPackage, FileFormat::FlatGeobuf, FileFormat::GeoParquet];

fn source(id: &str, licence: &str) -> Source {
    Source {
        id: id.to_owned(),
        title: format!("Title of {id}"),
        publisher: "Publisher".to_owned(),
        date: "2014".to_owned(),
        date_note: String::new(),
        language: "en".to_owned(),
        url: format!("https://{id}.example"),
        licence: licence.to_owned(),
        attribution: true,
        share_alike: false,
        commercial: "unknown".to_owned(),
    }
}

fn claim(source: &str) -> Claim {
    Claim {
        subject: "one".to_owned(),
        property: "people_affected".to_owned(),
        value: "17".to_owned(),
        value_low: None,
        value_high: None,
        unit: String::new(),
        year: String::new(),
        meaning: String::new(),
        source: source.to_owned(),
        grade: Grade::A,
        note: String::new(),
    }
}

#[test]
fn a_row_names_every_source_of_the_feature_and_of_its_claims_once() {
    let mut feature = Feature { id: "one".to_owned(), ..Feature::default() };
    feature.properties.insert("position_source".to_owned(), "b".into());
    let claims = [claim("a"), claim("b"), claim("unknown")];
    let sources = [source("a", "CC BY 4.0"), source("b", "")].map(|source| (source.id.clone(), source));
    let (sources, raions) = (sources.into_iter().collect(), std::collections::BTreeMap::new());
    let release = ReleaseId::parse("r0123456789abcdef").unwrap();
    let rows = FeatureRows {
        collection: CollectionId::Hotspots,
        lang: Lang::Kk,
        date: terrikon_core::Date::constant(2024, 6, 30),
        skip_geometry: false,
        release: &release,
        oblasts: std::collections::BTreeMap::new(),
        raions: &raions,
        sources: &sources,
    };
    let row = rows.row(&feature, &claims).unwrap();
    let columns = features::columns(CollectionId::Hotspots);
    let cell = |name: &str| row.cells[columns.iter().position(|column| column.name == name).unwrap()].clone();
    let list = |words: &[&str]| Cell::List(words.iter().map(|word| (*word).to_owned().into()).collect());
    assert_eq!(cell("claims"), Cell::Integer(3));
    let cited =
        ["Publisher, Title of a, 2014, https://a.example", "Publisher, Title of b, 2014, https://b.example"];
    assert_eq!(cell("sources"), list(&cited));
    assert_eq!(cell("licences"), list(&["CC BY 4.0"]), "an unstated licence is none");
    assert_eq!(cell("release"), Cell::Text("r0123456789abcdef".into()));
    assert_eq!((cell("lon"), cell("pollutants"), cell("valid_from")), (Cell::Empty, list(&[]), Cell::Empty));
}

#[test]
fn every_collection_has_a_cell_for_each_column_and_no_name_twice() {
    let release = ReleaseId::parse("r0123456789abcdef").unwrap();
    let (sources, raions) = (std::collections::BTreeMap::new(), std::collections::BTreeMap::new());
    for collection in CollectionId::ALL {
        let rows = FeatureRows {
            collection,
            lang: Lang::En,
            date: terrikon_core::Date::constant(2024, 6, 30),
            skip_geometry: false,
            release: &release,
            oblasts: std::collections::BTreeMap::new(),
            raions: &raions,
            sources: &sources,
        };
        let columns = features::columns(collection);
        let feature = Feature { id: "one".to_owned(), ..Feature::default() };
        let row = rows.row(&feature, &[]).unwrap();
        assert_eq!(row.cells.len(), columns.len(), "{collection}");
        let names: std::collections::BTreeSet<_> = columns.iter().map(|column| column.name).collect();
        assert_eq!(names.len(), columns.len(), "{collection}");
        let folder = tempfile::tempdir().unwrap();
        for format in FORMATS {
            let table = Table { name: collection.to_string(), columns: columns.clone(), ..table() };
            let mut file = format.create(table, &folder.path().join("file")).unwrap();
            file.write(std::slice::from_ref(&row)).unwrap();
            file.finish().unwrap();
        }
    }
}

#[test]
fn a_value_that_does_not_fit_is_refused_and_never_bent() {
    let mut feature = Feature { id: "one".to_owned(), ..Feature::default() };
    let release = ReleaseId::parse("r0123456789abcdef").unwrap();
    let (sources, raions) = (std::collections::BTreeMap::new(), std::collections::BTreeMap::new());
    let rows = FeatureRows {
        collection: CollectionId::Hotspots,
        lang: Lang::En,
        date: terrikon_core::Date::constant(2024, 6, 30),
        skip_geometry: false,
        release: &release,
        oblasts: std::collections::BTreeMap::new(),
        raions: &raions,
        sources: &sources,
    };
    feature.properties.insert("position_accuracy_m".to_owned(), 0.5.into());
    let refused = rows.row(&feature, &[]).unwrap_err();
    assert!(matches!(refused, FormatError::Value { column: "position_accuracy_m", .. }), "{refused}");
    let folder = tempfile::tempdir().unwrap();
    for format in FORMATS {
        let mut file = format.create(table(), &folder.path().join("file")).unwrap();
        let mut cells = vec![Cell::Empty; 5];
        cells[1] = Cell::Text("seventeen".into());
        let refused = file.write(&[Row { shape: None, cells }]).unwrap_err();
        assert!(matches!(refused, FormatError::Value { column: "integer", .. }), "{format:?}: {refused}");
    }
}

fn written(format: FileFormat, table: Table, path: &Path) {
    let shape = geo::point!(x: 72.5, y: 50.5).into();
    let cells = vec![Cell::Empty; table.columns.len()];
    let mut file = format.create(table, path).unwrap();
    file.write(&[Row { shape: Some(&shape), cells }]).unwrap();
    file.finish().unwrap();
}

#[test]
fn a_geopackage_has_what_the_standard_asks_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file.gpkg");
    // What was there before is gone.
    fs::write(&path, "something else").unwrap();
    let mut table = table();
    table.about.sources = vec![source("a", "CC BY 4.0")];
    written(FileFormat::GeoPackage, table, &path);
    let db = Connection::open(&path).unwrap();
    let text = |asking: &str| db.query_row(asking, [], |row| row.get::<_, String>(0)).unwrap();
    let number = |asking: &str| db.query_row(asking, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(text("PRAGMA integrity_check"), "ok");
    assert_eq!(number("PRAGMA application_id"), 0x4750_4B47);
    assert_eq!(number("PRAGMA user_version"), 10_300);
    assert_eq!(text("SELECT data_type FROM gpkg_contents WHERE table_name = 'by_chance'"), "features");
    assert_eq!(
        text("SELECT description FROM gpkg_contents WHERE table_name = 'by_chance'"),
        "Chance, \"quoted\"; 2024"
    );
    assert_eq!(text("SELECT licence FROM sources"), "CC BY 4.0");
    assert_eq!(number("SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'"), 1);
    assert_eq!(number("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"), 6);
    assert!(text("SELECT metadata FROM gpkg_metadata").contains("r0123456789abcdef"));
    assert_eq!(
        text("SELECT mime_type FROM gpkg_data_columns WHERE column_name = 'list'"),
        "application/json"
    );
}

#[test]
fn a_table_without_shapes_is_one_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    for format in FORMATS {
        let table = Table { spatial: false, ..table() };
        let mut file = format.create(table, &path).unwrap();
        file.write(&[Row { shape: None, cells: vec![Cell::Empty; 5] }]).unwrap();
        file.finish().unwrap();
        match format {
            FileFormat::GeoPackage => {
                let db = Connection::open(&path).unwrap();
                let registered = "SELECT data_type FROM gpkg_contents WHERE table_name = 'by_chance'";
                let kind: String = db.query_row(registered, [], |row| row.get(0)).unwrap();
                assert_eq!(kind, "attributes");
            }
            FileFormat::FlatGeobuf => {
                let (rows, indexed) = read::flatgeobuf(&path, &crate::chance::table());
                assert_eq!((rows.len(), indexed), (1, false));
            }
            FileFormat::GeoParquet => {
                use parquet::file::reader::{FileReader as _, SerializedFileReader};
                let reader = SerializedFileReader::new(fs::File::open(&path).unwrap()).unwrap();
                let facts = reader.metadata().file_metadata().key_value_metadata().unwrap();
                assert!(facts.iter().all(|fact| fact.key != "geo"));
                assert!(facts.iter().any(|fact| fact.key == "terrikon:release"));
            }
        }
    }
}
