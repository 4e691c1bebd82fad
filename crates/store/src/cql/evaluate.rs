//! Filters answered in memory, with three truth values: `None` is neither true nor false.

use super::{
    Comparison, ListRelation, Literal, Predicate, Scalar, fold, like,
    property::{Holds, Value},
    spatial,
};
use std::{borrow::Cow, cmp::Ordering};
use terrikon_core::{Date, Described};

impl Predicate {
    /// Whether it is true of a feature, which lies in the oblast of `date`.
    #[must_use]
    pub fn holds(&self, feature: &impl Described, date: Date) -> bool {
        self.truth(feature, date) == Some(true)
    }

    fn truth(&self, feature: &impl Described, date: Date) -> Option<bool> {
        match self {
            Self::Constant(constant) => Some(*constant),
            Self::Not(inner) => inner.truth(feature, date).map(|truth| !truth),
            Self::And(parts) => decided(parts, feature, date, false),
            Self::Or(parts) => decided(parts, feature, date, true),
            Self::Compare(comparison, left, right) => {
                let order = left.value(feature, date)?.compare(&right.value(feature, date)?)?;
                Some(comparison.holds(order))
            }
            Self::Like(text, pattern) => match text.value(feature, date)? {
                Value::Text(text) => Some(like::matches(&text, pattern)),
                _ => None,
            },
            Self::Among(scalar, literals) => {
                let value = scalar.value(feature, date)?;
                Some(literals.iter().any(|literal| value.compare(&literal.value()) == Some(Ordering::Equal)))
            }
            Self::IsNull(Scalar::Property(property)) if property.holds() == Holds::List => {
                Some(feature.words(property.name()).is_empty())
            }
            Self::IsNull(scalar) => Some(scalar.value(feature, date).is_none()),
            Self::HasNoShape => Some(feature.geometry().is_none()),
            Self::List(relation, property, words) => {
                let own = feature.words(property.name());
                (!own.is_empty()).then(|| relation.holds(&own, words))
            }
            Self::Spatial(relation, shape) => {
                feature.geometry().map(|own| spatial::holds(*relation, own, shape))
            }
        }
    }
}

/// The truth of several parts, of which one that is `decisive` decides.
fn decided(parts: &[Predicate], feature: &impl Described, date: Date, decisive: bool) -> Option<bool> {
    let mut known = true;
    for part in parts {
        match part.truth(feature, date) {
            Some(truth) if truth == decisive => return Some(decisive),
            Some(_) => {}
            None => known = false,
        }
    }
    known.then_some(!decisive)
}

impl Scalar {
    fn value<'a>(&'a self, feature: &'a impl Described, date: Date) -> Option<Value<'a>> {
        match self {
            Self::Property(property) => property.of(feature, date),
            Self::Literal(literal) => Some(literal.value()),
            Self::Lower(inner) => folded(inner.value(feature, date)?, fold::lower),
            Self::Bare(inner) => folded(inner.value(feature, date)?, fold::bare),
        }
    }
}

fn folded(value: Value<'_>, fold: fn(&str) -> String) -> Option<Value<'_>> {
    match value {
        Value::Text(text) => Some(Value::Text(Cow::Owned(fold(&text)))),
        _ => None,
    }
}

impl Literal {
    fn value(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(Cow::Borrowed(text)),
            Self::Number(number) => Value::Number(*number),
            Self::Date(date) => Value::Date(*date),
        }
    }
}

impl Comparison {
    const fn holds(self, order: Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::NotEqual => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::LessOrEqual => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::GreaterOrEqual => order.is_ge(),
        }
    }
}

impl ListRelation {
    fn holds(self, own: &[&str], words: &[String]) -> bool {
        let contains = || words.iter().all(|word| own.contains(&word.as_str()));
        let contained = || own.iter().all(|word| words.iter().any(|other| other == word));
        match self {
            Self::Equals => contains() && contained(),
            Self::Contains => contains(),
            Self::ContainedBy => contained(),
            Self::Overlaps => own.iter().any(|word| words.iter().any(|other| other == word)),
        }
    }
}
