//! The circle about a position as a series: the direct geodesic problem for short distances, without its loops.

/// Semi-major axis of WGS84, metres, and its first and second eccentricities squared.
const A: f64 = 6_378_137.0;
const E2: f64 = 0.006_694_379_990_141_316;
const SECOND_E2: f64 = E2 / (1.0 - E2);

/// The radius up to which the series is used, as a part of the distance to the axis of the Earth: 191 km at the equator, 123 km at 50°,
/// 3.3 km at 89°. There the sixth power is 4e-9 of the radius.
const REACH: f64 = 0.03;

/// Degrees north and east of a centre on the circle of a radius about it, as polynomials in the cosine of the azimuth.
///
/// Legendre's series of latitude and longitude in powers of the distance, to the fifth with all terms of the ellipsoid. The
/// coefficients follow from the equations of the geodesic, dφ/ds = cos α / M, dλ/ds = sin α / (N cos φ), dα/ds = sin α tan φ / N, by
/// taking derivatives at the centre.
///
/// # Source
/// A.-M. Legendre, *Analyse des triangles tracés sur la surface d'un sphéroïde*, 1806; to the fifth order, with fewer terms, in
/// R. H. Rapp, *Geometric Geodesy, Part II*, 1993, section 1.2.
pub(super) struct Series {
    north: [f64; 6],
    east: [f64; 5],
}

impl Series {
    /// The circle about a latitude; none where the radius is beyond reach.
    pub(super) fn about(lat: f64, radius: f64) -> Option<Self> {
        let (sin, cos) = lat.to_radians().sin_cos();
        let normal = A / (1.0 - E2 * sin * sin).sqrt();
        if radius > REACH * normal * cos {
            return None;
        }
        let h = radius / normal;
        let t = sin / cos;
        let tt = t * t;
        // η², in the notation of the textbooks.
        let e = SECOND_E2 * cos * cos;
        let (h2, h3) = (h * h, h * h * h);
        let (h4, h5) = (h2 * h2, h2 * h3);

        // n32 belongs to cos³α sin²α, and so on: latitude is even in the sine.
        let n20 = -1.5 * h2 * e * t;
        let n02 = -0.5 * h2 * t;
        let n30 = 0.5 * h3 * e * (tt - 1.0 + e * (5.0 * tt - 1.0));
        let n12 = h3 / 6.0 * (-1.0 - 3.0 * tt + e * (9.0 * tt - 1.0));
        let n40 = h4 / 8.0 * e * t * (4.0 + e * (23.0 - 15.0 * tt + e * (19.0 - 35.0 * tt)));
        let n22 = h4 / 12.0 * t * (-4.0 - 6.0 * tt + e * (13.0 + 9.0 * tt + e * (17.0 - 45.0 * tt)));
        let n04 = h4 / 24.0 * t * (1.0 + 3.0 * tt + e * (1.0 - 9.0 * tt));
        let n50 = h5 / 40.0
            * e
            * (4.0 - 4.0 * tt
                + e * (27.0 - 142.0 * tt + 15.0 * tt * tt)
                + e * e * (42.0 - 452.0 * tt + 210.0 * tt * tt)
                + e * e * e * (19.0 - 314.0 * tt + 315.0 * tt * tt));
        let n32 = h5 / 60.0
            * (-4.0 - 30.0 * tt - 30.0 * tt * tt
                + e * (9.0 + 18.0 * tt + 45.0 * tt * tt)
                + e * e * (30.0 - 354.0 * tt)
                + e * e * e * (17.0 - 402.0 * tt + 525.0 * tt * tt));
        let n14 = h5 / 120.0
            * (1.0
                + 30.0 * tt
                + 45.0 * tt * tt
                + e * (2.0 - 72.0 * tt - 90.0 * tt * tt)
                + e * e * (1.0 - 102.0 * tt + 225.0 * tt * tt));

        // Longitude is odd in the sine; one sine is left to `at`.
        let e11 = h2 * t;
        let e21 = h3 / 3.0 * (1.0 + 3.0 * tt + e);
        let e03 = -h3 / 3.0 * tt;
        let e31 = h4 / 3.0 * t * (2.0 + 3.0 * tt + e - e * e);
        let e13 = -h4 / 3.0 * t * (1.0 + 3.0 * tt + e);
        let e41 = h5 / 15.0
            * (2.0 + 15.0 * tt + 15.0 * tt * tt + e * (3.0 + 6.0 * tt) - 3.0 * e * e * tt
                + e * e * e * (6.0 * tt - 1.0));
        let e23 = -h5 / 15.0
            * (1.0 + 20.0 * tt + 30.0 * tt * tt + e * (2.0 + 13.0 * tt) + e * e * (1.0 - 7.0 * tt));
        let e05 = h5 / 15.0 * tt * (1.0 + 3.0 * tt + e);

        // With sin² = 1 − cos² each is a polynomial in the cosine alone.
        let north = [
            n02 + n04,
            h + n12 + n14,
            n20 - n02 + n22 - 2.0 * n04,
            n30 - n12 + n32 - 2.0 * n14,
            n40 - n22 + n04,
            n50 - n32 + n14,
        ];
        let east = [h + e03 + e05, e11 + e13, e21 - e03 + e23 - 2.0 * e05, e31 - e13, e41 - e23 + e05];
        let (northward, eastward) = ((1.0 + e).to_degrees(), cos.recip().to_degrees());
        Some(Self { north: north.map(|one| one * northward), east: east.map(|one| one * eastward) })
    }

    /// Degrees of longitude that the circle reaches on each side, or a little more.
    pub(super) fn width(&self) -> f64 {
        self.east.iter().map(|term| term.abs()).sum()
    }

    /// Degrees east and north of the centre, in the direction whose cosine and sine (from north, clockwise) these are.
    pub(super) fn at(&self, cos: f64, sin: f64) -> (f64, f64) {
        let [n0, n1, n2, n3, n4, n5] = self.north;
        let [e0, e1, e2, e3, e4] = self.east;
        let north = n0 + cos * (n1 + cos * (n2 + cos * (n3 + cos * (n4 + cos * n5))));
        let east = sin * (e0 + cos * (e1 + cos * (e2 + cos * (e3 + cos * e4))));
        (east, north)
    }
}
