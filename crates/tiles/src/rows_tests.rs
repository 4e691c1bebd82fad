//! Tiles composed of rows, as a database would, against those of [`TileSource::tile`] read back.
#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

#[path = "rows_tests/composer.rs"]
mod composer;
#[path = "../tests/tiles/decoded.rs"]
#[allow(dead_code, reason = "shared with the tests of whole tiles")]
mod decoded;
#[path = "rows_tests/eventful.rs"]
mod eventful;
#[path = "../tests/tiles/release.rs"]
#[allow(dead_code, reason = "shared with the tests of whole tiles")]
mod release;

use crate::{DrawnRow, HotspotFilter, LayerName, Role, TileId, TileRequest, TileSource};
use composer::Composer;
use decoded::{Decoded, decode};
use eventful::{days, eventful};
use geozero::mvt::tile::GeomType;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use terrikon_core::{CollectionId, Date, Kind, Release, Trust, Validity};

fn tile_of(
    source: &TileSource,
    layer: LayerName,
    tile: TileId,
    filter: &HotspotFilter,
    date: Date,
) -> Vec<Decoded> {
    let request = TileRequest { layers: vec![layer], tile, filter: filter.clone(), date };
    decode(&source.tile(&request).unwrap())
}

/// Tiles of a zoom over the made-up countries and beyond: all of them up to zoom 6, then a sample.
fn tiles(zoom: u8) -> Vec<TileId> {
    let at = |part: f64| (part * f64::from(1_u32 << zoom)) as u32;
    let all: Vec<_> =
        (at(0.62)..=at(0.70)).flat_map(|x| (at(0.33)..=at(0.38)).map(move |y| (x, y))).collect();
    // A prime step walks through all columns and rows.
    let step = [1, 1 + all.len() / 23][usize::from(zoom > 6)];
    all.into_iter().step_by(step).map(|(x, y)| TileId::new(zoom, x, y).unwrap()).collect()
}

/// Tiles in which something of each kind lies: hotspots at one place, a lake, a border, a park.
fn telling(zoom: u8) -> Vec<TileId> {
    let places = [(60.5, 42.3), (61.74, 42.3), (66.7, 44.8), (65.0, 44.0), (63.15, 44.15), (63.0, 45.0)];
    let tiles = places.map(|(lon, lat)| {
        let unit = crate::mercator::unit_at(crate::mercator::project(lon, lat), zoom);
        TileId::new(zoom, (unit.x / crate::EXTENT) as u32, (unit.y / crate::EXTENT) as u32).unwrap()
    });
    tiles.into()
}

/// The paths of a feature; rings from their smallest vertex on, since they begin nowhere.
fn paths(feature: &Decoded) -> Vec<Vec<(i64, i64)>> {
    let mut paths = feature.paths.clone();
    if feature.geometry_type == GeomType::Polygon {
        for ring in &mut paths {
            let least =
                ring.iter().enumerate().min_by_key(|(_, vertex)| **vertex).map_or(0, |(index, _)| index);
            ring.rotate_left(least);
        }
    }
    paths
}

fn same(composed: &[Decoded], expected: &[Decoded], about: &str) {
    assert_eq!(composed.len(), expected.len(), "{about}: how many");
    for (composed, expected) in composed.iter().zip(expected) {
        assert_eq!(composed.values, expected.values, "{about}");
        assert_eq!(composed.geometry_type, expected.geometry_type, "{about}: {:?}", expected.values);
        assert_eq!(paths(composed), paths(expected), "{about}: {:?}", expected.values);
    }
}

#[test]
fn rows_compose_the_tiles_of_every_layer_zoom_and_day() {
    let release = eventful(300, 300);
    let source = TileSource::new(&release);
    let composer = Composer::new(&source, &release);
    let mut seen: HashMap<LayerName, usize> = HashMap::new();
    for zoom in 0..=14 {
        for tile in tiles(zoom).into_iter().chain(telling(zoom)) {
            for layer in LayerName::ALL {
                for date in days() {
                    let filter = HotspotFilter::default();
                    let expected = tile_of(&source, layer, tile, &filter, date);
                    *seen.entry(layer).or_default() += expected.len();
                    let composed = composer.tile(layer, tile, &filter, date);
                    same(&composed, &expected, &format!("{layer} in {tile:?} on {date}"));
                }
            }
        }
    }
    assert!(LayerName::ALL.iter().all(|layer| seen[layer] > 0), "{seen:?}");
}

#[test]
fn filters_leave_the_same_of_rows_and_of_tiles() {
    let release = eventful(300, 1);
    let source = TileSource::new(&release);
    let composer = Composer::new(&source, &release);
    let filters = [
        HotspotFilter { kinds: vec![Kind::Dump, Kind::River], ..HotspotFilter::default() },
        HotspotFilter { trusts: vec![Trust::Sourced], ..HotspotFilter::default() },
        HotspotFilter { oblasts: vec!["KZ-A".to_owned()], ..HotspotFilter::default() },
        HotspotFilter { pollutants: vec!["as".to_owned()], ..HotspotFilter::default() },
    ];
    for zoom in 0..=14 {
        for tile in tiles(zoom).into_iter().chain(telling(zoom)) {
            for layer in [LayerName::Hotspots, LayerName::Zones] {
                for (filter, date) in filters.iter().flat_map(|filter| days().map(|date| (filter, date))) {
                    let expected = tile_of(&source, layer, tile, filter, date);
                    let composed = composer.tile(layer, tile, filter, date);
                    same(&composed, &expected, &format!("{layer} in {tile:?} on {date} of {filter:?}"));
                }
            }
        }
    }
}

/// Hotspots that exist on a day, by kind.
fn existing(release: &Release, date: Date) -> BTreeMap<String, i64> {
    let mut kinds = BTreeMap::new();
    let hotspots = &release.collection(CollectionId::Hotspots).features;
    for hotspot in hotspots.iter().filter(|hotspot| hotspot.validity.contains(date)) {
        *kinds.entry(hotspot.text("kind").unwrap().to_owned()).or_default() += 1;
    }
    kinds
}

#[test]
fn clusters_count_every_hotspot_of_their_days_once_at_every_zoom() {
    let release = eventful(900, 1);
    let source = TileSource::new(&release);
    let rows: Vec<DrawnRow> = source.rows(&[Validity::ALWAYS]).collect();
    assert!(days().map(|date| existing(&release, date)).windows(2).any(|pair| pair[0] != pair[1]));
    for date in days() {
        let expected = existing(&release, date);
        for zoom in 0..=14 {
            let role = if zoom < source.single_from() { Role::Cluster } else { Role::Symbol };
            let mut found = BTreeMap::new();
            for row in &rows {
                if row.role != role || !row.zooms.contains(&zoom) || !row.validity.contains(date) {
                    continue;
                }
                assert_eq!(row.hotspot.is_none(), row.attributes.contains_key("cluster"));
                let mut total = 0;
                for kind in Kind::ALL {
                    let single = row.attributes.get("kind").and_then(Value::as_str) == Some(kind.as_str());
                    let counted = row.attributes.get(&format!("count_{kind}")).and_then(Value::as_i64);
                    let count = counted.unwrap_or(i64::from(single));
                    total += count;
                    if count > 0 {
                        *found.entry(kind.to_string()).or_default() += count;
                    }
                }
                assert_eq!(total, row.attributes.get("count").and_then(Value::as_i64).unwrap_or(1));
            }
            assert_eq!(found, expected, "zoom {zoom} on {date}");
        }
    }
}

#[test]
fn rows_are_what_they_say() {
    let release = eventful(300, 300);
    let source = TileSource::new(&release);
    let epochs = [days()[0], days()[2]];
    let epochs = [
        Validity { valid_from: None, valid_to: Some(epochs[0]) },
        Validity { valid_from: Some(epochs[0]), valid_to: Some(epochs[1]) },
        Validity { valid_from: Some(epochs[1]), valid_to: None },
    ];
    let mut drawn: HashMap<(LayerName, u32, u8, Date), usize> = HashMap::new();
    for row in source.rows(&epochs) {
        let about = format!("{row:?}");
        let (first, last) = (*row.zooms.start(), *row.zooms.end());
        assert!(row.layer.first_zoom() <= first && first <= last && last <= 14, "{about}");
        assert!(!crate::days::is_empty(row.validity), "{about}");
        assert!(row.attributes.values().all(|value| !value.is_null()), "{about}");
        assert!(!row.attributes.contains_key("spread"), "depends on the filter: {about}");
        let of_hotspot = matches!(row.role, Role::Outline | Role::Symbol | Role::Zone);
        assert!(row.role == Role::Cluster || of_hotspot == row.hotspot.is_some(), "{about}");
        assert_eq!(row.layer == LayerName::Zones, row.role == Role::Zone, "{about}");
        assert_eq!(
            last < source.single_from() && row.layer == LayerName::Hotspots && row.role != Role::Outline,
            row.role == Role::Cluster,
            "{about}"
        );
        assert!(row.together.is_none() || row.role == Role::Symbol, "{about}");
        for (zoom, date) in row.zooms.clone().flat_map(|zoom| days().map(|date| (zoom, date))) {
            *drawn.entry((row.layer, row.sequence, zoom, date)).or_default() +=
                usize::from(row.validity.contains(date));
        }
    }
    let twice = drawn.iter().find(|(_, count)| **count > 1);
    assert_eq!(twice, None, "one number, one thing");
}

#[test]
fn hotspots_at_one_place_share_a_number_and_others_have_none() {
    let release = eventful(300, 1);
    let source = TileSource::new(&release);
    let mut together: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for row in source.rows(&[]).filter(|row| row.role == Role::Symbol) {
        if let (Some(number), Some(id)) = (row.together, row.hotspot) {
            together.entry(number).or_default().push(id);
        }
    }
    let groups: Vec<Vec<String>> = together
        .into_values()
        .map(|mut ids| {
            ids.sort_unstable();
            ids.dedup();
            ids
        })
        .collect();
    assert_eq!(groups, [vec!["kz-00000".to_owned(), "kz-triplet".to_owned(), "kz-twin".to_owned()]]);
}

#[test]
fn a_symbol_is_cut_where_its_oblast_changes_and_only_there() {
    let release = eventful(300, 1);
    let source = TileSource::new(&release);
    let parts = |id: &str| -> Vec<(Validity, Option<String>)> {
        let rows =
            source.rows(&[]).filter(|row| row.role == Role::Symbol && row.hotspot.as_deref() == Some(id));
        rows.map(|row| {
            let oblast = row.attributes.get("oblast").and_then(Value::as_str).map(str::to_owned);
            (row.validity, oblast)
        })
        .collect()
    };
    let split = Some(release::split());
    let span = |valid_from, valid_to| Validity { valid_from, valid_to };
    let of = |code: &str| Some(code.to_owned());
    assert_eq!(parts("kz-00002"), [(span(None, split), of("KZ-OLD")), (span(split, None), of("KZ-A"))]);
    let (from, to) = (Some(eventful::opened()), Some(eventful::closed()));
    assert_eq!(parts("kz-00001"), [(span(from, None), of("KZ-A"))], "opened after the split");
    assert_eq!(parts("kz-00007"), [(span(None, to), of("KZ-OLD"))], "closed before it");
    assert_eq!(parts("kz-steady"), [(span(None, None), of("KZ-OLD"))], "two divisions, one code");
    assert_eq!(parts("kz-never"), []);
}
