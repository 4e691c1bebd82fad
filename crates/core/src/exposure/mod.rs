//! Who lives within reach of a place: people as an interval, split by oblast, with the settlements and hotspots inside.
//!
//! | module | what |
//! | --- | --- |
//! | [`surroundings`] | what of a release a report looks at, made ready once |
//! | [`sites`] | hotspots, ready to be measured to |
//! | [`place`] | a geometry and how far off it may be |
//! | [`ring`] | the report on one radius around a place, or on an area |
//! | [`together`] | several places: the plain sum beside the dissolved union |
//! | [`people`] | low, central and high; nothing where there is no data |
//! | [`division`] | an area split by oblast on a day |
//! | [`proximity`] | the score of EPA EJScreen |
//! | [`caveat`] | what a reader must know beside a figure |
//! | [`error`] | what is refused, and why |
//!
//! The method is told to readers in `docs/methods/exposure.*.md`.

pub mod caveat;
pub mod division;
pub mod error;
pub mod people;
pub mod place;
pub mod proximity;
pub mod ring;
pub mod sites;
pub mod surroundings;
pub mod together;
mod window;

pub use caveat::Caveat;
pub use error::ExposureError;
pub use people::{BySource, People};
pub use place::Place;
pub use ring::{HotspotWithin, ProtectedWithin, Ring, SettlementWithin};
pub use surroundings::Surroundings;
pub use together::Together;
