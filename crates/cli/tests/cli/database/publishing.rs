//! Releases are published under load: no request fails, and every answer is wholly of one release.

use super::{
    client::Answer,
    cluster::{Cluster, Database},
    releases::{ONE, OTHER, releases_told},
    server::Serving,
    sql::until,
};
use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

/// How many requests a second, and for how long.
const RATE: u32 = 200;
const SECONDS: u32 = 20;
/// How many connections they come over.
const CLIENTS: u32 = 8;

/// How long a server may take to learn of a publication, with or without being told.
const LEARNS: Duration = Duration::from_secs(10);

/// What is asked for: items, tiles, search and exposure.
fn paths() -> Vec<String> {
    let mut paths: Vec<String> = [
        "/api/collections/hotspots/items?limit=20",
        "/api/collections/zones/items?limit=20&kind=tailings",
        "/api/collections/hotspots/items?limit=5&bbox=70,48,74,51",
        "/api/collections/hotspots/items/synth-0000007",
        "/api/collections/claims/items?limit=10",
        "/api/search?q=karaganda",
        "/api/search?q=synth",
        "/api/exposure?lon=73.1&lat=49.8&radius=3000",
        "/api/hotspots/synth-0000003/exposure",
        "/tiles/hotspots.json",
    ]
    .map(str::to_owned)
    .into();
    paths.extend(
        (0..15).map(|x| {
            format!("/tiles/oblasts,zones,hotspots/8/{}/86", 173 + x % 8) + ["", "?kind=dump"][x / 8]
        }),
    );
    paths
}

/// Two releases, the first of them served.
fn both(database: &Database<'_>) {
    ONE.publish(database);
    OTHER.write(&database.url);
}

/// What is right, by path and release. Without a server that changes meanwhile.
fn right(server: &Serving, database: &Database<'_>) -> HashMap<(String, String), Answer> {
    let mut right = HashMap::new();
    for release in [&OTHER.id, &ONE.id] {
        releases_told(&database.url, &["publish", release]);
        until("the server switches", || server.serves() == *release);
        let mut client = server.client();
        for path in paths() {
            let answer = client.get(&path).unwrap();
            assert!([200, 204].contains(&answer.status), "{path}: {}", answer.text());
            assert_eq!(answer.header("terrikon-release"), *release, "{path}");
            right.insert((path, release.clone()), answer);
        }
    }
    right
}

/// The same, named in the path.
fn of(path: &str, release: &str) -> String {
    format!("{path}{}release={release}", if path.contains('?') { '&' } else { '?' })
}

#[test]
fn two_releases_flip_under_load_and_no_request_fails() {
    let database = Cluster::shared().database();
    both(&database);
    let server = Serving::start_with(&database.url, &["--tile-cache-mb", "1"], "info");
    let right = right(&server, &database);
    let paths = paths();
    for path in &paths {
        let [one, other] = [&ONE.id, &OTHER.id].map(|release| &right[&(path.clone(), release.clone())]);
        assert!(
            one.status == 204
                || path.contains("search?q=kara")
                || path.contains("/exposure?")
                || one.content() != other.content(),
            "{path} is the same in both"
        );
    }
    let started = Instant::now();
    let every = Duration::from_secs(1) / (RATE / CLIENTS);
    let each = RATE / CLIENTS * SECONDS;
    let (mut asked, mut of_release) = (0, HashMap::new());
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|number| {
                let (server, right, paths) = (&server, &right, &paths);
                scope.spawn(move || {
                    let mut client = server.client();
                    let mut heard = HashMap::new();
                    for turn in 0..each {
                        let path = &paths[(turn * CLIENTS + number) as usize % paths.len()];
                        // When its turn comes; at once, where the machine lags behind.
                        std::thread::sleep(
                            (started + every * turn).saturating_duration_since(Instant::now()),
                        );
                        // Some name the release, as the tiles of a page that is open do.
                        let named = [None, Some(&ONE.id), Some(&OTHER.id)][turn as usize / 7 % 3]
                            .filter(|_| path.contains("/tiles/") && !path.contains(".json"));
                        let answer = match named {
                            Some(release) => client.get(&of(path, release)),
                            None => client.get(path),
                        };
                        let answer = answer.unwrap_or_else(|error| panic!("{path}: {error}"));
                        let release = answer.header("terrikon-release");
                        assert!(
                            named.is_none_or(|named| *named == release),
                            "{path} of {named:?}: {answer:?}"
                        );
                        let right = right.get(&(path.clone(), release.clone()));
                        let right = right.unwrap_or_else(|| panic!("{path}: {}", answer.text()));
                        assert_eq!(answer.status, right.status, "{path}: {}", answer.text());
                        assert!(
                            answer.content() == right.content(),
                            "{path} of {release}: {}",
                            answer.text()
                        );
                        assert_eq!(answer.header("etag"), right.header("etag"), "{path}");
                        if named.is_none() {
                            *heard.entry(release).or_insert(0) += 1;
                        }
                    }
                    heard
                })
            })
            .collect();
        let mut flips = 0;
        while !clients.iter().all(std::thread::ScopedJoinHandle::is_finished) {
            if started.elapsed() >= Duration::from_secs(2) * flips {
                let release = [&OTHER.id, &ONE.id][flips as usize % 2];
                releases_told(&database.url, &["publish", release]);
                flips += 1;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        for client in clients {
            for (release, count) in client.join().unwrap() {
                asked += count;
                *of_release.entry(release).or_insert(0) += count;
            }
        }
    });
    assert!(
        [&ONE.id, &OTHER.id].iter().all(|id| of_release.get(*id).is_some_and(|count| *count > asked / 10)),
        "{of_release:?}"
    );
    eprintln!(
        "{} requests in {:?}; those that name no release: {of_release:?}",
        RATE * SECONDS,
        started.elapsed()
    );
}

#[test]
fn a_server_that_is_not_told_looks_for_itself() {
    let database = Cluster::shared().database();
    both(&database);
    let server = Serving::start(&database.url);
    assert_eq!(server.serves(), ONE.id);
    let mut sql = database.sql();
    let listens = "FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'";
    until("it listens", || sql.one(&format!("SELECT count(*)::text {listens}")) == "1");

    // Told by nobody: the notice is of another channel, and the current release changes without one.
    sql.run(&format!(
        "UPDATE terrikon.current SET release = (SELECT serial FROM terrikon.releases WHERE id = '{}')",
        OTHER.id
    ));
    let changed = Instant::now();
    until("it looks", || server.serves() == OTHER.id);
    assert!(changed.elapsed() < LEARNS, "{:?}", changed.elapsed());

    // Who listens is cut off: it goes on looking, and listens again.
    sql.run(&format!("SELECT pg_terminate_backend(pid) {listens}"));
    releases_told(&database.url, &["publish", &ONE.id]);
    let changed = Instant::now();
    until("it looks, or listens again", || server.serves() == ONE.id);
    assert!(changed.elapsed() < LEARNS, "{:?}", changed.elapsed());
    until("it listens again", || sql.one(&format!("SELECT count(*)::text {listens}")) == "1");
}

/// A release may be removed and written again. It has the same name then, and stands elsewhere.
#[test]
fn a_release_that_was_removed_and_written_again_is_found() {
    let database = Cluster::shared().database();
    both(&database);
    let server = Serving::start(&database.url);
    let path = of("/api/collections/hotspots/items?limit=3", &OTHER.id);
    let before = server.get(&path);
    assert_eq!(before.status, 200);
    database.sql().run(&format!("SELECT terrikon.drop_release('{}')", OTHER.id));
    until("it is gone", || server.get(&path).status == 404);
    OTHER.write(&database.url);
    let written = Instant::now();
    until("it is there again", || server.get(&path).content() == before.content());
    assert!(written.elapsed() < LEARNS, "{:?}", written.elapsed());
}
