//! What the database does for each question on a hundred thousand hotspots, with two releases in it: it looks things up in the
//! partitions of the asked release, and reads no table from end to end.
//!
//! The plans are those of the very statements of the store: its connections have `auto_explain` write them into the log.

use crate::{both::both, cluster};
use std::future::Future;
use terrikon_core::{CollectionId, Date, Envelope, Kind, Lang, Status, Trust};
use terrikon_store::{
    ClaimsQuery, HotspotFilter, ItemsQuery, PageStart, Snapshot, Store as _,
    cql::{Encoding, parse},
};
use terrikon_tiles::{LayerName, TileId, TileRequest};
use tokio::sync::Mutex;

const NOW: Date = Date::constant(2024, 6, 30);

/// Every connection explains what it does. Nothing else in this process writes plans.
const EXPLAINED: &str = "&options[session_preload_libraries]=auto_explain&options[auto_explain.log_min_duration]=0&options[auto_explain.log_analyze]=on&options[auto_explain.log_timing]=off";

/// Plans of statements.
struct Plans(String);

impl Plans {
    /// The plans of what is asked meanwhile, by one at a time.
    async fn of<T>(asked: impl Future<Output = T>) -> (T, Self) {
        let before = cluster::log(0).len();
        let answer = asked.await;
        (answer, Self(cluster::log(before)))
    }

    /// The tables that plans scan, each with how.
    fn scans(&self) -> Vec<(&str, &str)> {
        let scans = self.0.lines().filter_map(|line| {
            let line = line
                .trim_start_matches(|letter: char| letter.is_whitespace() || letter == '-' || letter == '>');
            let (how, rest) = line.split_once(" on ")?;
            let never = line.contains("(never executed)");
            (how.contains("Scan") && !how.contains(':') && !never)
                .then(|| (how, rest.split(' ').next().unwrap_or_default()))
        });
        scans.collect()
    }

    /// Fails where a table of a release is read from end to end, or one of another release at all.
    fn assert_looked_up(&self, serial: i32, what: &str) {
        let scans = self.scans();
        assert!(!scans.is_empty(), "{what}: no plan was told:\n{}", self.0);
        let own = format!("_{serial}");
        for (how, table) in &scans {
            let of_release = table.rsplit_once('_').is_some_and(|(_, end)| end.parse::<i32>().is_ok());
            assert!(!(of_release && how.contains("Seq Scan")), "{what}: {how} on {table}\n{}", self.0);
            let index_of_own = table.contains(&format!("{own}_"));
            assert!(
                !of_release || table.ends_with(&own) || index_of_own,
                "{what}: {how} on {table}\n{}",
                self.0
            );
        }
    }
}

/// One at a time: what is in the log between two moments is of one question.
static ASKING: Mutex<()> = Mutex::const_new(());

/// A release of a hundred thousand hotspots in a store that explains, with its number in the database.
async fn explained() -> (terrikon_store::PostgisStore, std::sync::Arc<dyn Snapshot>, i32) {
    use sqlx::Connection as _;
    let both = both().await;
    let mut connection = sqlx::PgConnection::connect(&both.url).await.unwrap();
    let serial = sqlx::query_scalar("SELECT serial FROM terrikon.releases WHERE id = $1")
        .bind(both.made_up.release.id.as_str())
        .fetch_one(&mut connection)
        .await
        .unwrap();
    let store = cluster::open(&format!("{}{EXPLAINED}", both.url)).await;
    let snapshot = store.release(&both.made_up.release.id).await.unwrap().unwrap();
    (store, snapshot, serial)
}

fn hotspots() -> ItemsQuery {
    ItemsQuery { limit: 100, ..ItemsQuery::all(CollectionId::Hotspots, NOW) }
}

/// Filters with one word each, rare ones and those of half of all.
fn filters() -> Vec<HotspotFilter> {
    let none = HotspotFilter::default;
    vec![
        none(),
        HotspotFilter { kinds: vec![Kind::Lake], ..none() },
        HotspotFilter { kinds: vec![Kind::Dump], ..none() },
        HotspotFilter { statuses: vec![Status::Active], ..none() },
        HotspotFilter { trusts: vec![Trust::Unverified], ..none() },
        HotspotFilter { pollutants: vec!["Hg".to_owned()], ..none() },
        HotspotFilter { oblasts: vec!["KZ-62".to_owned()], ..none() },
        HotspotFilter {
            kinds: vec![Kind::Tailings],
            statuses: vec![Status::Active],
            pollutants: vec!["U".to_owned()],
            ..none()
        },
    ]
}

#[test]
fn features_and_pages_are_looked_up() {
    cluster::run(async {
        let _alone = ASKING.lock().await;
        let (_store, snapshot, serial) = explained().await;
        let (item, plans) = Plans::of(snapshot.item(CollectionId::Hotspots, "synth-0050000")).await;
        assert!(item.unwrap().is_some());
        plans.assert_looked_up(serial, "an item");
        let bbox = |side: f64| Envelope { west: 72.0, south: 49.0, east: 72.0 + side, north: 49.0 + side };
        let middle = "synth-0050000".to_owned();
        let mut queries: Vec<ItemsQuery> =
            filters().into_iter().map(|filter| ItemsQuery { filter, ..hotspots() }).collect();
        queries.extend([
            ItemsQuery { start: PageStart::After(middle.clone()), ..hotspots() },
            ItemsQuery { start: PageStart::Before(middle.clone()), ..hotspots() },
            ItemsQuery { bbox: Some(bbox(0.1)), ..hotspots() },
            ItemsQuery { bbox: Some(bbox(2.0)), ..hotspots() },
            ItemsQuery { bbox: Some(bbox(0.5)), collection: CollectionId::Zones, ..hotspots() },
            ItemsQuery { bbox: Some(bbox(0.5)), collection: CollectionId::Settlements, ..hotspots() },
            ItemsQuery { hotspots: vec![middle], collection: CollectionId::Zones, ..hotspots() },
        ]);
        for query in queries {
            let (page, plans) = Plans::of(snapshot.items(query.clone())).await;
            page.unwrap();
            plans.assert_looked_up(serial, &format!("{query:?}"));
        }
    });
}

#[test]
fn filters_with_a_place_or_a_rare_word_are_looked_up() {
    cluster::run(async {
        let _alone = ASKING.lock().await;
        let (_store, snapshot, serial) = explained().await;
        for filter in [
            "S_INTERSECTS(geometry, BBOX(72, 49, 72.1, 49.1))",
            "S_WITHIN(geometry, POLYGON((72 49, 72.2 49, 72.2 49.2, 72 49))) AND position_accuracy_m > 100",
            "id IN ('synth-0050000', 'synth-0060000')",
            "id = 'synth-0050000' OR id = 'synth-0050001'",
        ] {
            let cql = parse(filter, Encoding::Text, CollectionId::Hotspots, Lang::En).unwrap();
            let (page, plans) =
                Plans::of(snapshot.items(ItemsQuery { cql: Some(cql.into()), ..hotspots() })).await;
            page.unwrap();
            plans.assert_looked_up(serial, filter);
        }
    });
}

#[test]
fn claims_are_looked_up() {
    cluster::run(async {
        let _alone = ASKING.lock().await;
        let (_store, snapshot, serial) = explained().await;
        let none = || ClaimsQuery { limit: 100, ..ClaimsQuery::default() };
        let subjects = || (0..100).map(|number| format!("synth-00{:05}", 10_000 + 17 * number)).collect();
        for query in [
            none(),
            ClaimsQuery { subjects: subjects(), ..none() },
            ClaimsQuery { start: PageStart::After("synth-0050000".to_owned()), ..none() },
            ClaimsQuery { subjects: vec!["synth-0050000".to_owned()], ..none() },
        ] {
            let (page, plans) = Plans::of(snapshot.claims(query.clone())).await;
            page.unwrap();
            plans.assert_looked_up(serial, &format!("{query:?}"));
        }
    });
}

#[test]
fn tiles_are_looked_up() {
    cluster::run(async {
        let _alone = ASKING.lock().await;
        let (_store, snapshot, serial) = explained().await;
        for filter in filters() {
            for (z, x, y) in [(6, 44, 21), (9, 359, 173), (12, 2878, 1384)] {
                let tile = TileId::new(z, x, y).unwrap();
                let request =
                    TileRequest { layers: LayerName::ALL.to_vec(), tile, filter: filter.clone(), date: NOW };
                // The first time some filters make their clusters: all hotspots are read for that, once.
                snapshot.tile(request.clone()).await.unwrap();
                let (drawn, plans) = Plans::of(snapshot.tile(request)).await;
                assert!(!drawn.unwrap().is_empty());
                plans.assert_looked_up(serial, &format!("{tile:?} by {filter:?}"));
            }
        }
    });
}

#[test]
fn names_are_looked_up() {
    cluster::run(async {
        let _alone = ASKING.lock().await;
        let (_store, snapshot, serial) = explained().await;
        for text in ["темиртау", "temurtau", "усть каменогорск", "balq"] {
            let query = terrikon_store::SearchQuery { text: text.to_owned(), date: NOW, limit: 10 };
            let (found, plans) = Plans::of(snapshot.search(query)).await;
            assert!(!found.unwrap().is_empty(), "{text}");
            plans.assert_looked_up(serial, text);
        }
    });
}
