//! Pages of claims.

use super::{Pair, both};
use crate::{chance::Chance, cluster};
use std::collections::BTreeSet;
use terrikon_core::Claim;
use terrikon_store::{ClaimsQuery, Page, PageStart};

async fn compare(pair: &Pair, query: ClaimsQuery) -> Page<Claim> {
    let own = pair.embedded.claims(query.clone()).await.unwrap();
    let other = pair.postgis.claims(query.clone()).await.unwrap();
    assert_eq!(own, other, "{}, {query:?}", pair.name);
    own
}

#[test]
fn claims_are_listed_alike() {
    cluster::run(async {
        for pair in both().await.pairs() {
            let mut query = ClaimsQuery { limit: 10_000, ..ClaimsQuery::default() };
            let mut back = loop {
                let page = compare(pair, query.clone()).await;
                match page.next {
                    Some(next) => query.start = next,
                    None => break page.prev,
                }
            };
            query.limit = 3_333;
            for _ in 0..3 {
                let Some(start) = back else { break };
                query.start = start;
                back = compare(pair, query.clone()).await.prev;
            }
        }
    });
}

#[test]
fn claims_are_narrowed_alike() {
    cluster::run(async {
        for pair in both().await.pairs() {
            let claims = &pair.release.claims;
            let properties: BTreeSet<&str> = claims.iter().map(|claim| claim.property.as_str()).collect();
            let properties: Vec<&str> = properties.into_iter().chain(["nothing"]).collect();
            let mut chance = Chance::of(8);
            let mut found = 0;
            for _ in 0..150 {
                let some = |words: Vec<&str>| words.into_iter().map(ToOwned::to_owned).collect();
                let subjects = (0..chance.below(4)).map(|_| chance.pick(claims).subject.clone()).collect();
                let start = match chance.below(4) {
                    0 => PageStart::After(chance.pick(claims).id()),
                    1 => PageStart::Before(chance.pick(claims).id()),
                    _ => PageStart::First,
                };
                let properties = some(chance.some(&properties));
                let query = ClaimsQuery { subjects, properties, limit: 1 + chance.below(20), start };
                found += compare(pair, query).await.items.len();
            }
            assert!(found > 100, "{}: {found} found", pair.name);
        }
    });
}
