//! A store that can't answer: what clients and operators are told, and what tiles cost.

use crate::{
    server::{get_from, release},
    stores::{Failing, Fault, TwoReleases, older},
};
use axum::Router;
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use terrikon_http::{AppState, app};

/// A server over a store that fails, with a tile cache of so many bytes, and how many tiles it drew.
fn failing(fault: Fault, tile_cache: u64) -> (Router, Arc<AtomicUsize>) {
    let store = Failing::new(fault);
    let drawn = Arc::clone(&store.drawn);
    (app(AppState::new(Arc::new(store)).with_tile_cache(tile_cache)), drawn)
}

/// Addresses that read more than the small facts of a release.
const READING: [&str; 7] = [
    "/api/collections/hotspots/items",
    "/api/collections/hotspots/items/kz-temirtau-air",
    "/api/collections/claims/items",
    "/api/search?q=temirtau",
    "/api/exposure?lon=73&lat=50",
    "/api/hotspots/kz-temirtau-air/downstream",
    "/tiles/hotspots/4/11/5",
];

#[tokio::test]
async fn a_store_without_a_release_says_so_in_every_language() {
    let (server, _) = failing(Fault::Empty, 0);
    for address in READING.iter().copied().chain(["/api", "/style.json", "/tiles/hotspots.json"]) {
        let answer = get_from(&server, address).await;
        assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (503, "2"), "{address}");
        assert_eq!(answer.problem()["type"], "/problems/unavailable");
    }
    let mut told = Vec::new();
    for lang in ["en", "ru", "kk", "ky"] {
        let problem = get_from(&server, &format!("{}?lang={lang}", READING[0])).await.problem();
        assert!(problem["hint"].as_str().unwrap().contains("terrikon ingest"), "{problem}");
        told.push(problem["detail"].as_str().unwrap().to_owned());
    }
    assert_eq!(told[0], "No release is published here yet.");
    told.dedup();
    assert_eq!(told.len(), 4, "each language has its own text");
    assert_eq!(get_from(&server, "/").await.status, 200, "the page comes and tells it itself");
}

#[tokio::test]
async fn a_release_that_is_removed_while_it_is_read_is_not_there() {
    let (server, _) = failing(Fault::Gone, 0);
    let kept_no_more = older().id.to_string();
    for address in READING {
        let answer = get_from(&server, address).await;
        assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (404, ""), "{address}");
        let problem = answer.problem();
        assert_eq!(problem["type"], "/problems/unknown-release");
        assert!(problem["detail"].as_str().unwrap().contains(&release()), "{problem}");
        assert!(problem["hint"].is_string());
        let mark = if address.contains('?') { '&' } else { '?' };
        let answer = get_from(&server, &format!("{address}{mark}release={kept_no_more}")).await;
        assert_eq!(answer.status, 404, "{address}");
        assert!(answer.problem()["detail"].as_str().unwrap().contains(&kept_no_more));
    }
}

#[tokio::test]
async fn a_busy_store_asks_for_another_attempt() {
    let (server, _) = failing(Fault::Busy, 0);
    for address in READING {
        let answer = get_from(&server, address).await;
        assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (503, "2"), "{address}");
        assert_eq!(answer.problem()["type"], "/problems/overloaded");
        assert_eq!(answer.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn only_a_store_that_answers_and_has_a_release_is_ready() {
    for (fault, ready) in [(Fault::None, 200), (Fault::Gone, 200), (Fault::Empty, 503), (Fault::Busy, 503)] {
        let (server, _) = failing(fault, 0);
        let answer = get_from(&server, "/health/ready").await;
        assert_eq!(answer.status, ready, "{fault:?}");
        assert_eq!(answer.header("retry-after"), if ready == 503 { "2" } else { "" });
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(get_from(&server, "/health/live").await.status, 200, "{fault:?}: the process runs");
    }
}

#[tokio::test]
async fn a_store_that_is_silent_is_not_ready() {
    let (server, _) = failing(Fault::Silent, 0);
    let answer = tokio::time::timeout(Duration::from_secs(60), get_from(&server, "/health/ready")).await;
    let answer = answer.expect("a watcher gets an answer whatever the store does");
    assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (503, "2"));
    answer.problem();
}

#[tokio::test]
async fn a_tile_is_drawn_once_or_each_time_as_the_budget_says() {
    const TILE: &str = "/tiles/hotspots/4/11/5";
    for (budget, times) in [(1 << 20, 1), (0, 3)] {
        let (server, drawn) = failing(Fault::None, budget);
        let mut bodies = Vec::new();
        for _ in 0..3 {
            let answer = get_from(&server, TILE).await;
            assert_eq!(answer.status, 200);
            bodies.push(answer.body);
        }
        assert_eq!(drawn.load(Ordering::Relaxed), times, "of {budget} bytes");
        bodies.dedup();
        assert_eq!(bodies.len(), 1);
    }
}

#[tokio::test]
async fn one_cache_keeps_the_tiles_of_releases_apart() {
    const TILE: &str = "/tiles/hotspots/4/11/5";
    let server = app(AppState::new(Arc::new(TwoReleases::new())));
    let old = format!("{TILE}?release={}", older().id);
    let (first, before) = (get_from(&server, TILE).await, get_from(&server, &old).await);
    assert_ne!(first.body, before.body);
    // Now from the cache, in the other order.
    assert_eq!(get_from(&server, &old).await.body, before.body);
    let again = get_from(&server, TILE).await;
    assert_eq!((again.body, again.headers.get("etag")), (first.body, first.headers.get("etag")));
}
