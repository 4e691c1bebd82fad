//! Releases made up from a small base: what they hold, where, how often, and that they come out alike.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

#[path = "../../../store/tests/store/fixture.rs"]
mod fixture;
mod honesty;
mod places;
mod properties;
mod same;
mod shares;

use terrikon_core::{CollectionId, Feature, Release};
use terrikon_synth::{Recipe, synth};

/// So many hotspots on the small base.
fn made(hotspots: usize, seed: u64) -> Release {
    synth(&fixture::release(), &Recipe { hotspots, seed }).unwrap()
}

fn hotspots(release: &Release) -> &[Feature] {
    &release.collection(CollectionId::Hotspots).features
}

fn zones(release: &Release) -> &[Feature] {
    &release.collection(CollectionId::Zones).features
}
