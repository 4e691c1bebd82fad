//! The rows of a group until there are enough of them, column by column.

use crate::{Cell, Column, FormatError, Holds, Table};
use jiff::civil::Date;
use parquet::{
    data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type},
    errors::ParquetError,
    file::writer::{SerializedFileWriter, SerializedRowGroupWriter},
};
use std::{fs::File, mem::take};

/// Days of Parquet are counted from here.
const EPOCH: Date = Date::constant(1970, 1, 1);

/// The buffered rows of a table.
#[derive(Debug)]
pub(super) struct Group {
    rows: usize,
    bytes: usize,
    /// The shape and the corners of its box, where the table has shapes.
    shapes: Option<(Values<ByteArray>, [Values<f64>; 4])>,
    columns: Vec<Buffer>,
}

/// Values that are there, and for each row how far it is filled.
#[derive(Debug, Default)]
struct Values<T> {
    values: Vec<T>,
    filled: Vec<i16>,
    /// 0 where a row begins; only lists have them.
    repeated: Vec<i16>,
}

#[derive(Debug)]
enum Buffer {
    Text(Values<ByteArray>),
    Integer(Values<i64>),
    Real(Values<f64>),
    Date(Values<i32>),
    List(Values<ByteArray>),
}

impl<T> Values<T> {
    fn push(&mut self, value: Option<T>) {
        self.filled.push(i16::from(value.is_some()));
        self.values.extend(value);
    }
}

impl Group {
    pub(super) fn new(table: &Table) -> Self {
        let columns = table.columns.iter().map(|column| match column.holds {
            Holds::Text => Buffer::Text(Values::default()),
            Holds::Integer => Buffer::Integer(Values::default()),
            Holds::Real => Buffer::Real(Values::default()),
            Holds::Date => Buffer::Date(Values::default()),
            Holds::List => Buffer::List(Values::default()),
        });
        let shapes = table.spatial.then(Default::default);
        Self { rows: 0, bytes: 0, shapes, columns: columns.collect() }
    }

    /// How many rows wait.
    pub(super) const fn rows(&self) -> usize {
        self.rows
    }

    /// How many bytes of text and shapes wait.
    pub(super) const fn bytes(&self) -> usize {
        self.bytes
    }

    /// Adds the shape of the next row, as WKB with its box.
    pub(super) fn shape(&mut self, shape: Option<(Vec<u8>, [f64; 4])>) {
        let Some((shapes, corners)) = &mut self.shapes else { return };
        self.bytes += shape.as_ref().map_or(0, |(wkb, _)| wkb.len());
        for (axis, corner) in corners.iter_mut().enumerate() {
            corner.push(shape.as_ref().map(|(_, bbox)| bbox[axis]));
        }
        shapes.push(shape.map(|(wkb, _)| wkb.into()));
    }

    /// Adds the other cells of the row.
    pub(super) fn cells(&mut self, columns: &[Column], cells: &[Cell<'_>]) -> Result<(), FormatError> {
        for ((buffer, column), cell) in self.columns.iter_mut().zip(columns).zip(cells) {
            self.bytes += match cell {
                Cell::Text(text) => text.len(),
                Cell::List(words) => words.iter().map(|word| word.len()).sum(),
                _ => 8,
            };
            buffer.push(cell).ok_or_else(|| FormatError::cell(column.name, cell))?;
        }
        self.rows += 1;
        Ok(())
    }

    /// Writes what waits as a group, and is empty afterwards.
    pub(super) fn write(&mut self, file: &mut SerializedFileWriter<File>) -> Result<(), FormatError> {
        let mut group = file.next_row_group()?;
        if let Some((shapes, corners)) = &mut self.shapes {
            shapes.write::<ByteArrayType>(&mut group)?;
            corners.iter_mut().try_for_each(|corner| corner.write::<DoubleType>(&mut group))?;
        }
        for column in &mut self.columns {
            match column {
                Buffer::Text(values) | Buffer::List(values) => values.write::<ByteArrayType>(&mut group)?,
                Buffer::Integer(values) => values.write::<Int64Type>(&mut group)?,
                Buffer::Real(values) => values.write::<DoubleType>(&mut group)?,
                Buffer::Date(values) => values.write::<Int32Type>(&mut group)?,
            }
        }
        group.close()?;
        (self.rows, self.bytes) = (0, 0);
        Ok(())
    }
}

impl Buffer {
    /// `None` where the cell is not of this column.
    fn push(&mut self, cell: &Cell<'_>) -> Option<()> {
        match (self, cell) {
            (Self::Text(values), Cell::Empty) => values.push(None),
            (Self::Text(values), Cell::Text(text)) => values.push(Some(text.as_bytes().to_vec().into())),
            (Self::Integer(values), Cell::Empty) => values.push(None),
            (Self::Integer(values), Cell::Integer(number)) => values.push(Some(*number)),
            (Self::Real(values), Cell::Empty) => values.push(None),
            (Self::Real(values), Cell::Real(number)) => values.push(Some(*number)),
            (Self::Date(values), Cell::Empty) => values.push(None),
            (Self::Date(values), Cell::Date(day)) => {
                let days = day.since((jiff::Unit::Day, EPOCH)).ok()?.get_days();
                values.push(Some(days));
            }
            (Self::List(values), Cell::Empty) => values.nothing(0),
            (Self::List(values), Cell::List(words)) if words.is_empty() => values.nothing(1),
            (Self::List(values), Cell::List(words)) => {
                for (place, word) in words.iter().enumerate() {
                    values.values.push(word.as_bytes().to_vec().into());
                    values.filled.push(2);
                    values.repeated.push(i16::from(place > 0));
                }
            }
            _ => return None,
        }
        Some(())
    }
}

impl<T> Values<T> {
    /// A row without words: 0 where there is no list, 1 where it is empty.
    fn nothing(&mut self, filled: i16) {
        self.filled.push(filled);
        self.repeated.push(0);
    }

    fn write<D: parquet::data_type::DataType<T = T>>(
        &mut self,
        group: &mut SerializedRowGroupWriter<'_, File>,
    ) -> Result<(), FormatError> {
        let Some(mut column) = group.next_column()? else {
            return Err(
                ParquetError::General("the schema has fewer columns than the table".to_owned()).into()
            );
        };
        let Self { values, filled, repeated } = self;
        let repeated = take(repeated);
        let repeated = (!repeated.is_empty()).then_some(repeated);
        column.typed::<D>().write_batch(&take(values), Some(&take(filled)), repeated.as_deref())?;
        column.close()?;
        Ok(())
    }
}
