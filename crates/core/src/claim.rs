//! Claims: one value from one source. Sources disagree; all are kept, side by side.

use crate::kind::UnknownWord;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::str::FromStr;

/// How the value was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// Read in the source.
    A,
    /// Inferred from the source.
    B,
    /// From memory: unverified, and shown so.
    C,
}

impl Grade {
    /// The letter in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

impl FromStr for Grade {
    type Err = UnknownWord;
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        let all = [Self::A, Self::B, Self::C];
        all.into_iter().find(|grade| grade.as_str() == word).ok_or_else(|| UnknownWord {
            vocabulary: "grade",
            word: word.to_owned(),
            accepted: all.iter().map(|grade| grade.as_str()).collect(),
        })
    }
}

/// One value of one property of one subject, as one source gives it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// The id of the feature that it speaks of.
    pub subject: String,
    /// What is claimed, such as `people_affected` or `volume_m3`.
    pub property: String,
    /// The value in the source's words.
    pub value: String,
    /// The lower end: equal to the upper one for a plain number, alone for "more than".
    pub value_low: Option<f64>,
    /// The upper end: alone for "up to". Text has neither.
    pub value_high: Option<f64>,
    /// The unit of the value; empty for text.
    pub unit: String,
    /// The year for which it holds, in the source's precision (`2019`, `c. 2014`); empty if not said.
    pub year: String,
    /// What the source means by it.
    pub meaning: String,
    /// The id of the source.
    pub source: String,
    /// How it was read.
    pub grade: Grade,
    /// Doubts, conflicts and slips.
    pub note: String,
}

impl Claim {
    /// The subject and ten hex digits of the SHA-256 of the whole claim: the same in every release that holds it
    /// unchanged.
    #[must_use]
    pub fn id(&self) -> String {
        let content = serde_json::to_vec(self).expect("claims are plain data");
        let hex: String = Sha256::digest(content).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
        format!("{}.{hex}", self.subject)
    }
}
