//! The HTTP face of a store: [`app`] makes the router, [`serve`] answers on a socket.
//!
//! | module | what |
//! | --- | --- |
//! | `api` | JSON resources, one file each |
//! | `tiles` | vector tiles, TileJSON and the cache of finished bytes |
//! | [`style`], [`sprites`] | the MapLibre style and its pictures |
//! | [`site`] | the map as files for any web server |
//! | `viewer` | the map's page, those of hotspots and oblasts, and their files |
//! | `publish` | what stands on pages of others: pictures, frames, oEmbed |
//! | `health` | for operators |
//! | `asked`, `parameters`, `negotiate` | what a request says, read and checked; the form of the answer |
//! | `answer` | bodies with ETag, caching rules, links and the release |
//! | `problem`, `messages` | errors as RFC 9457 documents, in the reader's language |
//! | `limits`, `security` | what every request must keep to, and the headers of every response |

mod answer;
mod api;
mod app;
mod asked;
mod health;
mod limits;
mod messages;
mod methods;
mod negotiate;
mod parameters;
mod problem;
mod publish;
mod quality;
mod report_address;
mod security;
pub mod site;
pub mod sprites;
mod state;
pub mod style;
mod tiles;
mod viewer;

pub use api::download as export;
pub use app::{app, routes, serve};
pub use publish::InvalidOrigins;
pub use report_address::InvalidReportAddress;
pub use state::{AppState, InvalidPublicUrl, PAGE_CACHE, TILE_CACHE};
pub use tiles::description;
