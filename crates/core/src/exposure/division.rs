//! An area split by oblast on a day.

use super::window::Window;
use crate::{Date, Envelope, Feature, Validity};
use geo::{BooleanOps as _, BoundingRect as _, Geometry, MultiPolygon};

/// An oblast while it had one shape.
#[derive(Debug, Clone)]
pub struct Oblast {
    /// Its ISO 3166-2 code.
    pub code: String,
    /// When it had this shape.
    pub validity: Validity,
    envelope: Envelope,
    shape: MultiPolygon<f64>,
}

impl Oblast {
    /// An oblast of a release; `None` where it has no area.
    #[must_use]
    pub fn of(feature: &Feature) -> Option<Self> {
        let shape = match feature.geometry.as_ref()? {
            Geometry::Polygon(polygon) => MultiPolygon(vec![polygon.clone()]),
            Geometry::MultiPolygon(polygons) => polygons.clone(),
            _ => return None,
        };
        let code = feature.text("code").unwrap_or(&feature.id).to_owned();
        Some(Self { code, validity: feature.validity, envelope: feature.envelope()?, shape })
    }

    /// Its shape, in degrees.
    #[must_use]
    pub fn shape(&self) -> &MultiPolygon<f64> {
        &self.shape
    }
}

/// The part of an area in one oblast.
#[derive(Debug)]
pub(super) struct Part<'a> {
    pub(super) oblast: &'a Oblast,
    pub(super) area: MultiPolygon<f64>,
}

/// Splits an area by the oblasts of a day. What lies in none of them is in no part.
pub(super) fn split<'a>(area: &MultiPolygon<f64>, oblasts: &'a [Oblast], date: Date) -> Vec<Part<'a>> {
    let Some(bounds) = area.bounding_rect() else { return Vec::new() };
    let window = Window::new(bounds);
    let there = oblasts.iter().filter(|oblast| {
        let e = &oblast.envelope;
        oblast.validity.contains(date)
            && e.west <= bounds.max().x
            && e.east >= bounds.min().x
            && e.south <= bounds.max().y
            && e.north >= bounds.min().y
    });
    there
        .filter_map(|oblast| {
            // Only what is near is cut: oblasts have ten thousand vertices, of which a ring meets a few.
            let near = window.cut(&oblast.shape);
            if near.0.is_empty() {
                return None;
            }
            let part = if window.is_filled_by(&near) { area.clone() } else { area.intersection(&near) };
            (!part.0.is_empty()).then_some(Part { oblast, area: part })
        })
        .collect()
}
