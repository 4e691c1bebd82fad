//! Every tile of an extent, drawn in parallel and written in the order of the archive.
//!
//! Zoom by zoom, along the curve. A tile that is drawn is forgotten as soon as it is written; what stays in memory is the directory of the archive and what is known
//! of the tiles below.

use crate::{
    About, ArchiveError,
    curve::{Run, State, append, coordinate},
    details::{Details, SETTLED_FROM},
    grid::Grid,
};
use bytes::Bytes;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use pmtiles::{Compression, Compressor, PmTilesWriter, PmtError, TileCoord, TileType};
use serde_json::{Map, Value};
use std::{
    collections::HashSet,
    fs::File,
    num::NonZero,
    ops::{Range, RangeInclusive},
    sync::Arc,
};
use terrikon_core::{Date, Envelope};
use terrikon_store::{HotspotFilter, Snapshot};
use terrikon_tiles::{LayerName, MIN_ZOOM, TileFormat, TileId, TileRequest, uniform::is_uniform};

/// How many tiles are drawn by one task.
const TOGETHER: u64 = 32;

/// What is to be written.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The layers of each tile, in their order.
    pub layers: Vec<LayerName>,
    /// The zooms, within those of tiles.
    pub zooms: RangeInclusive<u8>,
    /// The extent, with west ≤ east.
    pub bounds: Envelope,
    /// The day on which things exist.
    pub date: Date,
    /// The format of the tiles.
    pub format: TileFormat,
    /// How each tile is compressed.
    pub compression: Compression,
    /// Further members of the metadata: name, description, attribution.
    pub metadata: Map<String, Value>,
}

impl Wanted {
    /// How many tiles the extent has in all.
    #[must_use]
    pub fn tiles(&self) -> u64 {
        let bounds = self.told_bounds();
        self.zooms.clone().map(|zoom| Grid::of(&bounds, zoom).count()).sum()
    }

    /// The extent as the archive can tell it, in steps of 1e-7 degrees: readers must find the same tiles in it.
    fn told_bounds(&self) -> Envelope {
        let told = |degrees: f64| (degrees * 1e7).round() / 1e7;
        let Envelope { west, south, east, north } = self.bounds;
        Envelope { west: told(west), south: told(south), east: told(east), north: told(north) }
    }
}

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Tiles that are not empty.
    pub tiles: u64,
    /// How many had to be drawn, empty ones too; the others look like one above them.
    pub drawn: u64,
}

/// Writes the tiles of a release to an empty file. `told` hears how many tiles of [`Wanted::tiles`] are done.
/// To be called on a runtime with a thread a core: tiles are drawn and compressed on its threads.
///
/// # Errors
/// [`ArchiveError`] where the store fails or the file can't be written; the file is then of no use.
pub async fn write(
    snapshot: &Arc<dyn Snapshot>,
    wanted: &Wanted,
    file: File,
    told: impl Fn(u64),
) -> Result<Written, ArchiveError> {
    let date = snapshot.directory().epoch(wanted.date);
    let about = About {
        release: snapshot.release().clone(),
        layers: wanted.layers.clone(),
        date,
        format: wanted.format,
    };
    let bounds = wanted.told_bounds();
    let (lon, lat) = (f64::midpoint(bounds.west, bounds.east), f64::midpoint(bounds.south, bounds.north));
    let (first, last) = (*wanted.zooms.start(), *wanted.zooms.end());
    let tile_type = match wanted.format {
        TileFormat::Mvt => TileType::Mvt,
        TileFormat::Mlt => TileType::Mlt,
    };
    let mut archive = PmTilesWriter::new(tile_type)
        .precompressed(wanted.compression)
        .min_zoom(first)
        .max_zoom(last)
        .bounds(bounds.west, bounds.south, bounds.east, bounds.north)
        .center(lon, lat)
        .center_zoom(4_u8.clamp(first, last))
        .metadata(Value::Object(about.tell(wanted.metadata.clone())).to_string())
        .create(file)?;

    let details = if last > SETTLED_FROM {
        Some(Details::of(snapshot, &wanted.layers, wanted.date, SETTLED_FROM..=last - 1).await?)
    } else {
        None
    };
    let drawer = Arc::new(Drawer {
        snapshot: Arc::clone(snapshot),
        layers: wanted.layers.clone(),
        date,
        format: wanted.format,
        compression: wanted.compression,
        details,
    });
    let at_once = 2 * std::thread::available_parallelism().map_or(1, NonZero::get);
    let mut runs = vec![Run { first: 0, count: 1, state: State::Unknown }];
    // The same few contents stand for many tiles: each is kept once.
    let mut kept: HashSet<Bytes> = HashSet::new();
    let (mut written, mut done) = (Written::default(), 0);
    for zoom in MIN_ZOOM..=last {
        let grid = Grid::of(&bounds, zoom);
        let drawing = runs.into_iter().flat_map(Run::steps).map(|step| {
            let (drawer, grid) = (Arc::clone(&drawer), grid.clone());
            async move {
                match step.state {
                    State::Same(bytes) => {
                        Ok(vec![Piece { bytes, settled: true, ..Piece::of(step.first, step.count) }])
                    }
                    State::Unknown if zoom < first => Drawer::passed(zoom, step.numbers(), &grid),
                    State::Unknown => tokio::spawn(drawer.drawn(zoom, step.numbers(), grid)).await?,
                }
            }
        });
        let mut pieces = stream::iter(drawing).buffered(at_once);
        let mut below = Vec::new();
        while let Some(pieces) = pieces.try_next().await? {
            for Piece { first: from, count, bytes, settled, drawn } in pieces {
                for number in (from..from + count).filter(|_| zoom >= first) {
                    let tile = coordinate(zoom, number)?;
                    if grid.holds(tile.x(), tile.y()) {
                        archive.add_tile(tile, &bytes)?;
                        done += 1;
                        written.tiles += u64::from(!bytes.is_empty());
                        written.drawn += u64::from(drawn);
                    }
                }
                let state = match kept.get(&bytes) {
                    _ if !settled => State::Unknown,
                    Some(same) => State::Same(same.clone()),
                    None => {
                        kept.insert(bytes.clone());
                        State::Same(bytes)
                    }
                };
                append(&mut below, Run { first: from, count, state }.below());
            }
            told(done);
        }
        drop(pieces);
        runs = below;
    }
    archive.finalize()?;
    Ok(written)
}

/// Tiles that follow each other on the curve, with what is written for each.
struct Piece {
    first: u64,
    count: u64,
    /// Compressed.
    bytes: Bytes,
    /// Whether all tiles below have the same bytes.
    settled: bool,
    drawn: bool,
}

impl Piece {
    const fn of(first: u64, count: u64) -> Self {
        Self { first, count, bytes: Bytes::new(), settled: false, drawn: false }
    }
}

impl Run {
    /// The run in parts that one task works on.
    fn steps(self) -> impl Iterator<Item = Self> {
        let together = match self.state {
            State::Unknown => TOGETHER,
            State::Same(_) => self.count,
        };
        let end = self.first + self.count;
        (self.first..end).step_by(usize::try_from(together).unwrap_or(usize::MAX)).map(move |first| Self {
            first,
            count: together.min(end - first),
            state: self.state.clone(),
        })
    }
}

/// What all tiles of an archive are drawn with.
struct Drawer {
    snapshot: Arc<dyn Snapshot>,
    layers: Vec<LayerName>,
    date: Date,
    format: TileFormat,
    compression: Compression,
    /// Where nothing may be concluded from a tile about those below it; `None` where there are none below.
    details: Option<Details>,
}

impl Drawer {
    /// Tiles of a zoom that is not wanted: those within the extent are gone through.
    fn passed(zoom: u8, numbers: Range<u64>, grid: &Grid) -> Result<Vec<Piece>, ArchiveError> {
        let mut pieces = Vec::new();
        for number in numbers {
            let tile = coordinate(zoom, number)?;
            if grid.holds(tile.x(), tile.y()) {
                pieces.push(Piece::of(number, 1));
            }
        }
        Ok(pieces)
    }

    async fn drawn(
        self: Arc<Self>,
        zoom: u8,
        numbers: Range<u64>,
        grid: Grid,
    ) -> Result<Vec<Piece>, ArchiveError> {
        let mut pieces = Vec::new();
        for number in numbers {
            let tile = coordinate(zoom, number)?;
            if grid.holds(tile.x(), tile.y()) {
                let (bytes, settled) = self.tile(tile).await?;
                pieces.push(Piece { first: number, count: 1, bytes, settled, drawn: true });
            }
        }
        Ok(pieces)
    }

    /// A tile as it is written, and whether all below look the same.
    async fn tile(&self, at: TileCoord) -> Result<(Bytes, bool), ArchiveError> {
        // A coordinate of the archive within zooms of ours is one of ours.
        let tile = TileId::new(at.z(), at.x(), at.y())
            .map_err(|_| PmtError::InvalidCoordinate(at.z(), at.x(), at.y()))?;
        let (layers, filter) = (self.layers.clone(), HotspotFilter::default());
        let mvt = self.snapshot.tile(TileRequest { layers, tile, filter, date: self.date }).await?;
        let settled = match &self.details {
            Some(details) => details.are_below(at) == Some(false) && is_uniform(&mvt)?,
            None => false,
        };
        if mvt.is_empty() {
            return Ok((Bytes::new(), settled));
        }
        let plain = match self.format {
            TileFormat::Mvt => mvt,
            other => other.of_mvt(&mvt)?,
        };
        let mut packed = Vec::new();
        let compressor: Box<dyn Compressor> = self.compression.into();
        compressor.compress(&mut |out| out.write_all(&plain), &mut packed)?;
        Ok((packed.into(), settled))
    }
}
