//! What filters and orders admit of the small release.

use crate::fixture;
use terrikon_core::{CollectionId, Date, Lang};
use terrikon_store::{
    EmbeddedStore, ItemsQuery, Store as _,
    cql::{Encoding, parse, sort},
};

const NOW: Date = Date::constant(2024, 6, 30);

async fn ids(filter: &str, order: &str, collection: CollectionId, date: Date) -> Vec<String> {
    let snapshot = EmbeddedStore::new(fixture::release()).current().await.unwrap();
    let cql = parse(filter, Encoding::Text, collection, Lang::Ru)
        .unwrap_or_else(|error| panic!("{filter}: {error}"));
    let sort = if order.is_empty() { Vec::new() } else { sort::parse(order, collection, Lang::Ru).unwrap() };
    let query = ItemsQuery { cql: Some(cql.into()), sort, ..ItemsQuery::all(collection, date) };
    let page = snapshot.items(query).await.unwrap();
    assert_eq!(page.items.len(), page.number_matched);
    page.items.iter().map(|item| item.feature.id.trim_start_matches("kz-").to_owned()).collect()
}

#[tokio::test]
async fn each_operator_admits_what_it_says() {
    for (filter, admitted) in [
        ("kind = 'dump'", &["anonymous-dump"][..]),
        ("kind <> 'tailings' AND kind <> 'river'", &["anonymous-dump", "temirtau-air"]),
        ("position_accuracy_m > 500", &["nura-river", "temirtau-air"]),
        // What is not known is neither near nor far.
        ("NOT position_accuracy_m > 500", &["zhezkazgan-tailings"]),
        ("position_accuracy_m IS NULL", &["kg-min-kush", "anonymous-dump"]),
        ("position_accuracy_m BETWEEN 500 AND 2000", &["nura-river", "zhezkazgan-tailings"]),
        ("name = 'Свалка'", &["anonymous-dump"]),
        // Shown to readers of Russian, though it has no English one.
        ("name_en IS NULL AND name IS NOT NULL", &["anonymous-dump"]),
        ("name LIKE '%у%' AND NOT name LIKE '%:%'", &[]),
        ("CASEI(name) LIKE CASEI('ТЕМИРТАУ%')", &["temirtau-air"]),
        ("ACCENTI(name_kk) LIKE ACCENTI('Теміртау%')", &["temirtau-air"]),
        ("subkind IN ('uranium', 'air')", &["kg-min-kush", "temirtau-air"]),
        ("NOT subkind IN ('uranium', 'air')", &["zhezkazgan-tailings"]),
        ("A_OVERLAPS(pollutants, ('Hg', 'Pb'))", &["nura-river", "zhezkazgan-tailings"]),
        ("A_CONTAINS(pollutants, ('SO2', 'H2S'))", &["temirtau-air"]),
        ("A_EQUALS(pollutants, ('Cu', 'Pb', 'Cu'))", &["zhezkazgan-tailings"]),
        ("A_CONTAINEDBY(pollutants, ('Hg', 'Pb'))", &["nura-river"]),
        ("pollutants IS NULL", &["anonymous-dump"]),
        ("NOT A_OVERLAPS(pollutants, ('Hg'))", &["kg-min-kush", "temirtau-air", "zhezkazgan-tailings"]),
        ("oblast = 'KZ-62'", &["zhezkazgan-tailings"]),
        ("TRUE AND NOT FALSE AND raion IS NOT NULL", &["temirtau-air"]),
        ("S_INTERSECTS(geometry, POINT(72 50))", &["nura-river"]),
        ("S_INTERSECTS(geometry, BBOX(74.5, 41.5, 75, 42))", &[]),
        ("S_WITHIN(geometry, POLYGON((71 47, 73 47, 73 51, 71 51, 71 47)))", &["temirtau-air"]),
        ("S_CROSSES(geometry, BBOX(71, 47, 73, 51))", &["nura-river"]),
        ("S_CONTAINS(geometry, POINT(74.1 41.1))", &["kg-min-kush"]),
        ("S_TOUCHES(geometry, BBOX(75, 41, 76, 42))", &["kg-min-kush"]),
        ("S_OVERLAPS(geometry, BBOX(74.5, 40, 76, 42))", &["kg-min-kush"]),
        ("S_EQUALS(geometry, LINESTRING(74 51, 70 49))", &["nura-river"]),
        ("S_DISJOINT(geometry, BBOX(60, 45, 80, 55))", &["kg-min-kush"]),
    ] {
        assert_eq!(ids(filter, "", CollectionId::Hotspots, NOW).await, admitted, "{filter}");
    }
}

#[tokio::test]
async fn oblasts_and_days_are_those_of_the_date() {
    let before = Date::constant(2021, 6, 30);
    assert_eq!(ids("oblast = 'KZ-62'", "", CollectionId::Hotspots, before).await, [""; 0]);
    for (filter, admitted) in [
        ("valid_from = DATE('2022-06-08')", &["KZ-35", "KZ-62"][..]),
        ("T_BEFORE(valid_from, TIMESTAMP('2022-06-08T23:00:00Z'))", &[]),
        ("T_AFTER(valid_from, '2022-06-07')", &["KZ-35", "KZ-62"]),
        ("T_DURING(valid_from, INTERVAL('2022-01-01', '..'))", &["KZ-35", "KZ-62"]),
        ("valid_to IS NULL AND valid_from IS NULL", &["KG-N"]),
    ] {
        assert_eq!(ids(filter, "", CollectionId::Oblasts, NOW).await, admitted, "{filter}");
    }
}

#[tokio::test]
async fn a_zone_without_a_shape_has_no_relation_to_any() {
    let drawn = ["zhezkazgan-tailings-screening-site"];
    assert_eq!(ids("S_INTERSECTS(geometry, BBOX(60,40,80,50))", "", CollectionId::Zones, NOW).await, drawn);
    assert_eq!(ids("S_DISJOINT(geometry, BBOX(0,0,1,1))", "", CollectionId::Zones, NOW).await, drawn);
    let told = ids("NOT S_DISJOINT(geometry, BBOX(0,0,1,1))", "", CollectionId::Zones, NOW).await;
    assert!(told.is_empty());
    assert_eq!(ids("geometry IS NULL", "", CollectionId::Zones, NOW).await, ["zhezkazgan-tailings-law"]);
}

#[tokio::test]
async fn orders_have_what_is_absent_last() {
    for (order, ordered) in [
        ("-population", ["karaganda", "temirtau", "zhezkazgan"]),
        ("rank,name_en", ["karaganda", "temirtau", "zhezkazgan"]),
        ("country,-name", ["temirtau", "karaganda", "zhezkazgan"]),
    ] {
        assert_eq!(ids("TRUE", order, CollectionId::Settlements, NOW).await, ordered, "{order}");
    }
    let accuracy = ["temirtau-air", "nura-river", "zhezkazgan-tailings", "kg-min-kush", "anonymous-dump"];
    assert_eq!(ids("TRUE", "-position_accuracy_m", CollectionId::Hotspots, NOW).await, accuracy);
    let turned = ["zhezkazgan-tailings", "nura-river", "temirtau-air", "kg-min-kush", "anonymous-dump"];
    assert_eq!(ids("TRUE", "+position_accuracy_m", CollectionId::Hotspots, NOW).await, turned);
}
