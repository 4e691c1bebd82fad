//! A table while it is made, a feature after the other.

use super::{
    FeatureTable, NOWHERE,
    blocks::BlocksBuilder,
    boxes::BoxesBuilder,
    coded::{Coded, CodedBuilder},
    held::{self, Held},
    record::Record,
    words::Words,
};
use crate::{AreaAt, Collection, CollectionId, Feature, Validity};

/// So many features tell which fields have few distinct values. They are held as they are until then, some kilobytes each.
pub(super) const FIRST: usize = 16_384;

impl FeatureTable {
    /// Packs a collection.
    #[must_use]
    pub fn new(collection: &Collection) -> Self {
        let mut packing = Packing::new(collection.id, &collection.features);
        collection.features.iter().for_each(|feature| packing.push(feature));
        packing.finish()
    }
}

/// Packs features while they come, so that a million of them never lie in memory as they are.
///
/// ```
/// use terrikon_core::{CollectionId, Feature, table::FeatureTableBuilder};
///
/// let mut builder = FeatureTableBuilder::new(CollectionId::Lakes);
/// for id in ["alakol", "balkhash"] {
///     builder.push(Feature { id: id.to_owned(), ..Feature::default() });
/// }
/// assert_eq!(builder.finish().find("balkhash"), Some(1));
/// ```
#[derive(Debug)]
pub struct FeatureTableBuilder {
    collection: CollectionId,
    /// Those that came before it was known which fields get a column.
    first: Vec<Feature>,
    packing: Option<Packing>,
}

impl FeatureTableBuilder {
    /// For features of a collection.
    #[must_use]
    pub const fn new(collection: CollectionId) -> Self {
        Self { collection, first: Vec::new(), packing: None }
    }

    /// Adds the next feature in the order of ids.
    pub fn push(&mut self, feature: Feature) {
        match &mut self.packing {
            Some(packing) => packing.push(&feature),
            None => {
                self.first.push(feature);
                if self.first.len() == FIRST {
                    self.packing = Some(self.pack_first());
                }
            }
        }
    }

    fn pack_first(&mut self) -> Packing {
        let first = std::mem::take(&mut self.first);
        let mut packing = Packing::new(self.collection, &first);
        first.iter().for_each(|feature| packing.push(feature));
        packing
    }

    /// The table of all that were added.
    #[must_use]
    pub fn finish(mut self) -> FeatureTable {
        let packing = self.packing.take();
        packing.unwrap_or_else(|| self.pack_first()).finish()
    }
}

/// A table whose columns are chosen.
#[derive(Debug)]
struct Packing {
    collection: CollectionId,
    ids: Words,
    positions: Vec<[f64; 2]>,
    validity: CodedBuilder<Validity>,
    oblasts: CodedBuilder<Vec<AreaAt>>,
    raion: CodedBuilder<Option<String>>,
    fields: Vec<Option<CodedBuilder<Option<Held>>>>,
    records: BlocksBuilder,
    boxes: BoxesBuilder,
}

impl Packing {
    /// With a column for each field that has few distinct values in some features.
    fn new(collection: CollectionId, some: &[Feature]) -> Self {
        let column = |name| held::is_few(some, name).then(CodedBuilder::default);
        Self {
            collection,
            ids: Words::default(),
            positions: Vec::new(),
            validity: CodedBuilder::default(),
            oblasts: CodedBuilder::default(),
            raion: CodedBuilder::default(),
            fields: collection.fields().iter().map(|field| column(field.name)).collect(),
            records: BlocksBuilder::default(),
            boxes: BoxesBuilder::default(),
        }
    }

    fn push(&mut self, feature: &Feature) {
        self.ids.push(&feature.id);
        self.positions.push(feature.position.unwrap_or(NOWHERE));
        self.validity.push(feature.validity);
        self.oblasts.push(feature.oblasts.clone());
        self.raion.push(feature.raion.clone());
        for (column, field) in self.fields.iter_mut().zip(self.collection.fields()) {
            if let Some(column) = column {
                column.push(feature.properties.get(field.name).map(Held::of));
            }
        }
        self.records.push(&Record::of(feature, self.collection, &self.fields).to_bytes());
        self.boxes.push(feature.envelope());
    }

    fn finish(self) -> FeatureTable {
        let Self { collection, mut ids, mut positions, validity, oblasts, raion, fields, records, boxes } =
            self;
        ids.shrink_to_fit();
        positions.shrink_to_fit();
        let column = |column: Option<CodedBuilder<_>>| column.map(CodedBuilder::finish);
        FeatureTable {
            collection,
            ids,
            positions,
            validity: validity.finish(),
            oblasts: oblasts.finish(),
            raion: raion.finish(),
            fields: fields.into_iter().map(column).collect::<Vec<Option<Coded<_>>>>(),
            records: records.finish(),
            boxes: boxes.finish(),
        }
    }
}
