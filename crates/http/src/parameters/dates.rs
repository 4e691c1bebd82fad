//! Days and periods: `date` and OGC's `datetime`.

use super::Parameters;
use crate::problem::{Hint, Problem, Slug};
use jiff::{Timestamp, tz::TimeZone};
use terrikon_core::Date;
use terrikon_store::Period;

/// When features must exist, and the day by whose division they are told.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Days {
    /// When they must exist.
    pub(crate) period: Period,
    /// The day of the division.
    pub(crate) date: Date,
}

/// The day it is now, in UTC.
pub(crate) fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}

/// Reads `date` or `datetime`; today where both are absent.
pub(crate) fn days(parameters: &Parameters<'_>) -> Result<Days, Problem> {
    let one = |date| Days { period: Period::day(date), date };
    match (parameters.get("date"), parameters.get("datetime")) {
        (None, None) => Ok(one(today())),
        (Some(text), None) => day("date", text).map(one),
        (Some(_), Some(_)) => Err(Problem::new(Slug::ConflictingParameters)
            .parameter("datetime")
            .with("other", "date")
            .hint(Hint::OneParameter)),
        (None, Some(text)) => match text.split_once('/') {
            None => day("datetime", text).map(one),
            Some((from, to)) => {
                let end = |text: &str| match text.trim() {
                    "" | ".." => Ok(None),
                    text => day("datetime", text).map(Some),
                };
                let period = Period { from: end(from)?, to: end(to)? };
                if period.from.zip(period.to).is_some_and(|(from, to)| from > to) {
                    return Err(invalid("datetime", text));
                }
                Ok(Days {
                    period,
                    date: period.to.unwrap_or_else(|| today().max(period.from.unwrap_or(Date::MIN))),
                })
            }
        },
    }
}

/// A date, or an RFC 3339 instant, of which the day in UTC counts.
fn day(parameter: &str, text: &str) -> Result<Date, Problem> {
    let plain = text.len() == "2021-06-30".len();
    let date = if plain { text.parse().ok() } else { None };
    let instant = || {
        let instant: Timestamp = text.parse().ok()?;
        (parameter == "datetime").then(|| instant.to_zoned(TimeZone::UTC).date())
    };
    date.or_else(instant).ok_or_else(|| invalid(parameter, text))
}

fn invalid(parameter: &str, text: &str) -> Problem {
    Problem::new(Slug::InvalidDate).parameter(parameter).with("value", text).hint(Hint::DateForm)
}
