//! Any release that is kept answers under its id: with its own facts, its own tags, and links that stay within it.

use crate::{
    fixture,
    server::{self, Answer, get_from},
    stores::{Restless, TwoReleases, older},
};
use axum::Router;
use std::{collections::BTreeSet, sync::Arc};
use terrikon_http::{AppState, app};
use terrikon_store::{EmbeddedStore, Store};

fn over(store: impl Store + 'static) -> Router {
    app(AppState::new(Arc::new(store)))
}

/// Every kind of address that tells data, with something in it that the two releases tell differently, as far as there is.
fn addresses() -> Vec<String> {
    let claim = fixture::release().claims[0].id();
    let mut all: Vec<String> = [
        "/api",
        "/api/collections",
        "/api/collections/hotspots",
        "/api/collections/claims",
        "/api/collections/sources",
        "/api/collections/hotspots/items",
        "/api/collections/hotspots/items?limit=2&date=2024-06-30",
        "/api/collections/hotspots/items/kz-temirtau-air",
        "/api/collections/claims/items",
        "/api/collections/sources/items",
        "/api/collections/sources/items/census",
        "/api/search?q=temirtau",
        "/api/exposure?lon=73&lat=50&radius=5000",
        "/api/exposure?oblast=KZ-35&radius=5000",
        "/api/hotspots/kz-temirtau-air/exposure",
        "/api/hotspots/kz-nura-river/downstream",
        "/tiles/hotspots/4/11/5",
        "/tiles/hotspots,oblasts/5/22/10?kind=industrial_town",
        "/tiles/hotspots,oblasts.json",
        "/style.json",
    ]
    .map(ToOwned::to_owned)
    .into();
    all.push(format!("/api/collections/claims/items/{claim}"));
    all
}

fn of(release: &str, address: &str) -> String {
    let mark = if address.contains('?') { '&' } else { '?' };
    format!("{address}{mark}release={release}")
}

#[tokio::test]
async fn an_older_release_answers_as_it_did_when_it_was_the_current_one() {
    let (both, then) = (over(TwoReleases::new()), over(EmbeddedStore::new(older())));
    let id = older().id.to_string();
    for address in addresses() {
        let pinned = of(&id, &address);
        let (now, before) = (get_from(&both, &pinned).await, get_from(&then, &pinned).await);
        assert_eq!(before.status, 200, "{address}: {}", String::from_utf8_lossy(&before.body));
        assert_eq!(now.status, 200, "{address}: {}", String::from_utf8_lossy(&now.body));
        for header in ["terrikon-release", "etag", "cache-control", "content-type", "link"] {
            assert_eq!(now.header(header), before.header(header), "{header} of {address}");
        }
        assert_eq!(now.header("terrikon-release"), id, "{address}");
        assert!(!now.header("etag").is_empty(), "{address}");
    }
}

#[tokio::test]
async fn without_an_id_or_with_its_own_the_current_one_answers() {
    let (both, alone) = (over(TwoReleases::new()), server::router());
    let id = server::release();
    for address in addresses() {
        for address in [of(&id, &address), address] {
            let (now, expected) = (get_from(&both, &address).await, get_from(&alone, &address).await);
            assert_eq!(now.status, 200, "{address}");
            assert_eq!(now.header("terrikon-release"), id, "{address}");
            assert_eq!(now.header("etag"), expected.header("etag"), "{address}");
        }
    }
}

#[tokio::test]
async fn each_tells_its_own_facts() {
    let both = over(TwoReleases::new());
    let id = older().id.to_string();
    let old = async |address: &str| get_from(&both, &of(&id, address)).await;
    for tile in ["/tiles/hotspots/4/11/5", "/tiles/hotspots,oblasts/5/22/10?kind=industrial_town"] {
        let (now, before) = (get_from(&both, tile).await, old(tile).await);
        assert!(!now.body.is_empty() && !before.body.is_empty(), "{tile}");
        assert_ne!(now.body, before.body, "{tile}");
        assert_ne!(now.header("etag"), before.header("etag"), "{tile}");
    }
    let added_later = "/api/collections/hotspots/items/kz-anonymous-dump";
    assert_eq!(get_from(&both, added_later).await.status, 200);
    assert_eq!(old(added_later).await.problem()["type"], "/problems/unknown-feature");
    let temirtau = old("/api/collections/hotspots/items/kz-temirtau-air?lang=en").await.json();
    assert_eq!(temirtau["properties"]["name"], "Temirtau, as it was told before");
    assert_eq!(temirtau["properties"]["claims"].as_array().unwrap().len(), 1);
    assert_eq!(old("/api/collections/claims/items").await.ids().len(), 1);
    let census = old("/api/collections/sources/items/census").await.json();
    assert_eq!(census["properties"]["title"], "Census (first edition)");
    let found = old("/api/search?q=temirtau&lang=en").await.json();
    assert!(found["results"].to_string().contains("as it was told before"), "{found}");
    let near = "/api/exposure?lon=73.5&lat=50.4&radius=1000";
    let hotspots = |answer: &Answer| answer.json()["rings"][0]["hotspots"].as_array().unwrap().len();
    assert_eq!(
        (hotspots(&get_from(&both, near).await), hotspots(&old(near).await)),
        (0, 1),
        "it stood there before"
    );
}

#[tokio::test]
async fn an_id_that_is_not_kept_is_told_with_the_one_that_is_served() {
    let both = over(TwoReleases::new());
    let current = server::release();
    let upper = current.to_uppercase();
    for unknown in ["r0123456789abcdef", "latest", "r0", upper.as_str(), "%27%3B--", "r0123456789abcdef%00"] {
        for address in addresses() {
            let answer = get_from(&both, &of(unknown, &address)).await;
            assert_eq!(answer.status, 404, "{address} of {unknown}");
            assert_eq!(answer.header("cache-control"), "no-store");
            let problem = answer.problem();
            assert_eq!(problem["type"], "/problems/unknown-release");
            assert_eq!(problem["parameter"], "release");
            assert_eq!(problem["accepted"], serde_json::json!([current]));
        }
    }
}

#[tokio::test]
async fn pages_and_cursors_stay_within_their_release() {
    let both = over(TwoReleases::new());
    let id = older().id.to_string();
    let first = of(&id, "/api/collections/hotspots/items?limit=1");
    let mut next = Some(first);
    let mut seen = Vec::new();
    while let Some(address) = next {
        let page = get_from(&both, &address).await;
        assert_eq!(page.header("terrikon-release"), id);
        seen.extend(page.ids());
        let list = page.json();
        let link = list["links"].as_array().unwrap().iter().find(|link| link["rel"] == "next");
        next = link.map(|link| link["href"].as_str().unwrap().replace("http://terrikon.test", ""));
    }
    assert_eq!(seen.len(), 4, "{seen:?}");
    let page = get_from(&both, "/api/collections/hotspots/items?limit=1").await.json();
    let next = page["links"].as_array().unwrap().iter().find(|link| link["rel"] == "next").unwrap();
    let next = next["href"].as_str().unwrap().replace("http://terrikon.test", "");
    let stale = get_from(&both, &of(&id, &next)).await;
    assert_eq!(stale.problem()["type"], "/problems/stale-cursor");
    assert!(stale.text().contains(&format!("reads release {id}")), "{}", stale.text());
}

#[tokio::test]
async fn who_begins_with_a_release_is_led_on_within_it() {
    let both = over(TwoReleases::new());
    let id = older().id.to_string();
    // What is the server's own, and the same whichever release is read.
    let apart = [
        "/api/openapi.json",
        "/api/conformance",
        "/api/releases",
        "/methods",
        "/",
        "/queryables",
        "/sortables",
        "/schema",
        "/api/tileMatrixSets",
        "/WebMercatorQuad",
    ];
    let mut open = vec![of(&id, "/api")];
    let mut seen = BTreeSet::new();
    while let Some(address) = open.pop() {
        if !seen.insert(address.clone()) {
            continue;
        }
        let answer = get_from(&both, &address).await;
        // What a search or an exposure is asked of is left to the client.
        let asks = answer.status == 400 && answer.problem()["type"] == "/problems/missing-parameter";
        assert!(answer.status == 200 || asks, "{address}: {}", answer.text());
        if asks {
            continue;
        }
        assert_eq!(answer.header("terrikon-release"), id, "{address}");
        let document = answer.json();
        let members = [&document["links"], &document["collections"]];
        let nested = members[1].as_array().into_iter().flatten().map(|collection| &collection["links"]);
        for link in members[..1].iter().copied().chain(nested).filter_map(|links| links.as_array()).flatten()
        {
            let href = link["href"].as_str().unwrap().strip_prefix("http://terrikon.test").unwrap();
            // The licences are those of the release by its own address.
            if href == format!("/api/releases/{id}") {
                continue;
            }
            let own = apart.iter().any(|end| if *end == "/" { href == "/" } else { href.ends_with(end) });
            assert!(own || href.contains(&format!("release={id}")), "{address} leads out to {href}");
            // Pages lead on as the documents do that they show; templates are no addresses.
            if !own && !href.contains("f=html") && link["templated"] != true {
                open.push(href.to_owned());
            }
        }
    }
    assert!(seen.len() > 30, "{}", seen.len());
}

#[tokio::test]
async fn an_answer_is_wholly_of_one_release_while_others_are_published() {
    let restless = over(Restless::new());
    let alone = [fixture::release(), older()].map(|release| {
        let id = release.id.to_string();
        (id, over(EmbeddedStore::new(release)))
    });
    let mut seen = BTreeSet::new();
    for address in addresses().into_iter().flat_map(|address| [address.clone(), address.clone(), address]) {
        let answer = get_from(&restless, &address).await;
        assert_eq!(answer.status, 200, "{address}");
        let own = answer.header("terrikon-release").to_owned();
        let (_, server) = alone.iter().find(|(id, _)| *id == own).unwrap();
        assert_eq!(answer.header("etag"), get_from(server, &address).await.header("etag"), "{address}");
        seen.insert(own);
    }
    assert_eq!(seen.len(), 2, "both were the current one at some time");
}

#[tokio::test]
async fn releases_are_listed_and_describe_themselves() {
    let both = over(TwoReleases::new());
    let list = get_from(&both, "/api/releases").await;
    assert_eq!(list.status, 200);
    let told = list.json();
    let releases = told["releases"].as_array().unwrap();
    let current: Vec<_> =
        releases.iter().map(|release| (release["id"].clone(), release["current"].clone())).collect();
    assert_eq!(
        current,
        [(server::release().into(), true.into()), (older().id.to_string().into(), false.into())]
    );
    for (release, hotspots) in [(fixture::release(), 5), (older(), 4)] {
        let one = get_from(&both, &format!("/api/releases/{}", release.id)).await;
        assert_eq!((one.status.as_u16(), one.header("terrikon-release")), (200, release.id.as_str()));
        let told = one.json();
        assert_eq!(
            (told["id"].as_str(), told["counts"]["hotspots"].as_u64()),
            (Some(release.id.as_str()), Some(hotspots))
        );
        assert_eq!(told["sources"], release.sources.len());
        let data = told["links"].as_array().unwrap().iter().find(|link| link["rel"] == "data").unwrap();
        assert!(
            data["href"].as_str().unwrap().ends_with(&format!("/api/collections?release={}", release.id))
        );
    }
    assert_eq!(get_from(&both, "/api/releases/r0000000000000000").await.problem()["status"], 404);
    assert_eq!(get_from(&both, "/api/releases/..%2Fetc").await.problem()["status"], 404);
}
