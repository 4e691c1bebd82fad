//! Coordinate reference systems (CRS) that the platform speaks.
//!
//! | module | what |
//! | --- | --- |
//! | `system` | [`Crs`]: those that answers may be in, with their names and the order of their axes |
//! | `projection` | [`Projection`]: from one CRS to another, by any names that PROJ knows |
//! | `transform` | shapes and boxes between [`Crs::CRS84`] and the others |
//!
//! PROJ and its database are linked into the binary: nothing is read from the folder or the network.

mod projection;
mod system;
mod transform;

pub use projection::{Projection, UnknownDefinition};
pub use system::{Axes, Crs, Unit, UnknownCrs};
pub use transform::{Outside, TransformError};
