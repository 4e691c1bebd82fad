//! Where a higher zoom may show what a lower one does not.

use crate::grid::{Grid, across, down};
use geo::{CoordsIter as _, Geometry, Line, LineString, LinesIter as _};
use pmtiles::TileCoord;
use std::{collections::BTreeSet, ops::RangeInclusive, sync::Arc};
use terrikon_core::{CollectionId, Date, Feature};
use terrikon_store::{ItemsQuery, Snapshot, StoreError, Walk};
use terrikon_tiles::LayerName;

/// From this zoom on, all kinds of things are shown that are shown at all, and only what is too small to be seen is missing.
pub(crate) const SETTLED_FROM: u8 = 11;

/// Water of a higher rank comes at a higher zoom than [`SETTLED_FROM`].
const LATE_RANK: f64 = 13.0;

/// How far around an edge its tiles are marked, in tiles: their buffer, and how far generalisation moves it.
const MARGIN: f64 = 0.03;

/// How many features are read at a time.
const AT_ONCE: usize = 1000;

/// The tiles of some zooms with a point or an edge of any feature. What lies in none of them is all areas, each over the whole of it: tiles
/// below it look the same.
#[derive(Debug)]
pub(crate) struct Details(Vec<Marks>);

/// A bit for each tile of a zoom.
#[derive(Debug)]
struct Marks {
    zoom: u8,
    bits: Vec<u64>,
}

impl Details {
    /// Looks at every feature that the layers draw on a day, for zooms from [`SETTLED_FROM`] on.
    pub(crate) async fn of(
        snapshot: &Arc<dyn Snapshot>,
        layers: &[LayerName],
        date: Date,
        zooms: RangeInclusive<u8>,
    ) -> Result<Self, StoreError> {
        let marks = zooms.map(|zoom| Marks { zoom, bits: vec![0; 1 << (2 * zoom - 6)] });
        let mut details = Self(marks.collect());
        for collection in layers.iter().flat_map(|layer| drawn(*layer)).collect::<BTreeSet<_>>() {
            let mut walk = Walk::new(Arc::clone(snapshot), ItemsQuery::all(collection, date), AT_ONCE);
            while let Some(items) = walk.next().await? {
                items.iter().for_each(|item| details.add(&item.feature));
            }
        }
        Ok(details)
    }

    /// Whether tiles below a tile may show what it does not; `None` for zooms of which nothing is known.
    pub(crate) fn are_below(&self, tile: TileCoord) -> Option<bool> {
        let marks = self.0.iter().find(|marks| marks.zoom == tile.z())?;
        let (word, bit) = marks.place(tile.x(), tile.y());
        Some(marks.bits[word] >> bit & 1 == 1)
    }

    fn add(&mut self, feature: &Feature) {
        if let Some([lon, lat]) = feature.position {
            self.mark([lon, lat], [lon, lat]);
        }
        let Some(geometry) = &feature.geometry else { return };
        if let Some(bounds) =
            feature.envelope().filter(|_| feature.number("rank").is_some_and(|rank| rank > LATE_RANK))
        {
            let (min, max) = (unit([bounds.west, bounds.north]), unit([bounds.east, bounds.south]));
            self.0.iter_mut().for_each(|marks| marks.mark(min, max));
        }
        let mut edges = |lines: &mut dyn Iterator<Item = Line<f64>>| {
            lines.for_each(|line| self.mark([line.start.x, line.start.y], [line.end.x, line.end.y]));
        };
        match geometry {
            Geometry::LineString(line) => edges(&mut line.lines_iter()),
            Geometry::MultiLineString(lines) => edges(&mut lines.lines_iter()),
            Geometry::Polygon(area) => edges(&mut area.lines_iter()),
            Geometry::MultiPolygon(areas) => edges(&mut areas.lines_iter()),
            other => {
                let line: LineString<f64> = other.coords_iter().collect();
                line.coords().for_each(|at| self.mark([at.x, at.y], [at.x, at.y]));
            }
        }
    }

    /// Marks the tiles of an edge between two places. A long one goes by parts no longer than a tile: the box around the whole of it
    /// would hold much that it does not touch.
    fn mark(&mut self, a: [f64; 2], b: [f64; 2]) {
        let ([ax, ay], [bx, by]) = (unit(a), unit(b));
        for marks in &mut self.0 {
            let parts = ((bx - ax).abs().max((by - ay).abs()) * marks.side()).ceil().max(1.0);
            let at = |part: f64| [ax + (bx - ax) * part / parts, ay + (by - ay) * part / parts];
            for part in 0..parts as u32 {
                let (begin, end) = (at(f64::from(part)), at(f64::from(part + 1)));
                marks.mark(
                    [begin[0].min(end[0]), begin[1].min(end[1])],
                    [begin[0].max(end[0]), begin[1].max(end[1])],
                );
            }
        }
    }
}

/// Where a place lies in the unit square.
fn unit([lon, lat]: [f64; 2]) -> [f64; 2] {
    // Poles lie infinitely far off the square.
    [across(lon), down(lat)].map(|part| part.clamp(0.0, 1.0))
}

impl Marks {
    /// How many tiles lie beside each other.
    fn side(&self) -> f64 {
        f64::from(1_u32 << self.zoom)
    }

    /// Marks the tiles of a box in the unit square.
    fn mark(&mut self, min: [f64; 2], max: [f64; 2]) {
        let margin = MARGIN / self.side();
        let around = [min[0] - margin, min[1] - margin, max[0] + margin, max[1] + margin];
        for (x, y) in Grid::of_unit(around, self.zoom).tiles() {
            let (word, bit) = self.place(x, y);
            self.bits[word] |= 1 << bit;
        }
    }

    /// Word and bit of a tile.
    fn place(&self, x: u32, y: u32) -> (usize, u32) {
        let number = (y as usize) << self.zoom | x as usize;
        (number >> 6, x & 63)
    }
}

/// The collections of which a layer draws something.
fn drawn(layer: LayerName) -> Vec<CollectionId> {
    use CollectionId::{Countries, Lakes, Oblasts, Raions};
    match layer {
        LayerName::Labels | LayerName::Borders | LayerName::Fade => vec![Countries, Oblasts, Raions, Lakes],
        layer => layer.collection().into_iter().collect(),
    }
}
