//! Vector tiles, TileJSON, the style and its pictures.
//!
//! | module | what |
//! | --- | --- |
//! | `form` | in which format a client gets its tiles |
//! | `cache` | finished bytes, each made once however many ask |
//! | `ready` | answers that went out before, found before all else |
//! | `encoding` | which compression a client takes, and the compressing |
//! | `tile` | `/tiles/{layers}/{z}/{x}/{y}` |
//! | [`description`] | what tiles say of themselves |
//! | `tilejson` | `/tiles/{layers}.json` |
//! | `map_style` | `/style.json` and `/sprites` |

mod cache;
pub mod description;
mod encoding;
mod form;
mod map_style;
mod ready;
mod tile;
mod tilejson;

pub(crate) use cache::TileCache;
pub(crate) use encoding::Encoding;
pub(crate) use form::{ACCEPTED, MEDIA, WORDS};
pub(crate) use ready::{ReadyTiles, ReadyTilesService};
pub(crate) use tile::{Address, draw};

use crate::{
    AppState,
    problem::{Problem, Slug},
};
use axum::{Router, routing::get};
use terrikon_tiles::LayerName;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/tiles/{layers}/{z}/{x}/{y}", get(tile::tile))
        .route("/tiles/{document}", get(tilejson::tilejson))
        .route("/style.json", get(map_style::style))
        .route("/sprites/{file}", get(map_style::sprite))
        .route("/sprites/icons/{file}", get(map_style::icon))
}

/// The layers of a path, in the one order in which tiles hold them: there are six thousand million orders of all layers, and
/// each would be drawn and kept as a tile of its own.
fn layers(list: &str) -> Result<Vec<LayerName>, Problem> {
    let mut layers = LayerName::parse_list(list).map_err(|unknown| {
        Problem::new(Slug::UnknownLayer).with("value", &unknown.word).accepted(unknown.accepted)
    })?;
    layers.sort_unstable();
    Ok(layers)
}
