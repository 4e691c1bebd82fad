//! `same-place`, `nameless-town`: a town is on the map once, and a large one has a name in its country's language.
//!
//! Gazetteers hold Astana and Kyzylorda twice and Taldykorgan once more 36 km beside itself. And a "town" of 73,000
//! that the country itself has no name for is a slip of some other place.

use crate::{fault::Fault, normalise::Candidate, validate::names::folded};
use geo::{Distance as _, Haversine, Point};
use std::{cmp::Reverse, collections::BTreeMap};
use terrikon_core::CollectionId;

/// Two villages of one name this near are one village.
const SAME_VILLAGE_M: f64 = 3_000.0;

/// Two towns of one name this near are one town: a village beside its town may well share its name, a second town not.
const SAME_TOWN_M: f64 = 50_000.0;

/// From this many residents a place is a town here.
const TOWN: f64 = 20_000.0;

/// From this many residents a place is known to everybody.
const LARGE_TOWN: f64 = 50_000.0;

/// Finds second entries of a settlement, of which the better known one stays, and large towns without
/// a name of their own.
#[must_use]
pub fn check(candidates: &[Candidate]) -> Vec<(usize, Fault)> {
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut found = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        if candidate.collection != CollectionId::Settlements {
            continue;
        }
        let names = &candidate.feature.names;
        let own = if candidate.feature.text("country") == Some("KG") { &names.ky } else { &names.kk };
        if residents(candidate) >= LARGE_TOWN && own.is_none() {
            let fault = candidate
                .fault("nameless-town", "a place of this size has a name in the language of its country")
                .value("population", residents(candidate).to_string())
                .hint("name or population belong to another place; check them against the source");
            found.push((index, fault));
        }
        if let Some(name) =
            names.ru.as_deref().map(str::to_lowercase).or_else(|| names.en.as_deref().map(folded))
        {
            by_name.entry(name).or_default().push(index);
        }
    }
    for group in by_name.values_mut().filter(|group| group.len() > 1) {
        group.sort_by_key(|index| standing(&candidates[*index]));
        let mut kept: Vec<usize> = Vec::new();
        for index in group.iter().copied() {
            match kept.iter().find(|other| is_same(&candidates[index], &candidates[**other])) {
                Some(other) => found.push((index, same_place(&candidates[index], &candidates[*other]))),
                None => kept.push(index),
            }
        }
    }
    found
}

fn same_place(candidate: &Candidate, other: &Candidate) -> Fault {
    candidate
        .fault("same-place", format!("{} of the same name is near by and better known", other.feature.id))
        .value("name", candidate.feature.names.en.clone().unwrap_or_default())
}

fn residents(candidate: &Candidate) -> f64 {
    candidate.feature.number("population").unwrap_or(0.0)
}

/// The better known comes first: one whose position is more than a whole degree, with more residents, of a higher rank;
/// then by id, so that the choice never wavers.
fn standing(candidate: &Candidate) -> (bool, Reverse<i64>, i64, String) {
    let vague = candidate
        .feature
        .position
        .is_some_and(|position| position.iter().any(|degrees| degrees.fract() == 0.0));
    let rank = candidate.feature.number("rank").unwrap_or(9.0) as i64;
    (vague, Reverse(residents(candidate) as i64), rank, candidate.feature.id.clone())
}

fn is_same(a: &Candidate, b: &Candidate) -> bool {
    let (Some(here), Some(there)) = (a.feature.position, b.feature.position) else { return false };
    let metres = Haversine.distance(Point::new(here[0], here[1]), Point::new(there[0], there[1]));
    let town = residents(a).min(residents(b)) >= TOWN;
    metres < if town { SAME_TOWN_M } else { SAME_VILLAGE_M }
}
