//! The coverage as one zoom of a tiled map shows it: on the zoom's integer grid, with the detail that can be seen.

use crate::{
    Error,
    arcs::Arc,
    claims::Owner,
    coverage::Coverage,
    faces::Arrangement,
    grid::{Grid, doubled_area},
    mercator::MAX_ZOOM,
    noding::{Strand, node},
};

/// How much detail a zoom keeps. In tile units, of which [`TILE_EXTENT`](crate::TILE_EXTENT) make a tile: with tiles of
/// 512 px, 8 to a pixel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Detail {
    /// How far a line may be moved.
    pub tolerance: f64,
    /// An island or enclave smaller than this (square units) becomes part of what surrounds it, unless it is the
    /// largest piece of its unit.
    pub least_part: f64,
}

impl Default for Detail {
    /// A pixel less a little for rounding; two pixels by two.
    fn default() -> Self {
        Self { tolerance: 7.0, least_part: 256.0 }
    }
}

impl Coverage {
    /// Projects to the web-mercator grid of `zoom`, drops islands and enclaves too small to see, and simplifies every
    /// line once. What happens on that grid is exact: no two lines cross or touch but at nodes, so that its polygons
    /// are valid and share their borders as they are, in whole tile units. Where borders fall on the same grid points
    /// they become one, and a face without any width left disappears.
    ///
    /// # Errors
    /// [`Error::AlreadyProjected`] for a coverage that is not in degrees, [`Error::Zoom`] beyond the deepest zoom,
    /// [`Error::Unsettled`] for lines that cannot be noded.
    pub fn generalise_for_zoom(&self, zoom: u8, detail: &Detail) -> Result<Self, Error> {
        if zoom > MAX_ZOOM {
            return Err(Error::Zoom { zoom, max: MAX_ZOOM });
        }
        Ok(self.on_grid(zoom)?.without_small_parts(detail.least_part).simplify(detail.tolerance))
    }

    /// The coverage rounded to the grid of a zoom.
    fn on_grid(&self, zoom: u8) -> Result<Self, Error> {
        if let Grid::Zoom(zoom) = self.grid {
            return Err(Error::AlreadyProjected { zoom });
        }
        let grid = Grid::Zoom(zoom);
        let mut strands = Vec::new();
        for arc in &self.arcs {
            let points = arc.points.iter().filter_map(|&point| grid.snap(self.grid.coord(point)));
            let mut last = None;
            for point in points {
                // South is up here: what was left of the arc is on its right.
                if let Some(from) = last.replace(point) {
                    strands.extend(Strand::along(from, point, arc.right));
                    strands.extend(Strand::along(point, from, arc.left));
                }
            }
        }
        let plane = Arrangement::trace(&node(strands)?);
        let owners: Vec<Option<Owner>> =
            plane.windings.iter().map(|windings| self.winner(windings)).collect();
        Ok(Self::merge(grid, self.legend.clone(), &plane, &owners))
    }

    /// Who owns a place that faces wind around so many times. Rounding can turn a sliver inside out, so that one face
    /// covers it twice and another less than not at all: the first that covers it has it.
    fn winner(&self, windings: &[(u32, i32)]) -> Option<Owner> {
        let &(face, _) = windings.iter().find(|&&(face, winding)| face != 0 && winding > 0)?;
        self.faces[face as usize].clone()
    }

    /// Gives islands and enclaves of less than `least` square units to the only face around them.
    fn without_small_parts(self, least: f64) -> Self {
        let areas = self.areas();
        // The largest piece of a unit stays, so that no unit gets lost.
        let mut largest: std::collections::BTreeMap<&Owner, (i128, usize)> =
            std::collections::BTreeMap::new();
        for (face, owner) in self.faces.iter().enumerate() {
            if let Some(owner) = owner {
                let best = largest.entry(owner).or_insert((areas[face], face));
                if areas[face] > best.0 {
                    *best = (areas[face], face);
                }
            }
        }
        let mut surroundings: Vec<Around> = vec![Around::Nothing; self.faces.len()];
        for arc in &self.arcs {
            surroundings[arc.left as usize].add(arc.right);
            surroundings[arc.right as usize].add(arc.left);
        }
        let owners: Vec<_> = self
            .faces
            .iter()
            .enumerate()
            .map(|(face, owner)| match surroundings[face] {
                Around::One(around)
                    if face != 0
                        && (areas[face] as f64) < 2.0 * least
                        && owner.as_ref().is_none_or(|owner| largest[owner].1 != face) =>
                {
                    self.faces[around as usize].clone()
                }
                _ => owner.clone(),
            })
            .collect();
        Self::dissolved(self.grid, self.legend, self.arcs, &owners)
    }

    /// Twice the area of each face in square units, from its arcs; the outside's is negative.
    fn areas(&self) -> Vec<i128> {
        let mut areas = vec![0; self.faces.len()];
        for Arc { points, left, right } in &self.arcs {
            // The area between arc and origin; around a face these add up to the face's.
            let closing = points.iter().copied().chain([crate::Point::new(0, 0)]);
            let area = doubled_area(closing);
            areas[*left as usize] += area;
            areas[*right as usize] -= area;
        }
        areas
    }
}

/// What lies around a face.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Nothing,
    One(u32),
    Several,
}

impl Around {
    fn add(&mut self, face: u32) {
        *self = match *self {
            Self::Nothing => Self::One(face),
            Self::One(known) if known == face => *self,
            Self::One(_) | Self::Several => Self::Several,
        };
    }
}
