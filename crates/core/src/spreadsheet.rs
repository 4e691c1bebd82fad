//! What tables for spreadsheets must look out for.

/// A cell that no spreadsheet takes for a formula: an apostrophe comes before what would begin one. Numbers stay.
///
/// ```
/// use terrikon_core::spreadsheet::harmless;
/// assert_eq!(harmless("=HYPERLINK(1)"), "'=HYPERLINK(1)");
/// assert_eq!(harmless("-7.5"), "-7.5");
/// ```
#[must_use]
pub fn harmless(cell: &str) -> String {
    let is_number = cell.parse::<f64>().is_ok();
    if !is_number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
