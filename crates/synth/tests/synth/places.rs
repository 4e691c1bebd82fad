//! Where made-up hotspots lie.

use crate::{fixture, hotspots, made, zones};
use geo::{
    Contains as _, Distance as _, Euclidean, Geometry, Intersects as _, Point, Validation as _, line_string,
};
use std::collections::BTreeMap;
use terrikon_core::{
    AreaAt, CollectionId, Feature, Release, Validity,
    geodesic::{Target, area},
};

/// The areas of a collection that hold a position, their borders included.
pub(crate) fn holding(release: &Release, id: CollectionId, at: Point<f64>) -> Vec<&Feature> {
    let areas = release.collection(id).features.iter();
    areas.filter(|area| area.geometry.as_ref().unwrap().intersects(&at)).collect()
}

/// Every hotspot lies in the oblasts that it names, of a covered country, in each division.
pub(crate) fn assert_in_its_oblasts(release: &Release) {
    for hotspot in hotspots(release) {
        let at = Point::from(hotspot.position.unwrap());
        let oblasts = holding(release, CollectionId::Oblasts, at);
        assert!(hotspot.oblasts.iter().any(|area| area.validity.is_current()), "{}", hotspot.id);
        for area in &hotspot.oblasts {
            let known = oblasts.iter().any(|oblast| oblast.text("code") == Some(area.code.as_str()));
            assert!(known, "{} is not in {}", hotspot.id, area.code);
        }
        assert_eq!(hotspot.text("country"), Some("KZ"), "{}: KG is not covered", hotspot.id);
        let raions = &release.collection(CollectionId::Raions).features;
        for raion in raions {
            // One on the border may have either.
            let shape = raion.geometry.as_ref().unwrap();
            let is_its = hotspot.raion.as_deref() == Some(raion.id.as_str());
            assert!(if is_its { shape.intersects(&at) } else { !shape.contains(&at) }, "{}", hotspot.id);
        }
    }
}

#[test]
fn all_lie_in_the_oblasts_that_they_name() {
    let made = made(3_000, 7);
    assert_in_its_oblasts(&made);
    let one = |code: &str, validity| vec![AreaAt { code: code.to_owned(), validity }];
    let of_two = vec![
        AreaAt {
            code: "KZ-35".to_owned(),
            validity: Validity { valid_from: None, valid_to: Some(fixture::split()) },
        },
        AreaAt {
            code: "KZ-62".to_owned(),
            validity: Validity { valid_from: Some(fixture::split()), valid_to: None },
        },
    ];
    for hotspot in hotspots(&made) {
        let [lon, _] = hotspot.position.unwrap();
        let expected = if lon < 70.0 { of_two.clone() } else { one("KZ-35", Validity::ALWAYS) };
        assert_eq!(hotspot.oblasts, expected, "{}: a code that stays is one entry", hotspot.id);
    }
    let ulytau = hotspots(&made).iter().filter(|hotspot| hotspot.oblasts.len() == 2).count();
    let temirtau = hotspots(&made).iter().filter(|hotspot| hotspot.raion.is_some()).count();
    assert!(ulytau > 100 && temirtau > 100, "{ulytau} {temirtau}");
}

#[test]
fn they_are_clumped_around_towns_and_lie_along_rivers() {
    let made = made(10_000, 7);
    let towns: Vec<Point<f64>> = made
        .collection(CollectionId::Settlements)
        .features
        .iter()
        .map(|town| Point::from(town.position.unwrap()))
        .collect();
    let nura = line_string![(x: 74.0, y: 50.0), (x: 70.0, y: 50.5)];
    let (mut by_town, mut by_river) = ([0; 3], 0);
    for hotspot in hotspots(&made) {
        let at = Point::from(hotspot.position.unwrap());
        // 0.3° are 22 to 33 km: six times the mean and more.
        let near = towns.iter().position(|town| Euclidean.distance(town, &at) < 0.3);
        if let Some(town) = near {
            by_town[town] += 1;
        } else if Euclidean.distance(&nura, &at) < 0.03 {
            by_river += 1;
        }
    }
    let around: usize = by_town.iter().sum();
    assert!((7_700..8_300).contains(&around), "four fifths are around towns: {by_town:?}");
    assert!(by_town.iter().all(|count| *count > 100), "{by_town:?}");
    assert!(
        (700..1_100).contains(&by_river),
        "a tenth lies along the river, less by its part near towns: {by_river}"
    );
}

#[test]
fn some_share_their_position_to_the_last_digit() {
    let made = made(20_000, 7);
    let mut at: BTreeMap<[u64; 2], usize> = BTreeMap::new();
    for hotspot in hotspots(&made) {
        *at.entry(hotspot.position.unwrap().map(f64::to_bits)).or_default() += 1;
    }
    let shared: usize = at.values().map(|count| count - 1).sum();
    assert!((60..=140).contains(&shared), "0.5 % are 100: {shared}");
}

#[test]
fn outlines_are_closed_do_not_cross_and_hold_their_position() {
    let made = made(10_000, 7);
    let (mut outlines, mut points) = (0, 0);
    for hotspot in hotspots(&made) {
        let at = Point::from(hotspot.position.unwrap());
        match hotspot.geometry.as_ref().unwrap() {
            Geometry::Point(point) => {
                assert_eq!(*point, at);
                points += 1;
            }
            Geometry::Polygon(polygon) => {
                assert!(polygon.is_valid(), "{}: {:?}", hotspot.id, polygon.check_validation());
                assert!(polygon.exterior().is_closed() && polygon.contains(&at), "{}", hotspot.id);
                let square_metres = area(&polygon.clone().into());
                assert!((10_000.0..20e6).contains(&square_metres), "{}: {square_metres}", hotspot.id);
                assert_eq!(hotspot.text("position_kind"), Some("digitised"));
                outlines += 1;
            }
            other => panic!("{}: {other:?}", hotspot.id),
        }
    }
    assert_eq!(outlines + points, 10_000);
    assert!((140..=260).contains(&outlines), "2 % are 200: {outlines}");
}

#[test]
fn every_fiftieth_has_a_ring_of_a_kilometre() {
    let made = made(1_000, 7);
    assert_eq!(zones(&made).len(), 20);
    for zone in zones(&made) {
        let hotspot = made.collection(CollectionId::Hotspots).get(zone.text("hotspot").unwrap()).unwrap();
        assert!(zone.id.starts_with(&hotspot.id));
        assert!(hotspot.number("position_accuracy_m").unwrap() <= 1_000.0, "else it would not be drawn");
        assert_eq!(
            (&zone.oblasts, &zone.raion, zone.validity),
            (&hotspot.oblasts, &hotspot.raion, hotspot.validity)
        );
        let Some(Geometry::MultiPolygon(shape)) = &zone.geometry else { panic!("{:?}", zone.geometry) };
        assert_eq!((shape.0.len(), shape.0[0].exterior().0.len()), (1, 65));
        let centre = Target::new(&Point::from(hotspot.position.unwrap()).into()).unwrap();
        for vertex in shape.0[0].exterior().points() {
            let metres = centre.distance(vertex).unwrap();
            assert!((metres - 1_000.0).abs() < 0.2, "{}: {metres}", zone.id);
        }
        assert_eq!(zone.number("area_m2"), Some(area(shape).round()));
    }
}
