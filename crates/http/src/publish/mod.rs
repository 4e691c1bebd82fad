//! For publishers: what stands on pages of others.
//!
//! | module | what |
//! | --- | --- |
//! | `embed` | `/embed`, the map for frames, and `/embed/builder`, where it is put together |
//! | `framing` | which pages may hold it |
//! | `oembed` | `/oembed`: what a link to us becomes in a content management system |

mod embed;
mod framing;
mod oembed;

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
}
