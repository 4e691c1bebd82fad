//! Every wrong file gives one clear fault with file, row and value, and no release.

use crate::with_file;
use terrikon_ingest::{Fault, IngestError};

/// A hotspot that is right, with places to break it.
fn hotspot(id: &str, kind: &str, geometry: &str) -> String {
    format!(
        r#"{{"type":"Feature","id":"{id}","properties":{{"kind":"{kind}","status":"active","country":"KZ","name_en":"Test",
        "position_kind":"site","position_accuracy_m":100,"trust":"unverified"}},"geometry":{geometry}}}"#
    )
}

fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(",\n"))
}

const KARAGANDA: &str = r#"{"type":"Point","coordinates":[73.1,49.8]}"#;

/// The faults of a file of this name and content, added to the bundled sources.
fn faults(name: &str, content: &str) -> Vec<Fault> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    match with_file(&path) {
        Ok(outcome) => panic!("{name} was taken as release {}", outcome.release.id),
        Err(IngestError::Faults(report)) => report.faults,
        Err(other) => panic!("{other}"),
    }
}

/// One fault, as people read it.
fn only(faults: &[Fault]) -> String {
    assert_eq!(faults.len(), 1, "{faults:#?}");
    faults[0].to_string()
}

#[test]
fn what_is_right_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.geojson");
    std::fs::write(&path, collection(&[hotspot("kz-test", "dump", KARAGANDA)])).unwrap();
    let release = with_file(&path).unwrap().release;
    let added = release.collection(terrikon_core::CollectionId::Hotspots).get("kz-test").unwrap();
    assert_eq!(added.oblasts.last().unwrap().code, "KZ-35", "the oblast is found by geometry");
}

#[test]
fn a_file_that_was_cut_off() {
    let whole = collection(&[hotspot("kz-test", "dump", KARAGANDA)]);
    let cut = &whole[..whole.len() - 40];
    insta::assert_snapshot!(only(&faults("cut.geojson", cut)), @r#"cut.geojson, row 2: EOF while parsing a string at line 2 column 95 [broken-json]
  hint: the file may have been cut off; export it again"#);
}

#[test]
fn swapped_coordinates() {
    let swapped = hotspot("kz-test", "dump", r#"{"type":"Point","coordinates":[49.8,73.1]}"#);
    let fault = only(&faults("swapped.geojson", &collection(&[swapped])));
    assert!(fault.contains("swapped.geojson, row 1 (kz-test), position = \"49.8, 73.1\""), "{fault}");
    assert!(fault.contains("lon and lat look swapped: 73.1, 49.8 would lie in KZ"), "{fault}");
}

#[test]
fn an_unknown_kind() {
    insta::assert_snapshot!(
        only(&faults("kinds.geojson", &collection(&[hotspot("kz-test", "volcano", KARAGANDA)]))),
        @r#"kinds.geojson, row 1 (kz-test), kind = "volcano": unknown kind "volcano": expected one of tailings, dump, river, lake, industrial_town, other [unknown-word]"#
    );
}

#[test]
fn a_duplicate_id() {
    let twice = [hotspot("kz-test", "dump", KARAGANDA), hotspot("kz-test", "lake", KARAGANDA)];
    insta::assert_snapshot!(only(&faults("twice.geojson", &collection(&twice))), @r#"
    twice.geojson, row 2 (kz-test), id = "kz-test": the id is already used in twice.geojson, row 1 [duplicate-id]
      hint: give one of them another id, or join the rows if they are the same place
    "#);
    let bundled = [hotspot("kz-temirtau-air", "dump", KARAGANDA)];
    assert!(only(&faults("bundled.geojson", &collection(&bundled))).contains("facts/hotspots.tsv"));
}

#[test]
fn an_open_ring() {
    let open = r#"{"type":"Polygon","coordinates":[[[73,49],[74,49],[74,50],[73,50]]]}"#;
    insta::assert_snapshot!(only(&faults("open.geojson", &collection(&[hotspot("kz-test", "lake", open)]))), @r#"
    open.geojson, row 1 (kz-test), geometry = "[73.0, 50.0]": a ring must end where it starts ([73.0, 49.0]) [open-ring]
      hint: repeat the first position at the end of the ring
    "#);
}

#[test]
fn a_ring_that_crosses_itself() {
    let bow = r#"{"type":"Polygon","coordinates":[[[73,49],[74,50],[74,49],[73,50],[73,49]]]}"#;
    let all = faults("bow.geojson", &collection(&[hotspot("kz-test", "lake", bow)]));
    assert!(
        all[0].to_string().starts_with("bow.geojson, row 1 (kz-test): exterior ring has a self-intersection"),
        "{all:#?}"
    );
}

#[test]
fn a_crs_that_proj_does_not_know() {
    let mut named = collection(&[hotspot("kz-test", "dump", KARAGANDA)]);
    named.insert_str(1, r#""crs":{"type":"name","properties":{"name":"EPSG:999999"}},"#);
    let fault = only(&faults("crs.geojson", &named));
    assert!(fault.starts_with("crs.geojson, crs = \"EPSG:999999\": PROJ does not know this CRS"), "{fault}");
}

#[test]
fn metres_where_degrees_were_expected() {
    let metres = hotspot("kz-test", "dump", r#"{"type":"Point","coordinates":[13434567.0,5521234.0]}"#);
    let all = faults("metres.geojson", &collection(&[metres]));
    assert!(
        all.iter().any(|fault| fault.rule == "out-of-range" && fault.hint.contains("EPSG:28413")),
        "{all:#?}"
    );
}

#[test]
fn a_number_that_is_none_and_a_row_too_short() {
    let head = "id\tkind\tstatus\tcountry\tname_en\tposition_kind\tposition_accuracy_m\ttrust\tlon\tlat";
    let row = "kz-test\tdump\tactive\tKZ\tTest\tsite\t100\tunverified\t72°58′\t49.8";
    let fault = only(&faults("numbers.tsv", &format!("{head}\n{row}\n")));
    assert!(
        fault.contains("numbers.tsv, row 2 (kz-test), lon = \"72°58′\": expected a decimal number"),
        "{fault}"
    );
    let fault = only(&faults("short.tsv", &format!("{head}\nkz-test\tdump\n")));
    assert!(fault.starts_with("short.tsv, row 2"), "{fault}");
}

#[test]
fn several_faults_are_all_told_at_once() {
    let wrong = [hotspot("kz-a", "volcano", KARAGANDA), hotspot("kz-b", "swamp", KARAGANDA)];
    assert_eq!(faults("two.geojson", &collection(&wrong)).len(), 2);
}

#[test]
fn a_file_of_another_kind_or_none_at_all() {
    assert!(only(&faults("notes.docx", "x")).contains("none of .geojson"));
    let missing = with_file(std::path::Path::new("no/such/file.geojson")).unwrap_err();
    assert!(missing.to_string().contains("no/such/file.geojson"), "{missing}");
}

mod any_bytes {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Whatever stands in a file, the answer is a fault or a release, never a panic. Only the file itself is read.
        #[test]
        fn never_panic(content in prop::collection::vec(any::<u8>(), 0..400), ending in prop::sample::select(vec!["geojson", "csv", "tsv", "shp", "toml"])) {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(format!("any.{ending}"));
            std::fs::write(&path, &content).unwrap();
            let _ = terrikon_ingest::ingest(&[path], &terrikon_ingest::pipeline::Options::default());
        }

        /// The same for GeoJSON that is nearly right: geometry of any depth and any numbers.
        #[test]
        fn never_panic_on_odd_geometry(numbers in prop::collection::vec(prop::num::f64::ANY, 0..12), kind in prop::sample::select(vec!["Point", "LineString", "Polygon", "MultiPolygon"])) {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("any.geojson");
            let pairs: Vec<_> = numbers.chunks(2).map(|pair| serde_json::json!(pair)).collect();
            let coordinates = match kind {
                "Point" => pairs.first().cloned().unwrap_or_default(),
                "LineString" => serde_json::json!(pairs),
                "Polygon" => serde_json::json!([pairs]),
                _ => serde_json::json!([[pairs]]),
            };
            let geometry = serde_json::json!({ "type": kind, "coordinates": coordinates }).to_string();
            std::fs::write(&path, collection(&[hotspot("kz-test", "dump", &geometry)])).unwrap();
            let _ = terrikon_ingest::ingest(&[path], &terrikon_ingest::pipeline::Options::default());
        }
    }
}
