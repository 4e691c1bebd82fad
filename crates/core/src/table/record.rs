//! What of a feature no column has: its names, its shape and the fields of many values.

use super::held::Held;
use crate::{CollectionId, Feature, Names};
use geo::{Geometry, Point};
use geozero::{CoordDimensions, ToGeo as _, ToWkb as _, wkb::Wkb};
use serde::{Deserialize, Serialize};

/// A shape as it is packed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Shape {
    None,
    /// The point at its position.
    AtPosition,
    /// Well-known binary.
    Wkb(#[serde(with = "serde_bytes")] Vec<u8>),
}

/// The rest of a feature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Record {
    /// In the order of [`crate::Lang::ALL`].
    names: [Option<String>; 4],
    shape: Shape,
    /// Fields without a column by their place in the collection, and members that are no fields of it by name.
    fields: Vec<(u8, Held)>,
    more: Vec<(String, Held)>,
}

impl Record {
    /// What is left of a feature where some fields, by their place in the collection, have a column.
    pub(super) fn of<T>(feature: &Feature, collection: CollectionId, columns: &[Option<T>]) -> Self {
        let Names { en, ru, kk, ky } = feature.names.clone();
        let at_position = feature.position.map(|[lon, lat]| Geometry::Point(Point::new(lon, lat)));
        let shape = match &feature.geometry {
            None => Shape::None,
            shape if *shape == at_position => Shape::AtPosition,
            Some(shape) => Shape::Wkb(shape.to_wkb(CoordDimensions::xy()).unwrap_or_default()),
        };
        let known = collection.fields();
        let (mut fields, mut more) = (Vec::new(), Vec::new());
        for (name, value) in &feature.properties {
            match known.iter().position(|field| field.name == name) {
                Some(place) if columns.get(place).is_some_and(Option::is_some) => {}
                Some(place) => fields.push((place as u8, Held::of(value))),
                None => more.push((name.clone(), Held::of(value))),
            }
        }
        Self { names: [en, ru, kk, ky], shape, fields, more }
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        // Into memory that grows, of plain data: neither can fail.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    pub(super) fn names(&self) -> Names {
        let [en, ru, kk, ky] = self.names.clone();
        Names { en, ru, kk, ky }
    }

    /// The shape of a feature at a position.
    pub(super) fn geometry(&self, position: Option<[f64; 2]>) -> Option<Geometry<f64>> {
        match &self.shape {
            Shape::None => None,
            Shape::AtPosition => position.map(|[lon, lat]| Point::new(lon, lat).into()),
            Shape::Wkb(bytes) => Wkb(bytes).to_geo().ok(),
        }
    }

    /// A field without a column, by its place in the collection.
    pub(super) fn field(&self, place: usize) -> Option<&Held> {
        self.fields.iter().find(|(of, _)| usize::from(*of) == place).map(|(_, held)| held)
    }

    /// Members that are no fields of the collection.
    pub(super) fn more(&self) -> impl Iterator<Item = (&str, &Held)> {
        self.more.iter().map(|(name, held)| (name.as_str(), held))
    }
}
