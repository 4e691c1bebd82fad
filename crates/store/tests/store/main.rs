//! What every store must answer, and the stores that are held to it.

#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test may fail by panicking, and says what it measured"
)]

mod both;
mod bound;
mod chance;
mod cluster;
mod composed;
mod contract;
mod cql;
#[expect(dead_code, reason = "tests of tiles ask it for more")]
#[path = "../../../tiles/tests/tiles/decoded.rs"]
mod decoded;
mod fixture;
mod observed;
mod plans;
mod population;
mod refused;
mod schema;
mod walks;

use std::sync::Arc;
use terrikon_store::{EmbeddedStore, Store as _, embedded::gpkg};

#[tokio::test]
async fn the_embedded_store_keeps_the_contract() {
    contract::run(&EmbeddedStore::new(fixture::release())).await;
}

#[tokio::test]
async fn so_it_does_when_read_from_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("release.gpkg");
    gpkg::write(&path, &fixture::release()).unwrap();
    contract::run(&EmbeddedStore::open(&path).unwrap()).await;
}

#[test]
fn the_store_in_a_database_keeps_the_contract() {
    cluster::run(async {
        let url = cluster::serving(&fixture::release()).await;
        contract::run(&cluster::open(&url).await).await;
    });
}

#[tokio::test]
async fn who_reads_a_release_keeps_it_when_another_is_published() {
    let store = EmbeddedStore::new(fixture::release());
    let before = store.current().await.unwrap();
    store.publish(terrikon_core::Release::new(vec![], vec![], vec![], vec![], vec![]));
    let after = store.current().await.unwrap();
    assert_ne!(before.release(), after.release());
    let kept = before.item(terrikon_core::CollectionId::Hotspots, "kz-temirtau-air").await.unwrap();
    assert!(kept.is_some());
    assert!(store.release(before.release()).await.unwrap().is_none(), "a file holds one release");
    assert!(Arc::strong_count(&before) == 1, "nothing else holds the old release");
}
