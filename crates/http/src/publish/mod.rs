//! For publishers: what leaves this server to stand in articles.
//!
//! | module | what |
//! | --- | --- |
//! | `static_map` | `/static/map.png` and `/static/map.svg` |
//! | `picture` | how such a picture is laid out and drawn |

pub(crate) mod picture;
mod static_map;

use crate::AppState;
use axum::Router;

pub(crate) fn routes() -> Router<AppState> {
    Router::new().merge(static_map::routes())
}
