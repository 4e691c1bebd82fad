"""Writes oracle.tsv: what PROJ's GeographicLib says about discs, distances and buffers.

    python3 -m venv .tools/oracle && .tools/oracle/bin/pip install pyproj==3.7.2
    .tools/oracle/bin/python crates/core/tests/geodesic/oracle.py

Nothing here knows of the code under test. Rows, tab-separated, degrees and metres:

    direct    lon lat azimuth metres -> lon lat
    area      lon lat radius -> m² of a disc, a polygon of 20,000 positions made up to the full circle
    distance  shape lon lat -> metres to the nearest of the shape's edges, which are geodesics; negative inside a polygon
"""

import json
import math
import pathlib
import random

from pyproj import Geod

EARTH = Geod(ellps="WGS84")
HERE = pathlib.Path(__file__).parent
DERIVED = HERE.parents[3] / "fixtures" / "derived"
CHANCE = random.Random(20_240_501)
# The antimeridian case: longitudes go on beyond 180.
CHUKOTKA = [(177.0, 64.6), (178.6, 65.4), (180.4, 65.1), (181.9, 66.2), (184.0, 65.6)]


def shape(file, name):
    """Lines of the largest feature with a property of this value; whether it is a polygon."""
    found = [
        feature["geometry"]
        for feature in json.loads((DERIVED / file).read_text())["features"]
        if name in [value for value in feature["properties"].values() if isinstance(value, str)]
    ]
    lines = {
        "LineString": lambda c: [c],
        "MultiLineString": lambda c: c,
        "Polygon": lambda c: c,
        "MultiPolygon": lambda c: [ring for polygon in c for ring in polygon],
    }
    one = max(found, key=lambda geometry: len(json.dumps(geometry["coordinates"])))
    return lines[one["type"]](one["coordinates"]), "Polygon" in one["type"]


def edges_of(lines):
    """Each edge as (lon, lat, azimuth, length, lon, lat)."""
    edges = []
    for line in lines:
        for (ax, ay), (bx, by) in zip(line, line[1:]):
            azimuth, _, length = EARTH.inv(ax, ay, bx, by)
            edges.append((ax, ay, azimuth, length, bx, by))
    return edges


def to_edge(edge, lon, lat):
    """Metres to an edge: by thirds, from a hundred positions along it."""
    ax, ay, azimuth, length, _, _ = edge

    def at(metres):
        x, y, _ = EARTH.fwd(ax, ay, azimuth, metres)
        return EARTH.inv(lon, lat, x, y)[2]

    steps = 8
    best = min(range(steps + 1), key=lambda i: at(length * i / steps))
    low, high = length * max(best - 1, 0) / steps, length * min(best + 1, steps) / steps
    while high - low > 1e-3:
        a, b = low + (high - low) / 3, high - (high - low) / 3
        low, high = (low, b) if at(a) < at(b) else (a, high)
    return min(at(low), at(high), at(0.0), at(length))


def distance(edges, polygon, lon, lat):
    starts = [EARTH.inv(lon, lat, edge[0], edge[1])[2] for edge in edges]
    limit = min(starts)
    near = [edge for edge, start in zip(edges, starts) if start - edge[3] <= limit]
    metres = min(to_edge(edge, lon, lat) for edge in near)
    return -metres if polygon and inside(edges, lon, lat) else metres


def inside(edges, lon, lat):
    """Even-odd along the meridian to the north; where an edge crosses it is asked of the geodesic, by halving."""
    odd = False
    for ax, ay, azimuth, length, bx, by in edges:
        if (ax > lon) == (bx > lon):
            continue
        low, high = 0.0, length
        for _ in range(60):
            middle = (low + high) / 2
            x, y, _ = EARTH.fwd(ax, ay, azimuth, middle)
            low, high = (middle, high) if (x > lon) == (ax > lon) else (low, middle)
        odd ^= EARTH.fwd(ax, ay, azimuth, low)[1] > lat
    return odd


def near(edges, radius):
    """A position within 1.6 radii of an edge, every second one near the outline of the buffer."""
    ax, ay, azimuth, length, _, _ = CHANCE.choice(edges)
    along = CHANCE.random() * length
    x, y, back = EARTH.fwd(ax, ay, azimuth, along)
    if CHANCE.random() < 0.5:
        turn, metres = CHANCE.uniform(0, 360), CHANCE.uniform(0, 1.6) * radius
    else:
        turn, metres = back + CHANCE.choice([90, -90]), radius * CHANCE.uniform(0.999, 1.001)
    lon, lat, _ = EARTH.fwd(x, y, turn, metres)
    return lon, lat


def rows():
    for _ in range(400):
        lon, lat = CHANCE.uniform(-180, 180), CHANCE.uniform(-89, 89)
        azimuth, metres = CHANCE.uniform(0, 360), 10 ** CHANCE.uniform(2, 5.7)
        yield "direct", lon, lat, azimuth, metres, *EARTH.fwd(lon, lat, azimuth, metres)[:2]
    for lat in (-89, -80, -66.6, -45, -20, 0, 20, 45, 50.0667, 55, 66.6, 80, 89):
        for radius in (100, 1000, 5000, 50_000, 500_000):
            n = 20_000
            lons, lats, _ = EARTH.fwd([72.9667] * n, [lat] * n, [-360 * i / n for i in range(n)], [radius] * n)
            area, _ = EARTH.polygon_area_perimeter(lons, lats)
            chords = math.sin(2 * math.pi / n) / (2 * math.pi / n)
            # Around a pole the sum is of the side without it: only full discs are kept.
            if radius < EARTH.inv(0, lat, 0, math.copysign(90, lat))[2]:
                yield "area", 72.9667, lat, radius, abs(area) / chords
    cases = {
        "irtysh": shape("rivers.geojson", "Irtysh"),
        "balkhash": shape("lakes.geojson", "Lake Balkhash"),
        "antimeridian": ([CHUKOTKA], False),
    }
    for name, (lines, polygon) in cases.items():
        edges = edges_of(lines)
        for _ in range(600):
            lon, lat = near(edges, 5_000)
            yield "distance", name, lon, lat, distance(edges, polygon, lon, lat)


if __name__ == "__main__":
    text = "".join("\t".join(map(str, row)) + "\n" for row in rows())
    (HERE / "oracle.tsv").write_text(text)
