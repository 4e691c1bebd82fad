//! From when to when something holds. Kazakhstan's oblasts changed on 8 June 2022.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A half-open span of days: the first day on which it holds and the first on which it no longer does.
/// A missing end is open (or not known to this release).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Validity {
    /// The first day.
    pub valid_from: Option<Date>,
    /// The day after the last one.
    pub valid_to: Option<Date>,
}

impl Validity {
    /// Holds on every day.
    pub const ALWAYS: Self = Self { valid_from: None, valid_to: None };

    /// Whether it holds on a day.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day < to)
    }

    /// Whether it has no end: what is valid today and, as far as known, tomorrow.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.valid_to.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_day_of_the_change_belongs_to_the_new_division() {
        let split = date(2022, 6, 8);
        let old = Validity { valid_from: None, valid_to: Some(split) };
        let new = Validity { valid_from: Some(split), valid_to: None };
        assert!(old.contains(date(2022, 6, 7)) && !old.contains(split));
        assert!(new.contains(split) && !new.contains(date(2022, 6, 7)));
        assert!(new.is_current() && !old.is_current());
    }
}
