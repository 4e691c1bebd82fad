//! Files of any format and any CRS become one release: read → normalise → validate → derive.
//!
//! | module | what |
//! | --- | --- |
//! | [`recipe`] | which files make a release and which column is which field |
//! | [`read`] | one file a format: GeoJSON, CSV/TSV, shapefile; everything arrives in WGS84 |
//! | [`join`] | fills columns of one table from another by key |
//! | [`normalise`] | rows become features, claims and sources, or faults |
//! | [`validate`] | rules that a place on a map must obey, each with a name |
//! | [`areas`] | oblasts, raions and countries from one coverage with shared borders |
//! | [`assign`] | which oblast and raion hold a place, by geometry |
//! | [`population`] | rasters of people |
//! | [`facts`] | tables of claims and sources |
//! | [`observations`] | measurements, projects and figures: what they must say, and where they belong |
//! | [`zones`] | what surrounds hotspots, derived from a table of rules |
//! | [`fault`] | what is wrong, where, and what to do |
//! | [`text`] | features as reviewable text, for `fixtures/` |
//! | [`pipeline`] | the whole line |

pub mod areas;
pub mod assign;
pub mod crs;
pub mod facts;
pub mod fault;
pub mod join;
pub mod normalise;
pub mod observations;
pub mod pipeline;
pub mod population;
pub mod read;
pub mod recipe;
pub mod text;
pub mod validate;
pub mod zones;

pub use fault::{Fault, Report};
pub use pipeline::{IngestError, Outcome, ingest};
