//! The proximity score of EPA EJScreen: how near, and how many.
//!
//! # Source
//! U.S. Environmental Protection Agency, *EJScreen Technical Documentation*, proximity indicators: a unit of population of area A has
//! the radius r = √(A/π); a distance d < r counts as 0.9 r; the score is Σ 1/d, d in kilometres, over the places within 5 km, else 1/d of
//! the nearest. The score of an area is the mean of its units, weighted by their people.

use super::{Surroundings, window::Window};
use crate::{
    Date,
    population::{GridFrame, PopulationGrid},
};
use geo::{BoundingRect as _, MultiPolygon, Point, Rect};
use serde::Serialize;
use std::ops::Range;

/// Places beyond count only if there is no nearer one; metres.
pub const REACH_M: f64 = 5_000.0;

/// What a distance within the unit counts as, in radii of the unit.
const WITHIN_UNIT: f64 = 0.9;

/// The most cells of an area's box that are looked at: those of Kazakhstan's at 5 arc minutes are 90,000, a matter of seconds.
const MOST_CELLS: usize = 100_000;

/// The score of a place or area; per kilometre.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proximity {
    /// Σ 1/d over the hotspots within 5 km, else 1/d of the nearest; per kilometre.
    pub score: f64,
    /// How many hotspots are within 5 km; for an area, the most that a unit of it has.
    pub within_5_km: usize,
    /// Hotspots whose position may be off by more than 5 km; they are not counted, as their distance is not known.
    pub left_out: usize,
    /// The radius of the unit of population, in metres.
    pub unit_radius_m: f64,
}

/// The score of distances in metres for a unit of population; `None` where there is no place at all.
#[must_use]
pub fn score(distances: &[f64], unit_radius: f64) -> Option<f64> {
    let counted = |distance: f64| {
        let distance = if distance < unit_radius { WITHIN_UNIT * unit_radius } else { distance };
        1000.0 / distance
    };
    let near: Vec<f64> =
        distances.iter().copied().filter(|distance| *distance <= REACH_M).map(counted).collect();
    if near.is_empty() {
        return distances.iter().copied().reduce(f64::min).map(counted);
    }
    Some(near.iter().sum())
}

impl Surroundings {
    /// The score of a position; the unit is the cell of the primary population grid. `None` without population or hotspots.
    #[must_use]
    pub fn proximity(&self, position: Point, date: Date) -> Option<Proximity> {
        let grid = self.populations.first()?;
        let unit_radius_m = unit_radius(grid, position.y());
        let distances = self.distances(position, date);
        Some(Proximity {
            score: score(&distances, unit_radius_m)?,
            within_5_km: distances.iter().filter(|distance| **distance <= REACH_M).count(),
            left_out: self.left_out(date),
            unit_radius_m,
        })
    }

    /// The score of an area: the mean of its cells, weighted by the people that each has within the area. `None` where nobody is
    /// counted in it, or where it has too many cells to look at.
    #[must_use]
    pub fn proximity_of(&self, area: &MultiPolygon<f64>, date: Date) -> Option<Proximity> {
        let grid = self.populations.first()?;
        let bounds = area.bounding_rect()?;
        let (mut people, mut weighted) = (0.0, 0.0);
        let mut within_5_km = 0;
        for row in rows(grid, bounds)? {
            // The area is cut to the row first: its many vertices are looked at once a row, not once a cell.
            let band = Window::new(row.bounds).cut(area);
            for cell in row.cells(&band) {
                let here = grid.people(&Window::new(cell).cut(&band)).people;
                if here > 0.0 {
                    let centre = cell.center().into();
                    let distances = self.distances(centre, date);
                    weighted += here * score(&distances, unit_radius(grid, centre.y()))?;
                    people += here;
                    within_5_km =
                        within_5_km.max(distances.iter().filter(|distance| **distance <= REACH_M).count());
                }
            }
        }
        let unit_radius_m = unit_radius(grid, bounds.center().y);
        (people > 0.0).then(|| Proximity {
            score: weighted / people,
            within_5_km,
            left_out: self.left_out(date),
            unit_radius_m,
        })
    }

    /// Distances to the hotspots within reach that are known well enough, else to the nearest.
    fn distances(&self, from: Point, date: Date) -> Vec<f64> {
        self.hotspots.distances(from, REACH_M, REACH_M, date)
    }

    /// How many hotspots are not known well enough.
    fn left_out(&self, date: Date) -> usize {
        self.hotspots.vaguer_than(REACH_M, date)
    }
}

fn unit_radius(grid: &PopulationGrid, lat: f64) -> f64 {
    let (width, height) = grid.cell_size_m(lat);
    (width * height / std::f64::consts::PI).sqrt()
}

/// A row of cells of a grid, within the columns that are looked at.
struct Row {
    bounds: Rect<f64>,
    frame: GridFrame,
    columns: Range<u32>,
}

impl Row {
    /// The cells that what lies in the row touches.
    fn cells(&self, band: &MultiPolygon<f64>) -> impl Iterator<Item = Rect<f64>> {
        let touched = band.bounding_rect().map_or(0..0, |bounds| columns(&self.frame, bounds));
        let (south, north) = (self.bounds.min().y, self.bounds.max().y);
        (touched.start.max(self.columns.start)..touched.end.min(self.columns.end)).map(move |column| {
            let west = self.frame.west + f64::from(column) * self.frame.step_x;
            Rect::new((west, south), (west + self.frame.step_x, north))
        })
    }
}

fn columns(frame: &GridFrame, bounds: Rect<f64>) -> Range<u32> {
    let column = |lon: f64| ((lon - frame.west) / frame.step_x).clamp(0.0, f64::from(frame.columns));
    column(bounds.min().x).floor() as u32..column(bounds.max().x).ceil() as u32
}

/// The rows of a grid that a box touches; `None` where they have too many cells.
fn rows(grid: &PopulationGrid, bounds: Rect<f64>) -> Option<impl Iterator<Item = Row>> {
    let frame = *grid.frame();
    let row = |lat: f64| ((frame.north - lat) / frame.step_y).clamp(0.0, f64::from(frame.rows));
    let columns = columns(&frame, bounds);
    let rows = row(bounds.max().y).floor() as u32..row(bounds.min().y).ceil() as u32;
    if columns.len() * rows.len() > MOST_CELLS {
        return None;
    }
    Some(rows.map(move |row| {
        let north = frame.north - f64::from(row) * frame.step_y;
        let (west, east) = (f64::from(columns.start), f64::from(columns.end));
        let bounds = Rect::new(
            (frame.west + west * frame.step_x, north - frame.step_y),
            (frame.west + east * frame.step_x, north),
        );
        Row { bounds, frame, columns: columns.clone() }
    }))
}
