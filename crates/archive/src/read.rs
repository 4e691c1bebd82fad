//! The tiles of an archive.

use crate::{About, ArchiveError, Place, grid::Grid};
use pmtiles::{AsyncPmTilesReader, MokaCache, ObjectStoreBackend, TileCoord, TileType};
use std::fmt;
use terrikon_core::{Envelope, ReleaseId};
use terrikon_tiles::{HotspotFilter, LayerName, TileFormat, TileId, TileRequest, layers_of};

/// What directories of an archive may take of memory, in bytes.
const DIRECTORIES: u64 = 32 << 20;

/// An archive of `terrikon export pmtiles`, read tile by tile.
pub struct Archive {
    place: Place,
    about: About,
    zooms: std::ops::RangeInclusive<u8>,
    bounds: Envelope,
    reader: AsyncPmTilesReader<ObjectStoreBackend, MokaCache>,
}

impl Archive {
    /// Opens an archive; reads its header, first directory and metadata.
    ///
    /// # Errors
    /// [`ArchiveError`] where the place can't be read, or holds something else.
    pub async fn open(place: &Place) -> Result<Self, ArchiveError> {
        let told = |error: &dyn fmt::Display| ArchiveError::Place {
            place: place.to_string(),
            told: error.to_string(),
        };
        let (store, path) = place.open()?;
        let cache = MokaCache::with_max_bytes(DIRECTORIES);
        let backend = ObjectStoreBackend::new(store, path);
        let reader =
            AsyncPmTilesReader::try_from_cached_source(backend, cache).await.map_err(|error| told(&error))?;
        let header = reader.get_header();
        let format = match header.tile_type {
            TileType::Mvt => TileFormat::Mvt,
            TileType::Mlt => TileFormat::Mlt,
            _ => return Err(told(&"its tiles are no vector tiles")),
        };
        let zooms = header.min_zoom..=header.max_zoom;
        let bounds = Envelope {
            west: header.min_longitude,
            south: header.min_latitude,
            east: header.max_longitude,
            north: header.max_latitude,
        };
        let metadata = reader.get_metadata().await.map_err(|error| told(&error))?;
        let about = About::of(&metadata, format).map_err(|error| told(&error))?;
        Ok(Self { place: place.clone(), about, zooms, bounds, reader })
    }

    /// Of what it holds the tiles.
    #[must_use]
    pub const fn about(&self) -> &About {
        &self.about
    }

    /// Whether it holds what is asked of a release: these layers on that day, of all hotspots, in its zooms and bounds.
    #[must_use]
    pub fn holds(&self, release: &ReleaseId, request: &TileRequest) -> bool {
        let tile = request.tile;
        self.about.release == *release
            && self.about.date == request.date
            && request.filter == HotspotFilter::default()
            && request.layers.iter().all(|layer| self.about.layers.contains(layer))
            && self.zooms.contains(&tile.z())
            && Grid::of(&self.bounds, tile.z()).holds(tile.x(), tile.y())
    }

    /// Some of the layers of a tile that it holds, in its own format and without compression; empty where there is nothing.
    ///
    /// # Errors
    /// [`ArchiveError`] where the archive can't be reached, was replaced, or is damaged.
    pub async fn tile(&self, tile: TileId, layers: &[LayerName]) -> Result<Vec<u8>, ArchiveError> {
        let at = TileCoord::new(tile.z(), tile.x(), tile.y())?;
        let Some(bytes) = self.reader.get_tile_decompressed(at).await? else { return Ok(Vec::new()) };
        Ok(layers_of::only(&bytes, self.about.format, layers)?)
    }
}

impl fmt::Debug for Archive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive")
            .field("place", &self.place)
            .field("about", &self.about)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for Archive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.place.fmt(f)
    }
}
