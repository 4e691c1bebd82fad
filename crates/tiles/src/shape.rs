//! What a layer draws at one zoom, and the part of it in a tile.

use crate::{
    LayerName,
    clip::{self, Path, Polygons},
    encode::{Attributes, Part},
    rows::DrawnRow,
    tile_id::{TileId, UnitBox},
};
use geo::{Geometry, LineString, Polygon};
use i_overlay::i_float::int::point::IntPoint;
use rstar::{
    AABB, RTree,
    primitives::{GeomWithData, Rectangle},
};
use std::{ops::RangeInclusive, sync::Arc};
use terrikon_core::{Date, Validity};

/// A shape in whole tile units: of the world at its zoom, or of one tile.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    Point(IntPoint),
    Lines(Vec<Path>),
    Polygons(Polygons),
}

impl Shape {
    /// A geometry that already is in whole units. Points and collections are of no use here and yield nothing.
    pub(crate) fn of(geometry: &Geometry<f64>) -> Option<Self> {
        match geometry {
            Geometry::LineString(line) => Some(Self::Lines(vec![path(line)])),
            Geometry::MultiLineString(lines) => Some(Self::Lines(lines.iter().map(path).collect())),
            Geometry::Polygon(polygon) => Some(Self::Polygons(vec![rings(polygon)])),
            Geometry::MultiPolygon(polygons) => Some(Self::Polygons(polygons.iter().map(rings).collect())),
            _ => None,
        }
    }

    fn bounds(&self) -> Option<UnitBox> {
        match self {
            Self::Point(point) => UnitBox::around([point]),
            Self::Lines(lines) => UnitBox::around(lines.iter().flatten()),
            // Interiors lie within.
            Self::Polygons(polygons) => {
                UnitBox::around(polygons.iter().flat_map(|rings| rings.first()).flatten())
            }
        }
    }

    /// The same shape at a higher zoom.
    fn enlarged(&self, times: i32) -> Self {
        let point = |point: &IntPoint| IntPoint { x: point.x * times, y: point.y * times };
        let path = |path: &Path| path.iter().map(point).collect::<Path>();
        match self {
            Self::Point(at) => Self::Point(point(at)),
            Self::Lines(lines) => Self::Lines(lines.iter().map(path).collect()),
            Self::Polygons(polygons) => {
                Self::Polygons(polygons.iter().map(|rings| rings.iter().map(path).collect()).collect())
            }
        }
    }

    /// The part in a tile, in units from its corner; `None` where there is none.
    pub(crate) fn part(&self, tile: TileId) -> Option<Self> {
        self.within(tile, &self.bounds()?)
    }

    /// The same, of a shape whose box is known.
    fn within(&self, tile: TileId, bounds: &UnitBox) -> Option<Self> {
        let bounds_of_tile = tile.buffered();
        let mut part = match self {
            Self::Point(point) => {
                return tile.owns(*point).then(|| Self::Point(relative(*point, tile.origin())));
            }
            whole if bounds_of_tile.contains(bounds) => whole.clone(),
            Self::Lines(lines) => {
                Self::Lines(lines.iter().flat_map(|line| clip::line(line, &bounds_of_tile)).collect())
            }
            Self::Polygons(polygons) => {
                Self::Polygons(clip::polygons(polygons.iter().flatten(), &bounds_of_tile))
            }
        };
        let paths: Vec<&mut Path> = match &mut part {
            Self::Point(_) => Vec::new(),
            Self::Lines(lines) => lines.iter_mut().collect(),
            Self::Polygons(polygons) => polygons.iter_mut().flatten().collect(),
        };
        if paths.is_empty() {
            return None;
        }
        for point in paths.into_iter().flatten() {
            *point = relative(*point, tile.origin());
        }
        Some(part)
    }
}

fn relative(point: IntPoint, origin: IntPoint) -> IntPoint {
    IntPoint { x: point.x - origin.x, y: point.y - origin.y }
}

pub(crate) fn path(line: &LineString<f64>) -> Path {
    let mut path: Path = line
        .coords()
        .map(|coord| IntPoint { x: coord.x.round() as i32, y: coord.y.round() as i32 })
        .collect();
    path.dedup();
    path
}

pub(crate) fn rings(polygon: &Polygon<f64>) -> Vec<Path> {
    std::iter::once(polygon.exterior())
        .chain(polygon.interiors())
        .map(|ring| {
            let mut ring = path(ring);
            if ring.len() > 1 && ring.first() == ring.last() {
                ring.pop();
            }
            ring
        })
        .filter(|ring| ring.len() > 2)
        .collect()
}

/// One feature as one zoom draws it.
#[derive(Debug, Clone)]
pub(crate) struct Drawn {
    pub(crate) shape: Shape,
    pub(crate) attributes: Arc<Attributes>,
    pub(crate) validity: Validity,
}

/// Everything that one layer draws at one zoom, found by place.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    drawn: Vec<Drawn>,
    index: RTree<GeomWithData<Rectangle<[i32; 2]>, usize>>,
}

impl Sheet {
    /// A sheet; features without extent are left out. Order is drawing order.
    pub(crate) fn new(drawn: Vec<Drawn>) -> Self {
        let boxes = drawn.iter().enumerate().filter_map(|(index, drawn)| {
            let bounds = drawn.shape.bounds()?;
            Some(GeomWithData::new(rectangle(&bounds), index))
        });
        let index = RTree::bulk_load(boxes.collect());
        Self { drawn, index }
    }

    /// Everything in it, in drawing order.
    pub(crate) fn drawn(&self) -> &[Drawn] {
        &self.drawn
    }

    /// A row for each thing in it, for zooms of which the first is its own.
    pub(crate) fn rows(
        &self,
        layer: LayerName,
        zooms: RangeInclusive<u8>,
    ) -> impl Iterator<Item = DrawnRow> + '_ {
        let drawn = (0..).zip(&self.drawn);
        drawn.filter_map(move |(sequence, drawn)| DrawnRow::new(layer, sequence, zooms.clone(), drawn))
    }

    /// The same sheet at a higher zoom.
    pub(crate) fn enlarged(&self, times: i32) -> Self {
        let enlarge = |drawn: &Drawn| Drawn { shape: drawn.shape.enlarged(times), ..drawn.clone() };
        Self::new(self.drawn.iter().map(enlarge).collect())
    }

    /// What lies in a tile on a day, cut to it, in drawing order.
    pub(crate) fn within(&self, tile: TileId, date: Date) -> Vec<Part> {
        self.found(tile)
            .into_iter()
            .filter_map(|(index, bounds)| {
                let drawn = &self.drawn[index];
                if !drawn.validity.contains(date) {
                    return None;
                }
                Some((drawn.shape.within(tile, &bounds)?, Arc::clone(&drawn.attributes)))
            })
            .collect()
    }

    fn found(&self, tile: TileId) -> Vec<(usize, UnitBox)> {
        let area = tile.buffered();
        let area = AABB::from_corners([area.min.x, area.min.y], [area.max.x, area.max.y]);
        let mut found: Vec<_> = self
            .index
            .locate_in_envelope_intersecting(&area)
            .map(|entry| (entry.data, unit_box(entry.geom())))
            .collect();
        found.sort_unstable_by_key(|(index, _)| *index);
        found
    }
}

fn rectangle(bounds: &UnitBox) -> Rectangle<[i32; 2]> {
    Rectangle::from_corners([bounds.min.x, bounds.min.y], [bounds.max.x, bounds.max.y])
}

fn unit_box(rectangle: &Rectangle<[i32; 2]>) -> UnitBox {
    let ([min_x, min_y], [max_x, max_y]) = (rectangle.lower(), rectangle.upper());
    UnitBox { min: IntPoint { x: min_x, y: min_y }, max: IntPoint { x: max_x, y: max_y } }
}

/// A sheet a zoom, each made when its first tile is asked for.
#[derive(Debug, Default)]
pub(crate) struct Sheets([std::sync::OnceLock<Sheet>; crate::MAX_ZOOM as usize + 1]);

impl Sheets {
    pub(crate) fn at(&self, zoom: u8, make: impl FnOnce() -> Sheet) -> &Sheet {
        self.0[usize::from(zoom.min(crate::MAX_ZOOM))].get_or_init(make)
    }
}
