//! A throw-away PostgreSQL for this test binary, and a database of its own for each test that wants one.

use sqlx::{Connection as _, PgConnection};
use std::{
    future::Future,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        LazyLock,
        atomic::{AtomicUsize, Ordering},
    },
};
use terrikon_core::Release;
use terrikon_store::{PostgisStore, postgis};
use tokio::runtime::Runtime;

/// One runtime for all tests, so that they can share stores: connections belong to the runtime that opened them.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

fn folder() -> PathBuf {
    std::env::temp_dir().join(format!("terrikon-store-{}", std::process::id()))
}

/// The URL of the cluster, or why there is none. It goes away with this process.
static CLUSTER: LazyLock<Result<String, String>> = LazyLock::new(|| {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/postgis");
    let started = Command::new(script)
        .arg("start")
        .arg(folder())
        .args(["--fast", "--with-pid", &std::process::id().to_string()])
        .args(["--set", "shared_buffers=512MB", "--set", "max_wal_size=4GB"])
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("scripts/postgis can't be run: {error}"))?;
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if started.status.success() { Ok(said(&started.stdout)) } else { Err(said(&started.stderr)) }
});

/// Runs a test.
pub(crate) fn run<T>(test: impl Future<Output = T>) -> T {
    RUNTIME.block_on(test)
}

fn cluster() -> &'static str {
    CLUSTER.as_deref().unwrap_or_else(|told| panic!("{told}"))
}

/// What the server wrote into its log behind a place.
pub(crate) fn log(behind: usize) -> String {
    let log = std::fs::read(folder().join("log")).unwrap();
    String::from_utf8_lossy(&log[behind..]).into_owned()
}

/// The URL of a new database that holds nothing, not even a schema.
pub(crate) async fn database() -> String {
    static MADE: AtomicUsize = AtomicUsize::new(0);
    let name = format!("made_{}", MADE.fetch_add(1, Ordering::Relaxed));
    let mut connection = PgConnection::connect(cluster()).await.unwrap();
    sqlx::query(&format!("CREATE DATABASE {name}")).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    cluster().replacen("/postgres?", &format!("/{name}?"), 1)
}

/// The URL of a new database that serves a release.
pub(crate) async fn serving(release: &Release) -> String {
    let url = database().await;
    postgis::write(&url, release, true).await.unwrap();
    url
}

/// A store on a database.
pub(crate) async fn open(url: &str) -> PostgisStore {
    let place = postgis::Place { url: url.to_owned(), replica: None, connections: 8 };
    PostgisStore::open(&place).await.unwrap()
}
