//! Why a file could not be written.

use std::{error::Error, io};

/// A file that could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FormatError {
    /// The file system says no.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// SQLite says no.
    #[error("{0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The writer of Parquet says no.
    #[error("{0}")]
    Parquet(#[from] parquet::errors::ParquetError),
    /// The writer of CSV says no.
    #[error("{0}")]
    Csv(#[from] csv::Error),
    /// A shape can't be written.
    #[error("a shape can't be written: {0}")]
    Shape(#[from] geozero::error::GeozeroError),
    /// The index of FlatGeobuf can't be made.
    #[error("{0}")]
    Index(#[from] flatgeobuf::Error),
    /// A value is not what its column holds: written as something else it would be wrong.
    #[error("column {column}: {value} does not fit")]
    Value {
        /// The column.
        column: &'static str,
        /// The value, as JSON or in Rust's form.
        value: String,
    },
}

impl FormatError {
    /// A cell that is not what its column holds.
    pub(crate) fn cell(column: &'static str, cell: &crate::Cell<'_>) -> Self {
        Self::Value { column, value: format!("{cell:?}") }
    }

    /// Whether there was no room left for it.
    #[must_use]
    pub fn is_disk_full(&self) -> bool {
        if let Self::Sqlite(rusqlite::Error::SqliteFailure(failure, _)) = self {
            return failure.code == rusqlite::ErrorCode::DiskFull;
        }
        let mut cause: Option<&(dyn Error + 'static)> = Some(self);
        while let Some(error) = cause {
            let kind = error.downcast_ref::<io::Error>().map(io::Error::kind);
            if matches!(kind, Some(io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)) {
                return true;
            }
            cause = error.source();
        }
        false
    }
}
