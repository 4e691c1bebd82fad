//! A database behind the binary, and what may go wrong with it: real clusters, real servers, real signals.
//!
//! | module | what |
//! | --- | --- |
//! | `cluster` | throw-away clusters, a database a test |
//! | `sql` | a look past the binary |
//! | `releases` | releases to write, made once |
//! | `server` | a server under test, and its log |
//! | `client` | requests over one connection |
//! | `intact` | that a release is whole and nothing else is left |
//! | the others | one kind of fault each |

mod client;
mod cluster;
mod commands;
mod intact;
mod killed_database;
mod killed_ingest;
mod pgbouncer;
mod publishing;
mod refused;
mod releases;
mod replica;
mod roles;
mod server;
mod sql;
mod two_writers;
