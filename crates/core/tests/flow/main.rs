//! Down the rivers of the release, and down rivers made up.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail by panicking, too")]

mod kilometres;
mod made_up;
mod properties;
mod real;
mod refusals;
mod rivers;
mod rules;
