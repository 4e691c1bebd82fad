//! What a request would take, told before anything is buffered: one that takes minutes would keep others waiting.

use crate::problem::{Hint, Problem, Slug};
use geo::{Distance as _, Geometry, Haversine, Line, LinesIter as _};

/// The most places of one request, each part of a shape of several counted; `terrikon exposure` takes any number.
const MOST_PLACES: usize = 1_000;

/// The most vertices of all places together, for all radii: what is buffered in a few seconds.
const MOST_VERTICES: usize = 20_000;

/// The most rings of one request: places times radii.
const MOST_RINGS: usize = 3_000;

/// The most pieces of edges, for all radii: what is buffered in a few seconds.
const MOST_PIECES: f64 = 50_000.0;

/// Metres: where the outline may be off by 1e-4 of the radius, straight pieces of an edge in degrees are as long as the root of
/// 8e-4 times the radius of the Earth times that of the buffer.
const PIECE: f64 = 8e-4 * 6_371_000.0;

/// Refuses what is too much for one request.
///
/// # Errors
/// Names what there is too much of, and how much would be answered.
pub(super) fn within_limits<'a>(
    shapes: impl Iterator<Item = &'a Geometry<f64>> + Clone,
    radii: &[f64],
) -> Result<(), Problem> {
    let times = radii.len().max(1);
    let places: usize = shapes.clone().map(parts).sum();
    let vertices: usize = shapes.clone().map(geo::CoordsIter::coords_count).sum();
    let limits = [
        ("places", places, MOST_PLACES),
        ("vertices", vertices * times, MOST_VERTICES),
        ("rings", places * radii.len(), MOST_RINGS),
    ];
    for (what, count, most) in limits {
        if count > most {
            return Err(too_many(what, &count.to_string(), &most.to_string()));
        }
    }
    let metres: f64 = shapes.map(length).sum();
    let pieces: f64 = radii.iter().map(|radius| metres / (PIECE * radius).sqrt()).sum();
    if pieces > MOST_PIECES {
        let most = metres * MOST_PIECES / pieces;
        return Err(too_many("km", &km(metres).to_string(), &km(most).to_string()));
    }
    Ok(())
}

fn too_many(what: &str, count: &str, most: &str) -> Problem {
    Problem::new(Slug::TooMany)
        .with("what", what)
        .with("count", count)
        .with("most", most)
        .hint(Hint::UseCommandLine)
}

fn km(metres: f64) -> f64 {
    (metres / 1000.0).round()
}

/// Parts that are buffered one by one.
fn parts(shape: &Geometry<f64>) -> usize {
    match shape {
        Geometry::MultiPoint(points) => points.0.len(),
        Geometry::MultiLineString(lines) => lines.0.len(),
        Geometry::MultiPolygon(polygons) => polygons.0.len(),
        Geometry::GeometryCollection(all) => all.iter().map(parts).sum(),
        _ => 1,
    }
}

/// Metres of all edges, near enough for an estimate.
fn length(shape: &Geometry<f64>) -> f64 {
    match shape {
        Geometry::LineString(line) => edges(line.lines_iter()),
        Geometry::MultiLineString(lines) => edges(lines.lines_iter()),
        Geometry::Polygon(polygon) => edges(polygon.lines_iter()),
        Geometry::MultiPolygon(polygons) => edges(polygons.lines_iter()),
        Geometry::GeometryCollection(all) => all.iter().map(length).sum(),
        // GeoJSON has no other shapes with edges.
        _ => 0.0,
    }
}

fn edges(edges: impl Iterator<Item = Line<f64>>) -> f64 {
    edges.map(|edge| Haversine.distance(edge.start_point(), edge.end_point())).sum()
}
