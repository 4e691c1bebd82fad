//! The `terrikon` command.
fn main() {}
