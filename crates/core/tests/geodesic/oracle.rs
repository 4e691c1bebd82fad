//! What the code under test must agree with: GeographicLib's direct and inverse problems, searched by golden section.

use geo::{Contains as _, Coord, CoordsIter as _, Geometry, LinesIter as _, MultiPolygon, Point};
use geographiclib_rs::{DirectGeodesic as _, Geodesic, InverseGeodesic as _};
use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};

/// Numbers from 0 to 1, the same in every run.
pub(crate) struct Chance(TestRng);

impl Chance {
    pub(crate) fn new() -> Self {
        Self(TestRng::deterministic_rng(RngAlgorithm::ChaCha))
    }

    pub(crate) fn next(&mut self) -> f64 {
        self.0.next_u64() as f64 / u64::MAX as f64
    }
}

pub(crate) fn metres(a: Coord, b: Coord) -> f64 {
    Geodesic::wgs84().inverse(a.y, a.x, b.y, b.x)
}

pub(crate) fn go(from: Coord, azimuth: f64, metres: f64) -> Coord {
    let (lat, lon): (f64, f64) = Geodesic::wgs84().direct(from.y, from.x, azimuth, metres);
    Coord { x: lon, y: lat }
}

/// The edges and lone positions of a geometry.
pub(crate) struct Source {
    edges: Vec<(Coord, Coord, f64, f64)>,
    interior: Option<MultiPolygon<f64>>,
    earth: Geodesic,
}

impl Source {
    pub(crate) fn new(geometry: &Geometry<f64>) -> Self {
        let earth = Geodesic::wgs84();
        let edge = |a: Coord, b: Coord| {
            let (length, azimuth, _, _): (f64, f64, f64, f64) = earth.inverse(a.y, a.x, b.y, b.x);
            (a, b, azimuth, length)
        };
        let lines: Vec<geo::Line> = match geometry {
            Geometry::LineString(line) => line.lines_iter().collect(),
            Geometry::MultiLineString(lines) => lines.lines_iter().collect(),
            Geometry::Polygon(polygon) => polygon.lines_iter().collect(),
            Geometry::MultiPolygon(polygons) => polygons.lines_iter().collect(),
            _ => Vec::new(),
        };
        let mut edges: Vec<_> = lines.iter().map(|line| edge(line.start, line.end)).collect();
        if edges.is_empty() {
            edges = geometry.coords_iter().map(|only| edge(only, only)).collect();
        }
        let interior = match geometry {
            Geometry::Polygon(polygon) => Some(polygon.clone().into()),
            Geometry::MultiPolygon(polygons) => Some(polygons.clone()),
            _ => None,
        };
        Self { edges, interior, earth }
    }

    /// A position within 1.6 radii of the source, every second one near the outline.
    pub(crate) fn near(&self, radius: f64, chance: &mut Chance) -> Coord {
        let (a, b, azimuth, length) =
            self.edges[(chance.next() * self.edges.len() as f64) as usize % self.edges.len()];
        let part = if chance.next() < 0.5 { chance.next() } else { 0.0 };
        let foot = go(a, azimuth, part * length);
        if chance.next() < 0.5 {
            return go(foot, chance.next() * 360.0, radius * 1.6 * chance.next());
        }
        // About where the outline is, if nothing else of the source is nearer.
        let (_, azimuth, _, _): (f64, f64, f64, f64) = match part {
            0.0 => (0.0, chance.next() * 360.0, 0.0, 0.0),
            _ => self.earth.inverse(foot.y, foot.x, b.y, b.x),
        };
        let side = if chance.next() < 0.5 { 90.0 } else { -90.0 };
        go(foot, azimuth + side, radius * (1.0 + 0.001 * (2.0 * chance.next() - 1.0)))
    }

    /// Metres to the source where that is less than `limit`, else any number that is not.
    pub(crate) fn distance(&self, from: Coord, limit: f64) -> f64 {
        if self.interior.as_ref().is_some_and(|interior| interior.contains(&Point(from))) {
            return 0.0;
        }
        let mut nearest = f64::INFINITY;
        for &(a, b, azimuth, length) in &self.edges {
            let south = (from.y - a.y.max(b.y)).max(a.y.min(b.y) - from.y) * 110_500.0;
            // An edge of 100 km bends by less than 3 km.
            if from.y.abs() < 70.0 && south - 0.03 * length > limit.min(nearest) {
                continue;
            }
            let first: f64 = self.earth.inverse(from.y, from.x, a.y, a.x);
            if first - length > limit.min(nearest) {
                continue;
            }
            nearest = nearest.min(first).min(self.to_edge(from, a, azimuth, length));
        }
        nearest
    }

    fn to_edge(&self, from: Coord, a: Coord, azimuth: f64, length: f64) -> f64 {
        let at = |s: f64| {
            let (lat, lon): (f64, f64) = self.earth.direct(a.y, a.x, azimuth, s);
            let metres: f64 = self.earth.inverse(from.y, from.x, lat, lon);
            metres
        };
        let golden = (5f64.sqrt() - 1.0) / 2.0;
        let (mut low, mut high) = (0.0, length);
        let (mut c, mut d) = (high - golden * (high - low), low + golden * (high - low));
        let (mut fc, mut fd) = (at(c), at(d));
        while high - low > 1e-3_f64.max(1e-4 * fc.min(fd)) {
            if fc < fd {
                (high, d, fd) = (d, c, fc);
                c = high - golden * (high - low);
                fc = at(c);
            } else {
                (low, c, fc) = (c, d, fd);
                d = low + golden * (high - low);
                fd = at(d);
            }
        }
        fc.min(fd).min(at(length))
    }
}

/// Asserts for `count` positions that they are in the buffer exactly when they are nearer than the radius, except in a band of
/// 1e-4 of the radius.
pub(crate) fn classify(geometry: &Geometry<f64>, area: &MultiPolygon<f64>, radius: f64, count: usize) {
    let source = Source::new(geometry);
    let mut chance = Chance::new();
    let index = Index::new(area);
    for _ in 0..count {
        let position = source.near(radius, &mut chance);
        let metres = source.distance(position, radius * 1.01);
        let off = (metres / radius - 1.0).abs();
        if index.contains(position) != (metres < radius) {
            assert!(off <= 1e-4, "{position:?} is {metres} m away, radius {radius} m");
        }
    }
}

/// Even-odd point in polygon by bands of latitude.
pub(crate) struct Index {
    south: f64,
    step: f64,
    bands: Vec<Vec<(Coord, Coord)>>,
}

impl Index {
    pub(crate) fn new(area: &MultiPolygon<f64>) -> Self {
        let lats = || area.coords_iter().map(|vertex| vertex.y);
        let (south, north) = (lats().fold(90.0, f64::min), lats().fold(-90.0, f64::max));
        let step = (north - south) / 499.0;
        let mut bands = vec![Vec::new(); 501];
        for line in area.lines_iter() {
            let (low, high) = (line.start.y.min(line.end.y), line.start.y.max(line.end.y));
            let (first, last) = (((low - south) / step) as usize, ((high - south) / step) as usize);
            bands[first..=last].iter_mut().for_each(|band| band.push((line.start, line.end)));
        }
        Self { south, step, bands }
    }

    pub(crate) fn contains(&self, at: Coord) -> bool {
        let band = (at.y - self.south) / self.step;
        if !(0.0..501.0).contains(&band) {
            return false;
        }
        let crossed = |&&(a, b): &&(Coord, Coord)| {
            (a.y > at.y) != (b.y > at.y) && at.x < a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y)
        };
        self.bands[band as usize].iter().filter(crossed).count() % 2 == 1
    }
}
