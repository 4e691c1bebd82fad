"""What is in the tiles that servers send: bytes, and which hotspots."""

import collections
import http.client
import json
import re
import urllib.request

import mapbox_vector_tile
from addresses import tile_of

# What the layer of hotspots carries where a budget left some out.
HELD_BACK = "held_back"
# From which zoom on hotspots are single, and the highest zoom.
SINGLE_FROM, FINEST = 9, 14
EXTENT = 4096
# Where a unit more or less decides which tile a point belongs to: servers round boxes and places differently.
EDGE = {0, EXTENT - 1, EXTENT}

Content = collections.namedtuple("Content", "plain packed hotspots")
Content.__doc__ = "A tile: how many bytes before compression, its bytes as gzip, and its hotspots if they were looked at."


class Hotspots:
    """The layer of hotspots in one tile: its points by id, and whether these are all that lie there."""

    def __init__(self, body):
        layer = mapbox_vector_tile.decode(body, default_options={"y_coord_down": True}).get("hotspots", {"features": []})
        features = layer["features"]
        self.whole = not any(feature["properties"].keys() & {"cluster", HELD_BACK} for feature in features)
        self.points = {}
        self.fields = set()
        for feature in features:
            properties = feature["properties"]
            if feature["geometry"]["type"] == "Point" and "cluster" not in properties:
                self.points[properties.get("id", feature.get("id"))] = feature["geometry"]["coordinates"]
                self.fields |= properties.keys()

    def differs_from(self, other):
        """The ids of one that are not in the other, but for those on the edge of the tile."""
        return {id for id in self.points if id not in other.points and not EDGE & set(self.points[id])}


def contents(server, tiles, looked_at):
    """Every tile once, one after the other."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    for tile in tiles:
        body, _ = ask(connection, server.path(tile), "identity")
        packed, encoding = ask(connection, server.path(tile), "gzip")
        if encoding != "gzip":
            raise SystemExit(f"{server.path(tile)} comes uncompressed")
        yield tile, Content(len(body), packed, Hotspots(body) if looked_at(tile) else None)
    connection.close()


def ask(connection, path, encoding):
    connection.request("GET", path, headers={"Accept-Encoding": encoding})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status not in (200, 204):
        raise SystemExit(f"{path}: {answer.status} {body[:200]!r}")
    return body, answer.getheader("Content-Encoding")


def layer_lists(server):
    """The layers that the map asks for together, the hotspots alone, and all of them at once."""
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/style.json") as answer:
        sources = json.load(answer)["sources"].values()
    lists = [match.group(1) for source in sources for match in re.finditer(r"/tiles/([^/]+)/\{z\}", json.dumps(source))]
    every = ",".join(dict.fromkeys(",".join(lists).split(",")))
    return list(dict.fromkeys(["hotspots", *lists, every]))


def candidates(positions, count=3):
    """The tiles with most hotspots at each zoom from 0."""
    counts = collections.Counter(tile_of(*position, FINEST) for position in positions)
    while True:
        yield from (tile for tile, _ in counts.most_common(count))
        zoom = next(iter(counts))[0]
        if zoom == 0:
            return
        above = collections.Counter()
        for (_, x, y), hotspots in counts.items():
            above[zoom - 1, x // 2, y // 2] += hotspots
        counts = above


def heaviest(server, tiles):
    """The tile of most bytes before compression, over all lists of layers: bytes, layers, tile."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    sizes = ((len(ask(connection, f"/tiles/{layers}/{'/'.join(map(str, tile))}", "identity")[0]), layers, tile) for layers in layer_lists(server) for tile in tiles)
    found = max(sizes)
    connection.close()
    return found
