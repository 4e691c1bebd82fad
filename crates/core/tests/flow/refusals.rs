//! What has no answer, and what it says.

use geo::{Geometry, LineString, MultiPoint, Point, Rect};
use terrikon_core::{
    Feature,
    flow::{FlowError, FlowNetwork},
};

use super::made_up::{at, river};

fn ask(from: impl Into<Geometry<f64>>, within_m: f64, distance_m: f64) -> FlowError {
    let network = FlowNetwork::new(&[river("main", 1, &[(0.0, 0.0), (100.0, 0.0)])], &[]);
    network.downstream(&from.into(), within_m, distance_m).unwrap_err()
}

#[test]
fn numbers_out_of_range() {
    let place = Point(at(10.0, 1.0));
    for within in [f64::NAN, -1.0, 50_001.0, f64::INFINITY] {
        assert!(matches!(ask(place, within, 1e3), FlowError::Within(_)));
    }
    for distance in [f64::NAN, 0.0, -1.0, f64::NEG_INFINITY] {
        assert!(matches!(ask(place, 1e3, distance), FlowError::Distance(_)));
    }
}

#[test]
fn positions_and_shapes() {
    assert!(matches!(ask(Point::new(f64::NAN, 0.0), 1e3, 1e3), FlowError::Position { .. }));
    assert!(matches!(ask(Point::new(70.0, 90.1), 1e3, 1e3), FlowError::Position { .. }));
    assert_eq!(ask(LineString::new(Vec::new()), 1e3, 1e3), FlowError::Empty);
    assert_eq!(ask(MultiPoint::new(Vec::new()), 1e3, 1e3), FlowError::Empty);
    let two = MultiPoint::from(vec![at(0.0, 0.0), at(1.0, 0.0)]);
    assert_eq!(ask(two, 1e3, 1e3), FlowError::Shape("MultiPoint"));
    assert_eq!(ask(Rect::new(at(0.0, 0.0), at(1.0, 1.0)), 1e3, 1e3), FlowError::Shape("Polygon"));
}

#[test]
fn too_far_says_how_far() {
    let refused = ask(Point(at(10.0, 2.0)), 2_000.0, 1e3);
    assert_eq!(refused.to_string(), "no river of the data lies within 2000 m; the nearest is 2211 m away");
    let nowhere = FlowNetwork::new(&[], &[]).downstream(&Point(at(0.0, 0.0)).into(), 2_000.0, 1e3);
    assert_eq!(nowhere.unwrap_err().to_string(), "no river of the data lies within 2000 m");
}

#[test]
fn features_that_are_no_rivers_are_left_out() {
    let mut bad = river("bad", 1, &[(0.0, 1.0), (f64::NAN, 0.0)]);
    let none = Feature { id: "none".to_owned(), ..Feature::default() };
    let dot = river("dot", 1, &[(0.0, 1.0), (0.0, 1.0)]);
    let good = river("good", 1, &[(0.0, 0.0), (100.0, 0.0)]);
    let network = FlowNetwork::new(&[bad.clone(), none.clone(), dot, good], &[bad.clone(), none]);
    let way = network.downstream(&Point(at(0.0, 1.0)).into(), 2_000.0, 1e9).unwrap();
    assert_eq!(way.rivers[0].id.as_deref(), Some("good"));
    bad.geometry = Some(Rect::new(at(0.0, 0.0), at(f64::INFINITY, 1.0)).to_polygon().into());
    assert_eq!(FlowNetwork::new(&[], &[bad]).turned().count(), 0);
}
