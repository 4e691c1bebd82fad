//! The antimeridian and the poles.

use geo::{BoundingRect as _, Coord, Geometry, LineString, MultiPolygon, Point, line_string, polygon};
use terrikon_core::geodesic::{Target, area, buffer, disc};

use super::oracle::{Chance, classify};

fn is_on_the_map(area: &MultiPolygon<f64>) {
    let bounds = area.bounding_rect().unwrap();
    assert!(bounds.min().x >= -180.0 && bounds.max().x <= 180.0, "{bounds:?}");
    assert!(bounds.min().y >= -90.0 && bounds.max().y <= 90.0, "{bounds:?}");
}

#[test]
fn a_disc_over_the_antimeridian_has_two_parts_that_meet_there() {
    for (lon, lat) in [(179.99, 65.0), (-179.99, -16.5), (180.0, 0.0), (-180.0, 71.2)] {
        let whole = disc((lon, lat).into(), 10_000.0).unwrap();
        is_on_the_map(&whole);
        assert_eq!(whole.0.len(), 2, "{lon} {lat}");
        for (polygon, seam) in whole.iter().zip([180.0, -180.0]) {
            assert!(polygon.exterior().coords().any(|vertex| vertex.x == seam));
        }
        let elsewhere = area(&disc((70.0, lat).into(), 10_000.0).unwrap());
        assert!((area(&whole) / elsewhere - 1.0).abs() < 1e-5);
        classify(&Point::new(lon, lat).into(), &whole, 10_000.0, 1_000);
    }
}

#[test]
fn a_disc_around_a_pole_encloses_it() {
    for (lat, radius) in
        [(90.0, 100.0), (90.0, 500_000.0), (-90.0, 20_000.0), (89.9, 20_000.0), (-88.0, 300_000.0)]
    {
        let centre = Point::new(33.0, lat);
        let cap = disc(centre, radius).unwrap();
        is_on_the_map(&cap);
        assert!(cap.iter().any(|polygon| polygon.exterior().coords().any(|vertex| vertex.y.abs() == 90.0)));
        let curved =
            std::f64::consts::PI * radius * radius * (1.0 - radius * radius / 12.0 / 6.4e6_f64.powi(2));
        assert!((area(&cap) / curved - 1.0).abs() < 5e-4, "{lat} {radius}: {}", area(&cap) / curved);
        classify(&centre.into(), &cap, radius, 1_000);
    }
}

#[test]
fn a_disc_that_touches_a_pole_is_right() {
    // The meridian from 89° to the pole has 111,693.9 m.
    for radius in [111_600.0, 111_693.0, 111_694.0, 111_693.86, 111_800.0] {
        let centre = Point::new(100.0, 89.0);
        classify(&centre.into(), &disc(centre, radius).unwrap(), radius, 1_000);
    }
}

#[test]
fn lines_over_the_antimeridian_and_the_pole() {
    let lines: [Geometry<f64>; 4] = [
        line_string![(x: 178.0, y: 65.0), (x: -178.5, y: 66.0), (x: 179.0, y: 67.0)].into(),
        line_string![(x: 178.0, y: -16.0), (x: 181.5, y: -16.4)].into(),
        line_string![(x: 20.0, y: 87.0), (x: -150.0, y: 88.0), (x: -60.0, y: 86.0)].into(),
        line_string![(x: 10.0, y: -89.0), (x: -170.0, y: -89.0)].into(),
    ];
    for line in &lines {
        for radius in [1_000.0, 50_000.0, 400_000.0] {
            let zone = buffer(line, radius).unwrap();
            is_on_the_map(&zone);
            classify(line, &zone, radius, 500);
        }
    }
}

#[test]
fn lines_to_a_pole() {
    for pole in [90.0, -90.0_f64] {
        for (lon, end) in [(-180.0, -180.0), (180.0, 0.0), (0.0, 45.0), (33.3, -170.0)] {
            for radius in [1_000.0, 100_000.0, 500_000.0] {
                let line = line_string![(x: lon, y: pole.signum() * 79.0), (x: end, y: pole)].into();
                let zone = buffer(&line, radius).unwrap();
                is_on_the_map(&zone);
                classify(&line, &zone, radius, 500);
                let through: Geometry<f64> =
                    line_string![(x: lon, y: pole.signum() * 88.0), (x: end, y: pole), (x: lon + 77.0, y: pole.signum() * 89.0)]
                        .into();
                classify(&through, &buffer(&through, radius).unwrap(), radius, 500);
            }
        }
    }
}

#[test]
fn a_polygon_may_cross_the_antimeridian_cut_or_not() {
    let whole: Geometry<f64> =
        polygon![(x: 179.0, y: 51.0), (x: -179.0, y: 51.0), (x: -179.0, y: 52.0), (x: 179.0, y: 52.0)].into();
    let further: Geometry<f64> =
        polygon![(x: 179.0, y: 51.0), (x: 181.0, y: 51.0), (x: 181.0, y: 52.0), (x: 179.0, y: 52.0)].into();
    let (a, b) = (buffer(&whole, 20_000.0).unwrap(), buffer(&further, 20_000.0).unwrap());
    is_on_the_map(&a);
    assert_eq!(a.0.len(), 2);
    assert!((area(&a) / area(&b) - 1.0).abs() < 1e-9);
    // 138.9 to 140.3 km by 111.3 km, and the margin.
    let expected =
        139_600.0 * 111_260.0 + 2.0 * (139_600.0 + 111_260.0) * 20_000.0 + std::f64::consts::PI * 4e8;
    assert!((area(&a) / expected - 1.0).abs() < 0.005, "{} {expected}", area(&a));
    let cut = MultiPolygon(a.0.clone()).into();
    assert_eq!(Target::new(&cut).unwrap().distance((179.99, 51.5).into()).unwrap(), 0.0);
    assert_eq!(Target::new(&whole).unwrap().distance((-179.99, 51.5).into()).unwrap(), 0.0);
    assert!(Target::new(&whole).unwrap().distance((0.0, 51.5).into()).unwrap() > 5e6);
}

#[test]
fn a_polygon_around_a_pole_encloses_it() {
    let ring: Vec<Coord> = (0..36).map(|i| Coord { x: f64::from(i) * 10.0 - 180.0, y: -80.0 }).collect();
    let antarctic: Geometry<f64> = geo::Polygon::new(geo::LineString(ring), vec![]).into();
    let target = Target::new(&antarctic).unwrap();
    assert_eq!(target.distance((12.0, -85.0).into()).unwrap(), 0.0);
    assert_eq!(target.distance((12.0, -90.0).into()).unwrap(), 0.0);
    assert!(target.distance((12.0, 85.0).into()).unwrap() > 1e7);
    let zone = buffer(&antarctic, 100_000.0).unwrap();
    is_on_the_map(&zone);
    // 10° and 100 km: a cap of 10.9 degrees, its rim of 36 edges a little flatter.
    let cap = 2.0 * std::f64::consts::PI * 6.39e6_f64.powi(2) * (1.0 - (10.895_f64).to_radians().cos());
    assert!((area(&zone) / cap - 1.0).abs() < 0.02, "{}", area(&zone) / cap);
    // Its buffer can be buffered: the cut to the pole is part of the ring.
    let again = buffer(&zone.into(), 100_000.0).unwrap();
    assert!(area(&again) > cap && area(&again) < 1.5 * cap, "{}", area(&again) / cap);
    is_on_the_map(&again);
}

#[test]
fn a_sector_at_a_pole_is_that_sector() {
    let sector: Geometry<f64> =
        polygon![(x: 0.0, y: 80.0), (x: 90.0, y: 80.0), (x: 180.0, y: 80.0), (x: 270.0, y: 80.0), (x: 0.0, y: 90.0)].into();
    let target = Target::new(&sector).unwrap();
    for (lon, inside) in [(45.0, true), (135.0, true), (-135.0, true), (-45.0, false)] {
        assert_eq!(target.distance((lon, 89.0).into()).unwrap() == 0.0, inside, "{lon}");
    }
}

#[test]
fn tangled_lines_anywhere() {
    let mut chance = Chance::new();
    for lat in [-85.0, -60.0, 0.0, 50.0, 74.0, 76.0, 89.0_f64] {
        for lon in [-179.0, 10.0, 179.5] {
            for (radius, step) in
                [(50.0, 0.01), (2_000.0, 0.3), (60_000.0, 0.1), (60_000.0, 3.0), (500_000.0, 3.0)]
            {
                let (mut x, mut y) = (lon, lat);
                let mut walk = || {
                    x += step * (chance.next() * 2.0 - 1.0);
                    y = (y + step * (chance.next() * 2.0 - 1.0)).clamp(-90.0, 90.0);
                    Coord { x, y }
                };
                let line: Geometry<f64> = (0..12).map(|_| walk()).collect::<LineString<f64>>().into();
                let zone = buffer(&line, radius).unwrap();
                is_on_the_map(&zone);
                classify(&line, &zone, radius, 60);
            }
        }
    }
}
