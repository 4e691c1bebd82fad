//! Files read back by readers that are not ours, and compared with the rows that went in.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod chance;
mod fixed;
mod memory;
mod read;
mod same;
