//! Areas and lengths on the WGS 84 ellipsoid, straight from grid points in millionths of a degree.
//!
//! Edges are straight in longitude and latitude, as GeoJSON has it (RFC 7946, 3.1.1), not geodesics. The area under an
//! edge is that of the authalic ("equal-area") latitude: Snyder, *Map projections: a working manual* (1987), eq. 3-12.

use crate::{
    grid::{Point, UNITS_PER_DEGREE},
    segment::Segment,
};

/// Equatorial radius of WGS 84 in metres.
const EQUATORIAL_RADIUS_M: f64 = 6_378_137.0;
/// Squared eccentricity of WGS 84.
const ECCENTRICITY_2: f64 = 0.006_694_379_990_141_33;

fn radians(units: i32) -> f64 {
    (f64::from(units) / UNITS_PER_DEGREE).to_radians()
}

/// Snyder's q: the area between equator and latitude, per radian of longitude, is a²·q/2.
fn zone(latitude: f64) -> f64 {
    let e = ECCENTRICITY_2.sqrt();
    let sine = libm::sin(latitude);
    let es = e * sine;
    (1.0 - ECCENTRICITY_2) * (sine / (1.0 - es * es) + libm::atanh(es) / e)
}

/// Area in m² between an edge and the equator, negative for an eastward edge: summed along a ring that turns left it
/// is the ring's area.
pub(crate) fn area_under_m2(from: Point, to: Point) -> f64 {
    let (south, north) = (radians(from.y), radians(to.y));
    // Simpson's rule; q is so smooth that it is exact to the square metre for edges of a hundred kilometres.
    let mean = (zone(south) + 4.0 * zone(f64::midpoint(south, north)) + zone(north)) / 6.0;
    (radians(from.x) - radians(to.x)) * mean * EQUATORIAL_RADIUS_M * EQUATORIAL_RADIUS_M / 2.0
}

/// Length of a segment in metres, by the radii of curvature at its middle latitude: good to a millionth for segments
/// of up to some kilometres.
pub(crate) fn length_m(Segment { a, b }: Segment) -> f64 {
    let latitude = f64::midpoint(radians(a.y), radians(b.y));
    let (sine, cosine) = (libm::sin(latitude), libm::cos(latitude));
    let w2 = 1.0 - ECCENTRICITY_2 * sine * sine;
    let prime_vertical = EQUATORIAL_RADIUS_M / w2.sqrt();
    let meridional = prime_vertical * (1.0 - ECCENTRICITY_2) / w2;
    let east = prime_vertical * cosine * (radians(b.x) - radians(a.x));
    let north = meridional * (radians(b.y) - radians(a.y));
    (east * east + north * north).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_degree_cell_at_the_equator() {
        // Karney's GeographicLib gives 12 308 778 361 m² for the geodesic cell; its top edge bulges northward a little.
        let degree = 1_000_000;
        let corners =
            [(0, 0), (degree, 0), (degree, degree), (0, degree), (0, 0)].map(|(x, y)| Point::new(x, y));
        let area: f64 = corners.windows(2).map(|edge| area_under_m2(edge[0], edge[1])).sum();
        assert!((area / 12_308_463_846.0 - 1.0).abs() < 1e-6, "{area}");
    }

    #[test]
    fn a_degree_of_meridian_at_45() {
        let metres = length_m(Segment { a: Point::new(0, 44_500_000), b: Point::new(0, 45_500_000) });
        assert!((metres - 111_131.8).abs() < 1.0, "{metres}");
    }
}
