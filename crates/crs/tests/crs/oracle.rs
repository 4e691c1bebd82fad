//! Positions as pyproj tells them (`oracle.py` made `oracle.tsv`), both directions.

use geo::{Coord, Geometry, Point};
use terrikon_crs::{Crs, Unit};

struct Case {
    crs: Crs,
    name: &'static str,
    lon_lat: Coord<f64>,
    told: Coord<f64>,
    back: Coord<f64>,
}

fn cases() -> Vec<Case> {
    let rows = include_str!("oracle.tsv").lines();
    rows.map(|row| {
        let cells: Vec<&str> = row.split('\t').collect();
        let pair = |at: usize| Coord { x: cells[at].parse().unwrap(), y: cells[at + 1].parse().unwrap() };
        Case {
            crs: Crs::parse(&format!("EPSG:{}", cells[0])).unwrap(),
            name: cells[1],
            lon_lat: pair(2),
            told: pair(4),
            back: pair(6),
        }
    })
    .collect()
}

fn position(shape: &Geometry<f64>) -> Coord<f64> {
    let Geometry::Point(Point(at)) = shape else { panic!("{shape:?}") };
    *at
}

fn apart(a: Coord<f64>, b: Coord<f64>) -> f64 {
    (a.x - b.x).abs().max((a.y - b.y).abs())
}

#[test]
fn every_crs_says_what_pyproj_says_in_its_own_order() {
    let cases = cases();
    assert_eq!(cases.len(), 6 * (Crs::ALL.len() - 1));
    for Case { crs, name, lon_lat, told, .. } in cases {
        let shape = crs.ordered(crs.from_degrees(&Point(lon_lat).into()).unwrap());
        // Half of the last digit that is told, and what the two versions of PROJ differ by.
        let tolerance = if crs.unit() == Unit::Metre { 0.000_6 } else { 0.6e-9 };
        assert!(apart(position(&shape), told) <= tolerance, "{crs} {name}: {shape:?} for {told:?}");
    }
}

#[test]
fn and_back() {
    for Case { crs, name, told, back, .. } in cases() {
        let shape = crs.to_degrees(&crs.ordered(Point(told).into())).unwrap();
        assert!(apart(position(&shape), back) < 1e-9, "{crs} {name}: {shape:?} for {back:?}");
    }
}

#[test]
fn what_is_far_from_a_zone_is_refused() {
    for (crs, lon, lat) in [
        ("EPSG:28413", -20.0, 50.0),
        ("EPSG:32639", 120.0, 50.0),
        ("EPSG:4284", 10.0, 50.0),
        ("EPSG:4284", 70.0, -10.0),
        ("EPSG:3857", 70.0, 90.0),
    ] {
        let crs = Crs::parse(crs).unwrap();
        let told = crs.from_degrees(&Point::new(lon, lat).into());
        assert!(told.is_err(), "{crs} {lon} {lat}: {told:?}");
    }
}
