//! Features of a collection, held so compactly that a million of them fit beside everything else.
//!
//! | module | what |
//! | --- | --- |
//! | [`blocks`] | byte strings, compressed by the block |
//! | [`claims`] | claims, packed too |
//! | [`coded`] | a column of few distinct values |
//! | `held` | the value of a field as it is packed |
//! | [`boxes`] | which rows lie in a box: a packed R-tree |
//! | `record` | what of a feature no column has |
//! | `packing` | how a table is made |
//! | [`row`] | a feature that is read where it lies |
//! | `image` | the table as bytes, so that it is made once |
//!
//! What is asked of all rows (kind, status, oblast, position …) lies in columns; the rest of a row (names, outline, notes) is
//! unpacked when somebody wants to see it.

pub mod blocks;
pub mod boxes;
pub mod claims;
pub mod coded;
mod held;
mod image;
mod packing;
mod record;
pub mod row;
mod words;

pub use claims::ClaimTable;
pub use image::ImageError;
pub use packing::FeatureTableBuilder;
pub use row::Row;
pub use words::Words;

use crate::{AreaAt, CollectionId, Described as _, Envelope, Feature, Validity};
use blocks::Blocks;
use boxes::Boxes;
use coded::Coded;
use held::Held;
use std::collections::BTreeSet;

/// Features of one collection, ordered by id.
///
/// ```
/// use terrikon_core::{Collection, CollectionId, Feature, table::FeatureTable};
///
/// let lakes = ["balkhash", "alakol"].map(|id| Feature { id: id.to_owned(), ..Feature::default() });
/// let table = FeatureTable::new(&Collection::new(CollectionId::Lakes, lakes.to_vec()));
/// assert_eq!(table.find("balkhash"), Some(1));
/// assert_eq!(table.feature(0).id, "alakol");
/// ```
#[derive(Debug)]
pub struct FeatureTable {
    collection: CollectionId,
    ids: Words,
    /// Degrees of longitude and latitude; NaN where there is none.
    positions: Vec<[f64; 2]>,
    validity: Coded<Validity>,
    oblasts: Coded<Vec<AreaAt>>,
    raion: Coded<Option<String>>,
    /// A column for each field of the collection that has few distinct values, in the order of its fields.
    fields: Vec<Option<Coded<Option<Held>>>>,
    /// Everything else.
    records: Blocks,
    boxes: Boxes,
}

/// No position.
const NOWHERE: [f64; 2] = [f64::NAN, f64::NAN];

impl FeatureTable {
    /// Which collection it is.
    #[must_use]
    pub const fn collection(&self) -> CollectionId {
        self.collection
    }

    /// How many features.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The id of a row.
    #[must_use]
    pub fn id(&self, row: usize) -> &str {
        self.ids.get(row)
    }

    /// The row of an id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.ids.find(id)
    }

    /// The first row whose id is not less.
    #[must_use]
    pub fn row_from(&self, id: &str) -> usize {
        self.ids.partition_point(|other| other < id)
    }

    /// A row, to be read where it lies.
    #[must_use]
    pub const fn row(&self, row: usize) -> Row<'_> {
        Row::new(self, row)
    }

    /// All rows in the order of their ids.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        (0..self.len()).map(|row| self.row(row))
    }

    /// A feature as it was.
    #[must_use]
    pub fn feature(&self, row: usize) -> Feature {
        self.row(row).feature()
    }

    /// Where its label or symbol goes.
    #[must_use]
    pub fn position(&self, row: usize) -> Option<[f64; 2]> {
        self.positions.get(row).copied().filter(|[lon, _]| !lon.is_nan())
    }

    /// Where a symbol goes: the position, or the point that it is.
    #[must_use]
    pub fn place(&self, row: usize) -> Option<[f64; 2]> {
        self.position(row).or_else(|| match self.row(row).geometry() {
            Some(geo::Geometry::Point(point)) => Some([point.x(), point.y()]),
            _ => None,
        })
    }

    /// When each row exists.
    #[must_use]
    pub const fn validity(&self) -> &Coded<Validity> {
        &self.validity
    }

    /// The oblasts that hold each row.
    #[must_use]
    pub const fn oblasts(&self) -> &Coded<Vec<AreaAt>> {
        &self.oblasts
    }

    /// Rows by place.
    #[must_use]
    pub const fn boxes(&self) -> &Boxes {
        &self.boxes
    }

    /// The box around all shapes.
    #[must_use]
    pub fn extent(&self) -> Option<Envelope> {
        self.boxes.extent()
    }

    /// Every word that a field of texts or lists has in any row.
    #[must_use]
    pub fn all_words(&self, field: &str) -> BTreeSet<String> {
        match self.column(field) {
            Some(column) => {
                column.values().iter().flatten().flat_map(Held::words).map(ToOwned::to_owned).collect()
            }
            None => self
                .rows()
                .flat_map(|row| row.words(field).into_iter().map(ToOwned::to_owned).collect::<Vec<_>>())
                .collect(),
        }
    }

    fn column(&self, field: &str) -> Option<&Coded<Option<Held>>> {
        let place = self.collection.fields().iter().position(|known| known.name == field)?;
        self.fields.get(place)?.as_ref()
    }
}

#[cfg(test)]
mod tests;
