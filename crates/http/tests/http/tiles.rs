//! Tiles, TileJSON, the style and its pictures.

use crate::server::{get, release, settled};

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
