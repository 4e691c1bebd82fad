#!/usr/bin/env python3
"""People within 5 km of 10,000 positions on the 30-arc-second raster: ours and exactextract, one thread each.

    pip install exactextract==0.3.0 numpy rasterio pyproj
    python benches/exposure/raster.py

Prints a section in Markdown. The raster lies in `../shared/data/population` beside the repository; another folder is given as argument.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "GDAL_NUM_THREADS"):
    os.environ[threads] = "1"

import numpy as np
import rasterio
from exactextract import exact_extract
from exactextract.feature import JSONFeatureSource
from exactextract.raster import NumPyRasterSource
from pyproj import Geod

ROOT = Path(__file__).resolve().parents[2]
RASTER = "gpw_v4_rev11_density_2020_30arcsec_centralasia.tif"
COUNT, VERTICES, RADIUS = 10_000, 64, 5_000.0
BUILD = ["cargo", "bench", "--locked", "-p", "terrikon-core", "--bench", "raster", "--no-run", "--message-format=json"]
GEOD = Geod(ellps="WGS84")


def discs():
    chance = np.random.default_rng(3)
    lon, lat = np.repeat(chance.uniform(50, 85, COUNT), VERTICES), np.repeat(chance.uniform(40, 55, COUNT), VERTICES)
    azimuths = np.tile(np.linspace(0, 360, VERTICES, endpoint=False), COUNT)
    x, y, _ = GEOD.fwd(lon, lat, azimuths, np.full(lon.shape, RADIUS))
    return np.stack([x, y], axis=-1).reshape(COUNT, VERTICES, 2)


def cell_areas(north, step_x, step_y, rows):
    """Square kilometres of a cell of every row; 30-arc-second parallels are as good as geodesics."""
    areas = []
    for row in range(rows):
        top, bottom = north - row * step_y, north - (row + 1) * step_y
        areas.append(abs(GEOD.polygon_area_perimeter([0, step_x, step_x, 0], [bottom, bottom, top, top])[0]) / 1e6)
    return np.array(areas)


def program():
    """The path of our bench program, built as `cargo bench` builds it."""
    built = subprocess.run(BUILD, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    messages = [json.loads(line) for line in built.splitlines()]
    return next(m["executable"] for m in messages if m.get("executable") and m["target"]["name"] == "raster")


def ours(folder, values, header, rings):
    values.astype("<f4").tofile(folder / "cells")
    rings.astype("<f8").tofile(folder / "discs")
    header |= {"cells": str(folder / "cells"), "discs": str(folder / "discs"), "vertices": VERTICES}
    (folder / "input.json").write_text(json.dumps(header))
    command = [program(), folder / "input.json", folder / "sums"]
    found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return found, np.fromfile(folder / "sums", "<f8")


def peer(values, header, rings):
    """The best of three runs over either strategy, raster and polygons in memory beforehand."""
    people = values * cell_areas(header["north"], header["step_x"], header["step_y"], header["rows"])[:, None]
    east = header["west"] + header["step_x"] * header["columns"]
    south = header["north"] - header["step_y"] * header["rows"]
    raster = NumPyRasterSource(people, header["west"], south, east, header["north"])
    closed = np.concatenate([rings, rings[:, :1]], axis=1).tolist()
    features = [
        {"type": "Feature", "id": i, "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for i, ring in enumerate(closed)
    ]
    best, sums = (float("inf"), ""), None
    for strategy in ("feature-sequential", "raster-sequential"):
        for _ in range(3):
            source = JSONFeatureSource(features)
            start = time.process_time()
            found = exact_extract(raster, source, ["sum"], include_cols=["id"], strategy=strategy)
            best = min(best, (time.process_time() - start, strategy))
            sums = {row["id"]: row["properties"]["sum"] for row in found}
    return *best, np.array([sums[i] for i in range(COUNT)])


def main():
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/data/population"
    with rasterio.open(data / RASTER) as raster:
        values, t = raster.read(1), raster.transform
    header = {"west": t.c, "north": t.f, "step_x": t.a, "step_y": -t.e, "columns": values.shape[1], "rows": values.shape[0]}
    rings = discs()
    with tempfile.TemporaryDirectory() as folder:
        found, our_sums = ours(Path(folder), values, dict(header), rings)
    seconds, strategy, peer_sums = peer(values.astype("f8"), header, rings)
    difference = np.abs(our_sums - peer_sums) / np.maximum(peer_sums, 1.0)
    if difference.max() > 1e-4:
        sys.exit(f"the sums differ by {difference.max():.1e}: {np.argmax(difference)}")

    mine, theirs = found["items"] / found["seconds"], COUNT / seconds
    bounds = found["items"] / found["seconds_bounds"]
    mib = lambda kib: f"{kib / 1024:.1f} MiB"
    print(f"""## People within 5 km on the 30-arc-second raster

{COUNT:,} geodesic discs of {VERTICES} vertices at random positions 40–55°N, 50–85°E, on {header["columns"]} × {header["rows"]} cells of persons
per km². One thread each, processor time, raster and discs in memory before the clock starts, best run of several. Largest difference
of a sum: {difference.max():.1e} of it.

| | ours | exactextract {version("exactextract")} | ratio |
| --- | ---: | ---: | ---: |
| discs a second | {mine:,.0f} | {theirs:,.0f} | {mine / theirs:.0f} |
| instead, people of the cells within and of those touched | {bounds:,.0f} | | |

| resident memory of ours | |
| --- | ---: |
| bare process | {mib(found["kib_bare"])} |
| with the raster | {mib(found["kib_with_raster"])} |
| the raster alone | {mib(found["kib_with_raster"] - found["kib_bare"])} |

The raster is read and packed in {found["seconds_build"]:.2f} s; as bytes it takes {found["bytes_serial"] / 2**20:.1f} MiB before compression. exactextract:
`exact_extract(NumPyRasterSource(...), JSONFeatureSource(...), ["sum"], strategy="{strategy}")`, the faster of its strategies, numpy
{version("numpy")}. Ours: `cargo bench -p terrikon-core --bench raster`, called by `python benches/exposure/raster.py`.""")


if __name__ == "__main__":
    main()
