//! A curve on the ellipsoid as vertices that straight lines in degrees may join.

use geo::Coord;

/// Metres in a degree of latitude, at most.
pub(super) const DEGREE: f64 = 111_700.0;

/// Halvings of one piece: 50 km become 1.5 mm.
const DEPTH: u32 = 25;

/// Vertices of `curve` from 0 to 1, both included, in `pieces` and, wherever a straight line in degrees would lie more than
/// `tolerance` metres from the curve, in halves of these. A straight line never spans more than 30 degrees of longitude, except at a
/// pole, where longitude means nothing.
pub(super) fn trace(curve: impl Fn(f64) -> Coord, pieces: usize, tolerance: f64, into: &mut Vec<Coord>) {
    let mut from = (0.0, curve(0.0));
    into.push(from.1);
    for i in 1..=pieces {
        let t = i as f64 / pieces as f64;
        let to = (t, curve(t));
        halve(&curve, from, to, tolerance, DEPTH, into);
        into.push(to.1);
        from = to;
    }
}

fn halve(
    curve: &impl Fn(f64) -> Coord,
    from: (f64, Coord),
    to: (f64, Coord),
    tolerance: f64,
    depth: u32,
    into: &mut Vec<Coord>,
) {
    let chord = Chord::new(from.1, to.1);
    if depth == 0 || chord.length() < tolerance {
        return;
    }
    let t = f64::midpoint(from.0, to.0);
    let middle = (t, curve(t));
    // The quarter sees a curve that bends both ways, as a geodesic does that crosses the equator.
    let straight = chord.degrees.abs() <= 30.0
        && chord.distance(middle.1) <= tolerance
        && chord.distance(curve(f64::midpoint(from.0, t))) <= tolerance;
    if !straight {
        halve(curve, from, middle, tolerance, depth - 1, into);
        into.push(middle.1);
        halve(curve, middle, to, tolerance, depth - 1, into);
    }
}

/// The difference of two longitudes, −180…180.
pub(super) fn turn(degrees: f64) -> f64 {
    let rest = degrees.rem_euclid(360.0);
    if rest > 180.0 { rest - 360.0 } else { rest }
}

/// A straight line in degrees.
struct Chord {
    from: Coord,
    to: Coord,
    degrees: f64,
}

impl Chord {
    fn new(from: Coord, to: Coord) -> Self {
        Self { from, to, degrees: turn(to.x - from.x) }
    }

    /// Metres, at most.
    fn length(&self) -> f64 {
        let wide = self.from.y.to_radians().cos().max(self.to.y.to_radians().cos());
        (self.degrees * wide).hypot(self.to.y - self.from.y) * DEGREE
    }

    /// Metres from a position near the line to the line.
    fn distance(&self, position: Coord) -> f64 {
        let wide = position.y.to_radians().cos();
        let (ax, ay) = (self.degrees * wide, self.to.y - self.from.y);
        let (bx, by) = (turn(position.x - self.from.x) * wide, position.y - self.from.y);
        let length = ax.hypot(ay);
        if length > 0.0 { (ax * by - ay * bx).abs() / length * DEGREE } else { bx.hypot(by) * DEGREE }
    }
}
