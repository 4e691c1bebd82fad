//! What every store must answer once it serves [`super::fixture::release`].

use super::fixture;
use terrikon_core::{CollectionId, Date, Envelope, Kind, Lang, ReleaseId, Status, Trust};
use terrikon_store::{
    ClaimsQuery, HotspotFilter, ItemsQuery, Page, PageStart, Period, PlaceType, SearchQuery, Snapshot, Store,
};
use terrikon_tiles::{LayerName, TileId, TileRequest};

const NOW: Date = Date::constant(2024, 6, 30);
const BEFORE: Date = Date::constant(2021, 6, 30);

/// Holds a store to all of it.
pub(crate) async fn run(store: &dyn Store) {
    store.health().await.unwrap();
    let snapshot = store.current().await.unwrap();
    super::walks::run(&snapshot).await;
    let snapshot = &*snapshot;
    assert_eq!(*snapshot.release(), fixture::release().id);
    releases_are_found_by_their_ids(store).await;
    single_items(snapshot).await;
    pages_join_without_gap_or_overlap(snapshot).await;
    claims_are_listed(snapshot).await;
    boxes_meet_real_shapes(snapshot).await;
    filters_narrow(snapshot).await;
    zones_are_found_by_their_hotspot(snapshot).await;
    oblasts_are_those_of_the_day(snapshot).await;
    names_are_found_however_they_are_spelt(snapshot).await;
    the_directory_knows_the_small_facts(snapshot);
    tiles_are_drawn(snapshot).await;
}

async fn releases_are_found_by_their_ids(store: &dyn Store) {
    let id = fixture::release().id;
    let found = store.release(&id).await.unwrap().unwrap();
    assert_eq!(*found.release(), id);
    let surroundings = found.surroundings().await.unwrap();
    assert!(surroundings.hotspot("kz-temirtau-air").is_some());
    let never = ReleaseId::parse("r0123456789abcdef").unwrap();
    assert!(store.release(&never).await.unwrap().is_none());
}

async fn ids(snapshot: &dyn Snapshot, query: ItemsQuery) -> Vec<String> {
    let page = snapshot.items(query).await.unwrap();
    page.items.into_iter().map(|item| item.feature.id.clone()).collect()
}

fn hotspots() -> ItemsQuery {
    ItemsQuery::all(CollectionId::Hotspots, NOW)
}

async fn single_items(snapshot: &dyn Snapshot) {
    let item = snapshot.item(CollectionId::Hotspots, "kz-temirtau-air").await.unwrap().unwrap();
    assert_eq!(item.feature.names.get(Lang::Kk), Some("Теміртау: ауасы"));
    assert_eq!(
        item.claims.iter().map(|claim| claim.source.as_str()).collect::<Vec<_>>(),
        ["arnika-2014", "census"]
    );
    assert!(snapshot.item(CollectionId::Hotspots, "nothing").await.unwrap().is_none());
    assert!(snapshot.item(CollectionId::Rivers, "kz-temirtau-air").await.unwrap().is_none());
}

async fn pages_join_without_gap_or_overlap(snapshot: &dyn Snapshot) {
    let all = ids(snapshot, hotspots()).await;
    assert_eq!(all.len(), 5);
    assert!(all.is_sorted(), "{all:?}");
    for limit in 1..=6 {
        let mut forth = Vec::new();
        let mut start = PageStart::First;
        let last: Page = loop {
            let page = snapshot.items(ItemsQuery { limit, start, ..hotspots() }).await.unwrap();
            assert_eq!(page.number_matched, 5);
            forth.extend(page.items.iter().map(|item| item.feature.id.clone()));
            match page.next.clone() {
                Some(next) => start = next,
                None => break page,
            }
        };
        assert_eq!(forth, all, "limit {limit}");
        let mut back: Vec<_> = last.items.iter().map(|item| item.feature.id.clone()).collect();
        let mut prev = last.prev;
        while let Some(start) = prev {
            let page = snapshot.items(ItemsQuery { limit, start, ..hotspots() }).await.unwrap();
            assert!(page.items.len() <= limit);
            back.splice(0..0, page.items.iter().map(|item| item.feature.id.clone()));
            prev = page.prev;
        }
        assert_eq!(back, all, "backwards, limit {limit}");
    }
    let beyond = PageStart::After("zzz".to_owned());
    assert!(ids(snapshot, ItemsQuery { start: beyond, ..hotspots() }).await.is_empty());
}

async fn claims_are_listed(snapshot: &dyn Snapshot) {
    let all = ClaimsQuery { limit: 1, ..ClaimsQuery::default() };
    let first = snapshot.claims(all.clone()).await.unwrap();
    assert_eq!((first.items.len(), first.number_matched, first.prev), (1, 2, None));
    let second = snapshot.claims(ClaimsQuery { start: first.next.unwrap(), ..all.clone() }).await.unwrap();
    assert_eq!((second.items.len(), second.next), (1, None));
    assert!(first.items[0].id() < second.items[0].id());
    let none =
        snapshot.claims(ClaimsQuery { subjects: vec!["nura".to_owned()], ..all.clone() }).await.unwrap();
    assert_eq!(none.number_matched, 0);
    let people = ClaimsQuery { properties: vec!["people_affected".to_owned()], ..all };
    assert_eq!(snapshot.claims(people).await.unwrap().number_matched, 2);
}

async fn boxes_meet_real_shapes(snapshot: &dyn Snapshot) {
    let within = async |west, south, east, north| {
        let bbox = Some(Envelope { west, south, east, north });
        ids(snapshot, ItemsQuery { bbox, ..hotspots() }).await
    };
    assert_eq!(within(72.9, 50.0, 73.0, 50.1).await, ["kz-temirtau-air"], "a point");
    assert_eq!(within(72.9667, 50.0667, 72.9667, 50.0667).await, ["kz-temirtau-air"], "a box without area");
    assert_eq!(within(71.9, 49.9, 72.1, 50.1).await, ["kz-nura-river"], "a line through the box");
    assert!(within(70.1, 50.5, 71.0, 51.0).await.is_empty(), "inside the line's envelope, off the line");
    assert_eq!(within(74.05, 41.05, 74.1, 41.1).await, ["kg-min-kush"], "inside the polygon");
    assert!(
        within(74.5, 41.5, 74.9, 41.9).await.is_empty(),
        "inside the polygon's envelope, off the polygon"
    );
    assert_eq!(within(-180.0, -90.0, 180.0, 90.0).await.len(), 5);
    assert_eq!(within(72.5, -90.0, -170.0, 90.0).await.len(), 3, "over the antimeridian");
}

async fn filters_narrow(snapshot: &dyn Snapshot) {
    let by = async |filter: HotspotFilter| ids(snapshot, ItemsQuery { filter, ..hotspots() }).await;
    let none = HotspotFilter::default;
    assert_eq!(
        by(HotspotFilter { kinds: vec![Kind::Tailings], ..none() }).await,
        ["kg-min-kush", "kz-zhezkazgan-tailings"]
    );
    assert_eq!(
        by(HotspotFilter { kinds: vec![Kind::Tailings], statuses: vec![Status::Active], ..none() }).await,
        ["kz-zhezkazgan-tailings"],
        "lists are joined by and"
    );
    assert_eq!(by(HotspotFilter { trusts: vec![Trust::Partly], ..none() }).await, ["kz-zhezkazgan-tailings"]);
    assert_eq!(
        by(HotspotFilter { pollutants: vec!["Hg".to_owned(), "U".to_owned()], ..none() }).await,
        ["kg-min-kush", "kz-nura-river"],
        "words of a list by or"
    );
    let kinds = HotspotFilter { kinds: vec![Kind::Lake], ..none() };
    let rivers = ItemsQuery { filter: kinds, ..ItemsQuery::all(CollectionId::Rivers, NOW) };
    assert_eq!(ids(snapshot, rivers).await, ["nura"], "only hotspots have kinds");
}

async fn zones_are_found_by_their_hotspot(snapshot: &dyn Snapshot) {
    let zones = || ItemsQuery::all(CollectionId::Zones, NOW);
    let both = ["kz-zhezkazgan-tailings-law", "kz-zhezkazgan-tailings-screening-site"];
    assert_eq!(ids(snapshot, zones()).await, both);
    let of = async |hotspot: &str| {
        ids(snapshot, ItemsQuery { hotspots: vec![hotspot.to_owned()], ..zones() }).await
    };
    assert_eq!(of("kz-zhezkazgan-tailings").await, both);
    assert!(of("kz-temirtau-air").await.is_empty());
    let by = async |filter: HotspotFilter| ids(snapshot, ItemsQuery { filter, ..zones() }).await;
    assert_eq!(by(HotspotFilter { kinds: vec![Kind::Tailings], ..HotspotFilter::default() }).await, both);
    assert!(by(HotspotFilter { kinds: vec![Kind::Lake], ..HotspotFilter::default() }).await.is_empty());
    assert!(
        by(HotspotFilter { oblasts: vec!["KZ-35".to_owned()], ..HotspotFilter::default() }).await.is_empty()
    );
    let bbox = Some(Envelope { west: 67.0, south: 47.0, east: 68.0, north: 48.0 });
    assert_eq!(
        ids(snapshot, ItemsQuery { bbox, ..zones() }).await,
        both[1..],
        "what is not drawn meets no box"
    );
    let told = snapshot.item(CollectionId::Zones, both[0]).await.unwrap().unwrap();
    assert_eq!(
        (told.feature.geometry.as_ref(), told.feature.number("people")),
        (None, None),
        "absent, not 0"
    );
}

async fn oblasts_are_those_of_the_day(snapshot: &dyn Snapshot) {
    let of = async |code: &str, date| {
        let filter = HotspotFilter { oblasts: vec![code.to_owned()], ..HotspotFilter::default() };
        let query = ItemsQuery { filter, ..ItemsQuery::all(CollectionId::Hotspots, date) };
        ids(snapshot, query).await
    };
    assert!(of("KZ-35", BEFORE).await.contains(&"kz-zhezkazgan-tailings".to_owned()));
    assert!(!of("KZ-35", NOW).await.contains(&"kz-zhezkazgan-tailings".to_owned()));
    assert_eq!(of("KZ-62", NOW).await, ["kz-zhezkazgan-tailings"]);
    assert!(of("KZ-62", BEFORE).await.is_empty());

    let division = async |date| ids(snapshot, ItemsQuery::all(CollectionId::Oblasts, date)).await;
    assert_eq!(division(BEFORE).await, ["KG-N", "KZ-35-until-2022-06-08"]);
    assert_eq!(division(NOW).await, ["KG-N", "KZ-35", "KZ-62"]);
    let ever = Period { from: None, to: None };
    let all = ItemsQuery { period: ever, ..ItemsQuery::all(CollectionId::Oblasts, NOW) };
    assert_eq!(ids(snapshot, all).await.len(), 4);
}

async fn names_are_found_however_they_are_spelt(snapshot: &dyn Snapshot) {
    let find = async |text: &str| {
        let query = SearchQuery { text: text.to_owned(), date: NOW, limit: 10 };
        let hits = snapshot.search(query).await.unwrap();
        hits.into_iter().map(|hit| (hit.place, hit.id)).collect::<Vec<_>>()
    };
    let temirtau = (PlaceType::Settlement, "temirtau".to_owned());
    for spelling in ["Теміртау", "темиртау", "temirtau", "Temirtaw", "TEMIRTAU", "temurtau"] {
        let hits = find(spelling).await;
        assert!(hits.contains(&temirtau), "{spelling}: {hits:?}");
    }
    assert_eq!(find("temirtau").await[0], temirtau, "the whole name is better than its beginning");
    assert_eq!(find("temir").await[0].1, "kz-temirtau-air", "hotspots come first among equals");
    for spelling in ["Қарағанды", "Караганда", "Qaraghandy", "Karaganda", "karagandy"] {
        let hits = find(spelling).await;
        assert_eq!(hits[0], (PlaceType::Settlement, "karaganda".to_owned()), "{spelling}: {hits:?}");
        assert_eq!(
            hits.iter().filter(|(place, _)| *place == PlaceType::Oblast).count(),
            1,
            "only today's oblast"
        );
    }
    assert!(find("нура").await.contains(&(PlaceType::River, "nura".to_owned())));
    assert_eq!(find("balqash").await, [(PlaceType::Lake, "balkhash".to_owned())]);
    let first_two: Vec<_> = find("karaganda").await.into_iter().take(2).map(|(place, _)| place).collect();
    assert_eq!(first_two, [PlaceType::Settlement, PlaceType::Oblast]);
    assert_eq!(find("kz-kar").await[0], (PlaceType::Oblast, "KZ-35".to_owned()), "by an older code");
    for nothing in ["", "  ", "?!", "zzzzzz"] {
        assert!(find(nothing).await.is_empty(), "{nothing:?}");
    }
    let query = SearchQuery { text: "zhezkazgan".to_owned(), date: NOW, limit: 10 };
    let hit = snapshot.search(query).await.unwrap().remove(0);
    assert_eq!((hit.matched, hit.oblast.as_deref()), (Some(Lang::En), Some("KZ-62")));
}

fn the_directory_knows_the_small_facts(snapshot: &dyn Snapshot) {
    let directory = snapshot.directory();
    assert_eq!(directory.summary(CollectionId::Hotspots).unwrap().count, 5);
    let extent = directory.extent().unwrap();
    assert_eq!((extent.west, extent.south, extent.east, extent.north), (64.0, 40.0, 77.0, 51.5));
    assert_eq!(directory.oblast_names("KZ-62", NOW).unwrap().get(Lang::Kk), Some("Ұлытау облысы"));
    assert!(directory.oblast_names("KZ-99", NOW).is_none());
    assert!(directory.raions.contains_key("KZ352300") && directory.sources.contains_key("census"));
    assert!(directory.pollutants.contains("PM2.5"));
    assert_eq!(directory.epoch(NOW), fixture::split());
    assert_eq!(directory.epoch(BEFORE), Date::MIN);
    assert!(directory.is_settled(NOW) && !directory.is_settled(BEFORE));
}

async fn tiles_are_drawn(snapshot: &dyn Snapshot) {
    let tile = async |kinds: Vec<Kind>| {
        let filter = HotspotFilter { kinds, ..HotspotFilter::default() };
        let tile = TileId::new(4, 11, 5).unwrap();
        let request = TileRequest { layers: vec![LayerName::Hotspots], tile, filter, date: NOW };
        snapshot.tile(request).await.unwrap()
    };
    let all = tile(vec![]).await;
    assert!(!all.is_empty());
    assert_eq!(tile(vec![]).await, all, "the same bytes for the same request");
    assert!(tile(vec![Kind::Lake]).await.is_empty(), "nothing of that kind is there");
}
