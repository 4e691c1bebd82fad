//! Where releases are kept, as `--store` names it.

use crate::bundled;
use std::{error::Error, path::PathBuf, str::FromStr, sync::Arc};
use terrikon_store::{
    EmbeddedStore, PostgisStore, Store,
    postgis::{CONNECTIONS, Place},
};

/// A file, or a database.
#[derive(Clone)]
pub(crate) enum StorePlace {
    /// A GeoPackage of `terrikon ingest`.
    File(PathBuf),
    /// A `postgres://` URL, with what lets us in.
    Database(String),
}

impl FromStr for StorePlace {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_url = text.starts_with("postgres://") || text.starts_with("postgresql://");
        Ok(if is_url { Self::Database(text.to_owned()) } else { Self::File(text.into()) })
    }
}

impl std::fmt::Debug for StorePlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => path.fmt(f),
            // It may hold a password.
            Self::Database(_) => f.write_str("a database"),
        }
    }
}

/// What a server takes of a database.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reading {
    /// A replica that is read instead of the database itself.
    pub(crate) replica: Option<String>,
    /// How many connections are open at most.
    pub(crate) connections: Option<u32>,
}

/// Opens the store; the bundled release where no place is given.
///
/// # Errors
/// Where the file or the database can't be read.
pub(crate) async fn open(
    place: Option<&StorePlace>,
    reading: &Reading,
) -> Result<Arc<dyn Store>, Box<dyn Error>> {
    Ok(match place {
        None => Arc::new(bundled::open()?),
        Some(StorePlace::File(path)) => Arc::new(EmbeddedStore::open(path)?),
        Some(StorePlace::Database(url)) => {
            let connections = reading.connections.unwrap_or(CONNECTIONS);
            let place = Place { url: url.clone(), replica: reading.replica.clone(), connections };
            Arc::new(PostgisStore::open(&place).await?)
        }
    })
}
