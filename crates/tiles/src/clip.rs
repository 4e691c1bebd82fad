//! Cutting lines and polygons to a box, on whole units and so that neighbours still share their border.
//!
//! An edge is cut by its two end points and the box alone, in one direction whichever way it is drawn, so two
//! areas on both sides of it get the same cut to the unit. What lies outside is laid onto the rim of the box
//! (each point to the nearest one of the rim), which keeps inside and outside apart for every point within;
//! the overlapping runs on the rim are then dissolved by the even-odd rule. No crossing is left to be rounded
//! there, so no vertex inside the box moves.

use crate::tile_id::UnitBox;
use i_overlay::core::{
    fill_rule::FillRule,
    overlay::{IntOverlayOptions, Overlay, ShapeType},
    overlay_rule::OverlayRule,
};
use i_overlay::i_float::int::point::IntPoint;
use i_overlay::i_shape::int::shape::IntShapes;

/// A line or a ring in whole tile units; a ring does not repeat its first point.
pub(crate) type Path = Vec<IntPoint>;

/// Polygons, each as its rings, the exterior first.
pub(crate) type Polygons = IntShapes;

/// The parts of a line within a box.
pub(crate) fn line(line: &[IntPoint], bounds: &UnitBox) -> Vec<Path> {
    let mut parts: Vec<Path> = Vec::new();
    for edge in line.windows(2) {
        let Some((start, end)) = cut(edge[0], edge[1], bounds) else { continue };
        match parts.last_mut() {
            Some(part) if part.last() == Some(&start) => part.push(end),
            _ => parts.push(vec![start, end]),
        }
    }
    parts
}

/// The part of a polygon (or of several that do not overlap) within a box. `rings` are all their rings, of any
/// direction.
pub(crate) fn polygons<'a>(rings: impl IntoIterator<Item = &'a Path>, bounds: &UnitBox) -> Polygons {
    let clipped: Vec<Path> =
        rings.into_iter().map(|ring| onto_rim(ring, bounds)).filter(|ring| ring.len() > 2).collect();
    let mut shapes = dissolve(&clipped);
    for ring in shapes.iter_mut().flatten() {
        drop_rim_vertices(ring, bounds);
    }
    shapes
}

/// Valid polygons from rings that may touch, overlap or cross, by the even-odd rule. Vertices on a straight
/// edge stay: a neighbour may need them.
pub(crate) fn dissolve(rings: &[Path]) -> Polygons {
    let options = IntOverlayOptions {
        preserve_input_collinear: true,
        preserve_output_collinear: true,
        ogc: true,
        ..IntOverlayOptions::default()
    };
    let count = rings.iter().map(Vec::len).sum();
    let mut overlay = Overlay::new_custom(count, options, Default::default());
    overlay.add_contours(rings, ShapeType::Subject);
    overlay.overlay(OverlayRule::Subject, FillRule::EvenOdd)
}

/// The part of an edge in a box, in the direction of the edge; `None` where there is at most a point.
fn cut(start: IntPoint, end: IntPoint, bounds: &UnitBox) -> Option<(IntPoint, IntPoint)> {
    let turned = (end.x, end.y) < (start.x, start.y);
    let (mut a, mut b) = if turned { (end, start) } else { (start, end) };
    if a.x < bounds.min.x {
        a = at_x(a, b, bounds.min.x)?;
    }
    if b.x > bounds.max.x {
        b = at_x(a, b, bounds.max.x)?;
    }
    for (limit, sign) in [(bounds.min.y, 1), (bounds.max.y, -1)] {
        match ((a.y - limit) * sign < 0, (b.y - limit) * sign < 0) {
            (true, true) => return None,
            (true, false) => a = at_y(a, b, limit),
            (false, true) => b = at_y(a, b, limit),
            (false, false) => {}
        }
    }
    if a == b {
        return None;
    }
    Some(if turned { (b, a) } else { (a, b) })
}

/// Where an edge with `a.x <= b.x` passes a column, to the nearest unit.
fn at_x(a: IntPoint, b: IntPoint, x: i32) -> Option<IntPoint> {
    (a.x <= x && x <= b.x).then(|| IntPoint { x, y: interpolate((a.x, a.y), (b.x, b.y), x) })
}

/// Where an edge with ends on both sides of a row passes it, to the nearest unit.
fn at_y(a: IntPoint, b: IntPoint, y: i32) -> IntPoint {
    IntPoint { x: interpolate((a.y, a.x), (b.y, b.x), y), y }
}

/// The second coordinate at a first one, rounded half up. Differences are below 2^28, products fit `i64`.
fn interpolate(a: (i32, i32), b: (i32, i32), at: i32) -> i32 {
    let run = i64::from(b.0) - i64::from(a.0);
    if run == 0 {
        return a.1;
    }
    let rise = (i64::from(b.1) - i64::from(a.1)) * (i64::from(at) - i64::from(a.0));
    let (rise, run) = if run < 0 { (-rise, -run) } else { (rise, run) };
    a.1 + (2 * rise + run).div_euclid(2 * run) as i32
}

/// A ring with all that lies outside laid onto the rim of the box.
fn onto_rim(ring: &[IntPoint], bounds: &UnitBox) -> Path {
    let mut rim = Rim { bounds, path: Vec::new() };
    for (index, &start) in ring.iter().enumerate() {
        let end = ring[(index + 1) % ring.len()];
        match cut(start, end, bounds) {
            None => rim.pass(start, end),
            Some((entry, exit)) => {
                if entry != start {
                    rim.pass(start, entry);
                }
                rim.push(entry);
                rim.push(exit);
                if exit != end {
                    rim.pass(exit, end);
                }
            }
        }
    }
    rim.path
}

struct Rim<'a> {
    bounds: &'a UnitBox,
    path: Path,
}

impl Rim<'_> {
    /// Adds the shadow of an edge that does not enter the box.
    fn pass(&mut self, start: IntPoint, end: IntPoint) {
        let (from, to) = (nearest(start, self.bounds), nearest(end, self.bounds));
        self.push(from);
        if !on_one_side(&[from, to], self.bounds) {
            let [from, to] = [from, to].map(|point| self.position(point));
            self.corners(from, to, self.turns_right(start, end));
        }
        self.push(to);
    }

    fn push(&mut self, point: IntPoint) {
        if self.path.last() == Some(&point) {
            return;
        }
        // Steps to and fro on one side say no more than the last of them.
        if let [.., before, last] = self.path[..]
            && on_one_side(&[before, last, point], self.bounds)
        {
            self.path.pop();
            if before == point {
                return;
            }
        }
        self.path.push(point);
    }

    /// Whether an edge outside the box runs from x towards y around its middle (right on a map with y down).
    fn turns_right(&self, start: IntPoint, end: IntPoint) -> bool {
        let UnitBox { min, max } = self.bounds;
        let from_middle = |point: IntPoint| {
            let double =
                |at: i32, low: i32, high: i32| 2 * i128::from(at) - i128::from(low) - i128::from(high);
            (double(point.x, min.x, max.x), double(point.y, min.y, max.y))
        };
        let (a, b) = (from_middle(start), from_middle(end));
        a.0 * b.1 - a.1 * b.0 >= 0
    }

    /// How far along the rim a point of it lies, from the north-western corner to the right.
    fn position(&self, point: IntPoint) -> i64 {
        let UnitBox { min, max } = self.bounds;
        let (width, height) = (i64::from(max.x - min.x), i64::from(max.y - min.y));
        if point.y == min.y {
            i64::from(point.x - min.x)
        } else if point.x == max.x {
            width + i64::from(point.y - min.y)
        } else if point.y == max.y {
            width + height + i64::from(max.x - point.x)
        } else {
            2 * width + height + i64::from(max.y - point.y)
        }
    }

    fn corners(&mut self, from: i64, to: i64, right: bool) {
        let UnitBox { min, max } = *self.bounds;
        let (width, height) = (i64::from(max.x - min.x), i64::from(max.y - min.y));
        let round = 2 * (width + height);
        let ahead = |at: i64| if right { at - from } else { from - at }.rem_euclid(round);
        let mut passed = [
            (0, min),
            (width, IntPoint { x: max.x, y: min.y }),
            (width + height, max),
            (2 * width + height, IntPoint { x: min.x, y: max.y }),
        ]
        .map(|(at, corner)| (ahead(at), corner));
        passed.sort_by_key(|(distance, _)| *distance);
        for (distance, corner) in passed {
            if distance > 0 && distance < ahead(to) {
                self.push(corner);
            }
        }
    }
}

fn nearest(point: IntPoint, bounds: &UnitBox) -> IntPoint {
    IntPoint { x: point.x.clamp(bounds.min.x, bounds.max.x), y: point.y.clamp(bounds.min.y, bounds.max.y) }
}

/// Whether points all lie on the same side of the rim.
fn on_one_side(points: &[IntPoint], bounds: &UnitBox) -> bool {
    [bounds.min, bounds.max].iter().any(|corner| {
        points.iter().all(|point| point.x == corner.x) || points.iter().all(|point| point.y == corner.y)
    })
}

/// Drops the vertices in the middle of a straight run on the rim: they are left from what lies outside.
fn drop_rim_vertices(ring: &mut Path, bounds: &UnitBox) {
    let count = ring.len();
    let kept: Path = (0..count)
        .filter(|&index| {
            let around = [ring[(index + count - 1) % count], ring[index], ring[(index + 1) % count]];
            !on_one_side(&around, bounds)
        })
        .map(|index| ring[index])
        .collect();
    *ring = kept;
}

#[cfg(test)]
#[path = "clip_tests.rs"]
mod tests;
