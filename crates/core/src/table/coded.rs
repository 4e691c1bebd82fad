//! A column of few distinct values: each value once, and a small number for each row.

use serde::{Deserialize, Serialize};
use std::{collections::HashMap, hash::Hash};

/// Values by row.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Coded<T> {
    values: Vec<T>,
    codes: Codes,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
enum Codes {
    Bytes(#[serde(with = "serde_bytes")] Vec<u8>),
    Shorts(Vec<u16>),
    Longs(Vec<u32>),
}

impl<T> Coded<T> {
    /// The value of a row; `None` beyond the last.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<&T> {
        self.values.get(self.code(row)?)
    }

    /// The number of a row's value among [`Coded::values`].
    #[must_use]
    pub fn code(&self, row: usize) -> Option<usize> {
        match &self.codes {
            Codes::Bytes(codes) => codes.get(row).map(|code| usize::from(*code)),
            Codes::Shorts(codes) => codes.get(row).map(|code| usize::from(*code)),
            Codes::Longs(codes) => codes.get(row).map(|code| *code as usize),
        }
    }

    /// The distinct values, in the order in which they first came.
    #[must_use]
    pub fn values(&self) -> &[T] {
        &self.values
    }

    /// Of which values something holds, by their numbers: asked once a value, looked up for each row.
    pub fn which(&self, holds: impl FnMut(&T) -> bool) -> Vec<bool> {
        self.values.iter().map(holds).collect()
    }

    /// The same column with other values.
    #[must_use]
    pub fn map<U>(&self, value: impl FnMut(&T) -> U) -> Coded<U> {
        Coded { values: self.values.iter().map(value).collect(), codes: self.codes.clone() }
    }

    /// How many rows.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.codes {
            Codes::Bytes(codes) => codes.len(),
            Codes::Shorts(codes) => codes.len(),
            Codes::Longs(codes) => codes.len(),
        }
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<T: Hash + Eq + Clone> FromIterator<T> for Coded<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        let mut builder = CodedBuilder::default();
        rows.into_iter().for_each(|value| builder.push(value));
        builder.finish()
    }
}

/// Takes the values of rows one after the other.
#[derive(Debug)]
pub(super) struct CodedBuilder<T> {
    numbers: HashMap<T, u32>,
    made: Coded<T>,
}

impl<T> Default for CodedBuilder<T> {
    fn default() -> Self {
        Self { numbers: HashMap::new(), made: Coded { values: Vec::new(), codes: Codes::Bytes(Vec::new()) } }
    }
}

impl<T: Hash + Eq + Clone> CodedBuilder<T> {
    pub(super) fn push(&mut self, value: T) {
        let code = self.numbers.get(&value).copied().unwrap_or_else(|| {
            let code = self.made.values.len() as u32;
            self.made.values.push(value.clone());
            self.numbers.insert(value, code);
            code
        });
        self.made.codes.push(code);
    }

    pub(super) fn finish(mut self) -> Coded<T> {
        self.made.values.shrink_to_fit();
        self.made.codes.shrink_to_fit();
        self.made
    }
}

impl Codes {
    /// Adds a code; all become wider with the first one that wants it.
    fn push(&mut self, code: u32) {
        match self {
            Self::Bytes(codes) => match u8::try_from(code) {
                Ok(code) => codes.push(code),
                Err(_) => {
                    *self = Self::Shorts(codes.iter().map(|code| u16::from(*code)).collect());
                    self.push(code);
                }
            },
            Self::Shorts(codes) => match u16::try_from(code) {
                Ok(code) => codes.push(code),
                Err(_) => {
                    *self = Self::Longs(codes.iter().map(|code| u32::from(*code)).collect());
                    self.push(code);
                }
            },
            Self::Longs(codes) => codes.push(code),
        }
    }

    fn shrink_to_fit(&mut self) {
        match self {
            Self::Bytes(codes) => codes.shrink_to_fit(),
            Self::Shorts(codes) => codes.shrink_to_fit(),
            Self::Longs(codes) => codes.shrink_to_fit(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_as_wide_as_they_must_be() {
        for (distinct, width) in [(1, 1), (256, 1), (257, 2), (65_536, 2), (65_537, 4)] {
            let rows = distinct + 10;
            let column: Coded<u32> = (0..rows).map(|row| row % distinct * 3).collect();
            assert!((0..rows).all(|row| column.get(row as usize) == Some(&(row % distinct * 3))));
            assert_eq!((column.len(), column.values().len()), (rows as usize, distinct as usize));
            let wide = match column.codes {
                Codes::Bytes(_) => 1,
                Codes::Shorts(_) => 2,
                Codes::Longs(_) => 4,
            };
            assert_eq!(wide, width, "{distinct}");
        }
    }
}
