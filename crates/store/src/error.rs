//! Why a store does not answer.

use crate::{embedded::gpkg::GpkgError, postgis::DatabaseError};
use terrikon_core::ReleaseId;
use terrikon_tiles::TileError;

/// A store that could not answer. Clients learn only that; the log gets the cause.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The file of the embedded store can't be read or is no release of ours.
    #[error(transparent)]
    Gpkg(#[from] GpkgError),
    /// The database did not do what it was asked for.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// A tile could not be encoded.
    #[error(transparent)]
    Tile(#[from] TileError),
    /// Work in the background was cut short.
    #[error("work in the background was cut short")]
    Cancelled(#[source] tokio::task::JoinError),
    /// The store is there and holds nothing.
    #[error("no release is published yet: `terrikon ingest` writes one")]
    Empty,
    /// The release was removed while it was being read.
    #[error("release {0} was removed while it was being read")]
    Gone(ReleaseId),
    /// All connections were in use for longer than a request waits.
    #[error("no connection became free in time")]
    Busy,
}
