//! A feature that is read where it lies.

use super::{FeatureTable, record::Record};
use crate::{AreaAt, Described, Feature, Names, Validity};
use geo::Geometry;
use std::cell::OnceCell;

/// A row of a table. What lies in columns is read there; the rest is unpacked once, when it is first asked for.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    table: &'a FeatureTable,
    row: usize,
    record: OnceCell<Option<Record>>,
    names: OnceCell<Names>,
    geometry: OnceCell<Option<Geometry<f64>>>,
}

impl<'a> Row<'a> {
    pub(super) const fn new(table: &'a FeatureTable, row: usize) -> Self {
        Self { table, row, record: OnceCell::new(), names: OnceCell::new(), geometry: OnceCell::new() }
    }

    /// Which row of the table it is.
    #[must_use]
    pub const fn place_in_table(&self) -> usize {
        self.row
    }

    /// The id, for as long as the table lives.
    #[must_use]
    pub fn own_id(&self) -> &'a str {
        self.table.id(self.row)
    }

    /// Where its label or symbol goes.
    #[must_use]
    pub fn position(&self) -> Option<[f64; 2]> {
        self.table.position(self.row)
    }

    /// Where its symbol goes: the position, or the point that it is.
    #[must_use]
    pub fn place(&self) -> Option<[f64; 2]> {
        self.table.place(self.row)
    }

    /// The feature as it was.
    #[must_use]
    pub fn feature(&self) -> Feature {
        let mut feature = Feature {
            id: self.own_id().to_owned(),
            names: self.names().clone(),
            geometry: self.geometry().cloned(),
            position: self.position(),
            validity: self.validity(),
            oblasts: self.oblasts().to_vec(),
            raion: self.raion().map(ToOwned::to_owned),
            properties: serde_json::Map::new(),
        };
        let fields = self.table.collection.fields();
        for (place, field) in fields.iter().enumerate() {
            if let Some(held) = self.held(place) {
                feature.properties.insert(field.name.to_owned(), held.value());
            }
        }
        let more = self.record().into_iter().flat_map(Record::more);
        feature.properties.extend(more.map(|(name, held)| (name.to_owned(), held.value())));
        feature
    }

    fn record(&self) -> Option<&Record> {
        self.record.get_or_init(|| self.table.records.read(self.row, Record::from_bytes).flatten()).as_ref()
    }

    fn held(&self, place: usize) -> Option<&super::Held> {
        match self.table.fields.get(place)? {
            Some(column) => column.get(self.row)?.as_ref(),
            None => self.record()?.field(place),
        }
    }

    fn field(&self, name: &str) -> Option<&super::Held> {
        match self.table.collection.fields().iter().position(|field| field.name == name) {
            Some(place) => self.held(place),
            None => self.record()?.more().find(|(more, _)| *more == name).map(|(_, held)| held),
        }
    }
}

impl Described for Row<'_> {
    fn id(&self) -> &str {
        self.own_id()
    }

    fn names(&self) -> &Names {
        self.names.get_or_init(|| self.record().map(Record::names).unwrap_or_default())
    }

    fn geometry(&self) -> Option<&Geometry<f64>> {
        self.geometry.get_or_init(|| self.record()?.geometry(self.position())).as_ref()
    }

    fn validity(&self) -> Validity {
        self.table.validity.get(self.row).copied().unwrap_or_default()
    }

    fn oblasts(&self) -> &[AreaAt] {
        self.table.oblasts.get(self.row).map(Vec::as_slice).unwrap_or_default()
    }

    fn raion(&self) -> Option<&str> {
        self.table.raion.get(self.row)?.as_deref()
    }

    fn text(&self, field: &str) -> Option<&str> {
        self.field(field)?.text()
    }

    fn number(&self, field: &str) -> Option<f64> {
        self.field(field)?.number()
    }

    fn words(&self, field: &str) -> Vec<&str> {
        self.field(field).into_iter().flat_map(super::Held::list).collect()
    }
}
