//! All that lies within a radius of a geometry.

use geo::{BooleanOps as _, CoordsIter as _, Geometry, MultiPolygon};

use super::{GeodesicError, RADII, disc, parts::Parts, unite::unite, zone::Zone};

/// All that lies nearer than `radius` metres (see [`RADII`]) to a geometry in degrees, whose edges are geodesics.
///
/// Works on any geometry: positions, lines, polygons, several of them. The outline lies within 1e-4 of the radius of the true one, but
/// no nearer than the grid of the union, which is 2⁻²⁹ of the extent: 6 mm on 30 degrees. A polygon's ring encloses the smaller part of
/// the Earth that it bounds, whichever way it is wound; it may cross the antimeridian, cut there or not, or enclose a pole.
///
/// Takes O(n log n) for n vertices where the radius is not much longer than the edges; much more of them overlap when it is.
///
/// # Errors
/// Any [`GeodesicError`].
///
/// # Source
/// The pieces (see `zone`) are bounded by curves from the direct problem of C. F. F. Karney, *Algorithms for geodesics*, J. Geodesy 87
/// (2013), 43–55; no projection is used.
///
/// ```
/// use geo::{Contains, line_string, point};
/// use terrikon_core::geodesic::buffer;
///
/// // One kilometre along a river.
/// let river = line_string![(x: 76.9, y: 52.2), (x: 76.95, y: 52.3), (x: 77.0, y: 52.35)].into();
/// let corridor = buffer(&river, 1_000.0)?;
/// assert!(corridor.contains(&point!(x: 76.94, y: 52.3)) && !corridor.contains(&point!(x: 76.92, y: 52.3)));
/// # Ok::<(), terrikon_core::geodesic::GeodesicError>(())
/// ```
pub fn buffer(geometry: &Geometry<f64>, radius: f64) -> Result<MultiPolygon<f64>, GeodesicError> {
    check_radius(radius)?;
    let parts = Parts::of(geometry)?;
    let about = geometry.coords_iter().next().ok_or(GeodesicError::Empty)?;
    if parts.points.len() == 1 && parts.chains.is_empty() {
        return disc(parts.points[0].into(), radius);
    }
    let mut zone = Zone::new(about, radius);
    for &point in &parts.points {
        zone.disc(point);
    }
    for chain in &parts.chains {
        zone.chain(chain);
    }
    for rings in &parts.polygons {
        // The bands along the edges cover whatever the interior lacks there.
        let mut areas = rings.iter().map(|ring| unite(zone.frame().cut(&ring.dense(0.25 * radius))));
        let exterior = areas.next().unwrap_or_else(|| MultiPolygon(Vec::new()));
        let interior = areas.fold(exterior, |area, hole| area.difference(&hole));
        zone.add(interior);
    }
    Ok(zone.finish())
}

/// # Errors
/// `Radius` where it is not a number or not in [`RADII`].
pub(super) fn check_radius(radius: f64) -> Result<(), GeodesicError> {
    if RADII.contains(&radius) { Ok(()) } else { Err(GeodesicError::Radius(radius)) }
}
