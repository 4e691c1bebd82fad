//! Tiles, TileJSON, the style and its pictures.

use crate::{
    fixture,
    server::{Answer, ask, ask_from, get, get_from, release, settled},
    stores::older,
};
use axum::{
    Router,
    http::{HeaderMap, Method, StatusCode},
};
use std::{collections::HashSet, sync::Arc};
use terrikon_archive::{Archive, Place};
use terrikon_core::Release;
use terrikon_http::{AppState, app};
use terrikon_store::{EmbeddedStore, Store};
use terrikon_tiles::LayerName;

#[tokio::test]
async fn a_tile_is_mvt_and_an_empty_one_is_no_content() {
    let tile = get("/tiles/hotspots,rivers/4/11/5").await;
    assert_eq!(tile.status, 200);
    assert_eq!(tile.header("content-type"), "application/vnd.mapbox-vector-tile");
    assert_eq!(tile.header("terrikon-release"), release());
    let empty = get("/tiles/hotspots/4/0/0").await;
    assert_eq!((empty.status.as_u16(), empty.body.len()), (204, 0));
}

#[tokio::test]
async fn filters_and_dates_reach_the_tile() {
    let all = get("/tiles/hotspots/6/44/22").await.body;
    assert_ne!(get("/tiles/hotspots/6/44/22?kind=river").await.body, all);
    let of = async |date: &str| get(&format!("/tiles/hotspots/6/44/22?oblast=KZ-KAR&date={date}")).await;
    assert_eq!(of("2021-06-30").await.status, 200, "Zhezkazgan was in Karaganda oblast");
    assert_eq!(of("2021-06-30").await.body, of("2019-01-01").await.body, "the same division, the same bytes");
    assert_ne!(of("2024-06-30").await.body, of("2021-06-30").await.body);
    let zones = get("/tiles/zones/6/44/22").await;
    assert_eq!(zones.status, 200);
    assert_eq!(get("/tiles/zones/6/44/22?kind=river").await.status, 204, "zones follow their hotspot");
    assert_eq!(get("/tiles/hotspots/0/0/0?kind=volcano").await.problem()["parameter"], "kind");
    assert_eq!(get("/tiles/hotspots/0/0/0?release=r0000000000000000").await.status, 404);
}

#[tokio::test]
async fn the_same_layers_are_the_same_tile_in_any_order() {
    let tile = get("/tiles/hotspots,oblasts,rivers/4/11/5").await;
    for list in
        ["rivers,oblasts,hotspots", "oblasts,hotspots,rivers,oblasts", "%20rivers,hotspots%20,oblasts"]
    {
        let other = get(&format!("/tiles/{list}/4/11/5")).await;
        assert_eq!((other.status, other.header("etag")), (tile.status, tile.header("etag")), "{list}");
        let [described, sorted] = [list, "hotspots,oblasts,rivers"].map(|list| format!("/tiles/{list}.json"));
        assert_eq!(
            get(&described).await.body,
            get(&sorted).await.body,
            "{list}: one description, one address"
        );
    }
}

#[tokio::test]
async fn no_list_is_longer_than_what_it_is_made_of() {
    for (name, word) in [
        ("kind", "dump"),
        ("oblast", "Karaganda"),
        ("status", "active"),
        ("trust", "partly"),
        ("pollutant", "Pb"),
    ] {
        for address in ["/tiles/hotspots/4/11/5", "/api/collections/hotspots/items", "/tiles/hotspots.json"] {
            let problem = get(&format!("{address}?{name}={}", vec![word; 101].join(","))).await.problem();
            assert_eq!([&problem["parameter"], &problem["type"]], [name, "/problems/too-many"], "{address}");
            assert!(problem["detail"].as_str().unwrap().contains("101; at most 100"), "{problem:#}");
        }
    }
    assert_eq!(
        get(&format!("/tiles/hotspots/4/11/5?kind={}", vec!["dump"; 100].join(","))).await.status,
        200
    );
}

#[tokio::test]
async fn tilejson_leads_to_the_tiles() {
    let mut document = get("/tiles/hotspots,lakes.json?kind=river&date=2024-06-30").await.json();
    let layers = document["vector_layers"].take();
    assert_eq!([&layers[0]["id"], &layers[1]["id"]], ["hotspots", "lakes"]);
    assert_eq!(layers[0]["fields"]["kind"], "String");
    insta::assert_json_snapshot!(settled(&document));
    let template = document["tiles"][0].as_str().unwrap().strip_prefix("http://terrikon.test").unwrap();
    let address = template.replace("{z}", "4").replace("{x}", "11").replace("{y}", "5");
    assert_eq!(get(&address).await.status, 200);
}

#[tokio::test]
async fn the_style_and_its_pictures_are_served() {
    let style = get("/style.json?lang=kk&theme=dark").await.json();
    assert_eq!(style["sprite"], "http://terrikon.test/sprites/dark");
    assert!(style["sources"]["hotspots"]["tiles"][0].as_str().unwrap().contains(&release()));
    for (address, media) in [
        ("/sprites/light.json", "application/json"),
        ("/sprites/dark@2x.json", "application/json"),
        ("/sprites/light.png", "image/png"),
        ("/sprites/dark@2x.png", "image/png"),
        ("/sprites/icons/tailings.svg?theme=dark", "image/svg+xml"),
    ] {
        let answer = get(address).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, media), "{address}");
    }
}

const MLT: &str = "application/vnd.maplibre-tile";
const TILE: &str = "/tiles/hotspots,rivers/4/11/5";

#[tokio::test]
async fn maplibre_tiles_go_to_those_who_ask_with_a_tag_of_their_own() {
    let mvt = get(TILE).await;
    let by_header = ask(Method::GET, TILE, &[("accept", MLT)]).await;
    let by_word = get(&format!("{TILE}?f=mlt")).await;
    assert_eq!((by_header.status.as_u16(), by_header.header("content-type")), (200, MLT));
    assert_eq!(by_header.body, by_word.body);
    assert_ne!(by_header.body, mvt.body);
    assert_eq!(by_header.header("etag"), by_word.header("etag"));
    assert_ne!(by_header.header("etag"), mvt.header("etag"));
    assert_eq!(by_header.header("vary"), "accept, accept-encoding");
    let known = [("accept", MLT), ("if-none-match", mvt.header("etag"))];
    assert_eq!(ask(Method::GET, TILE, &known).await.status, 200, "it is not the version in the other format");
    let packed = ask(Method::GET, TILE, &[("accept", MLT), ("accept-encoding", "zstd")]).await;
    assert_eq!((packed.header("content-encoding"), packed.header("etag")), ("zstd", by_word.header("etag")));
    assert_eq!(get("/tiles/hotspots/4/0/0?f=mlt").await.status, 204);
    assert_eq!(get(&format!("{TILE}?f=png")).await.problem()["accepted"], serde_json::json!(["mvt", "mlt"]));
    // Layer by layer: length, tag 1, name.
    assert_eq!(
        &by_word.body[by_word.body.iter().position(|byte| *byte == 1).unwrap()..][..10],
        b"\x01\x08hotspots"
    );
}

#[tokio::test]
async fn tilejson_names_the_encoding_that_maplibre_has_to_be_told() {
    let document = get("/tiles/hotspots.json?f=mlt").await.json();
    assert_eq!(document["encoding"], "mlt");
    assert!(document["tiles"][0].as_str().unwrap().contains("f=mlt"));
    assert!(get("/tiles/hotspots.json").await.json().get("encoding").is_none());
}

#[tokio::test]
async fn head_tells_of_a_tile_without_making_it() {
    // Each with a filter of its own, so that no other test has made it.
    for (number, (accept, encoding)) in
        [("*/*", "br"), ("*/*", "identity"), (MLT, "gzip"), (MLT, "identity")].iter().enumerate()
    {
        let trust = ["sourced", "sourced,partly", "sourced,unverified", "sourced,partly,unverified"][number];
        let tile = format!("/tiles/hotspots/5/22/10?trust={trust}");
        let headers = [("accept", *accept), ("accept-encoding", *encoding)];
        let before = ask(Method::HEAD, &tile, &headers).await;
        let full = ask(Method::GET, &tile, &headers).await;
        let after = ask(Method::HEAD, &tile, &headers).await;
        assert_eq!(full.status, 200);
        let length = full.body.len().to_string();
        assert_eq!(after.header("content-length"), length);
        assert!(["", &length].contains(&before.header("content-length")), "no length that is wrong");
        assert_eq!(before.header("content-length").is_empty(), number != 1, "what is not made has no length");
        for head in [before, after] {
            assert!(head.body.is_empty());
            for name in
                ["etag", "content-type", "content-encoding", "vary", "cache-control", "terrikon-release"]
            {
                assert_eq!(head.header(name), full.header(name), "{tile} {headers:?} {name}");
            }
        }
    }
    assert_eq!(ask(Method::HEAD, "/tiles/hotspots/4/0/0", &[]).await.status, 204);
}

#[tokio::test(flavor = "multi_thread")]
async fn tiles_of_an_archive_are_those_that_are_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let store: Arc<dyn Store> = Arc::new(EmbeddedStore::new(fixture::release()));
    let snapshot = store.current().await.unwrap();
    let place = folder.path().join("map.pmtiles");
    let wanted = terrikon_archive::Wanted {
        layers: vec![LayerName::Rivers, LayerName::Hotspots],
        zooms: 0..=6,
        bounds: terrikon_core::Envelope { west: 60.0, south: 40.0, east: 80.0, north: 55.0 },
        date: jiff::Zoned::now().date(),
        format: terrikon_tiles::TileFormat::Mvt,
        compression: terrikon_archive::Compression::Gzip,
        metadata: serde_json::Map::new(),
    };
    terrikon_archive::write(&snapshot, &wanted, std::fs::File::create(&place).unwrap(), |_| {})
        .await
        .unwrap();
    let archive = Archive::open(&Place::File(place.clone())).await.unwrap();
    let server = app(AppState::new(Arc::clone(&store)).with_archive(archive));
    let addresses = [
        TILE,
        "/tiles/hotspots/6/44/22?kind=river",
        "/tiles/hotspots/6/44/22",
        "/tiles/lakes/4/11/5",
        "/tiles/hotspots/4/11/2",
    ];
    for address in addresses {
        for address in
            [address.to_owned(), format!("{address}{}f=mlt", if address.contains('?') { '&' } else { '?' })]
        {
            let (read, drawn) = (get_from(&server, &address).await, get(&address).await);
            assert_eq!((read.status, &read.body), (drawn.status, &drawn.body), "{address}");
            assert_eq!(read.header("etag"), drawn.header("etag"), "{address}");
        }
    }
    // It is the archive that is read: where it is damaged, the store draws and readers see no difference.
    let length = std::fs::metadata(&place).unwrap().len();
    std::fs::write(&place, vec![0; usize::try_from(length).unwrap()]).unwrap();
    let other = get_from(&server, "/tiles/rivers/4/11/5").await;
    assert_eq!((other.status.as_u16(), other.body), (200, get("/tiles/rivers/4/11/5").await.body));
}

fn of_one(release: Release) -> Router {
    app(AppState::new(Arc::new(EmbeddedStore::new(release))))
}

/// Everything of an answer that a reader gets.
fn whole(answer: &Answer) -> (StatusCode, &HeaderMap, &[u8]) {
    (answer.status, &answer.headers, &answer.body)
}

#[tokio::test]
async fn a_tile_that_went_out_before_goes_out_the_same() {
    let address = "/tiles/hotspots,lakes/5/22/10";
    let forms: [&[(&str, &str)]; 6] = [
        &[],
        &[("accept-encoding", "gzip")],
        &[("accept-encoding", "gzip, deflate, br, zstd")],
        &[("accept-encoding", "deflate")],
        &[("accept", "application/vnd.maplibre-tile")],
        &[("accept", "application/vnd.maplibre-tile"), ("accept-encoding", "br")],
    ];
    let server = of_one(fixture::release());
    let mut first = Vec::new();
    for headers in forms {
        first.push(ask_from(&server, Method::GET, address, headers).await);
    }
    for (headers, before) in forms.iter().zip(&first) {
        assert_eq!(before.status, 200);
        for _ in 0..2 {
            assert_eq!(
                whole(&ask_from(&server, Method::GET, address, headers).await),
                whole(before),
                "{headers:?}"
            );
        }
        // What asks for less goes the same way as ever.
        let etag = before.header("etag");
        let mut known = headers.to_vec();
        known.push(("if-none-match", etag));
        assert_eq!(ask_from(&server, Method::GET, address, &known).await.status, 304);
        let head = ask_from(&server, Method::HEAD, address, headers).await;
        assert_eq!((head.header("etag"), head.body.len()), (etag, 0));
    }
    let bodies: HashSet<&[u8]> = first.iter().map(|answer| answer.body.as_slice()).collect();
    assert!(bodies.len() >= 5, "each form has bytes of its own: {}", bodies.len());
    // Two headers are not one: they go the long way, to what a server says that sent nothing before.
    let twice = [("accept-encoding", "br"), ("accept-encoding", "gzip")];
    let anew = ask_from(&of_one(fixture::release()), Method::GET, address, &twice).await;
    assert_eq!(whole(&ask_from(&server, Method::GET, address, &twice).await), whole(&anew));
}

#[tokio::test]
async fn a_tile_that_went_out_before_is_of_the_release_that_is_served_now() {
    let address = "/tiles/hotspots/5/22/10";
    let pinned = format!("{address}?release={}", older().id);
    let store = Arc::new(EmbeddedStore::new(fixture::release()));
    let server = app(AppState::new(store.clone()));
    let alone = [fixture::release(), older()].map(of_one);
    for release in [0, 1, 1, 0, 0, 1] {
        store.publish(if release == 0 { fixture::release() } else { older() });
        for address in [address, &pinned] {
            let expected = get_from(&alone[release], address).await;
            for _ in 0..2 {
                assert_eq!(whole(&get_from(&server, address).await), whole(&expected), "{release} {address}");
            }
        }
        // A file holds one release.
        assert_eq!(get_from(&server, &pinned).await.status, if release == 0 { 404 } else { 200 });
    }
}
