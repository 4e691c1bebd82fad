//! `terrikon export site`: the map as a folder for any web server.

use super::{Export, archive, part::Part};
use crate::store::{self, Reading};
use std::{
    error::Error,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};
use terrikon_http::{AppState, site};

/// The archive in the folder.
const TILES: &str = "map.pmtiles";

pub(super) fn run(export: &Export) -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let told = |error: &dyn std::fmt::Display| format!("{}: {error}", export.out.display());
        let store = store::open(export.store.as_ref(), &Reading::default()).await?;
        let snapshot = store.current().await?;
        if fs::read_dir(&export.out).is_ok_and(|mut entries| entries.next().is_some()) {
            return Err(told(&"the folder is not empty; a site is written into one of its own").into());
        }
        let files = site::files(AppState::new(Arc::clone(&store)), TILES).await?;
        let folder = Folder::new(&export.out).map_err(|error| told(&error))?;
        for (path, bytes) in &files {
            folder.write(path, bytes).map_err(|error| told(&error))?;
        }
        let tiles = folder.0.join(TILES);
        archive::write(export, &snapshot, Part::new(&tiles)?, &export.out.join(TILES).display().to_string())
            .await?;
        folder.finish(&export.out).map_err(|error| told(&error))?;
        tracing::info!(
            "wrote {} files to {}: any web server that sends ranges of bytes can serve them",
            files.len() + 1,
            export.out.display()
        );
        Ok(())
    })
}

/// A folder that is there as a whole or not at all, as [`Part`] is for a file.
struct Folder(PathBuf);

impl Folder {
    fn new(out: &Path) -> io::Result<Self> {
        let name = out.file_name().ok_or_else(|| io::Error::other("names no folder"))?;
        let path = out.with_file_name(format!(".{}.part", name.to_string_lossy()));
        match fs::remove_dir_all(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.0.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, bytes)
    }

    fn finish(self, out: &Path) -> io::Result<()> {
        fs::rename(&self.0, out)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Gone already where it was finished; where it can't be removed, the next export does.
        let _ = fs::remove_dir_all(&self.0);
    }
}
