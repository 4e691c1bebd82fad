//! CSV and TSV with a header line, UTF-8.

use super::{Row, Table};
use crate::fault::Fault;
use std::path::Path;

/// Reads a delimited table. A tab-separated one has no quoting: a quote is a character like any other.
pub(super) fn read(path: &Path, file: &str, delimiter: u8) -> Result<Table, Fault> {
    let broken = |error: &csv::Error| {
        let fault = Fault::of_file("broken-table", file, error.to_string());
        let row = error.position().map(|position| usize::try_from(position.line()).unwrap_or(usize::MAX));
        row.map_or(fault.clone(), |row| fault.at(row, None))
            .hint("every row needs as many cells as the header, in UTF-8")
    };
    let bytes = std::fs::read(path).map_err(|error| Fault::of_file("unreadable", file, error.to_string()))?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .quoting(delimiter != b'\t')
        .from_reader(bytes.as_slice());
    let mut lines = Lines { bytes: &bytes, counted: 0, line: 1 };
    let header = reader.headers().map_err(|error| broken(&error))?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| broken(&error))?;
        let number = lines.at(record.position().map_or(0, csv::Position::byte));
        let values = header
            .iter()
            .zip(&record)
            .filter(|(_, cell)| !cell.trim().is_empty())
            .map(|(column, cell)| (column.trim_start_matches('\u{feff}').to_owned(), cell.trim().to_owned()))
            .collect();
        rows.push(Row { number, values, geometry: None });
    }
    Ok(Table { file: file.to_owned(), rows })
}

/// Counts lines as an editor shows them. The reader's own count is one short in files whose lines end in CR LF.
struct Lines<'a> {
    bytes: &'a [u8],
    counted: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line of the record that begins at a byte, of which the end of the line before may still be a part.
    fn at(&mut self, byte: u64) -> usize {
        let mut start = usize::try_from(byte).unwrap_or(usize::MAX).min(self.bytes.len());
        while matches!(self.bytes.get(start), Some(b'\r' | b'\n')) {
            start += 1;
        }
        let passed = self.bytes.get(self.counted..start).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.counted = start;
        self.line
    }
}
