//! The least and the most people that can be in polygons when nothing is known about where in a cell people live.

use geo::{Coord, MultiPolygon};

use super::{
    PopulationGrid,
    walk::{pieces, places, strip},
};

/// Parts of a cell that are taken for rounding: an outline this near to a border of cells runs on it.
const ROUNDING: f64 = 1e-9;

/// Cells of a row that a piece of the outline runs through, from `first` to before `end`; none where it runs between two cells.
#[derive(Debug, Clone, Copy)]
struct Span {
    row: u32,
    first: u32,
    end: u32,
    /// How far the piece goes down in a ring that runs down in the east, as a part of the row's height.
    down: f64,
}

impl PopulationGrid {
    /// People of all cells that lie wholly in the polygons, and of all cells that they touch. Cells without data count as none.
    ///
    /// The terms are those of [`people`](Self::people), which lies between the two, save that polygons must not overlap.
    #[must_use]
    pub fn bounds(&self, area: &MultiPolygon<f64>) -> (f64, f64) {
        let mut spans = Vec::new();
        for polygon in area {
            let rings = std::iter::once((polygon.exterior(), false))
                .chain(polygon.interiors().iter().map(|hole| (hole, true)));
            for (ring, hole) in rings {
                let Some(mut ring) = places(self.frame(), ring) else { return (f64::NAN, f64::NAN) };
                ring.iter_mut().for_each(|place| *place = Coord { x: snapped(place.x), y: snapped(place.y) });
                self.spans(&ring, hole, &mut spans);
            }
        }
        spans.sort_unstable_by_key(|span| (span.row, span.first, span.end));
        let (mut within, mut on) = (0.0, 0.0);
        for row in spans.chunk_by(|a, b| a.row == b.row) {
            self.sweep(row, &mut within, &mut on);
        }
        (within, within + on)
    }

    /// The cells along a ring.
    fn spans(&self, ring: &[Coord<f64>], hole: bool, spans: &mut Vec<Span>) {
        let Some(&origin) = ring.first() else { return };
        let edges = || ring.windows(2).map(|edge| (edge[0], edge[1]));
        let cells: f64 = edges().map(|(from, to)| strip(origin, from, to)).sum();
        if cells == 0.0 {
            return;
        }
        let sign = if (cells < 0.0) == hole { 1.0 } else { -1.0 };
        let rows = f64::from(self.frame().rows);
        let columns = f64::from(self.frame().columns);
        let mut visit = |row, left: f64, right: f64, down| {
            let first = snapped(left).floor().clamp(0.0, columns) as u32;
            let end = snapped(right).ceil().clamp(0.0, columns) as u32;
            spans.push(Span { row, first, end, down });
        };
        for (from, to) in edges() {
            // An edge along a row has no height but touches cells; between two rows it touches none.
            if from.y == to.y && from.y > 0.0 && from.y < rows && from.y.fract() != 0.0 {
                visit(from.y as u32, from.x.min(to.x), from.x.max(to.x), 0.0);
            }
            pieces(from, to, self.frame().rows, |piece| {
                visit(piece.row as u32, piece.left, piece.right, piece.down * sign);
            });
        }
    }

    /// Adds the people of the cells of one row that lie within the outline, and on it.
    fn sweep(&self, spans: &[Span], within: &mut f64, on: &mut f64) {
        let Some(row) = spans.first().map(|span| span.row as usize) else { return };
        let people = |first: u32, end: u32| {
            let west = self.west_of(row, end).sum - self.west_of(row, first).sum;
            (west * self.weights[row]).max(0.0)
        };
        // Between two spans all cells are covered alike: by what has come down minus what has gone up further west.
        let (mut reached, mut covered) = (0, 0.0);
        for span in spans {
            if span.first > reached {
                // An outline that runs down in the east goes up in the west.
                if covered < -0.5 {
                    *within += people(reached, span.first);
                }
                reached = span.first;
            }
            if span.end > reached {
                *on += people(reached, span.end);
                reached = span.end;
            }
            covered += span.down;
        }
    }
}

/// A place moved to the border of cells that it lies on but for rounding.
fn snapped(place: f64) -> f64 {
    let border = place.round();
    if (place - border).abs() < ROUNDING { border } else { place }
}
