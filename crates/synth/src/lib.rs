//! A release of any size, for tests and benchmarks: the areas, waters, settlements and people of a real release with
//! made-up hotspots, zones and claims.
//!
//! Nothing here is known of any place. That can't be overlooked in what comes out: every id begins with `synth-`, every
//! name says in its language that the place is made up, every hotspot says so in its note, and every claim has the source
//! `synth`, "Made up by `terrikon synth`: not real". Positions are clumped as real ones are, so that indexes, clusters and
//! tiles meet what they would meet at that size; they are no guess of where pollution is. Such a release is not for publication.
//!
//! The result depends on the base and the [`Recipe`] alone, on every machine. A hotspot depends on its number and the seed,
//! not on how many there are: a smaller release of the same seed holds the first ones of a larger one.
//!
//! | module | what |
//! | --- | --- |
//! | [`recipe`] | how many, and of which seed |
//! | [`error`] | why none can be made |
//! | `draw` | chance that is the same everywhere |
//! | `areas` | which oblast and raion hold a position |
//! | `places` | where hotspots lie: around towns, along rivers, spread thin |
//! | `kinds`, `shares` | what they are, and how often |
//! | `names` | what they are called |
//! | `hotspots`, `zones`, `claims` | what a release holds of them |

mod areas;
mod claims;
mod draw;
pub mod error;
mod hotspots;
mod kinds;
mod names;
mod places;
pub mod recipe;
mod release;
mod shares;
mod zones;

pub use claims::SOURCE;
pub use error::SynthError;
pub use recipe::{MAX_HOTSPOTS, Recipe};
pub use release::synth;
