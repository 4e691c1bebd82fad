//! Tables for spreadsheets: written beside their place and moved there when they are whole.

use std::{error::Error, io::Write as _, path::Path};
use tempfile::NamedTempFile;
use terrikon_core::spreadsheet::harmless;

/// A table that is there whole or not at all.
pub(crate) struct Table<'a> {
    /// Where it goes.
    pub(crate) path: &'a Path,
    /// Rows so far, without the head.
    pub(crate) rows: usize,
    writer: csv::Writer<NamedTempFile>,
}

impl<'a> Table<'a> {
    /// A table with its head; tabs between cells where the file ends in .tsv.
    pub(crate) fn new(path: &'a Path, columns: &[&str]) -> Result<Self, Box<dyn Error>> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut new = tempfile::Builder::new();
        // Whoever may read the user's new files may read this one too.
        #[cfg(unix)]
        new.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let file = new.tempfile_in(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let tabs = path.extension().is_some_and(|ending| ending == "tsv");
        let mut writer =
            csv::WriterBuilder::new().delimiter(if tabs { b'\t' } else { b',' }).from_writer(file);
        writer.write_record(columns)?;
        Ok(Self { path, rows: 0, writer })
    }

    pub(crate) fn row(&mut self, cells: &[String]) -> Result<(), Box<dyn Error>> {
        self.rows += 1;
        Ok(self.writer.write_record(cells.iter().map(|cell| harmless(cell)))?)
    }

    /// Puts the table where it belongs.
    pub(crate) fn finish(self) -> Result<(), Box<dyn Error>> {
        let mut file = self.writer.into_inner().map_err(|error| error.to_string())?;
        file.flush()?;
        file.persist(self.path).map_err(|error| format!("{}: {error}", self.path.display()))?;
        Ok(())
    }
}
