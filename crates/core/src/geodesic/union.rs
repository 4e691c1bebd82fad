//! Several areas as one.

use geo::{BoundingRect as _, MapCoords as _, MultiPolygon, Orient as _, Polygon, orient::Direction};

use super::{frame::Frame, unite::unite};

/// The union of areas in degrees, longitudes −180…180: what several share is in it once, and what meets at the antimeridian from both
/// sides stays cut there and nowhere else. Latitude 90 and −90 are edges like any other.
///
/// Exact to 2⁻²⁹ of the extent: 6 mm on 30 degrees. Takes O(n log n) for n vertices and crossings.
///
/// # Source
/// The sweep of `i_overlay`, through `geo`.
///
/// ```
/// use terrikon_core::geodesic::{area, disc, union};
///
/// // Karaganda and Temirtau are 31.6 km apart: their 20 km rings overlap.
/// let rings = [disc((73.1, 49.8).into(), 20_000.0)?, disc((72.95, 50.06).into(), 20_000.0)?];
/// let sum: f64 = rings.iter().map(area).sum();
/// assert!(area(&union(&rings)) < sum);
/// # Ok::<(), terrikon_core::geodesic::GeodesicError>(())
/// ```
#[must_use]
pub fn union<'a>(areas: impl IntoIterator<Item = &'a MultiPolygon<f64>>) -> MultiPolygon<f64> {
    let polygons: Vec<Polygon<f64>> =
        areas.into_iter().flatten().map(|polygon| polygon.orient(Direction::Default)).collect();
    let east: Vec<Polygon<f64>> = polygons.iter().map(eastern).collect();
    // What lies about the antimeridian is united there, not across the whole Earth.
    if width(&east) < width(&polygons) {
        Frame { centre: 180.0 }.leave(unite(east))
    } else {
        Frame { centre: 0.0 }.leave(unite(polygons))
    }
}

/// A polygon of −180…0 at 180…360.
fn eastern(polygon: &Polygon<f64>) -> Polygon<f64> {
    let west = polygon.bounding_rect().is_some_and(|bounds| bounds.max().x <= 0.0);
    polygon.map_coords(|vertex| if west { vertex + (360.0, 0.0).into() } else { vertex })
}

fn width(polygons: &[Polygon<f64>]) -> f64 {
    let bounds = polygons.iter().filter_map(Polygon::bounding_rect);
    let (west, east) = bounds.fold((f64::INFINITY, f64::NEG_INFINITY), |(west, east), one| {
        (west.min(one.min().x), east.max(one.max().x))
    });
    east - west
}
