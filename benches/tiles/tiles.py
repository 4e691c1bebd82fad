"""Ours from memory, martin on PostGIS and nginx on files, with the same hotspots and the same addresses, in turn: prints a section of markdown."""

import argparse
import collections
import contextlib
import functools
import sys

from addresses import addresses
from contents import SINGLE_FROM, candidates, contents, heaviest
from loads import cold, warm
from release import columns, load, positions, release
from report import report
from servers import ENCODINGS, FILES, MARTIN, OURS, UNCACHED, martin, nginx, ours


def our_tiles(file, places, tiles):
    """What ours sends for the addresses, and the heaviest tile of all that are looked at."""
    with ours(file) as server:
        sent = dict(contents(server, tiles, lambda tile: True))
        looked = list(dict.fromkeys([*tiles, *candidates(places)]))
        return sent, heaviest(server, looked)


def carried(file, sent):
    """What the table has: the columns that ours carries at every zoom at which hotspots are single, as far as they are in the file."""
    by_zoom = collections.defaultdict(set)
    for (zoom, *_), content in sent.items():
        if zoom >= SINGLE_FROM:
            by_zoom[zoom] |= content.hotspots.fields
    always = set.intersection(*by_zoom.values()) | {"id"}
    return {name: kind for name, kind in columns(file).items() if name in always}


def their_tiles(start, sent):
    """What martin sends for the same; ends the run where it has other hotspots in a tile in which ours has all."""

    def comparable(tile):
        # Below, a hotspot may be in a cluster of the next tile.
        return tile[0] >= SINGLE_FROM and sent[tile].hotspots.whole

    with start() as server:
        theirs = dict(contents(server, sent, comparable))
    compared = 0
    for tile, content in theirs.items():
        mine = sent[tile].hotspots
        if comparable(tile):
            compared += 1
            if odd := mine.differs_from(content.hotspots) | content.hotspots.differs_from(mine):
                raise SystemExit(f"tile {tile}: ours and martin's differ in {sorted(odd)[:10]}")
    if not compared:
        raise SystemExit("nothing to compare: every tile is clustered or holds something back")
    return theirs, compared


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hotspots", type=int, default=1_000_000)
    parser.add_argument("--release", help="a release made before, by terrikon synth with this number of hotspots")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer-rounds", type=int, default=1, help="the same of martin, whose loads take minutes")
    parser.add_argument("--seconds", type=int, default=5, help="how long each warm load lasts")
    parser.add_argument("--peer-seconds", type=int, default=30, help="the same of martin, which packs anew for every answer: its large tiles take seconds")
    asked = parser.parse_args()
    say = functools.partial(print, file=sys.stderr, flush=True)
    with contextlib.nullcontext(asked.release) if asked.release else release(asked.hotspots) as file:
        places = positions(file)
        tiles = addresses(places)
        say("what is in our tiles …")
        sent, largest = our_tiles(file, places, tiles)
        table = carried(file, sent)
        say("loading PostGIS …")
        load(file, table)
        theirs, compared = their_tiles(functools.partial(martin, table, cached=False), sent)
        files = {tile: content.packed for tile, content in sent.items()}
        servers = {
            OURS: functools.partial(ours, file),
            MARTIN: functools.partial(martin, table, cached=True),
            UNCACHED: functools.partial(martin, table, cached=False),
            FILES: functools.partial(nginx, files),
        }
        runs, held = collections.defaultdict(list), collections.defaultdict(list)
        for number in range(asked.rounds):
            for name, start in servers.items():
                failures = name in (MARTIN, UNCACHED)
                if failures and number >= asked.peer_rounds:
                    continue
                say(f"{name}, round {number + 1} …")
                seconds = asked.peer_seconds if failures else asked.seconds
                for key, run in cold(start, tiles, failures):
                    say(f"cold {key}: {run}")
                    runs["cold", name, *key].append(run)
                for key, run in warm(start, tiles, ENCODINGS[name], seconds, held[name], failures):
                    say(f"warm {key}: {run}")
                    runs["warm", name, *key].append(run)
        report(asked, len(places), table, sent, theirs, compared, largest, runs, held)


if __name__ == "__main__":
    main()
