"""Ours and tippecanoe, each writing one archive of the same release: prints a section of markdown."""

import argparse
import contextlib
import subprocess
import sys
import tempfile

from archives import TIPPECANOE, ZOOMS, described, inputs, ours, takes_layers, tippecanoe
from bench import machine
from release import release

MB = 1e6


def measure(file, layers, rounds):
    """The quickest of some runs of each, and how many features there are."""
    with tempfile.TemporaryDirectory() as folder:
        archive, theirs = f"{folder}/ours.pmtiles", f"{folder}/tippecanoe.pmtiles"
        mine = min(ours(file, archive, layers) for _ in range(rounds))
        print(f"terrikon {mine}", file=sys.stderr, flush=True)
        files, features = inputs(file, described(archive), folder)
        peer = min(tippecanoe(files, theirs) for _ in range(rounds))
        print(f"tippecanoe {peer}", file=sys.stderr, flush=True)
        return mine, peer, features


def rows(what, mine, peer, features):
    for name, run in (("terrikon", mine), ("tippecanoe", peer)):
        yield f"| {what} | {name} | {run.seconds:,.1f} | {run.seconds / mine.seconds:.2f} | {features / run.seconds:,.0f} | {run.tiles:,} | {run.size:,} | {run.heaviest:,} | {run.memory / MB:,.0f} |"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hotspots", type=int, default=1_000_000)
    parser.add_argument("--release", help="a release made before, by terrikon synth with this number of hotspots")
    parser.add_argument("--rounds", type=int, default=1)
    asked = parser.parse_args()
    cases = {"the whole map": ()} | ({"hotspots alone": ("hotspots",)} if takes_layers() else {})
    with contextlib.nullcontext(asked.release) if asked.release else release(asked.hotspots) as file:
        table = [row for what, layers in cases.items() for row in rows(what, *measure(file, layers, asked.rounds))]
    version = subprocess.run([TIPPECANOE, "--version"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout.split()[1]
    print(f"""## The whole map in one file

`terrikon export pmtiles`, zooms {ZOOMS[0]}–{ZOOMS[1]}, of a made-up release with {asked.hotspots:,} hotspots, from the release's file. The quickest of {asked.rounds} runs, both cores.

| | | seconds | times ours | features a second | tiles | bytes | heaviest tile, plain | MB held at most |
| --- | --- |{" ---: |" * 7}
{chr(10).join(table)}

tippecanoe {version} reads FlatGeobuf, which was made before the clock starts, with the fields that our tiles carry. It clusters points up to zoom 8 and drops none by
chance: `--drop-rate 1 --cluster-distance 22 --cluster-maxzoom 8 --drop-densest-as-needed`; its limit of 500,000 bytes counts after compression. Our archive also has
borders, labels and the bands beyond the covered countries. Both were read back whole by `pmtiles` of PyPI.

Command: `just bench-pmtiles{"" if asked.hotspots == 1_000_000 else f" --hotspots {asked.hotspots}"}`. Machine: {machine()}""")


if __name__ == "__main__":
    main()
