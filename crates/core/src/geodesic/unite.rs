//! The union of polygons in the plane of a frame.

use geo::{BooleanOps as _, BoundingRect as _, Coord, MultiPolygon, Polygon, Rect, bool_ops::FillRule};

use super::frame::each_vertex;

/// Neighbours that are united beforehand where they crowd.
const GROUP: usize = 16;

/// Neighbours crowd where their bounds, laid side by side, would cover the bounds of all of them this many times.
const CROWD: f64 = 3.0;

/// Unites polygons of one frame, wound to the left.
///
/// One sweep over all is the fastest where a place is in a few of them. Where it is in many, most edges end inside: neighbours are
/// united first, until no place is crowded. Ten thousand discs of 64 vertices take 0.3 to 0.5 s, spread over
/// a country or heaped in one district.
pub(super) fn unite(mut all: Vec<Polygon<f64>>) -> MultiPolygon<f64> {
    if all.len() > GROUP {
        let places = Places::of(&all);
        all.sort_by_cached_key(|polygon| places.along(polygon));
    }
    while all.len() > GROUP {
        let before = all.len();
        let mut fewer = Vec::with_capacity(before);
        for group in all.chunks(GROUP) {
            if crowded(group) { fewer.extend(united(group.to_vec())) } else { fewer.extend_from_slice(group) }
        }
        all = fewer;
        if all.len() as f64 > 0.8 * before as f64 {
            break;
        }
    }
    united(all)
}

fn crowded(group: &[Polygon<f64>]) -> bool {
    let bounds = || group.iter().filter_map(Polygon::bounding_rect);
    let each: f64 = bounds().map(|one| one.width() * one.height()).sum();
    let all = bounds().reduce(|a, b| {
        let low = (a.min().x.min(b.min().x), a.min().y.min(b.min().y));
        Rect::new(low, (a.max().x.max(b.max().x), a.max().y.max(b.max().y)))
    });
    all.is_some_and(|all| each > CROWD * all.width() * all.height())
}
/// The extent of polygons, for their order along a curve that fills it.
struct Places {
    west: f64,
    south: f64,
    /// Cells per degree.
    scale: f64,
}

impl Places {
    fn of(all: &[Polygon<f64>]) -> Self {
        let (mut west, mut south, mut size) = (f64::INFINITY, f64::INFINITY, 0.0_f64);
        for bounds in all.iter().filter_map(Polygon::bounding_rect) {
            west = west.min(bounds.min().x);
            south = south.min(bounds.min().y);
        }
        for bounds in all.iter().filter_map(Polygon::bounding_rect) {
            size = size.max(bounds.max().x - west).max(bounds.max().y - south);
        }
        Self { west, south, scale: f64::from(u16::MAX) / size.max(f64::MIN_POSITIVE) }
    }

    /// Where on Hilbert's curve the middle of a polygon is.
    ///
    /// # Source
    /// D. Hilbert, *Ueber die stetige Abbildung einer Line auf ein Flächenstück*, Math. Ann. 38 (1891), 459–460.
    fn along(&self, polygon: &Polygon<f64>) -> u32 {
        let Some(bounds) = polygon.bounding_rect() else { return 0 };
        let cell = |degrees: f64, from: f64| ((degrees - from) * self.scale) as u32;
        let Coord { x, y } = bounds.center();
        let (mut x, mut y) = (cell(x, self.west), cell(y, self.south));
        let mut along = 0;
        for bit in (0..16).rev() {
            let (east, north) = ((x >> bit) & 1, (y >> bit) & 1);
            along = (along << 2) | ((3 * east) ^ north);
            if north == 0 {
                // The quarter's own curve is turned.
                if east == 1 {
                    (x, y) = (!x, !y);
                }
                (x, y) = (y, x);
            }
        }
        along
    }
}

/// By the rule that what is wound to the left at all is inside: pieces may overlap themselves.
fn united(all: Vec<Polygon<f64>>) -> MultiPolygon<f64> {
    to_pole(MultiPolygon(all).union_with_fill_rule(&MultiPolygon::new(Vec::new()), FillRule::Positive))
}

/// With vertices at the pole that the grid, having no line there, put beside or beyond it.
pub(super) fn to_pole(mut area: MultiPolygon<f64>) -> MultiPolygon<f64> {
    let near = grid(&area);
    each_vertex(&mut area, |vertex| {
        if 90.0 - vertex.y.abs() <= near {
            vertex.y = 90.0_f64.copysign(vertex.y);
        }
    });
    area
}

/// Degrees between the lines of the grid on which an area was united, twice over.
pub(super) fn grid(area: &MultiPolygon<f64>) -> f64 {
    area.bounding_rect().map_or(0.0, |bounds| bounds.width().max(bounds.height()) * 2f64.powi(-28))
}
