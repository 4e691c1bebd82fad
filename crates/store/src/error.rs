//! Why a store does not answer.

use crate::embedded::gpkg::GpkgError;
use terrikon_tiles::TileError;

/// A store that could not answer. Clients learn only that; the log gets the cause.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The file of the embedded store can't be read or is no release of ours.
    #[error(transparent)]
    Gpkg(#[from] GpkgError),
    /// A tile could not be encoded.
    #[error(transparent)]
    Tile(#[from] TileError),
    /// Work in the background was cut short.
    #[error("work in the background was cut short")]
    Cancelled(#[source] tokio::task::JoinError),
}
