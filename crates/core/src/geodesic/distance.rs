//! Metres from a position to a geometry.

use geo::{Coord, Geometry, Point};

use super::{
    GeodesicError,
    edge::{Edge, way},
    parts::Parts,
    ring::Ring,
    trace::turn,
};

/// Metres: the mean radius of the Earth, from which the search for the nearest position starts.
const EARTH: f64 = 6_371_008.8;

/// A geometry made ready to be asked for distances.
///
/// ```
/// use geo::polygon;
/// use terrikon_core::geodesic::Target;
///
/// let lake = polygon![(x: 74.0, y: 46.0), (x: 75.0, y: 46.0), (x: 75.0, y: 47.0), (x: 74.0, y: 47.0)];
/// let lake = Target::new(&lake.into())?;
/// assert_eq!(lake.distance((74.5, 46.5).into())?, 0.0);
/// assert!((lake.distance((76.0, 46.5).into())? / 76_700.0 - 1.0).abs() < 0.01);
/// # Ok::<(), terrikon_core::geodesic::GeodesicError>(())
/// ```
pub struct Target {
    points: Vec<Coord>,
    edges: Vec<(Edge, Chord)>,
    polygons: Vec<Vec<Ring>>,
}

impl Target {
    /// Makes a geometry in degrees ready; its edges are geodesics.
    ///
    /// # Errors
    /// Any [`GeodesicError`] but `Radius`.
    pub fn new(geometry: &Geometry<f64>) -> Result<Self, GeodesicError> {
        let Parts { points, chains, polygons } = Parts::of(geometry)?;
        let edges = chains
            .into_iter()
            .flat_map(|chain| chain.edges)
            .flat_map(|edge| edge.split(200_000.0))
            .map(|edge| (edge, Chord::of(&edge)))
            .collect();
        Ok(Self { points, edges, polygons })
    }

    /// Metres from a position, exact to micrometres: to the nearest position of the geometry, 0 within polygons.
    ///
    /// Takes O(n) for n vertices, the costly part only for the few edges that may be nearest.
    ///
    /// # Errors
    /// `Position`.
    ///
    /// # Source
    /// On each edge the iteration of S. Baselga and J. C. Martínez-Llario, *Intersection and point-to-line solutions for geodesics on the
    /// ellipsoid*, Stud. Geophys. Geod. 62 (2018), 353–363, <https://doi.org/10.1007/s11200-017-1020-z>.
    pub fn distance(&self, from: Point<f64>) -> Result<f64, GeodesicError> {
        Parts::of(&from.into())?;
        let from = from.0;
        if self.polygons.iter().any(|rings| within(rings, from)) {
            return Ok(0.0);
        }
        let points = self.points.iter().map(|&point| way(from, point).0);
        let mut nearest = points.fold(f64::INFINITY, f64::min);
        let here = cartesian(from);
        let mut edges: Vec<(f64, &Edge)> =
            self.edges.iter().map(|(edge, chord)| (chord.at_least(here), edge)).collect();
        edges.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (at_least, edge) in edges {
            if at_least > nearest {
                break;
            }
            nearest = nearest.min(to_edge(from, edge));
        }
        Ok(nearest)
    }
}

/// Whether a position is in a polygon: in the first ring and in none of the others.
fn within(rings: &[Ring], position: Coord) -> bool {
    let mut rings = rings.iter();
    rings.next().is_some_and(|exterior| exterior.contains(position))
        && !rings.any(|hole| hole.contains(position))
}

/// Metres from a position to the nearest of an edge, its ends included.
fn to_edge(from: Coord, edge: &Edge) -> f64 {
    let mut nearest = way(edge.start, from).0.min(way(edge.end, from).0);
    let mut along = edge.length / 2.0;
    for _ in 0..12 {
        let (foot, azimuth) = edge.at(along);
        let (metres, towards, _) = way(foot, from);
        nearest = nearest.min(metres);
        // The rest of the way to the foot of the perpendicular, on a sphere.
        let angle = turn(towards - azimuth).to_radians();
        let step = EARTH * ((metres / EARTH).sin() * angle.cos()).atan2((metres / EARTH).cos());
        let next = (along + step).clamp(0.0, edge.length);
        if (next - along).abs() < 1e-4 {
            break;
        }
        along = next;
    }
    nearest
}

/// A straight tunnel through the Earth, shorter than any way above: what makes most edges not worth a closer look.
struct Chord {
    start: [f64; 3],
    end: [f64; 3],
    /// Metres by which the edge leaves the chord, at most.
    bulge: f64,
}

impl Chord {
    fn of(edge: &Edge) -> Self {
        // The smallest radius of curvature is 6,335 km.
        let bulge = edge.length * edge.length / (8.0 * 6_300_000.0);
        Self { start: cartesian(edge.start), end: cartesian(edge.end), bulge }
    }

    /// Metres that the edge is away, or fewer.
    fn at_least(&self, from: [f64; 3]) -> f64 {
        let along: [f64; 3] = std::array::from_fn(|i| self.end[i] - self.start[i]);
        let away: [f64; 3] = std::array::from_fn(|i| from[i] - self.start[i]);
        let t = (dot(along, away) / dot(along, along).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0);
        let rest: [f64; 3] = std::array::from_fn(|i| away[i] - t * along[i]);
        dot(rest, rest).sqrt() - self.bulge - 1e-6
    }
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Metres from the centre of the Earth, on the surface of WGS84.
fn cartesian(position: Coord) -> [f64; 3] {
    const A: f64 = 6_378_137.0;
    const E2: f64 = 0.006_694_379_990_141_3;
    let (sin, cos) = position.y.to_radians().sin_cos();
    let (east, north) = position.x.to_radians().sin_cos();
    let normal = A / (1.0 - E2 * sin * sin).sqrt();
    [normal * cos * north, normal * cos * east, normal * (1.0 - E2) * sin]
}
