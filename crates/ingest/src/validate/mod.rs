//! Rules that a place on a map must obey. Each has a name, finds its faults by itself and knows no exceptions.

pub mod duplicates;
pub mod names;
pub mod namesakes;
pub mod position;
pub mod script;
pub mod shape;
pub mod twins;

use crate::{areas::Areas, fault::Fault, normalise::Candidate};

/// Runs every rule; each fault comes with the index of the candidate that has it.
#[must_use]
pub fn validate(candidates: &[Candidate], areas: Option<&Areas>) -> Vec<(usize, Fault)> {
    let mut found = duplicates::check(candidates);
    found.extend(shape::check(candidates));
    found.extend(position::range(candidates));
    if let Some(areas) = areas {
        found.extend(position::outside_country(candidates, areas));
        found.extend(position::stated_oblast(candidates, areas));
    }
    found.extend(names::far_from_namesake(candidates));
    found.extend(namesakes::check(candidates));
    found.extend(twins::shared_position(candidates));
    found
}
