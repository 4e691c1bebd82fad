//! Whole tiles of a made-up release, read back by an independent decoder.
#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod decoded;
mod release;

use decoded::{Decoded, Value, decode, double_area};
use geozero::mvt::tile::GeomType;
use release::{release, split, today};
use std::collections::HashMap;
use terrikon_core::{Date, Kind, Trust};
use terrikon_tiles::{
    BUDGET, FADE_BANDS, HotspotFilter, LayerName, TileId, TileRequest, TileSource, vector_layers,
};

fn request(layers: &[LayerName], tile: TileId, filter: HotspotFilter, date: Date) -> TileRequest {
    TileRequest { layers: layers.to_vec(), tile, filter, date }
}

/// The tiles of a zoom over the made-up countries; at high zooms those along one border.
fn tiles(zoom: u8) -> Vec<TileId> {
    let at = |part: f64| (part * f64::from(1_u32 << zoom)) as u32;
    let (west, east, north, south) = (at(0.62), at(0.70), at(0.33), at(0.38));
    let every = TileId::new;
    let all = (west..=east).flat_map(|x| (north..=south).map(move |y| (x, y)));
    let step = 1.max((east - west) * (south - north) / 150) as usize;
    all.step_by(step).map(|(x, y)| every(zoom, x, y).unwrap()).collect()
}

/// A place on the unit square of Web Mercator.
fn square(lon: f64, lat: f64) -> (f64, f64) {
    let sin = lat.to_radians().sin();
    (lon / 360.0 + 0.5, 0.5 - ((1.0 + sin) / (1.0 - sin)).ln() / (4.0 * std::f64::consts::PI))
}

fn tile_at(lon: f64, lat: f64, zoom: u8) -> TileId {
    let (x, y) = square(lon, lat);
    let index = |part: f64| (part * f64::from(1_u32 << zoom)) as u32;
    TileId::new(zoom, index(x), index(y)).unwrap()
}

fn features(source: &TileSource, layers: &[LayerName], tile: TileId) -> Vec<Decoded> {
    decode(&source.tile(&request(layers, tile, HotspotFilter::default(), today())).unwrap())
}

#[test]
fn every_tile_is_well_formed_and_says_what_its_tilejson_says() {
    let source = TileSource::new(&release(300, 500));
    let described: HashMap<_, _> =
        vector_layers(&LayerName::ALL).into_iter().map(|layer| (layer.id.to_owned(), layer)).collect();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for zoom in 0..=14 {
        for tile in tiles(zoom) {
            for feature in features(&source, &LayerName::ALL, tile) {
                *seen.entry(feature.layer.clone()).or_default() += 1;
                let layer = &described[&feature.layer];
                assert!(zoom >= layer.minzoom);
                for (name, value) in &feature.values {
                    let field =
                        layer.fields.get(name).unwrap_or_else(|| panic!("{} hides {name}", feature.layer));
                    assert_eq!(*field, value.type_name(), "{}.{name}", feature.layer);
                }
                check_geometry(&feature, tile);
            }
        }
    }
    for layer in LayerName::ALL.into_iter().filter(|layer| *layer != LayerName::Raions) {
        assert!(seen.contains_key(layer.as_str()), "{layer} never appears");
    }
}

fn check_geometry(feature: &Decoded, tile: TileId) {
    let about = format!("{} in {tile:?}", feature.layer);
    for &(x, y) in feature.paths.iter().flatten() {
        let (low, high) = if feature.geometry_type == GeomType::Point { (0, 4095) } else { (-80, 4176) };
        assert!((low..=high).contains(&x) && (low..=high).contains(&y), "{about}: {x} {y}");
    }
    match feature.geometry_type {
        GeomType::Polygon => {
            assert!(double_area(&feature.paths[0]) > 0, "{about}: the first ring is an exterior");
            for ring in &feature.paths {
                assert!(ring.len() >= 3 && double_area(ring) != 0, "{about}: {ring:?}");
            }
        }
        GeomType::Linestring => assert!(feature.paths.iter().all(|line| line.len() >= 2), "{about}"),
        _ => assert_eq!(feature.paths.len(), 1),
    }
}

#[test]
fn oblasts_share_their_border_and_borders_draw_it() {
    let source = TileSource::new(&release(1, 1));
    for zoom in 3..=14 {
        for tile in tiles(zoom) {
            let inside = |(x, y): (i64, i64)| (0..=4096).contains(&x) && (0..=4096).contains(&y);
            let mut uses: HashMap<[(i64, i64); 2], usize> = HashMap::new();
            let mut drawn: Vec<[(i64, i64); 2]> = Vec::new();
            for feature in features(&source, &[LayerName::Oblasts, LayerName::Borders], tile) {
                for path in &feature.paths {
                    let closing = usize::from(feature.layer == "oblasts");
                    for index in 0..path.len() - 1 + closing {
                        let mut edge = [path[index], path[(index + 1) % path.len()]];
                        edge.sort_unstable();
                        if edge.into_iter().all(inside) {
                            if closing == 1 { *uses.entry(edge).or_default() += 1 } else { drawn.push(edge) }
                        }
                    }
                }
            }
            for edge in &drawn {
                assert_eq!(uses.get(edge), Some(&2), "{tile:?}: {edge:?} is a border of two oblasts");
            }
            assert_eq!(uses.values().filter(|&&count| count == 2).count(), drawn.len(), "{tile:?}");
            assert!(uses.values().all(|&count| count <= 2), "{tile:?}");
        }
    }
}

#[test]
fn counts_of_clusters_add_up_over_the_tiles_of_every_zoom() {
    let release = release(900, 1);
    let source = TileSource::new(&release);
    for zoom in 0..=9 {
        let mut by_kind: HashMap<String, i64> = HashMap::new();
        let mut total = 0;
        for tile in every_tile(zoom) {
            for feature in features(&source, &[LayerName::Hotspots], tile) {
                let kind = |name: &str| feature.values.get(name).map(|value| value.text().to_owned());
                if feature.values.contains_key("shape") {
                    assert_eq!(kind("id").as_deref(), Some("kz-reach"));
                } else if feature.values.contains_key("cluster") {
                    assert!(zoom < 9 && !feature.values.contains_key("id"));
                    total += feature.values["count"].integer();
                    for kind in Kind::ALL {
                        let count = feature.values.get(&format!("count_{kind}")).map_or(0, Value::integer);
                        *by_kind.entry(kind.to_string()).or_default() += count;
                    }
                } else {
                    total += 1;
                    *by_kind.entry(kind("kind").unwrap()).or_default() += 1;
                }
            }
        }
        assert_eq!(total, 902, "zoom {zoom}");
        assert_eq!(by_kind["river"], 151, "zoom {zoom}");
    }
}

/// Every tile of the made-up countries.
fn every_tile(zoom: u8) -> Vec<TileId> {
    let at = |part: f64| (part * f64::from(1_u32 << zoom)) as u32;
    (at(0.66)..=at(0.70))
        .flat_map(|x| (at(0.33)..=at(0.38)).map(move |y| TileId::new(zoom, x, y).unwrap()))
        .collect()
}

#[test]
fn filters_apply_before_clustering_and_by_the_oblast_of_the_day() {
    let source = TileSource::new(&release(300, 1));
    let count = |filter: HotspotFilter, date: Date| -> i64 {
        let world = TileId::new(0, 0, 0).unwrap();
        decode(&source.tile(&request(&[LayerName::Hotspots], world, filter, date)).unwrap())
            .iter()
            .filter(|feature| !feature.values.contains_key("shape"))
            .map(|feature| feature.values.get("count").map_or(1, Value::integer))
            .sum()
    };
    let before: Date = "2022-06-07".parse().unwrap();
    let oblast = |code: &str| HotspotFilter { oblasts: vec![code.to_owned()], ..HotspotFilter::default() };
    assert_eq!(count(HotspotFilter::default(), today()), 302);
    assert_eq!(count(HotspotFilter { kinds: vec![Kind::Dump], ..HotspotFilter::default() }, today()), 50);
    assert_eq!(count(oblast("KZ-OLD"), before), 302);
    assert_eq!(count(oblast("KZ-OLD"), split()), 0);
    assert_eq!(count(oblast("KZ-A"), split()) + count(oblast("KZ-B"), split()), 302);
    let both =
        HotspotFilter { pollutants: vec!["as".to_owned(), "pb".to_owned()], ..HotspotFilter::default() };
    assert_eq!(count(both, today()), 302);
}

#[test]
fn zones_are_shown_with_their_hotspots_and_from_their_zoom_on() {
    let source = TileSource::new(&release(300, 1));
    let count = |filter: HotspotFilter, zoom: u8| {
        let tile = tile_at(60.5, 42.3, zoom);
        decode(&source.tile(&request(&[LayerName::Zones], tile, filter, today())).unwrap()).len()
    };
    let of_kind = |kind| HotspotFilter { kinds: vec![kind], ..HotspotFilter::default() };
    let all = features(&source, &[LayerName::Zones], tile_at(60.5, 42.3, 5));
    assert!(
        all.iter()
            .all(|zone| zone.geometry_type == GeomType::Polygon && zone.values["rule"].text() == "ring")
    );
    assert_eq!(count(HotspotFilter::default(), 4), 0, "too small to tell from the symbol");
    let by_kind: usize = Kind::ALL.iter().map(|kind| count(of_kind(*kind), 5)).sum();
    assert!(all.len() > 3 && by_kind == all.len(), "{by_kind} of {}", all.len());
    for kind in Kind::ALL {
        assert_eq!(
            count(of_kind(*kind), 5),
            all.iter().filter(|zone| zone.values["kind"].text() == kind.as_str()).count()
        );
    }
    let sourced = HotspotFilter { trusts: vec![Trust::Sourced], ..HotspotFilter::default() };
    assert!(count(sourced, 5) < all.len(), "zones have no trust of their own, but that of their hotspot");
}

#[test]
fn hotspots_at_one_place_are_numbered_so_that_none_hides_another() {
    let source = TileSource::new(&release(300, 1));
    let tile = tile_at(60.5, 42.3, 12);
    let mut twins: Vec<(String, i64)> = features(&source, &[LayerName::Hotspots], tile)
        .iter()
        .map(|hotspot| (hotspot.values["id"].text().to_owned(), hotspot.values["spread"].integer()))
        .collect();
    twins.sort_unstable();
    assert_eq!(twins, [("kz-00000".to_owned(), 1), ("kz-twin".to_owned(), 2)]);
}

#[test]
fn areas_follow_the_day() {
    let source = TileSource::new(&release(1, 1));
    let ids = |date: Date| {
        let tile = TileId::new(3, 5, 2).unwrap();
        let layers = [LayerName::Oblasts];
        let bytes = source.tile(&request(&layers, tile, HotspotFilter::default(), date)).unwrap();
        let ids = decode(&bytes).into_iter().map(|feature| feature.values["id"].text().to_owned());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(ids("2020-01-01".parse().unwrap()), ["KZ-OLD", "KG-C"]);
    assert_eq!(ids(split()), ["KZ-A", "KZ-B", "KG-C"]);
}

#[test]
fn tiles_keep_their_budget_and_are_the_same_each_time() {
    let release = release(20_000, 15_000);
    let (one, other) = (TileSource::new(&release), TileSource::new(&release));
    let mut heaviest = 0;
    for zoom in 0..=14 {
        for tile in tiles(zoom) {
            let request = request(&LayerName::ALL, tile, HotspotFilter::default(), today());
            let bytes = one.tile(&request).unwrap();
            heaviest = heaviest.max(bytes.len());
            assert!(bytes.len() <= BUDGET, "{tile:?} weighs {}", bytes.len());
            assert_eq!(bytes, other.tile(&request).unwrap(), "{tile:?}");
        }
    }
    println!("heaviest tile: {heaviest} bytes");
}

#[test]
fn towns_that_a_zoom_shows_stay_at_the_next() {
    let source = TileSource::new(&release(1, 2_000));
    let shown = |zoom: u8| -> Vec<String> {
        let towns =
            every_tile(zoom).into_iter().flat_map(|tile| features(&source, &[LayerName::Settlements], tile));
        let mut ids: Vec<_> = towns.map(|town| town.values["id"].text().to_owned()).collect();
        ids.sort_unstable();
        ids
    };
    let mut before: Vec<String> = shown(3);
    assert!(before.is_empty());
    for zoom in 4..=10 {
        let now = shown(zoom);
        assert!(before.iter().all(|id| now.binary_search(id).is_ok()), "zoom {zoom}");
        before = now;
    }
    assert_eq!(before.len(), 2_000, "all villages from zoom 10");
}

#[test]
fn the_fade_leaves_the_covered_countries_and_hides_the_edge_of_the_extract() {
    let source = TileSource::new(&release(1, 1));
    // The extract ends at 45° and 85° E here; covered are 60° to 70° E, 42° to 50° N.
    let inside = |lon: f64, lat: f64| -> usize {
        let (x, y) = square(lon, lat);
        let tile = tile_at(lon, lat, 5);
        let local = |part: f64, index: u32| ((part * 32.0 - f64::from(index)) * 4096.0) as i64;
        let point = (local(x, tile.x()), local(y, tile.y()));
        features(&source, &[LayerName::Fade], tile)
            .iter()
            .filter(|band| band.paths.iter().filter(|ring| contains(ring, point)).count() % 2 == 1)
            .count()
    };
    assert_eq!(inside(65.0, 46.0), 0, "nothing in the middle");
    assert_eq!(inside(60.3, 43.0), 0, "nothing just within the border");
    assert_eq!(inside(45.01, 44.0), FADE_BANDS as usize, "everything at the edge of the extract");
    assert_eq!(inside(30.0, 10.0), FADE_BANDS as usize, "everything far away");
    let bands: Vec<usize> = (0..200).map(|step| inside(60.0 - 0.03 * f64::from(step), 44.0)).collect();
    assert!(bands.is_sorted(), "more and more bands on the way out: {bands:?}");
    assert!((1..FADE_BANDS as usize).all(|band| bands.contains(&band)), "band after band: {bands:?}");
}

fn contains(ring: &[(i64, i64)], (x, y): (i64, i64)) -> bool {
    let crosses = |a: (i64, i64), b: (i64, i64)| {
        (a.1 > y) != (b.1 > y) && ((b.0 - a.0) * (y - a.1) < (x - a.0) * (b.1 - a.1)) == (b.1 < a.1)
    };
    (0..ring.len()).filter(|&index| crosses(ring[index], ring[(index + 1) % ring.len()])).count() % 2 == 1
}
