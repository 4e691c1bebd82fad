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
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .quoting(delimiter != b'\t')
        .from_path(path)
        .map_err(|error| broken(&error))?;
    let header = reader.headers().map_err(|error| broken(&error))?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| broken(&error))?;
        let line = record.position().map_or(0, |position| position.line());
        let values = header
            .iter()
            .zip(&record)
            .filter(|(_, cell)| !cell.trim().is_empty())
            .map(|(column, cell)| (column.trim_start_matches('\u{feff}').to_owned(), cell.trim().to_owned()))
            .collect();
        rows.push(Row { number: usize::try_from(line).unwrap_or(usize::MAX), values, geometry: None });
    }
    Ok(Table { file: file.to_owned(), rows })
}
