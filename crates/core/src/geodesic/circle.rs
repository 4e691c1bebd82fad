//! The circle of a radius around a position, every vertex at the radius: also those where a frame cuts it.

use geo::{Coord, Polygon};

use super::{
    PIECES, TOLERANCE,
    edge::{go, way},
    frame::{Frame, unwrap},
    series::Series,
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

/// The positions at a radius from a centre, by the series where that is exact.
pub(super) struct Circle {
    centre: Coord,
    radius: f64,
    series: Option<Series>,
}

impl Circle {
    pub(super) fn new(centre: Coord, radius: f64) -> Self {
        Self { centre, radius, series: Series::about(centre.y, radius) }
    }

    /// Where it is centred.
    pub(super) fn centre(&self) -> Coord {
        self.centre
    }

    /// Whether it is so small that chords of the circle, and of curves like it, are straight lines in degrees.
    pub(super) fn small(&self) -> bool {
        self.series.is_some()
    }

    /// The position at an azimuth.
    pub(super) fn at(&self, azimuth: f64) -> Coord {
        match &self.series {
            Some(series) => {
                let (sin, cos) = azimuth.to_radians().sin_cos();
                let (east, north) = series.at(cos, sin);
                Coord { x: self.centre.x + east, y: self.centre.y + north }
            }
            None => go(self.centre, azimuth, self.radius).0,
        }
    }

    /// The part from an azimuth on, over so many degrees clockwise.
    pub(super) fn arc(&self, azimuth: f64, degrees: f64, into: &mut Vec<Coord>) {
        let pieces = (degrees.abs() / 360.0 * PIECES as f64).ceil() as usize;
        let point = |t: f64| self.at(azimuth + t * degrees);
        if self.small() {
            into.extend((0..=pieces).map(|i| point(i as f64 / pieces as f64)));
        } else {
            trace(point, pieces, TOLERANCE * self.radius, into);
        }
    }

    /// From the centre outwards or back. All beside it is within the radius, so it need not be exact where it is nearly straight.
    pub(super) fn spoke(&self, azimuth: f64, inwards: bool, into: &mut Vec<Coord>) {
        let start = into.len();
        if self.small() {
            into.extend([self.centre, self.at(azimuth)]);
        } else {
            let point =
                |t: f64| if t == 0.0 { self.centre } else { go(self.centre, azimuth, t * self.radius).0 };
            trace(point, 1, TOLERANCE * self.radius, into);
        }
        if inwards {
            into[start..].reverse();
        }
    }
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
