//! Filters in CQL2 (OGC 21-065r2), text and JSON, and orders by property.
//!
//! A filter is read into one tree whatever its encoding, checked against the properties of its collection, and lowered into a
//! [`Predicate`], which knows nothing that can't be answered. Memory evaluates it and SQL is made of it, with the same three
//! truth values: what is compared with an absent value is neither true nor false.
//!
//! | module | what |
//! | --- | --- |
//! | `token`, `text`, `wkt`, `json`, `syntax` | reading, in time in proportion to the length |
//! | [`property`] | what a collection can be narrowed and ordered by |
//! | [`predicate`] | the tree that stores answer |
//! | `lower`, `temporal`, `relations`, `shape` | checking names and types, days, lists and shapes |
//! | `evaluate`, [`fold`], [`like`], `spatial` | answering in memory |
//! | [`sort`] | orders |
//! | [`error`] | why a filter or an order is refused |

pub mod error;
mod evaluate;
pub mod fold;
mod json;
pub mod like;
mod lower;
pub mod predicate;
pub mod property;
mod relations;
mod shape;
pub mod sort;
mod spatial;
mod syntax;
mod temporal;
mod text;
mod token;
mod wkt;

pub use error::CqlError;
pub use predicate::{Comparison, ListRelation, Literal, Predicate, Scalar, Shape, SpatialRelation};
pub use property::{Holds, Property};
pub use sort::{Order, Sort};

use terrikon_core::{CollectionId, Lang};

/// The longest filter, in bytes.
pub const LONGEST: usize = 16_384;
/// The deepest nesting of a filter.
pub const MOST_DEPTH: usize = 48;
/// The most operators and functions of a filter.
pub const MOST_PARTS: usize = 200;

/// How a filter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// CQL2 text, the default.
    Text,
    /// CQL2 JSON.
    Json,
}

impl Encoding {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Text, Self::Json];

    /// The word for it in requests.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "cql2-text",
            Self::Json => "cql2-json",
        }
    }
}

/// Reads a filter for a collection. Names are compared as they are shown to readers of a language.
///
/// # Errors
/// [`CqlError`] with what is wrong and what would be accepted. Takes time in proportion to the length, whatever it holds.
pub fn parse(
    text: &str,
    encoding: Encoding,
    collection: CollectionId,
    lang: Lang,
) -> Result<Predicate, CqlError> {
    if text.len() > LONGEST {
        return Err(CqlError::TooLong { most: LONGEST });
    }
    // No value in a release has a NUL, and databases know none in text.
    if text.contains('\0') {
        return Err(token::syntax(1, "NUL"));
    }
    let written = match encoding {
        Encoding::Text => text::read(text)?,
        Encoding::Json => json::read(text)?,
    };
    lower::lower(&written, collection, lang)
}
