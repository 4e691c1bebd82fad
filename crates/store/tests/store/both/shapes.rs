//! When two drawings of a tile are the same: the one place that says what may differ, and why.
//!
//! - The order of features, their attributes and every point are equal.
//! - Lines and outlines run within a unit of each other, measured both ways (a diagonal unit is √2). A database drops
//!   vertices that lie on a straight line to half a unit, and cuts at the rim by another rounding.
//! - What is thinner than a unit may be missing on one side, be it a feature, a part of it, a spike or a notch: rounding
//!   makes a line of it, and a line has no area.
//! - What lies on the rim is not compared: nobody sees it, and a line along it is inside for one and outside for the other.

use super::tiles::equal;
use crate::decoded::Decoded;
use geozero::mvt::tile::GeomType;
use std::collections::{HashMap, HashSet};
use terrikon_tiles::{BUFFER, EXTENT};

/// How far apart the same lines may run, in tile units, with room for the arithmetic.
const APART: f64 = std::f64::consts::SQRT_2 + 1e-9;

/// The side of a cell of the index, in tile units: larger than [`APART`].
const CELL: i64 = 4;

type Point = (i64, i64);

/// Where two drawings differ.
pub(super) fn differences(own: &[Decoded], other: &[Decoded]) -> Vec<String> {
    let (mut rest, mut rest_other) = (own, other);
    let mut found = Vec::new();
    loop {
        match (rest.split_first(), rest_other.split_first()) {
            (None, None) => return found,
            (Some((a, after)), Some((b, after_other))) if same_attributes(a, b) => {
                found
                    .extend(differ(a, b).map(|what| format!("{} {:?}: {what}", a.layer, a.values.get("id"))));
                (rest, rest_other) = (after, after_other);
            }
            (Some((a, after)), _) if is_sliver(a) => rest = after,
            (_, Some((b, after))) if is_sliver(b) => rest_other = after,
            (a, b) => {
                let place = own.len() - rest.len();
                let [a, b] = [a, b].map(|next| next.map(|(feature, _)| feature));
                found.push(format!(
                    "of {} and {} features, number {place} is\n{a:?}\nhere and there\n{b:?}",
                    own.len(),
                    other.len(),
                ));
                return found;
            }
        }
    }
}

fn same_attributes(own: &Decoded, other: &Decoded) -> bool {
    own.layer == other.layer
        && own.values.len() == other.values.len()
        && own
            .values
            .iter()
            .all(|(name, value)| other.values.get(name).is_some_and(|other| equal(value, other)))
}

fn differ(own: &Decoded, other: &Decoded) -> Option<String> {
    if own.geometry_type != other.geometry_type {
        return Some(format!("{:?} here, {:?} there", own.geometry_type, other.geometry_type));
    }
    if own.geometry_type == GeomType::Point {
        return (own.paths != other.paths).then(|| format!("{:?} here, {:?} there", own.paths, other.paths));
    }
    if own.paths == other.paths {
        return None;
    }
    let (mine, theirs) = (Edges::of(own), Edges::of(other));
    let stray = mine.stray(&theirs).map(|at| format!("{at:?} here is nowhere there"));
    stray.or_else(|| theirs.stray(&mine).map(|at| format!("{at:?} there is nowhere here")))
}

/// Whether all of it is thinner than a unit.
fn is_sliver(feature: &Decoded) -> bool {
    match feature.geometry_type {
        GeomType::Polygon => feature.paths.iter().all(|ring| is_thin(ring)),
        GeomType::Linestring => {
            let points = || feature.paths.iter().flatten();
            let spread = |along: fn(&Point) -> i64| {
                points().map(along).max().unwrap_or(0) - points().map(along).min().unwrap_or(0)
            };
            spread(|point| point.0) <= 1 && spread(|point| point.1) <= 1
        }
        _ => false,
    }
}

/// Whether a ring encloses less than a unit's width along its length.
fn is_thin(ring: &[Point]) -> bool {
    let around: f64 = edges_of(ring, true).map(|(a, b)| length(a, b)).sum();
    crate::decoded::double_area(ring).abs() as f64 <= around
}

fn edges_of(path: &[Point], closed: bool) -> impl Iterator<Item = (Point, Point)> + '_ {
    let count = if closed { path.len() } else { path.len().saturating_sub(1) };
    (0..count).map(|index| (path[index], path[(index + 1) % path.len()]))
}

fn length(a: Point, b: Point) -> f64 {
    ((a.0 - b.0) as f64).hypot((a.1 - b.1) as f64)
}

/// The edges of a feature, found by place.
struct Edges {
    edges: Vec<(Point, Point)>,
    /// Edges of paths that enclose next to nothing are on no side of the comparison.
    thin: Vec<bool>,
    is_line: bool,
    cells: HashMap<Point, Vec<usize>>,
}

impl Edges {
    fn of(feature: &Decoded) -> Self {
        let is_line = feature.geometry_type == GeomType::Linestring;
        let mut found = Self { edges: Vec::new(), thin: Vec::new(), is_line, cells: HashMap::new() };
        for path in &feature.paths {
            let thin = !is_line && is_thin(path);
            for edge in edges_of(path, !is_line) {
                for (x, y) in along(edge) {
                    let cell = found.cells.entry(cell(x, y)).or_default();
                    if cell.last() != Some(&found.edges.len()) {
                        cell.push(found.edges.len());
                    }
                }
                found.edges.push(edge);
                found.thin.push(thin);
            }
        }
        found
    }

    /// A place on these edges that is too far from the others; lines must also run the same way there.
    fn stray(&self, others: &Self) -> Option<(f64, f64)> {
        // Most are there to the unit: only the others are walked along.
        let same: HashSet<_> = others.edges.iter().flat_map(|(a, b)| [(*a, *b), (*b, *a)]).collect();
        let edges = self.edges.iter().zip(&self.thin);
        let edges = edges.filter(|(edge, thin)| !**thin && (self.is_line || !same.contains(edge)));
        let mut places = edges.flat_map(|(edge, _)| along(*edge).map(move |place| (*edge, place)));
        places.find(|(edge, place)| !self.is_met(*edge, *place, others)).map(|(_, place)| place)
    }

    fn is_met(&self, edge: (Point, Point), place: (f64, f64), others: &Self) -> bool {
        let is_line = self.is_line;
        others.near(place).any(|other| !is_line || turn(edge, other) >= 0)
            || on_rim(place)
            // The other side of a spike or a notch.
            || !is_line && self.near(place).any(|other| turn(edge, other) < 0)
    }

    /// The edges that pass not too far from a place.
    fn near(&self, (x, y): (f64, f64)) -> impl Iterator<Item = (Point, Point)> + '_ {
        let (column, row) = cell(x, y);
        let cells = (-1..=1).flat_map(move |dx| (-1..=1).map(move |dy| (column + dx, row + dy)));
        let edges = cells.filter_map(|cell| self.cells.get(&cell)).flatten().map(|&index| self.edges[index]);
        edges.filter(move |edge| distance((x, y), *edge) <= APART)
    }
}

fn cell(x: f64, y: f64) -> Point {
    ((x.floor() as i64).div_euclid(CELL), (y.floor() as i64).div_euclid(CELL))
}

/// Places along an edge, not more than a unit apart, its ends among them.
fn along((a, b): (Point, Point)) -> impl Iterator<Item = (f64, f64)> {
    let steps = length(a, b).ceil().max(1.0) as i64;
    (0..=steps).map(move |step| {
        let part = step as f64 / steps as f64;
        (a.0 as f64 + (b.0 - a.0) as f64 * part, a.1 as f64 + (b.1 - a.1) as f64 * part)
    })
}

fn distance((x, y): (f64, f64), (a, b): (Point, Point)) -> f64 {
    let (ax, ay) = (a.0 as f64, a.1 as f64);
    let (dx, dy) = ((b.0 - a.0) as f64, (b.1 - a.1) as f64);
    let square = dx * dx + dy * dy;
    let part = if square == 0.0 { 0.0 } else { (((x - ax) * dx + (y - ay) * dy) / square).clamp(0.0, 1.0) };
    (x - ax - dx * part).hypot(y - ay - dy * part)
}

/// Whether a place lies within a unit of the end of what a tile shows.
fn on_rim((x, y): (f64, f64)) -> bool {
    let (low, high) = (f64::from(1 - BUFFER), f64::from(EXTENT + BUFFER - 1));
    [x, y].iter().any(|at| *at <= low || *at >= high)
}

/// Positive where two edges run the same way, negative where they run against each other; 0 where one is too short to say.
fn turn((a, b): (Point, Point), (c, d): (Point, Point)) -> i64 {
    if length(c, d) < 1.0 { 0 } else { (b.0 - a.0) * (d.0 - c.0) + (b.1 - a.1) * (d.1 - c.1) }
}

#[test]
fn only_what_nobody_sees_may_differ() {
    use GeomType::{Linestring, Point as Dot, Polygon};
    let drawn = |geometry_type, paths: &[&[Point]]| Decoded {
        layer: "rivers".to_owned(),
        geometry_type,
        paths: paths.iter().map(|path| path.to_vec()).collect(),
        values: std::collections::BTreeMap::new(),
    };
    let same = |own: &Decoded, other: &Decoded| {
        let both = [own, other].map(std::slice::from_ref);
        let there = differences(both[0], both[1]).is_empty();
        assert_eq!(there, differences(both[1], both[0]).is_empty(), "one way as the other");
        there
    };
    let line = drawn(Linestring, &[&[(0, 0), (50, 0), (100, 0)]]);
    assert!(same(&line, &drawn(Linestring, &[&[(0, 1), (100, 1)]])), "a unit off, a vertex less");
    assert!(!same(&line, &drawn(Linestring, &[&[(0, 2), (100, 2)]])), "two units off");
    assert!(!same(&line, &drawn(Linestring, &[&[(100, 0), (0, 0)]])), "upstream");
    assert!(!same(&line, &drawn(Linestring, &[&[(0, 0), (97, 0)]])), "shorter");
    let square: &[Point] = &[(0, 0), (100, 0), (100, 100), (0, 100)];
    let island: &[Point] = &[(10, 10), (14, 10), (14, 14), (10, 14)];
    let area = drawn(Polygon, &[square]);
    assert!(!same(&area, &drawn(Polygon, &[square, island])), "with an island");
    let grain: &[Point] = &[(10, 10), (11, 10), (11, 11), (10, 11)];
    assert!(same(&area, &drawn(Polygon, &[square, grain])), "with a grain of sand");
    let spike: &[Point] = &[(0, 0), (100, 0), (100, 100), (51, 100), (50, 130), (50, 100), (0, 100)];
    assert!(same(&area, &drawn(Polygon, &[spike])), "with a spike of a unit");
    let tower: &[Point] = &[(0, 0), (100, 0), (100, 100), (54, 100), (50, 130), (50, 100), (0, 100)];
    assert!(!same(&area, &drawn(Polygon, &[tower])), "with a tower");
    let dot = |x| drawn(Dot, &[&[(x, 5)]]);
    assert!(same(&dot(5), &dot(5)) && !same(&dot(5), &dot(6)), "points are where they are");
    let named = |value| {
        let mut named = dot(5);
        named.values.insert("rank".to_owned(), value);
        named
    };
    use crate::decoded::Value::{Integer, Real};
    assert!(same(&named(Integer(3)), &named(Real(3.0))) && !same(&named(Integer(3)), &named(Real(3.5))));
    assert!(!differences(&[dot(5), area], &[drawn(Polygon, &[square]), dot(5)]).is_empty(), "in one order");
}
