"""River kilometres by pyproj, for two rivers: writes kilometres.tsv beside itself.

    pip install pyproj==3.7.2 && python3 crates/core/tests/flow/oracle.py

The pieces of a river are put together by hand here, each with the direction that it must have, so that nothing of the network under
test is used. Lengths are Geod.line_length; the spot nearest to a settlement is searched on positions every 10 m along the line.
"""

import json
import pathlib

from pyproj import Geod

WGS84 = Geod(ellps="WGS84")
HERE = pathlib.Path(__file__).resolve().parent
DERIVED = HERE.parents[3] / "fixtures/derived"

# Feature, which of its lines, and whether it is drawn upstream.
RIVERS = {
    "irtysh": [("ne-29Lake-Centerline", 0, True), ("ne-29River", 2, False), ("ne-29River", 0, False),
               ("ne-44River", 8, False), ("ne-44River", 0, False)],
    "ural": [("ne-111River", 0, False), ("ne-111Lake-Centerline", 0, False), ("ne-111River", 1, False)],
}
SETTLEMENTS = {
    "irtysh": ["wof-421175787", "wof-421176001"],
    "ural": ["Oral (Uralsk)", "Atyrau"],
}


def lines():
    for feature in json.loads((DERIVED / "rivers.geojson").read_text())["features"]:
        geometry = feature["geometry"]
        one = geometry["type"] == "LineString"
        for part, line in enumerate([geometry["coordinates"]] if one else geometry["coordinates"]):
            yield (feature["id"], part), line


def settlements():
    rows = (DERIVED / "settlements.tsv").read_text().splitlines()
    for row in rows[1:]:
        cells = row.split("\t")
        position = (float(cells[1]), float(cells[2]))
        yield cells[0], cells[3], position


def length(line):
    return WGS84.line_length([x for x, _ in line], [y for _, y in line])


def nearest(line, place):
    """Metres along the line and metres away."""
    best, before = (float("inf"), 0.0), 0.0
    for start, end in zip(line, line[1:]):
        edge = length([start, end])
        count = int(edge // 10) + 1
        inner = WGS84.npts(*start, *end, count - 1) if count > 1 else []
        for i, position in enumerate([start, *inner, end]):
            away = WGS84.inv(*position, *place)[2] if abs(position[0] - place[0]) < 0.3 else float("inf")
            best = min(best, (away, before + edge * i / count))
        before += edge
    return best[1], best[0]


def main():
    pieces, places = dict(lines()), list(settlements())
    table = ["river\tplace\tlon\tlat\triver_m\tdistance_m"]
    for river, parts in RIVERS.items():
        line = []
        for feature, part, upstream in parts:
            line += reversed(pieces[feature, part]) if upstream else pieces[feature, part]
        line = [a for a, b in zip(line, [None, *line]) if a != b]
        table.append(f"{river}\tstart\t{line[0][0]}\t{line[0][1]}\t0.000\t0.0")
        table.append(f"{river}\tend\t{line[-1][0]}\t{line[-1][1]}\t{length(line):.3f}\t0.0")
        for wanted in SETTLEMENTS[river]:
            found = [(name, place) for id, name, place in places if wanted in (id, name)]
            name, place = found[0]
            river_m, away = nearest(line, place)
            table.append(f"{river}\t{name}\t{place[0]}\t{place[1]}\t{river_m:.1f}\t{away:.1f}")
    (HERE / "kilometres.tsv").write_text("\n".join(table) + "\n")


if __name__ == "__main__":
    main()
