//! Connections: a bounded pool of them, what a read may take, and whether the schema is the one this program knows.

mod reach;

use super::DatabaseError;
use reach::Reach;
use sqlx::{
    ConnectOptions as _, PgConnection, PgPool, Postgres, Transaction,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{collections::HashSet, str::FromStr as _, time::Duration};
use url::Url;

/// The schema, step by step.
static MIGRATIONS: Migrator = sqlx::migrate!("../../migrations");

/// How long a read waits for a connection.
const PATIENCE: Duration = Duration::from_secs(3);

/// How many connections are open at most, if the operator does not say.
pub const CONNECTIONS: u32 = 16;

/// Begins a read, in one message: nothing is written and nothing takes long. Said anew each time, as pgbouncer may give every
/// transaction another server, and takes no options of a session.
const READ: &str = "BEGIN READ ONLY; SET LOCAL statement_timeout = '10s'; SET LOCAL jit = off; SET LOCAL plan_cache_mode = force_generic_plan";

/// The same where plans must know what is asked for.
const READ_PLANNED: &str = "BEGIN READ ONLY; SET LOCAL statement_timeout = '10s'; SET LOCAL jit = off; SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL random_page_cost = 1.1";

/// The same for a release that is read as a whole.
const READ_ALL: &str = "BEGIN READ ONLY; SET LOCAL statement_timeout = '10min'; SET LOCAL jit = off";

/// What reads, and how.
#[derive(Debug, Clone)]
pub(super) struct Reads {
    pool: PgPool,
    reach: Reach,
    /// Whether statements stay prepared on a connection. Not behind pgbouncer in transaction mode.
    pub(super) prepared: bool,
}

impl Reads {
    /// Opens a pool; nothing is connected yet.
    pub(super) fn new(url: &str, connections: u32) -> Result<Self, DatabaseError> {
        let pool = PgPoolOptions::new().max_connections(connections.max(2)).acquire_timeout(PATIENCE);
        let pool = pool.connect_lazy_with(options(url)?);
        Ok(Self { pool, reach: Reach::default(), prepared: keeps_statements(url) })
    }

    /// A transaction that only reads, for a moment.
    pub(super) async fn begin(&self) -> Result<Transaction<'static, Postgres>, sqlx::Error> {
        self.transaction(READ).await
    }

    /// The same, in which every statement is planned for its own values.
    pub(super) async fn begin_planned(&self) -> Result<Transaction<'static, Postgres>, sqlx::Error> {
        self.transaction(READ_PLANNED).await
    }

    /// A transaction that reads much.
    pub(super) async fn begin_long(&self) -> Result<Transaction<'static, Postgres>, sqlx::Error> {
        self.transaction(READ_ALL).await
    }

    async fn transaction(&self, begin: &'static str) -> Result<Transaction<'static, Postgres>, sqlx::Error> {
        if self.reach.is_lost() {
            return Err(sqlx::Error::PoolTimedOut);
        }
        let begun = self.pool.begin_with(begin).await;
        if let Err(sqlx::Error::PoolTimedOut | sqlx::Error::Io(_)) = &begun {
            self.reach.look(&self.pool);
        }
        begun
    }

    pub(super) const fn pool(&self) -> &PgPool {
        &self.pool
    }
}

/// A connection of its own, for what writes. The server gives up on it soon after this process is gone.
pub(super) async fn writer(url: &str) -> Result<PgConnection, DatabaseError> {
    let mut connection =
        options(url)?.connect().await.map_err(|error| DatabaseError::connecting(url, error))?;
    let settings = sqlx::raw_sql("SET client_connection_check_interval = '1s'; SET jit = off");
    settings.execute(&mut connection).await.map_err(DatabaseError::doing("connecting"))?;
    Ok(connection)
}

/// Brings the schema up to date, under an advisory lock. Asks for no rights where nothing is to be done.
pub(super) async fn migrate(connection: &mut PgConnection) -> Result<(), DatabaseError> {
    if missing(connection).await?.is_empty() {
        return Ok(());
    }
    MIGRATIONS.run(&mut *connection).await.map_err(DatabaseError::Schema)
}

/// That the schema is the one this program knows.
pub(super) async fn check_schema(connection: &mut PgConnection) -> Result<(), DatabaseError> {
    match missing(connection).await?.len() {
        0 => Ok(()),
        steps => Err(DatabaseError::SchemaIsOld { steps }),
    }
}

/// Versions of migrations that are not applied.
async fn missing(connection: &mut PgConnection) -> Result<Vec<i64>, DatabaseError> {
    let looking = DatabaseError::doing("looking at the schema");
    let there = sqlx::query_scalar("SELECT to_regclass('_sqlx_migrations') IS NOT NULL").persistent(false);
    let applied: HashSet<i64> = if there.fetch_one(&mut *connection).await.map_err(&looking)? {
        let versions =
            sqlx::query_scalar("SELECT version FROM _sqlx_migrations WHERE success").persistent(false);
        versions.fetch_all(&mut *connection).await.map_err(&looking)?.into_iter().collect()
    } else {
        HashSet::new()
    };
    let known: Vec<i64> = MIGRATIONS.iter().map(|migration| migration.version).collect();
    if let Some(newer) = applied.iter().find(|version| !known.contains(version)) {
        return Err(DatabaseError::SchemaIsNewer { version: *newer });
    }
    Ok(known.into_iter().filter(|version| !applied.contains(version)).collect())
}

fn options(url: &str) -> Result<PgConnectOptions, DatabaseError> {
    let options = PgConnectOptions::from_str(url)
        .map_err(|_| DatabaseError::Address { place: place(url) })?
        .application_name("terrikon");
    Ok(options.disable_statement_logging())
}

/// `statement-cache-capacity=0` says that prepared statements don't survive their transaction.
fn keeps_statements(url: &str) -> bool {
    let parsed = Url::parse(url).ok();
    let capacity = parsed.and_then(|url| {
        url.query_pairs().find(|(name, _)| name == "statement-cache-capacity").map(|(_, value)| value == "0")
    });
    capacity != Some(true)
}

/// Where a URL leads, without the password: host, port and database.
pub(super) fn place(url: &str) -> String {
    match PgConnectOptions::from_str(url) {
        Ok(options) => {
            let host = options
                .get_socket()
                .map_or_else(|| options.get_host().to_owned(), |path| path.display().to_string());
            format!("{host}:{}/{}", options.get_port(), options.get_database().unwrap_or_default())
        }
        Err(_) => "the given address".to_owned(),
    }
}
