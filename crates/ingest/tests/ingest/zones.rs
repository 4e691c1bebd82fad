//! Zones: every hotspot has those of its kind, drawn to the metre or not at all, each with its ground.

use crate::BUNDLED;
use geo::{Contains as _, CoordsIter as _, Geometry, MultiPolygon, Validation as _, point};
use std::collections::BTreeSet;
use terrikon_core::{CollectionId, Feature, Release, geodesic::Target};
use terrikon_ingest::{Fault, IngestError, ingest, pipeline::Options, zones::rules};

fn zones_of<'a>(release: &'a Release, hotspot: &str) -> Vec<&'a Feature> {
    let zones = release.collection(CollectionId::Zones).features.iter();
    zones.filter(|zone| zone.text("hotspot") == Some(hotspot)).collect()
}

fn shape(zone: &Feature) -> &MultiPolygon<f64> {
    match zone.geometry.as_ref() {
        Some(Geometry::MultiPolygon(shape)) => shape,
        other => panic!("{}: {other:?}", zone.id),
    }
}

/// Every zone of the bundled release with its hotspot.
fn bundled() -> impl Iterator<Item = (&'static Feature, &'static Feature)> {
    BUNDLED.collection(CollectionId::Zones).features.iter().map(|zone| {
        let hotspot = zone.text("hotspot").unwrap();
        (zone, BUNDLED.collection(CollectionId::Hotspots).get(hotspot).unwrap())
    })
}

#[test]
fn every_hotspot_has_the_zones_of_its_kind() {
    for hotspot in &BUNDLED.collection(CollectionId::Hotspots).features {
        let found: BTreeSet<_> =
            zones_of(&BUNDLED, &hotspot.id).into_iter().map(|zone| zone.text("rule").unwrap()).collect();
        let (kind, subkind) = (hotspot.text("kind").unwrap(), hotspot.text("subkind"));
        let expected: &[&str] = match (kind, hotspot.text("country").unwrap()) {
            ("tailings", "KZ") => &["kz-szz-class-1", "screening-site"],
            ("dump", "KZ") => &["kz-szz-class-1", "kz-szz-class-2", "screening-site"],
            ("industrial_town", "KZ") => &["kz-szz-class-1", "screening-town"],
            ("other", "KZ") if subkind == Some("mine") => &["kz-szz-mine-class-1", "screening-site"],
            ("river", "KZ") => &["kz-water-strip-river", "kz-water-zone-river", "screening-river"],
            ("lake", "KZ") => &["kz-water-strip-lake", "kz-water-zone-lake", "screening-lake"],
            ("tailings" | "dump", "KG") => &["kg-szz", "screening-site"],
            ("industrial_town", "KG") => &["kg-szz", "screening-town"],
            ("other", "KG") if subkind == Some("mine") => &["kg-szz-mine", "screening-site"],
            ("other", _) => &["screening-site"],
            other => panic!("{}: {other:?}", hotspot.id),
        };
        assert_eq!(found, expected.iter().copied().collect(), "{}", hotspot.id);
    }
}

#[test]
fn a_zone_lies_where_and_when_its_hotspot_does() {
    for (zone, hotspot) in bundled() {
        assert_eq!(zone.id, format!("{}-{}", hotspot.id, zone.text("rule").unwrap()));
        assert_eq!(
            (&zone.oblasts, &zone.raion, zone.validity, zone.position),
            (&hotspot.oblasts, &hotspot.raion, hotspot.validity, hotspot.position)
        );
        assert_eq!(
            (zone.text("kind"), zone.text("country")),
            (hotspot.text("kind"), hotspot.text("country"))
        );
    }
}

#[test]
fn people_are_counted_in_what_is_drawn_and_only_there() {
    let mut counted = 0;
    for (zone, hotspot) in bundled() {
        let [low, people, high] = ["people_low", "people", "people_high"].map(|field| zone.number(field));
        let source = zone.text("population_source").zip(zone.text("population_year"));
        if zone.geometry.is_none() {
            assert_eq!((low, people, high, source), (None, None, None, None), "{}", zone.id);
            continue;
        }
        assert_eq!(source, Some(("worldpop-2020", "2020")), "{}", zone.id);
        let (Some(low), Some(high)) = (low, high) else { panic!("{} has no interval", zone.id) };
        assert!(low >= 0.0 && low <= high, "{}: {low} to {high}", zone.id);
        let accuracy = hotspot.number("position_accuracy_m").unwrap_or(0.0);
        let known = accuracy <= zone.number("distance_m").unwrap();
        assert_eq!(
            people.is_some(),
            known,
            "{}: a figure only where the position is known well enough",
            zone.id
        );
        assert!(people.is_none_or(|people| low <= people && people <= high), "{}", zone.id);
        counted += 1;
    }
    assert!(counted > 50, "{counted}");
}

#[test]
fn every_outline_is_as_far_from_its_hotspot_as_it_says() {
    let mut drawn = BTreeSet::new();
    for (zone, hotspot) in bundled().filter(|(zone, _)| zone.geometry.is_some()) {
        let metres = zone.number("distance_m").unwrap();
        let target = Target::new(hotspot.geometry.as_ref().unwrap()).unwrap();
        for vertex in shape(zone).coords_iter() {
            let found = target.distance(vertex.into()).unwrap();
            // Outlines are right to 1e-4 of the radius; a release keeps 0.1 m.
            assert!((found - metres).abs() <= 1e-4 * metres + 0.1, "{}: {found} m", zone.id);
        }
        assert!(shape(zone).is_valid(), "{}: {:?}", zone.id, shape(zone).check_validation());
        if matches!(hotspot.geometry, Some(Geometry::Point(_))) {
            let disc = std::f64::consts::PI * metres * metres;
            let share = zone.number("area_m2").unwrap() / disc;
            assert!((share - 1.0).abs() < 5e-4, "{}: {share} of a disc", zone.id);
        }
        drawn.insert(zone.text("shape").unwrap());
    }
    assert!(drawn.contains("ring") && drawn.contains("corridor"), "{drawn:?}");
}

#[test]
fn nothing_is_drawn_that_is_not_known() {
    let mut reasons = BTreeSet::new();
    for (zone, hotspot) in bundled() {
        let follows = match (zone.text("shape").unwrap(), hotspot.geometry.as_ref().unwrap()) {
            ("corridor", shape) => matches!(shape, Geometry::LineString(_) | Geometry::MultiLineString(_)),
            ("shore", shape) => matches!(shape, Geometry::Polygon(_) | Geometry::MultiPolygon(_)),
            _ => true,
        };
        let accuracy = hotspot.number("position_accuracy_m").unwrap();
        let expected = match zone.number("distance_m") {
            None => Some("width_unknown"),
            Some(_) if !follows => Some("no_shape"),
            Some(metres) if accuracy > metres => Some("position_accuracy"),
            Some(_) => None,
        };
        assert_eq!(zone.text("reason"), expected, "{}", zone.id);
        assert_eq!(zone.geometry.is_none(), expected.is_some(), "{}", zone.id);
        assert_eq!(zone.number("area_m2").is_none(), expected.is_some(), "{}", zone.id);
        reasons.extend(expected);
    }
    assert_eq!(reasons, BTreeSet::from(["no_shape", "position_accuracy", "width_unknown"]));
}

#[test]
fn law_names_its_act_and_screening_its_method() {
    let sources: BTreeSet<_> = BUNDLED.sources.iter().map(|source| source.id.as_str()).collect();
    for (zone, _) in bundled() {
        let law = zone.text("basis") == Some("statutory");
        assert_eq!((zone.text("act").is_some(), zone.text("act_date").is_some()), (law, law), "{}", zone.id);
        assert_eq!(zone.text("method").is_some(), !law, "{}", zone.id);
        assert!(sources.contains(zone.text("source").unwrap()) && zone.text("meaning").is_some());
        if law && zone.text("country") == Some("KG") {
            assert_eq!(zone.number("distance_m"), None, "{}: no width was read", zone.id);
        }
        if zone.text("hazard_class").is_some() {
            assert_eq!(zone.text("verification"), Some("unverified"), "{}", zone.id);
        }
    }
}

const HEAD: &str = "id\tkind\tsubkind\tcountry\tshape\tdistance_m\tbasis\thazard_class\tact\tact_date\tsource\tmethod\tverification\tmeaning_en\tnote";
const RIGHT: &str =
    "near\tdump;lake\t\tKZ\tring\t5000\tscreening\t\t\t\tatlas\tchosen\tverified\tAll near by\t";

/// The faults of a table with these lines.
fn faults(lines: &[&str]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("rules.tsv"), lines.join("\n")).unwrap();
    let mut faults: Vec<Fault> = Vec::new();
    let read = rules(folder.path(), "rules.tsv", &mut faults).unwrap();
    assert_eq!(read.len() + faults.len(), lines.len() - 1);
    faults.iter().map(ToString::to_string).collect()
}

#[test]
fn a_wrong_rule_is_told_with_row_and_value() {
    assert!(faults(&[HEAD, RIGHT]).is_empty());
    let law = "law\tlake\t\t\tshore\t\tstatutory\t\tWater act\t1995\tatlas\t\tunverified\tA strip\t";
    assert!(faults(&[HEAD, law]).is_empty(), "a width that was not read is left empty");
    for (right, was, is, fault) in [
        (RIGHT, "dump;lake", "dump;swamp", "kind = \"swamp\": unknown kind \"swamp\""),
        (RIGHT, "\tring", "\tsquare", "shape = \"square\": unknown shape"),
        (RIGHT, "screening", "rumour", "basis = \"rumour\": unknown basis"),
        (RIGHT, "\tverified", "\tmaybe", "verification = \"maybe\": unknown verification"),
        (RIGHT, "\tKZ", "\tKazakhstan", "country = \"Kazakhstan\": expected a country"),
        (RIGHT, "5000", "5 km", "distance_m = \"5 km\": expected whole metres from 1 to 500000"),
        (RIGHT, "5000", "0", "distance_m = \"0\": expected whole metres"),
        (RIGHT, "5000", "-5000", "distance_m = \"-5000\": expected whole metres"),
        (RIGHT, "5000", "500001", "distance_m = \"500001\": expected whole metres"),
        (RIGHT, "5000", "NaN", "distance_m = \"NaN\": expected whole metres"),
        (RIGHT, "5000", "", "distance_m = \"\": must not be empty"),
        (RIGHT, "chosen", "", "method = \"\": must not be empty"),
        (RIGHT, "atlas", "", "source = \"\": must not be empty"),
        (RIGHT, "All near by", "", "meaning_en = \"\": must not be empty"),
        (RIGHT, "near\t", "near by\t", "id = \"near by\": an id is of letters"),
        (law, "Water act", "", "act = \"\": must not be empty"),
        (law, "1995", "", "act_date = \"\": must not be empty"),
        (law, "1995", "1995-13", "act_date = \"1995-13\": expected a year"),
        (law, "1995", "last year", "act_date = \"last year\": expected a year"),
        (law, "statutory\t", "statutory\tVI", "hazard_class = \"VI\": a hazard class is one of I, II"),
        (law, "unverified", "verified", "verification = \"verified\": a width that is not there"),
    ] {
        let wrong = right.replacen(was, is, 1);
        assert_ne!(wrong, right, "{was}");
        let told = faults(&[HEAD, &wrong]);
        assert_eq!(told.len(), 1, "{is}: {told:?}");
        assert!(told[0].starts_with("rules.tsv, row 2 (") && told[0].contains(fault), "{is}: {}", told[0]);
    }
    assert!(
        faults(&[HEAD, RIGHT, RIGHT])[0].contains("row 3 (near), id = \"near\": the id of a rule is used")
    );
    let misspelt = HEAD.replace("country", "land");
    assert!(faults(&[&misspelt, RIGHT])[0].contains("land = \"KZ\": the columns are id, kind"));
}

/// A lake with a shape, one without and a vague dump, with these rules.
fn made(lines: &[&str]) -> Result<Release, Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let hotspot = |id: &str, kind: &str, accuracy: u32, geometry: &str| {
        format!(
            r#"{{"type":"Feature","id":"{id}","properties":{{"kind":"{kind}","status":"active","country":"KZ","name_en":"Test","position_source":"atlas",
            "position_kind":"site","position_accuracy_m":{accuracy},"trust":"unverified"}},"geometry":{geometry}}}"#
        )
    };
    let features = [
        hotspot(
            "lake",
            "lake",
            100,
            r#"{"type":"Polygon","coordinates":[[[74,46],[74.3,46],[74.3,46.2],[74,46.2],[74,46]]]}"#,
        ),
        hotspot("pond", "lake", 100, r#"{"type":"Point","coordinates":[75,46]}"#),
        hotspot("dump", "dump", 5000, r#"{"type":"Point","coordinates":[76,46]}"#),
    ];
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write(
        "hotspots.geojson",
        &format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(",")),
    );
    write(
        "sources.tsv",
        "id\ttitle\turl\tattribution\tshare_alike\natlas\tAtlas\thttps://example.org\ttrue\tfalse\n",
    );
    write("rules.tsv", &lines.join("\n"));
    write(
        "release.toml",
        "sources = [\"sources.tsv\"]\nzones = \"rules.tsv\"\n[[layer]]\nfile = \"hotspots.geojson\"\ncollection = \"hotspots\"\n",
    );
    match ingest(&[folder.path().to_owned()], &Options::default()) {
        Ok(outcome) => Ok(outcome.release),
        Err(IngestError::Faults(report)) => Err(report.faults.iter().map(ToString::to_string).collect()),
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn a_shore_belt_has_no_water_in_it_and_a_point_has_no_shore() {
    let belt = "belt\tlake\t\t\tshore\t5000\tscreening\t\t\t\tatlas\tchosen\tverified\tNear the shore\t";
    let release = made(&[HEAD, belt]).unwrap();
    let [belt] = zones_of(&release, "lake")[..] else { panic!("one rule, one zone") };
    let lake = release.collection(CollectionId::Hotspots).get("lake").unwrap();
    let target = Target::new(lake.geometry.as_ref().unwrap()).unwrap();
    assert_eq!(shape(belt).0[0].interiors().len(), 1);
    for step in 0..60 {
        let at = point!(x: 73.9 + f64::from(step) * 0.01, y: 46.1);
        let away = target.distance(at).unwrap();
        // The edge of the belt itself is left out.
        if (away - 5_000.0).abs() > 1.0 && at.x() != 74.0 && at.x() != 74.3 {
            assert_eq!(shape(belt).contains(&at), away > 0.0 && away < 5_000.0, "{at:?}: {away} m");
        }
    }
    let [pond] = zones_of(&release, "pond")[..] else { panic!("one rule, one zone") };
    assert_eq!((pond.text("reason"), &pond.geometry), (Some("no_shape"), &None));
    assert!(zones_of(&release, "dump").is_empty());
}

#[test]
fn a_ring_is_drawn_where_it_is_as_wide_as_the_place_is_vague_and_no_narrower() {
    let narrow = RIGHT.replacen("near", "nearer", 1).replacen("5000", "4999", 1);
    let release = made(&[HEAD, RIGHT, &narrow]).unwrap();
    let zones = zones_of(&release, "dump");
    let told: Vec<_> =
        zones.iter().map(|zone| (zone.id.as_str(), zone.geometry.is_some(), zone.text("reason"))).collect();
    assert_eq!(told, [("dump-near", true, None), ("dump-nearer", false, Some("position_accuracy"))]);
    assert_eq!(zones[1].number("distance_m"), Some(4999.0), "its width is told all the same");
}

#[test]
fn one_wrong_rule_and_there_is_no_release() {
    let unknown = RIGHT.replacen("atlas", "hearsay", 1);
    let told = made(&[HEAD, &unknown]).unwrap_err();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("(near), source = \"hearsay\": no source has this id"), "{told:?}");
    let square = RIGHT.replacen("ring", "square", 1);
    assert_eq!(made(&[HEAD, RIGHT, &square]).unwrap_err().len(), 1);
}

#[test]
fn zones_are_never_read_from_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("zones.geojson");
    std::fs::write(&path, r#"{"type":"FeatureCollection","features":[]}"#).unwrap();
    let told = ingest(&[path], &Options::default()).unwrap_err().to_string();
    assert!(told.contains("zones are derived") && told.contains("[derived-collection]"), "{told}");
}
