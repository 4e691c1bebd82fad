//! Population rasters: from a GeoTIFF and what its recipe says of it to a grid of the release.

mod write;

use crate::{
    fault::Fault,
    read::{About, read_population},
};
use serde::Deserialize;
use std::path::Path;
use terrikon_core::population::{GridFrame, GridHeader, Measure, PopulationGrid};
pub use write::write;

/// One raster of people. The first of a release is the primary one: figures are by it, the others widen the interval.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PopulationRecipe {
    /// A GeoTIFF in degrees of WGS84.
    pub file: String,
    /// A slug, such as `worldpop-2020`.
    pub id: String,
    /// The id of its source.
    pub source: String,
    /// The year for which people are counted.
    pub year: i16,
    /// What its values are.
    pub measure: MeasureWord,
    /// Whether figures may rest on it; one with known faults is told beside them.
    #[serde(default = "counts")]
    pub counts: bool,
    /// West, south, east, north in degrees: cells that lie wholly outside are left out.
    pub crop: Option<[f64; 4]>,
}

const fn counts() -> bool {
    true
}

/// What the values of a raster are.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureWord {
    /// People in a cell.
    Count,
    /// People per km².
    Density,
}

/// Reads a raster.
///
/// # Errors
/// One fault: the file can't be read, is no raster of people in WGS84 degrees, or has values that no population has.
pub fn grid(recipe: &PopulationRecipe, folder: &Path) -> Result<PopulationGrid, Fault> {
    let about = About {
        id: recipe.id.clone(),
        source: recipe.source.clone(),
        year: recipe.year,
        measure: match recipe.measure {
            MeasureWord::Count => Measure::Count,
            MeasureWord::Density => Measure::Density,
        },
    };
    let grid = read_population(folder, &recipe.file, about)?;
    match recipe.crop {
        Some(bounds) => crop(&grid, bounds, &recipe.file),
        None => Ok(grid),
    }
}

/// The part of a grid that a box touches.
fn crop(
    grid: &PopulationGrid,
    [west, south, east, north]: [f64; 4],
    file: &str,
) -> Result<PopulationGrid, Fault> {
    let frame = *grid.frame();
    let refused = |expected: String| {
        Fault::of_file("bad-crop", file, expected)
            .hint("crop = [west, south, east, north] in degrees, where the raster lies")
    };
    if ![west, south, east, north].iter().all(|degrees| degrees.is_finite()) || west >= east || south >= north
    {
        return Err(refused("expected four numbers, west below east and south below north".to_owned()));
    }
    // A bound that lies on the edge of a cell must not take in the next one because of rounding.
    let from = |cells: f64| (cells + 1e-6).floor().max(0.0) as u32;
    let to = |cells: f64, most: u32| ((cells - 1e-6).ceil().max(0.0) as u32).min(most);
    let columns =
        from((west - frame.west) / frame.step_x)..to((east - frame.west) / frame.step_x, frame.columns);
    let rows =
        from((frame.north - north) / frame.step_y)..to((frame.north - south) / frame.step_y, frame.rows);
    let kept = GridFrame {
        west: frame.west + f64::from(columns.start) * frame.step_x,
        north: frame.north - f64::from(rows.start) * frame.step_y,
        columns: columns.len() as u32,
        rows: rows.len() as u32,
        ..frame
    };
    let header = GridHeader { frame: kept, ..grid.header().clone() };
    let values = rows.map(|row| grid.row(row)[columns.start as usize..columns.end as usize].to_vec());
    PopulationGrid::build(header, values, None).map_err(|error| refused(error.to_string()))
}
