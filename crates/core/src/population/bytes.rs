//! A grid as bytes and back.
//!
//! Little-endian: a mark and a version; year, measure and frame; the identifiers; then, strip after strip of 32 columns, one column of
//! numbers after the other, which packs well: the number of runs of every row (0: the row is held cell by cell), the columns behind all
//! runs, and all values. Sums are made anew on reading, so that bytes can't tell them wrong.

use super::{
    GridFrame, GridHeader, Measure, PopulationError, PopulationGrid,
    grid::{MOST_NAME, population},
    strip::{Strip, Values, WIDTH},
    west::{West, strips},
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
        for strip in &self.strips {
            write_strip(strip, frame.rows as usize, &mut bytes);
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
        // A row of a strip has a byte at least: room is made only for rows that may be there.
        let strip_count = u64::from(columns).div_ceil(WIDTH as u64);
        if strip_count * u64::from(rows) > bytes.len() as u64 {
            return reader.fault("the bytes end too early");
        }
        let mut strips = strips(columns, rows);
        let mut wests = vec![West::default(); rows as usize];
        for strip in &mut strips {
            reader.strip(strip, &mut wests)?;
        }
        if reader.at != bytes.len() {
            return reader.fault("there is more than a grid");
        }
        Ok(Self::of_strips(header, strips))
    }
}

fn write_strip(strip: &Strip, rows: usize, bytes: &mut Vec<u8>) {
    let rows = || (0..rows).map(|row| strip.values(row));
    bytes.extend(rows().map(|row| match row {
        // At most as many as a strip has columns.
        Values::Runs(runs) => runs.len() as u8,
        Values::Cells(_) => 0,
    }));
    for row in rows() {
        if let Values::Runs(runs) = row {
            bytes.extend(runs.iter().map(|run| run.end));
        }
    }
    for row in rows() {
        match row {
            Values::Runs(runs) => bytes.extend(runs.iter().flat_map(|run| run.value.to_le_bytes())),
            Values::Cells(cells) => bytes.extend(cells.iter().flat_map(|value| value.to_le_bytes())),
        }
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

    /// The rows of a strip. Takes what lies west of the strip in every row, and leaves what lies west of its end.
    fn strip(&mut self, strip: &mut Strip, wests: &mut [West]) -> Result<(), PopulationError> {
        let counts = self.take(wests.len())?;
        let mut ends = self.take(counts.iter().map(|&count| usize::from(count)).sum())?;
        for (&count, west) in counts.iter().zip(wests) {
            if count == 0 {
                *west = strip.push_cells(*west, &self.values(strip.width())?);
                continue;
            }
            let (row, rest) = ends.split_at(usize::from(count));
            ends = rest;
            let rising = row[0] > 0 && row.is_sorted_by(|a, b| a < b);
            if !rising || row.last().is_none_or(|&last| usize::from(last) != strip.width()) {
                return self.fault("the runs of a row in the strip before this do not rise to its end");
            }
            let values = self.values(row.len())?;
            *west = strip.push_runs(*west, row.iter().copied().zip(values));
        }
        Ok(())
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
