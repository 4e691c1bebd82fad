//! Population rasters against exactextract, by properties over random polygons, and against bytes that mean harm.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail by panicking, too")]

mod hostile;
mod oracle;
mod properties;
mod sums;
