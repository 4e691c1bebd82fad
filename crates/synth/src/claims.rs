//! A claim of every second hotspot, and the source that made it up.

use crate::{
    draw::{Draw, Subject},
    hotspots::id,
    shares::{Shares, pick},
};
use terrikon_core::{Claim, Source, claim::Grade};

/// The id of the source of all that is made up.
pub const SOURCE: &str = "synth";

const CLAIMED: f64 = 0.5;

const MEANING: &str = "made up: nobody counted, measured or estimated it";

/// A property, its unit and a value that half of all stay below.
const PROPERTIES: &Shares<(&str, &str, f64)> = &[
    (30, ("people_affected", "people", 5_000.0)),
    (30, ("area", "m2", 100_000.0)),
    (30, ("volume", "m3", 1_000_000.0)),
    (10, ("limit_exceedance", "times_limit", 5.0)),
];

/// How a source may put a value.
#[derive(Debug, Clone, Copy)]
enum Wording {
    Plain,
    Range,
    MoreThan,
}

const WORDINGS: &Shares<Wording> = &[(75, Wording::Plain), (15, Wording::Range), (10, Wording::MoreThan)];

/// The source that a release of made-up hotspots names.
pub(crate) fn source() -> Source {
    Source {
        id: SOURCE.to_owned(),
        title: "Made up by `terrikon synth`: not real".to_owned(),
        publisher: "Terrikon".to_owned(),
        date: String::new(),
        date_note: "nothing was published".to_owned(),
        language: "en".to_owned(),
        url: String::new(),
        licence: "as the code: MIT or Apache-2.0".to_owned(),
        attribution: false,
        share_alike: false,
        commercial: "true".to_owned(),
    }
}

/// What is claimed of the hotspot of a number, if anything is.
pub(crate) fn claim(number: usize, seed: u64) -> Option<Claim> {
    let mut draw = Draw::of(seed, Subject::Claim, number);
    if !draw.chance(CLAIMED) {
        return None;
    }
    let (property, unit, median) = pick(PROPERTIES, &mut draw)?;
    // Of an exponential distribution, ln 2 of the mean is the median.
    let low = draw.exponential(median / std::f64::consts::LN_2).round() + 1.0;
    let high = low + (low * draw.unit()).round() + 1.0;
    let (value, value_low, value_high) = match pick(WORDINGS, &mut draw)? {
        Wording::Plain => (low.to_string(), Some(low), Some(low)),
        Wording::Range => (format!("{low}–{high}"), Some(low), Some(high)),
        Wording::MoreThan => (format!("more than {low}"), Some(low), None),
    };
    let year = if draw.chance(0.8) { (2000 + draw.below(25)).to_string() } else { String::new() };
    Some(Claim {
        subject: id(number),
        property: (*property).to_owned(),
        value,
        value_low,
        value_high,
        unit: (*unit).to_owned(),
        year,
        meaning: MEANING.to_owned(),
        source: SOURCE.to_owned(),
        grade: Grade::C,
        note: String::new(),
    })
}
