//! People in polygons.
//!
//! Let W(x, y) be the people of the row of y west of x. By Green's theorem the people in a polygon are the integral of W dy along its
//! outline: W is linear within a run of equal cells, so every piece of an edge within a run adds the value in its middle times its height.
//! The cost is that of the cells on the outline, however large the area; holes take off by their direction.

use geo::{LineString, MultiPolygon};

use super::{
    PopulationGrid,
    walk::{pieces, place, strip},
};

/// People in an area, and how far they are known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tally {
    /// People in the part that has data.
    pub people: f64,
    /// The area in cells, parts of cells and what lies outside the raster included.
    pub cells: f64,
    /// The part of the area, 0 to 1, that has no data or lies outside the raster; 0 for no area.
    pub without_data: f64,
}

/// What one or more rings enclose.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    people: f64,
    known: f64,
    cells: f64,
    /// The sum of all terms without their signs, and their number: from them comes what rounding may have left.
    people_moved: f64,
    terms: u32,
}

impl Sum {
    /// Rings are counted by what they enclose, whichever way they run.
    fn add(&mut self, ring: Self, hole: bool) {
        let sign = if (ring.cells < 0.0) == hole { 1.0 } else { -1.0 };
        self.people += sign * ring.people;
        self.known += sign * ring.known;
        self.cells += sign * ring.cells;
        self.people_moved += ring.people_moved;
        self.terms += ring.terms;
    }
}

impl PopulationGrid {
    /// People in polygons: every cell by the part of it that is covered.
    ///
    /// Edges are straight in degrees. Polygons have to be simple and cut at the antimeridian; polygons that overlap count twice. The
    /// direction of rings does not matter. A position that is not on the Earth gives numbers that are not numbers.
    ///
    /// ```
    /// use geo::{MultiPolygon, polygon};
    /// use terrikon_core::population::{GridFrame, GridHeader, Measure, PopulationGrid};
    ///
    /// let frame = GridFrame { west: 70.0, north: 50.0, step_x: 0.5, step_y: 0.5, columns: 2, rows: 1 };
    /// let header = GridHeader { id: "two".into(), source: "s".into(), year: 2020, measure: Measure::Count, frame };
    /// let grid = PopulationGrid::build(header, [vec![100.0, f32::NAN]], None)?;
    /// let middle = polygon![(x: 70.25, y: 49.5), (x: 70.75, y: 49.5), (x: 70.75, y: 50.0), (x: 70.25, y: 50.0)];
    /// let tally = grid.people(&MultiPolygon::from(middle));
    /// assert_eq!((tally.people, tally.cells, tally.without_data), (50.0, 1.0, 0.5));
    /// # Ok::<(), terrikon_core::population::PopulationError>(())
    /// ```
    #[must_use]
    pub fn people(&self, area: &MultiPolygon<f64>) -> Tally {
        let mut sum = Sum::default();
        for polygon in area {
            let rings = std::iter::once((polygon.exterior(), false))
                .chain(polygon.interiors().iter().map(|hole| (hole, true)));
            for (ring, hole) in rings {
                match self.within(ring) {
                    Some(ring) => sum.add(ring, hole),
                    None => return Tally { people: f64::NAN, cells: f64::NAN, without_data: f64::NAN },
                }
            }
        }
        sum.tally()
    }

    /// What a ring encloses, negative where it runs the other way round.
    fn within(&self, ring: &LineString<f64>) -> Option<Sum> {
        let frame = self.frame();
        let mut sum = Sum::default();
        let Some(&first) = ring.0.first() else { return Some(sum) };
        let origin = place(frame, first)?;
        let mut from = origin;
        for &position in &ring.0[1..] {
            let to = place(frame, position)?;
            sum.cells += strip(origin, from, to);
            pieces(from, to, frame.rows, |piece| {
                let west = self.mean_west(piece.row, piece.left, piece.right);
                let people = west.sum * self.weights[piece.row] * piece.down;
                sum.people += people;
                sum.people_moved += people.abs();
                sum.known += west.known * piece.down;
                sum.terms += 1;
            });
            from = to;
        }
        Some(sum)
    }
}

impl Sum {
    fn tally(self) -> Tally {
        let cells = self.cells.max(0.0);
        // Nobody lives in what is left by rounding: no term is off by more than some ten units in its last place.
        let rounding = f64::from(self.terms + 10) * f64::EPSILON;
        let people = if self.people > rounding * self.people_moved { self.people } else { 0.0 };
        let known = if cells > 0.0 { self.known / cells } else { 1.0 };
        let without_data = match 1.0 - known {
            part if part < 1e-9 => 0.0,
            part if part > 1.0 - 1e-9 => 1.0,
            part => part,
        };
        Tally { people: if without_data < 1.0 { people } else { 0.0 }, cells, without_data }
    }
}
