//! A tile made of rows as a database makes it: chosen by layer, zoom, day and filter, then cut to the tile.

use super::decoded::{Decoded, Value, double_area};
use crate::{
    DrawnRow, HotspotClusters, HotspotFilter, HotspotPoint, LayerName, MAX_ZOOM, Role, TileId, TileSource,
    Weight,
    clip::Path,
    shape::{Drawn, Shape, Sheet},
};
use geo::{Coord, Geometry, LineString, Polygon};
use geozero::mvt::tile::GeomType;
use i_overlay::i_float::int::point::IntPoint;
use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};
use terrikon_core::{CollectionId, Date, Feature, Kind, Release, Validity};

pub(super) struct Composer<'a> {
    /// In drawing order.
    rows: Vec<DrawnRow>,
    single_from: u8,
    hotspots: HashMap<&'a str, &'a Feature>,
}

impl<'a> Composer<'a> {
    pub(super) fn new(source: &TileSource, release: &'a Release) -> Self {
        let mut rows: Vec<_> = source.rows(&[Validity::ALWAYS]).collect();
        rows.sort_by_key(|row| (row.layer, row.sequence));
        let hotspots = &release.collection(CollectionId::Hotspots).features;
        let single_from = source.single_from();
        Self {
            rows,
            single_from,
            hotspots: hotspots.iter().map(|hotspot| (hotspot.id.as_str(), hotspot)).collect(),
        }
    }

    pub(super) fn tile(
        &self,
        layer: LayerName,
        tile: TileId,
        filter: &HotspotFilter,
        date: Date,
    ) -> Vec<Decoded> {
        let of_day = self.rows.iter().filter(|row| row.layer == layer && row.validity.contains(date));
        let passing: Vec<&DrawnRow> = of_day.filter(|row| self.passes(row, filter, date)).collect();
        let shown: Vec<&DrawnRow> =
            passing.iter().copied().filter(|row| row.zooms.contains(&tile.z())).collect();
        let mut of_place: HashMap<u32, Vec<u32>> = HashMap::new();
        for row in &shown {
            if let Some(place) = row.together {
                of_place.entry(place).or_default().push(row.sequence);
            }
        }
        let mut features: Vec<Decoded> = shown
            .iter()
            .filter_map(|row| {
                let mut feature = decoded(row, &row.attributes, row.geometry.clone(), tile)?;
                let others = row.together.map(|place| &of_place[&place]).filter(|others| others.len() > 1);
                if let Some(others) = others {
                    let number = others.iter().position(|other| *other == row.sequence).unwrap() + 1;
                    feature.values.insert("spread".to_owned(), Value::Integer(number as i64));
                }
                Some(feature)
            })
            .collect();
        if layer == LayerName::Hotspots && tile.z() < self.single_from && *filter != HotspotFilter::default()
        {
            features.extend(self.clusters(&passing, tile));
        }
        features
    }

    fn passes(&self, row: &DrawnRow, filter: &HotspotFilter, date: Date) -> bool {
        match (row.role, &row.hotspot) {
            (Role::Base, _) => true,
            (Role::Cluster, _) => *filter == HotspotFilter::default(),
            (_, Some(hotspot)) => filter.matches(self.hotspots[hotspot.as_str()], date),
            (_, None) => panic!("{row:?} is of no hotspot"),
        }
    }

    /// The clusters of the symbols that pass.
    fn clusters(&self, passing: &[&DrawnRow], tile: TileId) -> Vec<Decoded> {
        let whole = |row: &&&DrawnRow| row.role == Role::Symbol && *row.zooms.end() == MAX_ZOOM;
        let symbols: HashMap<&str, &DrawnRow> =
            passing.iter().filter(whole).map(|row| (row.hotspot.as_deref().unwrap(), *row)).collect();
        let points = passing.iter().filter(whole).map(|row| {
            let id = row.hotspot.as_deref().unwrap();
            let hotspot = self.hotspots[id];
            HotspotPoint {
                id: id.to_owned(),
                position: hotspot.position.unwrap(),
                kind: hotspot.text("kind").unwrap().parse::<Kind>().unwrap(),
                weight: Weight {
                    severity: row
                        .attributes
                        .get("severity")
                        .and_then(serde_json::Value::as_f64)
                        .map(|told| told as f32),
                    people: row
                        .attributes
                        .get("people")
                        .and_then(serde_json::Value::as_u64)
                        .map(|told| told as u32),
                },
            }
        });
        let clusters = HotspotClusters::new(points.collect(), self.single_from);
        let nodes = clusters.within(tile).into_iter().map(|node| {
            let symbol = symbols[node.first];
            let attributes = node.attributes.as_ref().unwrap_or(&symbol.attributes);
            let at = Geometry::Point(Coord::from(node.position_3857).into());
            decoded(symbol, attributes, at, tile).expect("a node lies in the tile that it was found in")
        });
        nodes.collect()
    }
}

/// What a decoder reads of a row in a tile; `None` where nothing of it lies there.
fn decoded(
    row: &DrawnRow,
    attributes: &serde_json::Map<String, serde_json::Value>,
    geometry: Geometry<f64>,
    tile: TileId,
) -> Option<Decoded> {
    let drawn = Drawn {
        shape: units(geometry, *row.zooms.start(), tile.z()),
        attributes: Arc::default(),
        validity: Validity::ALWAYS,
    };
    let (shape, _) = Sheet::new(vec![drawn]).within(tile, Date::MIN).pop()?;
    let points = |path: &Path| path.iter().map(|point| (i64::from(point.x), i64::from(point.y))).collect();
    let (geometry_type, paths) = match &shape {
        Shape::Point(point) => (GeomType::Point, vec![points(&vec![*point])]),
        Shape::Lines(lines) => (GeomType::Linestring, lines.iter().map(points).collect()),
        Shape::Polygons(polygons) => {
            let turned = |rings: &Vec<Path>| {
                let turned = |(index, ring): (usize, &Path)| {
                    let mut ring: Vec<(i64, i64)> = points(ring);
                    // The format wants exteriors in one direction and interiors in the other.
                    if (double_area(&ring) > 0) != (index == 0) {
                        ring.reverse();
                    }
                    ring
                };
                rings.iter().enumerate().map(turned).collect::<Vec<_>>()
            };
            (GeomType::Polygon, polygons.iter().flat_map(turned).collect())
        }
    };
    let values: BTreeMap<String, Value> =
        attributes.iter().map(|(name, value)| (name.clone(), typed(value))).collect();
    Some(Decoded { layer: row.layer.to_string(), geometry_type, paths, values })
}

fn typed(value: &serde_json::Value) -> Value {
    match value {
        serde_json::Value::String(text) => Value::Text(text.clone()),
        serde_json::Value::Bool(yes) => Value::Boolean(*yes),
        serde_json::Value::Number(number) => {
            number.as_i64().map_or_else(|| Value::Real(number.as_f64().unwrap()), Value::Integer)
        }
        other => panic!("{other} has no place in a tile"),
    }
}

/// Metres of EPSG:3857 to whole units of the asked zoom; lines and polygons lie on units of the row's first.
fn units(geometry: Geometry<f64>, first: u8, asked: u8) -> Shape {
    const HALF_M: f64 = 20_037_508.342_789_244;
    let unit_m = |zoom: u8| 2.0 * HALF_M / (4096.0 * f64::from(1_u32 << zoom));
    let vertex = |at: &Coord<f64>| {
        let exact = [(at.x + HALF_M) / unit_m(first), (HALF_M - at.y) / unit_m(first)];
        assert!(exact.iter().all(|unit| (unit - unit.round()).abs() < 1e-6), "{exact:?} is no whole unit");
        let [x, y] = exact.map(|unit| (unit.round() as i32) << (asked - first));
        IntPoint { x, y }
    };
    let path = |line: &LineString<f64>| line.0.iter().map(vertex).collect::<Path>();
    let ring = |line: &LineString<f64>| {
        let mut ring = path(line);
        ring.pop();
        ring
    };
    let rings = |polygon: &Polygon<f64>| {
        std::iter::once(polygon.exterior()).chain(polygon.interiors()).map(ring).collect::<Vec<_>>()
    };
    match geometry {
        Geometry::Point(point) => {
            let [x, y] = [point.x() + HALF_M, HALF_M - point.y()].map(|m| (m / unit_m(asked)).floor() as i32);
            Shape::Point(IntPoint { x, y })
        }
        Geometry::MultiLineString(lines) => Shape::Lines(lines.iter().map(path).collect()),
        Geometry::MultiPolygon(polygons) => Shape::Polygons(polygons.iter().map(rings).collect()),
        other => panic!("{other:?} is not drawn"),
    }
}
