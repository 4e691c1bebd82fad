//! A filter as it was written, whichever of the two encodings it came in: nothing is known yet of properties and types.

use super::{CqlError, MOST_DEPTH, MOST_PARTS};

/// A part of a filter.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Syntax {
    Property(String),
    Text(String),
    Number(f64),
    Bool(bool),
    /// What stands in `DATE('…')`.
    Date(String),
    /// What stands in `TIMESTAMP('…')`.
    Timestamp(String),
    /// Two ends, `'..'` where one is open.
    Interval(Vec<Syntax>),
    /// The numbers of `BBOX(…)`.
    Bbox(Vec<f64>),
    Shape(WrittenShape),
    Array(Vec<Syntax>),
    /// An operator or function, its name in small letters.
    Operation(String, Vec<Syntax>),
}

/// A shape as WKT and GeoJSON write it alike.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum WrittenShape {
    /// The type in small letters, and its coordinates nested as GeoJSON nests them.
    Simple(String, Nested),
    /// A collection of shapes.
    Collection(Vec<WrittenShape>),
}

/// Coordinates.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Nested {
    Position(Vec<f64>),
    List(Vec<Nested>),
}

impl Syntax {
    /// How it is named where it is refused.
    pub(super) fn told(&self) -> String {
        match self {
            Self::Property(name) => name.clone(),
            Self::Text(text) | Self::Date(text) | Self::Timestamp(text) => format!("'{text}'"),
            Self::Number(number) => number.to_string(),
            Self::Bool(bool) => bool.to_string(),
            Self::Interval(_) => "INTERVAL".to_owned(),
            Self::Bbox(_) => "BBOX".to_owned(),
            Self::Shape(WrittenShape::Simple(name, _)) => name.to_uppercase(),
            Self::Shape(WrittenShape::Collection(_)) => "GEOMETRYCOLLECTION".to_owned(),
            Self::Array(_) => "(…)".to_owned(),
            Self::Operation(name, _) => name.to_uppercase(),
        }
    }
}

/// Counts how deep and how large a filter is while it is read, so that reading ends before it costs anything.
#[derive(Debug, Default)]
pub(super) struct Extent {
    depth: usize,
    parts: usize,
}

impl Extent {
    pub(super) const TOO_COMPLEX: CqlError = CqlError::TooComplex { depth: MOST_DEPTH, parts: MOST_PARTS };

    /// Goes a step deeper.
    pub(super) fn enter(&mut self) -> Result<(), CqlError> {
        self.depth += 1;
        if self.depth > MOST_DEPTH { Err(Self::TOO_COMPLEX) } else { Ok(()) }
    }

    /// Comes back from a step.
    pub(super) const fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Counts an operator or a function.
    pub(super) fn count(&mut self) -> Result<(), CqlError> {
        self.parts += 1;
        if self.parts > MOST_PARTS { Err(Self::TOO_COMPLEX) } else { Ok(()) }
    }
}
