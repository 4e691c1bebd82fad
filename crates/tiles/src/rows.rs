//! What tiles draw as rows, for a store that composes tiles in a database.
//!
//! A tile is made of the rows of its layers whose zooms and days include those asked for, cut to its box and in
//! the order of [`DrawnRow::sequence`]. Rows come from the same code as the tiles of [`crate::TileSource::tile`].

use crate::{
    LayerName, MAX_ZOOM,
    clip::Path,
    days,
    encode::json,
    mercator::{centre_3857, corner_3857},
    shape::{Drawn, Shape},
};
use geo::{Geometry, LineString, MultiLineString, MultiPolygon, Polygon};
use i_overlay::i_float::int::point::IntPoint;
use serde_json::{Map, Value};
use std::ops::RangeInclusive;
use terrikon_core::Validity;

/// What a row is, which decides how filters of hotspots apply to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Not of hotspots: filters do not apply.
    Base,
    /// The shape of a hotspot; shown where the hotspot passes.
    Outline,
    /// The symbol of a hotspot, from the zoom on at which they are single; shown where the hotspot passes.
    Symbol,
    /// A node of all hotspots of a day, below that zoom; of use without a filter only
    /// ([`crate::HotspotClusters`] has those of filtered ones).
    Cluster,
    /// What surrounds a hotspot; shown where the hotspot passes.
    Zone,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Base, Self::Outline, Self::Symbol, Self::Cluster, Self::Zone];

    /// The word for it, such as `outline`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Outline => "outline",
            Self::Symbol => "symbol",
            Self::Cluster => "cluster",
            Self::Zone => "zone",
        }
    }
}

/// One thing that tiles draw, for the zooms at which it looks so.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnRow {
    /// The layer that it belongs to.
    pub layer: LayerName,
    /// Drawing order within the layer: no two rows of one zoom and day share it.
    pub sequence: u32,
    /// What it is.
    pub role: Role,
    /// The zooms at which it is drawn.
    pub zooms: RangeInclusive<u8>,
    /// In metres of EPSG:3857. Lines and polygons lie on whole tile units of the lowest of `zooms`. A point is
    /// the middle of its tile unit at [`MAX_ZOOM`]: so it lies on the edge of no tile, and rounding down at
    /// any zoom gives the unit in which the place itself lies.
    pub geometry: Geometry<f64>,
    /// The attributes of the feature, whole numbers as integers; never null.
    pub attributes: Map<String, Value>,
    /// When it is drawn; never empty.
    pub validity: Validity,
    /// The id of the hotspot: of outlines, symbols, clusters of one and zones (the one that they surround).
    pub hotspot: Option<String>,
    /// Symbols at the very same place share a number, whenever they exist; `None` for one alone. Those of them
    /// that a tile shows, where they are two or more on the day and by the filter of the request, bear
    /// `spread`, which counts them from 1 in drawing order.
    pub together: Option<u32>,
}

impl DrawnRow {
    /// A row of the base map. A point must be in units of [`MAX_ZOOM`], all else in units of the lowest of
    /// `zooms`. `None` where it has no extent or no day.
    pub(crate) fn new(
        layer: LayerName,
        sequence: u32,
        zooms: RangeInclusive<u8>,
        drawn: &Drawn,
    ) -> Option<Self> {
        if zooms.is_empty() || days::is_empty(drawn.validity) {
            return None;
        }
        Some(Self {
            layer,
            sequence,
            role: Role::Base,
            geometry: geometry(&drawn.shape, *zooms.start())?,
            zooms,
            attributes: json(&drawn.attributes),
            validity: drawn.validity,
            hotspot: None,
            together: None,
        })
    }

    /// A row for each zoom at which something is drawn, from the first zoom of its layer on.
    pub(crate) fn each_zoom(
        layer: LayerName,
        sequence: u32,
        draw: impl Fn(u8) -> Option<Drawn>,
    ) -> impl Iterator<Item = Self> {
        (layer.first_zoom()..=MAX_ZOOM)
            .filter_map(move |zoom| Self::new(layer, sequence, zoom..=zoom, &draw(zoom)?))
    }

    /// A row for a point that is drawn at every zoom from its first on.
    pub(crate) fn point(layer: LayerName, sequence: u32, draw: impl Fn(u8) -> Option<Drawn>) -> Option<Self> {
        let first = (layer.first_zoom()..=MAX_ZOOM).find(|zoom| draw(*zoom).is_some())?;
        Self::new(layer, sequence, first..=MAX_ZOOM, &draw(MAX_ZOOM)?)
    }
}

fn geometry(shape: &Shape, zoom: u8) -> Option<Geometry<f64>> {
    let line =
        |path: &Path| LineString(path.iter().map(|unit: &IntPoint| corner_3857(*unit, zoom)).collect());
    match shape {
        Shape::Point(unit) => Some(Geometry::Point(centre_3857(*unit).into())),
        Shape::Lines(lines) => {
            let lines: Vec<_> = lines.iter().filter(|path| path.len() > 1).map(line).collect();
            (!lines.is_empty()).then_some(Geometry::MultiLineString(MultiLineString(lines)))
        }
        Shape::Polygons(polygons) => {
            let polygons = polygons.iter().filter_map(|rings| {
                let (exterior, interiors) = rings.split_first()?;
                Some(Polygon::new(line(exterior), interiors.iter().map(line).collect()))
            });
            let polygons: Vec<_> = polygons.collect();
            (!polygons.is_empty()).then_some(Geometry::MultiPolygon(MultiPolygon(polygons)))
        }
    }
}

#[cfg(test)]
#[path = "rows_tests.rs"]
mod tests;
