//! The bundled release: what it says is so, and its areas fit each other.

use crate::{BUNDLED, fixtures};
use geo::{Coord, CoordsIter as _, GeodesicArea as _, Geometry, LineString, MultiPolygon, Validation as _};
use std::collections::{BTreeMap, BTreeSet};
use terrikon_core::{CollectionId, Date, Feature, PositionKind, Release, release::GENERALISED_MAX_ZOOM};
use terrikon_ingest::{ingest, pipeline::Options};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn hotspot(id: &str) -> &'static Feature {
    BUNDLED.collection(CollectionId::Hotspots).get(id).unwrap_or_else(|| panic!("{id} is not in the release"))
}

fn raion_name(code: &str) -> &'static str {
    BUNDLED.collection(CollectionId::Raions).get(code).unwrap().names.en.as_deref().unwrap()
}

#[test]
fn the_five_starting_cases_have_their_figures_oblast_and_raion() {
    for (id, people, grant, oblast, raion) in [
        ("kz-karaganda-dumps", 500_000.0, 2300.0, "KZ-35", "Karaganda"),
        ("kz-glubokoe-irtysh", 9_000.0, 2000.0, "KZ-63", "Glubokoe"),
        ("kz-temirtau-air", 170_000.0, 2220.0, "KZ-35", "Temirtau"),
        ("kz-balkhash-north", 30_000.0, 2500.0, "KZ-35", "Balkhash"),
        ("kz-stepnogorsk-u", 70_000.0, 2000.0, "KZ-11", "Stepnogorsk"),
    ] {
        let claims: Vec<_> = BUNDLED.claims.iter().filter(|claim| claim.subject == id).collect();
        let value = |property: &str| {
            claims.iter().find(|claim| claim.property == property).and_then(|claim| claim.value_low)
        };
        assert_eq!(value("people_affected"), Some(people), "{id}");
        assert_eq!(value("grant"), Some(grant), "{id}");
        assert_eq!(hotspot(id).oblast_on(day("2024-06-30")), Some(oblast), "{id}");
        assert_eq!(raion_name(hotspot(id).raion.as_deref().unwrap()), raion, "{id}");
    }
}

#[test]
fn the_oblast_of_a_place_depends_on_the_day() {
    let settlement = |name: &str, near: [f64; 2]| {
        let towns = &BUNDLED.collection(CollectionId::Settlements).features;
        let is_there = |town: &&Feature| {
            town.names.ru.as_deref() == Some(name)
                && town
                    .position
                    .is_some_and(|at| (at[0] - near[0]).abs() < 0.3 && (at[1] - near[1]).abs() < 0.3)
        };
        towns.iter().find(is_there).unwrap_or_else(|| panic!("{name} is not in the release"))
    };
    for (place, before, after) in [
        (hotspot("kz-zhezkazgan"), Some("KZ-35"), Some("KZ-62")),
        (hotspot("kz-tekeli"), Some("KZ-19"), Some("KZ-33")),
        (hotspot("kz-glubokoe-irtysh"), Some("KZ-63"), Some("KZ-63")),
        (hotspot("kg-kanysh-kiya"), Some("KG-J"), Some("KG-J")),
        (settlement("Семей", [80.25, 50.41]), Some("KZ-63"), Some("KZ-10")),
        (settlement("Талдыкорган", [78.37, 45.02]), Some("KZ-19"), Some("KZ-33")),
    ] {
        assert_eq!(place.oblast_on(day("2021-06-30")), before, "{}", place.id);
        assert_eq!(place.oblast_on(day("2022-06-07")), before, "{}", place.id);
        assert_eq!(place.oblast_on(day("2022-06-08")), after, "{}", place.id);
        assert_eq!(place.oblast_on(day("2024-06-30")), after, "{}", place.id);
    }
    assert_eq!(raion_name(hotspot("kg-kanysh-kiya").raion.as_deref().unwrap()), "Chatkal District");
}

#[test]
fn every_hotspot_has_oblast_raion_source_and_accuracy() {
    let hotspots = &BUNDLED.collection(CollectionId::Hotspots).features;
    assert!(hotspots.len() >= 80, "{}", hotspots.len());
    for place in hotspots {
        assert!(place.oblast_on(day("2026-01-01")).is_some(), "{} has no oblast", place.id);
        assert!(place.number("position_accuracy_m").unwrap() >= 1.0);
        assert!(place.names.en.is_some() && place.names.ru.is_some(), "{} has no name", place.id);
        let accuracy = place.number("position_accuracy_m").unwrap();
        let kind: PositionKind = place.text("position_kind").unwrap().parse().unwrap();
        if kind == PositionKind::TownCentroid {
            assert!(
                accuracy >= 1_000.0,
                "{}: a town's centre is not the site, and says so by its accuracy",
                place.id
            );
        }
        if place.text("trust") == Some("sourced") {
            let is_backed = BUNDLED.claims.iter().any(|claim| claim.subject == place.id);
            assert!(is_backed, "{} is called sourced without a claim", place.id);
        }
    }
}

#[test]
fn the_same_inputs_make_the_same_id() {
    let again = ingest(&[fixtures()], &Options::default()).unwrap().release;
    assert_eq!(again.id, BUNDLED.id);
}

#[test]
fn both_divisions_are_there() {
    let codes = |on: &str| -> BTreeSet<&str> {
        let oblasts = &BUNDLED.collection(CollectionId::Oblasts).features;
        oblasts
            .iter()
            .filter(|oblast| oblast.validity.contains(day(on)))
            .map(|oblast| oblast.text("code").unwrap())
            .collect()
    };
    assert_eq!(codes("2021-06-30").len(), 17 + 9);
    assert_eq!(codes("2024-06-30").len(), 20 + 9);
    let new: Vec<_> = codes("2024-06-30").difference(&codes("2021-06-30")).copied().collect();
    assert_eq!(new, ["KZ-10", "KZ-33", "KZ-62"]);
}

/// Polygons by feature id.
type Shapes<'a> = BTreeMap<&'a str, MultiPolygon<f64>>;

fn polygons(geometry: &Geometry<f64>) -> MultiPolygon<f64> {
    match geometry {
        Geometry::Polygon(one) => MultiPolygon::from(one.clone()),
        Geometry::MultiPolygon(many) => many.clone(),
        other => panic!("{other:?} is no area"),
    }
}

/// Every undirected edge with the number of polygons that have it: shared borders have two, outer ones have one.
fn edges(shapes: &Shapes<'_>) -> BTreeMap<[[i64; 2]; 2], u32> {
    let whole = |coord: Coord<f64>| [(coord.x * 1e6).round() as i64, (coord.y * 1e6).round() as i64];
    let mut count = BTreeMap::new();
    let mut add = |ring: &LineString<f64>| {
        for line in ring.lines() {
            let (a, b) = (whole(line.start), whole(line.end));
            *count.entry(if a < b { [a, b] } else { [b, a] }).or_default() += 1;
        }
    };
    for polygon in shapes.values().flatten() {
        add(polygon.exterior());
        polygon.interiors().iter().for_each(&mut add);
    }
    count
}

/// Neighbours share their border to the vertex, and the outer edges of the parts are the edges of the whole.
fn assert_parts_make_whole(parts: &Shapes<'_>, whole: &Shapes<'_>, what: &str) {
    let parts = edges(parts);
    assert!(parts.values().all(|count| *count <= 2), "{what}: three areas have one edge");
    let outer: BTreeSet<_> = parts.iter().filter(|(_, count)| **count == 1).map(|(edge, _)| *edge).collect();
    let border: BTreeSet<_> =
        edges(whole).into_iter().filter(|(_, count)| *count == 1).map(|(edge, _)| edge).collect();
    let strange = outer.symmetric_difference(&border).count();
    assert_eq!(strange, 0, "{what}: {strange} edges are neither shared nor on the border of the country");
}

fn oblasts_of<'a>(release: &'a Release, country: &str, on: &str) -> Shapes<'a> {
    let oblasts = release.collection(CollectionId::Oblasts).features.iter();
    let wanted =
        oblasts.filter(|oblast| oblast.text("country") == Some(country) && oblast.validity.contains(day(on)));
    wanted.map(|oblast| (oblast.id.as_str(), polygons(oblast.geometry.as_ref().unwrap()))).collect()
}

fn country<'a>(release: &'a Release, code: &str) -> Shapes<'a> {
    let feature = release.collection(CollectionId::Countries).get(code).unwrap();
    BTreeMap::from([(feature.id.as_str(), polygons(feature.geometry.as_ref().unwrap()))])
}

#[test]
fn oblasts_of_each_division_cover_the_country_without_gap_or_overlap() {
    let km2 =
        |shapes: &Shapes<'_>| shapes.values().map(|shape| shape.geodesic_area_unsigned() / 1e6).sum::<f64>();
    for (code, on) in [("KZ", "2021-06-30"), ("KZ", "2024-06-30"), ("KG", "2024-06-30")] {
        let parts = oblasts_of(&BUNDLED, code, on);
        let whole = country(&BUNDLED, code);
        assert_parts_make_whole(&parts, &whole, &format!("{code} on {on}"));
        let difference = (km2(&parts) - km2(&whole)).abs();
        assert!(difference < 1.0, "{code} on {on}: {difference} km² of gaps or overlaps");
    }
    let all: Shapes<'_> = ["KZ", "KG"].into_iter().flat_map(|code| country(&BUNDLED, code)).collect();
    let shared = edges(&all).values().filter(|count| **count == 2).count();
    assert!(shared > 300, "the two countries share one line of {shared} edges");
}

#[test]
fn all_areas_are_valid_polygons_wound_as_rfc_7946_asks() {
    use geo::Winding as _;
    for id in [CollectionId::Oblasts, CollectionId::Raions, CollectionId::Countries] {
        for feature in &BUNDLED.collection(id).features {
            let shape = polygons(feature.geometry.as_ref().unwrap());
            assert!(shape.is_valid(), "{id} {}: {:?}", feature.id, shape.check_validation());
            for polygon in &shape {
                assert!(
                    polygon.exterior().is_ccw() && polygon.interiors().iter().all(LineString::is_cw),
                    "{}",
                    feature.id
                );
            }
        }
    }
}

#[test]
fn borders_are_shared_at_every_zoom_that_is_served() {
    for zoom in 0..=GENERALISED_MAX_ZOOM {
        let layer = |layer: &str, on: &str| -> Shapes<'_> {
            let drawn = BUNDLED.generalised.iter();
            let drawn = drawn.filter(|shape| {
                shape.layer == layer && shape.zoom == zoom && shape.validity.contains(day(on))
            });
            drawn.map(|shape| (shape.feature.as_str(), polygons(&shape.geometry))).collect()
        };
        for on in ["2021-06-30", "2024-06-30"] {
            let oblasts = layer("oblasts", on);
            let expected = if on == "2021-06-30" { 26 } else { 29 };
            assert_eq!(oblasts.len(), expected, "zoom {zoom} on {on}");
            let covered: Shapes<'_> =
                layer("countries", on).into_iter().filter(|(code, _)| ["KZ", "KG"].contains(code)).collect();
            assert_parts_make_whole(&oblasts, &covered, &format!("zoom {zoom} on {on}"));
        }
        for (id, shape) in layer("oblasts", "2024-06-30") {
            let whole = shape.coords_iter().all(|coord| coord.x.fract() == 0.0 && coord.y.fract() == 0.0);
            assert!(whole, "zoom {zoom}: {id} has coordinates between tile units");
            assert!(shape.is_valid(), "zoom {zoom}: {id}: {:?}", shape.check_validation());
        }
    }
}
