//! A geometry and how far off it may be.

use super::{ExposureError, people::Extents};
use crate::geodesic::{RADII, buffer};
use geo::{Geometry, MultiPolygon};
use std::slice;

/// A place whose surroundings are asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    geometry: Geometry<f64>,
    accuracy_m: f64,
}

/// What lies within a radius of a place: for certain, by its stated position, and at most.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reach {
    /// Empty where nothing is certain.
    pub(super) low: MultiPolygon<f64>,
    /// By the stated position.
    pub(super) stated: MultiPolygon<f64>,
    pub(super) high: MultiPolygon<f64>,
    /// Whether the position is good enough for a figure at this radius.
    pub(super) is_known: bool,
}

impl Reach {
    /// The three extents.
    pub(super) fn extents(&self) -> Extents<'_> {
        Extents {
            low: slice::from_ref(&self.low),
            central: if self.is_known { slice::from_ref(&self.stated) } else { &[] },
            high: slice::from_ref(&self.high),
        }
    }
}

impl Place {
    /// A geometry in degrees and how far off it may be, in metres.
    ///
    /// # Errors
    /// `Accuracy` where it is negative or not a number.
    pub fn new(geometry: Geometry<f64>, accuracy_m: f64) -> Result<Self, ExposureError> {
        if accuracy_m.is_finite() && accuracy_m >= 0.0 {
            Ok(Self { geometry, accuracy_m })
        } else {
            Err(ExposureError::Accuracy(accuracy_m))
        }
    }

    /// The geometry, in degrees.
    #[must_use]
    pub fn geometry(&self) -> &Geometry<f64> {
        &self.geometry
    }

    /// How far off it may be, in metres.
    #[must_use]
    pub fn accuracy_m(&self) -> f64 {
        self.accuracy_m
    }

    /// What lies within a radius, in metres.
    pub(super) fn reach(&self, radius: f64) -> Result<Reach, ExposureError> {
        let accuracy = self.accuracy_m;
        let stated = buffer(&self.geometry, radius)?;
        if radius + accuracy > *RADII.end() {
            return Err(ExposureError::TooFar { radius, accuracy });
        }
        if accuracy == 0.0 {
            return Ok(Reach { low: stated.clone(), high: stated.clone(), stated, is_known: true });
        }
        let certain = radius - accuracy;
        let low = if certain >= *RADII.start() {
            buffer(&self.geometry, certain)?
        } else {
            MultiPolygon(Vec::new())
        };
        Ok(Reach {
            low,
            high: buffer(&self.geometry, radius + accuracy)?,
            stated,
            is_known: accuracy <= radius,
        })
    }
}
