"""Gives cases something that is there: most made-up ids and releases would only ever be answered with "unknown".

What is put in follows from what was made up, so that a seed gives the same cases again.
"""

import json
import os
import urllib.parse
import urllib.request
import zlib

import schemathesis

URL = os.environ["TERRIKON_URL"]


def get(path):
    with urllib.request.urlopen(URL + path, timeout=60) as answer:
        return json.load(answer)


RELEASE = get("/api")["release"]
HOTSPOTS = [item["id"] for item in get("/api/collections/hotspots/items?limit=10000&skipGeometry=true")["features"]]
OBLASTS = sorted({item["properties"]["code"] for item in get("/api/collections/oblasts/items?limit=100&skipGeometry=true")["features"]})
LAYERS = ["hotspots", "oblasts", "hotspots,oblasts,rivers", "zones", "borders", "facilities"]
IDS = {}


def ids(path):
    """Ids of the collection of an address."""
    items = path.rsplit("/{", 1)[0]
    if items not in IDS:
        IDS[items] = [item["id"] for item in get(f"{items}?limit=50")["features"]] or ["none"]
    return IDS[items]


def number(made_up):
    """A number that follows from what was made up."""
    return zlib.crc32(repr(made_up).encode("utf-8", "replace"))


def some(choices, made_up):
    return choices[number(made_up) // 8 % len(choices)]


# Which part of the world the data take, from west to east and from north to south.
SHARES = {"x": (0.63, 0.75), "tileCol": (0.63, 0.75), "y": (0.30, 0.39), "tileRow": (0.30, 0.39)}


def zoom(path_parameters):
    """The zoom, where there is one that tiles have."""
    z = path_parameters.get("z", path_parameters.get("tileMatrix"))
    return z if isinstance(z, int) and 0 <= z <= 14 else None


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    for name, made_up in (path_parameters or {}).items():
        # One in four stays as it is.
        if number(made_up) % 4 == 0:
            continue
        if name == "fid":
            path_parameters[name] = urllib.parse.quote(some(ids(context.operation.path), made_up), safe="")
        elif name == "id":
            path_parameters[name] = some(HOTSPOTS, made_up)
        elif name == "release":
            path_parameters[name] = RELEASE
        elif name == "layers":
            path_parameters[name] = some(LAYERS, made_up)
        elif name in SHARES and zoom(path_parameters) is not None:
            # Where the data are, near enough.
            z, share = zoom(path_parameters), SHARES[name]
            least, most = int(share[0] * 2**z), int(share[1] * 2**z)
            path_parameters[name] = least + number(made_up) // 8 % (most - least + 1)
    return path_parameters


@schemathesis.hook
def map_query(context, query):
    for name, made_up in (query or {}).items():
        if number(made_up) % 4 == 0:
            continue
        if name in ("release", "to"):
            query[name] = RELEASE
        elif name == "oblast" and isinstance(made_up, list):
            query[name] = [some(OBLASTS, made_up)]
        elif name == "hotspot" and isinstance(made_up, list):
            query[name] = [some(HOTSPOTS, made_up)]
        elif name == "q":
            query[name] = some(["temir", "Қарағанды", "балхаш", "bishkek", "KZ-35", "a"], made_up)
        elif name == "cursor":
            # Where a page begins is only known from the page before: most are asked without.
            query[name] = ""
    return query
