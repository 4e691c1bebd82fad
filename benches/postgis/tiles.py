"""Ours and martin on the same rows of the same database, in turn: prints a section of markdown."""

import argparse
import collections
import math
import os
import subprocess
import tempfile

from addresses import COUNT, ZOOMS, addresses
from bench import machine
from load import Pass
from servers import MARTIN, martin_function, martin_table, ours, release, sql
from wrk import wrk

CONNECTIONS = (1, 4, 16)
SINGLE_FROM = 9
SERVERS = {
    "terrikon": ours,
    "martin, function with the same rows": martin_function,
    "martin, table: no clusters": martin_table,
}
# Those whose tiles are alike at every zoom.
SAME = ("terrikon", "martin, function with the same rows")


def measure(start, tiles, shortest):
    """A freshly started server: what its tiles are, then what it does under load, by the number of connections."""
    with start() as server, tempfile.NamedTemporaryFile("w") as paths:
        paths.writelines(f"{server[1]}/{zoom}/{x}/{y}\n" for zoom, x, y in tiles)
        paths.flush()
        once = Pass(server, tiles)
        # Long enough for the whole list at least twice.
        seconds = max(shortest, math.ceil(2 * once.seconds))
        return once, {count: wrk(server[0], paths.name, count, seconds) for count in CONNECTIONS}


def compare(passes):
    """Ends the run where the same rows were asked for and other tiles came."""
    for name, once in passes.items():
        for tile, count in passes["terrikon"].points.items():
            more = once.points[tile] - count
            if (tile[0] >= SINGLE_FROM or name in SAME) and not 0 <= more <= (0 if name in SAME else once.on_edge[tile]):
                raise SystemExit(f"tile {tile}: {count} points in ours, {once.points[tile]} from {name}")


def typical(runs):
    """The run that is in the middle by tiles a second."""
    return sorted(runs, key=lambda run: run["rate"])[len(runs) // 2]


def load_rows(runs):
    for count in CONNECTIONS:
        middle = {name: typical(runs[name, count]) for name in SERVERS}
        for name, run in middle.items():
            ratio = middle["terrikon"]["rate"] / run["rate"]
            yield f"| {count} | {name} | {run['rate']:,.0f} | {ratio:.2f} | {run['p50']:.2f} | {run['p95']:.2f} | {run['p99']:.2f} |"


def pass_rows(passes):
    for name, once in passes.items():
        medians = " | ".join(f"{once.medians[zoom]:.2f}" for zoom in ZOOMS)
        yield f"| {name} | {medians} | {sum(once.points.values()):,} | {once.plain:,} | {once.sent:,} |"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hotspots", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=5, help="the shortest load, for each number of connections")
    asked = parser.parse_args()
    tiles = addresses(release(asked.hotspots))
    runs, passes = collections.defaultdict(list), {}
    for _ in range(asked.rounds):
        for name, start in SERVERS.items():
            passes[name], measured = measure(start, tiles, asked.seconds)
            for count, run in measured.items():
                runs[name, count].append(run)
        compare(passes)
    report(asked, runs, passes)


def report(asked, runs, passes):
    version = sql("SELECT postgis_lib_version() || ', PostgreSQL ' || current_setting('server_version')")
    martin = subprocess.run([MARTIN, "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.split()[-1]
    zooms = " | ".join(f"z {zoom}" for zoom in ZOOMS)
    print(f"""## Tiles from PostGIS

The layer of hotspots of a made-up release with {asked.hotspots:,} of them: {COUNT} tiles, zooms {ZOOMS[0]}–{ZOOMS[-1]}, chosen by where hotspots are; no
caches, no compression, connections kept open. Milliseconds. The middle of {asked.rounds} runs by tiles a second; servers in turn, each started
afresh. Load generator, server and database share the machine.

| connections | | tiles a second | terrikon is faster by | p50 | p95 | p99 |
| ---: | --- | ---: | ---: | ---: | ---: | ---: |
{chr(10).join(load_rows(runs))}

Each tile once, one after the other: the median by zoom, points in all tiles, and bytes plain and as gzip.

| | {zooms} | points | bytes | gzip |
| --- |{" ---: |" * (len(ZOOMS) + 3)}
{chr(10).join(pass_rows(passes))}

Every tile of zoom {SINGLE_FROM} and above has the same number of points from all, but for points of the next tile on the edge of those from the table;
every tile from the function has the same as ours. The table is
`terrikon.drawn`; what martin reads of it is in [peer.sql](postgis/peer.sql). For its table it has an index of its own; below zoom {SINGLE_FROM} it
sends every hotspot, where ours and the function send clusters. Martin {martin}, PostGIS {version}, fsync off, `shared_buffers` 512 MB.

Command: `just bench-postgis`. Machine: {machine()}""")


if __name__ == "__main__":
    main()
