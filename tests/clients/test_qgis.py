"""QGIS without a window, by its own Python: the API as a layer, the tiles, and each downloaded file that it opens."""

import json
import os
import subprocess

import pytest
import shapely
from server import ROOT

BOX = (70, 42, 76, 50)
# PyQGIS is built for the Python of the system, not for that of these tests.
PYTHON = "/usr/bin/python3"


@pytest.fixture(scope="module")
def files(download):
    """What QGIS opens as a file, by format."""
    return {f: str(download("hotspots", f)) for f in ("geojsonl", "gpkg", "fgb")}


@pytest.fixture(scope="module")
def told(url, files, tmp_path_factory):
    """What QGIS says of the server."""
    folder = tmp_path_factory.mktemp("qgis")
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}}
    # No window, and no traces in the user's profile: nothing that an earlier run has cached.
    environment |= {"QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    script = ROOT / "tests/clients/qgis/layers.py"
    command = [PYTHON, str(script), url, *map(str, BOX), *files.values()]
    done = subprocess.run(command, env=environment, text=True, capture_output=True, timeout=180)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_layer_is_valid_and_has_every_feature(told, features):
    layer = told["collection"]
    assert layer["valid"]
    assert layer["count"] == len(features("hotspots"))
    assert layer["ids"] == sorted(features("hotspots"))


def test_features_lie_where_they_should(told, features):
    """Longitude and latitude are not swapped: QGIS takes the layer for EPSG:4326."""
    lon, lat = features("hotspots")["kz-temirtau-air"]["geometry"]["coordinates"]
    assert told["collection"]["crs"] in {"EPSG:4326", "OGC:CRS84"}
    assert (told["collection"]["temirtau"]["x"], told["collection"]["temirtau"]["y"]) == pytest.approx((lon, lat), abs=1e-9)


def test_box_of_the_view(told, features):
    box = shapely.box(*BOX)
    wanted = [id for id, feature in features("hotspots").items() if shapely.geometry.shape(feature["geometry"]).intersects(box)]
    assert 5 < len(wanted) < len(features("hotspots"))
    assert told["collection"]["in_box"] == sorted(wanted)


def test_filter(told, features):
    wanted = [id for id, feature in features("hotspots").items() if feature["properties"]["kind"] == "tailings"]
    assert told["collection"]["filter_taken"]
    assert told["collection"]["filtered"] == sorted(wanted)
    assert told["collection"]["filtered_count"] == len(wanted)


def test_vector_tiles_are_a_layer(told):
    assert told["tiles"] == {"valid": True, "least": 0, "most": 14}


@pytest.mark.parametrize("f", ["geojsonl", "gpkg", "fgb"])
def test_files_are_layers(told, files, features, f):
    file = told["files"][files[f]]
    assert file["valid"] and file["crs"] in {"EPSG:4326", "OGC:CRS84"}
    assert file["ids"] == sorted(features("hotspots"))
