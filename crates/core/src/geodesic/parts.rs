//! A geometry taken apart and checked: positions, edges, rings.

use geo::{Coord, CoordsIter as _, Geometry, LineString, Polygon};

use super::{GeodesicError, edge::Edge, ring::Ring};

/// Positions in one geometry. A buffer of a smooth ring of a hundred thousand takes 2 s of one core, optimised, as it gets thinned; one
/// so noisy that every edge matters takes 20 to 30 s. Nothing that people draw has more.
const LIMIT: usize = 200_000;

/// A chain of edges, each starting where the one before ends.
pub(super) struct Chain {
    /// At least one.
    pub(super) edges: Vec<Edge>,
    /// Whether the last ends where the first starts.
    pub(super) closed: bool,
}

/// What a geometry consists of.
#[derive(Default)]
pub(super) struct Parts {
    /// Lone positions.
    pub(super) points: Vec<Coord>,
    /// Lines, and the rings of polygons.
    pub(super) chains: Vec<Chain>,
    /// Of each polygon the exterior ring, then its holes.
    pub(super) polygons: Vec<Vec<Ring>>,
}

impl Parts {
    /// Takes a geometry apart.
    ///
    /// # Errors
    /// Any [`GeodesicError`] but `Radius`.
    pub(super) fn of(geometry: &Geometry<f64>) -> Result<Self, GeodesicError> {
        let count = geometry.coords_count();
        if count == 0 {
            return Err(GeodesicError::Empty);
        }
        if count > LIMIT {
            return Err(GeodesicError::TooLarge { count, limit: LIMIT });
        }
        geometry.coords_iter().try_for_each(check)?;
        let mut parts = Self::default();
        parts.add(geometry)?;
        Ok(parts)
    }

    fn add(&mut self, geometry: &Geometry<f64>) -> Result<(), GeodesicError> {
        match geometry {
            Geometry::Point(point) => self.points.push(point.0),
            Geometry::MultiPoint(points) => self.points.extend(points.iter().map(|point| point.0)),
            Geometry::Line(line) => self.line(&[line.start, line.end])?,
            Geometry::LineString(line) => self.line(&line.0)?,
            Geometry::MultiLineString(lines) => lines.iter().try_for_each(|line| self.line(&line.0))?,
            Geometry::Polygon(polygon) => self.polygon(polygon)?,
            Geometry::MultiPolygon(polygons) => {
                polygons.iter().try_for_each(|polygon| self.polygon(polygon))?;
            }
            Geometry::Rect(rect) => self.polygon(&rect.to_polygon())?,
            Geometry::Triangle(triangle) => self.polygon(&triangle.to_polygon())?,
            Geometry::GeometryCollection(all) => all.iter().try_for_each(|one| self.add(one))?,
        }
        Ok(())
    }

    fn line(&mut self, positions: &[Coord]) -> Result<(), GeodesicError> {
        let edges = edges(positions)?;
        match (edges.is_empty(), positions.first()) {
            (true, Some(&only)) => self.points.push(only),
            (false, _) => {
                let closed = edges.len() > 1 && positions.first() == positions.last();
                self.chains.push(Chain { edges, closed });
            }
            (true, None) => {}
        }
        Ok(())
    }

    fn polygon(&mut self, polygon: &Polygon<f64>) -> Result<(), GeodesicError> {
        let rings: Vec<&LineString<f64>> = std::iter::once(polygon.exterior())
            .chain(polygon.interiors())
            .filter(|ring| !ring.0.is_empty())
            .collect();
        let mut checked = Vec::with_capacity(rings.len());
        for ring in rings {
            let edges = edges(&ring.0)?;
            checked.push(Ring::of(ring, &edges)?);
            self.chains.push(Chain { edges, closed: true });
        }
        if !checked.is_empty() {
            self.polygons.push(checked);
        }
        Ok(())
    }
}

/// # Errors
/// `Position`.
pub(super) fn check(position: Coord) -> Result<(), GeodesicError> {
    if position.x.abs() <= 360.0 && position.y.abs() <= 90.0 {
        Ok(())
    } else {
        Err(GeodesicError::Position { lon: position.x, lat: position.y })
    }
}

/// The edges between positions, without those that lead nowhere.
fn edges(positions: &[Coord]) -> Result<Vec<Edge>, GeodesicError> {
    let mut edges = Vec::with_capacity(positions.len());
    for pair in positions.windows(2) {
        let edge = Edge::new(pair[0], pair[1])?;
        if edge.length > 0.0 {
            edges.push(edge);
        }
    }
    Ok(edges)
}
