//! Numbers of people as readers get them: an interval of two significant digits that holds the exact one, or why there is none.

use super::writing::{counted, text};
use serde_json::Value;
use terrikon_core::Lang;

/// What is known of a number of people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Interval {
    /// There is no population data: that does not mean that nobody lives there.
    Nothing,
    /// The place is known less exactly than the radius: there is no single figure, only an upper end.
    Upper(f64),
    /// From one end to the other, and the central figure.
    Range(f64, f64, f64),
}

impl Interval {
    /// The interval of a report of the API, widened to what is certain wherever within the cells of the data people live.
    pub(super) fn of(people: &Value) -> Self {
        let end = |name: &str| people[name].as_f64();
        let Some(high) = end("high") else { return Self::Nothing };
        let high = rounded(high.max(end("most").unwrap_or(high)), f64::ceil);
        let Some(central) = end("central") else { return Self::Upper(high) };
        let low = end("low").unwrap_or(0.0);
        let low = rounded(low.min(end("least").unwrap_or(low)), f64::floor);
        Self::Range(low, high, rounded(central, f64::round))
    }

    /// In words.
    pub(super) fn told(self, lang: Lang) -> String {
        match self {
            Self::Nothing => text(lang, "exposure-no-data"),
            Self::Upper(high) => counted(lang, "exposure-at-most", &[("high", high)]),
            Self::Range(_, 0.0, _) => text(lang, "exposure-nobody"),
            Self::Range(low, high, _) => counted(lang, "exposure-interval", &[("low", low), ("high", high)]),
        }
    }

    /// The central figure in words: one that rounds to nobody is not nobody.
    pub(super) fn central(self, lang: Lang) -> Option<String> {
        match self {
            Self::Range(_, high, central) if high > 0.0 => Some(if central < 1.0 {
                text(lang, "exposure-few")
            } else {
                counted(lang, "exposure-central", &[("people", central)])
            }),
            _ => None,
        }
    }
}

/// To two significant digits, but never to parts of a person.
fn rounded(people: f64, way: fn(f64) -> f64) -> f64 {
    if people <= 0.0 {
        return 0.0;
    }
    let unit = 10f64.powf((people.log10().floor() - 1.0).max(0.0));
    way(people / unit) * unit
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_exact_interval_stays_inside() {
        let people =
            json!({ "low": 29_378.4, "central": 29_378.4, "high": 29_378.4, "least": 0.0, "most": 93_244.4 });
        assert_eq!(Interval::of(&people), Interval::Range(0.0, 94_000.0, 29_000.0));
        let vague = json!({ "low": 0.0, "central": null, "high": 7_852.0, "least": 0.0, "most": 10_496.0 });
        assert_eq!(Interval::of(&vague), Interval::Upper(11_000.0));
        assert_eq!(Interval::of(&json!({ "high": null })), Interval::Nothing);
        let few = json!({ "low": 0.2, "central": 0.3, "high": 0.4 });
        assert_eq!(Interval::of(&few), Interval::Range(0.0, 1.0, 0.0));
        assert_eq!(Interval::of(&few).central(Lang::En).unwrap(), "fewer than 1 person");
    }
}
