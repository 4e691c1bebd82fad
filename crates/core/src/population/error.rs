//! What a population raster may not be.

/// Why a raster is refused. Rows count from 0 in the north, columns from 0 in the west.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PopulationError {
    /// The frame does not lie on the Earth, or has no cells.
    #[error("{what} {value} is not possible: {expected}")]
    Frame {
        /// The part of the frame.
        what: &'static str,
        /// Its value.
        value: f64,
        /// What it has to be.
        expected: &'static str,
    },
    /// The raster has more cells than a grid may hold.
    #[error(
        "{columns} columns and {rows} rows are too many: cut the raster to {most_columns} columns and {most_cells} cells or fewer"
    )]
    TooLarge {
        /// Columns given.
        columns: u32,
        /// Rows given.
        rows: u32,
        /// Columns allowed.
        most_columns: u32,
        /// Cells allowed.
        most_cells: u64,
    },
    /// An identifier is empty or too long.
    #[error("the {what} has {bytes} bytes: 1 to {most} are allowed")]
    Name {
        /// Which identifier.
        what: &'static str,
        /// Its length.
        bytes: usize,
        /// Bytes allowed.
        most: usize,
    },
    /// A row has too few or too many values.
    #[error("row {row} has {columns} values, not {expected}")]
    RowLength {
        /// The row.
        row: u32,
        /// Values given.
        columns: usize,
        /// Columns of the frame.
        expected: u32,
    },
    /// There are fewer or more rows than the frame says.
    #[error("{rows} rows were given or more, not {expected}")]
    RowCount {
        /// Rows read before this was seen.
        rows: u32,
        /// Rows of the frame.
        expected: u32,
    },
    /// A value cannot be a number of people.
    #[error(
        "row {row}, column {column} has the value {value}: a population is 0 or more; is a value for \"no data\" not declared?"
    )]
    Value {
        /// The row.
        row: u32,
        /// The column.
        column: u32,
        /// The value.
        value: f32,
    },
    /// Bytes are no grid.
    #[error("byte {at}: {what}")]
    Bytes {
        /// Where.
        at: usize,
        /// What is wrong there.
        what: &'static str,
    },
}
