//! The rectangle around what is asked for: the rest of a large shape need not be looked at.

use geo::{Area as _, Coord, LineString, MultiPolygon, Polygon, Rect};

/// A rectangle in degrees.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window(Rect<f64>);

impl Window {
    pub(super) fn new(bounds: Rect<f64>) -> Self {
        Self(bounds)
    }

    /// What of an area lies in the window, by cutting every ring at one side after the other (I. E. Sutherland, G. W. Hodgman,
    /// *Reentrant polygon clipping*, CACM 17 (1974), 32–42). Parts of a ring stay joined along the sides, where they enclose nothing.
    pub(super) fn cut(&self, area: &MultiPolygon<f64>) -> MultiPolygon<f64> {
        let ring = |ring: &LineString<f64>| self.ring(ring);
        area.iter()
            .filter_map(|polygon| {
                let exterior = ring(polygon.exterior())?;
                let holes = polygon.interiors().iter().filter_map(ring).collect();
                Some(Polygon::new(exterior, holes))
            })
            .collect()
    }

    /// Whether what was cut fills the window.
    pub(super) fn is_filled_by(&self, cut: &MultiPolygon<f64>) -> bool {
        let whole = self.0.unsigned_area();
        (whole - cut.unsigned_area()).abs() <= whole * 1e-12
    }

    fn ring(&self, ring: &LineString<f64>) -> Option<LineString<f64>> {
        let (min, max) = (self.0.min(), self.0.max());
        let mut kept: Vec<Coord> = ring.0.clone();
        kept.pop();
        kept = side(&kept, |c| c.x - min.x, |c| c.x = min.x);
        kept = side(&kept, |c| max.x - c.x, |c| c.x = max.x);
        kept = side(&kept, |c| c.y - min.y, |c| c.y = min.y);
        kept = side(&kept, |c| max.y - c.y, |c| c.y = max.y);
        if kept.len() < 3 {
            return None;
        }
        kept.push(kept[0]);
        Some(LineString(kept))
    }
}

/// The part of an open ring where `inside` is not negative; `onto` puts what was cut exactly onto the side.
fn side(ring: &[Coord], inside: impl Fn(Coord) -> f64, onto: impl Fn(&mut Coord)) -> Vec<Coord> {
    let mut kept = Vec::with_capacity(ring.len() + 4);
    let Some(&last) = ring.last() else { return kept };
    let mut from = (last, inside(last));
    for &vertex in ring {
        let to = (vertex, inside(vertex));
        if (from.1 < 0.0) != (to.1 < 0.0) {
            let mut crossing = from.0 + (to.0 - from.0) * (from.1 / (from.1 - to.1));
            onto(&mut crossing);
            kept.push(crossing);
        }
        if to.1 >= 0.0 {
            kept.push(vertex);
        }
        from = to;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{BooleanOps as _, Coord};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_cut_has_the_area_of_the_intersection(
            spikes in prop::collection::vec(0.2..2.0f64, 5..40), x in -1.5..1.5f64, y in -1.5..1.5f64, width in 0.1..2.0f64,
        ) {
            // A star around the origin, more concave than any oblast.
            let turn = std::f64::consts::TAU / spikes.len() as f64;
            let star = (0..).zip(&spikes).map(|(i, _)| (f64::from(i) * turn).sin_cos()).zip(&spikes);
            let star: LineString = star.map(|((sin, cos), r)| Coord { x: cos * r, y: sin * r }).collect();
            let star = MultiPolygon(vec![Polygon::new(star, vec![])]);
            let bounds = Rect::new((x, y), (x + width, y + 1.0));
            let cut = Window::new(bounds).cut(&star);
            let truth = star.intersection(&MultiPolygon(vec![bounds.to_polygon()]));
            prop_assert!((cut.unsigned_area() - truth.unsigned_area()).abs() < 1e-6);
            // Boolean operations read the cut as what it is, too.
            prop_assert!((cut.intersection(&star).unsigned_area() - truth.unsigned_area()).abs() < 1e-6);
        }
    }
}
