//! The value of a field, as it is packed.

use crate::Feature;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashSet;

/// A column is worth having up to this many distinct values.
const MOST_DISTINCT: usize = 4_096;

/// A value that can be packed and be told apart from others exactly.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) enum Held {
    Text(String),
    Integer(i64),
    /// The bits of a 64-bit float.
    Real(u64),
    Words(Vec<String>),
    /// Whatever no field of ours holds, as JSON.
    Other(String),
}

impl Held {
    pub(super) fn of(value: &Value) -> Self {
        let other = || Self::Other(value.to_string());
        match value {
            Value::String(text) => Self::Text(text.clone()),
            Value::Number(number) => match (number.as_i64(), number.as_f64()) {
                (Some(whole), _) => Self::Integer(whole),
                (None, Some(real)) if number.is_f64() => Self::Real(real.to_bits()),
                _ => other(),
            },
            Value::Array(parts) => {
                let words: Option<Vec<String>> =
                    parts.iter().map(|part| part.as_str().map(ToOwned::to_owned)).collect();
                words.map_or_else(other, Self::Words)
            }
            _ => other(),
        }
    }

    pub(super) fn value(&self) -> Value {
        match self {
            Self::Text(text) => Value::from(text.as_str()),
            Self::Integer(whole) => Value::from(*whole),
            Self::Real(bits) => Value::from(f64::from_bits(*bits)),
            Self::Words(words) => Value::from(words.as_slice()),
            // It was written from a value.
            Self::Other(json) => serde_json::from_str(json).unwrap_or(Value::Null),
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Integer(whole) => Some(*whole as f64),
            Self::Real(bits) => Some(f64::from_bits(*bits)),
            // A whole number beyond 64 bits with a sign.
            Self::Other(_) => self.value().as_f64(),
            _ => None,
        }
    }

    /// The words of a list; a text is none.
    pub(super) fn list(&self) -> impl Iterator<Item = &str> {
        let words = if let Self::Words(words) = self { words.as_slice() } else { &[] };
        words.iter().map(String::as_str)
    }

    /// The words of a list, or the one text.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.list().chain(self.text())
    }
}

/// Whether a field has so few distinct values that a column is worth having.
pub(super) fn is_few(features: &[Feature], field: &str) -> bool {
    let mut distinct = HashSet::new();
    features.iter().all(|feature| {
        distinct.insert(feature.properties.get(field).map(Held::of));
        distinct.len() <= MOST_DISTINCT
    })
}
