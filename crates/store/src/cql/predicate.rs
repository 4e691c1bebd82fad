//! What stores answer: a filter whose names are properties of its collection, whose types fit, and whose constants are ready.

use super::property::{Holds, Property};
use geo::Geometry;
use terrikon_core::{Date, Envelope};

/// A condition. It is true, false, or neither where a value is absent.
#[derive(Debug, Clone, PartialEq)]
pub enum Predicate {
    /// Always the same.
    Constant(bool),
    /// The contrary.
    Not(Box<Predicate>),
    /// All of them.
    And(Vec<Predicate>),
    /// One of them.
    Or(Vec<Predicate>),
    /// Two values of one type.
    Compare(Comparison, Scalar, Scalar),
    /// Text and a pattern: `%` is any text, `_` any character, `\` takes the next as it is.
    Like(Scalar, String),
    /// One of some constants of its type, at least one.
    Among(Scalar, Vec<Literal>),
    /// Absent.
    IsNull(Scalar),
    /// Without a shape.
    HasNoShape,
    /// A list of words beside another; `property` holds a list.
    List(ListRelation, Property, Vec<String>),
    /// The feature's shape beside another.
    Spatial(SpatialRelation, Shape),
}

/// How two values compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// The same.
    Equal,
    /// Another.
    NotEqual,
    /// The first is less.
    Less,
    /// The first is less or the same.
    LessOrEqual,
    /// The first is greater.
    Greater,
    /// The first is greater or the same.
    GreaterOrEqual,
}

impl Comparison {
    /// All of them with their signs.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Equal, "="),
        (Self::NotEqual, "<>"),
        (Self::Less, "<"),
        (Self::LessOrEqual, "<="),
        (Self::Greater, ">"),
        (Self::GreaterOrEqual, ">="),
    ];
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar {
    /// Of the feature; no list.
    Property(Property),
    /// A constant.
    Literal(Literal),
    /// Text in small letters.
    Lower(Box<Scalar>),
    /// Text without accents.
    Bare(Box<Scalar>),
}

impl Scalar {
    /// What it holds.
    #[must_use]
    pub const fn holds(&self) -> Holds {
        match self {
            Self::Property(property) => property.holds(),
            Self::Literal(Literal::Number(_)) => Holds::Number,
            Self::Literal(Literal::Date(_)) => Holds::Date,
            Self::Literal(Literal::Text(_)) | Self::Lower(_) | Self::Bare(_) => Holds::Text,
        }
    }
}

/// A constant.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// Text, without NUL.
    Text(String),
    /// A finite number.
    Number(f64),
    /// A day of the years 0 to 9999.
    Date(Date),
}

/// How two lists compare, as sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListRelation {
    /// The same words.
    Equals,
    /// All words of the other.
    Contains,
    /// No words but those of the other.
    ContainedBy,
    /// A word of the other.
    Overlaps,
}

/// How the feature's shape lies to another (OGC Simple Features).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpatialRelation {
    /// They share a point.
    Intersects,
    /// They share none.
    Disjoint,
    /// They are the same set of points.
    Equals,
    /// They share points of their edges, none of their insides.
    Touches,
    /// It runs through the other, with less dimensions than one of them.
    Crosses,
    /// It lies in the other.
    Within,
    /// The other lies in it.
    Contains,
    /// They share a part with the dimension of both, and each has more.
    Overlaps,
}

impl SpatialRelation {
    /// All of them with their functions.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Intersects, "s_intersects"),
        (Self::Disjoint, "s_disjoint"),
        (Self::Equals, "s_equals"),
        (Self::Touches, "s_touches"),
        (Self::Crosses, "s_crosses"),
        (Self::Within, "s_within"),
        (Self::Contains, "s_contains"),
        (Self::Overlaps, "s_overlaps"),
    ];

    /// The relation seen from the other shape.
    #[must_use]
    pub const fn turned(self) -> Self {
        match self {
            Self::Within => Self::Contains,
            Self::Contains => Self::Within,
            other => other,
        }
    }
}

/// A constant shape in degrees (OGC:CRS84): valid, with coordinates, and no collection of shapes except where only
/// shared points count.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// The shape.
    pub geometry: Geometry<f64>,
    /// The box around it.
    pub envelope: Envelope,
}

impl Predicate {
    /// A box outside of which it is never true; `None` where there is no such box.
    #[must_use]
    pub fn envelope(&self) -> Option<&Envelope> {
        match self {
            Self::Spatial(SpatialRelation::Disjoint, _) => None,
            Self::Spatial(_, shape) => Some(&shape.envelope),
            // The smallest of several would be best; the first is good enough.
            Self::And(parts) => parts.iter().find_map(Self::envelope),
            _ => None,
        }
    }
}
