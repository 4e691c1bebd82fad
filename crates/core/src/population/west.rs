//! What lies west of a place in its row.

use super::{
    PopulationGrid,
    strip::{Strip, WIDTH},
};

/// Values of the cells of a row west of a place, summed; parts of cells by their width.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct West {
    /// Values.
    pub(super) sum: f64,
    /// Cells that have data.
    pub(super) known: f64,
}

impl West {
    #[inline]
    pub(super) fn add(&mut self, other: Self, part: f64) {
        self.sum += other.sum * part;
        self.known += other.known * part;
    }
}

impl PopulationGrid {
    /// What lies west of the places from `left` to `right` of a row, as a mean over them. Both are columns with their fractions, `left` ≤
    /// `right`.
    #[inline]
    pub(super) fn mean_west(&self, row: usize, left: f64, right: f64) -> West {
        if left >= 0.0 && right <= self.columns {
            let at = (left as usize / WIDTH).min(self.strips.len() - 1);
            let start = (at * WIDTH) as f64;
            if right <= start + WIDTH as f64 {
                return self.strips[at].mean_west(row, left - start, right - start);
            }
            return self.mean_over(row, left, right, at);
        }
        self.mean_beyond(row, left, right)
    }

    /// What lies west of a column of a row.
    pub(super) fn west_of(&self, row: usize, column: u32) -> West {
        self.mean_west(row, f64::from(column), f64::from(column))
    }

    /// Over several strips, from the one at a place in `strips`.
    fn mean_over(&self, row: usize, left: f64, right: f64, first: usize) -> West {
        let mut mean = West::default();
        let mut from = left;
        for (at, strip) in self.strips.iter().enumerate().skip(first) {
            let start = (at * WIDTH) as f64;
            let to = right.min(start + strip.width() as f64);
            mean.add(strip.mean_west(row, from - start, to - start), (to - from) / (right - left));
            if to >= right {
                break;
            }
            from = to;
        }
        mean
    }

    /// West of the row there is nothing, east of it everything.
    #[cold]
    fn mean_beyond(&self, row: usize, left: f64, right: f64) -> West {
        if right <= 0.0 {
            return West::default();
        }
        let all = self.mean_west(row, self.columns, self.columns);
        if left >= self.columns {
            return all;
        }
        let (from, to) = (left.max(0.0), right.min(self.columns));
        let mut mean = West::default();
        mean.add(self.mean_west(row, from, to), (to - from) / (right - left));
        mean.add(all, (right - to) / (right - left));
        mean
    }
}

/// Strips without rows for as many columns as a raster has.
pub(super) fn strips(columns: u32, rows: u32) -> Vec<Strip> {
    let columns = columns as usize;
    let width = |start| WIDTH.min(columns - start);
    (0..columns).step_by(WIDTH).map(|start| Strip::new(width(start), rows as usize)).collect()
}
