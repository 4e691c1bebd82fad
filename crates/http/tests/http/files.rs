//! Files that are made before they are sent: whole, in parts, and once for all who ask.

use crate::{
    fixture,
    server::{ask, get, get_from},
    stores::{Failing, Fault},
};
use axum::{Router, http::Method};
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use rusqlite::Connection;
use std::{collections::BTreeSet, path::Path, sync::Arc};
use terrikon_core::CollectionId;
use terrikon_http::{AppState, app};
use terrikon_store::EmbeddedStore;

const HOTSPOTS: &str = "/api/collections/hotspots/items?date=2024-06-30&lang=kk";

const MEDIA: [(&str, &str); 3] = [
    ("gpkg", "application/geopackage+sqlite3"),
    ("fgb", "application/flatgeobuf"),
    ("parquet", "application/vnd.apache.parquet"),
];

/// A server that keeps files of so many bytes in a folder.
fn server(bytes: u64, folder: &Path) -> Router {
    let store = Arc::new(EmbeddedStore::new(fixture::release()));
    app(AppState::new(store).with_downloads(bytes, Some(folder.to_owned())))
}

fn files(folder: &Path) -> usize {
    std::fs::read_dir(folder).unwrap().count()
}

/// The column `id` of a GeoPackage.
fn ids_of_geopackage(bytes: &[u8], table: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file.gpkg");
    std::fs::write(&path, bytes).unwrap();
    let db = Connection::open(&path).unwrap();
    let mut asking = db.prepare(&format!("SELECT id FROM {table} ORDER BY fid")).unwrap();
    asking.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// The column `id` of a GeoParquet file.
fn ids_of_geoparquet(bytes: &[u8]) -> Vec<String> {
    let reader = SerializedFileReader::new(bytes::Bytes::copy_from_slice(bytes)).unwrap();
    let rows = reader.get_row_iter(None).unwrap().map(|row| {
        let row = row.unwrap();
        let (_, id) = row.get_column_iter().find(|(name, _)| *name == "id").unwrap();
        id.to_string().trim_matches('"').to_owned()
    });
    rows.collect()
}

/// The column `id` of a FlatGeobuf file, in its own order.
fn ids_of_flatgeobuf(bytes: &[u8]) -> BTreeSet<String> {
    use flatgeobuf::{FallibleStreamingIterator as _, FeatureProperties as _, FgbReader};
    let mut features = FgbReader::open(std::io::Cursor::new(bytes)).unwrap().select_all().unwrap();
    let mut ids = BTreeSet::new();
    while let Some(feature) = features.next().unwrap() {
        ids.insert(feature.property::<String>("id").unwrap());
    }
    ids
}

#[tokio::test]
async fn every_format_has_the_features_of_the_pages() {
    for collection in CollectionId::ALL {
        for rest in ["date=2024-06-30", "date=2021-06-30&bbox=60,40,80,50", "datetime=../..&limit=2"] {
            let address = format!("/api/collections/{collection}/items?{rest}");
            let wanted = get(&address).await.ids();
            let file = async |format: &str| get(&format!("{address}&f={format}")).await.body;
            let table = collection.as_str().replace('-', "_");
            assert_eq!(ids_of_geopackage(&file("gpkg").await, &table), wanted, "{address}");
            assert_eq!(ids_of_geoparquet(&file("parquet").await), wanted, "{address}");
            assert_eq!(ids_of_flatgeobuf(&file("fgb").await), wanted.into_iter().collect(), "{address}");
        }
    }
}

#[tokio::test]
async fn claims_and_sources_are_files_too() {
    for (address, table) in [
        ("/api/collections/claims/items?limit=100", "claims"),
        ("/api/collections/claims/items?hotspot=kz-temirtau-air", "claims"),
        ("/api/collections/sources/items?limit=2", "sources"),
    ] {
        let wanted = get(address).await.ids();
        assert!(!wanted.is_empty(), "{address}");
        let file = async |format: &str| get(&format!("{address}&f={format}")).await;
        assert_eq!(ids_of_geopackage(&file("gpkg").await.body, table), wanted, "{address}");
        assert_eq!(ids_of_geoparquet(&file("parquet").await.body), wanted, "{address}");
        assert_eq!(ids_of_flatgeobuf(&file("fgb").await.body), wanted.iter().cloned().collect(), "{address}");
        let rows = file("csv").await;
        let ids: Vec<_> =
            rows.text().lines().skip(1).map(|row| row.split(',').next().unwrap().to_owned()).collect();
        assert_eq!(ids, wanted, "{address}");
        assert!(!rows.text().lines().next().unwrap().contains("wkt"), "no shape, no column for it");
        let lines = file("geojsonl").await;
        let page = get(address).await.json();
        let features: Vec<serde_json::Value> =
            lines.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(page["features"], serde_json::Value::from(features), "{address}");
        assert_eq!(lines.header("content-language"), "", "they are told in their own languages");
    }
}

#[tokio::test]
async fn a_file_begins_behind_a_cursor_and_never_before_one() {
    let pages = "/api/collections/hotspots/items?date=2024-06-30&limit=2";
    let first = get(pages).await.json();
    let link = |page: &serde_json::Value, rel: &str| {
        let links = page["links"].as_array().unwrap();
        let href = links.iter().find(|link| link["rel"] == rel).unwrap()["href"].as_str().unwrap().to_owned();
        href.replace("http://terrikon.test", "").replace("&limit=2", "")
    };
    let next = get(&link(&first, "next")).await;
    let rest = get(&format!("{}&f=gpkg", link(&first, "next"))).await;
    assert_eq!(ids_of_geopackage(&rest.body, "hotspots"), next.ids());
    for format in ["gpkg", "csv"] {
        let back = get(&format!("{}&f={format}", link(&next.json(), "prev"))).await;
        assert_eq!((back.status.as_u16(), back.problem()["parameter"].as_str()), (400, Some("cursor")));
    }
}

#[tokio::test]
async fn a_file_says_what_it_is_and_that_parts_of_it_may_be_asked_for() {
    for (format, media) in MEDIA {
        let address = format!("{HOTSPOTS}&f={format}");
        let file = get(&address).await;
        assert_eq!((file.status.as_u16(), file.header("content-type")), (200, media));
        assert_eq!(file.header("content-length"), file.body.len().to_string());
        assert_eq!(file.header("accept-ranges"), "bytes");
        assert_eq!(file.header("content-language"), "kk");
        assert!(file.header("etag").starts_with('"'), "a strong tag: {}", file.header("etag"));
        let name = format!("attachment; filename=\"hotspots-{}.{format}\"", crate::server::release());
        assert_eq!(file.header("content-disposition"), name);
        let by_accept = ask(Method::GET, HOTSPOTS, &[("accept", media)]).await;
        assert_eq!((by_accept.header("content-type"), &by_accept.body), (media, &file.body));
        let head = ask(Method::HEAD, &address, &[]).await;
        assert_eq!((head.status.as_u16(), head.body.len()), (200, 0));
        for name in ["content-length", "content-type", "etag", "accept-ranges"] {
            assert_eq!(head.header(name), file.header(name), "{format} {name}");
        }
        // Compressed on the way its length and ranges would be those of other bytes.
        let shrunk = ask(Method::GET, &address, &[("accept-encoding", "gzip, br, zstd")]).await;
        assert_eq!((shrunk.header("content-encoding"), &shrunk.body), ("", &file.body));
    }
}

#[tokio::test]
async fn parts_make_the_whole() {
    for (format, _) in MEDIA {
        let address = format!("{HOTSPOTS}&f={format}");
        let whole = get(&address).await;
        let (tag, length) = (whole.header("etag"), whole.body.len());
        let part = async |range: &str| ask(Method::GET, &address, &[("range", range)]).await;
        let half = length / 2;
        let mut bytes = Vec::new();
        for (range, told) in [
            (format!("bytes=0-{}", half - 1), format!("bytes 0-{}/{length}", half - 1)),
            (format!("bytes={half}-"), format!("bytes {half}-{}/{length}", length - 1)),
        ] {
            let answer = part(&range).await;
            assert_eq!((answer.status.as_u16(), answer.header("content-range")), (206, told.as_str()));
            assert_eq!(answer.header("content-length"), answer.body.len().to_string());
            assert_eq!(answer.header("etag"), tag);
            bytes.extend(answer.body);
        }
        assert!(bytes == whole.body, "{format}");
        assert_eq!(part("bytes=-7").await.body, whole.body[length - 7..]);
        assert_eq!(part("bytes=5-5").await.body, whole.body[5..6]);
        // What can't be read, other units, several ranges and the end of a shorter file are all of it.
        for range in ["bytes=x", "rows=1-2", "bytes=0-1,4-5", "bytes=5", ""] {
            let answer = part(range).await;
            assert_eq!((answer.status.as_u16(), answer.body.len()), (200, length), "{range}");
        }
        assert_eq!(part(&format!("bytes=-{}", length + 1)).await.body.len(), length);
        let behind = part(&format!("bytes={length}-")).await;
        assert_eq!(behind.status, 416);
        assert_eq!(behind.header("content-range"), format!("bytes */{length}"));
        assert_eq!(behind.problem()["type"], "/problems/range-not-satisfiable");
        // A part of another file would spoil the one that is being put together.
        for (condition, status) in [(tag, 206), ("\"other\"", 200), ("Sat, 01 Jan 2022 00:00:00 GMT", 200)] {
            let headers = [("range", "bytes=0-9"), ("if-range", condition)];
            assert_eq!(ask(Method::GET, &address, &headers).await.status, status, "{condition}");
        }
        let known = ask(Method::GET, &address, &[("if-none-match", tag)]).await;
        assert_eq!((known.status.as_u16(), known.body.len()), (304, 0));
    }
}

#[tokio::test]
async fn a_file_is_made_once_for_all_who_ask() {
    let folder = tempfile::tempdir().unwrap();
    let server = server(1 << 30, folder.path());
    let address = format!("{HOTSPOTS}&f=gpkg");
    let asked = (0..8).map(|_| {
        let (server, address) = (server.clone(), address.clone());
        tokio::spawn(async move { get_from(&server, &address).await })
    });
    let asked: Vec<_> = asked.collect();
    let mut tags = BTreeSet::new();
    for answer in asked {
        tags.insert(answer.await.unwrap().header("etag").to_owned());
    }
    assert_eq!((tags.len(), files(folder.path())), (1, 1));
    let other = get_from(&server, &format!("{address}&kind=tailings")).await;
    assert!(!tags.contains(other.header("etag")));
    assert_eq!(files(folder.path()), 2);
    drop(server);
    assert_eq!(files(folder.path()), 0, "nothing stays behind");
}

#[tokio::test]
async fn a_file_for_which_there_is_no_room_is_sent_and_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let server = server(0, folder.path());
    let first = get_from(&server, &format!("{HOTSPOTS}&f=fgb")).await;
    let again = get_from(&server, &format!("{HOTSPOTS}&f=fgb")).await;
    assert_eq!(
        (first.status.as_u16(), &first.body),
        (200, &again.body),
        "the same bytes when it is made anew"
    );
    assert_eq!(files(folder.path()), 0);
}

#[tokio::test]
async fn a_file_that_can_not_be_made_is_told_as_a_problem_and_made_the_next_time() {
    let folder = tempfile::tempdir().unwrap();
    let gone = folder.path().join("gone");
    let server = server(1 << 30, &gone);
    let refused = get_from(&server, &format!("{HOTSPOTS}&f=parquet")).await;
    assert_eq!(refused.status, 500);
    assert_eq!(refused.problem()["type"], "/problems/internal");
    std::fs::create_dir(&gone).unwrap();
    assert_eq!(get_from(&server, &format!("{HOTSPOTS}&f=parquet")).await.status, 200);
}

#[tokio::test]
async fn a_store_that_fails_fails_no_file_for_good() {
    for (fault, status) in [(Fault::Busy, 503), (Fault::Gone, 404), (Fault::None, 200)] {
        let server = app(AppState::new(Arc::new(Failing::new(fault))));
        for format in ["gpkg", "fgb", "parquet", "csv", "geojsonl"] {
            let answer = get_from(&server, &format!("{HOTSPOTS}&f={format}")).await;
            assert_eq!(answer.status, status, "{format} {fault:?}");
        }
    }
}
