//! The closed vocabularies of a hotspot. Every word here is part of the public contract.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A word that is not in a vocabulary, with the words that are.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown {vocabulary} \"{word}\": expected one of {}", accepted.join(", "))]
pub struct UnknownWord {
    /// The vocabulary, such as `kind`.
    pub vocabulary: &'static str,
    /// What was found.
    pub word: String,
    /// What would have been accepted.
    pub accepted: Vec<&'static str>,
}

/// Declares an enum whose variants are words of the contract, with parsing and printing.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident as $label:literal { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vmeta])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every word, in the order in which legends show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as the API spells it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(self.as_str()) }
        }

        impl FromStr for $name {
            type Err = UnknownWord;
            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                Self::ALL.iter().copied().find(|known| known.as_str() == word).ok_or_else(|| UnknownWord {
                    vocabulary: $label,
                    word: word.to_owned(),
                    accepted: Self::ALL.iter().map(|known| known.as_str()).collect(),
                })
            }
        }
    };
}

pub(crate) use vocabulary;

vocabulary! {
    /// What a hotspot is. Shape and colour on the map follow from it.
    Kind as "kind" {
        /// Where a mill or plant put its waste slurry.
        Tailings = "tailings",
        /// Waste rock, slag, spoil heaps and household waste.
        Dump = "dump",
        /// A polluted reach of a river.
        River = "river",
        /// A polluted lake, lagoon or sea shore.
        Lake = "lake",
        /// A town whose air or soil an industry pollutes.
        IndustrialTown = "industrial_town",
        /// Anything else: test sites, mines.
        Other = "other",
    }
}

vocabulary! {
    /// How the position of a hotspot is known. A town's centroid must never be drawn as the site itself.
    PositionKind as "position_kind" {
        /// The site itself, from a survey or publication.
        Site = "site",
        /// Drawn by hand from a map or picture.
        Digitised = "digitised",
        /// The centre of the town that the source names.
        TownCentroid = "town_centroid",
        /// The middle of a large area.
        AreaCentroid = "area_centroid",
    }
}

vocabulary! {
    /// How far the facts of a hotspot are backed by sources.
    Trust as "trust" {
        /// The fact and the position have a readable source.
        Sourced = "sourced",
        /// One of the two has.
        Partly = "partly",
        /// Neither: shown as unverified everywhere.
        Unverified = "unverified",
    }
}

vocabulary! {
    /// What is going on at a hotspot.
    Status as "status" {
        /// Pollution goes on.
        Active = "active",
        /// The activity ended; the waste is there.
        Closed = "closed",
        /// Waste is held in place by works.
        Contained = "contained",
        /// Watched, with no works.
        Monitored = "monitored",
        /// Works are agreed or designed.
        PlannedRemediation = "planned_remediation",
        /// Works are going on.
        UnderRemediation = "under_remediation",
        /// Part is cleaned up.
        PartlyRemediated = "partly_remediated",
        /// Cleaned up, by the source's word.
        Remediated = "remediated",
        /// No source says.
        Unknown = "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_round_trip_and_unknown_ones_name_the_accepted() {
        for kind in Kind::ALL {
            assert_eq!(kind.as_str().parse::<Kind>().unwrap(), *kind);
        }
        let error = "volcano".parse::<Kind>().unwrap_err();
        assert!(error.to_string().contains("\"volcano\""));
        assert!(error.to_string().contains("industrial_town"));
    }
}
