//! Nothing of a request reaches SQL but as a bound value: no text is refused, or understood as anything but text.

use crate::{cluster, fixture};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use std::sync::Arc;
use terrikon_core::{AreaAt, CollectionId, Date, Kind, Lang, Release, Validity};
use terrikon_store::{
    ClaimsQuery, EmbeddedStore, HotspotFilter, ItemsQuery, PageStart, Period, SearchQuery, Snapshot,
    Store as _,
    cql::{Order, sort},
};
use terrikon_tiles::{LayerName, TileId, TileRequest};
use tokio::sync::OnceCell;

/// Text as somebody sends it who wishes us ill, and ordinary words among it.
fn text() -> impl Strategy<Value = String> {
    const HOSTILE: [&str; 20] = [
        "",
        "'",
        "\"",
        "\\",
        "''; DROP SCHEMA terrikon CASCADE; --",
        "$1",
        "%",
        "{}",
        "{\"a\",NULL}",
        "NULL",
        "\0",
        "kz-temirtau-air\0",
        "kz-\0temirtau-air",
        "\u{1}",
        "\u{7f}",
        "\u{feff}",
        "\u{10ffff}",
        "Теміртау",
        "e\u{301}",
        "👩‍👩‍👧",
    ];
    const KNOWN: [&str; 13] = [
        "kz-temirtau-air",
        "kz-nura-river",
        "kg-min-kush",
        "kz-zhezkazgan-tailings",
        "kz-zhezkazgan-tailings-law",
        "KZ-35",
        "KZ-62",
        "KG-N",
        "Hg",
        "PM2.5",
        "people_affected",
        "nura",
        "KZ",
    ];
    prop_oneof![
        4 => prop::sample::select(&KNOWN[..]).prop_map(ToOwned::to_owned),
        3 => prop::sample::select(&HOSTILE[..]).prop_map(ToOwned::to_owned),
        2 => any::<String>(),
        1 => (prop::sample::select(&KNOWN[..]), any::<char>()).prop_map(|(word, more)| format!("{word}{more}")),
        1 => prop::sample::select(vec!["я", "'", "\0", "a"]).prop_map(|part| part.repeat(100_000 / part.len())),
    ]
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(text(), 1..4)]
}

fn start() -> impl Strategy<Value = PageStart> {
    prop_oneof![Just(PageStart::First), text().prop_map(PageStart::After), text().prop_map(PageStart::Before)]
}

/// Everything that a request brings.
#[derive(Debug, Clone)]
struct Request {
    collection: CollectionId,
    date: Date,
    id: String,
    filter: HotspotFilter,
    subjects: Vec<String>,
    properties: Vec<String>,
    sort: Order,
    start: PageStart,
    limit: usize,
}

fn requests() -> impl Strategy<Value = Request> {
    let day = prop_oneof![
        Just(Date::MIN),
        Just(Date::MAX),
        Just(Date::constant(0, 12, 31)),
        Just(Date::constant(1, 1, 1)),
        Just(Date::constant(2021, 6, 30)),
        Just(Date::constant(2024, 6, 30)),
    ];
    let kinds = prop_oneof![4 => Just(vec![]), 1 => Just(Kind::ALL.to_vec()), 1 => Just(vec![Kind::River])];
    let asked = (prop::sample::select(&CollectionId::ALL[..]), day, text(), kinds, texts(), texts());
    let order = prop_oneof![2 => Just(""), 1 => Just("name_ru,-valid_to"), 1 => Just("-oblast,id")];
    (asked, texts(), texts(), order, start(), 1_usize..4).prop_map(
        |((collection, date, id, kinds, oblasts, pollutants), subjects, properties, order, start, limit)| {
            Request {
                collection,
                // Countries lie in no oblast.
                sort: sort::parse(order, collection, Lang::En).unwrap_or_default(),
                date,
                id,
                filter: HotspotFilter { kinds, oblasts, pollutants, ..HotspotFilter::default() },
                subjects,
                properties,
                start,
                limit,
            }
        },
    )
}

/// The small release with an odd hotspot that lies in two oblasts at a time: in each of them.
fn in_two_oblasts() -> Release {
    let Release { mut collections, claims, sources, generalised, population, .. } = fixture::release();
    let hotspots = collections.iter_mut().find(|collection| collection.id == CollectionId::Hotspots).unwrap();
    hotspots.features[0].oblasts =
        ["KZ-62", "KZ-35"].map(|code| AreaAt { code: code.to_owned(), validity: Validity::ALWAYS }).to_vec();
    Release::new(collections, claims, sources, generalised, population)
}

async fn stores() -> &'static [Arc<dyn Snapshot>; 2] {
    static STORES: OnceCell<[Arc<dyn Snapshot>; 2]> = OnceCell::const_new();
    STORES
        .get_or_init(|| async {
            let release = in_two_oblasts();
            let url = cluster::serving(&release).await;
            let postgis = cluster::open(&url).await.current().await.unwrap();
            [EmbeddedStore::new(release).current().await.unwrap(), postgis]
        })
        .await
}

/// Asks everything, and tells the answers of both stores; an error fails.
async fn ask(snapshot: &dyn Snapshot, request: &Request) -> impl PartialEq + std::fmt::Debug {
    let Request { collection, date, id, filter, subjects, properties, sort, start, limit } = request.clone();
    let items = ItemsQuery {
        collection,
        bbox: None,
        period: Period::day(date),
        date,
        filter: filter.clone(),
        hotspots: subjects.clone(),
        cql: None,
        sort: sort.clone(),
        limit,
        start: start.clone(),
    };
    let items = snapshot.items(items).await.unwrap();
    let item = snapshot.item(collection, &id).await.unwrap();
    let claims = snapshot.claims(ClaimsQuery { subjects, properties, limit, start }).await.unwrap();
    let found = snapshot.search(SearchQuery { text: id, date, limit }).await.unwrap();
    let mut drawn = Vec::new();
    for (z, x, y) in [(4, 11, 5), (9, 352, 178)] {
        let tile = TileId::new(z, x, y).unwrap();
        let layers = vec![LayerName::Hotspots, LayerName::Zones];
        let tile = snapshot.tile(TileRequest { layers, tile, filter: filter.clone(), date }).await.unwrap();
        drawn.extend(crate::decoded::decode(&tile).into_iter().map(|feature| feature.layer));
    }
    (items, item, claims, found, drawn)
}

#[test]
fn any_text_is_only_text() {
    let mut runner = TestRunner::new(Config { cases: 600, failure_persistence: None, ..Config::default() });
    let asked = runner.run(&requests(), |request| {
        cluster::run(async {
            let [embedded, postgis] = stores().await;
            let own = ask(&**embedded, &request).await;
            prop_assert_eq!(own, ask(&**postgis, &request).await);
            Ok(())
        })
    });
    asked.unwrap();
}
