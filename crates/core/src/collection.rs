//! The collections of a release and the fields of each: one table that files, SQL, tiles and the API follow.

use crate::{Feature, kind::UnknownWord, observation};
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

    /// Whether its polygons form a coverage: neighbours share their border to the vertex.
    #[must_use]
    pub const fn is_coverage(self) -> bool {
        matches!(self, Self::Oblasts | Self::Raions | Self::Countries)
    }

    /// Its fields beside the common ones.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        use FieldType::{Integer, List, Real, Text};
        const COUNTRY: Field = field("country", Text, true, "ISO 3166-1 alpha-2 code of the country");
        const SOURCE: Field = field("source", Text, false, "id of the source of geometry and names");
        match self {
            Self::Hotspots => {
                const {
                    &[
                        field("kind", Text, true, "what it is: see the vocabulary of kinds"),
                        field("subkind", Text, true, "a finer word within the kind, such as uranium"),
                        field("status", Text, true, "what is going on there"),
                        COUNTRY,
                        field("pollutants", List, false, "codes of what it emits or holds"),
                        field("position_kind", Text, true, "how the position is known"),
                        field(
                            "position_accuracy_m",
                            Integer,
                            true,
                            "how far off the position may be, in metres",
                        ),
                        field("position_source", Text, false, "id of the source of the position"),
                        field("trust", Text, true, "how far the facts are backed by sources"),
                        field("also_known_as", List, false, "other ids of the same place"),
                        field("note", Text, false, "what an editor should know"),
                    ]
                }
            }
            Self::Zones => {
                const {
                    &[
                        field("hotspot", Text, true, "id of the hotspot that it surrounds"),
                        field("kind", Text, true, "what that hotspot is"),
                        field(
                            "rule",
                            Text,
                            true,
                            "id of the row of the table of zones from which it is derived",
                        ),
                        field("shape", Text, true, "ring, corridor along a line or belt along a shore"),
                        field(
                            "basis",
                            Text,
                            true,
                            "statutory: an act asks for it; screening: chosen to compare places",
                        ),
                        field(
                            "distance_m",
                            Integer,
                            true,
                            "how far it reaches, in metres; absent where it is not known",
                        ),
                        field(
                            "hazard_class",
                            Text,
                            false,
                            "the class of site for which the act gives this width",
                        ),
                        field("act", Text, false, "the act that asks for it"),
                        field("act_date", Text, false, "the date of the act, as precisely as known"),
                        field("method", Text, false, "how the distance was chosen, for screening"),
                        field("verification", Text, true, "whether the width was read in the source"),
                        field("meaning", Text, false, "what the zone is, and what it is not"),
                        field("reason", Text, true, "why it has no geometry"),
                        field("area_m2", Real, false, "its area on the ellipsoid, in square metres"),
                        field(
                            "people_low",
                            Real,
                            true,
                            "residents within, the lower end; absent where not computed",
                        ),
                        field(
                            "people",
                            Real,
                            true,
                            "residents within, the central figure; absent where not computed",
                        ),
                        field(
                            "people_high",
                            Real,
                            true,
                            "residents within, the upper end; absent where not computed",
                        ),
                        field("population_source", Text, false, "id of the source of the residents"),
                        field("population_year", Text, false, "the year of the residents"),
                        COUNTRY,
                        field("source", Text, false, "id of the source of the distance"),
                    ]
                }
            }
            Self::Oblasts => {
                const {
                    &[
                        field("code", Text, true, "ISO 3166-2 code"),
                        COUNTRY,
                        field("aliases", List, false, "older codes and short names that are accepted for it"),
                        SOURCE,
                    ]
                }
            }
            Self::Raions => {
                const {
                    &[
                        field("code", Text, true, "code of the source: COD-AB or Who's On First"),
                        COUNTRY,
                        SOURCE,
                    ]
                }
            }
            Self::Rivers => const { &[field("rank", Integer, true, "importance, 1 is greatest"), SOURCE] },
            Self::Lakes => {
                const {
                    &[
                        field("rank", Integer, true, "importance, 1 is greatest"),
                        field("subkind", Text, true, "lake, reservoir or sea"),
                        SOURCE,
                    ]
                }
            }
            Self::Settlements => {
                const {
                    &[
                        COUNTRY,
                        field("population", Integer, true, "residents, where a source gives them"),
                        field(
                            "population_year",
                            Text,
                            false,
                            "the year of the population, where it is known",
                        ),
                        field("population_source", Text, false, "id of the source of the population"),
                        field("rank", Integer, true, "importance, 1 is greatest"),
                        SOURCE,
                    ]
                }
            }
            Self::ProtectedAreas => {
                const {
                    &[
                        field("subkind", Text, true, "nature_reserve, national_park, biosphere_reserve"),
                        COUNTRY,
                        field("area_ha", Real, true, "its area in hectares, by area_source"),
                        field("area_source", Text, false, "id of the source of the area"),
                        field(
                            "position_accuracy_m",
                            Integer,
                            true,
                            "how far off the point may be, in metres",
                        ),
                        field(
                            "position_source",
                            Text,
                            false,
                            "id of the source of the point; absent where there is none",
                        ),
                        field("trust", Text, true, "how far the point is backed by sources"),
                        field("note", Text, false, "what an editor should know"),
                    ]
                }
            }
            Self::Facilities => {
                const {
                    &[
                        field("subkind", Text, true, "coal_mine, power_plant, steel, oil_gas, iron_mine"),
                        field("status", Text, true, "the tracker's word"),
                        COUNTRY,
                        field("operator", Text, false, "who runs it, by the tracker"),
                        field("capacity", Real, false, "in the unit of capacity_unit"),
                        field("capacity_unit", Text, false, "MW, Mt/a, kt/a"),
                        field("url", Text, false, "the tracker's page"),
                        SOURCE,
                    ]
                }
            }
            Self::Countries => {
                const {
                    &[
                        COUNTRY,
                        field("covered", Integer, true, "1 where this release has hotspots of it"),
                        SOURCE,
                    ]
                }
            }
            Self::Measurements => observation::MEASUREMENTS,
            Self::Projects => observation::PROJECTS,
            Self::Indicators => observation::INDICATORS,
        }
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
