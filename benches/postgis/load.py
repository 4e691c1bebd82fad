"""Asking a server for tiles, once each, to see what is in them."""

import collections
import gzip
import http.client
import statistics
import time

import mapbox_vector_tile


class Pass:
    """Every tile once, one after the other: milliseconds by zoom, points by tile, bytes plain and compressed."""

    def __init__(self, server, tiles):
        port, prefix = server
        self.points, self.on_edge, self.plain, self.sent, self.encodings = {}, {}, 0, 0, set()
        times = collections.defaultdict(list)
        connection = http.client.HTTPConnection("127.0.0.1", port)
        for tile in tiles:
            zoom, x, y = tile
            path = f"{prefix}/{zoom}/{x}/{y}"
            start = time.perf_counter()
            body, _ = ask(connection, path, "identity")
            times[zoom].append(1000 * (time.perf_counter() - start))
            self.points[tile], self.on_edge[tile] = points(body), on_edge(body)
            self.plain += len(body)
            packed, encoding = ask(connection, path, "gzip")
            # Not byte by byte: martin's rows come in no order of their own, and the plan may change between two questions.
            if encoding == "gzip" and points(gzip.decompress(packed)) != self.points[tile]:
                raise SystemExit(f"{path} has other points when compressed")
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


def places(body):
    """Where the points of the layer of hotspots lie, in tile units."""
    layer = mapbox_vector_tile.decode(body).get("hotspots", {"features": []})
    shapes = [feature["geometry"] for feature in layer["features"]]
    return [shape["coordinates"] for shape in shapes if shape["type"] == "Point"]


def points(body):
    """How many points the layer of hotspots has."""
    return len(places(body))


def on_edge(body):
    """How many of them lie on the edge of the tile: `&&` finds some of the next tile there, as boxes in an index are rounded."""
    return sum(bool({0, 4096} & set(place)) for place in places(body))
