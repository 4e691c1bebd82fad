//! Archives written and read back, tile by tile beside those of the store.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

#[path = "../../../store/tests/store/fixture.rs"]
mod fixture;

use jiff::civil::date;
use serde_json::Map;
use std::{fs::File, path::Path, sync::Arc};
use terrikon_archive::{Archive, ArchiveError, Compression, Place, Wanted, Written, write};
use terrikon_core::{Date, Envelope};
use terrikon_store::{EmbeddedStore, HotspotFilter, Snapshot, Store as _};
use terrikon_tiles::{LayerName, TileFormat, TileId, TileRequest};

const DAY: Date = date(2024, 6, 30);

/// Around Temirtau, with towns, a river and borders, and with much in which nothing changes.
const BOX: Envelope = Envelope { west: 72.0, south: 49.5, east: 74.0, north: 50.5 };

fn wanted(format: TileFormat, compression: Compression) -> Wanted {
    Wanted {
        layers: LayerName::ALL.to_vec(),
        zooms: 0..=14,
        bounds: BOX,
        date: DAY,
        format,
        compression,
        metadata: Map::new(),
    }
}

async fn snapshot() -> Arc<dyn Snapshot> {
    EmbeddedStore::new(fixture::release()).current().await.unwrap()
}

async fn written(snapshot: &Arc<dyn Snapshot>, wanted: &Wanted, path: &Path) -> (Archive, Written) {
    let file = File::create(path).unwrap();
    let written = write(snapshot, wanted, file, |_| {}).await.unwrap();
    (Archive::open(&Place::File(path.to_owned())).await.unwrap(), written)
}

fn request(snapshot: &dyn Snapshot, tile: TileId, layers: &[LayerName]) -> TileRequest {
    let (layers, date) = (layers.to_vec(), snapshot.directory().epoch(DAY));
    TileRequest { layers, tile, filter: HotspotFilter::default(), date }
}

/// The tiles of the box, by the formulas of the web, and some around.
fn tiles(zoom: u8) -> Vec<TileId> {
    let side = f64::from(1_u32 << zoom);
    let column = |lon: f64| (lon / 360.0 + 0.5) * side;
    let row = |lat: f64| (0.5 - lat.to_radians().tan().asinh() / (2.0 * std::f64::consts::PI)) * side;
    let (x, y) = ((column(BOX.west), column(BOX.east)), (row(BOX.north), row(BOX.south)));
    let range = |(from, to): (f64, f64)| from as u32..=to as u32;
    range(x).flat_map(|x| range(y).map(move |y| TileId::new(zoom, x, y).unwrap())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_tile_is_that_of_the_store_also_where_it_was_not_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let snapshot = snapshot().await;
    let wanted = wanted(TileFormat::Mvt, Compression::Gzip);
    let (archive, written) = written(&snapshot, &wanted, &folder.path().join("map.pmtiles")).await;
    let (mut full, mut all) = (0, 0);
    for tile in (0..=14).flat_map(tiles) {
        let request = request(&*snapshot, tile, &LayerName::ALL);
        assert!(archive.holds(snapshot.release(), &request), "{tile:?}");
        let kept = archive.tile(tile, &LayerName::ALL).await.unwrap();
        full += u64::from(!kept.is_empty());
        all += 1;
        assert!(kept == snapshot.tile(request).await.unwrap(), "{tile:?}");
    }
    assert_eq!((all, full), (wanted.tiles(), written.tiles));
    assert!(written.drawn * 2 < all, "most need not be drawn: {written:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn layers_are_picked_out_in_both_formats_and_all_compressions() {
    let folder = tempfile::tempdir().unwrap();
    let snapshot = snapshot().await;
    for (format, compression) in [
        (TileFormat::Mvt, Compression::Brotli),
        (TileFormat::Mlt, Compression::Zstd),
        (TileFormat::Mlt, Compression::None),
    ] {
        let wanted = Wanted { zooms: 4..=6, ..wanted(format, compression) };
        let (archive, _) = written(&snapshot, &wanted, &folder.path().join("map.pmtiles")).await;
        assert_eq!(archive.about().format, format);
        for tile in tiles(6) {
            for layers in [&[LayerName::Settlements, LayerName::Hotspots][..], &[LayerName::Oblasts]] {
                let drawn = snapshot.tile(request(&*snapshot, tile, layers)).await.unwrap();
                assert_eq!(
                    archive.tile(tile, layers).await.unwrap(),
                    format.of_mvt(&drawn).unwrap(),
                    "{format} {tile:?}"
                );
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_was_written_is_held() {
    let folder = tempfile::tempdir().unwrap();
    let snapshot = snapshot().await;
    let layers = vec![LayerName::Hotspots];
    let wanted =
        Wanted { layers: layers.clone(), zooms: 3..=8, ..wanted(TileFormat::Mvt, Compression::Gzip) };
    let (archive, _) = written(&snapshot, &wanted, &folder.path().join("map.pmtiles")).await;
    let tile = tiles(8)[0];
    let asked = request(&*snapshot, tile, &layers);
    let holds = |request: TileRequest| archive.holds(snapshot.release(), &request);
    assert!(holds(asked.clone()));
    assert!(!holds(request(&*snapshot, tile, &[LayerName::Hotspots, LayerName::Rivers])), "another layer");
    assert!(!holds(TileRequest { date: Date::MIN, ..asked.clone() }), "another day");
    let filter = HotspotFilter { oblasts: vec!["KZ-35".into()], ..HotspotFilter::default() };
    assert!(!holds(TileRequest { filter, ..asked.clone() }), "a filter");
    for (z, x, y) in [(2, 2, 1), (9, tile.x() * 2, tile.y() * 2), (8, 0, 0)] {
        assert!(!holds(request(&*snapshot, TileId::new(z, x, y).unwrap(), &layers)), "{z}/{x}/{y}");
    }
    let other = terrikon_core::ReleaseId::parse("r0123456789abcdef").unwrap();
    assert!(!archive.holds(&other, &asked), "another release");
}

#[tokio::test]
async fn what_is_no_archive_of_ours_is_refused_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.pmtiles");
    std::fs::write(&path, "PMTiles is what this is not").unwrap();
    for path in [path, folder.path().join("none.pmtiles")] {
        let refused = Archive::open(&Place::File(path.clone())).await.unwrap_err();
        assert!(matches!(refused, ArchiveError::Place { .. }), "{refused:?}");
        assert!(refused.to_string().starts_with(path.to_str().unwrap()), "{refused}");
    }
}
