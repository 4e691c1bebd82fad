"""Ours and tipg on the same hotspots, in turn: prints a section of markdown."""

import argparse
import collections
import contextlib
import math
import subprocess
import sys
import tempfile

from bench import machine
from boxes import COUNT, SIDE, boxes
from load import Pass
from process import memory
from servers import FIELDS, LIMIT, URL, empty_caches, ours, release, sql, tipg
from wrk import wrk

CONNECTIONS = (1, 4, 16)
MEMORY, POSTGIS = "terrikon, from memory", "terrikon, from PostGIS"
PEER, PEER_TWICE = "tipg", "tipg, 2 workers"
FORMS = {False: "whole features", True: "six properties"}


def servers(made):
    return {
        MEMORY: lambda: ours(made),
        POSTGIS: lambda: ours(URL),
        PEER: lambda: tipg(1),
        PEER_TWICE: lambda: tipg(2),
    }


def measure(start, asked, places):
    """A freshly started server before a database that has just begun: the first answers, then what it does under load."""
    empty_caches()
    with start() as server:
        # In the shorter form, which all send alike, as the first question ever.
        cold = Pass(server, places, short=True)
        passes = {True: cold, False: Pass(server, places, short=False)}
        runs = {}
        for short in FORMS:
            with tempfile.NamedTemporaryFile("w") as paths:
                paths.writelines(f"{server.path(box, short)}\n" for box in places)
                paths.flush()
                # Long enough for the whole list twice, as far as patience goes.
                seconds = max(asked.seconds, min(30, math.ceil(2 * sum(passes[short].times) / 1000)))
                for count in CONNECTIONS:
                    runs[short, count] = wrk(server.port, paths.name, count, seconds)
        return passes, runs, memory(server.pid)


def compare(passes):
    """Ends the run where the same box has other hotspots. tipg knows no days: it has those, too, that do not exist today."""
    text = "SELECT id FROM terrikon.hotspots WHERE valid_from > current_date OR valid_to <= current_date"
    gone = set(sql(text).split())
    for name, forms in passes.items():
        for short, once in forms.items():
            complete = forms_of_all(passes, short, name)
            for box in complete:
                if once.ids[box] - gone != passes[MEMORY][short].ids[box]:
                    raise SystemExit(f"{box}: {name} has other hotspots than {MEMORY}: {once.ids[box] ^ passes[MEMORY][short].ids[box]}")


def forms_of_all(passes, short, name):
    """The boxes of which both have everything."""
    return passes[name][short].ids.keys() & passes[MEMORY][short].ids.keys()


def typical(runs):
    """The run that is in the middle by answers a second."""
    return sorted(runs, key=lambda run: run["rate"])[len(runs) // 2]


def load_rows(runs, names, short):
    for count in CONNECTIONS:
        middle = {name: typical(runs[name, short, count]) for name in names}
        for name, run in middle.items():
            ratios = " | ".join(f"{run['rate'] / middle[peer]['rate']:.1f}" for peer in (PEER, PEER_TWICE))
            yield f"| {count} | {name} | {run['rate']:,.0f} | {ratios} | {run['p50']:.2f} | {run['p95']:.2f} | {run['p99']:.2f} | {run['size']:,.0f} |"


def cold_rows(colds):
    for name, once in colds.items():
        size = sum(once.sizes) / len(once.sizes)
        yield f"| {name} | {once.percentile(50):.2f} | {once.percentile(95):.2f} | {once.percentile(99):.2f} | {size:,.0f} |"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hotspots", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=5, help="the shortest load, for each number of connections")
    asked = parser.parse_args()
    with contextlib.ExitStack() as stack:
        made, positions = stack.enter_context(release(asked.hotspots))
        places, started = boxes(positions), servers(made)
        runs, colds, held = collections.defaultdict(list), {}, {}
        for _ in range(asked.rounds):
            passes = {}
            for name, start in started.items():
                print(f"{name} …", file=sys.stderr, flush=True)
                passes[name], measured, held[name] = measure(start, asked, places)
                colds[name] = passes[name][True]
                for key, run in measured.items():
                    runs[name, *key].append(run)
            compare(passes)
        report(asked, list(started), runs, passes, held)


def report(asked, names, runs, passes, held):
    version = sql("SELECT postgis_lib_version() || ', PostgreSQL ' || current_setting('server_version')")
    freeze = [".tools/bench/bin/pip", "freeze"]
    peers = dict(line.split("==") for line in subprocess.run(freeze, check=True, stdout=subprocess.PIPE, text=True).stdout.split() if "==" in line)
    matched = sorted(passes[MEMORY][True].matched.values())
    compared = len(forms_of_all(passes, True, PEER))
    head = f"| connections | | answers a second | times tipg | times tipg with 2 workers | p50 | p95 | p99 | bytes |\n| ---: | --- |{' ---: |' * 7}"
    cold = {name: forms[True] for name, forms in passes.items()}
    print(f"""## Hotspots within a box

{asked.hotspots:,} made-up hotspots, `limit={LIMIT}`, {COUNT} boxes of {SIDE}° × {SIDE}° around hotspots, {matched[0]:,} to {matched[-1]:,} hotspots in each
(half of the boxes have more than {matched[len(matched) // 2]:,}). Milliseconds; connections kept open, no compression. The middle of {asked.rounds} runs by answers a second; servers in
turn, each started afresh. Load generator, server and database share the machine.

Six properties of each hotspot, `properties={FIELDS}`, boxes asked for before:

{head}
{chr(10).join(load_rows(runs, names, True))}

Whole features. Ours bring every claim with its source and the names of oblast and raion; tipg the columns of the table:

{head}
{chr(10).join(load_rows(runs, names, False))}

The first time: six properties, each box once, one connection, server and database just started (the system's cache of files is not emptied).

| | p50 | p95 | p99 | bytes |
| --- | ---: | ---: | ---: | ---: |
{chr(10).join(cold_rows(cold))}

| memory of the server, without the database | MiB |
| --- | ---: |
{chr(10).join(f"| {name} | {held[name] / 2**20:,.0f} |" for name in names)}

{compared} boxes with at most {LIMIT} hotspots have the same ids from all, but for those that do not exist today: tipg knows no days. It reads the partition
`hotspots_…` of the table that ours reads, with our indexes. tipg {peers["tipg"]}, uvicorn {peers["uvicorn"]} with uvloop {peers["uvloop"]} and httptools {peers["httptools"]},
PostGIS {version}, fsync off, `shared_buffers` 512 MB.

Command: `just bench-api`. Machine: {machine()}""")


if __name__ == "__main__":
    main()
