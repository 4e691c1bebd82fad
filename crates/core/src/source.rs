//! Sources: where a claim or a data file can be read, and what its licence asks for.

use serde::{Deserialize, Serialize};

/// A publication or data set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// A short slug, kept for good.
    pub id: String,
    /// The title in its own language.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The date of publication, as precisely as known; empty if not.
    pub date: String,
    /// Doubts about the date; empty if none.
    pub date_note: String,
    /// The language that it is written in, ISO 639-1.
    pub language: String,
    /// Where it is.
    pub url: String,
    /// The licence of its data; empty if not stated.
    pub licence: String,
    /// Whether the licence asks for attribution.
    pub attribution: bool,
    /// Whether derived data must carry the same licence.
    pub share_alike: bool,
    /// `true`, `false` or `unknown`.
    pub commercial: String,
}
