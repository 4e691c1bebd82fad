//! The layers of the tiles and the fields of each, for TileJSON.

use crate::{MAX_ZOOM, MIN_ZOOM, UnknownLayer};
use serde::Serialize;
use std::{collections::BTreeMap, fmt, str::FromStr};
use terrikon_core::{CollectionId, FieldType, Kind, Lang};

/// A layer: a collection under its own name, or one that only tiles have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LayerName {
    /// Hotspots as points, clustered below zoom 9, and the shapes of those that have one.
    Hotspots,
    /// What surrounds hotspots, from zoom 5; those of hotspots that the filter lets pass.
    Zones,
    /// First-level areas.
    Oblasts,
    /// Second-level areas, from zoom 6.
    Raions,
    /// River lines.
    Rivers,
    /// Lakes and reservoirs.
    Lakes,
    /// Towns and villages.
    Settlements,
    /// Points of protected areas, from zoom 5.
    ProtectedAreas,
    /// Industrial sites, from zoom 7.
    Facilities,
    /// Countries.
    Countries,
    /// Border lines, each once under its highest level.
    Borders,
    /// One point for the name of each area and large lake.
    Labels,
    /// Bands that hide what lies far beyond the covered countries.
    Fade,
}

impl LayerName {
    /// All of them: the collections, then what only tiles have.
    pub const ALL: [Self; 13] = [
        Self::Hotspots,
        Self::Zones,
        Self::Oblasts,
        Self::Raions,
        Self::Rivers,
        Self::Lakes,
        Self::Settlements,
        Self::ProtectedAreas,
        Self::Facilities,
        Self::Countries,
        Self::Borders,
        Self::Labels,
        Self::Fade,
    ];

    /// The name in URLs and in the tile.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match (self, self.collection()) {
            (_, Some(collection)) => collection.as_str(),
            (Self::Labels, _) => "labels",
            (Self::Fade, _) => "fade",
            _ => "borders",
        }
    }

    /// The collection of which it is the layer.
    #[must_use]
    pub const fn collection(self) -> Option<CollectionId> {
        Some(match self {
            Self::Hotspots => CollectionId::Hotspots,
            Self::Zones => CollectionId::Zones,
            Self::Oblasts => CollectionId::Oblasts,
            Self::Raions => CollectionId::Raions,
            Self::Rivers => CollectionId::Rivers,
            Self::Lakes => CollectionId::Lakes,
            Self::Settlements => CollectionId::Settlements,
            Self::ProtectedAreas => CollectionId::ProtectedAreas,
            Self::Facilities => CollectionId::Facilities,
            Self::Countries => CollectionId::Countries,
            Self::Borders | Self::Labels | Self::Fade => return None,
        })
    }

    /// Reads a comma-separated list, such as `rivers,lakes`; a repeated name counts once.
    ///
    /// # Errors
    /// [`UnknownLayer`] for the first name that is none.
    pub fn parse_list(text: &str) -> Result<Vec<Self>, UnknownLayer> {
        let mut layers = Vec::new();
        for word in text.split(',') {
            let layer = word.trim().parse()?;
            if !layers.contains(&layer) {
                layers.push(layer);
            }
        }
        Ok(layers)
    }

    /// The lowest zoom at which it holds anything.
    #[must_use]
    pub const fn first_zoom(self) -> u8 {
        match self {
            Self::Zones | Self::ProtectedAreas => 5,
            Self::Raions => 6,
            Self::Settlements => 4,
            Self::Facilities => 7,
            _ => MIN_ZOOM,
        }
    }

    const fn about(self) -> &'static str {
        match self {
            Self::Hotspots => {
                "places with a pollution problem; clusters at low zooms; shapes where one is known"
            }
            Self::Zones => "what surrounds hotspots, by law or for screening; those whose geometry is known",
            Self::Oblasts => "first-level areas on the asked day",
            Self::Raions => "second-level areas",
            Self::Rivers => "rivers, drawn downstream",
            Self::Lakes => "lakes, reservoirs and seas",
            Self::Settlements => "towns and villages, thinned by importance below zoom 10",
            Self::ProtectedAreas => "points of reserves and parks; their outlines are not in the data",
            Self::Facilities => "industrial sites from open trackers: context, not an accusation",
            Self::Countries => "countries",
            Self::Borders => "border lines, each once under its highest level",
            Self::Labels => "one point for the name of each area and large lake",
            Self::Fade => "bands beyond the covered countries, 1 the nearest, for a fade to plain background",
        }
    }

    fn fields(self) -> BTreeMap<String, &'static str> {
        const TEXT: &str = "String";
        const NUMBER: &str = "Number";
        const BOOLEAN: &str = "Boolean";
        let mut fields = BTreeMap::new();
        let mut add = |name: &str, holds: &'static str| {
            fields.insert(name.to_owned(), holds);
        };
        for field in
            self.collection().into_iter().flat_map(CollectionId::fields).filter(|field| field.in_tiles)
        {
            add(
                field.name,
                if matches!(field.holds, FieldType::Text | FieldType::List) { TEXT } else { NUMBER },
            );
        }
        if self != Self::Fade {
            add("id", TEXT);
        }
        if !matches!(self, Self::Zones | Self::Borders | Self::Fade) {
            Lang::ALL.iter().for_each(|lang| add(&format!("name_{lang}"), TEXT));
        }
        match self {
            Self::Hotspots => {
                ["oblast", "raion"].iter().for_each(|name| add(name, TEXT));
                ["cluster", "shape"].iter().for_each(|name| add(name, BOOLEAN));
                add("cluster_id", TEXT);
                let numbers =
                    ["count", "spread", "accuracy_z0", "expansion_zoom", "severity", "people", "held_back"];
                numbers.iter().for_each(|name| add(name, NUMBER));
                Kind::ALL.iter().for_each(|kind| add(&format!("count_{kind}"), NUMBER));
            }
            Self::Settlements => add("beyond", BOOLEAN),
            Self::Borders => add("level", TEXT),
            Self::Labels => {
                ["of", "country"].iter().for_each(|name| add(name, TEXT));
                ["covered", "size"].iter().for_each(|name| add(name, NUMBER));
            }
            Self::Fade => add("band", NUMBER),
            _ => {}
        }
        fields
    }
}

impl fmt::Display for LayerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for LayerName {
    type Err = UnknownLayer;
    fn from_str(word: &str) -> Result<Self, UnknownLayer> {
        Self::ALL.into_iter().find(|layer| layer.as_str() == word).ok_or_else(|| UnknownLayer {
            word: word.to_owned(),
            accepted: Self::ALL.iter().map(|layer| layer.as_str()).collect(),
        })
    }
}

/// A layer as TileJSON 3 describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VectorLayer {
    /// The name of the layer.
    pub id: &'static str,
    /// What it shows, in English.
    pub description: &'static str,
    /// The lowest zoom at which it holds anything.
    pub minzoom: u8,
    /// The highest zoom.
    pub maxzoom: u8,
    /// Every field that a feature may have, with `String`, `Number` or `Boolean`.
    pub fields: BTreeMap<String, &'static str>,
}

/// The `vector_layers` of the TileJSON of these layers.
#[must_use]
pub fn vector_layers(layers: &[LayerName]) -> Vec<VectorLayer> {
    layers
        .iter()
        .map(|layer| VectorLayer {
            id: layer.as_str(),
            description: layer.about(),
            minzoom: layer.first_zoom(),
            maxzoom: MAX_ZOOM,
            fields: layer.fields(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_round_trip_and_unknown_ones_name_the_accepted() {
        for layer in LayerName::ALL {
            assert_eq!(layer.as_str().parse(), Ok(layer));
        }
        let error = LayerName::parse_list("rivers,volcanoes").unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("unknown layer \"volcanoes\": expected one of hotspots, zones, oblasts")
        );
        assert_eq!(
            LayerName::parse_list("rivers,lakes,rivers").unwrap(),
            [LayerName::Rivers, LayerName::Lakes]
        );
    }

    #[test]
    fn hotspots_describe_their_clusters() {
        let layers = vector_layers(&[LayerName::Hotspots]);
        assert_eq!(layers[0].fields["count_industrial_town"], "Number");
        assert_eq!(layers[0].fields["cluster"], "Boolean");
        assert_eq!(layers[0].fields["name_ky"], "String");
    }
}
