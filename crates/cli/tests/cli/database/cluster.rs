//! Throw-away clusters by `scripts/postgis`, and a database for each test in the first of them.

use super::sql::Sql;
use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::{
        LazyLock,
        atomic::{AtomicUsize, Ordering},
    },
};

/// The cluster of all tests that leave the server itself alone. It goes when this process has ended.
static SHARED: LazyLock<Cluster> = LazyLock::new(|| Cluster::start(&[]));

/// Databases are numbered.
static MADE: AtomicUsize = AtomicUsize::new(0);

/// Runs `scripts/postgis`, and fails with its message.
pub(super) fn script(arguments: &[&str]) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/postgis");
    let run = Command::new(script).args(arguments).output().unwrap();
    assert!(run.status.success(), "{arguments:?}: {}", crate::text(&run));
    String::from_utf8(run.stdout).unwrap().trim().to_owned()
}

/// A cluster in a folder of its own.
pub(super) struct Cluster {
    folder: PathBuf,
}

impl Cluster {
    /// Makes one, with further options of `scripts/postgis start`.
    pub(super) fn start(options: &[&str]) -> Self {
        let folder = tempfile::Builder::new().prefix("terrikon-db-").tempdir().unwrap().keep();
        let pid = std::process::id().to_string();
        let cluster = Self { folder };
        script(&[&["start", cluster.folder(), "--with-pid", &pid], options].concat());
        cluster
    }

    pub(super) fn shared() -> &'static Self {
        &SHARED
    }

    fn folder(&self) -> &str {
        self.folder.to_str().unwrap()
    }

    /// A folder for files of tests, which goes with the cluster.
    pub(super) fn files(&self) -> PathBuf {
        let folder = self.folder.join("files");
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    /// A database without anything in it.
    pub(super) fn database(&self) -> Database<'_> {
        let name = format!("test_{}", MADE.fetch_add(1, Ordering::Relaxed));
        Sql::open(&script(&["url", self.folder()])).run(&format!("CREATE DATABASE {name}"));
        Database { cluster: self, url: script(&["url", self.folder(), &name]), name }
    }

    /// Ends all its processes at once, as a crash does.
    pub(super) fn kill(&self) {
        script(&["kill", self.folder()]);
    }

    /// Starts it again.
    pub(super) fn restart(&self) {
        script(&["restart", self.folder()]);
    }

    /// Puts pgbouncer before it, in transaction mode.
    pub(super) fn pgbouncer(&self) {
        script(&["pgbouncer", self.folder()]);
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        script(&["remove", self.folder()]);
    }
}

/// A database of a cluster.
pub(super) struct Database<'a> {
    pub(super) cluster: &'a Cluster,
    pub(super) name: String,
    /// With all rights.
    pub(super) url: String,
}

impl Database<'_> {
    pub(super) fn sql(&self) -> Sql {
        Sql::open(&self.url)
    }

    /// The URL of another role, which needs no password here.
    pub(super) fn url_of(&self, role: &str) -> String {
        self.url.replace("user=postgres", &format!("user={role}"))
    }

    /// The URL through pgbouncer, which stands one port up and keeps no prepared statements.
    pub(super) fn url_of_pgbouncer(&self) -> String {
        self.url.replace("port=5432", "port=5433") + "&statement-cache-capacity=0"
    }
}
