//! A planar coverage of administrative units: polygons from sources that disagree become faces without gaps or
//! overlaps, whose borders exist once and are generalised once for both sides.
//!
//! ```text
//! Territory/Layer/Feature --build--> Coverage in degrees --generalise_for_zoom--> Coverage in tile units
//!                                        |                                            |
//!                                        +------------- dissolve, borders ------------+
//! ```
#![doc = ""]

mod arcs;
mod build;
mod claims;
mod coverage;
mod dissolve;
mod error;
mod faces;
mod gaps;
mod grid;
mod layer;
mod measure;
mod mercator;
mod noding;
mod regions;
mod report;
mod segment;
mod simplify;
mod zoom;

pub use arcs::Arc;
pub use build::Rules;
pub use coverage::{Coverage, FaceLabels};
pub use dissolve::{ArcRef, Border, Outline};
pub use error::Error;
pub use grid::{Grid, Point, REACH, UNITS_PER_DEGREE};
pub use layer::{Feature, Layer, Role, Standing, Territory};
pub use mercator::{MAX_ZOOM, TILE_EXTENT};
pub use report::{Report, UnitChange};
pub use zoom::Detail;
