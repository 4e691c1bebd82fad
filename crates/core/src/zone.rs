//! What surrounds a hotspot: its words, and its geometry.

use crate::{
    geodesic::{GeodesicError, buffer},
    kind::{UnknownWord, vocabulary},
};
use geo::{BooleanOps as _, Geometry, MultiPolygon};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

vocabulary! {
    /// Which part of the surroundings a zone is.
    ZoneShape as "shape" {
        /// All that lies within the distance, the hotspot itself included.
        Ring = "ring",
        /// All that lies within the distance of a line, on both sides.
        Corridor = "corridor",
        /// All that lies within the distance of a shore, without the water.
        Shore = "shore",
    }
}

vocabulary! {
    /// Why a zone is there.
    Basis as "basis" {
        /// An act asks for it.
        Statutory = "statutory",
        /// Chosen to compare places. It says nothing of how far pollution reaches.
        Screening = "screening",
    }
}

vocabulary! {
    /// Whether anybody looked.
    Verification as "verification" {
        /// The distance was read in the source that is named with it.
        Verified = "verified",
        /// It is general knowledge, or was not read at all: shown as unverified everywhere.
        Unverified = "unverified",
    }
}

vocabulary! {
    /// Why a zone has no geometry. It is told in words all the same.
    NotDrawn as "reason" {
        /// The act exists, but its width could not be read; nobody guesses it.
        WidthUnknown = "width_unknown",
        /// Only a point is known where the zone follows a line or a shore.
        NoShape = "no_shape",
        /// The place is known less exactly than the zone is wide.
        PositionAccuracy = "position_accuracy",
    }
}

impl ZoneShape {
    /// The zone of this shape around a geometry in degrees, `distance` in metres on the ellipsoid (see
    /// [`buffer()`]); `None` where the geometry is none that the shape can follow: a corridor follows lines, a
    /// shore bounds polygons.
    ///
    /// The water's side of a shore belt is the polygon as it is given, edges straight in degrees, so that it meets
    /// what a map draws.
    ///
    /// # Errors
    /// As [`buffer()`].
    ///
    /// ```
    /// use geo::{Contains, point, polygon};
    /// use terrikon_core::ZoneShape;
    ///
    /// let lake = polygon![(x: 74.0, y: 46.0), (x: 74.3, y: 46.0), (x: 74.3, y: 46.2), (x: 74.0, y: 46.2)];
    /// let belt = ZoneShape::Shore.around(&lake.into(), 5_000.0)?.unwrap_or(geo::MultiPolygon(vec![]));
    /// assert!(belt.contains(&point!(x: 74.34, y: 46.1)) && !belt.contains(&point!(x: 74.15, y: 46.1)));
    /// assert_eq!(ZoneShape::Corridor.around(&point!(x: 74.0, y: 46.0).into(), 5_000.0)?, None);
    /// # Ok::<(), terrikon_core::geodesic::GeodesicError>(())
    /// ```
    pub fn around(
        self,
        geometry: &Geometry<f64>,
        distance: f64,
    ) -> Result<Option<MultiPolygon<f64>>, GeodesicError> {
        Ok(match (self, geometry) {
            (Self::Ring, _) | (Self::Corridor, Geometry::LineString(_) | Geometry::MultiLineString(_)) => {
                Some(buffer(geometry, distance)?)
            }
            (Self::Shore, Geometry::Polygon(water)) => Some(buffer(geometry, distance)?.difference(water)),
            (Self::Shore, Geometry::MultiPolygon(water)) => {
                Some(buffer(geometry, distance)?.difference(water))
            }
            (Self::Corridor | Self::Shore, _) => None,
        })
    }
}
