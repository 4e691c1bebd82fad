//! The same recipe gives the same release, and a smaller one the first of it.

use crate::{fixture, hotspots, made, zones};
use terrikon_core::{Collection, CollectionId, Feature, Release};
use terrikon_store::embedded::gpkg;
use terrikon_synth::{MAX_HOTSPOTS, Recipe, SynthError, synth};

#[test]
fn the_same_recipe_gives_the_same_release() {
    let (one, again) = (made(3_000, 7), made(3_000, 7));
    assert_eq!(one, again);
    assert_ne!(one.id, made(3_000, 8).id);
    // Another machine must come to this, too. It changes when what is made up is meant to change, and with the fixture.
    assert_eq!(hotspots(&one)[122].position, Some([73.084557, 49.79123]));
}

#[test]
fn a_smaller_release_holds_the_first_of_a_larger_one() {
    let (small, large) = (made(333, 7), made(1_000, 7));
    assert_eq!(hotspots(&small), &hotspots(&large)[..333]);
    assert_eq!(zones(&small), &zones(&large)[..zones(&small).len()]);
    assert_eq!(small.claims, large.claims[..small.claims.len()]);
    assert!(large.claims[small.claims.len()].subject.as_str() > "synth-0000333");
}

#[test]
fn all_else_is_as_it_was() {
    let (base, made) = (fixture::release(), made(100, 1));
    for id in CollectionId::ALL {
        let is_replaced = matches!(id, CollectionId::Hotspots | CollectionId::Zones);
        assert_eq!(made.collection(id) == base.collection(id), !is_replaced, "{id}");
    }
    assert_eq!((made.population, made.generalised), (base.population, base.generalised));
    let kept: Vec<_> = made.sources.into_iter().filter(|source| source.id != "synth").collect();
    assert_eq!(kept, base.sources);
}

#[test]
fn what_tells_of_hotspots_that_are_gone_is_gone_too() {
    let mut base = fixture::release();
    for id in CollectionId::ALL.into_iter().filter(|id| id.is_observation()) {
        let feature = Feature { id: "one".to_owned(), ..Feature::default() };
        base.collections.retain(|collection| collection.id != id);
        base.collections.push(Collection::new(id, vec![feature]));
    }
    let made = synth(&base, &Recipe { hotspots: 10, seed: 7 }).unwrap();
    for (id, kept) in
        [(CollectionId::Measurements, 0), (CollectionId::Projects, 0), (CollectionId::Indicators, 1)]
    {
        assert_eq!(made.collection(id).features.len(), kept, "{id}");
    }
}

#[test]
fn a_made_up_release_is_a_base_like_any_other() {
    let twice = synth(&made(500, 3), &Recipe { hotspots: 200, seed: 7 }).unwrap();
    assert_eq!(twice, made(200, 7), "its hotspots, claims and source are replaced, not added to");
}

#[test]
fn its_file_gives_it_back() {
    let made = made(2_000, 7);
    let dated = hotspots(&made).iter().filter(|hotspot| hotspot.validity != terrikon_core::Validity::ALWAYS);
    assert!(dated.count() > 10);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("synth.gpkg");
    gpkg::write(&path, &made).unwrap();
    assert_eq!(gpkg::read(&path).unwrap(), made);
}

#[test]
fn none_is_none_and_too_many_are_refused() {
    let none = made(0, 7);
    assert!(hotspots(&none).is_empty() && zones(&none).is_empty() && none.claims.is_empty());
    let too_many = synth(&fixture::release(), &Recipe { hotspots: MAX_HOTSPOTS + 1, seed: 7 });
    assert!(matches!(too_many, Err(SynthError::TooMany(5_000_001))));
}

#[test]
fn without_an_area_there_is_nowhere() {
    let empty = Release::new(vec![], vec![], vec![], vec![], vec![]);
    assert!(matches!(synth(&empty, &Recipe { hotspots: 1, seed: 7 }), Err(SynthError::NoArea)));
}
