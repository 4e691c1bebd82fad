//! An area that was sent, made ready to be counted in: each part of it once.

use super::refused;
use crate::problem::{Hint, Problem, Slug};
use geo::{Area as _, BooleanOps as _, CoordsIter as _, LinesIter as _, MultiPolygon, Polygon};
use terrikon_core::{
    exposure::ExposureError,
    geodesic::{Target, union},
};

/// The same area without overlaps: people in what two parts share would count twice, and holes would take off who does not
/// live in the area.
///
/// # Errors
/// Where a ring crosses itself or is none, and where it is not plain on which side of the Earth the area lies: rasters are read in
/// the plane of degrees.
pub(super) fn once(area: MultiPolygon<f64>) -> Result<MultiPolygon<f64>, Problem> {
    // What is wrong with rings is told before anything is put right.
    Target::new(&area.clone().into()).map_err(|error| refused(&ExposureError::from(error)))?;
    if area.coords_iter().any(|at| at.x.abs() > 180.0) {
        return Err(unclear("longitudes of an area are −180 to 180: cut it at the antimeridian"));
    }
    if area.lines_iter().any(|edge| edge.dx().abs() > 180.0) {
        return Err(unclear("an edge of the area is wider than half the Earth: cut it at the antimeridian"));
    }
    if area.iter().any(|polygon| Polygon::new(polygon.exterior().clone(), Vec::new()).unsigned_area() == 0.0)
    {
        return Err(unclear("a ring of the area encloses no area in degrees"));
    }
    if area.0.len() == 1 && area.iter().all(|polygon| polygon.interiors().is_empty()) {
        return Ok(area);
    }
    let parts: Vec<MultiPolygon<f64>> = area.iter().map(without_holes).collect();
    Ok(union(&parts))
}

fn without_holes(polygon: &Polygon<f64>) -> MultiPolygon<f64> {
    let whole = MultiPolygon::from(Polygon::new(polygon.exterior().clone(), Vec::new()));
    polygon.interiors().iter().fold(whole, |left, hole| {
        left.difference(&MultiPolygon::from(Polygon::new(hole.clone(), Vec::new())))
    })
}

fn unclear(what: &str) -> Problem {
    Problem::new(Slug::InvalidGeometry).with_text("value", what).hint(Hint::GeometryForm)
}
