//! The formats in which a tile is written.

use crate::TileError;
use mlt_core::{encoder::EncoderConfig, mvt::mvt_to_tile_layers};
use std::{fmt, str::FromStr};

/// MapLibre Tiles as small as the encoder makes them without moving features, as their order is that of drawing.
fn in_order() -> EncoderConfig {
    EncoderConfig::default()
        .with_spatial_morton_sort(false)
        .with_spatial_hilbert_sort(false)
        .with_id_sort(false)
}

/// A format of tiles. All stores draw Mapbox Vector Tiles; the other format is made of those.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum TileFormat {
    /// Mapbox Vector Tile 2.1.
    #[default]
    Mvt,
    /// MapLibre Tile, layers of tag 1.
    Mlt,
}

impl TileFormat {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Mvt, Self::Mlt];

    /// The word in addresses, TileJSON and styles.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mvt => "mvt",
            Self::Mlt => "mlt",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media(self) -> &'static str {
        match self {
            Self::Mvt => "application/vnd.mapbox-vector-tile",
            Self::Mlt => "application/vnd.maplibre-tile",
        }
    }

    /// A Mapbox Vector Tile in this format: the same layers, features in the same order, and attributes. Empty stays empty.
    ///
    /// # Errors
    /// [`TileError::Format`] where the bytes are no tile, or one that the format can't hold.
    pub fn of_mvt(self, mvt: &[u8]) -> Result<Vec<u8>, TileError> {
        match self {
            Self::Mvt => Ok(mvt.to_vec()),
            Self::Mlt => {
                let mut tile = Vec::new();
                for layer in mvt_to_tile_layers(mvt)? {
                    tile.extend(layer.encode(in_order())?);
                }
                Ok(tile)
            }
        }
    }
}

impl fmt::Display for TileFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for TileFormat {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|format| format.as_str() == word);
        known.ok_or_else(|| format!("expected one of {}", Self::ALL.map(Self::as_str).join(", ")))
    }
}
