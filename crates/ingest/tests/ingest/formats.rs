//! Formats and CRSs: the same place, however it is written.

use crate::{raw_data, root};
use geo::{Area as _, CoordsIter as _, Distance as _, Geodesic, Point};
use proj::Proj;
use shapefile::dbase::{FieldValue, Record, TableWriterBuilder};
use terrikon_ingest::read::{PointColumns, read};

/// Temirtau in Pulkovo 1942 / Gauss-Krüger zone 13, whose definition stands in a `.prj` as surveyors' tools write it.
const GAUSS_KRUEGER_13: &str = r#"PROJCS["Pulkovo_1942_GK_Zone_13",GEOGCS["GCS_Pulkovo_1942",DATUM["D_Pulkovo_1942",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",13500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",75.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]"#;

#[test]
fn a_shapefile_in_gauss_krueger_lands_where_it_should() {
    let folder = tempfile::tempdir().unwrap();
    let to_metres = Proj::new_known_crs("EPSG:4326", "EPSG:28413", None).unwrap();
    let (x, y) = to_metres.convert((72.9667, 50.0667)).unwrap();
    assert!(x > 13_000_000.0 && y > 5_000_000.0, "{x} {y} are metres of zone 13");
    let table = TableWriterBuilder::new().add_character_field("id".try_into().unwrap(), 40);
    let path = folder.path().join("survey.shp");
    let mut writer = shapefile::Writer::from_path(&path, table).unwrap();
    let mut record = Record::default();
    record.insert("id".to_owned(), FieldValue::Character(Some("kz-test".to_owned())));
    writer.write_shape_and_record(&shapefile::Point::new(x, y), &record).unwrap();
    drop(writer);

    // Nothing says in which CRS the numbers are: metres taken as degrees would be out of range, so say it.
    let told = read(folder.path(), "survey.shp", Some("EPSG:28413"), &PointColumns::default()).unwrap();
    std::fs::write(folder.path().join("survey.prj"), GAUSS_KRUEGER_13).unwrap();
    let by_prj = read(folder.path(), "survey.shp", None, &PointColumns::default()).unwrap();
    for (table, within_m) in [(told, 0.2), (by_prj, 150.0)] {
        // A WKT without a datum shift leaves the some 100 m between Pulkovo 1942 and WGS84; an EPSG code does not.
        let row = &table.rows[0];
        assert_eq!(row.get("id"), Some("kz-test"));
        let coord = row.geometry.as_ref().unwrap().coords_iter().next().unwrap();
        let metres = Geodesic.distance(Point::from(coord), Point::new(72.9667, 50.0667));
        assert!(metres < within_m, "{metres} m off");
    }
}

#[test]
fn a_table_of_points_in_gauss_krueger() {
    let folder = tempfile::tempdir().unwrap();
    let (x, y) =
        Proj::new_known_crs("EPSG:4326", "EPSG:28413", None).unwrap().convert((75.0, 46.85)).unwrap();
    std::fs::write(folder.path().join("p.csv"), format!("id,east,north\nkz-test,{x},{y}\n")).unwrap();
    let columns = PointColumns { lon: Some("east".to_owned()), lat: Some("north".to_owned()), lat_lon: None };
    let table = read(folder.path(), "p.csv", Some("EPSG:28413"), &columns).unwrap();
    let coord = table.rows[0].geometry.as_ref().unwrap().coords_iter().next().unwrap();
    assert!((coord.x - 75.0).abs() < 1e-6 && (coord.y - 46.85).abs() < 1e-6, "{coord:?}");
}

#[test]
fn shapefile_and_geojson_of_one_source_agree() {
    let Some(data) = raw_data() else { return };
    let shp =
        read(&data, "admin/geokz_shp/kaz_admbnda_adm1_2024.shp", None, &PointColumns::default()).unwrap();
    let json = read(&data, "admin/kz_adm1_2024_geokz.geojson", None, &PointColumns::default()).unwrap();
    assert_eq!((shp.rows.len(), json.rows.len()), (20, 20));
    for (a, b) in shp.rows.iter().zip(&json.rows) {
        assert_eq!(a.get("ADM1_PCODE"), b.get("ADM1_PCODE"));
        assert_eq!(a.get("ADM1_KK"), b.get("ADM1_KK"), "Kazakh letters survive the dBase file");
        // The GeoJSON has coordinates rounded to six decimals, and some vertices fell together.
        let area = |row: &terrikon_ingest::read::Row| row.geometry.as_ref().unwrap().unsigned_area();
        let (a_area, b_area) = (area(a), area(b));
        assert!((a_area - b_area).abs() < 1e-6 * b_area, "{:?} {a_area} {b_area}", a.get("ADM1_EN"));
    }
}

#[test]
fn the_recipes_of_the_project_are_read() {
    for recipe in ["fixtures/release.toml", "fixtures/recipes/raw.toml"] {
        terrikon_ingest::recipe::Recipe::open(&root().join(recipe), None).unwrap();
    }
}
