//! The database is killed under load and comes back: nothing wrong is said meanwhile, and no server is restarted.

use super::{client::Answer, cluster::Cluster, releases::LARGE, server::Serving, sql::until};
use std::{
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// How long a server may take to find a database that is back.
const RECOVERY: Duration = Duration::from_secs(15);

/// Between two requests of a client, so that what was heard can be judged in a reasonable time.
const PAUSE: Duration = Duration::from_millis(10);

/// A tile of a zoom at which Kazakhstan has some thousands.
fn tile(number: usize) -> String {
    format!("/tiles/oblasts,zones,hotspots/10/{}/{}", 654 + number % 100, 335 + number / 100 % 40)
}

fn page(number: usize) -> String {
    format!("/api/collections/hotspots/items?limit={}", 1 + number % 50)
}

/// What was asked for and came back.
type Heard = Mutex<Vec<(String, Answer)>>;

/// That an answer is the right one, or a problem that says when to ask again.
fn right_or_later(path: &str, answer: &Answer, right: &Answer) -> bool {
    if answer.status == right.status {
        assert!(answer.content() == right.content(), "{path} is wrong: {}", answer.text());
        return true;
    }
    assert!([503, 504].contains(&answer.status), "{path}: {answer:?}");
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert!(answer.header("retry-after").parse::<u32>().is_ok(), "{path}: {answer:?}");
    assert_eq!(answer.header("cache-control"), "no-store");
    false
}

#[test]
fn a_database_that_is_killed_and_comes_back_costs_no_restart_and_no_wrong_answer() {
    let cluster = Cluster::start(&[]);
    let database = cluster.database();
    LARGE.publish(&database);
    let server = Serving::start(&database.url);
    let cached: Vec<String> = (0..40).map(tile).collect();
    let before: Vec<Answer> = cached.iter().map(|path| server.get(path)).collect();
    assert!(before.iter().any(|answer| answer.status == 200), "all tiles are empty");
    let (ready, heard, ended) = (Mutex::new(Vec::new()), Heard::default(), AtomicBool::new(false));
    let load = |number: usize, path: &(dyn Fn(usize) -> String + Sync)| {
        let mut client = server.client();
        let mut at = number;
        while !ended.load(Ordering::Relaxed) {
            let path = path(at);
            let answer = client.get(&path).unwrap();
            heard.lock().unwrap().push((path, answer));
            at += 2;
            std::thread::sleep(PAUSE);
        }
    };
    let (mut down, mut back) = (Duration::ZERO, Duration::ZERO);
    std::thread::scope(|scope| {
        // Whatever happens, the others end.
        struct End<'a>(&'a AtomicBool);
        impl Drop for End<'_> {
            fn drop(&mut self) {
                self.0.store(true, Ordering::Relaxed);
            }
        }
        let _end = End(&ended);
        scope.spawn(|| {
            let mut client = server.client();
            while !ended.load(Ordering::Relaxed) {
                let status = client.get("/health/ready").unwrap().status;
                ready.lock().unwrap().push(status);
            }
        });
        for number in [0, 1] {
            scope.spawn(move || load(number, &page));
            // Those that were asked before, and from the 40th on those never asked.
            scope.spawn(move || load(number, &|at| tile(at % 40)));
            scope.spawn(move || load(number, &|at| tile(40 + at % 4000)));
        }
        let last = |status: u16| ready.lock().unwrap().last() == Some(&status);
        until("ready", || last(200));
        until("answers", || heard.lock().unwrap().len() > 100);
        let killed = Instant::now();
        cluster.kill();
        until("not ready", || last(503));
        down = killed.elapsed();
        // Those that can't be answered are turned away at once, or they would take all turns.
        let put_off = || heard.lock().unwrap().iter().filter(|(_, answer)| answer.status == 503).count();
        until("many are turned away", || put_off() > 300);
        for (path, right) in cached.iter().zip(&before) {
            let answer = server.get(path);
            assert!(
                (answer.status, answer.content()) == (right.status, right.content()),
                "{path}: {answer:?}"
            );
        }
        cluster.restart();
        let restarted = Instant::now();
        until("ready again", || last(200));
        back = restarted.elapsed();
        let so_far = heard.lock().unwrap().len();
        until("answers again", || heard.lock().unwrap().len() > so_far + 200);
    });
    assert!(down < RECOVERY && back < RECOVERY, "{down:?} to say so, {back:?} to be back");

    // Another server, which knows nothing of what happened, says what is right.
    let judge = Serving::start(&database.url);
    let mut client = judge.client();
    let mut right = std::collections::HashMap::new();
    let (mut good, mut later) = (0, 0);
    for (path, answer) in heard.into_inner().unwrap() {
        let right = right.entry(path.clone()).or_insert_with(|| client.get(&path).unwrap());
        if right_or_later(&path, &answer, right) {
            good += 1;
        } else {
            assert!(!cached.contains(&path), "{path} was at hand");
            later += 1;
        }
    }
    assert!(good > 300 && later > 0, "{good} right, {later} put off");
    eprintln!(
        "not ready after {down:?}, ready {back:?} after the restart, {good} right answers, {later} put off"
    );
}
