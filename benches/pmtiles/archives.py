"""Two programs that write a PMTiles archive, what each took, and what is in the archive."""

import collections
import gzip
import json
import sqlite3
import subprocess
import sys
import tempfile
import time

from pmtiles.reader import MmapSource, Reader, all_tiles
from release import TERRIKON

TIPPECANOE = ".tools/bench/bin/tippecanoe"
ZOOMS = (0, 12)

Run = collections.namedtuple("Run", "seconds memory tiles size heaviest")
Run.__doc__ = "Wall time, the most memory held in bytes, how many tiles, bytes of the archive, bytes of its heaviest tile before compression."


def timed(command):
    """Runs a program to its end: seconds, and the most memory that it held, in bytes."""
    with tempfile.NamedTemporaryFile("r") as told:
        began = time.perf_counter()
        # Its table of progress goes nowhere, its errors come out.
        done = subprocess.run(["/usr/bin/time", "--format", "%M", "--output", told.name, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        seconds = time.perf_counter() - began
        if done.returncode:
            raise SystemExit(f"{' '.join(command)}: {done.stderr[-2000:]}")
        return seconds, 1024 * int(told.read().split()[-1])


def ours(release, out, layers=()):
    command = [TERRIKON, "export", "pmtiles", "--store", release, "--out", out, "--min-zoom", str(ZOOMS[0]), "--max-zoom", str(ZOOMS[1])]
    return look(out, timed([*command, *(["--layers", ",".join(layers)] if layers else [])]))


def takes_layers():
    """Whether ours can write some of the layers only."""
    help = subprocess.run([TERRIKON, "export", "pmtiles", "--help"], check=True, stdout=subprocess.PIPE, text=True).stdout
    return "--layers" in help


def tippecanoe(inputs, out):
    """Clusters points up to zoom 8 as ours does, drops none by chance, and keeps its own limit of 500,000 bytes, which counts after compression."""
    command = [TIPPECANOE, "--quiet", "--force", "--output", out, "--minimum-zoom", str(ZOOMS[0]), "--maximum-zoom", str(ZOOMS[1])]
    command += ["--drop-rate", "1", "--cluster-distance", "22", "--cluster-maxzoom", "8", "--drop-densest-as-needed"]
    command += [f"--named-layer={layer}:{file}" for layer, file in inputs.items()]
    return look(out, timed(command))


def described(archive):
    """The fields of each layer, by the archive's own description."""
    with open(archive, "rb") as file:
        metadata = Reader(MmapSource(file)).metadata()
    return {layer["id"]: set(layer["fields"]) for layer in metadata["vector_layers"]}


def look(archive, took):
    """Reads every tile back."""
    with open(archive, "rb") as file:
        source = MmapSource(file)
        header = Reader(source).header()
        unpacked = gzip.decompress if header["tile_compression"].name == "GZIP" else bytes
        sizes = [len(unpacked(data)) for _, data in all_tiles(source)]
        file.seek(0, 2)
        if len(sizes) != header["addressed_tiles_count"]:
            raise SystemExit(f"{archive} tells of {header['addressed_tiles_count']} tiles and has {len(sizes)}")
        return Run(*took, len(sizes), file.tell(), max(sizes))


def inputs(release, fields, folder):
    """The collections of a release as files that tippecanoe reads fastest, with the fields that our tiles carry: a file by layer, and how many features."""
    files, features = {}, {}
    database = sqlite3.connect(release)
    tables = {name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")}
    for layer, carried in fields.items():
        table = layer.replace("-", "_")
        if table not in tables:
            continue
        columns = [name for _, name, *_ in database.execute(f"PRAGMA table_info({table})") if name in carried]
        (features[layer],) = database.execute(f"SELECT COUNT(*) FROM {table} WHERE geom IS NOT NULL").fetchone()
        if not features[layer]:
            continue
        files[layer] = f"{folder}/{table}.fgb"
        selected = ["-select", ",".join(columns)] if columns else []
        subprocess.run(["ogr2ogr", "-f", "FlatGeobuf", "-nlt", "PROMOTE_TO_MULTI" if layer != "hotspots" else "GEOMETRY", "-lco", "SPATIAL_INDEX=NO", *selected, "-where", "geom IS NOT NULL", files[layer], release, table], check=True)
    print(json.dumps(features), file=sys.stderr, flush=True)
    return files, sum(features.values())
