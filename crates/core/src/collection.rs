//! The collections of a release and the fields of each: one table that files, SQL, tiles and the API follow.

mod fields;

use crate::{Feature, kind::UnknownWord};
use std::{fmt, str::FromStr};

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldType {
    /// UTF-8 text.
    Text,
    /// A 64-bit integer.
    Integer,
    /// A 64-bit float.
    Real,
    /// A list of words, kept in order.
    List,
}

/// A field beside the ones that every feature has (id, names, validity, oblast, raion).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// The name, as in files and in the API.
    pub name: &'static str,
    /// What it holds.
    pub holds: FieldType,
    /// Whether vector tiles carry it.
    pub in_tiles: bool,
    /// What it means, for schemas and for people.
    pub about: &'static str,
}

pub(crate) const fn field(
    name: &'static str,
    holds: FieldType,
    in_tiles: bool,
    about: &'static str,
) -> Field {
    Field { name, holds, in_tiles, about }
}

/// A collection of the API, a table of the release and a layer of the tiles; all under one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CollectionId {
    /// Places with a pollution problem.
    Hotspots,
    /// What surrounds hotspots, by law or for screening; derived, never written by hand.
    Zones,
    /// First-level areas, in each division that was valid.
    Oblasts,
    /// Second-level areas.
    Raions,
    /// River lines, drawn downstream.
    Rivers,
    /// Lakes and reservoirs.
    Lakes,
    /// Towns and villages.
    Settlements,
    /// Nature reserves, national parks and biosphere reserves: a point and an area; outlines are not in the data.
    ProtectedAreas,
    /// Industrial sites known from open trackers: context, not an accusation.
    Facilities,
    /// Countries, for the base map.
    Countries,
    /// Samples: what was found where, and what is allowed. Without a place of its own a sample is its hotspot's.
    Measurements,
    /// What somebody does about hotspots.
    Projects,
    /// Figures of areas, towns and waters, each of a year.
    Indicators,
}

impl CollectionId {
    /// All of them, in the order in which they are written and listed.
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
        Self::Measurements,
        Self::Projects,
        Self::Indicators,
    ];

    /// The name in paths, tables and layers.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hotspots => "hotspots",
            Self::Zones => "zones",
            Self::Oblasts => "oblasts",
            Self::Raions => "raions",
            Self::Rivers => "rivers",
            Self::Lakes => "lakes",
            Self::Settlements => "settlements",
            Self::ProtectedAreas => "protected-areas",
            Self::Facilities => "facilities",
            Self::Countries => "countries",
            Self::Measurements => "measurements",
            Self::Projects => "projects",
            Self::Indicators => "indicators",
        }
    }

    /// Whether its features tell of something rather than stand somewhere: most have no geometry, none is drawn in tiles.
    #[must_use]
    pub const fn is_observation(self) -> bool {
        matches!(self, Self::Measurements | Self::Projects | Self::Indicators)
    }
}

impl fmt::Display for CollectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for CollectionId {
    type Err = UnknownWord;
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL.into_iter().find(|id| id.as_str() == word).ok_or_else(|| UnknownWord {
            vocabulary: "collection",
            word: word.to_owned(),
            accepted: Self::ALL.iter().map(|id| id.as_str()).collect(),
        })
    }
}

/// The features of one kind, ordered by id.
#[derive(Debug, Clone, PartialEq)]
pub struct Collection {
    /// Which one it is.
    pub id: CollectionId,
    /// Ordered by id, without duplicates.
    pub features: Vec<Feature>,
}

impl Collection {
    /// A collection with its features put in order.
    #[must_use]
    pub fn new(id: CollectionId, mut features: Vec<Feature>) -> Self {
        features.sort_by(|a, b| a.id.cmp(&b.id));
        Self { id, features }
    }

    /// The feature with an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Feature> {
        let index = self.features.binary_search_by(|feature| feature.id.as_str().cmp(id)).ok()?;
        self.features.get(index)
    }
}
