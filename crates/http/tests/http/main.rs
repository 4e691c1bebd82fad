//! The server as its clients meet it: requests to the router, without a socket.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod api;
mod caching;
mod citations;
mod diff;
mod downloads;
mod downstream;
mod exposure;
mod exposure_posted;
mod exposure_refused;
mod faults;
mod files;
mod filters;
#[path = "../../../store/tests/store/fixture.rs"]
mod fixture;
mod hostile;
mod methods;
mod ogc;
mod openapi;
mod pages;
mod pictures;
mod problems;
mod profile;
mod publish;
mod releases;
mod search;
mod server;
mod shading;
mod stores;
mod tiles;
mod viewer;
