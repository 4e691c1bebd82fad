//! Web Mercator (EPSG:3857) as the unit square: x to the east, y to the south, both 0 to 1.

use crate::{EXTENT, MAX_ZOOM};
use geo::{Coord, Geometry, MapCoords as _};
use i_overlay::i_float::int::point::IntPoint;
use std::f64::consts::PI;

/// The latitude at which the square of Web Mercator ends, in degrees.
const LAST_LATITUDE: f64 = 85.051_128_779_806_6;

/// The equator in metres, on the sphere that Web Mercator uses.
const EQUATOR_M: f64 = 2.0 * PI * 6_378_137.0;

/// The side of a tile on the screen, in CSS pixels.
pub const TILE_PX: f64 = 512.0;

/// Tile units in one CSS pixel.
pub(crate) const UNITS_PER_PX: i32 = EXTENT / 512;

/// Degrees to the unit square.
#[must_use]
pub fn project(lon: f64, lat: f64) -> Coord<f64> {
    let sin = lat.clamp(-LAST_LATITUDE, LAST_LATITUDE).to_radians().sin();
    Coord { x: lon / 360.0 + 0.5, y: 0.5 - ((1.0 + sin) / (1.0 - sin)).ln() / (4.0 * PI) }
}

/// The latitude of a place in the unit square, in degrees.
#[must_use]
pub fn latitude(y: f64) -> f64 {
    (PI * (1.0 - 2.0 * y)).sinh().atan().to_degrees()
}

/// A geometry in degrees to the unit square.
#[must_use]
pub fn project_geometry(geometry: &Geometry<f64>) -> Geometry<f64> {
    geometry.map_coords(|coord| project(coord.x, coord.y))
}

/// Tile units in the width of the world at a zoom.
pub(crate) fn world_units(zoom: u8) -> f64 {
    f64::from(EXTENT) * f64::from(1_u32 << zoom)
}

/// The tile unit in which a place of the unit square lies.
pub(crate) fn unit_at(place: Coord<f64>, zoom: u8) -> IntPoint {
    let world = world_units(zoom);
    // A place on the far edge still belongs to the last unit.
    let unit = |part: f64| (part * world).floor().clamp(0.0, world - 1.0) as i32;
    IntPoint { x: unit(place.x), y: unit(place.y) }
}

/// The north-western corner of a tile unit of a zoom, in metres of EPSG:3857. The part of the world is exact, so
/// that a unit has the same corner at every zoom at which it is whole.
pub(crate) fn corner_3857(unit: IntPoint, zoom: u8) -> Coord<f64> {
    place_3857(Coord { x: f64::from(unit.x), y: f64::from(unit.y) } / world_units(zoom))
}

/// The middle of a tile unit of [`MAX_ZOOM`], in metres of EPSG:3857.
pub(crate) fn centre_3857(unit: IntPoint) -> Coord<f64> {
    let middle = Coord { x: f64::from(unit.x) + 0.5, y: f64::from(unit.y) + 0.5 };
    place_3857(middle / world_units(MAX_ZOOM))
}

/// A place of the unit square in metres of EPSG:3857.
fn place_3857(place: Coord<f64>) -> Coord<f64> {
    Coord { x: (place.x - 0.5) * EQUATOR_M, y: (0.5 - place.y) * EQUATOR_M }
}

/// The length on the unit square of metres on the ground at a latitude in degrees.
#[must_use]
pub fn metres(length_m: f64, latitude: f64) -> f64 {
    length_m / (EQUATOR_M * latitude.to_radians().cos())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_places_fall_where_they_should() {
        let middle = project(0.0, 0.0);
        assert!((middle.x - 0.5).abs() < 1e-12 && (middle.y - 0.5).abs() < 1e-12);
        let corner = project(-180.0, 90.0);
        assert!(corner.x.abs() < 1e-12 && corner.y.abs() < 1e-12);
        // Temirtau lies in tile 6/44/21 of every slippy map.
        let temirtau = unit_at(project(72.96, 50.06), 6);
        assert_eq!((temirtau.x / EXTENT, temirtau.y / EXTENT), (44, 21));
        assert!((latitude(project(0.0, 50.06).y) - 50.06).abs() < 1e-9);
    }

    /// The tile unit of a zoom in which metres of EPSG:3857 lie, as a database finds it.
    fn unit_of_metres(metres: Coord<f64>, zoom: u8) -> IntPoint {
        let unit_m = 40_075_016.685_578_49 / world_units(zoom);
        let unit = |from_edge: f64| (from_edge / unit_m).floor() as i32;
        IntPoint { x: unit(metres.x + 20_037_508.342_789_244), y: unit(20_037_508.342_789_244 - metres.y) }
    }

    proptest! {
        #[test]
        fn the_middle_of_the_finest_unit_lies_in_the_unit_of_the_place_at_every_zoom(
            x in -0.001_f64..1.001, y in -0.001_f64..1.001,
        ) {
            middle_is_in_unit(Coord { x, y })?;
        }

        #[test]
        fn the_middle_lies_there_for_places_on_edges_too(
            zoom in 0_u8..=14, x in 0.0_f64..=1.0, y in 0.0_f64..=1.0, nudge in -1_i8..=1,
        ) {
            let edge = |part: f64| {
                let edge = (part * world_units(zoom)).round() / world_units(zoom);
                match nudge { -1 => edge.next_down(), 0 => edge, _ => edge.next_up() }
            };
            middle_is_in_unit(Coord { x: edge(x), y: edge(y) })?;
        }

        #[test]
        fn a_unit_keeps_its_corner_at_every_finer_zoom(x in 0_i32..4096, y in 0_i32..4096, zoom in 0_u8..=14) {
            let at = |zoom: u8| corner_3857(IntPoint { x: x << zoom, y: y << zoom }, zoom);
            prop_assert_eq!(at(0), at(zoom));
        }
    }

    fn middle_is_in_unit(place: Coord<f64>) -> Result<(), TestCaseError> {
        let middle = centre_3857(unit_at(place, MAX_ZOOM));
        for zoom in 0..=MAX_ZOOM {
            let (found, expected) = (unit_of_metres(middle, zoom), unit_at(place, zoom));
            prop_assert_eq!((found.x, found.y), (expected.x, expected.y), "zoom {}", zoom);
        }
        Ok(())
    }

    #[test]
    fn metres_stretch_towards_the_pole() {
        assert!((metres(40_075_016.685_578_49, 0.0) - 1.0).abs() < 1e-12);
        assert!((metres(1.0, 60.0) / metres(1.0, 0.0) - 2.0).abs() < 1e-9);
    }
}
