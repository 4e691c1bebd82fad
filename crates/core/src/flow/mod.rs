//! Down the river: what lies downstream of a place.
//!
//! | module | what |
//! | --- | --- |
//! | [`network`] | the rivers of a release, joined: what flows into what |
//! | [`mod@downstream`] | the way of the water from a place, and what ends it |
//! | [`mod@along`] | the places beside that way, by river kilometre |
//! | [`error`] | what is refused, and why |
//!
//! A way ends at a natural lake, at a sea, where the data end, or after the metres asked for. Reservoirs are passed and listed, and so
//! are small lakes that the line leaves again. The rules and their reasons are in `docs/decisions/0015-down-the-river.md`.
//!
//! Positions are degrees of longitude and latitude (OGC:CRS84); lengths are metres on the WGS84 ellipsoid along the lines as drawn.
//! A line of scale 1:10,000,000 cuts meanders short: a real river has more kilometres than its line.

pub mod along;
mod chain;
pub mod downstream;
pub mod error;
mod graph;
mod joints;
pub mod network;
mod piece;
mod start;
mod turn;
mod walk;
mod water;

pub use along::{AlongRiver, along};
pub use downstream::{Downstream, End, Passed, Reach};
pub use error::FlowError;
pub use network::FlowNetwork;

/// Metres: an end that stops this near to a river flows into it.
///
/// Natural Earth leaves gaps of up to 1,533 m between a tributary and its river; the next gap in the data has 3,658 m, and that one is
/// between two mouths at a coast.
pub const JOINT: f64 = 2_000.0;

/// Metres: ends this near are drawn as one position. Only so near does a line that begins beside a river count as its branch: a spring
/// near another river must not draw water from it.
pub const TOUCH: f64 = 50.0;

/// Square metres: a natural lake of this size or more ends a way even where a line goes on.
///
/// In such a lake water stays for years and what it carries settles. Smaller ones that a line leaves again are a part of the river: the
/// lakes in the delta of the Syr Darya have 366 km², and the reservoir of Iriklinsky (314 km²) is called a lake by the data.
pub const STILL: f64 = 500e6;

/// Metres: a line that stops this near to a sea or a lake of [`STILL`] size ends in it. Shores move: the line of the Ural stops 8.1 km
/// short of the Caspian.
pub const SHORE: f64 = 10_000.0;

/// Metres: how far a place may lie from its river, at most.
pub const WITHIN: f64 = 50_000.0;
