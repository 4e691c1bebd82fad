//! The `terrikon` command: one file a subcommand.

mod bundled;
mod export;
mod exposure;
mod ingest;
mod releases;
mod serve;
mod sites;
mod store;
mod synth;
mod table;

use clap::{Parser, Subcommand};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// Many threads ask for little pieces of memory and for large ones: that of the C library takes more time and keeps more (decision 45).
#[cfg(not(target_env = "msvc"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// The map of pollution hotspots: from files to a release, and from a release to a map.
#[derive(Debug, Parser)]
#[command(version, about, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the map, the API and the tiles.
    Serve(serve::Serve),
    /// Makes one release of files of any format; all or nothing.
    Ingest(ingest::Ingest),
    /// Writes a collection to a file of any of the formats of the API.
    Export(export::Export),
    /// Counts who lives within reach of the sites of a file.
    Exposure(exposure::Exposure),
    /// Lists, compares, publishes and removes the releases of a database.
    Releases(releases::Releases),
    /// Validates sources as `ingest` does, without writing a release.
    Check(ingest::Check),
    /// Makes up a release of any size, for tests and benchmarks.
    Synth(synth::Synth),
}

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(
            EnvFilter::try_from_default_env()
                .unwrap_or_else(|_| EnvFilter::new("info,sqlx::postgres::notice=warn")),
        )
        .with_writer(std::io::stderr)
        .init();
    let done = match Cli::parse().command {
        Command::Serve(command) => command.run(),
        Command::Ingest(command) => command.run(),
        Command::Export(command) => command.run(),
        Command::Exposure(command) => command.run(),
        Command::Releases(command) => command.run(),
        Command::Check(command) => command.run(),
        Command::Synth(command) => command.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            #[expect(
                clippy::print_stderr,
                reason = "the message is for people: it goes out plainly, not as a log line"
            )]
            {
                eprintln!("{error}");
            }
            ExitCode::FAILURE
        }
    }
}
