//! Why a filter or an order is refused.

/// What is wrong with a filter or an order, for the one who sent it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CqlError {
    /// It has more bytes than are read.
    #[error("it is longer than {most} bytes")]
    TooLong {
        /// How many are read.
        most: usize,
    },
    /// It is nested too deeply or has too many parts.
    #[error("it is nested more than {depth} deep or has more than {parts} parts")]
    TooComplex {
        /// The deepest nesting.
        depth: usize,
        /// The most comparisons, functions and connectives.
        parts: usize,
    },
    /// It breaks off the grammar.
    #[error("it can't be read at character {at}: {near}")]
    Syntax {
        /// The character, counted from 1.
        at: usize,
        /// What stands there.
        near: String,
    },
    /// The collection has no such property.
    #[error("no property is called {name}")]
    UnknownProperty {
        /// The word.
        name: String,
        /// Those that it has.
        accepted: Vec<&'static str>,
    },
    /// There is no such function or operator, or not with so many arguments.
    #[error("nothing is called {name} that takes such arguments")]
    UnknownFunction {
        /// The word.
        name: String,
        /// Those that there are.
        accepted: Vec<&'static str>,
    },
    /// A value does not fit what it is compared with.
    #[error("{value} does not fit {name}")]
    Mismatch {
        /// The property, function or operator.
        name: String,
        /// The value.
        value: String,
        /// What would fit.
        accepted: Vec<&'static str>,
    },
    /// A shape that can't be compared with others.
    #[error("{value} is no shape that can be compared")]
    Shape {
        /// The shape, or what is wrong with it.
        value: String,
    },
}
