//! `duplicate-id`: an id is one place for good.

use crate::{fault::Fault, normalise::Candidate};
use std::collections::BTreeMap;

/// Finds every second use of an id within a collection.
#[must_use]
pub fn check(candidates: &[Candidate]) -> Vec<(usize, Fault)> {
    let mut first: BTreeMap<(&str, &str), &Candidate> = BTreeMap::new();
    let mut found = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let key = (candidate.collection.as_str(), candidate.feature.id.as_str());
        if let Some(other) = first.get(&key) {
            let fault = candidate
                .fault("duplicate-id", format!("the id is already used in {}, row {}", other.file, other.row))
                .value("id", &candidate.feature.id)
                .hint("give one of them another id, or join the rows if they are the same place");
            found.push((index, fault));
        } else {
            first.insert(key, candidate);
        }
    }
    found
}
