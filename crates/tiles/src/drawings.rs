//! Lines and polygons of a table that is too large to be drawn ahead: each is drawn when a tile first shows it, and some are kept.

use crate::{
    TileId,
    encode::{Attributes, Part},
    mercator::{latitude, world_units},
    shape::Drawn,
    water::generalise,
};
use moka::sync::Cache;
use std::sync::Arc;
use terrikon_core::{
    Described as _, Envelope,
    table::{FeatureTable, Row},
};

/// How many drawings are kept: those of the tiles that are asked for around a place.
const KEPT: u64 = 2_048;

/// The drawings of a table.
#[derive(Debug)]
pub(crate) struct Drawings {
    table: Arc<FeatureTable>,
    drawn: Cache<(u32, u8), Option<Arc<Drawn>>>,
}

impl Drawings {
    pub(crate) fn new(table: Arc<FeatureTable>) -> Self {
        Self { table, drawn: Cache::new(KEPT) }
    }

    /// What of the wanted rows lies in a tile, cut to it, in the order of the table.
    pub(crate) fn within(
        &self,
        tile: TileId,
        wanted: impl Fn(&Row<'_>) -> bool,
        describe: impl Fn(&Row<'_>) -> Attributes + Copy,
    ) -> Vec<Part> {
        let found = self.table.boxes().within(&degrees(tile));
        // Points have symbols.
        let wide = found.into_iter().filter(|found| !found.is_point);
        let rows = wide.map(|found| self.table.row(found.row)).filter(|row| wanted(row));
        let parts = rows.filter_map(|row| {
            let key = (row.place_in_table() as u32, tile.z());
            let drawn = self.drawn.get_with(key, || draw(&row, tile.z(), describe).map(Arc::new))?;
            Some((drawn.shape.part(tile)?, Arc::clone(&drawn.attributes)))
        });
        parts.collect()
    }
}

/// A line or polygon as a zoom draws it; `None` where it does not.
pub(crate) fn draw(row: &Row<'_>, zoom: u8, describe: impl Fn(&Row<'_>) -> Attributes) -> Option<Drawn> {
    Some(Drawn {
        shape: generalise(row.geometry()?, zoom)?,
        attributes: Arc::new(describe(row)),
        validity: row.validity(),
    })
}

/// The box of a tile with its buffer, in degrees.
fn degrees(tile: TileId) -> Envelope {
    let world = world_units(tile.z());
    let bounds = tile.buffered();
    let lon = |unit: i32| ((f64::from(unit) / world) * 360.0 - 180.0).clamp(-180.0, 180.0);
    let lat = |unit: i32| latitude(f64::from(unit) / world);
    Envelope {
        west: lon(bounds.min.x),
        south: lat(bounds.max.y),
        east: lon(bounds.max.x),
        north: lat(bounds.min.y),
    }
}
