//! For publishers: what leaves this server to stand in articles and on pages of others.
//!
//! | module | what |
//! | --- | --- |
//! | `static_map` | `/static/map.png` and `/static/map.svg` |
//! | `picture` | how such a picture is laid out and drawn |
//! | `embed` | `/embed`, the map for frames, and `/embed/builder`, where it is put together |
//! | `framing` | which pages may hold it |
//! | `oembed` | `/oembed`: what a link to us becomes in a content management system |

mod embed;
mod framing;
mod oembed;
pub(crate) mod picture;
mod static_map;

pub(crate) use framing::Framing;
pub use framing::InvalidOrigins;
pub(crate) use oembed::link as oembed_link;

use crate::AppState;
use axum::{Router, routing::get};

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/embed", get(embed::embed))
        .route("/embed/builder", get(embed::builder))
        .route("/oembed", get(oembed::oembed))
        .merge(static_map::routes())
}
