//! CRSs against what pyproj says, against themselves, and against hostile boxes.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod boxes;
mod names;
mod oracle;
