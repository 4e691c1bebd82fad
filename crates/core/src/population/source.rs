//! A grid as a release uses it.

use super::PopulationGrid;
use std::sync::Arc;

/// A population raster and whether figures may rest on it.
#[derive(Debug, Clone)]
pub struct PopulationSource {
    /// The raster; shared, as it is large.
    pub grid: Arc<PopulationGrid>,
    /// Whether it counts for figures and their intervals. One that has known faults is told beside them, and changes none.
    pub counts: bool,
}

impl PartialEq for PopulationSource {
    /// By content: cells without data are equal.
    fn eq(&self, other: &Self) -> bool {
        self.counts == other.counts && self.grid.to_bytes() == other.grid.to_bytes()
    }
}
