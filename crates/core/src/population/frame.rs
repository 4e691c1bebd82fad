//! Where the cells of a raster lie on the Earth.

use super::PopulationError;

/// Columns that a grid may have: the whole Earth in 30-arc-second cells has 43,200.
pub const MOST_COLUMNS: u32 = 65_535;
/// Cells that a grid may have.
pub const MOST_CELLS: u64 = 200_000_000;

/// Semi-major axis of WGS84, metres.
const A: f64 = 6_378_137.0;
/// Flattening of WGS84.
const F: f64 = 1.0 / 298.257_223_563;

/// A raster with north up in longitude and latitude (EPSG:4326).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GridFrame {
    /// Longitude of the western border, degrees.
    pub west: f64,
    /// Latitude of the northern border, degrees.
    pub north: f64,
    /// Width of a cell, degrees, positive.
    pub step_x: f64,
    /// Height of a cell, degrees, positive.
    pub step_y: f64,
    /// Cells from west to east.
    pub columns: u32,
    /// Cells from north to south.
    pub rows: u32,
}

impl GridFrame {
    /// Whether the frame lies on the Earth and is not too large.
    ///
    /// # Errors
    /// Names the part that cannot be.
    pub fn check(&self) -> Result<(), PopulationError> {
        // Borders in files are rounded; what is beyond a pole or a full turn by a hundredth of a cell is on it.
        let slack_x = self.step_x * 0.01;
        let slack_y = self.step_y * 0.01;
        let fault = |what, value, expected| Err(PopulationError::Frame { what, value, expected });
        if self.columns == 0 {
            return fault("the number of columns", 0.0, "1 or more");
        }
        if self.rows == 0 {
            return fault("the number of rows", 0.0, "1 or more");
        }
        if self.columns > MOST_COLUMNS || self.cells() > MOST_CELLS {
            return Err(PopulationError::TooLarge {
                columns: self.columns,
                rows: self.rows,
                most_columns: MOST_COLUMNS,
                most_cells: MOST_CELLS,
            });
        }
        if !(self.step_x > 0.0 && self.step_x * f64::from(self.columns) <= 360.0 + slack_x) {
            return fault("a cell width of", self.step_x, "above 0, and all columns within 360 degrees");
        }
        if !(self.step_y > 0.0 && self.step_y * f64::from(self.rows) <= 180.0 + slack_y) {
            return fault("a cell height of", self.step_y, "above 0, and all rows within 180 degrees");
        }
        if !(-180.0 - slack_x..=180.0 + slack_x).contains(&self.west) {
            return fault("a western border of", self.west, "-180 to 180 degrees");
        }
        if !(-90.0..=90.0 + slack_y).contains(&self.north) {
            return fault("a northern border of", self.north, "-90 to 90 degrees");
        }
        if !(-90.0 - slack_y..=90.0).contains(&self.south()) {
            return fault("a southern border of", self.south(), "-90 to 90 degrees");
        }
        Ok(())
    }

    /// Number of cells.
    #[must_use]
    pub fn cells(&self) -> u64 {
        u64::from(self.columns) * u64::from(self.rows)
    }

    /// Longitude of the eastern border, degrees.
    #[must_use]
    pub fn east(&self) -> f64 {
        self.west + self.step_x * f64::from(self.columns)
    }

    /// Latitude of the southern border, degrees.
    #[must_use]
    pub fn south(&self) -> f64 {
        self.north - self.step_y * f64::from(self.rows)
    }

    /// Width and height of a cell at a latitude, metres along the parallel and along the meridian.
    #[must_use]
    pub fn cell_size_m(&self, lat: f64) -> (f64, f64) {
        let e2 = F * (2.0 - F);
        let (sin, cos) = lat.to_radians().sin_cos();
        let w2 = 1.0 - e2 * sin * sin;
        let across = A / w2.sqrt();
        let along = A * (1.0 - e2) / (w2 * w2.sqrt());
        (self.step_x.to_radians() * across * cos, self.step_y.to_radians() * along)
    }

    /// Square kilometres of a cell of a row on the ellipsoid, between its meridians and parallels.
    ///
    /// # Source
    /// The area of a zone: J. P. Snyder, *Map Projections: A Working Manual*, USGS Professional Paper 1395 (1987), equation 3-12.
    #[must_use]
    pub fn cell_area_km2(&self, row: u32) -> f64 {
        let top = self.north - self.step_y * f64::from(row);
        let bottom = self.north - self.step_y * f64::from(row + 1);
        let e2 = F * (2.0 - F);
        let square = A * A * (1.0 - e2) / 2.0;
        self.step_x.to_radians() * square * (zone(top) - zone(bottom)) / 1e6
    }
}

/// Area from the equator to a latitude for one radian of longitude, as a part of half the square of the semi-minor axis.
fn zone(lat: f64) -> f64 {
    let e = (F * (2.0 - F)).sqrt();
    let sin = lat.clamp(-90.0, 90.0).to_radians().sin();
    sin / (1.0 - e * e * sin * sin) + (e * sin).atanh() / e
}

#[cfg(test)]
mod tests {
    use super::GridFrame;

    #[test]
    fn the_cells_of_the_whole_earth_cover_its_area() {
        let frame =
            GridFrame { west: -180.0, north: 90.0, step_x: 0.5, step_y: 0.5, columns: 720, rows: 360 };
        let sum: f64 = (0..360).map(|row| 720.0 * frame.cell_area_km2(row)).sum();
        // The surface of WGS84.
        assert!((sum / 510_065_621.724 - 1.0).abs() < 1e-11, "{sum}");
    }

    #[test]
    fn a_small_cell_has_the_area_of_its_sides() {
        let step = 1.0 / 3600.0;
        let frame =
            GridFrame { west: 70.0, north: 50.0 + step, step_x: step, step_y: step, columns: 2, rows: 2 };
        let (width, height) = frame.cell_size_m(50.0 + step / 2.0);
        assert!((frame.cell_area_km2(0) * 1e6 / (width * height) - 1.0).abs() < 1e-8);
    }
}
