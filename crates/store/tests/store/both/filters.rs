//! Filters and orders by chance: both stores admit the same features, in the same order, page by page.

use super::{
    Pair,
    asked::{DAYS, Words, some_box},
    both,
    items::compare,
    phrase::Phrases,
};
use crate::{chance::Chance, cluster};
use std::{collections::HashSet, sync::Arc, time::Instant};
use terrikon_core::{CollectionId, Lang};
use terrikon_store::{
    ItemsQuery, PageStart,
    cql::{Encoding, Predicate, Property, Sort, parse},
};

fn read(text: &str, collection: CollectionId) -> Arc<Predicate> {
    let read = parse(text, Encoding::Text, collection, Lang::Kk);
    Arc::new(read.unwrap_or_else(|error| panic!("{text}: {error}")))
}

fn order(chance: &mut Chance, collection: CollectionId) -> Vec<Sort> {
    let among = Property::sortable(collection, Lang::Ky);
    let mut order: Vec<Sort> = Vec::new();
    for _ in 0..1 + chance.below(3) {
        let by = *chance.pick(&among);
        if order.iter().all(|sort| sort.by != by) {
            order.push(Sort { by, descending: chance.is(0.5) });
        }
    }
    order
}

/// Collections by chance, hotspots more often than others.
fn collection(chance: &mut Chance) -> CollectionId {
    if chance.is(0.4) { CollectionId::Hotspots } else { *chance.pick(&CollectionId::ALL) }
}

async fn asked(pair: &Pair, count: usize, seed: u64) -> (usize, usize) {
    let words = Words::of(pair);
    let mut chance = Chance::of(seed);
    let (mut some, mut not_all) = (0, 0);
    for number in 0..count {
        let collection = collection(&mut chance);
        let text = Phrases::of(pair, collection).condition(&mut chance, 3);
        let query = ItemsQuery {
            cql: Some(read(&text, collection)),
            bbox: chance.is(0.1).then(|| some_box(&mut chance)),
            period: words.period(&mut chance),
            sort: if chance.is(0.3) { order(&mut chance, collection) } else { Vec::new() },
            limit: 1 + chance.below(30),
            ..ItemsQuery::all(collection, DAYS[number % DAYS.len()])
        };
        let began = Instant::now();
        let page = compare(pair, query.clone()).await;
        if began.elapsed().as_secs() > 2 {
            eprintln!("{:.1?} for {text}", began.elapsed());
        }
        let all = compare(pair, ItemsQuery { cql: None, limit: 1, ..query }).await;
        some += usize::from(page.number_matched > 0);
        not_all += usize::from(page.number_matched < all.number_matched);
    }
    (some, not_all)
}

#[test]
fn any_filter_admits_the_same() {
    cluster::run(async {
        let both = both().await;
        for (pair, count) in [(&both.bundled, 400), (&both.made_up, 100)] {
            let (some, not_all) = asked(pair, count, 21).await;
            assert!(
                some > count / 4 && not_all > count / 4,
                "{some} admitted something, {not_all} left something out"
            );
        }
    });
}

#[test]
fn any_order_is_paged_alike_without_gap_or_repetition() {
    cluster::run(async {
        let pair = &both().await.bundled;
        let mut chance = Chance::of(8);
        for _ in 0..40 {
            let collection = collection(&mut chance);
            let cql = chance
                .is(0.4)
                .then(|| read(&Phrases::of(pair, collection).condition(&mut chance, 2), collection));
            let sort = order(&mut chance, collection);
            let mut query = ItemsQuery { cql, sort, ..ItemsQuery::all(collection, DAYS[5]) };
            let all = compare(pair, query.clone()).await;
            query.limit = all.number_matched / (2 + chance.below(12)) + 1;
            let mut forth = Vec::new();
            loop {
                let page = compare(pair, query.clone()).await;
                forth.push(page.items);
                let Some(next) = page.next else { break };
                query.start = next;
            }
            let ids: Vec<&str> = forth.iter().flatten().map(|item| item.feature.id.as_str()).collect();
            let whole: Vec<&str> = all.items.iter().map(|item| item.feature.id.as_str()).collect();
            assert_eq!(ids, whole, "{query:?}");
            assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
            for before in forth.iter().rev().skip(1) {
                let Some(prev) = compare(pair, query.clone()).await.prev else {
                    panic!("nothing before {query:?}")
                };
                query.start = prev;
                assert_eq!(compare(pair, query.clone()).await.items, *before, "{query:?}");
            }
            for id in ["", "nothing", "zzz", "a\0b"] {
                for start in [PageStart::After(id.to_owned()), PageStart::Before(id.to_owned())] {
                    compare(pair, ItemsQuery { start, ..query.clone() }).await;
                }
            }
        }
    });
}

#[test]
fn case_and_accents_are_overlooked_alike() {
    cluster::run(async {
        let pair = &both().await.bundled;
        for text in [
            "CASEI(name_ru) LIKE CASEI('%ОБЛАСТЬ')",
            "CASEI(name_kk) = CASEI('ҚАРАҒАНДЫ ОБЛЫСЫ')",
            "ACCENTI(name_en) LIKE ACCENTI('%é%')",
            "CASEI(ACCENTI(name_ru)) > CASEI(ACCENTI('Й'))",
            "ACCENTI(CASEI(name_en)) < 'k'",
            "CASEI(name_ky) = ACCENTI(name_ru)",
            "CASEI(id) <> id",
        ] {
            for collection in [CollectionId::Oblasts, CollectionId::Settlements, CollectionId::Lakes] {
                let cql = Some(read(text, collection));
                compare(pair, ItemsQuery { cql, limit: 50, ..ItemsQuery::all(collection, DAYS[5]) }).await;
            }
        }
    });
}
