//! Towns and villages: which of them each zoom shows.

use crate::{
    LayerName, TileId,
    encode::{Attributes, Part, attributes, flag},
    mercator::{TILE_PX, project, unit_at},
    rows::DrawnRow,
    shape::{Drawn, Shape},
};
use geo::Coord;
use rstar::{RTree, primitives::GeomWithData};
use std::{collections::HashSet, sync::Arc};
use terrikon_core::{CollectionId, Feature, Release, Validity};

/// The zoom from which every village is there.
const ALL_FROM: u8 = 10;

/// Below that zoom, how close to a greater place a smaller one may come, in pixels.
const SPACING_PX: f64 = 36.0;

/// Residents from which a place may appear at a zoom.
const POPULATIONS: [(u8, f64); 6] =
    [(4, 100_000.0), (5, 50_000.0), (6, 25_000.0), (7, 10_000.0), (8, 4_000.0), (9, 1_000.0)];

type Place = GeomWithData<[f64; 2], (u8, Arc<Attributes>)>;

/// All settlements, each with the zoom from which it is shown.
#[derive(Debug, Default)]
pub(crate) struct Settlements(RTree<Place>);

impl Settlements {
    pub(crate) fn new(release: &Release) -> Self {
        let covered: HashSet<&str> = release
            .collection(CollectionId::Countries)
            .features
            .iter()
            .filter(|country| country.number("covered") == Some(1.0))
            .filter_map(|country| country.text("country"))
            .collect();
        let features: Vec<(&Feature, Coord<f64>)> = release
            .collection(CollectionId::Settlements)
            .features
            .iter()
            .filter_map(|feature| Some((feature, place(feature)?)))
            .collect();
        let shown = thin(&features);
        let places = features.iter().zip(shown).map(|((feature, place), zoom)| {
            let mut attributes = attributes(*feature, CollectionId::Settlements);
            if feature
                .text("country")
                .is_some_and(|country| !covered.is_empty() && !covered.contains(country))
            {
                attributes.push(flag("beyond"));
            }
            Place::new([place.x, place.y], (zoom, Arc::new(attributes)))
        });
        Self(RTree::bulk_load(places.collect()))
    }

    /// The places in a tile, by id.
    pub(crate) fn within(&self, tile: TileId) -> Vec<Part> {
        let side = 1.0 / f64::from(1_u32 << tile.z());
        let [west, north] = [tile.x(), tile.y()].map(|index| f64::from(index) * side);
        let area = rstar::AABB::from_corners([west, north], [west + side, north + side]);
        let mut found: Vec<_> = self
            .0
            .locate_in_envelope(&area)
            .filter(|place| place.data.0 <= tile.z())
            .filter_map(|place| {
                let [x, y] = *place.geom();
                let unit = unit_at(Coord { x, y }, tile.z());
                let origin = tile.origin();
                tile.owns(unit).then(|| {
                    let [x, y] = [unit.x - origin.x, unit.y - origin.y];
                    (
                        Shape::Point(i_overlay::i_float::int::point::IntPoint { x, y }),
                        Arc::clone(&place.data.1),
                    )
                })
            })
            .collect();
        found.sort_by(|(_, a), (_, b)| id(a).cmp(id(b)));
        found
    }

    /// A row for each place, by id.
    pub(crate) fn rows(&self) -> impl Iterator<Item = DrawnRow> + '_ {
        let mut places: Vec<&Place> = self.0.iter().collect();
        places.sort_by(|a, b| id(&a.data.1).cmp(id(&b.data.1)));
        (0..).zip(places).filter_map(|(sequence, place)| {
            let [x, y] = *place.geom();
            DrawnRow::point(LayerName::Settlements, sequence, |zoom| {
                let shape = Shape::Point(unit_at(Coord { x, y }, zoom));
                let attributes = Arc::clone(&place.data.1);
                (place.data.0 <= zoom).then_some(Drawn { shape, attributes, validity: Validity::ALWAYS })
            })
        })
    }
}

fn id(attributes: &Attributes) -> &str {
    match attributes.first() {
        Some((_, fast_mvt::MvtValue::String(id))) => id,
        _ => "",
    }
}

/// Where a feature's point lies in the unit square.
pub(crate) fn place(feature: &Feature) -> Option<Coord<f64>> {
    let [lon, lat] = feature.position.or_else(|| match feature.geometry {
        Some(geo::Geometry::Point(point)) => Some([point.x(), point.y()]),
        _ => None,
    })?;
    Some(project(lon, lat))
}

/// The zoom from which a place deserves to be shown, before thinning.
fn deserved(feature: &Feature) -> u8 {
    let by_population = feature
        .number("population")
        .and_then(|people| Some(POPULATIONS.iter().find(|(_, least)| people >= *least)?.0));
    // Where no source counts the residents, rank 1 (a capital) is like the largest class, and so on down.
    let by_rank = feature.number("rank").map(|rank| (rank + 3.0).clamp(4.0, f64::from(ALL_FROM)) as u8);
    by_population
        .into_iter()
        .chain(by_rank)
        .min()
        .unwrap_or(ALL_FROM)
        .max(LayerName::Settlements.first_zoom())
}

/// The zoom from which each place is shown. Once shown, a place stays at every higher zoom.
fn thin(features: &[(&Feature, Coord<f64>)]) -> Vec<u8> {
    let mut order: Vec<(usize, u8)> =
        features.iter().enumerate().map(|(index, (feature, _))| (index, deserved(feature))).collect();
    let number = |index: usize, field: &str| features[index].0.number(field);
    order.sort_by(|(a, zoom_a), (b, zoom_b)| {
        let people = |index| number(index, "population").unwrap_or(0.0);
        let rank = |index| number(index, "rank").unwrap_or(f64::INFINITY);
        zoom_a
            .cmp(zoom_b)
            .then(people(*b).total_cmp(&people(*a)))
            .then(rank(*a).total_cmp(&rank(*b)))
            .then_with(|| features[*a].0.id.cmp(&features[*b].0.id))
    });
    let mut shown = vec![ALL_FROM; features.len()];
    let mut taken: RTree<[f64; 2]> = RTree::new();
    for zoom in LayerName::Settlements.first_zoom()..ALL_FROM {
        let spacing = SPACING_PX / (TILE_PX * f64::from(1_u32 << zoom));
        for &(index, deserved) in &order {
            let place = [features[index].1.x, features[index].1.y];
            let waits = shown[index] == ALL_FROM && deserved <= zoom;
            if waits && taken.locate_within_distance(place, spacing * spacing).next().is_none() {
                shown[index] = zoom;
                taken.insert(place);
            }
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn town(id: &str, lon: f64, population: i64) -> Feature {
        let mut town = Feature { id: id.to_owned(), position: Some([lon, 50.0]), ..Feature::default() };
        town.properties.insert("population".to_owned(), json!(population));
        town
    }

    #[test]
    fn the_greater_of_two_close_places_comes_first_and_both_come_in_the_end() {
        let towns = [town("small", 73.0, 250_000), town("great", 73.1, 900_000), town("far", 60.0, 300)];
        let features: Vec<_> = towns.iter().map(|town| (town, place(town).unwrap())).collect();
        let shown = thin(&features);
        assert_eq!(shown[1], 4);
        assert!(shown[0] > 4 && shown[0] <= ALL_FROM, "{shown:?}");
        assert_eq!(shown[2], ALL_FROM);
    }
}
