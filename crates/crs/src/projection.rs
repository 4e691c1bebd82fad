//! One way from one CRS to another, by PROJ.

use crate::Outside;
use geo::Coord;
use proj::Proj;

/// The way from one CRS to another.
///
/// Coordinates are x, y as maps draw them (longitude or easting first), whatever the order of axes in the CRS itself.
/// Where several operations join two datums, PROJ takes the most accurate one whose area holds the point, as the
/// programs of its users do.
pub struct Projection {
    proj: Proj,
    name: String,
}

/// A CRS that PROJ does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("PROJ does not know this CRS: {0}")]
pub struct UnknownDefinition(String);

impl std::fmt::Debug for Projection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Projection").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Projection {
    /// Between CRSs by any names that PROJ knows: `EPSG:28413`, WKT, a PROJ string.
    ///
    /// # Errors
    /// [`UnknownDefinition`] where PROJ does not know one of them.
    pub fn new(from: &str, to: &str) -> Result<Self, UnknownDefinition> {
        let proj =
            Proj::new_known_crs(from, to, None).map_err(|error| UnknownDefinition(error.to_string()))?;
        Ok(Self { proj, name: format!("{from} to {to}") })
    }

    /// A position in the other CRS.
    ///
    /// # Errors
    /// [`Outside`] where the projection does not reach it.
    pub fn position(&self, at: Coord<f64>) -> Result<Coord<f64>, Outside> {
        let outside = || Outside { x: at.x, y: at.y };
        let (x, y) = self.proj.convert((at.x, at.y)).map_err(|_| outside())?;
        if x.is_finite() && y.is_finite() { Ok(Coord { x, y }) } else { Err(outside()) }
    }
}
