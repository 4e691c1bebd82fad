//! Samples, what is done about hotspots, and figures of areas: features like any other, mostly without a place of their own.

use crate::collection::FieldType::{Integer, List, Real, Text};
use crate::{
    collection::{Field, field},
    kind::{UnknownWord, vocabulary},
};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

vocabulary! {
    /// What was sampled.
    Medium as "medium" {
        /// Outdoor air.
        Air = "air",
        /// Surface water and groundwater.
        Water = "water",
        /// The bed or the banks of a water.
        Sediment = "sediment",
        /// Soil.
        Soil = "soil",
        /// Settled dust.
        Dust = "dust",
        /// What people eat: fish, milk, grain.
        Food = "food",
        /// Blood, hair, urine.
        Body = "body",
        /// Tailings, slag and waste rock themselves.
        Waste = "waste",
    }
}

vocabulary! {
    /// What an indicator is a figure of.
    About as "about" {
        /// A country; `subject` is its code.
        Country = "country",
        /// An oblast; `subject` is its code, `area` the shape that was counted.
        Oblast = "oblast",
        /// A town; `subject` is its id among settlements.
        Settlement = "settlement",
        /// A protected area; `subject` is its id.
        ProtectedArea = "protected_area",
        /// A river, lake or reservoir that is no hotspot; `subject` is a slug of its own, since many are not in the data.
        Water = "water",
        /// An industrial or waste site that is no hotspot; `subject` is a slug of its own.
        Site = "site",
    }
}

vocabulary! {
    /// What somebody does.
    ProjectKind as "kind" {
        /// Money for civic work.
        Grant = "grant",
        /// A campaign that people join.
        Campaign = "campaign",
        /// Something announced: works, plants, closures.
        Plan = "plan",
        /// Works at a site.
        Rehabilitation = "rehabilitation",
        /// Watching and measuring.
        Monitoring = "monitoring",
        /// A programme of several kinds of work.
        Programme = "programme",
    }
}

/// Whether a number of the Chemical Abstracts Service has its form and the right check digit: the sum of the other digits,
/// each times its place from the right, modulo ten.
///
/// ```
/// use terrikon_core::observation::is_cas;
///
/// assert!(is_cas("7439-97-6"), "mercury");
/// assert!(!is_cas("7439-97-5") && !is_cas("7439976") && !is_cas("97-6"));
/// ```
#[must_use]
pub fn is_cas(number: &str) -> bool {
    let parts: Vec<&str> = number.split('-').collect();
    let [first, second, check] = parts.as_slice() else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let formed = (2..=7).contains(&first.len()) && second.len() == 2 && check.len() == 1;
    if !formed || !digits(first) || !digits(second) || !digits(check) {
        return false;
    }
    let body = first.bytes().chain(second.bytes()).rev();
    let sum: u32 = body.zip(1..).map(|(byte, place)| u32::from(byte - b'0') * place).sum();
    check.bytes().all(|byte| u32::from(byte - b'0') == sum % 10)
}

const VALUE: Field = field("value", Real, false, "the figure; absent for a range and for words");
const VALUE_LOW: Field = field("value_low", Real, false, "the lower end; alone for «more than»");
const VALUE_HIGH: Field = field("value_high", Real, false, "the upper end; alone for «up to»");
const STATED: Field = field("stated", Text, false, "the value in the words of the source");
const MEANING: Field = field("meaning", Text, false, "what the source means by it");
const COUNTRY: Field = field("country", Text, false, "ISO 3166-1 alpha-2 code of the country");
const SOURCE: Field = field("source", Text, false, "id of the source");
const GRADE: Field =
    field("grade", Text, false, "A read in the source, B inferred, C from memory and therefore unverified");
const NOTE: Field = field("note", Text, false, "doubts, conflicts and slips");

/// The fields of measurements.
pub(crate) const MEASUREMENTS: &[Field] = &[
    field("hotspot", Text, false, "id of the hotspot at which the sample was taken"),
    field("pollutant", Text, false, "code of what was measured, such as Hg or PM2.5"),
    field("cas", Text, false, "its number in the Chemical Abstracts Service; absent for groups"),
    field("medium", Text, false, "air, water, sediment, soil, dust, food, body or waste"),
    VALUE,
    VALUE_LOW,
    VALUE_HIGH,
    STATED,
    field("detection_limit", Real, false, "below which nothing is seen, in the unit"),
    field("unit", Text, false, "unit of the value and of the limits"),
    field("sampled_from", Text, false, "the first day of sampling, YYYY-MM-DD"),
    field("sampled_to", Text, false, "the last day of sampling, YYYY-MM-DD"),
    field("limit_value", Real, false, "what the act allows, in the unit"),
    field("limit_act", Text, false, "the act that sets the limit"),
    field(
        "exceedance",
        Real,
        false,
        "value divided by the limit, or as the source gives it; absent where not known",
    ),
    MEANING,
    COUNTRY,
    SOURCE,
    GRADE,
    NOTE,
];

/// The fields of projects.
pub(crate) const PROJECTS: &[Field] = &[
    field("kind", Text, false, "grant, campaign, plan, rehabilitation, monitoring or programme"),
    field("hotspots", List, false, "ids of the hotspots that it is about"),
    field("who", Text, false, "who does it"),
    field("funder", Text, false, "who pays"),
    field("budget", Real, false, "in the currency"),
    field("currency", Text, false, "ISO 4217 code"),
    field("begins", Text, false, "when it begins, as precisely as known: year, month or day"),
    field("ends", Text, false, "when it ends, as precisely as known"),
    field("outputs", Text, false, "what came or shall come of it"),
    COUNTRY,
    SOURCE,
    GRADE,
    NOTE,
];

/// The fields of indicators.
pub(crate) const INDICATORS: &[Field] = &[
    field("indicator", Text, false, "what is counted, such as emissions_stationary"),
    field("about", Text, false, "country, oblast, settlement, protected_area, water or site"),
    field("subject", Text, false, "of which one: a code or an id, by `about`"),
    field("settlement", Text, false, "id of the town, for a figure of a town"),
    field("year", Integer, false, "the year of the figure; of a period the last; absent where not said"),
    VALUE,
    VALUE_LOW,
    VALUE_HIGH,
    STATED,
    field("unit", Text, false, "unit of the value"),
    field(
        "area",
        Text,
        false,
        "id of the oblast feature whose shape was counted; absent where it is not in the data",
    ),
    field("area_note", Text, false, "what is known of that shape"),
    MEANING,
    COUNTRY,
    SOURCE,
    GRADE,
    NOTE,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_of_known_substances() {
        for number in [
            "7439-97-6",
            "7439-92-1",
            "7440-43-9",
            "7440-38-2",
            "7440-50-8",
            "7440-66-6",
            "7446-09-5",
            "10102-44-0",
            "7783-06-4",
            "18540-29-9",
            "7440-61-1",
            "50-32-8",
        ] {
            assert!(is_cas(number), "{number}");
            let (body, check) = number.split_at(number.len() - 1);
            let check: u8 = check.parse().unwrap();
            for other in (0..10).filter(|digit| *digit != check) {
                assert!(!is_cas(&format!("{body}{other}")), "{body}{other}");
            }
        }
        for other in ["", "-", "--", "7439-97-6 ", "7439-97-", "٧439-97-6", "7439-97-6-1", "12345678-97-6"] {
            assert!(!is_cas(other), "{other}");
        }
    }
}
