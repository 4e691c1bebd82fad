//! Lakes and seas, and which part of a line lies in them.

use geo::{Area as _, Coord, Geometry, MultiPolygon};

use super::{
    STILL,
    chain::{Chain, bounds},
    piece::on_earth,
};
use crate::{Feature, geodesic};

/// A lake, a reservoir or a sea.
#[derive(Debug)]
pub(super) struct Water {
    pub(super) id: String,
    pub(super) sea: bool,
    /// Whether what the water carries settles in it: a sea, or a natural lake of [`STILL`] size.
    pub(super) still: bool,
    rings: Vec<(Vec<Coord>, [f64; 4])>,
    shores: Vec<Chain>,
    bounds: [f64; 4],
}

impl Water {
    /// The water of a feature of the `lakes`, if it has an area.
    pub(super) fn of(feature: &Feature) -> Option<Self> {
        let polygons = match feature.geometry.as_ref()? {
            Geometry::Polygon(polygon) => MultiPolygon::from(polygon.clone()),
            Geometry::MultiPolygon(polygons) => polygons.clone(),
            _ => return None,
        };
        let rings: Vec<Vec<Coord>> = polygons
            .iter()
            .flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()))
            .map(|ring| ring.0.clone())
            .filter(|ring| ring.len() > 3)
            .collect();
        if rings.is_empty()
            || !rings.iter().flatten().copied().all(on_earth)
            || polygons.unsigned_area() <= 0.0
        {
            return None;
        }
        let kind = feature.text("subkind");
        let sea = kind == Some("sea");
        let still = sea || (kind != Some("reservoir") && geodesic::area(&polygons) >= STILL);
        let all: Vec<Coord> = rings.iter().flatten().copied().collect();
        Some(Self {
            id: feature.id.clone(),
            sea,
            still,
            shores: rings.iter().cloned().map(Chain::new).collect(),
            bounds: bounds(&all),
            rings: rings.into_iter().map(|ring| (ring.clone(), bounds(&ring))).collect(),
        })
    }

    /// Whether it holds a position: edges are straight in degrees here, as maps draw them.
    fn holds(&self, position: Coord) -> bool {
        let Coord { x, y } = position;
        let [west, south, east, north] = self.bounds;
        if !(west..=east).contains(&x) || !(south..=north).contains(&y) {
            return false;
        }
        let crossings = self.rings.iter().flat_map(|(ring, _)| ring.windows(2)).filter(|pair| {
            let (a, b) = (pair[0], pair[1]);
            (a.y > y) != (b.y > y) && x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)
        });
        crossings.count() % 2 == 1
    }

    /// Metres from a position to the water, if within some.
    pub(super) fn away(&self, position: Coord, within: f64) -> Option<f64> {
        if self.holds(position) {
            return Some(0.0);
        }
        let shores = self.shores.iter().filter_map(|shore| shore.nearest(position, within));
        shores.map(|foot| foot.away).min_by(f64::total_cmp)
    }

    /// The stretches of a chain that lie in the water, metres along it.
    pub(super) fn spans(&self, chain: &Chain) -> Vec<[f64; 2]> {
        if apart(&bounds(&chain.coords), &self.bounds) {
            return Vec::new();
        }
        let mut spans: Vec<[f64; 2]> = Vec::new();
        for (edge, pair) in chain.coords.windows(2).enumerate() {
            let box_of = bounds(pair);
            if apart(&box_of, &self.bounds) {
                continue;
            }
            let mut cuts = vec![0.0, 1.0];
            for (ring, _) in self.rings.iter().filter(|(_, ring_box)| !apart(&box_of, ring_box)) {
                cuts.extend(ring.windows(2).filter_map(|shore| crossing(pair, shore)));
            }
            cuts.sort_by(f64::total_cmp);
            let (start, metres) = (chain.at[edge], chain.at[edge + 1] - chain.at[edge]);
            for part in cuts.windows(2).filter(|part| part[1] > part[0]) {
                if !self.holds(pair[0] + (pair[1] - pair[0]) * f64::midpoint(part[0], part[1])) {
                    continue;
                }
                let [from, to] = [start + part[0] * metres, start + part[1] * metres];
                match spans.last_mut() {
                    Some(last) if from - last[1] < 1.0 => last[1] = to,
                    _ => spans.push([from, to]),
                }
            }
        }
        spans
    }
}

fn apart(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[0] > b[2] || b[0] > a[2] || a[1] > b[3] || b[1] > a[3]
}

/// Where an edge crosses another, as a part of the first.
fn crossing(edge: &[Coord], shore: &[Coord]) -> Option<f64> {
    let (along, other) = (edge[1] - edge[0], shore[1] - shore[0]);
    let between = shore[0] - edge[0];
    let cross = along.x * other.y - along.y * other.x;
    let t = (between.x * other.y - between.y * other.x) / cross;
    let u = (between.x * along.y - between.y * along.x) / cross;
    ((0.0..=1.0).contains(&t) && (0.0..=1.0).contains(&u)).then_some(t)
}
