//! Orders: by properties, then by id. What is absent comes last, whichever way a property is ordered.

use super::{
    CqlError,
    property::{Property, Value},
};
use std::cmp::Ordering;
use terrikon_core::{CollectionId, Date, Described, Lang};

/// The most properties of an order.
pub const MOST_KEYS: usize = 5;

/// A property that orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// The property; no list.
    pub by: Property,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// Properties that order, the first before the next; ids decide among equals. Without any, ids alone.
pub type Order = Vec<Sort>;

/// Reads `-population,name`: properties, each with `-` where the greatest comes first. Names are those for readers of a language.
///
/// # Errors
/// [`CqlError`] where there are too many, or one is none of the collection or is named twice.
pub fn parse(text: &str, collection: CollectionId, lang: Lang) -> Result<Order, CqlError> {
    let known = Property::sortable(collection, lang);
    let mut order: Order = Vec::new();
    for word in text.split(',').map(str::trim) {
        let (descending, name) = match word.strip_prefix('-') {
            Some(name) => (true, name),
            None => (false, word.strip_prefix('+').unwrap_or(word)),
        };
        let by = Property::named(name.trim(), &known, &[])?;
        if order.len() == MOST_KEYS || order.iter().any(|sort| sort.by == by) {
            return Err(CqlError::TooComplex { depth: 1, parts: MOST_KEYS });
        }
        order.push(Sort { by, descending });
    }
    Ok(order)
}

/// Where a feature stands in an order: its values and its id.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place<'a> {
    /// One for each property of the order.
    pub(crate) values: Vec<Option<Value<'static>>>,
    /// The id.
    pub(crate) id: &'a str,
}

impl<'a> Place<'a> {
    pub(crate) fn of(feature: &impl Described, id: &'a str, order: &[Sort], date: Date) -> Self {
        Self { values: order.iter().map(|sort| Some(sort.by.of(feature, date)?.kept())).collect(), id }
    }

    /// The place of an id that the collection does not have: among those of which nothing is known.
    pub(crate) fn unknown(id: &'a str, order: &[Sort]) -> Self {
        Self { values: vec![None; order.len()], id }
    }

    /// Which of two places comes first.
    pub(crate) fn compare(&self, other: &Self, order: &[Sort]) -> Ordering {
        let keys = order.iter().zip(self.values.iter().zip(&other.values));
        let ordered = keys.map(|(sort, (own, other))| match (own, other) {
            (Some(own), Some(other)) => {
                let ascending = own.compare(other).unwrap_or(Ordering::Equal);
                if sort.descending { ascending.reverse() } else { ascending }
            }
            (own, other) => own.is_none().cmp(&other.is_none()),
        });
        ordered.fold(Ordering::Equal, Ordering::then).then_with(|| self.id.cmp(other.id))
    }
}
