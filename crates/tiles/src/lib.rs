//! A release as vector tiles: WebMercatorQuad, zooms 0 to 14, Mapbox Vector Tile 2.1.
//!
//! | module | what |
//! | --- | --- |
//! | [`tile_id`] | which tile, and its box in tile units |
//! | [`layer_name`] | which layers there are, with the fields of each |
//! | [`request`] | what is asked of a tile: layers, filter, day |
//! | [`source`] | the tiles of one release |
//! | `mercator` | degrees to the unit square and to tile units |
//! | `clip` | cutting on whole units so that neighbours still share their border |
//! | `shape`, `encode` | what one zoom draws, and its bytes |
//! | `coverage`, `water`, `settlements`, `labels`, `cluster`, `hotspots`, `zones`, `fade` | one file a layer or a few |
//!
//! What is shown at a zoom is decided for the whole zoom, never for one tile, so that neighbours agree.

mod clip;
mod cluster;
mod coverage;
mod encode;
mod error;
mod fade;
mod hotspots;
mod labels;
pub mod layer_name;
mod mercator;
pub mod request;
mod settlements;
mod shape;
pub mod source;
pub mod tile_id;
mod water;
mod zones;

pub use error::{NoSuchTile, TileError, UnknownLayer};
pub use fade::FADE_BANDS;
pub use layer_name::{LayerName, VectorLayer, vector_layers};
pub use request::{HotspotFilter, TileRequest};
pub use source::TileSource;
pub use terrikon_core::release::MAX_ZOOM;
pub use tile_id::TileId;

/// The lowest zoom of tiles.
pub const MIN_ZOOM: u8 = 0;

/// Tile units in the side of a tile.
pub const EXTENT: i32 = 4096;

/// How far lines and polygons reach beyond the tile, in tile units: wider than any line that styles draw.
pub const BUFFER: i32 = 80;

/// What a tile may weigh before compression, in bytes.
pub const BUDGET: usize = 500_000;
