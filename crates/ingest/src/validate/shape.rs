//! `invalid-shape`: polygons do not cross themselves.

use crate::{fault::Fault, normalise::Candidate};
use geo::{Geometry, Validation as _};

/// Finds lines and polygons that are not valid by the Simple Features rules.
#[must_use]
pub fn check(candidates: &[Candidate]) -> Vec<(usize, Fault)> {
    let mut found = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let Some(geometry @ (Geometry::Polygon(_) | Geometry::MultiPolygon(_))) = &candidate.feature.geometry
        else {
            continue;
        };
        if let Err(error) = geometry.check_validation() {
            let fault = candidate
                .fault("invalid-shape", error.to_string())
                .hint("repair it where it was drawn, for example with QGIS \"Fix geometries\"");
            found.push((index, fault));
        }
    }
    found
}
