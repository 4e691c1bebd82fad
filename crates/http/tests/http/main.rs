//! The server as its clients meet it: requests to the router, without a socket.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod api;
mod caching;
#[path = "../../../store/tests/store/fixture.rs"]
mod fixture;
mod hostile;
mod problems;
mod search;
mod server;
mod tiles;
mod viewer;
