//! Boxes of one CRS in degrees.

use geo::{Coord, Geometry, Point};
use proptest::prelude::*;
use terrikon_core::Envelope;
use terrikon_crs::{Axes, Crs};

fn crs(name: &str) -> Crs {
    Crs::parse(name).unwrap()
}

#[test]
fn numbers_come_in_the_order_of_the_crs() {
    let temirtau = Envelope { west: 72.0, south: 49.0, east: 74.0, north: 51.0 };
    assert_eq!(crs("OGC:CRS84").box_to_degrees([72.0, 49.0, 74.0, 51.0]), Ok(temirtau));
    assert_eq!(crs("EPSG:4326").box_to_degrees([49.0, 72.0, 51.0, 74.0]), Ok(temirtau));
    let zone =
        crs("EPSG:28413").box_to_degrees([5_500_000.0, 13_300_000.0, 5_600_000.0, 13_400_000.0]).unwrap();
    assert!(zone.contains(72.9667, 50.0667), "{zone:?}");
    assert!(zone.east - zone.west < 2.0 && zone.north - zone.south < 1.1, "{zone:?}");
    // EPSG:3857 by the formula of the sphere: 1 km around Temirtau.
    let web = crs("EPSG:3857").box_to_degrees([8_122_115.0, 6_457_335.0, 8_123_115.0, 6_458_335.0]).unwrap();
    assert!((web.west - 72.962_208_6).abs() < 1e-5 && web.contains(72.9667, 50.0667), "{web:?}");
}

#[test]
fn a_box_may_cross_the_antimeridian_where_meridians_are_straight() {
    let over = crs("EPSG:4326").box_to_degrees([-90.0, 170.0, 90.0, -170.0]).unwrap();
    assert_eq!((over.west, over.east), (170.0, -170.0));
    let web = crs("EPSG:3857").box_to_degrees([19_000_000.0, 0.0, -19_000_000.0, 1.0]).unwrap();
    assert!(web.west > 170.0 && web.east < -170.0);
}

#[test]
fn what_is_no_box_of_the_crs_is_refused() {
    for (name, corners) in [
        ("EPSG:4326", [0.0, 0.0, 91.0, 1.0]),
        ("EPSG:4326", [51.0, 72.0, 49.0, 74.0]),
        ("EPSG:4326", [f64::NAN, 0.0, 1.0, 1.0]),
        ("EPSG:4326", [0.0, f64::NEG_INFINITY, 1.0, 1.0]),
        ("EPSG:3857", [0.0, 0.0, 3e7, 1.0]),
        ("EPSG:3857", [0.0, 0.0, f64::INFINITY, 1.0]),
        ("EPSG:28413", [0.0, 0.0, 1e9, 1e9]),
        ("EPSG:28413", [1e300, 1e300, 1e300, 1e300]),
        ("EPSG:28413", [5e6, 13.4e6, 5e6, 13.3e6]),
        ("EPSG:32642", [f64::NAN; 4]),
    ] {
        assert!(crs(name).box_to_degrees(corners).is_err(), "{name} {corners:?}");
    }
}

proptest! {
    /// Whatever lies in a box of a CRS lies in the box of degrees around it.
    #[test]
    fn a_box_in_degrees_holds_all_of_the_box(
        which in 0..Crs::ALL.len(),
        // The eastern edge too is within reach of every zone.
        lon in 46.0..86.0_f64,
        lat in 39.0..56.0_f64,
        width in 1.0..200_000.0_f64,
        height in 1.0..200_000.0_f64,
        (right, up) in (0.0..=1.0_f64, 0.0..=1.0_f64),
    ) {
        let crs = Crs::ALL[which];
        let Geometry::Point(Point(at)) = crs.from_degrees(&Point::new(lon, lat).into()).unwrap() else { unreachable!() };
        let scale = if crs.unit() == terrikon_crs::Unit::Metre { 1.0 } else { 1e-5 };
        let (width, height) = (width * scale, height * scale);
        let (east, north) = (at.x + width, at.y + height);
        let corners = match crs.axes() {
            Axes::EastNorth => [at.x, at.y, east, north],
            Axes::NorthEast => [at.y, at.x, north, east],
        };
        let degrees = crs.box_to_degrees(corners).unwrap();
        let inside = Coord { x: at.x + width * right, y: at.y + height * up };
        let Geometry::Point(Point(there)) = crs.to_degrees(&Point(inside).into()).unwrap() else { unreachable!() };
        // Between the pieces of an edge a curve may bulge by less than a metre; two operations between datums differ by some.
        let slack = 1e-4;
        let around = Envelope { west: degrees.west - slack, south: degrees.south - slack, east: degrees.east + slack, north: degrees.north + slack };
        prop_assert!(around.contains(there.x, there.y), "{crs} {there:?} is not in {degrees:?}");
    }

    /// The way to a CRS and back ends where it began.
    #[test]
    fn there_and_back_is_the_same_place(which in 0..Crs::ALL.len(), lon in 45.0..90.0_f64, lat in 34.0..58.0_f64) {
        let crs = Crs::ALL[which];
        let there = crs.from_degrees(&Point::new(lon, lat).into()).unwrap();
        let Geometry::Point(Point(back)) = crs.to_degrees(&there).unwrap() else { unreachable!() };
        // Far from a zone a millimetre is more degrees; where the area of one operation between the datums ends, the
        // way back may take the other one, which is a few metres off.
        let tolerance = if crs.axes() == Axes::NorthEast && crs.to_string() != "EPSG:4326" { 8e-5 } else { 2e-7 };
        prop_assert!((back.x - lon).abs() < tolerance && (back.y - lat).abs() < tolerance, "{crs} {lon} {lat}: {back:?}");
    }
}
