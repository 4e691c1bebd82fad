"""Archives of `terrikon export pmtiles`, verified and read by the library of their format, and served again from a disk, from S3 and from a web server."""

import contextlib
import gzip
import json
import signal
import subprocess
import time
import urllib.request

import boto3
import pytest
from moto.server import ThreadedMotoServer
from pmtiles.reader import MmapSource, Reader, all_tiles
from pmtiles.tile import Compression, TileType, deserialize_directory, zxy_to_tileid
from server import BINARY, serving

BOX = "72,49.5,74,50.5"
LAYERS = "hotspots,rivers,settlements,oblasts"


def export(*arguments, **more):
    return subprocess.run([BINARY, "export", "pmtiles", *map(str, arguments)], check=True, capture_output=True, text=True, **more)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("archive") / "map.pmtiles"
    export("--out", path, "--bbox", BOX, "--layers", LAYERS, "--max-zoom", 12)
    return path


def fetched(address, **headers):
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
        return answer.read()


def verify(source, header, size):
    """What `pmtiles verify` looks at: sections within the file, entries in order, contents one after the other, counts that are right."""
    for section in ["root", "metadata", "leaf_directory", "tile_data"]:
        assert header[f"{section}_offset"] + header[f"{section}_length"] <= size, section

    def entries(offset, length):
        for entry in deserialize_directory(source(offset, length)):
            if entry.run_length:
                yield entry
            else:
                yield from entries(header["leaf_directory_offset"] + entry.offset, entry.length)

    found = list(entries(header["root_offset"], header["root_length"]))
    assert all(before.tile_id + before.run_length <= after.tile_id for before, after in zip(found, found[1:], strict=False))
    end, contents = 0, {}
    for entry in found:
        assert contents.setdefault(entry.offset, entry.length) == entry.length
        # Clustered: a content is new and right behind the last new one, or was there before.
        assert entry.offset <= end
        end = max(end, entry.offset + entry.length)
    assert end == header["tile_data_length"]
    counts = sum(entry.run_length for entry in found), len(found), len(contents)
    assert counts == (header["addressed_tiles_count"], header["tile_entries_count"], header["tile_contents_count"])


def test_the_archive_is_sound_and_every_tile_is_that_of_the_server(archive, url):
    with archive.open("rb") as file:
        source = MmapSource(file)
        header = Reader(source).header()
        assert (header["tile_type"], header["tile_compression"], header["clustered"]) == (TileType.MVT, Compression.GZIP, True)
        assert (header["min_zoom"], header["max_zoom"]) == (0, 12)
        # Fewer contents than entries than tiles: what repeats is stored once, and a run of it has one entry.
        assert header["tile_contents_count"] < header["tile_entries_count"] < header["addressed_tiles_count"]
        ids = []
        for (z, x, y), content in all_tiles(source):
            ids.append(zxy_to_tileid(z, x, y))
            assert gzip.decompress(content) == fetched(f"{url}/tiles/{LAYERS}/{z}/{x}/{y}"), (z, x, y)
        assert ids == sorted(ids) and len(ids) == header["addressed_tiles_count"]
        verify(source, header, archive.stat().st_size)


def test_the_archive_says_what_it_is_and_whose_data_it_has(archive, url):
    with archive.open("rb") as file:
        metadata = Reader(MmapSource(file)).metadata()
    tilejson = json.loads(fetched(f"{url}/tiles/{LAYERS}.json", **{"Accept-Language": "en"}))
    for member in ["name", "description", "attribution", "vector_layers", "terrikon:release"]:
        assert metadata[member] == tilejson[member], member


def test_a_killed_export_leaves_the_old_archive_and_a_part_that_the_next_one_removes(tmp_path):
    out = tmp_path / "map.pmtiles"
    out.write_text("the archive of yesterday")
    running = subprocess.Popen([BINARY, "export", "pmtiles", "--out", out], stderr=subprocess.DEVNULL)
    part = tmp_path / ".map.pmtiles.part"
    deadline = time.monotonic() + 120
    while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.01)
    second = subprocess.run([BINARY, "export", "pmtiles", "--out", out], capture_output=True, text=True)
    assert second.returncode != 0 and "another export" in second.stderr
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert out.read_text() == "the archive of yesterday" and part.exists()
    export("--out", out, "--max-zoom", 3)
    assert out.read_bytes().startswith(b"PMTiles\x03") and list(tmp_path.iterdir()) == [out]


@contextlib.contextmanager
def stored(archive):
    """S3 as Amazon speaks it, on this machine, with the archive in it; gives its address and what lets clients in."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        access = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1"}
        client = boto3.client("s3", endpoint_url=f"http://{host}:{port}", aws_access_key_id="key", aws_secret_access_key="secret", region_name="us-east-1")
        client.create_bucket(Bucket="maps", ACL="public-read")
        client.upload_file(str(archive), "maps", "2026/map.pmtiles", ExtraArgs={"ACL": "public-read"})
        yield f"http://{host}:{port}", access
    finally:
        server.stop()


def test_archives_are_served_from_a_disk_from_s3_and_from_the_web(archive, url, monkeypatch):
    with archive.open("rb") as file:
        tiles = [at for at, _ in all_tiles(MmapSource(file))]
    with stored(archive) as (web, access):
        for name, value in {**access, "AWS_ENDPOINT": web, "AWS_ALLOW_HTTP": "true"}.items():
            monkeypatch.setenv(name, value)
        for place in [archive, "s3://maps/2026/map.pmtiles", f"{web}/maps/2026/map.pmtiles"]:
            with serving("--tiles", str(place)) as address:
                for z, x, y in tiles[:: max(1, len(tiles) // 40)]:
                    for layers in [LAYERS, "hotspots", "rivers,oblasts"]:
                        for f in ["mvt", "mlt"]:
                            path = f"/tiles/{layers}/{z}/{x}/{y}?f={f}"
                            assert fetched(address + path) == fetched(url + path), (place, path)
                # What the archive does not hold is drawn.
                for path in ["/tiles/lakes/5/22/10", "/tiles/hotspots/5/22/10?kind=tailings", "/tiles/hotspots/14/11512/5549"]:
                    assert fetched(address + path) == fetched(url + path), (place, path)


def test_archives_of_another_release_and_missing_ones_are_refused(tmp_path, archive):
    store = tmp_path / "small.gpkg"
    subprocess.run([BINARY, "synth", "--hotspots", "100", "--seed", "1", "--out", store], check=True, capture_output=True)
    for arguments, told in [
        (["--store", store, "--tiles", archive], "export it anew"),
        (["--tiles", tmp_path / "none.pmtiles"], "none.pmtiles: "),
    ]:
        command = [BINARY, "serve", "--listen", "127.0.0.1:0", *map(str, arguments)]
        refused = subprocess.run(command, capture_output=True, text=True, timeout=120)
        assert refused.returncode != 0 and told in refused.stderr, refused.stderr
