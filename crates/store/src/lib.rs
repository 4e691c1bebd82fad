//! Where releases are kept and read from.
//!
//! | module | what |
//! | --- | --- |
//! | [`store`] | the [`Store`] and the [`Snapshot`] that every request reads from |
//! | [`query`] | what is asked of a collection, and the page that answers |
//! | [`compare`] | rows that are not the same in two releases |
//! | [`cql`] | filters in CQL2 and orders |
//! | [`directory`] | the small facts of a release: oblasts, raions, sources, extents |
//! | [`search`] | names in four languages and in any spelling of them |
//! | [`embedded`] | the store in one GeoPackage, read into memory |
//! | [`postgis`] | the store in a PostgreSQL database, for many servers and many releases |
//! | [`walk`] | everything that a query admits, batch by batch |
//! | `raster` | rasters of people as they are kept |
//! | [`error`] | why a store does not answer |

pub mod compare;
pub mod cql;
pub mod directory;
pub mod embedded;
pub mod error;
pub mod postgis;
pub mod query;
mod raster;
pub mod search;
pub mod store;
pub mod walk;

pub use compare::{Counts, Difference, DifferencesQuery, Row, Rows};
pub use directory::Directory;
pub use embedded::EmbeddedStore;
pub use error::StoreError;
pub use postgis::PostgisStore;
pub use query::{ClaimsQuery, Item, ItemsQuery, Page, PageStart, Period};
pub use search::{Hit, PlaceType, SearchQuery};
pub use store::{KeptRelease, Snapshot, Store};
pub use terrikon_tiles::HotspotFilter;
pub use walk::{Batch, Walk};
