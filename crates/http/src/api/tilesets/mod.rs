//! OGC API Tiles 1.0: the tiles of `/tiles` by the addresses and descriptions of that standard.
//!
//! | module | what |
//! | --- | --- |
//! | `matrix_set` | `/api/tileMatrixSets`: how the world is cut |
//! | `tileset` | `/api/tiles`, `/api/collections/{id}/tiles`: what tiles there are |
//! | `tile` | `…/tiles/WebMercatorQuad/{z}/{row}/{column}` |

mod matrix_set;
mod tile;
mod tileset;

use crate::{
    AppState,
    problem::{Problem, Slug},
};
use axum::{Router, routing::get};
use terrikon_core::CollectionId;
use terrikon_tiles::LayerName;

/// The relation of a list of vector tilesets.
pub(super) const TILESETS: &str = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
/// The relation of the list of tile matrix sets.
pub(super) const TILING_SCHEMES: &str = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes";
const TILING_SCHEME: &str = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/api/tileMatrixSets", get(matrix_set::list))
        .route("/api/tileMatrixSets/{set}", get(matrix_set::one))
        .route("/api/tiles", get(tileset::list_of_all))
        .route("/api/tiles/{set}", get(tileset::of_all))
        .route("/api/tiles/{set}/{z}/{row}/{column}", get(tile::of_all))
        .route("/api/collections/{collection}/tiles", get(tileset::list_of_collection))
        .route("/api/collections/{collection}/tiles/{set}", get(tileset::of_collection))
        .route("/api/collections/{collection}/tiles/{set}/{z}/{row}/{column}", get(tile::of_collection))
}

/// What tiles are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    /// All layers.
    All,
    /// The layer of a collection.
    Collection(CollectionId),
}

impl Subject {
    fn of(collection: &str) -> Result<Self, Problem> {
        let with_layer = LayerName::ALL.into_iter().filter_map(LayerName::collection);
        collection
            .parse()
            .map(Self::Collection)
            .map_err(|_| Problem::new(Slug::UnknownCollection).with("value", collection).accepted(with_layer))
    }

    fn layers(self) -> Vec<LayerName> {
        let all = LayerName::ALL.into_iter();
        match self {
            Self::All => all.collect(),
            Self::Collection(id) => all.filter(|layer| layer.collection() == Some(id)).collect(),
        }
    }

    /// The path of its list of tilesets.
    fn path(self) -> String {
        match self {
            Self::All => "/api/tiles".to_owned(),
            Self::Collection(id) => format!("/api/collections/{id}/tiles"),
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::All => "All layers of the map",
            Self::Collection(id) => super::collections::title(id),
        }
    }
}
