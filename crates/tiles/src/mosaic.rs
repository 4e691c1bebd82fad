//! Tiles put together again: what a server draws into a picture, which must show no seam.
//!
//! Each tile's part of an area is cut to the tile without its buffer, then parts of one feature are dissolved into one; lines
//! are cut alike and chained where they meet on an edge of tiles. So dashes run on and whoever opens the picture in a drawing
//! program finds whole shapes. Cost: linear in the vertices, beside the dissolving of areas that lie in several tiles.

use crate::{
    EXTENT, LayerName, MAX_ZOOM, TileError, TileId,
    clip::{self, Path, Polygons},
    encode::{Attributes, json},
    mercator::world_units,
    shape::Shape,
    tile_id::UnitBox,
};
use fast_mvt::MvtReaderRef;
use geo::{Coord, Geometry, LineString, MapCoords as _, MultiLineString, MultiPolygon, Point, Polygon};
use i_overlay::i_float::int::point::IntPoint;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// A box of the world at a zoom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    zoom: u8,
    bounds: UnitBox,
}

impl Window {
    /// The box between two corners of the unit square of Web Mercator (x east, y south, 0 to 1), to the next whole unit
    /// outside. What lies beyond the world or [`MAX_ZOOM`] is cut off.
    #[must_use]
    pub fn new(zoom: u8, west_north: [f64; 2], east_south: [f64; 2]) -> Self {
        let zoom = zoom.min(MAX_ZOOM);
        let world = world_units(zoom);
        let unit = |part: f64, round: fn(f64) -> f64| round(part * world).clamp(0.0, world) as i32;
        let min = IntPoint { x: unit(west_north[0], f64::floor), y: unit(west_north[1], f64::floor) };
        let max = IntPoint { x: unit(east_south[0], f64::ceil), y: unit(east_south[1], f64::ceil) };
        Self { zoom, bounds: UnitBox { min, max } }
    }

    /// Its zoom.
    #[must_use]
    pub const fn zoom(&self) -> u8 {
        self.zoom
    }

    /// The tiles that it needs, row by row.
    #[must_use]
    pub fn tiles(&self) -> Vec<TileId> {
        let UnitBox { min, max } = self.bounds;
        let last = (1_i32 << self.zoom) - 1;
        let range = |from: i32, to: i32| {
            (from.div_euclid(EXTENT).clamp(0, last))..=((to - 1).max(from).div_euclid(EXTENT).clamp(0, last))
        };
        range(min.y, max.y)
            .flat_map(|y| range(min.x, max.x).map(move |x| (x, y)))
            .filter_map(|(x, y)| TileId::new(self.zoom, x as u32, y as u32).ok())
            .collect()
    }
}

/// A feature as the tiles of a window show it, in one piece.
#[derive(Debug, Clone)]
pub struct Whole {
    /// Its layer.
    pub layer: LayerName,
    /// Its shape on the unit square of Web Mercator, cut to the window; rings are closed.
    pub geometry: Geometry<f64>,
    /// Its attributes.
    pub attributes: Map<String, Value>,
}

/// What some tiles of a window show, layer by layer in the order of the tiles.
///
/// # Errors
/// [`TileError::Decoding`] where bytes are no tile.
pub fn mosaic<'a>(
    window: &Window,
    tiles: impl IntoIterator<Item = (TileId, &'a [u8])>,
) -> Result<Vec<Whole>, TileError> {
    let mut gathered = Gathered::default();
    for (tile, bytes) in tiles {
        let reader = MvtReaderRef::new(bytes).map_err(TileError::Decoding)?;
        for layer in reader.layers() {
            let Ok(name) = layer.name().parse() else { continue };
            for feature in layer.features() {
                let read = feature.to_feature().map_err(TileError::Decoding)?;
                gathered.add(window, tile, name, &read.geometry, read.properties);
            }
        }
    }
    let world = world_units(window.zoom);
    let wholes = gathered.parts.into_iter().filter_map(|parts| {
        let geometry = parts.pieces.joined()?.map_coords(|coord| coord / world);
        Some(Whole { layer: parts.layer, geometry, attributes: json(&parts.attributes) })
    });
    Ok(wholes.collect())
}

/// Features of all tiles in the order in which they were first seen.
#[derive(Default)]
struct Gathered {
    parts: Vec<Parts>,
    by_key: HashMap<(LayerName, String), usize>,
}

struct Parts {
    layer: LayerName,
    attributes: Attributes,
    pieces: Pieces,
}

enum Pieces {
    Point(IntPoint),
    Lines(Vec<Path>),
    /// Polygons, and from how many tiles they are.
    Areas(Polygons, usize),
}

impl Gathered {
    fn add(
        &mut self,
        window: &Window,
        tile: TileId,
        layer: LayerName,
        geometry: &Geometry<i32>,
        attributes: Attributes,
    ) {
        let origin = tile.origin();
        let geometry =
            geometry.map_coords(|at| Coord { x: f64::from(at.x + origin.x), y: f64::from(at.y + origin.y) });
        let bounds = within(window, tile);
        let pieces = match (&geometry, Shape::of(&geometry)) {
            (Geometry::Point(point), _) => {
                Pieces::Point(IntPoint { x: point.x() as i32, y: point.y() as i32 })
            }
            (_, Some(Shape::Lines(lines))) => {
                Pieces::Lines(lines.iter().flat_map(|line| clip::line(line, &bounds)).collect())
            }
            (_, Some(Shape::Polygons(polygons))) => {
                Pieces::Areas(clip::polygons(polygons.iter().flatten(), &bounds), 1)
            }
            _ => return,
        };
        match pieces {
            // A point lies in one tile only.
            Pieces::Point(at) if contains(&window.bounds, at) => {
                self.parts.push(Parts { layer, attributes, pieces });
            }
            Pieces::Point(_) => {}
            Pieces::Lines(lines) if lines.is_empty() => {}
            Pieces::Areas(areas, _) if areas.is_empty() => {}
            pieces => self.join(layer, attributes, pieces),
        }
    }

    fn join(&mut self, layer: LayerName, attributes: Attributes, pieces: Pieces) {
        let key = (layer, format!("{attributes:?}"));
        let Some(&index) = self.by_key.get(&key) else {
            self.by_key.insert(key, self.parts.len());
            self.parts.push(Parts { layer, attributes, pieces });
            return;
        };
        match (&mut self.parts[index].pieces, pieces) {
            (Pieces::Lines(lines), Pieces::Lines(more)) => lines.extend(more),
            (Pieces::Areas(areas, tiles), Pieces::Areas(more, _)) => {
                areas.extend(more);
                *tiles += 1;
            }
            // The same attributes on another kind of shape: a hotspot's outline of two kinds.
            (_, pieces) => self.parts.push(Parts { layer, attributes, pieces }),
        }
    }
}

impl Pieces {
    fn joined(self) -> Option<Geometry<f64>> {
        let line = |path: &Path| -> LineString<f64> { path.iter().map(coord).collect() };
        Some(match self {
            Self::Point(at) => Geometry::Point(Point(coord(&at))),
            Self::Lines(lines) => {
                Geometry::MultiLineString(MultiLineString(chained(lines).iter().map(line).collect()))
            }
            Self::Areas(areas, tiles) => {
                let areas = if tiles > 1 { clip::dissolve(&areas.concat()) } else { areas };
                let polygon = |rings: Vec<Path>| {
                    let mut rings = rings.iter().map(line);
                    Some(Polygon::new(rings.next()?, rings.collect()))
                };
                Geometry::MultiPolygon(MultiPolygon(areas.into_iter().filter_map(polygon).collect()))
            }
        })
    }
}

fn coord(point: &IntPoint) -> Coord<f64> {
    Coord { x: f64::from(point.x), y: f64::from(point.y) }
}

/// The part of a window in a tile, buffer aside.
fn within(window: &Window, tile: TileId) -> UnitBox {
    let (origin, UnitBox { min, max }) = (tile.origin(), window.bounds);
    UnitBox {
        min: IntPoint { x: origin.x.max(min.x), y: origin.y.max(min.y) },
        max: IntPoint { x: (origin.x + EXTENT).min(max.x), y: (origin.y + EXTENT).min(max.y) },
    }
}

fn contains(bounds: &UnitBox, at: IntPoint) -> bool {
    (bounds.min.x..=bounds.max.x).contains(&at.x) && (bounds.min.y..=bounds.max.y).contains(&at.y)
}

/// Lines joined where one ends and another begins on the edge of a tile.
fn chained(lines: Vec<Path>) -> Vec<Path> {
    let on_edge = |at: &IntPoint| at.x.rem_euclid(EXTENT) == 0 || at.y.rem_euclid(EXTENT) == 0;
    let mut done: Vec<Option<Path>> = Vec::new();
    let mut open: HashMap<(i32, i32), usize> = HashMap::new();
    for mut line in lines {
        let ends = |line: &Path| [line.first().copied(), line.last().copied()];
        // What already waits at one of its ends comes before or behind it; both at once close a gap.
        for _ in 0..2 {
            let met = ends(&line)
                .into_iter()
                .flatten()
                .filter(on_edge)
                .find_map(|end| Some((end, *open.get(&(end.x, end.y))?)));
            let Some((end, index)) = met else { break };
            let Some(other) = done[index].take() else { break };
            for waiting in ends(&other).into_iter().flatten() {
                if open.get(&(waiting.x, waiting.y)) == Some(&index) {
                    open.remove(&(waiting.x, waiting.y));
                }
            }
            line = spliced(other, line, end);
        }
        let index = done.len();
        for end in ends(&line).into_iter().flatten().filter(on_edge) {
            open.entry((end.x, end.y)).or_insert(index);
        }
        done.push(Some(line));
    }
    done.into_iter().flatten().collect()
}

/// Two lines that share an end as one, in the direction of the first.
fn spliced(mut first: Path, mut second: Path, end: IntPoint) -> Path {
    match (first.last() == Some(&end), second.first() == Some(&end)) {
        (true, true) => first.extend(second.into_iter().skip(1)),
        (true, false) => first.extend(second.into_iter().rev().skip(1)),
        (false, true) => {
            // Directions of both are kept by beginning with the reversed second one only where it must be.
            second.reverse();
            second.extend(first.into_iter().skip(1));
            return second;
        }
        (false, false) => {
            second.extend(first.into_iter().skip(1));
            return second;
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode::{encode, text};
    use geo::Area as _;
    use std::sync::Arc;

    fn at(x: i32, y: i32) -> IntPoint {
        IntPoint { x, y }
    }

    /// A tile of zoom 1 with a square of 2000 units around the middle of the world, and a line across it, both as every tile
    /// sees them: moved to its corner and cut by its buffer.
    fn tile(x: u32, y: u32) -> (TileId, Vec<u8>) {
        let tile = TileId::new(1, x, y).unwrap();
        let origin = tile.origin();
        let moved = |path: Path| -> Path {
            path.into_iter().map(|point| at(point.x - origin.x, point.y - origin.y)).collect()
        };
        let square = vec![at(3096, 3096), at(5096, 3096), at(5096, 5096), at(3096, 5096)];
        let rings = clip::polygons([&square], &tile.buffered());
        let rings = rings.into_iter().map(|rings| rings.into_iter().map(moved).collect()).collect();
        let lines = clip::line(&[at(3000, 4000), at(5200, 4000), at(5200, 4500)], &tile.buffered());
        let parts = vec![
            (Shape::Polygons(rings), Arc::new(vec![text("id", "square")])),
            (Shape::Lines(lines.into_iter().map(moved).collect()), Arc::new(vec![text("id", "line")])),
        ];
        (tile, encode(vec![(LayerName::Lakes, parts)]).unwrap())
    }

    #[test]
    fn shapes_come_back_in_one_piece() {
        let window = Window::new(1, [0.0, 0.0], [1.0, 1.0]);
        let tiles: Vec<_> = window.tiles().into_iter().map(|id| tile(id.x(), id.y())).collect();
        assert_eq!(tiles.len(), 4);
        let wholes = mosaic(&window, tiles.iter().map(|(id, bytes)| (*id, bytes.as_slice()))).unwrap();
        assert_eq!(wholes.len(), 2);
        let Geometry::MultiPolygon(square) = &wholes[0].geometry else { panic!("{wholes:?}") };
        assert_eq!(square.0.len(), 1, "four parts are one");
        let side = 2000.0 / world_units(1);
        assert!((square.unsigned_area() - side * side).abs() < 1e-12);
        let Geometry::MultiLineString(line) = &wholes[1].geometry else { panic!("{wholes:?}") };
        assert_eq!(line.0.len(), 1, "parts are chained: {line:?}");
        assert_eq!(wholes[1].attributes["id"], "line");
    }

    #[test]
    fn a_window_cuts_off_what_lies_outside() {
        let window = Window::new(1, [0.4, 0.4], [0.5, 0.5]);
        assert_eq!(window.tiles().len(), 1);
        let (id, bytes) = tile(0, 0);
        let wholes = mosaic(&window, [(id, bytes.as_slice())]).unwrap();
        let Geometry::MultiPolygon(square) = &wholes[0].geometry else { panic!("{wholes:?}") };
        // The square begins left of the window, whose edge lies between two units of the tile.
        let side = 0.5 - (0.4 * world_units(1)).floor() / world_units(1);
        assert!((square.unsigned_area() - side * side).abs() < 1e-6, "{square:?}");
    }

    #[test]
    fn bytes_that_are_no_tile_are_refused() {
        let window = Window::new(0, [0.0, 0.0], [1.0, 1.0]);
        let tile = TileId::new(0, 0, 0).unwrap();
        assert!(mosaic(&window, [(tile, [255, 3, 7, 9].as_slice())]).is_err());
    }
}
