//! Why a database did not do what it was asked for.

use super::connect;
use sqlx::{migrate::MigrateError, postgres::PgDatabaseError};
use std::{error::Error, fmt};
use terrikon_core::ReleaseId;

/// A database that could not be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DatabaseError {
    /// The address is no `postgres://` URL that can be read.
    #[error(
        "{place} is no address of a database: expected something like postgres://user:password@host:5432/name"
    )]
    Address {
        /// The address without a password.
        place: String,
    },
    /// Nobody answers there, or lets us in.
    #[error("the database at {place} can't be reached: {told}")]
    Connecting {
        /// Host, port and database.
        place: String,
        /// What came back.
        told: Told,
    },
    /// A statement was refused or broken off.
    #[error("{doing}: {told}")]
    Statement {
        /// What was being done.
        doing: String,
        /// What came back.
        told: Told,
    },
    /// A row is not what we wrote.
    #[error("table {table}, row {row}: {what}")]
    Content {
        /// The table.
        table: &'static str,
        /// The id of the row, or its number.
        row: String,
        /// What is wrong.
        what: String,
    },
    /// The schema can't be brought up to date.
    #[error("the schema can't be brought up to date: {0}")]
    Schema(#[source] MigrateError),
    /// The schema lacks steps that this program needs.
    #[error(
        "the schema of the database lacks {steps} step(s) that this program needs: run `terrikon releases list --store URL` as the owner of the database, which brings it up to date"
    )]
    SchemaIsOld {
        /// How many.
        steps: usize,
    },
    /// The schema has a step that this program does not know.
    #[error(
        "the schema of the database is newer (step {version}) than this program: install a newer terrikon"
    )]
    SchemaIsNewer {
        /// The step.
        version: i64,
    },
    /// What was written reads as something else.
    #[error("what was written as release {written} reads as {read}: nothing was kept")]
    ReadsDifferently {
        /// What was to be written.
        written: ReleaseId,
        /// The id of what the database gives back.
        read: ReleaseId,
    },
    /// No release of that id is kept.
    #[error("there is no release {0}: `terrikon releases list` shows those that are kept")]
    NoSuchRelease(String),
    /// No release was served before the current one.
    #[error("no other release was served before: there is nothing to go back to")]
    NothingBefore,
    /// No release is served.
    #[error("no release is published")]
    NothingPublished,
}

impl DatabaseError {
    /// Wraps what a statement failed with.
    pub(super) fn doing(doing: &str) -> impl Fn(sqlx::Error) -> Self {
        move |error| Self::Statement { doing: doing.to_owned(), told: Told(error) }
    }

    pub(super) fn connecting(url: &str, error: sqlx::Error) -> Self {
        Self::Connecting { place: connect::place(url), told: Told(error) }
    }
}

/// What a database said: the message with its detail, place and hint. Never holds values of a connection such as passwords.
#[derive(Debug)]
pub struct Told(pub(super) sqlx::Error);

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let refused =
            self.0.as_database_error().and_then(|error| error.try_downcast_ref::<PgDatabaseError>());
        let Some(refused) = refused else { return self.0.fmt(f) };
        f.write_str(refused.message().trim_end_matches('.'))?;
        for (name, more) in [("", refused.detail()), ("at ", refused.r#where()), ("", refused.hint())] {
            if let Some(more) = more {
                write!(f, ". {name}{}", more.trim_end_matches('.'))?;
            }
        }
        Ok(())
    }
}

impl Error for Told {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}
