//! The ingest is killed at any moment of its run: nothing happened, and the next one does its work.

use super::{
    cluster::{Cluster, Database},
    intact::{fingerprint, only_these_are_kept},
    releases::{LARGE, ONE, releases_told},
    server::Serving,
    sql::{Sql, until},
};
use rand_pcg::{Pcg32, rand_core::Rng as _};
use std::{
    process::{Child, Stdio},
    time::{Duration, Instant},
};

const ITEMS: &str = "/api/collections/hotspots/items?limit=300";
const TILE: &str = "/tiles/oblasts,zones,hotspots/7/90/43";

/// When it is killed.
#[derive(Debug, Clone, Copy)]
enum Moment {
    /// Some while after its start.
    After,
    /// Some while after it began a statement.
    In(&'static str),
}

impl Moment {
    /// How long is waited at most, in milliseconds.
    fn longest(self) -> u32 {
        match self {
            Self::After => 1500,
            Self::In(statement) if statement.starts_with("COPY") => 60,
            Self::In(_) => 250,
        }
    }
}

const MOMENTS: [Moment; 10] = [
    Moment::After,
    Moment::In("begin_release"),
    Moment::In("COPY terrikon_staging.settlements"),
    Moment::In("COPY terrikon_staging.generalised"),
    Moment::In("COPY terrikon_staging.drawn"),
    Moment::In("COPY terrikon_staging.drawn"),
    Moment::In("finish_release"),
    Moment::In("finish_release"),
    Moment::In("SELECT"),
    Moment::After,
];

/// Starts an ingest and kills it then; says what the database was at. `None` where it was done before.
fn kill_at(database: &Database<'_>, sql: &mut Sql, moment: Moment, wait: Duration) -> Option<String> {
    let mut ingest: Child =
        LARGE.ingest(&database.url).arg("--publish").stderr(Stdio::null()).spawn().unwrap();
    let done = |ingest: &mut Child| ingest.try_wait().unwrap().is_some();
    if let Moment::In(statement) = moment {
        until(statement, || {
            sql.writing().is_some_and(|at| at.starts_with(statement) || at.contains(&format!(".{statement}")))
                || done(&mut ingest)
        });
    }
    let since = Instant::now();
    until("the moment", || since.elapsed() >= wait || done(&mut ingest));
    let at = sql.writing().unwrap_or_default();
    if done(&mut ingest) {
        return None;
    }
    // SIGKILL: it can't clear up.
    ingest.kill().unwrap();
    ingest.wait().unwrap();
    Some(at)
}

#[test]
fn an_ingest_that_is_killed_at_any_moment_leaves_nothing_behind() {
    let database = Cluster::shared().database();
    ONE.publish(&database);
    // Without a cache of tiles, so that each is asked of the database.
    let server = Serving::start_with(&database.url, &["--tile-cache-mb", "0"], "info");
    let answers = || {
        [ITEMS, TILE].map(|path| server.get(path)).map(|answer| (answer.status, answer.content().to_vec()))
    };
    let kept = || (answers(), fingerprint(&database), releases_told(&database.url, &["list"]));
    let mut before = kept();
    assert!(before.0.iter().all(|(status, body)| *status == 200 && body.len() > 1000), "nothing is served");

    let mut sql = database.sql();
    let mut random = Pcg32::new(4, 5);
    let mut at = Vec::new();
    for moment in MOMENTS {
        let mut wait = Duration::from_millis(u64::from(random.next_u32() % moment.longest()));
        let stood = loop {
            match kill_at(&database, &mut sql, moment, wait) {
                Some(stood) => break stood,
                // A fast machine was done before: the same again, sooner.
                None => {
                    releases_told(&database.url, &["rollback"]);
                    sql.run(&format!("SELECT terrikon.drop_release('{}')", LARGE.id));
                    until("the server switches back", || server.serves() == ONE.id);
                    before = kept();
                    wait /= 2;
                }
            }
        };
        at.push(format!("{moment:?}: {stood}"));
        only_these_are_kept(&database, &[&ONE.id]);
        assert!(kept() == before, "something else is kept or served after {at:?}");
    }
    let many = |what: &str| at.iter().filter(|at| at.split_once(": ").unwrap().1.contains(what)).count();
    assert!(many("COPY") >= 2 && many("finish_release") >= 2, "not spread over its work: {at:#?}");

    LARGE.publish(&database);
    only_these_are_kept(&database, &[&ONE.id, &LARGE.id]);
    until("the server switches", || server.serves() == LARGE.id);
}
