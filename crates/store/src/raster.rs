//! Rasters of people as they are kept: in the form of `terrikon_core::population`, compressed by zstd.

use std::{error::Error, io::Read as _, sync::Arc};
use terrikon_core::population::PopulationGrid;

/// The level of compression: higher ones save little and take long.
const PACKED: i32 = 9;

/// The most bytes that a raster unpacks to: a few packed ones must not fill the memory.
const LARGEST: u64 = 2 << 30;

/// A raster as bytes to keep.
pub(crate) fn pack(grid: &PopulationGrid) -> std::io::Result<Vec<u8>> {
    zstd::encode_all(grid.to_bytes().as_slice(), PACKED)
}

/// The raster in these bytes. What stands beside it is for people who look in: it must be so.
pub(crate) fn unpack(
    packed: &[u8],
    id: &str,
    source: &str,
    year: i32,
) -> Result<Arc<PopulationGrid>, Box<dyn Error + Send + Sync>> {
    let mut bytes = Vec::new();
    zstd::Decoder::new(packed)?.take(LARGEST).read_to_end(&mut bytes)?;
    let grid = Arc::new(PopulationGrid::from_bytes(&bytes)?);
    if (grid.id(), grid.source(), i32::from(grid.year())) != (id, source, year) {
        return Err(format!("the raster is {} of {}, {}", grid.id(), grid.source(), grid.year()).into());
    }
    Ok(grid)
}
