//! Tables as files. One table says which columns a collection has and what stands in them; every format writes that table, so
//! that the same question has the same answer in each of them.
//!
//! | module | what |
//! | --- | --- |
//! | [`table`] | columns, rows and what a file says of itself |
//! | [`features`] | the features of a collection as rows |
//! | [`records`] | claims and sources as rows |
//! | [`csv`] | text for spreadsheets, safe against formulas |
//! | [`geopackage`] | OGC GeoPackage 1.3 with an R-tree |
//! | [`flatgeobuf`] | FlatGeobuf 3 with a packed Hilbert R-tree where every row has a shape |
//! | [`geoparquet`] | GeoParquet 1.1 |
//! | [`error`] | why a file could not be written |
//!
//! Rows come batch by batch and leave memory with their batch; FlatGeobuf keeps 60 bytes a row for its index. The same rows
//! give the same bytes.

pub mod csv;
pub mod error;
pub mod features;
pub mod flatgeobuf;
pub mod geopackage;
pub mod geoparquet;
pub mod records;
pub mod table;

pub use error::FormatError;
pub use features::FeatureRows;
pub use table::{About, Cell, Column, Holds, Row, Table};

use std::path::Path;

/// A file on its way: rows in, and whole once it is finished.
pub trait TableWriter: Send {
    /// Adds rows, in the order in which they shall stand.
    ///
    /// # Errors
    /// [`FormatError`] where the disk is full or a value does not fit its column. The file is of no use then.
    fn write(&mut self, rows: &[Row<'_>]) -> Result<(), FormatError>;

    /// Ends the file.
    ///
    /// # Errors
    /// As [`TableWriter::write`].
    fn finish(self: Box<Self>) -> Result<(), FormatError>;
}

/// A format of a whole file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileFormat {
    /// OGC GeoPackage.
    GeoPackage,
    /// FlatGeobuf.
    FlatGeobuf,
    /// GeoParquet.
    GeoParquet,
}

impl FileFormat {
    /// Begins a file. What is there already is replaced.
    ///
    /// # Errors
    /// [`FormatError`] where the folder can't be written to.
    pub fn create(self, table: Table, path: &Path) -> Result<Box<dyn TableWriter>, FormatError> {
        Ok(match self {
            Self::GeoPackage => Box::new(geopackage::GeoPackageWriter::create(table, path)?),
            Self::FlatGeobuf => Box::new(flatgeobuf::FlatGeobufWriter::create(table, path)?),
            Self::GeoParquet => Box::new(geoparquet::GeoParquetWriter::create(table, path)?),
        })
    }
}
