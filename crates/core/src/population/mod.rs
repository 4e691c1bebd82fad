//! How many people live in an area, from a raster of the population. Positions are degrees of longitude and latitude (EPSG:4326).
//!
//! | module | what |
//! | --- | --- |
//! | [`grid`] | a raster of persons per cell or per km², held compactly |
//! | [`frame`] | where its cells lie, and how large they are |
//! | [`tally`] | people in polygons, cells counted by the part that is covered |
//! | [`bounds`] | the least and the most that can be, whatever lies where within a cell |
//! | [`bytes`] | a grid as bytes and back |
//! | [`source`] | a grid as a release uses it |
//! | [`error`] | what is refused, and why |
//!
//! P = Σ pₖ · a(cell ∩ zone) / a(cell) over the cells k of the raster. Edges are straight in degrees and parts of cells are planar in
//! degrees, as common tools take them. What has no data is never counted as nobody: every answer says how much of the area that is.

pub mod bounds;
pub mod bytes;
pub mod error;
pub mod frame;
pub mod grid;
pub mod source;
mod strip;
pub mod tally;
mod walk;
mod west;

pub use error::PopulationError;
pub use frame::GridFrame;
pub use grid::{GridHeader, Measure, PopulationGrid};
pub use source::PopulationSource;
pub use tally::Tally;
