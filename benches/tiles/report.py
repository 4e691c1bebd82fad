"""A section of markdown, with what was wanted beside what was measured."""

import math
import subprocess

from addresses import COUNT, ZOOMS
from bench import machine
from contents import SINGLE_FROM
from loads import LOADS
from release import sql
from servers import FILES, MARTIN, MARTIN_CACHE_MB, MARTIN_PROGRAM, NAMES, NGINX, OURS, UNCACHED

MB = 1e6


def typical(runs):
    """The run that is in the middle by tiles a second."""
    return sorted(runs, key=lambda run: run["rate"])[len(runs) // 2]


def rates(runs, state, encoding):
    """The typical run of each load of a state, by mix and number of connections, then by the servers that were asked for this encoding."""
    return {load: {name: typical(found) for name in NAMES if (found := runs.get((state, name, encoding, *load)))} for load in LOADS}


def times(run, other):
    """How many times as fast a run was as another one, in which nothing may have been answered."""
    return run["rate"] / other["rate"] if other["rate"] else math.inf


def load_rows(measured):
    for (mix, connections), by_server in measured.items():
        for name, run in by_server.items():
            yield f"| {mix} | {connections} | {name} | {run['rate']:,.0f} | {times(by_server[OURS], run):.2f} | {run['p50']:.2f} | {run['p95']:.2f} | {run['p99']:.2f} | {run['size']:,.0f} | {run['failed']:,} |"


def least(measured, peer):
    """By how much ours is faster than a peer where that is least."""
    return min(times(by_server[OURS], by_server[peer]) for by_server in measured.values())


def sizes(sent, theirs, zoom):
    """Bytes of all tiles of a zoom: ours plain and packed, martin's plain and packed; and in how many ours is the larger one as it travels."""
    tiles = [tile for tile in sent if tile[0] == zoom]
    sums = [sum(measure(side[tile]) for tile in tiles) for side in (sent, theirs) for measure in (lambda c: c.plain, lambda c: len(c.packed))]
    larger = sum(len(sent[tile].packed) > len(theirs[tile].packed) for tile in tiles)
    return sums, larger, len(tiles)


def size_rows(sent, theirs):
    for zoom in ZOOMS:
        (plain, packed, their_plain, their_packed), larger, tiles = sizes(sent, theirs, zoom)
        yield f"| {zoom} | {tiles} | {plain:,} | {their_plain:,} | {plain / their_plain:.2f} | {packed:,} | {their_packed:,} | {packed / their_packed:.2f} | {larger} |"


def middle(values):
    return sorted(values)[len(values) // 2]


def memory_rows(held):
    for name in NAMES:
        ready, first, last = (middle(column) for column in zip(*held[name], strict=True))
        yield f"| {name} | {ready:.2f} | {first / MB:,.0f} | {last / MB:,.0f} |"


def target_rows(measured_cold, measured_warm, measured_plain, sent, theirs, largest, held):
    def row(what, wanted, value, kept):
        return f"| {what} | {wanted} | {value} | {'yes' if kept else '**no**'} |"

    cold = min(least(measured_cold, MARTIN), least(measured_cold, UNCACHED))
    yield row("cold, against martin, where least", "≥ 50 ×", f"{cold:.1f} ×", cold >= 50)
    warm = min(least(measured_warm, MARTIN), least(measured_plain, MARTIN))
    yield row("warm, against martin with its cache, gzip or plain, where least", "≥ 1.5 ×", f"{warm:.2f} ×", warm >= 1.5)
    files = least(measured_warm, FILES)
    yield row("warm, against nginx with the same bytes, where least", "≥ 0.8 ×", f"{files:.2f} ×", files >= 0.8)
    size, layers, tile = largest
    yield row(f"largest tile, plain: {'/'.join(map(str, tile))} of `{layers}`", "≤ 500,000 bytes", f"{size:,}", size <= 500_000)
    worst = max(a / b for zoom in ZOOMS if zoom >= SINGLE_FROM for (plain, packed, their_plain, their_packed), *_ in [sizes(sent, theirs, zoom)] for a, b in [(plain, their_plain), (packed, their_packed)])
    yield row(f"bytes of all tiles of a zoom ≥ {SINGLE_FROM}, against martin's, where most, plain or gzip", "≤ 1 ×", f"{worst:.2f} ×", worst <= 1)
    ready, first, _ = (middle(column) for column in zip(*held[OURS], strict=True))
    yield row("from start to ready", "≤ 5 s", f"{ready:.2f} s", ready <= 5)
    yield row("resident when ready", "≤ 400 MB", f"{first / MB:,.0f} MB", first <= 400 * MB)


def report(asked, hotspots, table, sent, theirs, compared, largest, runs, held):
    cold, warm, plain = rates(runs, "cold", "gzip"), rates(runs, "warm", "gzip"), rates(runs, "warm", "identity")
    postgis = sql("SELECT postgis_lib_version() || ', PostgreSQL ' || current_setting('server_version')")
    martin = subprocess.run([MARTIN_PROGRAM, "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.split()[-1]
    nginx = subprocess.run([NGINX, "-v"], check=True, stderr=subprocess.PIPE, text=True).stderr.split("/")[-1].strip()
    head = "| mix | connections | | tiles a second | terrikon is faster by | p50 | p95 | p99 | bytes | failed |\n| --- | ---: | --- |" + " ---: |" * 7
    print(f"""## Tiles of {hotspots:,} hotspots

The layer of hotspots of `terrikon synth --hotspots {asked.hotspots} --seed 7`: {COUNT} tiles, zooms {ZOOMS[0]}–{ZOOMS[-1]}, chosen by where hotspots are. `Accept-Encoding: gzip`,
connections kept open. Milliseconds; bytes as they travel. The middle of {asked.rounds} runs by tiles a second, of martin the middle of {asked.peer_rounds}; servers in turn.
Load generator, server and database share the machine.

| | wanted | measured | kept |
| --- | ---: | ---: | --- |
{chr(10).join(target_rows(cold, warm, plain, sent, theirs, largest, held))}

Cold: {COUNT} requests to a server that was started for them. Uniform: each address once. Zipf: the n-th most wanted address 1/n times as often as the
first. The database has been asked before. A request fails that is answered with an error, or not within a minute (ten where each is asked for once);
of a peer it counts as answered, of ours it ends the benchmark.

{head}
{chr(10).join(load_rows(cold))}

Warm: after each address was asked for once; {asked.seconds} seconds a load, {asked.peer_seconds} of martin. Before each load the machine comes to rest.

{head}
{chr(10).join(load_rows(warm))}

The same with `Accept-Encoding: identity`, as martin's cache keeps plain tiles and packs them anew for every answer.

{head}
{chr(10).join(load_rows(plain))}

Bytes of all tiles of a zoom: plain, as gzip, and in how many tiles ours is the larger one as gzip. Below zoom {SINGLE_FROM} ours clusters, where martin sends
every hotspot. Outlines of hotspots are in ours only.

| zoom | tiles | plain | martin | ratio | gzip | martin | ratio | larger |
| ---: |{" ---: |" * 8}
{chr(10).join(size_rows(sent, theirs))}

| | seconds from start to ready | MB resident then | MB resident after all loads |
| --- | ---: | ---: | ---: |
{chr(10).join(memory_rows(held))}

Without the database, whose `shared_buffers` are 512 MB.

{compared} of the {COUNT} tiles hold nothing back and cluster nothing in ours: these have the same hotspots from both, but for points of the next tile on the edge.
Martin reads a table with a point and {", ".join(f"`{name}`" for name in table)}: the columns that ours carries at zooms {SINGLE_FROM} to {ZOOMS[-1]}. It lies in the order
of its GiST index; martin's cache, where on, has {MARTIN_CACHE_MB} MB. Martin {martin}, nginx {nginx} (`gzip_static`), PostGIS {postgis}, fsync off.

Command: `just bench-tiles{"" if asked.hotspots == 1_000_000 else f" --hotspots {asked.hotspots}"}`. Machine: {machine()}""")
