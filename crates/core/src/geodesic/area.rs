//! Square metres on the ellipsoid.

use geo::{Coord, LineString, MultiPolygon};

use super::{edge::way, ring::signed_area};

/// Square metres of polygons whose edges are geodesics and which do not overlap, holes taken off.
///
/// Exact to 0.1 m² or so per edge. Every ring encloses the smaller part of the Earth that it bounds, whichever way it is wound. Positions
/// that are not numbers give no number.
///
/// # Source
/// C. F. F. Karney, *Algorithms for geodesics*, J. Geodesy 87 (2013), 43–55, section 6.
///
/// ```
/// use geo::{MultiPolygon, polygon};
/// use terrikon_core::geodesic::area;
///
/// let degree = polygon![(x: 70.0, y: 50.0), (x: 71.0, y: 50.0), (x: 71.0, y: 51.0), (x: 70.0, y: 51.0)];
/// assert!((area(&MultiPolygon::from(degree)) / 1e6 - 7_888.0).abs() < 10.0);
/// ```
#[must_use]
pub fn area(area: &MultiPolygon<f64>) -> f64 {
    area.iter()
        .map(|polygon| ring_area(polygon.exterior()) - polygon.interiors().iter().map(ring_area).sum::<f64>())
        .sum()
}

/// Square metres within a ring, never negative.
pub(super) fn ring_area(ring: &LineString<f64>) -> f64 {
    signed_area(open(ring).iter().copied()).abs()
}

/// Metres along a ring.
pub(super) fn length(ring: &LineString<f64>) -> f64 {
    ring.0.windows(2).map(|pair| way(pair[0], pair[1]).0).sum()
}

fn open(ring: &LineString<f64>) -> &[Coord] {
    ring.0.split_last().map_or(&[], |(_, all)| all)
}
