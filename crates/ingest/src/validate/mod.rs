//! Rules that a place on a map must obey. Each has a name, finds its faults by itself and knows no exceptions.

pub mod duplicates;
pub mod names;
pub mod namesakes;
pub mod position;
pub mod script;
pub mod shape;
pub mod twins;

use crate::{areas::Areas, fault::Fault, normalise::Candidate};

/// Rules that judge a row by itself; each fault comes with the index of the candidate that has it.
#[must_use]
pub fn each(candidates: &[Candidate], areas: Option<&Areas>) -> Vec<(usize, Fault)> {
    let mut found = shape::check(candidates);
    found.extend(position::range(candidates));
    if let Some(areas) = areas {
        found.extend(position::outside_country(candidates, areas));
        found.extend(position::stated_oblast(candidates, areas));
    }
    found
}

/// Rules that compare rows with each other: run on those that stand by themselves, so that no good row is left out
/// because of a bad twin.
#[must_use]
pub fn together(candidates: &[Candidate]) -> Vec<(usize, Fault)> {
    let mut found = duplicates::check(candidates);
    found.extend(names::far_from_namesake(candidates));
    found.extend(namesakes::check(candidates));
    found.extend(twins::shared_position(candidates));
    found
}
