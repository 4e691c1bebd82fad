//! One row of cells, so held that the people west of any place in it are found at once.
//!
//! Census counts spread over districts give long runs of equal values; modelled counts differ in every cell. Each row is held in the way
//! that takes less room.

/// Columns between two entries of an index.
const STRIDE: usize = 32;

/// What lies in one row west of a place: values of the cells summed, parts of cells by their width.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct West {
    /// Values.
    pub(super) sum: f64,
    /// Cells that have data.
    pub(super) known: f64,
}

impl West {
    fn add(&mut self, other: Self, part: f64) {
        self.sum += other.sum * part;
        self.known += other.known * part;
    }
}

/// Cells of one value that follow each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// Values of all cells before the first one, summed.
    before: f64,
    /// The value of every cell; not a number where there is no data.
    pub(super) value: f32,
    /// The first column.
    pub(super) start: u16,
    /// Cells with data before the first one.
    known: u16,
}

impl Run {
    #[inline]
    fn at(&self, column: f64) -> West {
        let within = column - f64::from(self.start);
        let (value, known) = if self.value.is_nan() { (0.0, 0.0) } else { (f64::from(self.value), 1.0) };
        West { sum: self.before + value * within, known: f64::from(self.known) + known * within }
    }
}

/// What lies before a column of a row that is held cell by cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    sum: f64,
    known: u32,
}

/// The cells of a row.
#[derive(Debug, Clone)]
pub(super) enum Row {
    /// Runs of equal values, and one behind the last column that has no data; for every 32nd column the run that it is in.
    Runs {
        /// The runs.
        runs: Box<[Run]>,
        /// Places in `runs`.
        index: Box<[u16]>,
    },
    /// Every value, and the sums before every 32nd column.
    Cells {
        /// The values; not a number where there is no data.
        values: Box<[f32]>,
        /// The sums, one more than is needed for the last column.
        marks: Box<[Mark]>,
    },
}

impl Row {
    /// A row in the shape that takes less room. There are 1 to 65,535 values.
    pub(super) fn new(values: Vec<f32>) -> Self {
        let starts: Vec<u16> = (0..values.len())
            .filter(|&column| column == 0 || !same(values[column - 1], values[column]))
            .filter_map(|column| u16::try_from(column).ok())
            .collect();
        let runs = (starts.len() + 1) * size_of::<Run>() + values.len() / STRIDE * size_of::<u16>();
        let cells = values.len() * size_of::<f32>() + values.len() / STRIDE * size_of::<Mark>();
        if runs < cells {
            let runs = starts.iter().map(|&start| (start, values[usize::from(start)]));
            Self::of_runs(runs, values.len())
        } else {
            Self::of_cells(values)
        }
    }

    /// A row of runs, given by first columns (rising from 0) and values.
    pub(super) fn of_runs(given: impl Iterator<Item = (u16, f32)>, columns: usize) -> Self {
        let mut runs: Vec<Run> = Vec::with_capacity(given.size_hint().0 + 1);
        let end = (u16::try_from(columns).unwrap_or(u16::MAX), f32::NAN);
        for (start, value) in given.chain([end]) {
            let west = runs.last().map_or(West::default(), |run| run.at(f64::from(start)));
            // Whole cells: exact.
            runs.push(Run { before: west.sum, value, start, known: west.known as u16 });
        }
        let mut index = Vec::with_capacity(columns / STRIDE + 1);
        let mut at = 0;
        for column in (0..=columns).step_by(STRIDE) {
            while at + 1 < runs.len() && usize::from(runs[at + 1].start) <= column {
                at += 1;
            }
            index.push(u16::try_from(at).unwrap_or(u16::MAX));
        }
        Self::Runs { runs: runs.into(), index: index.into() }
    }

    /// A row held cell by cell.
    pub(super) fn of_cells(values: Vec<f32>) -> Self {
        let mut mark = Mark { sum: 0.0, known: 0 };
        let mut marks = vec![mark];
        for part in values.chunks(STRIDE) {
            for &value in part.iter().filter(|value| !value.is_nan()) {
                mark = Mark { sum: mark.sum + f64::from(value), known: mark.known + 1 };
            }
            marks.push(mark);
        }
        Self::Cells { values: values.into(), marks: marks.into() }
    }

    /// What lies west of the places from `left` to `right`, as a mean over them. Both are columns with their fractions, `left` ≤ `right`.
    #[inline]
    pub(super) fn mean_west(&self, left: f64, right: f64, columns: f64) -> West {
        if left >= 0.0 && right <= columns {
            return self.mean_within(left, right);
        }
        self.mean_beyond(left, right, columns)
    }

    /// What lies west of a column.
    pub(super) fn west_of(&self, column: u32) -> West {
        self.mean_within(f64::from(column), f64::from(column))
    }

    /// The runs without the one behind the last column; none where the row is held cell by cell.
    pub(super) fn runs(&self) -> &[Run] {
        match self {
            Self::Runs { runs, .. } => runs.split_last().map_or(&[], |(_, all)| all),
            Self::Cells { .. } => &[],
        }
    }

    /// The cells; none where the row is held as runs.
    pub(super) fn cells(&self) -> &[f32] {
        match self {
            Self::Runs { .. } => &[],
            Self::Cells { values, .. } => values,
        }
    }

    /// The value of every cell; not a number where there is no data.
    pub(super) fn values(&self, columns: usize) -> impl Iterator<Item = f32> {
        let runs = self.runs();
        let ends = runs.iter().skip(1).map(|run| usize::from(run.start)).chain([columns]);
        let of_runs = runs
            .iter()
            .zip(ends)
            .flat_map(|(run, end)| std::iter::repeat_n(run.value, end - usize::from(run.start)));
        of_runs.chain(self.cells().iter().copied())
    }

    /// Bytes on the heap.
    pub(super) fn memory_bytes(&self) -> usize {
        match self {
            Self::Runs { runs, index } => size_of_val(&**runs) + size_of_val(&**index),
            Self::Cells { values, marks } => size_of_val(&**values) + size_of_val(&**marks),
        }
    }

    /// West of the row there is nothing, east of it everything.
    #[cold]
    fn mean_beyond(&self, left: f64, right: f64, columns: f64) -> West {
        if right <= 0.0 {
            return West::default();
        }
        let all = self.mean_within(columns, columns);
        if left >= columns {
            return all;
        }
        let (from, to) = (left.max(0.0), right.min(columns));
        let mut mean = West::default();
        mean.add(self.mean_within(from, to), (to - from) / (right - left));
        mean.add(all, (right - to) / (right - left));
        mean
    }

    #[inline]
    fn mean_within(&self, left: f64, right: f64) -> West {
        match self {
            Self::Runs { runs, index } => mean_of_runs(runs, index, left, right),
            Self::Cells { values, marks } => mean_of_cells(values, marks, left, right),
        }
    }
}

#[inline]
fn mean_of_runs(runs: &[Run], index: &[u16], left: f64, right: f64) -> West {
    let column = left as usize;
    let mut at = usize::from(index[column / STRIDE]);
    while at + 1 < runs.len() && usize::from(runs[at + 1].start) <= column {
        at += 1;
    }
    let end = |at: usize| runs.get(at + 1).map_or(f64::INFINITY, |next| f64::from(next.start));
    // Within a run the sum grows evenly: its mean is that in the middle.
    if right <= end(at) {
        return runs[at].at(f64::midpoint(left, right));
    }
    let mut mean = West::default();
    let mut from = left;
    while from < right {
        let to = right.min(end(at));
        mean.add(runs[at].at(f64::midpoint(from, to)), (to - from) / (right - left));
        from = to;
        at += 1;
    }
    mean
}

#[inline]
fn mean_of_cells(values: &[f32], marks: &[Mark], left: f64, right: f64) -> West {
    let mut column = left as usize;
    let mark = column / STRIDE;
    let mut west = West { sum: marks[mark].sum, known: f64::from(marks[mark].known) };
    for &value in &values[mark * STRIDE..column] {
        west = through(west, value, 1.0);
    }
    let value = |column: usize| values.get(column).copied().unwrap_or(f32::NAN);
    if right <= (column + 1) as f64 {
        return through(west, value(column), f64::midpoint(left, right) - column as f64);
    }
    let mut mean = West::default();
    let mut from = left;
    while from < right {
        let to = right.min((column + 1) as f64);
        let middle = f64::midpoint(from, to) - column as f64;
        mean.add(through(west, value(column), middle), (to - from) / (right - left));
        west = through(west, value(column), 1.0);
        from = to;
        column += 1;
    }
    mean
}

#[inline]
fn through(west: West, value: f32, part: f64) -> West {
    if value.is_nan() {
        west
    } else {
        West { sum: west.sum + f64::from(value) * part, known: west.known + part }
    }
}

/// Whether two cells have one value, or both none.
fn same(a: f32, b: f32) -> bool {
    a == b || (a.is_nan() && b.is_nan())
}
