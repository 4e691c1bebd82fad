//! The release that the binary carries: its sources are embedded, and the release is built from them once.

use rust_embed::RustEmbed;
use sha2::{Digest as _, Sha256};
use std::{
    error::Error,
    path::{Path, PathBuf},
};
use terrikon_core::Release;
use terrikon_ingest::{ingest, pipeline::Options};
use terrikon_store::embedded::{EmbeddedStore, gpkg};

#[derive(RustEmbed)]
#[folder = "../../fixtures"]
#[include = "release.toml"]
#[include = "zones.tsv"]
#[include = "facts/*.tsv"]
#[include = "facts/*.geojson"]
#[include = "derived/*.tsv"]
#[include = "derived/*.geojson"]
#[include = "derived/population/*.tif"]
#[exclude = "derived/left-out.tsv"]
#[exclude = "derived/areas-changes.tsv"]
#[exclude = "facts/gathered.tsv"]
struct Fixtures;

/// The bundled release, built on the first call and reused from the cache while the binary stays the same.
///
/// # Errors
/// Where neither the cache folder nor a temporary one can be written to.
pub(crate) fn open() -> Result<EmbeddedStore, Box<dyn Error>> {
    release().map(EmbeddedStore::new)
}

/// The same as data, not as a store.
///
/// # Errors
/// As [`open`].
pub(crate) fn release() -> Result<Release, Box<dyn Error>> {
    let folder = cache_folder();
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let path = folder.join(format!("bundled-{}.gpkg", fingerprint()));
    if path.is_file() {
        match gpkg::read(&path) {
            Ok(release) => return Ok(release),
            // A full disk or a crash may have spoilt it: what is built can be built again.
            Err(error) => tracing::warn!("the cached release can't be read and is built anew: {error}"),
        }
    }
    build(&path)?;
    Ok(gpkg::read(&path)?)
}

fn build(path: &Path) -> Result<(), Box<dyn Error>> {
    tracing::info!("building the bundled release, once");
    let sources = tempfile::tempdir()?;
    for name in Fixtures::iter() {
        let file = Fixtures::get(&name).ok_or("an embedded file has gone")?;
        let target = sources.path().join(name.as_ref());
        if let Some(parent) = target.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(target, file.data)?;
    }
    let outcome = ingest(&[sources.path().to_owned()], &Options::default())?;
    gpkg::write(path, &outcome.release)?;
    Ok(())
}

/// Where caches belong on this machine; the temporary folder where the user has no home.
fn cache_folder() -> PathBuf {
    let absolute =
        |variable: &str| std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_CACHE_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".cache")))
        .unwrap_or_else(std::env::temp_dir)
        .join(Path::new("terrikon"))
}

/// Changes when an embedded file or this program changes: a release of an older program may lack what this one needs.
fn fingerprint() -> String {
    let mut hash = Sha256::new();
    hash.update(env!("CARGO_PKG_VERSION"));
    let mut names: Vec<_> = Fixtures::iter().collect();
    names.sort();
    for name in names {
        hash.update(name.as_bytes());
        if let Some(file) = Fixtures::get(&name) {
            hash.update(file.metadata.sha256_hash());
        }
    }
    if let Ok(program) = std::env::current_exe().and_then(std::fs::metadata) {
        hash.update(program.len().to_be_bytes());
        let changed =
            program.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
        hash.update(changed.map_or(0, |age| age.as_secs()).to_be_bytes());
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
