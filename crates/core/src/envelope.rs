//! Bounding boxes in degrees of longitude and latitude (OGC:CRS84).

use geo::{BoundingRect as _, Geometry};

/// A box in degrees. `west` may exceed `east`: then it crosses the antimeridian.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Envelope {
    /// Western edge, −180…180.
    pub west: f64,
    /// Southern edge, −90…90.
    pub south: f64,
    /// Eastern edge, −180…180.
    pub east: f64,
    /// Northern edge, −90…90.
    pub north: f64,
}

impl Envelope {
    /// The box of a geometry; `None` where it has no coordinates.
    #[must_use]
    pub fn of(geometry: &Geometry<f64>) -> Option<Self> {
        let rect = geometry.bounding_rect()?;
        Some(Self { west: rect.min().x, south: rect.min().y, east: rect.max().x, north: rect.max().y })
    }

    /// The smallest box around two boxes that do not cross the antimeridian.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }

    /// The box as one or, over the antimeridian, two boxes with west ≤ east.
    #[must_use]
    pub fn parts(&self) -> Vec<Self> {
        if self.west <= self.east {
            vec![*self]
        } else {
            vec![Self { east: 180.0, ..*self }, Self { west: -180.0, ..*self }]
        }
    }

    /// Whether a point lies in the box, edges included.
    #[must_use]
    pub fn contains(&self, lon: f64, lat: f64) -> bool {
        self.parts()
            .iter()
            .any(|part| (part.west..=part.east).contains(&lon) && (part.south..=part.north).contains(&lat))
    }

    /// Whether two boxes share a point, edges included.
    #[must_use]
    pub fn intersects(&self, other: &Self) -> bool {
        self.parts().iter().any(|a| {
            other
                .parts()
                .iter()
                .any(|b| a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{line_string, point};

    #[test]
    fn a_box_over_the_antimeridian_has_two_parts() {
        let pacific = Envelope { west: 170.0, south: -10.0, east: -170.0, north: 10.0 };
        assert!(pacific.contains(175.0, 0.0) && pacific.contains(-175.0, 0.0) && !pacific.contains(0.0, 0.0));
        assert!(pacific.intersects(&Envelope { west: -180.0, south: 0.0, east: -179.0, north: 1.0 }));
    }

    #[test]
    fn of_covers_every_coordinate() {
        let line = line_string![(x: 1.0, y: 2.0), (x: -3.0, y: 4.0)].into();
        assert_eq!(Envelope::of(&line), Some(Envelope { west: -3.0, south: 2.0, east: 1.0, north: 4.0 }));
        let point = point!(x: 5.0, y: 6.0).into();
        assert_eq!(Envelope::of(&point), Some(Envelope { west: 5.0, south: 6.0, east: 5.0, north: 6.0 }));
    }
}
