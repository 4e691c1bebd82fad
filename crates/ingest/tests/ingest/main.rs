//! Ingest end to end: on the bundled sources, on the raw files, and on files that are wrong.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that fails to prepare fails, and says what it left out"
)]

mod bad_input;
mod formats;
mod gathered;
mod geotiff;
mod observation_faults;
mod observations;
mod population;
mod raw_files;
mod release;
mod zones;

use std::{
    path::{Path, PathBuf},
    sync::LazyLock,
};
use terrikon_core::Release;
use terrikon_ingest::{Outcome, ingest, pipeline::Options};

/// The root of the project.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn fixtures() -> PathBuf {
    root().join("fixtures")
}

/// The raw files; tests of them say so and end where they are not there.
fn raw_data() -> Option<PathBuf> {
    let data = root().join("../shared/data");
    let there = data.join("README.md").is_file();
    if !there {
        eprintln!("not tested: the raw files are not beside the project");
    }
    there.then_some(data)
}

/// The bundled release, made once for all tests.
static BUNDLED: LazyLock<Release> = LazyLock::new(|| {
    ingest(&[fixtures()], &Options::default()).unwrap_or_else(|error| panic!("{error}")).release
});

/// The bundled sources and one more file, without tiles.
fn with_file(path: &Path) -> Result<Outcome, terrikon_ingest::IngestError> {
    ingest(&[fixtures(), path.to_owned()], &Options { without_tiles: true, ..Options::default() })
}
