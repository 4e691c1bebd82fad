//! Zones: what surrounds hotspots. They overlap; each is a feature of its own.

use crate::{
    LayerName, TileId,
    days::{common, is_empty},
    encode::{Part, attributes},
    rows::{DrawnRow, Role},
    shape::{Drawn, Sheet, Sheets},
    water::generalise,
};
use fast_mvt::MvtValue;
use std::sync::Arc;
use terrikon_core::{CollectionId, Date, Feature, Release, Validity};

/// The zones of a release that have a geometry.
#[derive(Debug)]
pub(crate) struct Zones {
    features: Vec<Feature>,
    sheets: Sheets,
}

impl Zones {
    pub(crate) fn new(release: &Release) -> Self {
        Self { features: release.collection(CollectionId::Zones).features.clone(), sheets: Sheets::default() }
    }

    /// What a tile shows on a day: the zones of the hotspots that are wanted.
    pub(crate) fn within(&self, tile: TileId, date: Date, wanted: impl Fn(&str) -> bool) -> Vec<Part> {
        let sheet = self.sheets.at(tile.z(), || {
            Sheet::new(self.features.iter().filter_map(|zone| draw(zone, tile.z())).collect())
        });
        let of_wanted = |part: &Part| {
            let hotspot = part.1.iter().find(|(name, _)| name == "hotspot");
            matches!(hotspot, Some((_, MvtValue::String(id))) if wanted(id))
        };
        sheet.within(tile, date).into_iter().filter(of_wanted).collect()
    }

    /// A row for each zone and zoom, on the days on which both it and its hotspot are there; `existence` knows
    /// those of the hotspot.
    pub(crate) fn rows(
        &self,
        existence: impl Fn(&str) -> Option<Validity>,
    ) -> impl Iterator<Item = DrawnRow> {
        (0..).zip(&self.features).flat_map(move |(sequence, zone)| {
            let hotspot = zone.text("hotspot").map(ToOwned::to_owned);
            let both = hotspot.as_deref().and_then(&existence).map(|days| common(days, zone.validity));
            // Decided before any shape is made, for shapes are costly.
            let shown = both.filter(|days| !is_empty(*days));
            let rows = shown.map(|validity| {
                DrawnRow::each_zoom(LayerName::Zones, sequence, move |zoom| {
                    Some(Drawn { validity, ..draw(zone, zoom)? })
                })
            });
            let of_hotspot = move |row| DrawnRow { role: Role::Zone, hotspot: hotspot.clone(), ..row };
            rows.into_iter().flatten().map(of_hotspot)
        })
    }
}

fn draw(zone: &Feature, zoom: u8) -> Option<Drawn> {
    Some(Drawn {
        shape: generalise(zone.geometry.as_ref()?, zoom)?,
        attributes: Arc::new(attributes(zone, CollectionId::Zones)),
        validity: zone.validity,
    })
}
