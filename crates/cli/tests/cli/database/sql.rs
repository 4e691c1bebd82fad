//! A look past the binary, and what an operator may do by hand.

use sqlx::{Connection as _, PgConnection};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// How long anything is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// Waits until something holds.
pub(super) fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let started = Instant::now();
    while !holds() {
        assert!(started.elapsed() < PATIENCE, "{what}: not within {PATIENCE:?}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// A connection.
pub(super) struct Sql {
    runtime: Runtime,
    connection: PgConnection,
}

impl Sql {
    pub(super) fn open(url: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let connection = runtime.block_on(PgConnection::connect(url)).unwrap();
        Self { runtime, connection }
    }

    /// Runs statements that must succeed.
    pub(super) fn run(&mut self, statements: &str) {
        self.attempt(statements).unwrap();
    }

    /// Runs statements, and says why they were refused.
    pub(super) fn attempt(&mut self, statements: &str) -> Result<(), String> {
        let run = sqlx::raw_sql(statements).execute(&mut self.connection);
        self.runtime.block_on(run).map(drop).map_err(|error| error.to_string())
    }

    /// The first column, which is of text.
    pub(super) fn column(&mut self, statement: &str) -> Vec<String> {
        let run = sqlx::query_scalar(statement).persistent(false).fetch_all(&mut self.connection);
        self.runtime.block_on(run).unwrap()
    }

    /// The one value, which is of text.
    pub(super) fn one(&mut self, statement: &str) -> String {
        self.column(statement).pop().unwrap_or_default()
    }

    /// What the writer in this database is at, if there is one.
    pub(super) fn writing(&mut self) -> Option<String> {
        let asked = "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'terrikon' AND xact_start IS NOT NULL AND query NOT LIKE '%terrikon.current%'";
        self.column(asked).pop()
    }
}
