//! One thing on the map.

use crate::{Envelope, Names, Validity};
use geo::Geometry;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The area that contains a feature, while that area exists.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AreaAt {
    /// The code of the oblast, such as `KZ-35`.
    pub code: String,
    /// When that answer holds.
    #[serde(flatten)]
    pub validity: Validity,
}

/// A feature of a collection. Geometry is in degrees of longitude and latitude (OGC:CRS84).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Feature {
    /// Unique in its collection, a slug, kept for good.
    pub id: String,
    /// Its names; may be empty (many rivers have none).
    pub names: Names,
    /// Its shape.
    pub geometry: Option<Geometry<f64>>,
    /// Where its label or symbol goes: the point itself, a point inside the polygon, the middle of the line.
    pub position: Option<[f64; 2]>,
    /// When it exists.
    pub validity: Validity,
    /// The oblast that holds its position, in each division; found by geometry.
    pub oblasts: Vec<AreaAt>,
    /// The raion that holds its position; found by geometry.
    pub raion: Option<String>,
    /// The fields of its collection ([`crate::CollectionId::fields`]); a missing one is absent, never null.
    pub properties: Map<String, Value>,
}

impl Feature {
    /// The code of the oblast that holds it on a day.
    #[must_use]
    pub fn oblast_on(&self, day: Date) -> Option<&str> {
        self.oblasts.iter().find(|area| area.validity.contains(day)).map(|area| area.code.as_str())
    }

    /// Whether an oblast of these codes holds it on a day. A project may be of several at a time.
    #[must_use]
    pub fn in_oblast_on(&self, codes: &[String], day: Date) -> bool {
        self.oblasts.iter().any(|area| area.validity.contains(day) && codes.contains(&area.code))
    }

    /// A text property.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        self.properties.get(field)?.as_str()
    }

    /// A number property.
    #[must_use]
    pub fn number(&self, field: &str) -> Option<f64> {
        self.properties.get(field)?.as_f64()
    }

    /// The words of a list property; empty where it is absent.
    pub fn list(&self, field: &str) -> impl Iterator<Item = &str> {
        self.properties.get(field).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
    }

    /// The box around its geometry.
    #[must_use]
    pub fn envelope(&self) -> Option<Envelope> {
        self.geometry.as_ref().and_then(Envelope::of)
    }
}
