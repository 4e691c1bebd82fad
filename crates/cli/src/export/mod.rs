//! `terrikon export`: a collection as a file, the same that the server sends; or the whole map as one archive of tiles, or as a folder for a static host.

mod archive;
mod collection;
mod part;
mod site;

use crate::store::StorePlace;
use archive::Tiles;
use clap::{Args, ValueEnum};
use collection::Named;
use std::{error::Error, path::PathBuf};
use terrikon_core::{Date, Envelope, Lang};

/// Writes a collection, or the tiles of the map, to a file; all or nothing.
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The format; by the ending of the file if not given.
    #[arg(value_name = "FORMAT")]
    kind: Option<Format>,
    /// The same as a flag.
    #[arg(long, conflicts_with = "kind")]
    format: Option<Format>,
    /// Which collection: hotspots, zones, oblasts, settlements and others; or claims, or sources. Not for pmtiles and site, which hold the map.
    #[arg(long, value_parser = collection::named)]
    collection: Option<Named>,
    /// Only what lies in these oblasts, by code, comma-separated.
    #[arg(long, value_delimiter = ',')]
    oblast: Vec<String>,
    /// Only what meets this box: west, south, east, north in degrees.
    #[arg(long, value_delimiter = ',', allow_negative_numbers = true)]
    bbox: Option<Vec<f64>>,
    /// The day on which features exist, and whose division into oblasts holds; today if not given.
    #[arg(long)]
    date: Option<Date>,
    /// The language of names, and of what a file says of itself.
    #[arg(long, default_value = "en")]
    lang: Lang,
    /// How many features at most.
    #[arg(long)]
    limit: Option<usize>,
    /// Leaves the shapes out.
    #[arg(long)]
    skip_geometry: bool,
    /// The file to write; for site, the folder.
    #[arg(long)]
    out: PathBuf,
    /// What to read: a GeoPackage of `terrikon ingest`, or a postgres:// URL; the bundled release if not given.
    #[arg(long, env = "TERRIKON_STORE", hide_env_values = true)]
    store: Option<StorePlace>,
    #[command(flatten)]
    tiles: Tiles,
}

/// What can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// OGC GeoPackage, with the sources as a table.
    Gpkg,
    /// FlatGeobuf.
    Fgb,
    /// GeoParquet.
    Parquet,
    /// GeoJSON, one document.
    Geojson,
    /// GeoJSON, a feature a line.
    Geojsonl,
    /// A table for spreadsheets.
    Csv,
    /// All tiles of the map, or of a box, as one PMTiles archive.
    Pmtiles,
    /// The map as a folder for any web server: the page, its styles, the tiles, the list of hotspots.
    Site,
}

impl Export {
    pub(crate) fn run(&self) -> Result<(), Box<dyn Error>> {
        match self.format()? {
            Format::Pmtiles => self.of_map().and_then(|()| archive::run(self)),
            Format::Site => self.of_map().and_then(|()| site::run(self)),
            format => {
                if self.tiles != Tiles::default() {
                    return Err("--min-zoom, --max-zoom, --layers, --tiles and --compression are for pmtiles and site".into());
                }
                let collection =
                    self.collection.ok_or("say which collection, --collection hotspots for example")?;
                collection::run(self, collection, format)
            }
        }
    }

    fn format(&self) -> Result<Format, Box<dyn Error>> {
        let ending = || self.out.extension()?.to_str();
        let named = self.kind.or(self.format).or_else(|| Format::from_str(ending()?, true).ok());
        named.ok_or_else(|| {
            format!("{}: say which format, --format gpkg for example", self.out.display()).into()
        })
    }

    /// Refuses what narrows a collection and says nothing of a map.
    fn of_map(&self) -> Result<(), Box<dyn Error>> {
        let narrowed = self.collection.is_some()
            || !self.oblast.is_empty()
            || self.limit.is_some()
            || self.skip_geometry;
        if narrowed {
            return Err("the map has all collections: --bbox and --layers narrow it; --collection, --oblast, --limit and \
                        --skip-geometry do not"
                .into());
        }
        Ok(())
    }

    fn date(&self) -> Date {
        self.date.unwrap_or_else(|| jiff::Zoned::now().date())
    }

    fn bounds(&self) -> Result<Option<Envelope>, Box<dyn Error>> {
        match self.bbox.as_deref() {
            None => Ok(None),
            Some([west, south, east, north]) if south <= north => {
                Ok(Some(Envelope { west: *west, south: *south, east: *east, north: *north }))
            }
            Some(_) => Err("a box is west, south, east, north".into()),
        }
    }
}
