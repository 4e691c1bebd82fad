//! Pages of collections and single features, by every filter, box and period.

use super::{
    Pair,
    asked::{DAYS, Words, boxes, some_box},
    both,
};
use crate::{chance::Chance, cluster};
use std::sync::Arc;
use terrikon_core::CollectionId;
use terrikon_store::{HotspotFilter, ItemsQuery, Page, PageStart, Period, Walk};

pub(super) async fn compare(pair: &Pair, query: ItemsQuery) -> Page {
    let own = pair.embedded.items(query.clone()).await.unwrap();
    let other = pair.postgis.items(query.clone()).await.unwrap();
    if own != other {
        let ids = |page: &Page| -> Vec<String> {
            page.items.iter().take(20).map(|item| item.feature.id.clone()).collect()
        };
        let facts = |page: &Page| {
            let first = page.items.iter().zip(&own.items).find(|(a, b)| a != b).map(|(a, _)| a.clone());
            (page.number_matched, page.items.len(), page.next.clone(), page.prev.clone(), ids(page), first)
        };
        panic!("{}, {query:?}\nhere {:?}\nthere {:?}", pair.name, facts(&own), facts(&other));
    }
    own
}

fn now(collection: CollectionId) -> ItemsQuery {
    ItemsQuery::all(collection, DAYS[5])
}

#[test]
fn everything_is_there_in_one_order() {
    cluster::run(async {
        for pair in both().await.pairs() {
            for collection in CollectionId::ALL {
                let ever = Period { from: None, to: None };
                let mut query = ItemsQuery { period: ever, limit: 20_000, ..now(collection) };
                let mut count = 0;
                loop {
                    let page = compare(pair, query.clone()).await;
                    count += page.items.len();
                    let Some(next) = page.next else { break };
                    query.start = next;
                }
                assert_eq!(count, pair.release.collection(collection).features.len(), "{collection}");
            }
        }
    });
}

#[test]
fn pages_follow_each_other_alike_in_both_directions() {
    cluster::run(async {
        for pair in both().await.pairs() {
            for (collection, limit) in [
                (CollectionId::Hotspots, 1),
                (CollectionId::Hotspots, 7),
                (CollectionId::Zones, 2),
                (CollectionId::Settlements, 100),
                (CollectionId::Oblasts, 3),
                (CollectionId::Rivers, 1_000),
            ] {
                let mut query = ItemsQuery { limit, ..now(collection) };
                let mut forth = Vec::new();
                for _ in 0..12 {
                    let page = compare(pair, query.clone()).await;
                    forth.push(page.items);
                    let Some(next) = page.next else { break };
                    query.start = next;
                }
                let Some(last) = forth.last().and_then(|page| page.first()) else { continue };
                query.start = PageStart::Before(last.feature.id.clone());
                for before in forth.iter().rev().skip(1) {
                    let page = compare(pair, query.clone()).await;
                    assert_eq!(page.items, *before, "{collection} backwards, {limit} a page");
                    let Some(prev) = page.prev else { break };
                    query.start = prev;
                }
            }
            for limit in [0, 1, 100_001, usize::MAX >> 1, usize::MAX] {
                let start = PageStart::Before("b".to_owned());
                compare(pair, ItemsQuery { limit, start, ..now(CollectionId::Oblasts) }).await;
                compare(pair, ItemsQuery { limit, ..now(CollectionId::Lakes) }).await;
            }
        }
    });
}

#[test]
fn each_filter_and_each_box_admits_the_same() {
    cluster::run(async {
        for pair in both().await.pairs() {
            let words = Words::of(pair);
            let mut admitted = 0;
            for (number, filter) in words.filters().into_iter().enumerate() {
                let date = DAYS[number % DAYS.len()];
                for collection in [CollectionId::Hotspots, CollectionId::Zones] {
                    let query =
                        ItemsQuery { filter: filter.clone(), limit: 20, ..ItemsQuery::all(collection, date) };
                    admitted += compare(pair, query).await.number_matched;
                }
            }
            assert!(admitted > 100, "{}: {admitted} admitted", pair.name);
            for (number, bbox) in boxes(pair).into_iter().enumerate() {
                let of_each = CollectionId::ALL.into_iter().skip(number % 3).step_by(3);
                for collection in of_each.chain([CollectionId::Hotspots]) {
                    compare(pair, ItemsQuery { bbox: Some(bbox), limit: 10, ..now(collection) }).await;
                }
            }
        }
    });
}

#[test]
fn any_question_is_answered_alike() {
    cluster::run(async {
        for pair in both().await.pairs() {
            let words = Words::of(pair);
            let mut chance = Chance::of(5);
            let ids: Vec<&str> = pair
                .release
                .collection(CollectionId::Hotspots)
                .features
                .iter()
                .map(|hotspot| hotspot.id.as_str())
                .collect();
            let mut found = 0;
            for _ in 0..300 {
                let collection =
                    if chance.is(0.3) { CollectionId::Hotspots } else { *chance.pick(&CollectionId::ALL) };
                let id = || (*Chance::of(found as u64).pick(&ids)).to_owned();
                let start = match chance.below(4) {
                    0 => PageStart::After(id()),
                    1 => PageStart::Before(id()),
                    _ => PageStart::First,
                };
                let filter =
                    if chance.is(0.4) { HotspotFilter::default() } else { words.filter(&mut chance) };
                let query = ItemsQuery {
                    collection,
                    bbox: chance.is(0.4).then(|| some_box(&mut chance)),
                    period: words.period(&mut chance),
                    date: words.day(&mut chance),
                    filter,
                    hotspots: chance.some(&ids).into_iter().map(ToOwned::to_owned).collect(),
                    limit: 1 + chance.below(50),
                    start,
                    ..now(collection)
                };
                found += compare(pair, query).await.items.len();
            }
            assert!(found > 300, "{}: {found} found", pair.name);
        }
    });
}

#[test]
fn single_features_come_with_the_same_claims() {
    cluster::run(async {
        for pair in both().await.pairs() {
            let mut claims = 0;
            for collection in CollectionId::ALL {
                let features = &pair.release.collection(collection).features;
                let some =
                    features.iter().step_by(features.len() / 40 + 1).map(|feature| feature.id.as_str());
                for id in some.chain(["", "nothing", "kz-temirtau-air", "synth-0000001"]) {
                    let own = pair.embedded.item(collection, id).await.unwrap();
                    assert_eq!(own, pair.postgis.item(collection, id).await.unwrap(), "{collection} {id}");
                    claims += own.map_or(0, |item| item.claims.len());
                }
            }
            assert!(claims > 10, "{}: {claims} claims", pair.name);
        }
    });
}

#[test]
fn walks_find_the_same_as_pages() {
    cluster::run(async {
        for pair in both().await.pairs() {
            let box_of_some = boxes(pair).into_iter().next();
            for (collection, bbox) in [
                (CollectionId::Hotspots, None),
                (CollectionId::Hotspots, box_of_some),
                (CollectionId::Zones, None),
            ] {
                let query = ItemsQuery { bbox, ..now(collection) };
                let all = pair.embedded.items(query.clone()).await.unwrap().items;
                for snapshot in [&pair.embedded, &pair.postgis] {
                    let mut walk = Walk::new(Arc::clone(snapshot), query.clone(), 7_000);
                    let mut walked = Vec::new();
                    while let Some(batch) = walk.next().await.unwrap() {
                        walked.extend(batch);
                    }
                    assert!(walked == all, "{}: {} of {}", pair.name, walked.len(), all.len());
                }
            }
        }
    });
}
