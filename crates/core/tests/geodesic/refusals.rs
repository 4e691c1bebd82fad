//! What has no answer gets a reason.

use geo::{Geometry, GeometryCollection, LineString, MultiPoint, Point, line_string, polygon};
use terrikon_core::geodesic::{GeodesicError, Target, buffer, disc};

#[test]
fn radii_out_of_range() {
    for radius in [f64::NAN, f64::INFINITY, 0.0, -5.0, 0.99, 500_001.0] {
        assert!(matches!(disc((70.0, 50.0).into(), radius), Err(GeodesicError::Radius(_))), "{radius}");
    }
    assert!(disc((70.0, 50.0).into(), 1.0).is_ok() && disc((70.0, 50.0).into(), 500_000.0).is_ok());
}

#[test]
fn positions_that_are_not_on_the_earth() {
    for (lon, lat) in [(f64::NAN, 0.0), (0.0, f64::NAN), (0.0, 90.1), (361.0, 0.0), (f64::INFINITY, 0.0)] {
        assert!(matches!(disc((lon, lat).into(), 10.0), Err(GeodesicError::Position { .. })), "{lon} {lat}");
        let line: Geometry<f64> = line_string![(x: 1.0, y: 1.0), (x: lon, y: lat)].into();
        assert!(matches!(buffer(&line, 10.0), Err(GeodesicError::Position { .. })));
    }
    let target = Target::new(&Point::new(70.0, 50.0).into()).unwrap();
    assert!(target.distance((f64::NAN, 0.0).into()).is_err());
}

#[test]
fn empty_geometries() {
    let empty: [Geometry<f64>; 3] = [
        MultiPoint::<f64>::new(vec![]).into(),
        LineString::<f64>::new(vec![]).into(),
        Geometry::GeometryCollection(GeometryCollection::new_from(vec![])),
    ];
    for geometry in &empty {
        assert_eq!(buffer(geometry, 10.0), Err(GeodesicError::Empty));
        assert!(Target::new(geometry).is_err());
    }
}

#[test]
fn rings_that_cross_themselves_or_enclose_nothing() {
    let bow: Geometry<f64> =
        polygon![(x: 0.0, y: 0.0), (x: 2.0, y: 1.0), (x: 2.0, y: 0.0), (x: 0.0, y: 2.0)].into();
    assert!(matches!(buffer(&bow, 10.0), Err(GeodesicError::SelfCrossing { .. })));
    let flat: Geometry<f64> = polygon![(x: 0.0, y: 0.0), (x: 2.0, y: 0.0), (x: 0.0, y: 0.0)].into();
    assert!(matches!(buffer(&flat, 10.0), Err(GeodesicError::Flat { .. })));
}

#[test]
fn no_single_shortest_way() {
    let line: Geometry<f64> = line_string![(x: 0.0, y: 0.0), (x: 179.9, y: 0.1)].into();
    assert!(matches!(buffer(&line, 10.0), Err(GeodesicError::Antipodal { .. })));
}

#[test]
fn more_positions_than_are_worth_waiting_for() {
    let line: Geometry<f64> =
        (0..200_001).map(|i| (f64::from(i) * 1e-4, 50.0)).collect::<LineString<f64>>().into();
    assert!(matches!(buffer(&line, 10.0), Err(GeodesicError::TooLarge { count: 200_001, .. })));
}

#[test]
fn a_line_without_length_is_a_position() {
    let line: Geometry<f64> = line_string![(x: 70.0, y: 50.0), (x: 70.0, y: 50.0)].into();
    assert_eq!(buffer(&line, 10.0).unwrap(), disc((70.0, 50.0).into(), 10.0).unwrap());
}
