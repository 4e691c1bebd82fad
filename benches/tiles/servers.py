"""The servers that are compared, each started afresh on a free port and ended again."""

import contextlib
import json
import os
import pathlib
import shutil
import tempfile
import time

from process import free_port, process, resident
from release import TERRIKON, URL

OURS, MARTIN, UNCACHED, FILES = NAMES = ("terrikon", "martin", "martin, no cache", "nginx, finished files")
# How each is asked when warm. Martin packs for every answer, so that it is asked for plain tiles, too.
ENCODINGS = {OURS: ("gzip", "identity"), MARTIN: ("gzip", "identity"), UNCACHED: ("gzip",), FILES: ("gzip",)}
MARTIN_PROGRAM = ".tools/bin/martin"
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
CONFIG = pathlib.Path(__file__).parent / "nginx.conf"
# More than all tiles of the addresses together, so that none is drawn twice.
MARTIN_CACHE_MB = 4096
OURS_PREFIX = "/tiles/hotspots"


class Server:
    """A running server: its port, its process, what comes before zoom/column/row in its addresses, how long it took to be ready and what it held then."""

    def __init__(self, port, pid, prefix, began):
        self.port, self.pid, self.prefix = port, pid, prefix
        self.ready_after = time.perf_counter() - began
        self.resident_when_ready = resident(pid)

    def path(self, tile):
        return f"{self.prefix}/{'/'.join(map(str, tile))}"


@contextlib.contextmanager
def started(command, port, health, prefix, **environment):
    began = time.perf_counter()
    with process(command, port, health, **environment) as pid:
        yield Server(port, pid, prefix, began)


def ours(file):
    port = free_port()
    return started([TERRIKON, "serve", "--store", file, "--listen", f"127.0.0.1:{port}"], port, "/health/ready", OURS_PREFIX)


@contextlib.contextmanager
def martin(carried, cached):
    """On the table of hotspots, without a margin: in our tiles a point belongs to one tile only."""
    port = free_port()
    table = {"schema": "public", "table": "hotspots", "srid": 3857, "geometry_column": "geom", "geometry_type": "POINT"}
    table |= {"layer_id": "hotspots", "buffer": 0, "properties": carried}
    config = {
        "listen_addresses": f"127.0.0.1:{port}",
        "cache": {"size_mb": 2 * MARTIN_CACHE_MB, "tile_size_mb": MARTIN_CACHE_MB} if cached else "disable",
        "postgres": {"connection_string": URL, "auto_publish": False, "auto_bounds": "skip", "tables": {"hotspots": table}},
    }
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        # JSON is YAML, too.
        json.dump(config, file)
        file.flush()
        with started([MARTIN_PROGRAM, "--config", file.name], port, "/health", "/hotspots") as server:
            yield server


@contextlib.contextmanager
def nginx(tiles):
    """Tiles as files: their compressed bytes by address."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        # Its workers are another user.
        os.chmod(folder, 0o755)
        for (zoom, x, y), packed in tiles.items():
            file = pathlib.Path(f"{folder}/files{OURS_PREFIX}/{zoom}/{x}/{y}.gz")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(packed)
        config = pathlib.Path(f"{folder}/nginx.conf")
        config.write_text(CONFIG.read_text().replace("PORT", str(port)).replace("FOLDER", folder))
        command = [NGINX, "-p", folder, "-c", str(config), "-e", "stderr", "-g", "daemon off;"]
        with started(command, port, "/ready", OURS_PREFIX) as server:
            yield server
