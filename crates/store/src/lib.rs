//! Where releases are kept and read from.
pub mod embedded;
