//! A raster of people more, by one command.

use crate::{exposure::table, terrikon, text};
use std::path::Path;

#[test]
fn a_third_raster_joins_by_one_command() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    std::fs::create_dir(&own).unwrap();
    // The primary raster, with twice as many people.
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let about = terrikon_ingest::read::About {
        id: "census-2021".to_owned(),
        source: "census-2021".to_owned(),
        year: 2021,
        measure: terrikon_core::population::Measure::Count,
    };
    let file = "derived/population/worldpop-2020.tif";
    let first = terrikon_ingest::read::read_population(&fixtures, file, about).unwrap();
    let rows = (0..first.frame().rows).map(|row| first.row(row).iter().map(|people| people * 2.0).collect());
    let twice = terrikon_core::population::PopulationGrid::build(first.header().clone(), rows, None).unwrap();
    terrikon_ingest::population::write(&own.join("census.tif"), &twice).unwrap();
    std::fs::write(
        own.join("release.toml"),
        "sources = [\"sources.tsv\"]\n[[population]]\nfile = \"census.tif\"\nid = \"census-2021\"\nsource = \"census-2021\"\nyear = 2021\nmeasure = \"count\"\n",
    )
    .unwrap();
    let head =
        "id\ttitle\tpublisher\tdate\tdate_note\tlanguage\turl\tlicence\tattribution\tshare_alike\tcommercial";
    let source = "census-2021\tCensus of 2021\tThe statistics\t2022\t\ten\thttps://example.org\topen\ttrue\tfalse\tunknown";
    std::fs::write(own.join("sources.tsv"), format!("{head}\n{source}\n")).unwrap();
    let run = terrikon(folder.path())
        .arg("ingest")
        .arg(&fixtures)
        .args(["own", "--out", "three.gpkg"])
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", text(&run));

    let release = terrikon_store::embedded::gpkg::read(&folder.path().join("three.gpkg")).unwrap();
    let ids: Vec<_> = release.population.iter().map(|source| source.grid.id()).collect();
    assert_eq!(ids, ["worldpop-2020", "gpw-v4-2020", "census-2021"], "the first stays the primary one");
    let surroundings = terrikon_core::exposure::Surroundings::of(&release);
    let place = terrikon_core::exposure::Place::new(geo::Point::new(72.9667, 50.0667).into(), 0.0).unwrap();
    let ring = surroundings.ring(&place, 5_000.0, "2024-06-30".parse().unwrap(), None).unwrap();
    assert_eq!(ring.by_source.len(), 3);
    let (low, central, high) =
        (ring.people.low.unwrap(), ring.people.central.unwrap(), ring.people.high.unwrap());
    assert!(low == central && (high / central - 2.0).abs() < 1e-3, "{:?}", ring.people);

    std::fs::write(folder.path().join("sites.csv"), "id,lon,lat\nt,72.9667,50.0667\n").unwrap();
    let asked = ["exposure", "sites.csv", "--radius", "5000", "--store", "three.gpkg", "--out", "report.csv"];
    let run = terrikon(folder.path()).args(asked).output().unwrap();
    assert!(run.status.success(), "{}", text(&run));
    let row = &table(&folder.path().join("report.csv"))[0];
    assert_eq!(
        (&*row["population_source"], row["people_high"].parse::<f64>().unwrap()),
        ("worldpop-2020", high.round())
    );
    assert!(row["caveats"].contains("sources-differ"), "{row:?}");
}
