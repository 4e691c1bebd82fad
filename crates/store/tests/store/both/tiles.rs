//! Tiles of both stores, read back and compared feature by feature.

use super::{
    Pair,
    asked::{DAYS, Words},
    both,
    shapes::differences,
};
use crate::{
    chance::Chance,
    cluster,
    decoded::{Decoded, Value, decode},
};
use std::f64::consts::PI;
use terrikon_store::HotspotFilter;
use terrikon_tiles::{LayerName, MAX_ZOOM, TileId, TileRequest};

fn request(tile: TileId, filter: HotspotFilter, day: usize) -> TileRequest {
    TileRequest { layers: LayerName::ALL.to_vec(), tile, filter, date: DAYS[day % DAYS.len()] }
}

/// The tile of a zoom in which a place lies.
fn tile_at([lon, lat]: [f64; 2], z: u8) -> TileId {
    let side = f64::from(1_u32 << z);
    let y = 0.5 - lat.to_radians().tan().asinh() / (2.0 * PI);
    let index = |part: f64| (part * side).floor().clamp(0.0, side - 1.0) as u32;
    TileId::new(z, index(lon / 360.0 + 0.5), index(y)).unwrap()
}

async fn read(pair: &Pair, request: &TileRequest) -> [Vec<Decoded>; 2] {
    let own = pair.embedded.tile(request.clone()).await.unwrap();
    let other = pair.postgis.tile(request.clone()).await.unwrap();
    [decode(&own), decode(&other)]
}

/// What was compared, and where it differs.
#[derive(Default)]
struct Compared {
    features: usize,
    differences: Vec<String>,
}

impl Compared {
    async fn tile(&mut self, pair: &Pair, request: TileRequest) {
        let [own, other] = read(pair, &request).await;
        self.features += own.len();
        let TileRequest { tile, filter, date, .. } = request;
        let told = |what| format!("{}, {tile:?} on {date} by {filter:?}: {what}", pair.name);
        self.differences.extend(differences(&own, &other).into_iter().map(told));
    }

    fn assert_none(&self, at_least: usize) {
        let some: Vec<_> = self.differences.iter().take(20).map(String::as_str).collect();
        assert!(some.is_empty(), "{} differences:\n{}", self.differences.len(), some.join("\n"));
        assert!(self.features >= at_least, "only {} features", self.features);
    }
}

#[test]
fn every_low_tile_of_the_bundled_release_is_drawn_alike() {
    cluster::run(async {
        let pair = &both().await.bundled;
        let mut compared = Compared::default();
        for z in 0..=5 {
            for x in 0..1 << z {
                for y in 0..1 << z {
                    let tile = TileId::new(z, x, y).unwrap();
                    compared.tile(pair, request(tile, HotspotFilter::default(), 5)).await;
                }
            }
        }
        compared.assert_none(1_000);
    });
}

#[test]
fn tiles_anywhere_at_any_zoom_by_any_filter_are_drawn_alike() {
    cluster::run(async {
        for pair in both().await.pairs() {
            let words = Words::of(pair);
            let mut chance = Chance::of(21);
            let places: Vec<[f64; 2]> = pair
                .release
                .collections
                .iter()
                .flat_map(|collection| collection.features.iter().filter_map(|feature| feature.position))
                .collect();
            // A few, each on a few days: those of a hundred thousand take a while to cluster.
            let filters: Vec<_> = (0..12).map(|_| words.filter(&mut chance)).collect();
            let mut compared = Compared::default();
            for number in 0..300 {
                let z = (number % (usize::from(MAX_ZOOM) + 1)) as u8;
                let place = if chance.is(0.9) {
                    *chance.pick(&places)
                } else {
                    [chance.between(44.0, 90.0), chance.between(35.0, 57.0)]
                };
                let (filter, day) = if chance.is(0.6) {
                    (HotspotFilter::default(), chance.below(DAYS.len()))
                } else {
                    let number = chance.below(filters.len());
                    (filters[number].clone(), number + chance.below(2))
                };
                let request = request(tile_at(place, z), filter, day);
                compared.tile(pair, request).await;
            }
            compared.assert_none(3_000);
        }
    });
}

/// That two lists of attributes are the same, a number by its value: a database writes the whole ones as integers.
pub(super) fn equal(own: &Value, other: &Value) -> bool {
    match (own, other) {
        (Value::Integer(whole), Value::Real(real)) | (Value::Real(real), Value::Integer(whole)) => {
            *real == *whole as f64
        }
        _ => own == other,
    }
}
