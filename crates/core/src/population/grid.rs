//! A raster of the population.

use super::{
    GridFrame, PopulationError,
    strip::{Strip, Values, WIDTH},
    west::{West, strips},
};

/// Bytes that an identifier may have.
pub(super) const MOST_NAME: usize = 200;

/// What the values of a raster are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Persons in a cell.
    Count,
    /// Persons per km²: times the area of the cell on the ellipsoid.
    Density,
}

/// What a raster says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct GridHeader {
    /// A slug, such as `worldpop-2020`.
    pub id: String,
    /// Id of the source in the release.
    pub source: String,
    /// The year for which people are counted.
    pub year: i16,
    /// What the values are.
    pub measure: Measure,
    /// Where the cells lie.
    pub frame: GridFrame,
}

impl GridHeader {
    /// Whether the frame and the identifiers can be.
    ///
    /// # Errors
    /// Names the part that cannot.
    pub fn check(&self) -> Result<(), PopulationError> {
        for (what, name) in [("id", &self.id), ("source", &self.source)] {
            if name.is_empty() || name.len() > MOST_NAME {
                return Err(PopulationError::Name { what, bytes: name.len(), most: MOST_NAME });
            }
        }
        self.frame.check()
    }
}

/// A raster of the population, held so that sums over polygons cost only what their outline crosses.
#[derive(Debug, Clone)]
pub struct PopulationGrid {
    header: GridHeader,
    /// Columns of the frame.
    pub(super) columns: f64,
    pub(super) strips: Vec<Strip>,
    /// Persons in a cell of a row per unit of its value.
    pub(super) weights: Vec<f64>,
}

impl PopulationGrid {
    /// A grid from rows of values, north first. Values that are not numbers, or are `nodata`, are cells without data.
    ///
    /// # Errors
    /// Refuses frames that are not on the Earth or too large, rows that do not fit the frame, and values that are negative or infinite.
    pub fn build(
        header: GridHeader,
        rows: impl IntoIterator<Item = Vec<f32>>,
        nodata: Option<f64>,
    ) -> Result<Self, PopulationError> {
        header.check()?;
        // Files write the value for "no data" with more or fewer digits than its cells have.
        let nodata = nodata.map(|value| value as f32);
        let GridFrame { columns, rows: expected, .. } = header.frame;
        let mut strips = strips(columns, expected);
        let mut held = 0;
        for (row, mut values) in (0..).zip(rows) {
            if row == expected {
                return Err(PopulationError::RowCount { rows: row + 1, expected });
            }
            if values.len() != columns as usize {
                return Err(PopulationError::RowLength { row, columns: values.len(), expected: columns });
            }
            for (column, value) in (0..).zip(&mut values) {
                if Some(*value) == nodata {
                    *value = f32::NAN;
                }
                *value = population(*value).ok_or(PopulationError::Value { row, column, value: *value })?;
            }
            let mut west = West::default();
            for (strip, values) in strips.iter_mut().zip(values.chunks(WIDTH)) {
                west = strip.push(west, values);
            }
            held = row + 1;
        }
        if held != expected {
            return Err(PopulationError::RowCount { rows: held, expected });
        }
        Ok(Self::of_strips(header, strips))
    }

    /// A grid of strips that are known to fit the header.
    pub(super) fn of_strips(header: GridHeader, mut strips: Vec<Strip>) -> Self {
        strips.iter_mut().for_each(Strip::finish);
        let weight = |row| match header.measure {
            Measure::Count => 1.0,
            Measure::Density => header.frame.cell_area_km2(row),
        };
        let weights = (0..header.frame.rows).map(weight).collect();
        Self { columns: f64::from(header.frame.columns), header, strips, weights }
    }

    /// All that the raster says of itself.
    #[must_use]
    pub fn header(&self) -> &GridHeader {
        &self.header
    }

    /// The slug, such as `worldpop-2020`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.header.id
    }

    /// Id of the source in the release.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.header.source
    }

    /// The year for which people are counted.
    #[must_use]
    pub fn year(&self) -> i16 {
        self.header.year
    }

    /// What the values are.
    #[must_use]
    pub fn measure(&self) -> Measure {
        self.header.measure
    }

    /// Where the cells lie.
    #[must_use]
    pub fn frame(&self) -> &GridFrame {
        &self.header.frame
    }

    /// Width and height of a cell at a latitude, metres: the resolution.
    #[must_use]
    pub fn cell_size_m(&self, lat: f64) -> (f64, f64) {
        self.header.frame.cell_size_m(lat)
    }

    /// The values of a row, from the west; what has no data is not a number. Row 0 is the northernmost.
    ///
    /// # Panics
    /// Where the grid has no such row.
    #[must_use]
    pub fn row(&self, row: u32) -> Vec<f32> {
        let mut all = Vec::with_capacity(self.header.frame.columns as usize);
        for strip in &self.strips {
            match strip.values(row as usize) {
                Values::Cells(cells) => all.extend_from_slice(cells),
                Values::Runs(runs) => {
                    let mut start = 0;
                    for run in runs {
                        all.extend(std::iter::repeat_n(run.value, usize::from(run.end - start)));
                        start = run.end;
                    }
                }
            }
        }
        all
    }

    /// All people of the raster.
    #[must_use]
    pub fn total(&self) -> f64 {
        let columns = self.header.frame.columns;
        self.weights.iter().enumerate().map(|(row, weight)| self.west_of(row, columns).sum * weight).sum()
    }

    /// Bytes that the grid takes, without what the allocator adds.
    #[must_use]
    pub fn memory_bytes(&self) -> usize {
        let strips: usize = self.strips.iter().map(|strip| size_of::<Strip>() + strip.memory_bytes()).sum();
        size_of::<Self>()
            + strips
            + size_of_val(&*self.weights)
            + self.header.id.len()
            + self.header.source.len()
    }
}

/// A value that can be a population, or that is no data, in one form each; nothing where it can be neither.
pub(super) fn population(value: f32) -> Option<f32> {
    if value.is_nan() {
        Some(f32::NAN)
    } else if value >= 0.0 && value.is_finite() {
        // Zero has one sign.
        Some(value + 0.0)
    } else {
        None
    }
}
