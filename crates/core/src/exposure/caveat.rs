//! What a reader must know beside a figure.

use serde::Serialize;

/// A warning that stands beside a figure. Its `code` names the text in each language.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Caveat {
    /// The position may be off by more than the radius: there is an interval, but no figure.
    PositionAccuracy {
        /// How far off the position may be.
        accuracy_m: f64,
        /// The radius asked for.
        radius_m: f64,
    },
    /// No population source covers the area. This does not mean that nobody lives there.
    NoPopulationData,
    /// Part of the area has no population data; people there are not in the figure.
    PartWithoutData {
        /// That part of the area, 0 to 100.
        percent: f64,
    },
    /// The area is smaller than one cell of the population grid, in which people are taken to live evenly.
    SmallerThanCell {
        /// People in cells that lie wholly inside.
        least: f64,
        /// People in all cells that are touched.
        most: f64,
    },
    /// The settlements inside have more residents, by their own sources, than the figure at its highest.
    TownsExceed {
        /// The residents of all settlements inside that have a figure.
        residents: f64,
    },
    /// The sources differ by more than a third.
    SourcesDiffer,
    /// Part of the people lives where the release has no oblasts.
    OutsideCovered,
    /// Some places are known too vaguely for this radius; they are not in the central figure.
    PlacesLeftOut {
        /// How many.
        count: usize,
    },
}

impl Caveat {
    /// Its word, the same in every format.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::PositionAccuracy { .. } => "position-accuracy",
            Self::NoPopulationData => "no-population-data",
            Self::PartWithoutData { .. } => "part-without-data",
            Self::SmallerThanCell { .. } => "smaller-than-cell",
            Self::TownsExceed { .. } => "towns-exceed",
            Self::SourcesDiffer => "sources-differ",
            Self::OutsideCovered => "outside-covered",
            Self::PlacesLeftOut { .. } => "places-left-out",
        }
    }
}
