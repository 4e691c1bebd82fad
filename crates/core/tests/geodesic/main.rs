//! Geodesic geometry against GeographicLib: check values, properties over the whole Earth, real shapes, the edges of the map.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail by panicking, too")]

mod discs;
mod distances;
mod edges_of_the_map;
mod oracle;
mod real_shapes;
mod recorded;
mod refusals;
mod unions;
