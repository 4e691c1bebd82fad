//! Down the rivers of the release, and down rivers made up.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail by panicking, too")]

mod real;
mod rivers;
