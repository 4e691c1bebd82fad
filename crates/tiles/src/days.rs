//! Spans of days: which are empty, what two have in common, and cuts where something changes.

use std::{
    collections::BTreeSet,
    ops::Bound::{Excluded, Unbounded},
};
use terrikon_core::{Date, Validity};

/// A day of a span that is not empty: its first, or the first of the calendar where it has no beginning.
pub(crate) fn first_day(span: Validity) -> Date {
    span.valid_from.unwrap_or(Date::MIN)
}

/// Whether no day lies in a span.
pub(crate) fn is_empty(span: Validity) -> bool {
    span.valid_to.is_some_and(|to| to <= first_day(span))
}

/// The days that two spans have in common; may be empty.
pub(crate) fn common(a: Validity, b: Validity) -> Validity {
    Validity {
        valid_from: a.valid_from.max(b.valid_from),
        valid_to: [a.valid_to, b.valid_to].into_iter().flatten().min(),
    }
}

/// The days on which spans begin or end.
pub(crate) fn turns(spans: impl IntoIterator<Item = Validity>) -> BTreeSet<Date> {
    spans.into_iter().flat_map(|span| [span.valid_from, span.valid_to]).flatten().collect()
}

/// A span cut at each of these days that lies within; nothing where it is empty.
pub(crate) fn cut(span: Validity, days: &BTreeSet<Date>) -> Vec<Validity> {
    if is_empty(span) {
        return Vec::new();
    }
    let end = span.valid_to.map_or(Unbounded, Excluded);
    let mut parts = Vec::new();
    let mut valid_from = span.valid_from;
    for &day in days.range((Excluded(first_day(span)), end)) {
        parts.push(Validity { valid_from, valid_to: Some(day) });
        valid_from = Some(day);
    }
    parts.push(Validity { valid_from, valid_to: span.valid_to });
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(number: i16) -> Date {
        Date::new(2000 + number, 1, 1).unwrap()
    }

    fn span() -> impl Strategy<Value = Validity> {
        let end = || prop::option::of((0_i16..12).prop_map(day));
        (end(), end()).prop_map(|(valid_from, valid_to)| Validity { valid_from, valid_to })
    }

    proptest! {
        #[test]
        fn every_day_is_in_one_part_and_what_holds_is_the_same_throughout_it(
            whole in span(), others in prop::collection::vec(span(), 0..5),
        ) {
            let parts = cut(whole, &turns(others.iter().copied()));
            for number in -1..13 {
                let day = day(number);
                let of_day = parts.iter().filter(|part| part.contains(day)).count();
                prop_assert_eq!(of_day, usize::from(whole.contains(day)));
                for part in parts.iter().filter(|part| part.contains(day)) {
                    for other in &others {
                        prop_assert_eq!(other.contains(day), other.contains(first_day(*part)));
                    }
                }
            }
            prop_assert!(parts.iter().all(|part| !is_empty(*part)));
        }

        #[test]
        fn common_days_are_in_both(a in span(), b in span()) {
            let both = common(a, b);
            for number in -1..13 {
                prop_assert_eq!(both.contains(day(number)), a.contains(day(number)) && b.contains(day(number)));
            }
            prop_assert!(!is_empty(both) || !(-1..13).any(|number| both.contains(day(number))));
        }
    }
}
