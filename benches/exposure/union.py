"""The union of 10,000 overlapping discs of 5 km, ours against GEOS (`shapely.union_all`), one thread each."""

import tempfile
import time

import numpy
import pyproj
import shapely
from bench import RADIUS, VERTICES, machine, ours, positions, write

COUNT = 10_000
EARTH = pyproj.Geod(ellps="WGS84")
CASES = {
    "over 40–55° N, 50–85° E: half of them touch another": (50, 40, 85, 55),
    "over 45–50° N, 60–70° E: a place is in two": (60, 45, 70, 50),
    "over 50–51° N, 70–72° E: a place is in fifty": (70, 50, 72, 51),
}


def discs(places):
    lons, lats = numpy.repeat(numpy.array(places), VERTICES, axis=0).T
    azimuths = numpy.tile(-360.0 * numpy.arange(VERTICES) / VERTICES, len(places))
    x, y, _ = EARTH.fwd(lons, lats, azimuths, numpy.full(len(lons), RADIUS))
    return shapely.polygons(numpy.stack([x, y], axis=1).reshape(-1, VERTICES, 2))


def geos(polygons):
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        union = shapely.union_all(polygons)
        best = min(best, time.perf_counter() - start)
    return best, union.area


def main():
    rows = []
    for name, bounds in CASES.items():
        places = positions(COUNT, *bounds)
        with tempfile.NamedTemporaryFile("r") as file:
            write(file.name, places)
            mine = ours("union", file.name)
        seconds, area = geos(discs(places))
        off = abs(mine["square_degrees"] / area - 1)
        if off > 1e-6:
            raise SystemExit(f"areas differ: {mine['square_degrees']} and {area} square degrees")
        rows.append(f"| {name} | {mine['seconds']:.2f} s | {seconds:.2f} s | {seconds / mine['seconds']:.1f} | {off:.0e} |")
    print(f"""## Union of 10,000 discs of 5 km, 64 vertices

Random positions; one thread each; the best of five runs.

| | `geodesic::union` | `shapely.union_all` | ratio | areas differ by |
| --- | ---: | ---: | ---: | ---: |
{chr(10).join(rows)}

shapely {shapely.__version__}, GEOS {shapely.geos_version_string}. Discs of the peer by pyproj {pyproj.__version__}.

Command: `just bench-exposure`. Machine: {machine()}""")


if __name__ == "__main__":
    main()
