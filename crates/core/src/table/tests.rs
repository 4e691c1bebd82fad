use super::*;
use crate::{Collection, Date, Lang};
use geo::{line_string, point, polygon};
use proptest::prelude::*;
use serde_json::json;

fn feature(id: u32, lon: f64, lat: f64) -> Feature {
    let mut feature = Feature { id: format!("h-{id:05}"), position: Some([lon, lat]), ..Feature::default() };
    feature.names.set(Lang::Kk, "Теміртау");
    feature.geometry = match id % 4 {
        0 => Some(point!(x: lon, y: lat).into()),
        1 => Some(line_string![(x: lon, y: lat), (x: lon + 0.5, y: lat + 0.25)].into()),
        2 => Some(polygon![(x: lon, y: lat), (x: lon + 0.1, y: lat), (x: lon, y: lat + 0.1)].into()),
        _ => None,
    };
    if id.is_multiple_of(3) {
        let split: Date = "2022-06-08".parse().unwrap();
        feature.validity.valid_from = Some(split);
        feature.oblasts.push(AreaAt { code: "KZ-62".to_owned(), validity: feature.validity });
        feature.raion = Some("KZ6210".to_owned());
    }
    for (name, value) in [
        ("kind", json!(if id.is_multiple_of(2) { "dump" } else { "lake" })),
        ("pollutants", json!(["Hg", "Pb"])),
        ("position_accuracy_m", json!(id)),
        ("note", json!(format!("note {id}"))),
        ("of_no_collection", json!({ "a": [1, 2.5, null] })),
    ] {
        feature.properties.insert(name.to_owned(), value);
    }
    feature
}

fn collection(count: u32) -> Collection {
    let spread = |id: u32, by: u32| f64::from(id * by % 1_000) / 100.0;
    let features = (0..count).map(|id| feature(id, 60.0 + spread(id, 37), 45.0 + spread(id, 91)));
    Collection::new(CollectionId::Hotspots, features.collect())
}

#[test]
fn features_come_back_as_they_were() {
    // More than are worth a column of notes and accuracies.
    for count in [0, 1, 33, 5_000] {
        let collection = collection(count);
        let table = FeatureTable::new(&collection);
        let back: Vec<Feature> = table.rows().map(|row| row.feature()).collect();
        assert_eq!(back, collection.features);
    }
}

#[test]
fn features_are_packed_while_they_come() {
    let mut collection = collection(packing::FIRST as u32 + 6_000);
    // What looks like few values at first.
    for feature in collection.features.iter_mut().take(packing::FIRST) {
        feature.properties.insert("note".to_owned(), json!("of many"));
    }
    for count in [0, 1, packing::FIRST - 1, packing::FIRST, collection.features.len()] {
        let mut builder = FeatureTableBuilder::new(collection.id);
        let features = &collection.features[..count];
        features.iter().cloned().for_each(|feature| builder.push(feature));
        let table = builder.finish();
        assert!(table.rows().map(|row| row.feature()).eq(features.iter().cloned()), "{count}");
        let same = FeatureTable::new(&Collection { id: collection.id, features: features.to_vec() });
        assert_eq!(table.boxes().entries(), same.boxes().entries());
    }
}

#[test]
fn an_image_is_the_table() {
    let collection = collection(500);
    let pieces: std::collections::HashMap<_, _> = FeatureTable::new(&collection).pieces().collect();
    let fetch = |name| Ok::<_, ImageError>(pieces[name].clone());
    let table = FeatureTable::of_pieces(CollectionId::Hotspots, fetch).unwrap();
    assert_eq!(table.rows().map(|row| row.feature()).collect::<Vec<_>>(), collection.features);
    let bbox = Envelope { west: 61.0, south: 46.0, east: 64.0, north: 50.0 };
    assert_eq!(table.boxes().within(&bbox), FeatureTable::new(&collection).boxes().within(&bbox));
    let broken = FeatureTable::of_pieces(CollectionId::Hotspots, |_| Ok::<_, ImageError>(vec![255; 3]));
    assert!(broken.is_err());
}

#[test]
fn rows_answer_as_features_do() {
    let collection = collection(200);
    let table = FeatureTable::new(&collection);
    let day: Date = "2024-01-01".parse().unwrap();
    for (row, feature) in table.rows().zip(&collection.features) {
        assert_eq!((row.id(), row.names()), (feature.id.as_str(), &feature.names));
        assert_eq!(row.oblast_on(day), feature.oblast_on(day));
        assert_eq!((row.raion(), row.validity()), (feature.raion.as_deref(), feature.validity));
        for field in ["kind", "note", "position_accuracy_m", "pollutants", "of_no_collection", "missing"] {
            assert_eq!(row.text(field), feature.text(field), "{field}");
            assert_eq!(row.number(field), feature.number(field), "{field}");
            assert_eq!(row.words(field), feature.words(field), "{field}");
        }
    }
    assert_eq!(table.all_words("kind").into_iter().collect::<Vec<_>>(), ["dump", "lake"]);
    assert_eq!(table.find("h-00017"), Some(17));
    assert_eq!((table.find("h-1"), table.row_from("h-00100a")), (None, 101));
}

proptest! {
    #[test]
    fn boxes_find_what_every_envelope_says(west in 58.0_f64..72.0, south in 44.0_f64..56.0, width in 0.0_f64..6.0, height in 0.0_f64..6.0, snap in any::<bool>()) {
        let collection = collection(400);
        let table = FeatureTable::new(&collection);
        let place = |degrees: f64| if snap { (degrees * 100.0).round() / 100.0 } else { degrees };
        let bbox = Envelope { west: place(west), south: place(south), east: place(west + width), north: place(south + height) };
        let found = table.boxes().within(&bbox);
        for (row, feature) in collection.features.iter().enumerate() {
            let Some(envelope) = feature.envelope() else { continue };
            let hit = found.iter().find(|found| found.row == row);
            if envelope.intersects(&bbox) {
                prop_assert!(hit.is_some(), "{} is missing", feature.id);
            }
            if hit.is_some_and(|found| found.inside) {
                prop_assert!(bbox.contains(envelope.west, envelope.south) && bbox.contains(envelope.east, envelope.north));
            }
        }
    }
}

#[test]
fn a_box_over_the_antimeridian_finds_a_row_once() {
    let mut west = feature(0, -179.5, 10.0);
    west.geometry = Some(point!(x: -179.5, y: 10.0).into());
    let mut wide = feature(2, 0.0, 10.0);
    wide.geometry = Some(line_string![(x: -180.0, y: 10.0), (x: 180.0, y: 10.0)].into());
    let table = FeatureTable::new(&Collection::new(CollectionId::Hotspots, vec![west, wide]));
    let found = table.boxes().within(&Envelope { west: 179.0, south: 0.0, east: -179.0, north: 20.0 });
    assert_eq!(
        found.iter().map(|found| (found.row, found.inside)).collect::<Vec<_>>(),
        [(0, true), (1, false)]
    );
}
