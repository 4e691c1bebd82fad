//! How often what is met, within what chance allows of so many.

use crate::{hotspots, made};
use std::collections::{BTreeMap, BTreeSet};
use terrikon_core::{Feature, Kind, PositionKind, Status, Trust, Validity};

const COUNT: usize = 20_000;

fn counts(features: &[Feature], field: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for feature in features {
        *counts.entry(feature.text(field).unwrap_or_default().to_owned()).or_default() += 1;
    }
    counts
}

/// Whether a count is the share told, give or take five standard deviations.
fn assert_share(count: usize, share: f64, what: &str) {
    let expected = COUNT as f64 * share;
    let deviation = (expected * (1.0 - share)).sqrt();
    assert!((count as f64 - expected).abs() < 5.0 * deviation, "{what}: {count}, not about {expected}");
}

#[test]
fn kinds_statuses_and_trust_have_their_shares() {
    let made = made(COUNT, 11);
    let kinds = counts(hotspots(&made), "kind");
    assert_eq!(kinds.len(), Kind::ALL.len(), "{kinds:?}");
    // Of the kinds of each origin, by how much lies there.
    assert_share(kinds["dump"], 0.8 * 0.48 + 0.1 * 0.2 + 0.1 * 0.35, "dumps");
    assert_share(kinds["river"], 0.8 * 0.05 + 0.1 * 0.6, "rivers");
    let statuses = counts(hotspots(&made), "status");
    assert_eq!(statuses.len(), Status::ALL.len(), "{statuses:?}");
    assert_share(statuses["active"], 0.5, "active");
    let trusts = counts(hotspots(&made), "trust");
    assert_eq!(trusts.len(), Trust::ALL.len(), "{trusts:?}");
    assert_share(trusts["unverified"], 0.12, "unverified");
}

#[test]
fn most_positions_are_not_those_of_the_site() {
    let made = made(COUNT, 11);
    let kinds = counts(hotspots(&made), "position_kind");
    assert_eq!(kinds.len(), PositionKind::ALL.len(), "{kinds:?}");
    // 98 % of points that are not surveyed for a ring, of which 2 % are outlines.
    assert_share(kinds["town_centroid"], 0.98 * 0.98 * 0.4, "at the centre of a town");
    assert_share(kinds["site"], 0.02 + 0.98 * 0.98 * 0.3, "at the site");
    for hotspot in hotspots(&made) {
        let accuracy = hotspot.number("position_accuracy_m").unwrap();
        let is_centre = hotspot.text("position_kind").unwrap().ends_with("centroid");
        assert_eq!(is_centre, accuracy >= 3_000.0 && hotspot.text("position_kind") != Some("digitised"));
    }
}

#[test]
fn half_are_claimed_and_a_few_are_dated() {
    let made = made(COUNT, 11);
    assert_share(made.claims.len(), 0.5, "claims");
    let dated: Vec<Validity> = hotspots(&made)
        .iter()
        .map(|hotspot| hotspot.validity)
        .filter(|validity| *validity != Validity::ALWAYS)
        .collect();
    assert_share(dated.len(), 0.02, "dated");
    let days: BTreeSet<_> =
        dated.iter().flat_map(|validity| [validity.valid_from, validity.valid_to]).flatten().collect();
    assert_eq!(days.len(), 6, "{days:?}");
    for Validity { valid_from, valid_to } in &dated {
        assert!(valid_from.is_none() || valid_to.is_none() || valid_from < valid_to);
    }
    assert!(dated.iter().any(|validity| validity.valid_from.is_some() && validity.valid_to.is_some()));
}
