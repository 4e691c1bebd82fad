//! `terrikon export pmtiles`: the tiles of the map as one file.

use super::{Export, part::Part};
use crate::store::{self, Reading};
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use std::{cell::Cell, error::Error, sync::Arc, time::Instant};
use terrikon_archive::{Compression, Wanted, Written};
use terrikon_core::{CollectionId, Envelope};
use terrikon_http::description;
use terrikon_store::Snapshot;
use terrikon_tiles::{LayerName, MAX_ZOOM, MIN_ZOOM, TileFormat};

/// Which tiles, and how they are written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
#[command(next_help_heading = "Options of pmtiles and site")]
pub(super) struct Tiles {
    /// The first zoom; 0 if not given.
    #[arg(long, value_parser = clap::value_parser!(u8).range(i64::from(MIN_ZOOM)..=i64::from(MAX_ZOOM)))]
    min_zoom: Option<u8>,
    /// The last zoom; 14 if not given.
    #[arg(long, value_parser = clap::value_parser!(u8).range(i64::from(MIN_ZOOM)..=i64::from(MAX_ZOOM)))]
    max_zoom: Option<u8>,
    /// The layers, comma-separated; all if not given.
    #[arg(long, value_delimiter = ',')]
    layers: Vec<LayerName>,
    /// The format of the tiles: mvt (Mapbox Vector Tile, if not given) or mlt (MapLibre Tile).
    #[arg(long)]
    tiles: Option<TileFormat>,
    /// How each tile is compressed; gzip, which every reader knows, if not given.
    #[arg(long)]
    compression: Option<Packing>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Packing {
    Gzip,
    Br,
    Zstd,
    None,
}

impl Tiles {
    pub(super) fn layers(&self) -> Vec<LayerName> {
        let mut layers = if self.layers.is_empty() { LayerName::ALL.to_vec() } else { self.layers.clone() };
        // In the one order in which a server sends them.
        layers.sort_unstable();
        layers.dedup();
        layers
    }

    const fn compression(&self) -> Compression {
        match self.compression {
            None | Some(Packing::Gzip) => Compression::Gzip,
            Some(Packing::Br) => Compression::Brotli,
            Some(Packing::Zstd) => Compression::Zstd,
            Some(Packing::None) => Compression::None,
        }
    }
}

pub(super) fn run(export: &Export) -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let store = store::open(export.store.as_ref(), &Reading::default()).await?;
        let snapshot = store.current().await?;
        let part = Part::new(&export.out)?;
        write(export, &snapshot, part, &export.out.display().to_string()).await
    })
}

/// Writes the archive and puts it to its place.
pub(super) async fn write(
    export: &Export,
    snapshot: &Arc<dyn Snapshot>,
    part: Part,
    place: &str,
) -> Result<(), Box<dyn Error>> {
    let started = Instant::now();
    let wanted = wanted(export, &**snapshot)?;
    let progress = Progress::new(wanted.tiles());
    let written = terrikon_archive::write(snapshot, &wanted, part.file()?, |done| progress.at(done)).await;
    progress.0.finish_and_clear();
    let Written { tiles, drawn } = written.map_err(|error| format!("{place}: {error}"))?;
    let size = part.file()?.metadata()?.len();
    part.finish().map_err(|error| format!("{place}: {error}"))?;
    let release = snapshot.release();
    tracing::info!(
        "wrote {tiles} tiles ({drawn} were drawn) of release {release} to {place}: {size} bytes in {:?}",
        started.elapsed()
    );
    Ok(())
}

fn wanted(export: &Export, snapshot: &dyn Snapshot) -> Result<Wanted, Box<dyn Error>> {
    let tiles = &export.tiles;
    let layers = tiles.layers();
    let (first, last) = (tiles.min_zoom.unwrap_or(MIN_ZOOM), tiles.max_zoom.unwrap_or(MAX_ZOOM));
    if first > last {
        return Err(format!("there is no zoom from {first} to {last}").into());
    }
    let bounds = export
        .bounds()?
        .or_else(|| extent(snapshot, &layers))
        .ok_or("the release has nothing on these layers")?;
    if bounds.west > bounds.east {
        return Err("a box of tiles has its west before its east".into());
    }
    Ok(Wanted {
        metadata: description::shared(&layers, export.lang, snapshot.release()),
        zooms: first..=last,
        bounds,
        date: export.date(),
        format: tiles.tiles.unwrap_or_default(),
        compression: tiles.compression(),
        layers,
    })
}

/// The box around all that the layers draw; what is drawn of no collection lies along countries.
fn extent(snapshot: &dyn Snapshot, layers: &[LayerName]) -> Option<Envelope> {
    let collections = layers.iter().map(|layer| layer.collection().unwrap_or(CollectionId::Countries));
    let extents = collections.filter_map(|collection| snapshot.directory().summary(collection)?.extent);
    extents.reduce(|all, extent| all.union(&extent))
}

/// A bar on a terminal; elsewhere a log line for each tenth.
struct Progress(ProgressBar, Cell<u64>);

impl Progress {
    fn new(tiles: u64) -> Self {
        let style = ProgressStyle::with_template("{bar:40} {percent}% of {len} tiles, {eta} left");
        let bar = ProgressBar::new(tiles);
        // The template is fixed and right; without it the bar has the usual look.
        Self(if let Ok(style) = style { bar.with_style(style) } else { bar }, Cell::new(0))
    }

    fn at(&self, done: u64) {
        let Self(bar, told) = self;
        bar.set_position(done);
        let tenths = done * 10 / bar.length().unwrap_or(1).max(1);
        if bar.is_hidden() && tenths > told.replace(tenths) {
            tracing::info!("{}% of the tiles", tenths * 10);
        }
    }
}
