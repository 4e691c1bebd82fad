"""R's sf: a page of GeoJSON over HTTP, and files."""

import json
import subprocess

import pytest

READ = """
suppressPackageStartupMessages(library(sf))
read <- st_read(commandArgs(trailingOnly = TRUE)[1], quiet = TRUE)
place <- st_coordinates(read[read$id == "kz-temirtau-air", ])
cat(sprintf('{"epsg": %d, "x": %.6f, "y": %.6f, "name": "%s", "ids": ["%s"]}', st_crs(read)$epsg, place[1, 1], place[1, 2],
    read$name[read$id == "kz-temirtau-air"], paste(read$id, collapse = '", "')))
"""


def read(source):
    done = subprocess.run(["Rscript", "-e", READ, str(source)], text=True, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def check(told, features):
    temirtau = features["kz-temirtau-air"]
    assert told["epsg"] == 4326
    assert sorted(told["ids"]) == sorted(features)
    assert told["name"] == temirtau["properties"]["name"]
    assert [told["x"], told["y"]] == pytest.approx(temirtau["geometry"]["coordinates"], abs=1e-6)


def test_page_of_geojson(url, features):
    check(read(f"{url}/api/collections/hotspots/items?limit=10000&lang=kk"), features("hotspots", lang="kk"))


def test_api_by_itself(url, features):
    done = subprocess.run(
        ["Rscript", "-e", 'cat(nrow(sf::st_read(commandArgs(TRUE)[1], "hotspots", quiet = TRUE)))', f"OAPIF:{url}/api"],
        text=True,
        capture_output=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(features("hotspots"))


@pytest.mark.parametrize("f", ["geojsonl", "gpkg", "fgb"])
def test_files(download, features, f):
    check(read(download("hotspots", f)), features("hotspots"))
