//! Text for spreadsheets: a head, then a row a feature, with the shape as WKT. No cell can be taken for a formula.

use crate::{Cell, Column, FormatError, Row};
use std::io::Write;
use terrikon_core::spreadsheet::harmless;

/// What joins the words of a list in one cell.
const AND: &str = "; ";

/// The column of the shape stands before this one.
const BEFORE: &str = "claims";

/// The mark that says that a text is UTF-8: some spreadsheets need it.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Where the shape stands, if rows have any.
fn place(columns: &[Column], spatial: bool) -> Option<usize> {
    let before = columns.iter().position(|column| column.name == BEFORE).unwrap_or(columns.len());
    spatial.then_some(before)
}

/// Writes the names of the columns.
///
/// # Errors
/// [`FormatError`] where the output can't be written to.
pub fn write_head(columns: &[Column], spatial: bool, out: impl Write) -> Result<(), FormatError> {
    let mut names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    if let Some(place) = place(columns, spatial) {
        names.insert(place, "wkt");
    }
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(names)?;
    Ok(rows.flush()?)
}

/// Writes rows.
///
/// # Errors
/// [`FormatError`] where the output can't be written to.
pub fn write_rows(
    columns: &[Column],
    spatial: bool,
    table: &[Row<'_>],
    out: impl Write,
) -> Result<(), FormatError> {
    let mut rows = csv::Writer::from_writer(out);
    let place = place(columns, spatial);
    for row in table {
        let mut cells: Vec<String> = row.cells.iter().map(cell).collect();
        if let Some(place) = place {
            cells.insert(place, row.shape.map_or_else(String::new, wkt::ToWkt::wkt_string));
        }
        rows.write_record(cells)?;
    }
    Ok(rows.flush()?)
}

fn cell(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Integer(number) => number.to_string(),
        Cell::Real(number) => number.to_string(),
        Cell::List(words) => harmless(&words.join(AND)),
        Cell::Date(day) => day.to_string(),
    }
}
