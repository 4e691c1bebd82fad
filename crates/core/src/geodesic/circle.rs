//! The circle of a radius around a position, every vertex at the radius: also those where a frame cuts it.

use geo::{Coord, Polygon};

use super::{
    PIECES, TOLERANCE,
    edge::{go, way},
    frame::{Frame, unwrap},
    trace::{trace, turn},
};

/// A disc in a frame. A meridian cuts it in one line at most, so the parts need no union and are exact to the last digit.
pub(super) fn disc_in(frame: Frame, centre: Coord, radius: f64) -> Vec<Polygon<f64>> {
    disc_of(frame, centre, radius, PIECES, TOLERANCE)
}

/// The same from at least so many vertices, straight lines in degrees within `tolerance` of the radius.
pub(super) fn disc_of(
    frame: Frame,
    centre: Coord,
    radius: f64,
    vertices: usize,
    tolerance: f64,
) -> Vec<Polygon<f64>> {
    let mut outline = Vec::with_capacity(2 * vertices);
    let point = |t: f64| go(centre, 360.0 - 360.0 * t, radius).0;
    trace(point, vertices, tolerance * radius, &mut outline);
    outline.pop();
    unwrap(&mut outline);
    frame.place(pinned(frame, &outline, centre, radius))
}

/// The part of a circle from an azimuth on, over so many degrees clockwise.
pub(super) fn arc(centre: Coord, radius: f64, azimuth: f64, degrees: f64, into: &mut Vec<Coord>) {
    let pieces = (degrees.abs() / 360.0 * PIECES as f64).ceil() as usize;
    let point = |t: f64| go(centre, azimuth + t * degrees, radius).0;
    trace(point, pieces, TOLERANCE * radius, into);
}

/// A circle of continuous longitudes with a vertex wherever it crosses a seam of the frame. A cut through the straight line in
/// degrees would leave the circle by up to 6e-5 of the radius near a pole.
fn pinned(frame: Frame, circle: &[Coord], centre: Coord, radius: f64) -> Vec<Coord> {
    let mut all = Vec::with_capacity(circle.len() + 2);
    for (i, &a) in circle.iter().enumerate() {
        let b = circle[(i + 1) % circle.len()];
        let b = Coord { x: a.x + turn(b.x - a.x), y: b.y };
        all.push(a);
        let seam = frame.seam(frame.lap(a.x).max(frame.lap(b.x)));
        if (a.x < seam) != (b.x < seam) && a.x != seam && b.x != seam {
            all.push(Coord { x: seam, y: crossing(centre, radius, a, b, seam - a.x) });
        }
    }
    all
}

/// The latitude at which a circle is `east` degrees of its vertex `a`, on the way to its vertex `b`.
fn crossing(centre: Coord, radius: f64, a: Coord, b: Coord, east: f64) -> f64 {
    let azimuth = way(centre, a).1;
    let sweep = turn(way(centre, b).1 - azimuth);
    let at = |t: f64| go(centre, azimuth + t * sweep, radius).0;
    let (mut before, mut past) = (0.0, 1.0);
    // As many halvings as a double has digits.
    for _ in 0..f64::MANTISSA_DIGITS {
        let middle = f64::midpoint(before, past);
        if turn(at(middle).x - a.x) * east.signum() < east.abs() {
            before = middle;
        } else {
            past = middle;
        }
    }
    at(past).y
}
