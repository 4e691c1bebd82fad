//! Zones: what surrounds each hotspot, by a table of rules in the data.
//!
//! A rule says for which hotspots it holds (kind, subkind, country), which shape the zone has, how far it reaches and
//! on which ground. Distances stand in the table with their source, never here.

mod derive;
mod people;
mod table;

pub use derive::derive;
pub use people::count;
pub use table::{Rule, rules};
