//! Exposure on a made-up country of which everything is known: intervals, parts, unions, scores, and what is never said.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail by panicking, too")]

mod country;
mod division;
mod intervals;
mod proximity;
mod together;
mod towns;
