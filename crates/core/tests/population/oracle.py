#!/usr/bin/env python3
"""Makes the table that the tests of population rasters read: sums by exactextract over polygons of all shapes.

    pip install exactextract==0.3.0 numpy rasterio pyproj shapely
    python oracle.py ../shared/data/population

Writes `table.json` (rasters, polygons, sums) and `cells.f32` (the rasters' values, little-endian, row by row) beside itself. Two rasters
are windows of real ones, the third is made up and has cells without data. All positions are degrees.
"""

import json
import math
import random
import sys
from pathlib import Path

import numpy as np
import rasterio
import shapely
from exactextract import exact_extract
from exactextract.raster import NumPyRasterSource
from pyproj import Geod
from shapely.geometry import MultiPolygon, Polygon, mapping

HERE = Path(__file__).parent
GEOD = Geod(ellps="WGS84")
RANDOM = random.Random(20)


class Raster:
    def __init__(self, name, measure, west, north, step_x, step_y, values, nodata):
        self.name, self.measure, self.nodata = name, measure, nodata
        self.west, self.north, self.step_x, self.step_y = west, north, step_x, step_y
        self.values = values.astype("<f4")
        self.rows, self.columns = values.shape
        self.east, self.south = west + step_x * self.columns, north - step_y * self.rows
        people = self.values.astype("f8")
        missing = np.isnan(people) if nodata is None else (people == nodata) | np.isnan(people)
        if measure == "density":
            people *= np.array([self.cell_area(row) for row in range(self.rows)])[:, None]
        people[missing] = -1.0
        self.source = NumPyRasterSource(people, self.west, self.south, self.east, self.north, nodata=-1.0)
        self.total = float(people[~missing].sum())
        self.people = np.where(missing, 0.0, people).ravel()
        x = self.west + self.step_x * np.arange(self.columns + 1)
        y = self.north - self.step_y * np.arange(self.rows + 1)
        left, top = np.meshgrid(x[:-1], y[:-1])
        right, bottom = np.meshgrid(x[1:], y[1:])
        self.cells = shapely.STRtree(shapely.box(left.ravel(), bottom.ravel(), right.ravel(), top.ravel()))

    def bounds(self, area, rounding):
        """People of the cells that lie within an area and of those that it touches; exactextract's parts are too short for that.

        Parts of a cell up to `rounding` are none, and cells that lack no more are full.
        """
        within = self.cells.query(area, predicate="covers")
        on = np.setdiff1d(self.cells.query(area, predicate="intersects"), within)
        part = shapely.area(shapely.intersection(self.cells.geometries[on], area)) / (self.step_x * self.step_y)
        full, touched = part > 1 - rounding, part > rounding
        least = self.people[within].sum() + self.people[on[full]].sum()
        return float(least), float(least + self.people[on[touched & ~full]].sum())

    def cell_area(self, row):
        """Square kilometres, parallels in short pieces: their geodesics would leave them."""
        top, bottom = self.north - row * self.step_y, self.north - (row + 1) * self.step_y
        across = [self.west + self.step_x * i / 50 for i in range(51)]
        ring = [(x, bottom) for x in across] + [(x, top) for x in reversed(across)]
        return abs(GEOD.polygon_area_perimeter(*zip(*ring))[0]) / 1e6

    def header(self):
        keys = ("name", "measure", "nodata", "west", "north", "step_x", "step_y", "columns", "rows", "total")
        return {key: getattr(self, key) for key in keys}

    def somewhere(self, margin=0.0):
        """A position; a margin below 0 keeps away from the border, above 0 goes beyond it, in parts of the raster's size."""
        return tuple(
            low + (high - low) * RANDOM.uniform(-margin, 1 + margin)
            for low, high in ((self.west, self.east), (self.south, self.north))
        )

    def border(self, column, row):
        return self.west + self.step_x * column, self.north - self.step_y * row


def window(folder, file, name, measure, column, row, columns, rows):
    with rasterio.open(folder / file) as raster:
        values = raster.read(1, window=((row, row + rows), (column, column + columns)))
        t = raster.transform
        return Raster(name, measure, t.c + t.a * column, t.f + t.e * row, t.a, -t.e, values, raster.nodata)


def made_up():
    random_values = np.random.default_rng(7)
    values = random_values.gamma(0.3, 500.0, (36, 48))
    values[random_values.random(values.shape) < 0.3] = 0.0
    values[10:18, 12:30] = -99.0
    values[random_values.random(values.shape) < 0.05] = np.nan
    values[:, 40:] = 12.5
    return Raster("made-up", "count", -12.0, 3.0, 0.25, 0.125, values, -99.0)


def disc(centre, radius, n):
    azimuths = np.linspace(0, 360, n, endpoint=False)
    lon, lat, _ = GEOD.fwd([centre[0]] * n, [centre[1]] * n, azimuths, [radius] * n)
    return list(zip(lon, lat))


def star(centre, radius, n):
    ring = []
    for i in range(n):
        r = radius * RANDOM.uniform(0.2, 1.0)
        a = 2 * math.pi * i / n
        ring.append((centre[0] + r * math.cos(a), centre[1] + r * math.sin(a)))
    return ring


def log_uniform(low, high):
    return math.exp(RANDOM.uniform(math.log(low), math.log(high)))


def shapes(raster):
    """Names and polygons (lists of rings) over a raster."""
    size = min(raster.east - raster.west, raster.north - raster.south)
    cell = min(raster.step_x, raster.step_y)
    for _ in range(70):
        yield "disc", [[disc(raster.somewhere(), log_uniform(1e3, 2e5), RANDOM.choice([16, 32, 64]))]]
    for _ in range(60):
        a, b = raster.somewhere(0.1), raster.somewhere(0.1)
        width = cell * log_uniform(1e-3, 0.5)
        yield "sliver", [[[a, b, (b[0] + width, b[1] + width), (a[0] + width, a[1] - width)]]]
    for _ in range(70):
        yield "star", [[star(raster.somewhere(), size * log_uniform(0.01, 0.6), RANDOM.randint(5, 40))]]
    for _ in range(50):
        centre, radius = raster.somewhere(), size * log_uniform(0.02, 0.5)
        holes = [star((centre[0] + radius * dx, centre[1]), radius * 0.3, 9) for dx in (-0.45, 0.45)]
        outer = [(centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a)) for a in np.linspace(0, 6.2, 31)]
        yield "holes", [[outer, *holes[: RANDOM.randint(1, 2)]]]
    for _ in range(50):
        radius = size * log_uniform(0.01, 0.12)
        middle = raster.somewhere()
        parts = RANDOM.sample([(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)], RANDOM.randint(2, 5))
        yield "parts", [[star((middle[0] + 2.1 * radius * i, middle[1] + 2.1 * radius * j), radius, 12)] for i, j in parts]
    for _ in range(40):
        x, y = raster.border(RANDOM.randrange(raster.columns) + 0.5, RANDOM.randrange(raster.rows) + 0.5)
        yield "in one cell", [[star((x, y), 0.45 * cell, RANDOM.randint(5, 9))]]
    for _ in range(50):
        left, right = sorted(RANDOM.sample(range(-3, raster.columns + 4), 2))
        top, bottom = sorted(RANDOM.sample(range(-3, raster.rows + 4), 2))
        corners = [(left, top), (left, bottom), (right, bottom), (right, top)]
        yield "on borders", [[[raster.border(*corner) for corner in corners]]]
    for _ in range(40):
        side = RANDOM.choice([(raster.west, None), (raster.east, None), (None, raster.south), (None, raster.north)])
        x, y = raster.somewhere()
        centre = (x if side[0] is None else side[0], y if side[1] is None else side[1])
        yield "partly outside", [[star(centre, size * log_uniform(0.01, 0.8), RANDOM.randint(5, 25))]]
    for _ in range(12):
        x, y = raster.somewhere()
        yield "outside", [[star((x + RANDOM.choice([-1, 1]) * 3 * (raster.east - raster.west), y), 0.5 * size, 11)]]
    yield "around", [[star(((raster.west + raster.east) / 2, (raster.south + raster.north) / 2), 12 * size, 8)]]


def case(raster, name, polygons):
    # Corners on borders of cells stay exact; the rest is written short, and computed as written.
    if name != "on borders":
        polygons = [[[(round(x, 7), round(y, 7)) for x, y in ring] for ring in rings] for rings in polygons]
    area = MultiPolygon([Polygon(rings[0], rings[1:]) for rings in polygons])
    on_earth = all(abs(x) <= 180 and abs(y) <= 90 for part in area.geoms for x, y in part.exterior.coords)
    if not area.is_valid or not on_earth or area.area == 0:
        return None
    feature = {"type": "Feature", "properties": {}, "geometry": mapping(area)}
    found = exact_extract(raster.source, feature, ["sum", "count"])[0]["properties"]
    least, most = raster.bounds(area, 1e-9 if name == "on borders" else 0.0)
    cells = area.area / (raster.step_x * raster.step_y)
    return {
        "shape": name,
        "polygons": polygons,
        "people": float(found["sum"] or 0.0),
        "cells": cells,
        "known": float(found["count"] or 0.0),
        "least": least,
        "most": most,
    }


def main():
    folder = Path(sys.argv[1])
    rasters = [
        window(folder, "gpw_v4_rev11_density_2020_30arcsec_centralasia.tif", "gpw", "density", 3310, 950, 200, 110),
        window(folder, "worldpop_ppp_2020_5arcmin_centralasia.tif", "worldpop", "count", 290, 140, 130, 100),
        made_up(),
    ]
    table = []
    for raster in rasters:
        cases = [case(raster, *shape) for shape in shapes(raster)]
        table.append(raster.header() | {"cases": [c for c in cases if c]})
    (HERE / "cells.f32").write_bytes(b"".join(raster.values.tobytes() for raster in rasters))
    (HERE / "table.json").write_text(json.dumps(table, separators=(",", ":")).replace('{"shape"', '\n{"shape"') + "\n")
    for raster in table:
        print(raster["name"], len(raster["cases"]), "polygons, total", raster["total"])


if __name__ == "__main__":
    main()
