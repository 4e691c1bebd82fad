//! Coverages from end to end: by rule on small drawings, on random ones, and on the real sources.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test may panic, and says what it measured")]

mod perturbed;
mod real;
mod rules;
mod sources;
mod topology;
