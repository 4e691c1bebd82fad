//! The tiles of a box at one zoom.

use std::{f64::consts::PI, ops::RangeInclusive};
use terrikon_core::Envelope;

/// Columns and rows, both ends included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grid {
    x: RangeInclusive<u32>,
    y: RangeInclusive<u32>,
}

impl Grid {
    /// The tiles that a box with west ≤ east meets.
    pub(crate) fn of(bounds: &Envelope, zoom: u8) -> Self {
        let cell = |part: f64| cell(part, zoom);
        Self {
            x: cell(across(bounds.west))..=cell(across(bounds.east)),
            y: cell(down(bounds.north))..=cell(down(bounds.south)),
        }
    }

    pub(crate) fn holds(&self, x: u32, y: u32) -> bool {
        self.x.contains(&x) && self.y.contains(&y)
    }

    pub(crate) fn count(&self) -> u64 {
        let length = |range: &RangeInclusive<u32>| u64::from(range.end() - range.start()) + 1;
        length(&self.x) * length(&self.y)
    }

    /// Every tile: column, row.
    pub(crate) fn tiles(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.x.clone().flat_map(|x| self.y.clone().map(move |y| (x, y)))
    }

    /// The tiles that a box of the unit square meets.
    pub(crate) fn of_unit([west, north, east, south]: [f64; 4], zoom: u8) -> Self {
        let cell = |part: f64| cell(part, zoom);
        Self { x: cell(west)..=cell(east), y: cell(north)..=cell(south) }
    }
}

/// How far across the square of the world a longitude lies, 0 to 1.
pub(crate) fn across(lon: f64) -> f64 {
    lon / 360.0 + 0.5
}

/// How far down the square of the world a latitude lies, 0 to 1.
pub(crate) fn down(lat: f64) -> f64 {
    0.5 - lat.to_radians().sin().atanh() / (2.0 * PI)
}

fn cell(part: f64, zoom: u8) -> u32 {
    let tiles = f64::from(1_u32 << zoom);
    (part * tiles).clamp(0.0, tiles - 1.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_meets_the_tiles_under_it_and_poles_do_no_harm() {
        let world = Envelope { west: -180.0, south: -90.0, east: 180.0, north: 90.0 };
        assert_eq!(Grid::of(&world, 0).count(), 1);
        assert_eq!(Grid::of(&world, 3).count(), 64);
        // Temirtau, 72.97° E 50.07° N.
        let town = Envelope { west: 72.9, south: 50.0, east: 73.0, north: 50.1 };
        let grid = Grid::of(&town, 10);
        assert!(grid.holds(719, 346), "{grid:?}");
        assert_eq!(grid.tiles().count() as u64, grid.count());
        assert!(!grid.holds(719, 360));
    }
}
