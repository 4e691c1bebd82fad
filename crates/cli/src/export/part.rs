//! A file that is there as a whole or not at all. Until then it is written beside its place under a name of its own, which the next export takes over
//! where one was killed.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
};

/// A file that is being written.
#[derive(Debug)]
pub(super) struct Part {
    file: File,
    path: PathBuf,
    out: PathBuf,
}

impl Part {
    /// An empty file for `out`.
    pub(super) fn new(out: &Path) -> Result<Self, String> {
        let told = |error: &dyn std::fmt::Display| format!("{}: {error}", out.display());
        let name = out.file_name().ok_or_else(|| told(&"names no file"))?;
        let path = out.with_file_name(format!(".{}.part", name.to_string_lossy()));
        let file = OpenOptions::new()
            .create(true)
            .read(true)
            .write(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| told(&error))?;
        // The lock goes with its process, however that ends.
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(told(&"another export is writing it")),
            Err(TryLockError::Error(error)) => return Err(told(&error)),
        }
        file.set_len(0).map_err(|error| told(&error))?;
        Ok(Self { file, path, out: out.to_owned() })
    }

    pub(super) fn file(&self) -> io::Result<File> {
        self.file.try_clone()
    }

    /// Puts the file to its place.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.path, &self.out)?;
        // Whoever writes under that name from now on is another.
        self.path = PathBuf::new();
        Ok(())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // Gone already where the file was finished; where it can't be removed, the next export takes it over.
        let _ = fs::remove_file(&self.path);
    }
}
