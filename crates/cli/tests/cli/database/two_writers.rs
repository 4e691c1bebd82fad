//! Two ingests at once: one after the other, or one gives way with a message.

use super::{
    cluster::{Cluster, Database},
    intact::only_these_are_kept,
    releases::{LARGE, ONE, OTHER, Prepared},
};
use crate::text;
use std::process::{Output, Stdio};

/// Writes both at the same time.
fn at_once(database: &Database<'_>, releases: [&Prepared; 2]) -> [Output; 2] {
    // Each prepares itself when it is first asked for: before, so that both start together.
    let started = releases.map(|release| {
        let mut command = release.ingest(&database.url);
        command.stderr(Stdio::piped()).stdout(Stdio::piped());
        (release, command)
    });
    let running = started.map(|(_, mut command)| command.spawn().unwrap());
    running.map(|ingest| ingest.wait_with_output().unwrap())
}

/// The database is empty: both bring its schema up to date, too.
#[test]
fn two_different_releases_are_written_one_after_the_other_or_one_gives_way() {
    let database = Cluster::shared().database();
    let both = [&*LARGE, &*ONE];
    let runs = at_once(&database, both);
    let mut kept = Vec::new();
    for (run, release) in runs.iter().zip(both) {
        let told = text(run);
        if run.status.success() {
            assert!(told.contains(&format!("wrote release {}", release.id)), "{told}");
            kept.push(&*release.id);
        } else {
            assert!(
                told.contains("another release is being written") && told.contains("nothing was written"),
                "{told}"
            );
        }
    }
    assert!(!kept.is_empty());
    only_these_are_kept(&database, &kept);
}

#[test]
fn two_of_the_same_release_write_it_once() {
    let database = Cluster::shared().database();
    let runs = at_once(&database, [&OTHER, &OTHER]);
    let told = runs.map(|run| {
        assert!(run.status.success(), "{}", text(&run));
        text(&run)
    });
    let wrote = told.iter().filter(|told| told.contains("wrote release")).count();
    let there = told.iter().filter(|told| told.contains("is in the database already")).count();
    assert_eq!((wrote, there), (1, 1), "{told:?}");
    only_these_are_kept(&database, &[&OTHER.id]);
}

/// Whoever waits too long is told why. The lock is that of a writer that does not come to an end.
#[test]
fn a_writer_that_waits_in_vain_says_why() {
    let database = Cluster::shared().database();
    ONE.publish(&database);
    let mut slow = database.sql();
    slow.run("BEGIN; SELECT terrikon.lock_writing()");
    let run = OTHER.ingest(&database.url).output().unwrap();
    let told = text(&run);
    assert!(!run.status.success(), "{told}");
    for part in ["another release is being written", "Wait until it is done", "nothing was written"] {
        assert!(told.contains(part), "{told}");
    }
    slow.run("ROLLBACK");
    OTHER.publish(&database);
    only_these_are_kept(&database, &[&ONE.id, &OTHER.id]);
}
