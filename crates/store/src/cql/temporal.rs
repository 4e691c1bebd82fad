//! Days, and relations of days and intervals, told by comparisons of their first and last days.

use super::{Comparison, Literal, Predicate, Scalar};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use terrikon_core::Date;

/// The days that stand for open ends.
pub(super) const EVER: [Date; 2] = [Date::constant(0, 1, 1), Date::constant(9999, 12, 31)];

/// The first and the last day; both are the same of a single day.
pub(super) type Span = [Scalar; 2];

/// The functions.
pub(super) const FUNCTIONS: [&str; 15] = [
    "t_after",
    "t_before",
    "t_contains",
    "t_disjoint",
    "t_during",
    "t_equals",
    "t_finishedby",
    "t_finishes",
    "t_intersects",
    "t_meets",
    "t_metby",
    "t_overlappedby",
    "t_overlaps",
    "t_startedby",
    "t_starts",
];

/// A relation of two spans; `None` where no function has that name.
pub(super) fn relation(name: &str, a: &Span, b: &Span) -> Option<Predicate> {
    use Comparison::{Equal, Less, LessOrEqual};
    let is = |comparison, left: &Scalar, right: &Scalar| {
        Predicate::Compare(comparison, left.clone(), right.clone())
    };
    let less = |left, right| is(Less, left, right);
    let same = |left, right| is(Equal, left, right);
    let all = Predicate::And;
    let [a0, a1] = a;
    let [b0, b1] = b;
    let intersects = || vec![is(LessOrEqual, a0, b1), is(LessOrEqual, b0, a1)];
    Some(match name {
        "t_after" => less(b1, a0),
        "t_before" => less(a1, b0),
        "t_contains" => all(vec![less(a0, b0), less(b1, a1)]),
        "t_during" => all(vec![less(b0, a0), less(a1, b1)]),
        "t_intersects" => all(intersects()),
        "t_disjoint" => Predicate::Not(Box::new(all(intersects()))),
        "t_equals" => all(vec![same(a0, b0), same(a1, b1)]),
        "t_starts" => all(vec![same(a0, b0), less(a1, b1)]),
        "t_startedby" => all(vec![same(a0, b0), less(b1, a1)]),
        "t_finishes" => all(vec![less(b0, a0), same(a1, b1)]),
        "t_finishedby" => all(vec![less(a0, b0), same(a1, b1)]),
        "t_meets" => same(a1, b0),
        "t_metby" => same(a0, b1),
        "t_overlaps" => all(vec![less(a0, b0), less(b0, a1), less(a1, b1)]),
        "t_overlappedby" => all(vec![less(b0, a0), less(a0, b1), less(b1, a1)]),
        _ => return None,
    })
}

/// A day of the years 0 to 9999, as RFC 3339 has it.
pub(super) fn day(text: &str) -> Option<Literal> {
    let plain = text.len() == "2021-06-30".len() && text.starts_with(|letter: char| letter.is_ascii_digit());
    if plain { text.parse().ok().map(Literal::Date) } else { None }
}

/// An instant, of which the day in UTC counts: nothing in a release is known more precisely.
pub(super) fn instant(text: &str) -> Option<Literal> {
    let instant = text.parse().ok().map(|instant: Timestamp| instant.to_zoned(TimeZone::UTC).date());
    // The last day of all, which many write for an open end, is more than a timestamp can hold.
    let day = instant.or_else(|| Some(text.strip_suffix('Z')?.parse::<DateTime>().ok()?.date()))?;
    (EVER[0]..=EVER[1]).contains(&day).then_some(Literal::Date(day))
}
