"""Asking a server for tiles: once each, to see what is in them; and as fast as it goes, with wrk."""

import collections
import gzip
import http.client
import json
import pathlib
import statistics
import subprocess
import time

import mapbox_vector_tile

LUA = pathlib.Path(__file__).parent / "tiles.lua"


class Pass:
    """Every tile once, one after the other: milliseconds by zoom, points by tile, bytes plain and compressed."""

    def __init__(self, server, tiles):
        port, prefix = server
        self.points, self.plain, self.sent, self.encodings = {}, 0, 0, set()
        times = collections.defaultdict(list)
        connection = http.client.HTTPConnection("127.0.0.1", port)
        for tile in tiles:
            zoom, x, y = tile
            path = f"{prefix}/{zoom}/{x}/{y}"
            start = time.perf_counter()
            body, _ = ask(connection, path, "identity")
            times[zoom].append(1000 * (time.perf_counter() - start))
            self.points[tile] = points(body)
            self.plain += len(body)
            packed, encoding = ask(connection, path, "gzip")
            if encoding == "gzip" and gzip.decompress(packed) != body:
                raise SystemExit(f"{path} differs when compressed")
            self.sent += len(packed)
        connection.close()
        self.seconds = sum(map(sum, times.values())) / 1000
        self.medians = {zoom: statistics.median(times[zoom]) for zoom in sorted(times)}


def ask(connection, path, encoding):
    connection.request("GET", path, headers={"Accept-Encoding": encoding})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status} {body[:200]!r}")
    return body, answer.getheader("Content-Encoding")


def points(body):
    """How many points the layer of hotspots has."""
    layer = mapbox_vector_tile.decode(body).get("hotspots", {"features": []})
    return sum(feature["geometry"]["type"] in ("Point", "MultiPoint") for feature in layer["features"])


def wrk(server, paths, connections, seconds):
    """What wrk measured: tiles a second and percentiles in milliseconds. `paths` is a file."""
    port, _ = server
    command = ["wrk", "--threads", "1", "--connections", str(connections), "--duration", f"{seconds}s", "--timeout", "30s"]
    command += ["--script", str(LUA), f"http://127.0.0.1:{port}", "--", paths]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    measured = json.loads(printed.splitlines()[-1])
    if measured["failed"]:
        raise SystemExit(f"{measured['failed']} of {measured['tiles']} requests failed")
    measured["rate"] = measured["tiles"] / measured["seconds"]
    return measured
