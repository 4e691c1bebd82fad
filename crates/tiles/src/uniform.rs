//! Whether a tile looks the same everywhere.

use crate::{BUFFER, EXTENT, NoTile};
use fast_mvt::{MvtGeometry, MvtReaderRef};
use geo::CoordsIter as _;

/// Whether nothing but areas lies in a tile (as Mapbox Vector Tile bytes), each over the whole of it: one that is empty, or amidst a country.
///
/// # Errors
/// [`NoTile`] where the bytes are no tile.
pub fn is_uniform(mvt: &[u8]) -> Result<bool, NoTile> {
    const CORNERS: [i32; 2] = [-BUFFER, EXTENT + BUFFER];
    let tile = MvtReaderRef::new(mvt).map_err(|_| NoTile)?;
    for feature in tile.layers().flat_map(fast_mvt::MvtLayerRef::features) {
        let covers = match feature.geometry().map_err(|_| NoTile)? {
            MvtGeometry::Polygon(area) => {
                area.interiors().is_empty()
                    && area.coords_iter().all(|at| CORNERS.contains(&at.x) && CORNERS.contains(&at.y))
            }
            _ => false,
        };
        if !covers {
            return Ok(false);
        }
    }
    Ok(true)
}
