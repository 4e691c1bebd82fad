//! Rivers and lakes, generalised to about a pixel for each zoom. Seas that border on countries come with the coverage.

use crate::{
    LayerName, MAX_ZOOM,
    clip::{self, Path},
    encode::attributes,
    mercator::{UNITS_PER_PX, project_geometry, world_units},
    rows::DrawnRow,
    shape::{Drawn, Shape, path, rings},
    tile_id::UnitBox,
};
use geo::{Coord, Geometry, LineString, MapCoords as _, Polygon, Simplify as _};
use i_overlay::i_float::int::point::IntPoint;
use std::sync::Arc;
use terrikon_core::{CollectionId, Feature};

/// How far a generalised line may stray, in tile units: a pixel.
const TOLERANCE: i32 = UNITS_PER_PX;

/// The smallest shape that is drawn, in tile units: two pixels across.
const SMALLEST: i32 = 2 * UNITS_PER_PX;

/// The zoom from which water of a rank is shown. Ranks follow Natural Earth's scale ranks, which were made for
/// the classic 256-pixel zooms; ours are one lower for the same scale. Unranked water is a detail.
pub(crate) fn first_zoom(feature: &Feature) -> u8 {
    const DETAIL: f64 = 9.0;
    let rank = feature.number("rank").unwrap_or(DETAIL);
    (rank - 2.0).clamp(0.0, f64::from(MAX_ZOOM)) as u8
}

/// Rivers or lakes as rows, numbered from `sequence` on.
pub(crate) fn rows<'a>(
    features: impl Iterator<Item = &'a Feature>,
    layer: LayerName,
    sequence: usize,
) -> impl Iterator<Item = DrawnRow> {
    (sequence as u32..).zip(features).flat_map(move |(sequence, feature)| {
        DrawnRow::each_zoom(layer, sequence, move |zoom| draw(feature, layer.collection()?, zoom))
    })
}

/// A river or lake as a zoom draws it; `None` where it does not.
pub(crate) fn draw(feature: &Feature, collection: CollectionId, zoom: u8) -> Option<Drawn> {
    if zoom < first_zoom(feature) {
        return None;
    }
    Some(Drawn {
        shape: generalise(feature.geometry.as_ref()?, zoom)?,
        attributes: Arc::new(attributes(feature, collection)),
        validity: feature.validity,
    })
}

/// A line or polygon in degrees as a zoom draws it; `None` where it is too small or has no extent.
pub(crate) fn generalise(geometry: &Geometry<f64>, zoom: u8) -> Option<Shape> {
    let world = world_units(zoom);
    let units = project_geometry(geometry).map_coords(|coord| coord * world);
    match units {
        Geometry::LineString(line) => lines(&[line]),
        Geometry::MultiLineString(many) => lines(&many.0),
        Geometry::Polygon(polygon) => polygons(&[polygon]),
        Geometry::MultiPolygon(many) => polygons(&many.0),
        _ => None,
    }
}

fn lines(lines: &[LineString<f64>]) -> Option<Shape> {
    let lines: Vec<Path> = lines
        .iter()
        .map(|line| path(&line.simplify(f64::from(TOLERANCE))))
        .filter(|line| is_visible(line))
        .collect();
    (!lines.is_empty()).then_some(Shape::Lines(lines))
}

fn polygons(polygons: &[Polygon<f64>]) -> Option<Shape> {
    // Parts that touch become one before each would be simplified in its own way.
    let joined: Vec<Path> = polygons.iter().flat_map(rings).collect();
    let simplified: Vec<Path> = clip::dissolve(&joined)
        .into_iter()
        .flatten()
        .map(|ring| simplify(&ring))
        .filter(|ring| is_visible(ring))
        .collect();
    let mut valid = clip::dissolve(&simplified);
    valid.retain(|rings| rings.first().is_some_and(|ring| is_visible(ring)));
    (!valid.is_empty()).then_some(Shape::Polygons(valid))
}

fn simplify(ring: &[IntPoint]) -> Path {
    let mut line: LineString<f64> =
        ring.iter().map(|point| Coord { x: f64::from(point.x), y: f64::from(point.y) }).collect();
    line.close();
    let mut ring = path(&line.simplify(f64::from(TOLERANCE)));
    ring.pop();
    ring
}

fn is_visible(path: &[IntPoint]) -> bool {
    path.len() > 1 && UnitBox::around(path).is_some_and(|bounds| bounds.size() >= SMALLEST)
}
