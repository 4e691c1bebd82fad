//! Zones: what surrounds hotspots. They overlap; each is a feature of its own.

use crate::{
    TileId,
    encode::{Part, attributes},
    shape::{Drawn, Sheet, Sheets},
    water::generalise,
};
use fast_mvt::MvtValue;
use std::sync::Arc;
use terrikon_core::{CollectionId, Date, Feature, Release};

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
            let drawn = self.features.iter().filter_map(|zone| {
                Some(Drawn {
                    shape: generalise(zone.geometry.as_ref()?, tile.z())?,
                    attributes: Arc::new(attributes(zone, CollectionId::Zones)),
                    validity: zone.validity,
                })
            });
            Sheet::new(drawn.collect())
        });
        let of_wanted = |part: &Part| {
            let hotspot = part.1.iter().find(|(name, _)| name == "hotspot");
            matches!(hotspot, Some((_, MvtValue::String(id))) if wanted(id))
        };
        sheet.within(tile, date).into_iter().filter(of_wanted).collect()
    }
}
