//! What a database refuses to keep: it is said which table and why, and nothing is kept.

use super::{
    cluster::{Cluster, Database},
    intact::{fingerprint, only_these_are_kept},
    releases::{LARGE, ONE, OTHER, Prepared, base},
};
use crate::text;
use terrikon_core::{CollectionId, Release};

/// A release that is not as it should be.
fn spoilt(name: &str, spoil: impl FnOnce(&mut Release)) -> Prepared {
    let mut release = base();
    spoil(&mut release);
    let Release { collections, claims, sources, generalised, population, .. } = release;
    Prepared::of(name, &Release::new(collections, claims, sources, generalised, population))
}

/// That writing it fails with these words, nothing changes, and the next release is written.
fn is_refused(database: &Database<'_>, release: &Prepared, words: &[&str]) {
    ONE.publish(database);
    let before = fingerprint(database);
    let run = release.ingest(&database.url).arg("--publish").output().unwrap();
    let told = text(&run);
    assert!(!run.status.success(), "{told}");
    for word in words.iter().chain(&["nothing was written"]) {
        assert!(told.contains(word), "{word} is not in: {told}");
    }
    assert_eq!(fingerprint(database), before);
    only_these_are_kept(database, &[&ONE.id]);
    OTHER.publish(database);
    only_these_are_kept(database, &[&ONE.id, &OTHER.id]);
}

#[test]
fn people_that_are_fewer_than_the_fewest() {
    let release = spoilt("people", |release| {
        let zones = release.collections.iter_mut().find(|all| all.id == CollectionId::Zones).unwrap();
        for (name, people) in [("people_low", 500.0), ("people", 100.0), ("people_high", 900.0)] {
            zones.features[0].properties.insert(name.to_owned(), people.into());
        }
    });
    is_refused(
        &Cluster::shared().database(),
        &release,
        &["writing zones", "zones", "violates check constraint", "people_low_to_people_high", "line 1"],
    );
}

#[test]
fn a_text_that_no_database_takes() {
    let release = spoilt("nul", |release| release.claims[0].note = "before\0after".to_owned());
    is_refused(
        &Cluster::shared().database(),
        &release,
        &["writing claims", "invalid byte sequence", "line 1"],
    );
}

#[test]
fn a_source_that_is_not_there() {
    let release = spoilt("source", |release| release.claims[0].source = "nobody".to_owned());
    is_refused(
        &Cluster::shared().database(),
        &release,
        &["checking and indexing", "source)", "nobody", "claims"],
    );
}

/// Tables of this database lie on a disk that is full soon: a tmpfs in a mount namespace of the cluster's own, which goes with it.
#[test]
fn a_disk_that_is_full() {
    let cluster = Cluster::on_small_disk("12m");
    let database = cluster.database();
    ONE.publish(&database);
    let disk = cluster.small_disk();
    database.sql().run(&format!("CREATE TABLESPACE small LOCATION '{}'", disk.display()));
    database.sql().run(&format!("ALTER DATABASE {} SET default_tablespace = 'small'", database.name));
    is_refused(&database, &LARGE, &["No space left on device", "Check free disk space", "writing "]);
}
