//! Zones: what surrounds hotspots. They overlap; each is a feature of its own.

use crate::{
    LayerName, MAX_ZOOM, TileId,
    days::{common, is_empty},
    drawings::{Drawings, draw},
    encode::{Attributes, Part, attributes},
    rows::{DrawnRow, Role},
    shape::Drawn,
};
use std::sync::Arc;
use terrikon_core::{
    CollectionId, Date, Described as _, Validity,
    table::{FeatureTable, Row},
};

/// The zones of a release that have a geometry.
#[derive(Debug)]
pub(crate) struct Zones {
    table: Arc<FeatureTable>,
    /// From which zoom on there is room for them.
    from: u8,
    drawings: Drawings,
}

impl Zones {
    pub(crate) fn new(table: Arc<FeatureTable>, from: u8) -> Self {
        let from = from.max(LayerName::Zones.first_zoom());
        Self { drawings: Drawings::new(Arc::clone(&table)), table, from }
    }

    /// What a tile shows on a day: the zones of the hotspots that are wanted.
    pub(crate) fn within(&self, tile: TileId, date: Date, wanted: impl Fn(&str) -> bool) -> Vec<Part> {
        if tile.z() < self.from {
            return Vec::new();
        }
        let shown =
            |zone: &Row<'_>| zone.validity().contains(date) && zone.text("hotspot").is_some_and(&wanted);
        self.drawings.within(tile, shown, described)
    }

    /// A row for each zone and zoom, on the days on which both it and its hotspot are there; `existence` knows
    /// those of the hotspot.
    pub(crate) fn rows(
        &self,
        existence: impl Fn(&str) -> Option<Validity>,
    ) -> impl Iterator<Item = DrawnRow> {
        (0..).zip(self.table.rows()).flat_map(move |(sequence, zone)| {
            let hotspot = zone.text("hotspot").map(ToOwned::to_owned);
            let both = hotspot.as_deref().and_then(&existence).map(|days| common(days, zone.validity()));
            // Decided before any shape is made, for shapes are costly.
            let shown = both.filter(|days| !is_empty(*days));
            let rows = shown.into_iter().flat_map(move |validity| {
                let zone = zone.clone();
                (self.from..=MAX_ZOOM).filter_map(move |zoom| {
                    let drawn = Drawn { validity, ..draw(&zone, zoom, described)? };
                    DrawnRow::new(LayerName::Zones, sequence, zoom..=zoom, &drawn)
                })
            });
            rows.map(move |row| DrawnRow { role: Role::Zone, hotspot: hotspot.clone(), ..row })
        })
    }
}

fn described(zone: &Row<'_>) -> Attributes {
    attributes(zone, CollectionId::Zones)
}
