//! Web-mercator on a tile grid. The functions come from `libm`, whose results do not depend on the machine.

use std::f64::consts::PI;

use geo_types::Coord;

use crate::grid::{Point, REACH};

/// Units along a tile's side: the usual extent of vector tiles.
pub const TILE_EXTENT: i32 = 4096;

/// Deepest zoom whose world still fits the integer grid.
pub const MAX_ZOOM: u8 = 16;

const _: () = assert!(TILE_EXTENT << MAX_ZOOM <= REACH, "the deepest zoom must fit the grid");

/// Latitude (degrees) where the square world of web-mercator ends.
const MAX_LATITUDE: f64 = 85.051_128_779_806_6;

/// The unit of `zoom` nearest to a longitude and latitude in degrees (EPSG:3857 formulas, y turned southward).
pub(crate) fn project(lon_lat: Coord<f64>, zoom: u8) -> Point {
    let world = f64::from(TILE_EXTENT) * f64::from(1_u32 << zoom.min(MAX_ZOOM));
    let latitude = lon_lat.y.clamp(-MAX_LATITUDE, MAX_LATITUDE).to_radians();
    let northing = libm::asinh(libm::tan(latitude)) / PI;
    let x = (lon_lat.x + 180.0) / 360.0 * world;
    let y = (1.0 - northing) / 2.0 * world;
    Point::new(x.round() as i32, y.round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_of_the_world() {
        assert_eq!(project(Coord { x: -180.0, y: 86.0 }, 0), Point::new(0, 0));
        assert_eq!(project(Coord { x: 180.0, y: -86.0 }, 0), Point::new(4096, 4096));
        assert_eq!(project(Coord { x: 0.0, y: 0.0 }, 14), Point::new(1 << 25, 1 << 25));
    }
}
