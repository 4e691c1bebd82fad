//! A release as vector tiles: WebMercatorQuad, zooms 0 to 14, Mapbox Vector Tile 2.1.
//!
//! | module | what |
//! | --- | --- |
//! | [`tile_id`] | which tile, and its box in tile units |
//! | [`layer_name`] | which layers there are, with the fields of each |
//! | [`request`] | what is asked of a tile: layers, filter, day |
//! | [`source`] | the tiles of one release |
//! | [`rows`] | what tiles draw, for a store that composes them in a database |
//! | [`format`] | a drawn tile as Mapbox Vector Tile or MapLibre Tile |
//! | [`layers_of`], [`uniform`] | what is in a finished tile |
//! | [`hotspot_clusters`] | clusters of hotspots that another store has filtered |
//! | `budget` | what a zoom can show without any tile growing beyond its budget |
//! | [`mosaic`] | tiles put together again, for pictures that a server draws |
//! | [`mercator`] | degrees to the unit square and to tile units |
//! | `clip` | cutting on whole units so that neighbours still share their border |
//! | `days` | spans of days, cut where something changes |
//! | `shape`, `encode` | what one zoom draws, and its bytes |
//! | `coverage`, `water`, `settlements`, `labels`, `cluster`, `hotspots`, `zones`, `drawings`, `fade` | one file a layer or a few |
//!
//! What is shown at a zoom is decided for the whole zoom, never for one tile, so that neighbours agree.

mod budget;
mod clip;
mod cluster;
mod coverage;
mod days;
mod drawings;
mod encode;
mod error;
mod fade;
pub mod format;
pub mod hotspot_clusters;
mod hotspots;
mod labels;
pub mod layer_name;
pub mod layers_of;
pub mod mercator;
pub mod mosaic;
pub mod request;
pub mod rows;
mod settlements;
mod shape;
pub mod source;
pub mod tile_id;
pub mod uniform;
mod water;
mod zones;

pub use budget::BUDGET;
pub use cluster::Weight;
pub use error::{NoSuchTile, TileError, UnknownLayer};
pub use fade::FADE_BANDS;
pub use format::TileFormat;
pub use hotspot_clusters::{ClusterNode, HotspotClusters, HotspotPoint};
pub use hotspots::weights::{Weights, weights};
pub use layer_name::{LayerName, VectorLayer, vector_layers};
pub use layers_of::NoTile;
pub use mosaic::{Whole, Window};
pub use request::{HotspotFilter, TileRequest};
pub use rows::{DrawnRow, Role};
pub use source::{MadeClusters, Packed, TileSource};
pub use terrikon_core::release::MAX_ZOOM;
pub use tile_id::TileId;

/// The lowest zoom of tiles.
pub const MIN_ZOOM: u8 = 0;

/// Tile units in the side of a tile.
pub const EXTENT: i32 = 4096;

/// How far lines and polygons reach beyond the tile, in tile units: wider than any line that styles draw.
pub const BUFFER: i32 = 80;
