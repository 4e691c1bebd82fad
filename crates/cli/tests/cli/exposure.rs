//! `terrikon exposure`: a file of sites in, a table out.

use crate::{terrikon, text};
use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    process::Output,
    sync::LazyLock,
};

/// The bundled release is built once for all of these tests.
static RELEASE: LazyLock<(tempfile::TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("release.gpkg");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let run = terrikon(folder.path()).arg("ingest").arg(fixtures).arg("--out").arg(&path).output().unwrap();
    assert!(run.status.success(), "{}", text(&run));
    (folder, path)
});

fn exposure(folder: &Path, arguments: &[&str]) -> Output {
    terrikon(folder).arg("exposure").args(arguments).arg("--store").arg(&RELEASE.1).output().unwrap()
}

/// The rows of a table by the names of their columns.
pub(crate) fn table(path: &Path) -> Vec<HashMap<String, String>> {
    let tabs = path.extension().is_some_and(|ending| ending == "tsv");
    let mut reader =
        csv::ReaderBuilder::new().delimiter(if tabs { b'\t' } else { b',' }).from_path(path).unwrap();
    let rows = reader.deserialize();
    rows.map(Result::unwrap).collect()
}

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

const SITES: &str = "id,lon,lat,position_accuracy_m
temirtau,72.9667,50.0667,
karaganda,73.1,49.8,500
vague,73.0,49.9,4000
atlantic,-30,10,
=cmd|'/C calc'!A1,76.9,43.25,0
";

#[test]
fn every_site_and_radius_has_a_row_and_all_together_another() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("sites.csv"), SITES).unwrap();
    let run = exposure(
        folder.path(),
        &[
            "sites.csv",
            "--radius",
            "1000,3000,5000",
            "--out",
            "report.csv",
            "--together",
            "all.csv",
            "--date",
            "2024-06-30",
        ],
    );
    assert!(run.status.success(), "{}", text(&run));
    assert_eq!(files(folder.path()), ["all.csv", "report.csv", "sites.csv"], "nothing else stays");
    let head = std::fs::read_to_string(folder.path().join("report.csv")).unwrap();
    assert_eq!(
        head.lines().next().unwrap(),
        "id,lon,lat,position_accuracy_m,radius_m,area_m2,people_low,people,people_high,people_least,people_most,\
         population_source,population_year,by_oblast,settlements,hotspots,protected_areas,caveats,release"
    );
    let rows = table(&folder.path().join("report.csv"));
    assert_eq!(rows.len(), 15);
    let row = |id: &str, radius: &str| {
        rows.iter().find(|row| row["id"] == id && row["radius_m"] == radius).unwrap()
    };
    let number = |id: &str, radius: &str, column: &str| row(id, radius)[column].parse::<f64>().unwrap();
    assert_eq!(rows[1]["radius_m"], "3000", "in the order of the file and of the radii");
    let known = row("temirtau", "5000");
    assert_eq!((&*known["population_source"], &*known["population_year"]), ("worldpop-2020", "2020"));
    assert!(
        known["by_oblast"].starts_with("KZ-35: ") && known["settlements"].contains("Temirtau"),
        "{known:?}"
    );
    assert!(known["hotspots"].contains("kz-temirtau-air"), "{known:?}");
    assert!(number("temirtau", "1000", "people") <= number("temirtau", "5000", "people"));
    let (low, high) = (number("karaganda", "3000", "people_low"), number("karaganda", "3000", "people_high"));
    assert!(low < number("karaganda", "3000", "people") && high > low, "500 m off");
    // Too vague for a figure, but not for an interval; and where there is no data there is neither.
    let vague = row("vague", "3000");
    assert_eq!((&*vague["people"], &*vague["people_low"], &*vague["population_source"]), ("", "0", ""));
    assert!(number("vague", "3000", "people_high") > 0.0 && vague["caveats"].contains("position-accuracy"));
    assert_ne!(row("vague", "5000")["people"], "");
    for radius in ["1000", "3000", "5000"] {
        let none = row("atlantic", radius);
        for column in ["people_low", "people", "people_high", "people_least", "people_most", "by_oblast"] {
            assert_eq!(none[column], "", "{column}");
        }
        assert!(none["caveats"].contains("no-population-data"));
    }
    assert!(rows.iter().any(|row| row["id"] == "'=cmd|'/C calc'!A1"), "a formula is made harmless");
    assert!(rows.iter().all(|row| row["release"].starts_with('r') && row["release"] == rows[0]["release"]));

    let all = table(&folder.path().join("all.csv"));
    assert_eq!(all.iter().map(|row| row["radius_m"].as_str()).collect::<Vec<_>>(), ["1000", "3000", "5000"]);
    for together in &all {
        let own = |column: &str| -> Vec<f64> {
            let rows = rows.iter().filter(|row| row["radius_m"] == together["radius_m"]);
            rows.filter_map(|row| row[column].parse().ok()).collect()
        };
        for (column, sum, union) in [
            ("people_low", "sum_low", "union_low"),
            ("people", "sum", "union"),
            ("people_high", "sum_high", "union_high"),
        ] {
            let number = |column: &str| together[column].parse::<f64>().unwrap();
            let greatest = own(column).into_iter().fold(0.0, f64::max);
            assert!(
                greatest <= number(union) + 1.0 && number(union) <= number(sum) + 1.0,
                "{column}: {together:?}"
            );
            assert!((own(column).iter().sum::<f64>() - number(sum)).abs() <= 3.0, "{column}: {together:?}");
        }
        assert_eq!(together["sites"], "5");
    }
    assert_eq!((&*all[0]["left_out"], &*all[2]["left_out"]), ("1", "0"));
}

#[test]
fn a_table_for_all_that_can_not_be_written_leaves_no_other() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("sites.csv"), SITES).unwrap();
    let run = exposure(folder.path(), &["sites.csv", "--out", "report.csv", "--together", "nowhere/all.csv"]);
    assert!(!run.status.success() && text(&run).contains("nowhere"), "{}", text(&run));
    assert_eq!(files(folder.path()), ["sites.csv"]);
}

#[cfg(unix)]
#[test]
fn others_may_read_a_table_as_any_new_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("sites.csv"), SITES).unwrap();
    assert!(exposure(folder.path(), &["sites.csv", "--out", "report.csv"]).status.success());
    let mode = |name: &str| folder.path().join(name).metadata().unwrap().permissions().mode();
    assert_eq!(mode("report.csv"), mode("sites.csv"));
}

#[test]
fn one_bad_row_and_there_is_no_table() {
    for (rows, says) in [
        ("a,73,50,\nb,500,50,\n", &["sites.csv, row 3 (b)", "500", "hint"][..]),
        ("a,73,50,\nb,73,north,\n", &["sites.csv, row 3", "north", "decimal number"]),
        ("a,73,50,\nb,73,50,near\n", &["sites.csv, row 3 (b)", "position_accuracy_m", "near"]),
        ("a,73,50,\nb,73,50,-7\n", &["sites.csv, row 3 (b)", "-7"]),
        ("a,73,50,\nb,73,50,NaN\n", &["sites.csv, row 3 (b)", "NaN"]),
        ("a,73,50,\nb,,,\n", &["sites.csv, row 3 (b)", "longitude and a latitude", "hint"]),
        ("a,73,50,\nb,73,50,499999\n", &["sites.csv, row 3 (b)", "499999"]),
        ("a,13354493,5549219,\n", &["sites.csv, row 2 (a)", "13354493", "--crs"]),
        ("", &["sites.csv", "one site or more"]),
    ] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("sites.csv"), format!("id,lon,lat,position_accuracy_m\n{rows}"))
            .unwrap();
        std::fs::write(folder.path().join("report.csv"), "yesterday").unwrap();
        let run = exposure(folder.path(), &["sites.csv", "--out", "report.csv"]);
        let told = text(&run);
        assert!(!run.status.success(), "{rows}");
        assert!(says.iter().all(|word| told.contains(word)), "{rows}: {told}");
        assert!(!told.contains("no release was written"), "{told}");
        assert_eq!(std::fs::read_to_string(folder.path().join("report.csv")).unwrap(), "yesterday");
        assert_eq!(files(folder.path()), ["report.csv", "sites.csv"]);
    }
}

#[test]
fn wrong_options_are_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("sites.csv"), SITES).unwrap();
    for (option, value, says) in [
        ("--radius", "0", "500000"),
        ("--radius", "NaN", "500000"),
        ("--radius", "1000,-5", "500000"),
        ("--radius", "500001", "500000"),
        ("--accuracy", "NaN", "NaN"),
        ("--accuracy", "inf", "inf"),
        ("--accuracy", "far", "far"),
        ("--date", "2022-02-30", "2022-02-30"),
        ("--crs", "EPSG:999999", "EPSG:999999"),
    ] {
        let run =
            exposure(folder.path(), &["sites.csv", "--out", "report.csv", &format!("{option}={value}")]);
        assert!(!run.status.success() && text(&run).contains(says), "{option} {value}: {}", text(&run));
    }
    assert_eq!(files(folder.path()), ["sites.csv"]);
}

#[test]
fn shapes_and_metres_are_sites_too() {
    let folder = tempfile::tempdir().unwrap();
    let shapes = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","id":"pond","properties":{},"geometry":{"type":"Polygon","coordinates":[[[72.9,50],[73,50],[73,50.1],[72.9,50.1],[72.9,50]]]}},
        {"type":"Feature","properties":{"id":"pipe","position_accuracy_m":200},"geometry":{"type":"LineString","coordinates":[[72.9,50],[73,50.1]]}}]}"#;
    std::fs::write(folder.path().join("shapes.geojson"), shapes).unwrap();
    let run = exposure(folder.path(), &["shapes.geojson", "--radius", "5000", "--out", "shapes.tsv"]);
    assert!(run.status.success(), "{}", text(&run));
    let rows = table(&folder.path().join("shapes.tsv"));
    assert_eq!(rows.iter().map(|row| row["id"].as_str()).collect::<Vec<_>>(), ["pond", "pipe"]);
    assert_eq!(rows[1]["position_accuracy_m"], "200");
    assert!(rows.iter().all(|row| row["people"].parse::<f64>().unwrap() > 0.0), "{rows:?}");

    // Temirtau in Pulkovo 1942 / Gauss-Krüger zone 13.
    std::fs::write(folder.path().join("metres.csv"), "id,lon,lat\nt,13354493.0,5549219.0\n").unwrap();
    let run = exposure(folder.path(), &["metres.csv", "--crs", "EPSG:28413", "--out", "metres-report.csv"]);
    assert!(run.status.success(), "{}", text(&run));
    let row = &table(&folder.path().join("metres-report.csv"))[0];
    let (lon, lat): (f64, f64) = (row["lon"].parse().unwrap(), row["lat"].parse().unwrap());
    assert!((lon - 72.96).abs() < 0.05 && (lat - 50.06).abs() < 0.05, "{lon} {lat}");
}

#[test]
fn thousands_of_sites_are_answered() {
    let folder = tempfile::tempdir().unwrap();
    let row = |index: usize| format!("s{index},{},{}\n", 60 + index % 20, 43.0 + 0.005 * index as f64 / 2.0);
    let sites: String = (0..2_000).map(row).collect();
    std::fs::write(folder.path().join("sites.csv"), format!("id,lon,lat\n{sites}")).unwrap();
    let run = exposure(
        folder.path(),
        &["sites.csv", "--radius", "5000", "--out", "report.csv", "--together", "all.csv"],
    );
    assert!(run.status.success(), "{}", text(&run));
    let rows = table(&folder.path().join("report.csv"));
    assert!(rows.iter().enumerate().all(|(index, row)| row["id"] == format!("s{index}")), "in their order");
    assert_eq!((rows.len(), table(&folder.path().join("all.csv")).len()), (2_000, 1));
}
