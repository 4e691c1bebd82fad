"""GDAL's drivers for OGC APIs: what they read, and what they leave to the server. Debian's GDAL, and the newer one within pyogrio."""

import json
import re
import subprocess
import sys

import pyproj
import pytest
import shapely

BOX = (70, 42, 76, 50)


def run(*command):
    """What a tool prints. It must be silent about errors and warnings."""
    done = subprocess.run(command, text=True, capture_output=True, timeout=120)
    assert done.returncode == 0 and not re.search("error|warning", done.stderr, re.IGNORECASE), f"{command}: {done.stderr}"
    return done.stdout


def read(api, layer, *options):
    """The features that ogr2ogr reads of a layer, by id."""
    text = run("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", *options, f"OAPIF:{api}", layer)
    found = json.loads(text)["features"]
    by_id = {feature["properties"]["id"]: feature for feature in found}
    assert len(by_id) == len(found), "each feature once"
    return by_id


def within(features, box):
    return {id for id, feature in features.items() if shapely.geometry.shape(feature["geometry"]).intersects(shapely.box(*box))}


def of_kind(features, kind):
    return {id for id, feature in features.items() if feature["properties"]["kind"] == kind}


def test_every_collection_is_a_layer(url):
    layers = re.findall(r"^\d+: (\S+)", run("ogrinfo", "-ro", f"OAPIF:{url}/api"), re.MULTILINE)
    assert {"hotspots", "zones", "oblasts", "raions", "rivers", "lakes", "settlements", "claims", "sources"} <= set(layers)


@pytest.mark.parametrize("collection", ["hotspots", "oblasts", "rivers"])
def test_reads_all_features_and_where_they_are(url, features, collection):
    read_ones, told = read(f"{url}/api", collection, "-lco", "COORDINATE_PRECISION=15"), features(collection)
    assert set(read_ones) == set(told)
    for id, feature in told.items():
        ours, theirs = (shapely.geometry.shape(one["geometry"]) for one in (feature, read_ones[id]))
        assert shapely.equals_exact(ours, theirs, tolerance=1e-12), id


def test_reads_every_page(recorder, features):
    assert set(read(f"{recorder.url}/api", "hotspots", "-oo", "PAGE_SIZE=20")) == set(features("hotspots"))
    pages = [page for page in recorder.items("hotspots") if page.get("limit") == "20"]
    assert len(pages) >= len(features("hotspots")) / 20


def test_box_goes_to_the_server(recorder, features):
    wanted = within(features("hotspots"), BOX)
    assert 5 < len(wanted) < len(features("hotspots"))
    assert set(read(f"{recorder.url}/api", "hotspots", "-spat", *map(str, BOX))) == wanted
    sent = [page["bbox"] for page in recorder.items("hotspots") if "bbox" in page]
    assert sent and {tuple(map(float, box.split(","))) for box in sent} == {BOX}


def test_attribute_filter_goes_to_the_server(recorder, features):
    wanted = of_kind(features("hotspots"), "tailings")
    assert set(read(f"{recorder.url}/api", "hotspots", "-where", "kind = 'tailings'")) == wanted
    assert recorder.items("hotspots")[-1].get("kind") == "tailings"


def test_what_the_server_does_not_know_is_filtered_here(recorder, features):
    """Half of the filter goes to the server, and the answer is that of the whole."""
    told = features("hotspots")
    wanted = {id for id in of_kind(told, "dump") if told[id]["properties"]["position_accuracy_m"] <= 1000}
    assert 0 < len(wanted) < len(of_kind(told, "dump"))
    assert set(read(f"{recorder.url}/api", "hotspots", "-where", "kind = 'dump' AND position_accuracy_m <= 1000")) == wanted


def test_count_asks_without_error(url, features):
    listing = run("ogrinfo", "-ro", "-so", f"OAPIF:{url}/api", "hotspots", "-spat", *map(str, BOX))
    assert int(re.search(r"Feature Count: (\d+)", listing)[1]) == len(within(features("hotspots"), BOX))


# In a process of its own: in this one it would wait for the recorder, and the recorder for the interpreter that it holds.
NEWER = """
import sys, pyogrio
table = pyogrio.read_dataframe(sys.argv[1], layer="hotspots", where="kind = 'tailings'", bbox=tuple(map(float, sys.argv[2:])))
print(*table["id"])
"""


def test_newer_gdal_sends_box_and_filter(recorder, features):
    told = features("hotspots")
    found = run(sys.executable, "-c", NEWER, f"OAPIF:{recorder.url}/api", *map(str, BOX)).split()
    assert set(found) == within(told, BOX) & of_kind(told, "tailings")
    last = recorder.items("hotspots")[-1]
    assert "bbox" in last
    assert "tailings" in last.get("kind", last.get("filter", ""))


def test_attributes_survive(url):
    temirtau = read(f"{url}/api", "hotspots")["kz-temirtau-air"]["properties"]
    assert temirtau["names"]["kk"].startswith("Теміртау")
    assert temirtau["claims"][0]["source"]["id"]
    assert isinstance(temirtau["pollutants"], list) and isinstance(temirtau["position_accuracy_m"], int)


def test_release_of_the_address_goes_along(recorder, features):
    """What pins a project to a release: GDAL adds the parameter to everything that it asks for."""
    release = next(iter(features("hotspots").values()))["properties"]["release"]
    read(f"{recorder.url}/api?release={release}", "hotspots", "-where", "kind = 'tailings'")
    assert recorder.asked and all(f"release={release}" in path for path in recorder.asked)


def test_names_in_the_language_that_is_asked_for(url):
    oblasts = read(f"{url}/api", "oblasts", "--config", "GDAL_HTTP_HEADERS", "Accept-Language: ru")
    assert oblasts["KZ-35"]["properties"]["name"] == "Карагандинская область"


# With the projected system that the server answers in, if it was asked for one.
PROJECTED = """
import sys, pyogrio
table = pyogrio.read_dataframe(sys.argv[1], layer="hotspots", CRS=sys.argv[2])
place = table.set_index("id").geometry["kz-temirtau-air"]
print(table.crs.to_epsg(), place.x, place.y)
"""


@pytest.mark.parametrize("epsg", [32643, 3857])
def test_newer_gdal_asks_for_a_crs(recorder, features, epsg):
    """Part 2 of OGC API Features: the server transforms, and axes come in the right order."""
    uri = f"http://www.opengis.net/def/crs/EPSG/0/{epsg}"
    read_epsg, x, y = map(float, run(sys.executable, "-c", PROJECTED, f"OAPIF:{recorder.url}/api", uri).split())
    assert recorder.items("hotspots")[-1]["crs"] == uri
    place = shapely.geometry.shape(features("hotspots")["kz-temirtau-air"]["geometry"])
    expected = pyproj.Transformer.from_crs(4326, epsg, always_xy=True).transform(place.x, place.y)
    assert read_epsg == epsg
    assert (x, y) == pytest.approx(expected, abs=0.01)


TILES = """
import sys, pyogrio
table = pyogrio.read_dataframe(sys.argv[1], layer="Zoom level 0", API="TILES")
print(table.crs.to_epsg(), int(table["count"].sum()))
"""


def test_newer_gdal_reads_tiles(url, features):
    """By the tileset that the collection leads to: zoom 0 has all hotspots in clusters. GDAL 3.6 does not know tile matrix sets of the standard."""
    printed = run(sys.executable, "-c", TILES, f"OGCAPI:{url}/api/collections/hotspots")
    assert printed.split() == ["3857", str(len(features("hotspots")))]


def test_items_by_ogc_api(url, features):
    listing = run("ogrinfo", "-ro", "-so", f"OGCAPI:{url}/api/collections/hotspots", "-oo", "API=ITEMS", "-al")
    assert int(re.search(r"Feature Count: (\d+)", listing)[1]) == len(features("hotspots"))
