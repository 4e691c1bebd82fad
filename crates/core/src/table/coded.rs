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
        let mut numbers: HashMap<T, u32> = HashMap::new();
        let mut values = Vec::new();
        let codes: Vec<u32> = rows
            .into_iter()
            .map(|value| {
                if let Some(code) = numbers.get(&value) {
                    return *code;
                }
                let code = values.len() as u32;
                values.push(value.clone());
                numbers.insert(value, code);
                code
            })
            .collect();
        let codes = match values.len() {
            0..=0x100 => Codes::Bytes(codes.into_iter().map(|code| code as u8).collect()),
            0x101..=0x1_0000 => Codes::Shorts(codes.into_iter().map(|code| code as u16).collect()),
            _ => Codes::Longs(codes),
        };
        Self { values, codes }
    }
}
