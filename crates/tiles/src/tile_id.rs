//! Which tile: the address in the WebMercatorQuad pyramid and its box in tile units.

use crate::{BUFFER, EXTENT, MAX_ZOOM, NoSuchTile};
use i_overlay::i_float::int::point::IntPoint;

/// The address of a tile: zoom 0 to 14, column from the west, row from the north.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TileId {
    z: u8,
    x: u32,
    y: u32,
}

impl TileId {
    /// An address that exists.
    ///
    /// # Errors
    /// [`NoSuchTile`] where the zoom is above [`MAX_ZOOM`] or column or row lie outside the world.
    pub fn new(z: u8, x: u32, y: u32) -> Result<Self, NoSuchTile> {
        if z > MAX_ZOOM || x >> z != 0 || y >> z != 0 {
            return Err(NoSuchTile { z, x, y });
        }
        Ok(Self { z, x, y })
    }

    /// The zoom.
    #[must_use]
    pub const fn z(self) -> u8 {
        self.z
    }

    /// The column, from the west.
    #[must_use]
    pub const fn x(self) -> u32 {
        self.x
    }

    /// The row, from the north.
    #[must_use]
    pub const fn y(self) -> u32 {
        self.y
    }

    /// Its north-western corner, in tile units of the world at its zoom.
    pub(crate) const fn origin(self) -> IntPoint {
        // At zoom 14 the world is 2^26 units wide, so every coordinate fits.
        IntPoint { x: self.x as i32 * EXTENT, y: self.y as i32 * EXTENT }
    }

    /// Its box with the buffer around, in tile units of the world at its zoom, edges included.
    pub(crate) const fn buffered(self) -> UnitBox {
        let IntPoint { x, y } = self.origin();
        UnitBox {
            min: IntPoint { x: x - BUFFER, y: y - BUFFER },
            max: IntPoint { x: x + EXTENT + BUFFER, y: y + EXTENT + BUFFER },
        }
    }

    /// Whether a point belongs to this tile and to no other: western and northern edges included.
    pub(crate) const fn owns(self, point: IntPoint) -> bool {
        point.x.div_euclid(EXTENT) == self.x as i32 && point.y.div_euclid(EXTENT) == self.y as i32
    }
}

/// A box in whole tile units, edges included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct UnitBox {
    pub(crate) min: IntPoint,
    pub(crate) max: IntPoint,
}

impl UnitBox {
    /// The box around points; `None` where there are none.
    pub(crate) fn around<'a>(points: impl IntoIterator<Item = &'a IntPoint>) -> Option<Self> {
        let mut points = points.into_iter();
        let first = *points.next()?;
        Some(points.fold(Self { min: first, max: first }, |bounds, point| Self {
            min: IntPoint { x: bounds.min.x.min(point.x), y: bounds.min.y.min(point.y) },
            max: IntPoint { x: bounds.max.x.max(point.x), y: bounds.max.y.max(point.y) },
        }))
    }

    pub(crate) const fn contains(&self, other: &Self) -> bool {
        self.min.x <= other.min.x
            && other.max.x <= self.max.x
            && self.min.y <= other.min.y
            && other.max.y <= self.max.y
    }

    /// The longer side.
    pub(crate) fn size(&self) -> i32 {
        (self.max.x - self.min.x).max(self.max.y - self.min.y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_pyramid_ends_where_it_should() {
        assert!(TileId::new(0, 0, 0).is_ok() && TileId::new(14, 16383, 16383).is_ok());
        for (z, x, y) in [(15, 0, 0), (0, 1, 0), (3, 0, 8), (255, 0, 0), (14, u32::MAX, 0)] {
            let error = TileId::new(z, x, y).unwrap_err();
            assert!(error.to_string().contains("zoom is 0 to 14"), "{error}");
        }
        assert!(TileId::new(3, 9, 0).unwrap_err().to_string().ends_with("0 to 7"));
    }

    proptest! {
        #[test]
        fn an_address_exists_exactly_inside_the_world(z in 0_u8..=20, x in 0_u32..40_000, y in 0_u32..40_000) {
            let exists = z <= 14 && x < 1 << z && y < 1 << z;
            prop_assert_eq!(TileId::new(z, x, y).is_ok(), exists);
        }

        #[test]
        fn a_point_has_one_owner(x in 0_i32..32_768, y in 0_i32..32_768) {
            let point = IntPoint { x, y };
            let owners = (0..8).flat_map(|x| (0..8).map(move |y| TileId::new(3, x, y).unwrap()))
                .filter(|tile| tile.owns(point)).count();
            prop_assert_eq!(owners, 1);
        }
    }
}
