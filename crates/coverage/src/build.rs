//! From overlapping layers to a clean coverage.

use crate::{
    Error, Report, Territory, claims, coverage::Coverage, faces::Arrangement, gaps, grid::Grid,
    layer::Outlines, noding::node, regions::Measures, report,
};

/// What counts as a mistake of drawing, and what as meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rules {
    /// A gap or sliver larger than this (m²) is meant, however thin.
    pub gap_area_m2: f64,
    /// A gap or sliver wider than this (m, twice the area by the perimeter) is meant, however small.
    pub gap_width_m: f64,
    /// The part of a cell in another group than most of the cell becomes a cell by itself if it is larger than this
    /// (m²), ...
    pub straddle_area_m2: f64,
    /// ... is a larger share of the cell than this (0 to 1), and is wider than `gap_width_m`.
    pub straddle_share: f64,
}

impl Default for Rules {
    /// 5 km², 100 m; 5 km², 1 %.
    fn default() -> Self {
        Self { gap_area_m2: 5e6, gap_width_m: 100.0, straddle_area_m2: 5e6, straddle_share: 0.01 }
    }
}

impl Coverage {
    /// Builds the coverage of `territories`, the first of which to claim a place gets it, and reports how much every
    /// unit's area changed.
    ///
    /// Time and memory grow with the number of vertices times its logarithm.
    ///
    /// # Errors
    /// [`Error::Vertex`] for a vertex that is no longitude and latitude, [`Error::DuplicateLayer`] for two layers of
    /// one name, [`Error::Unsettled`] for lines that cannot be noded.
    pub fn build(territories: &[Territory], rules: &Rules) -> Result<(Self, Report), Error> {
        let Outlines { legend, units, strands } = Outlines::of(territories)?;
        let plane = Arrangement::trace(&node(strands)?);
        let measures = Measures::of(&plane);
        let claims = claims::settle(&plane, &measures, &legend, &units, rules);
        let owners = gaps::fill(&plane, &measures, &legend, &claims, rules);
        let report = report::compare(&plane, &measures, &legend, &units, &owners);
        Ok((Self::merge(Grid::Degrees, legend, &plane, &owners), report))
    }
}
