//! A grid as bytes and back.
//!
//! Little-endian: a mark and a version; year, measure and frame; the identifiers; then one column of numbers after the other, which packs
//! well: the number of runs of every row (0: the row is held cell by cell), the first columns of all runs, and all values. Sums are made
//! anew on reading, so that bytes can't tell them wrong.

use super::{
    GridFrame, GridHeader, Measure, PopulationError, PopulationGrid,
    grid::{MOST_NAME, population},
    row::Row,
};

/// The first bytes: the name of the format and its version.
const MARK: [u8; 8] = *b"TKPOP\0\0\x01";

impl PopulationGrid {
    /// The grid as bytes, the same for the same grid.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let GridHeader { id, source, year, measure, frame } = self.header();
        let mut bytes = Vec::from(MARK);
        bytes.extend(year.to_le_bytes());
        bytes.push(match measure {
            Measure::Count => 0,
            Measure::Density => 1,
        });
        for number in [frame.west, frame.north, frame.step_x, frame.step_y] {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(frame.columns.to_le_bytes());
        bytes.extend(frame.rows.to_le_bytes());
        for name in [id, source] {
            // A checked header has names of at most 200 bytes.
            bytes.push(name.len() as u8);
            bytes.extend(name.as_bytes());
        }
        for row in &self.rows {
            bytes.extend((row.runs().len() as u16).to_le_bytes());
        }
        for run in self.rows.iter().flat_map(Row::runs) {
            bytes.extend(run.start.to_le_bytes());
        }
        for row in &self.rows {
            for value in row.runs().iter().map(|run| &run.value).chain(row.cells()) {
                bytes.extend(value.to_le_bytes());
            }
        }
        bytes
    }

    /// The grid that bytes hold.
    ///
    /// # Errors
    /// Says at which byte and why; whatever the bytes are, no more memory is asked for than they and the limits on cells allow.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PopulationError> {
        let mut reader = Reader { bytes, at: 0 };
        let header = reader.header()?;
        header.check()?;
        let GridFrame { columns, rows, .. } = header.frame;
        let counts = reader.list(rows as usize, u16::from_le_bytes)?;
        let runs = counts.iter().map(|&count| usize::from(count)).sum();
        let starts = reader.list(runs, u16::from_le_bytes)?;
        let mut starts = starts.as_slice();
        let mut held = Vec::with_capacity(counts.len());
        for count in counts {
            if count == 0 {
                held.push(Row::of_cells(reader.values(columns as usize)?));
                continue;
            }
            let (first, rest) = starts.split_at(usize::from(count));
            starts = rest;
            let rising = first.is_sorted_by(|a, b| a < b);
            if first[0] != 0 || !rising || first.last().is_some_and(|&last| u32::from(last) >= columns) {
                return reader.fault("the runs of a row do not begin at 0, rise and end within its columns");
            }
            let values = reader.values(first.len())?;
            held.push(Row::of_runs(first.iter().copied().zip(values), columns as usize));
        }
        if reader.at != bytes.len() {
            return reader.fault("there is more than a grid");
        }
        Ok(Self::of_rows(header, held))
    }
}

/// Bytes, and how far they are read.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn fault<T>(&self, what: &'static str) -> Result<T, PopulationError> {
        Err(PopulationError::Bytes { at: self.at, what })
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], PopulationError> {
        match self.bytes[self.at..].get(..count) {
            Some(taken) => {
                self.at += count;
                Ok(taken)
            }
            None => self.fault("the bytes end too early"),
        }
    }

    fn one<const N: usize, T>(&mut self, read: fn([u8; N]) -> T) -> Result<T, PopulationError> {
        let mut number = [0; N];
        number.copy_from_slice(self.take(N)?);
        Ok(read(number))
    }

    /// Numbers that follow each other; room is made only for as many as there are.
    fn list<const N: usize, T>(
        &mut self,
        count: usize,
        read: fn([u8; N]) -> T,
    ) -> Result<Vec<T>, PopulationError> {
        let (numbers, _) = self.take(count.saturating_mul(N))?.as_chunks();
        Ok(numbers.iter().copied().map(read).collect())
    }

    fn values(&mut self, count: usize) -> Result<Vec<f32>, PopulationError> {
        let mut values = self.list(count, f32::from_le_bytes)?;
        for value in &mut values {
            match population(*value) {
                Some(valid) => *value = valid,
                None => return self.fault("a value before this is negative or infinite"),
            }
        }
        Ok(values)
    }

    fn name(&mut self) -> Result<String, PopulationError> {
        let length = usize::from(self.one(u8::from_le_bytes)?);
        if length > MOST_NAME {
            return self.fault("an identifier is too long");
        }
        match str::from_utf8(self.take(length)?) {
            Ok(name) => Ok(name.to_owned()),
            Err(_) => self.fault("an identifier is not UTF-8"),
        }
    }

    fn header(&mut self) -> Result<GridHeader, PopulationError> {
        if self.take(MARK.len())? != MARK {
            self.at = 0;
            return self.fault("this is no population grid of version 1");
        }
        let year = self.one(i16::from_le_bytes)?;
        let measure = match self.one(u8::from_le_bytes)? {
            0 => Measure::Count,
            1 => Measure::Density,
            _ => return self.fault("the measure before this is unknown"),
        };
        let frame = GridFrame {
            west: self.one(f64::from_le_bytes)?,
            north: self.one(f64::from_le_bytes)?,
            step_x: self.one(f64::from_le_bytes)?,
            step_y: self.one(f64::from_le_bytes)?,
            columns: self.one(u32::from_le_bytes)?,
            rows: self.one(u32::from_le_bytes)?,
        };
        Ok(GridHeader { id: self.name()?, source: self.name()?, year, measure, frame })
    }
}
