//! The fields of each collection beside the ones that every feature has.

use super::{CollectionId, Field, FieldType, field};
use crate::observation;

impl CollectionId {
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
