//! Measurements, projects and indicators in both stores: what was written is read, and an oblast asked for finds them.

use crate::{cluster, fixture};
use serde_json::{Value, json};
use terrikon_core::{AreaAt, Collection, CollectionId, Date, Feature, Lang, Release, Validity};
use terrikon_store::{EmbeddedStore, HotspotFilter, ItemsQuery, Snapshot, Store as _, embedded::gpkg};

fn observation(id: &str, name: &str, oblasts: Vec<AreaAt>, properties: Value) -> Feature {
    let mut feature = Feature { id: id.to_owned(), oblasts, ..Feature::default() };
    feature.names.set(Lang::En, name);
    feature.properties = serde_json::from_value(properties).unwrap();
    feature
}

fn in_oblast(code: &str) -> AreaAt {
    AreaAt { code: code.to_owned(), validity: Validity::ALWAYS }
}

/// The release of the other tests with observations: a sample at a place of its own and one without, a project of two oblasts,
/// figures with a value, an interval and words.
fn release() -> Release {
    let bare = fixture::release();
    let split = fixture::split();
    let until =
        AreaAt { code: "KZ-35".into(), validity: Validity { valid_from: None, valid_to: Some(split) } };
    let since =
        AreaAt { code: "KZ-62".into(), validity: Validity { valid_from: Some(split), valid_to: None } };
    let mut placed = observation(
        "placed",
        "",
        vec![in_oblast("KZ-35")],
        json!({"hotspot": "kz-temirtau-air", "pollutant": "Hg", "cas": "7439-97-6", "medium": "water", "value": 0.5,
            "unit": "mg_l", "sampled_from": "2020-05-01", "sampled_to": "2020-05-31", "limit_value": 0.25,
            "limit_act": "an act", "exceedance": 2.0, "source": "census", "grade": "A"}),
    );
    placed.geometry = Some(geo::point!(x: 72.97, y: 50.05).into());
    placed.position = Some([72.97, 50.05]);
    let censored = observation(
        "censored",
        "",
        vec![until.clone(), since.clone()],
        json!({"hotspot": "kz-temirtau-air", "pollutant": "Hg", "medium": "soil", "detection_limit": 0.01, "unit": "mg_kg",
            "source": "census", "grade": "C", "note": "below what is seen"}),
    );
    let project = observation(
        "project",
        "A project",
        vec![in_oblast("KZ-35"), in_oblast("KZ-62")],
        json!({"kind": "monitoring", "hotspots": ["kz-temirtau-air"], "budget": 12_000.5, "currency": "EUR",
            "begins": "2020", "ends": "2020-12", "source": "census", "grade": "B"}),
    );
    let figure = |id: &str, more: Value| {
        let mut figure = observation(
            id,
            "",
            vec![in_oblast("KZ-35")],
            json!({"indicator": "emissions_stationary", "about": "oblast", "subject": "KZ-35", "source": "census", "grade": "A"}),
        );
        figure.properties.extend(more.as_object().cloned().unwrap());
        figure
    };
    let old = bare
        .collection(CollectionId::Oblasts)
        .features
        .iter()
        .find(|oblast| oblast.text("code") == Some("KZ-35") && oblast.validity.valid_to == Some(split));
    let figures = vec![
        figure("number", json!({"year": 2021, "value": 569.7, "unit": "kt", "area": old.unwrap().id})),
        figure(
            "interval",
            json!({"year": 2022, "value_low": 400.0, "value_high": 500.0, "stated": "400-500", "unit": "kt"}),
        ),
        figure("words", json!({"stated": "most polluted"})),
    ];
    let mut collections = bare.collections;
    collections.retain(|collection| !collection.id.is_observation());
    collections.push(Collection::new(CollectionId::Measurements, vec![placed, censored]));
    collections.push(Collection::new(CollectionId::Projects, vec![project]));
    collections.push(Collection::new(CollectionId::Indicators, figures));
    Release::new(collections, bare.claims, bare.sources, bare.generalised, bare.population)
}

async fn found(snapshot: &dyn Snapshot, collection: CollectionId, oblast: &str, date: Date) -> Vec<String> {
    let filter = HotspotFilter { oblasts: vec![oblast.to_owned()], ..HotspotFilter::default() };
    let page = snapshot.items(ItemsQuery { filter, ..ItemsQuery::all(collection, date) }).await.unwrap();
    page.items.into_iter().map(|item| item.feature.id.clone()).collect()
}

async fn answers(snapshot: &dyn Snapshot) {
    let (before, after) = (Date::constant(2022, 6, 7), Date::constant(2022, 6, 8));
    assert_eq!(found(snapshot, CollectionId::Measurements, "KZ-35", before).await, ["censored", "placed"]);
    assert_eq!(found(snapshot, CollectionId::Measurements, "KZ-35", after).await, ["placed"]);
    assert_eq!(found(snapshot, CollectionId::Measurements, "KZ-62", after).await, ["censored"]);
    for code in ["KZ-35", "KZ-62"] {
        assert_eq!(found(snapshot, CollectionId::Projects, code, after).await, ["project"], "{code}");
    }
    assert!(found(snapshot, CollectionId::Projects, "KZ-11", after).await.is_empty());
    assert_eq!(
        found(snapshot, CollectionId::Indicators, "KZ-35", before).await,
        ["interval", "number", "words"]
    );
}

#[test]
fn what_was_written_is_read_in_both_stores() {
    let release = release();
    assert_ne!(release.id, fixture::release().id);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("release.gpkg");
    gpkg::write(&file, &release).unwrap();
    assert_eq!(gpkg::read(&file).unwrap(), release);
    cluster::run(async {
        let url = cluster::serving(&release).await;
        let mut releases = terrikon_store::postgis::Releases::open(&url).await.unwrap();
        assert_eq!(releases.read(release.id.as_str()).await.unwrap(), release);
        let postgis = cluster::open(&url).await;
        let embedded = EmbeddedStore::new(release.clone());
        for snapshot in [postgis.current().await.unwrap(), embedded.current().await.unwrap()] {
            answers(&*snapshot).await;
        }
    });
}

#[test]
fn a_file_from_before_there_were_observations_is_read() {
    let release = fixture::release();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("release.gpkg");
    gpkg::write(&file, &release).unwrap();
    let db = rusqlite::Connection::open(&file).unwrap();
    for collection in CollectionId::ALL.into_iter().filter(|id| id.is_observation()) {
        db.execute_batch(&format!(
            "DELETE FROM gpkg_geometry_columns WHERE table_name = '{collection}';
             DELETE FROM gpkg_contents WHERE table_name = '{collection}'; DROP TABLE {collection};"
        ))
        .unwrap();
    }
    drop(db);
    assert_eq!(gpkg::read(&file).unwrap(), release, "its id is what it was");
}
