//! A strip of columns through all rows, so held that the people west of any place in it are found at once.
//!
//! Census counts spread over districts give runs of equal values; modelled counts differ in every cell. Each row of a strip is held in
//! the way that takes less room. Rows of a strip follow each other in memory: a zone lies in few strips, and what it needs is close by.

use super::west::West;

/// Columns of a strip; the last one of a raster may have fewer.
pub(super) const WIDTH: usize = 32;

/// Marks a row that is held cell by cell.
const CELLS: u32 = 1 << 31;

/// Cells of one value that follow each other within a strip.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// Values of all cells of the row before the first one, summed.
    before: f64,
    /// The value of every cell; not a number where there is no data.
    pub(super) value: f32,
    /// Cells of the row with data before the first one.
    known: u16,
    /// The first column within the strip.
    start: u8,
    /// The column behind the last one.
    pub(super) end: u8,
}

impl Run {
    #[inline]
    fn at(&self, column: f64) -> West {
        let within = column - f64::from(self.start);
        let (value, known) = if self.value.is_nan() { (0.0, 0.0) } else { (f64::from(self.value), 1.0) };
        West { sum: self.before + value * within, known: f64::from(self.known) + known * within }
    }
}

/// Rows of 1 to 32 columns.
#[derive(Debug, Clone, Default)]
pub(super) struct Strip {
    width: usize,
    /// For every row where its first run is, or, marked, which of the rows held cell by cell it is.
    rows: Vec<u32>,
    runs: Vec<Run>,
    /// What lies west of the strip in the rows held cell by cell.
    wests: Vec<West>,
    /// The values of the rows held cell by cell; not a number where there is no data.
    cells: Vec<f32>,
}

/// The values of a row of a strip.
pub(super) enum Values<'a> {
    Runs(&'a [Run]),
    Cells(&'a [f32]),
}

impl Strip {
    pub(super) fn new(width: usize, rows: usize) -> Self {
        Self { width, rows: Vec::with_capacity(rows), ..Self::default() }
    }

    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Adds a row in the shape that takes less room. Takes what lies west of the strip, gives what lies west of its end.
    pub(super) fn push(&mut self, west: West, values: &[f32]) -> West {
        let runs = values.chunk_by(|a, b| a == b || (a.is_nan() && b.is_nan()));
        if runs.clone().count() * size_of::<Run>() >= size_of::<West>() + size_of_val(values) {
            return self.push_cells(west, values);
        }
        let mut end = 0;
        self.push_runs(
            west,
            runs.map(|run| {
                end += run.len() as u8;
                (end, run[0])
            }),
        )
    }

    /// Adds a row of runs: the columns behind their last ones, which rise to the width, and their values.
    pub(super) fn push_runs(&mut self, mut west: West, runs: impl Iterator<Item = (u8, f32)>) -> West {
        self.rows.push(self.runs.len() as u32);
        let mut start = 0;
        for (end, value) in runs {
            let run = Run { before: west.sum, value, known: west.known as u16, start, end };
            self.runs.push(run);
            west = run.at(f64::from(end));
            start = end;
        }
        west
    }

    /// Adds a row cell by cell.
    pub(super) fn push_cells(&mut self, west: West, values: &[f32]) -> West {
        self.rows.push(self.wests.len() as u32 | CELLS);
        self.wests.push(west);
        self.cells.extend(values);
        values.iter().fold(west, |west, &value| through(west, value, 1.0))
    }

    /// Gives back room that no row needs.
    pub(super) fn finish(&mut self) {
        self.runs.shrink_to_fit();
        self.wests.shrink_to_fit();
        self.cells.shrink_to_fit();
    }

    /// What a row is made of.
    pub(super) fn values(&self, row: usize) -> Values<'_> {
        let at = self.rows[row];
        if at & CELLS != 0 {
            return Values::Cells(self.row_cells((at & !CELLS) as usize));
        }
        let runs = &self.runs[at as usize..];
        let last = runs.iter().take_while(|run| usize::from(run.end) < self.width).count();
        Values::Runs(&runs[..=last])
    }

    /// What lies west of the places from `left` to `right` of the strip, as a mean over them; 0 ≤ `left` ≤ `right` ≤ the width.
    #[inline]
    pub(super) fn mean_west(&self, row: usize, left: f64, right: f64) -> West {
        let at = self.rows[row];
        // The end of the strip belongs to its last cell.
        let column = (left as usize).min(self.width - 1);
        if at & CELLS == 0 {
            self.mean_of_runs(at as usize, column, left, right)
        } else {
            self.mean_of_cells((at & !CELLS) as usize, column, left, right)
        }
    }

    /// Bytes on the heap.
    pub(super) fn memory_bytes(&self) -> usize {
        size_of_val(&*self.rows)
            + size_of_val(&*self.runs)
            + size_of_val(&*self.wests)
            + size_of_val(&*self.cells)
    }

    #[inline]
    fn mean_of_runs(&self, first: usize, column: usize, left: f64, right: f64) -> West {
        let mut at = first;
        while usize::from(self.runs[at].end) <= column {
            at += 1;
        }
        let run = &self.runs[at];
        // Within a run the sum grows evenly: its mean is that in the middle.
        if right <= f64::from(run.end) {
            return run.at((left + right) * 0.5);
        }
        let mut mean = West::default();
        let mut from = left;
        for run in &self.runs[at..] {
            let to = right.min(f64::from(run.end));
            mean.add(run.at((from + to) * 0.5), (to - from) / (right - left));
            if to >= right {
                break;
            }
            from = to;
        }
        mean
    }

    #[inline]
    fn mean_of_cells(&self, place: usize, column: usize, left: f64, right: f64) -> West {
        let cells = self.row_cells(place);
        let mut west = self.wests[place];
        for &value in &cells[..column] {
            west = through(west, value, 1.0);
        }
        if right <= (column + 1) as f64 {
            return through(west, cells[column], (left + right) * 0.5 - column as f64);
        }
        let mut mean = West::default();
        let mut from = left;
        for (column, &value) in cells.iter().enumerate().skip(column) {
            let to = right.min((column + 1) as f64);
            let middle = (from + to) * 0.5 - column as f64;
            mean.add(through(west, value, middle), (to - from) / (right - left));
            if to >= right {
                break;
            }
            west = through(west, value, 1.0);
            from = to;
        }
        mean
    }

    fn row_cells(&self, place: usize) -> &[f32] {
        &self.cells[place * self.width..][..self.width]
    }
}

#[inline]
fn through(west: West, value: f32, part: f64) -> West {
    if value.is_nan() {
        west
    } else {
        West { sum: west.sum + f64::from(value) * part, known: west.known + part }
    }
}
