//! The tiles of a release in one file that needs no server: PMTiles version 3.
//!
//! | module | what |
//! | --- | --- |
//! | [`write`](mod@write) | every tile of an extent, drawn in parallel and written in the order of the archive |
//! | [`read`] | the tiles of an archive |
//! | [`place`] | where an archive lies: a file, S3, a web server |
//! | `about` | what an archive says of itself |
//! | `grid` | the tiles of a box |
//! | `curve` | runs of tiles along the curve by which an archive orders them |
//! | `details` | where a higher zoom may show what a lower one does not |

mod about;
mod curve;
mod details;
mod error;
mod grid;
pub mod place;
pub mod read;
pub mod write;

pub use about::About;
pub use error::ArchiveError;
pub use place::Place;
pub use pmtiles::Compression;
pub use read::Archive;
pub use write::{Wanted, Written, write};
