//! Outlines of polygons, walked through the rows of a raster.

use geo::{Coord, LineString};

use super::GridFrame;

/// A piece of an edge within one row. Places are columns with their fractions, counted from the western border.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// The row.
    pub(super) row: usize,
    /// The western end.
    pub(super) left: f64,
    /// The eastern end.
    pub(super) right: f64,
    /// How far the piece goes down, as a part of the row's height; negative where it goes up.
    pub(super) down: f64,
}

/// A position in columns and rows with their fractions, from the north-western corner; nothing where it is not on the Earth.
#[inline]
pub(super) fn place(frame: &GridFrame, position: Coord<f64>) -> Option<Coord<f64>> {
    let on_earth = position.x.abs() <= 360.0 && position.y.abs() <= 90.0;
    on_earth.then(|| Coord {
        x: (position.x - frame.west) / frame.step_x,
        y: (frame.north - position.y) / frame.step_y,
    })
}

/// The pieces of an edge within the rows of a raster, columns unbounded. An edge along a row has none.
#[inline]
pub(super) fn pieces(from: Coord<f64>, to: Coord<f64>, rows: u32, mut visit: impl FnMut(Piece)) {
    let (top, bottom, sign) = if from.y <= to.y { (from, to, 1.0) } else { (to, from, -1.0) };
    let last = f64::from(rows);
    if top.y == bottom.y || bottom.y <= 0.0 || top.y >= last {
        return;
    }
    let slope = (bottom.x - top.x) / (bottom.y - top.y);
    let (west, east) = if slope < 0.0 { (bottom.x, top.x) } else { (top.x, bottom.x) };
    // Rounding must not carry a crossing beyond the ends of its edge.
    let crossing = |y: f64| (top.x + (y - top.y) * slope).clamp(west, east);
    let (mut y, mut x) = if top.y < 0.0 { (0.0, crossing(0.0)) } else { (top.y, top.x) };
    let end = bottom.y.min(last);
    let mut row = y as usize;
    while y < end {
        let border = (row + 1) as f64;
        let (next_y, next_x) =
            if border < bottom.y { (border, crossing(border)) } else { (bottom.y, bottom.x) };
        let (left, right) = if x <= next_x { (x, next_x) } else { (next_x, x) };
        visit(Piece { row, left, right, down: (next_y - y) * sign });
        (y, x, row) = (next_y, next_x, row + 1);
    }
}

/// What an edge adds to the area of its ring in cells, which is positive where the ring runs down in the east.
///
/// `origin` is any position near the ring: sums of small numbers lose least.
#[inline]
pub(super) fn strip(origin: Coord<f64>, from: Coord<f64>, to: Coord<f64>) -> f64 {
    (f64::midpoint(from.x, to.x) - origin.x) * (to.y - from.y)
}

/// A ring in places of the raster; nothing where a position is not on the Earth.
pub(super) fn places(frame: &GridFrame, ring: &LineString<f64>) -> Option<Vec<Coord<f64>>> {
    ring.0.iter().map(|&position| place(frame, position)).collect()
}
