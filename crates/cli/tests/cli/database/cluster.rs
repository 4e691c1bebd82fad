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

fn program() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/postgis")
}

/// Runs `scripts/postgis`, and fails with its message.
fn script(arguments: &[&str]) -> String {
    let run = Command::new(program()).args(arguments).output().unwrap();
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

    /// Makes one that sees a small disk in [`Self::small_disk`], of a size that `mount` takes. The disk is a tmpfs in a mount
    /// namespace of its own and goes with the cluster's processes. Who is not root is root of a user namespace for the mount.
    pub(super) fn on_small_disk(size: &str) -> Self {
        let folder = tempfile::Builder::new().prefix("terrikon-db-").tempdir().unwrap().keep();
        let cluster = Self { folder };
        let disk = cluster.small_disk();
        std::fs::create_dir(&disk).unwrap();
        let script = r#"
            mount -t tmpfs -o size="$1",mode=0777 none "$2"
            if [ "$3" = 0 ]; then chown postgres: "$2"; shift 4; exec "$@"; fi
            shift 2
            user=$1 group=$2
            shift 2
            exec unshare --user --map-user="$user" --map-group="$group" "$@"
        "#;
        let id = |flag: &str| {
            let run = Command::new("id").arg(flag).output().unwrap();
            String::from_utf8(run.stdout).unwrap().trim().to_owned()
        };
        let mut command = Command::new("unshare");
        if id("-u") != "0" {
            command.args(["--user", "--map-root-user"]);
        }
        command.args(["--mount", "sh", "-euc", script, "sh", size]).arg(&disk).args([id("-u"), id("-g")]);
        let pid = std::process::id().to_string();
        command.arg(program()).args(["start", cluster.folder(), "--with-pid", &pid]);
        let run = command.output().unwrap();
        assert!(run.status.success(), "{}", crate::text(&run));
        cluster
    }

    /// The folder of the small disk, beside that of the cluster.
    pub(super) fn small_disk(&self) -> PathBuf {
        self.folder.with_extension("disk")
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

    /// A copy that follows this one and can only be read.
    pub(super) fn replica(&self) -> Self {
        let folder = tempfile::Builder::new().prefix("terrikon-db-").tempdir().unwrap().path().to_owned();
        let copy = Self { folder };
        script(&["replica", self.folder(), copy.folder(), "--with-pid", &std::process::id().to_string()]);
        copy
    }

    /// The URL of a database that was made elsewhere.
    pub(super) fn url(&self, database: &Database<'_>) -> String {
        script(&["url", self.folder(), &database.name])
    }

    /// Puts pgbouncer before it, in transaction mode.
    fn pgbouncer(&self) {
        script(&["pgbouncer", self.folder()]);
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        script(&["remove", self.folder()]);
        // There is none beside most.
        let _ = std::fs::remove_dir(self.small_disk());
    }
}

/// A database of a cluster.
pub(super) struct Database<'a> {
    cluster: &'a Cluster,
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

    /// The URL through pgbouncer, which is started for it, stands one port up and keeps no prepared statements.
    pub(super) fn url_of_pgbouncer(&self) -> String {
        self.cluster.pgbouncer();
        self.url.replace("port=5432", "port=5433") + "&statement-cache-capacity=0"
    }
}
