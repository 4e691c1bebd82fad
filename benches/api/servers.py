"""The servers that are compared, and the one release that all of them serve."""

import contextlib
import os
import subprocess
import tempfile
import urllib.parse

from process import free_port, process

TERRIKON = os.environ.get("TERRIKON_BIN", "target/release/terrikon")
UVICORN = ".tools/bench/bin/uvicorn"
URL = os.environ.get("DATABASE_URL", "")
LIMIT = 100
# What everybody sends of a hotspot in the shorter form, beside its id and place.
FIELDS = "kind,subkind,status,trust,country,position_accuracy_m"


def sql(text):
    command = ["psql", URL, "-qAtX", "--set", "ON_ERROR_STOP=1"]
    return subprocess.run(command, check=True, input=text, text=True, stdout=subprocess.PIPE).stdout.strip()


@contextlib.contextmanager
def release(hotspots):
    """Makes up a release and publishes it. Gives the file and the positions of its hotspots."""
    with tempfile.TemporaryDirectory() as folder:
        made = f"{folder}/synthetic.gpkg"
        subprocess.run([TERRIKON, "synth", "--hotspots", str(hotspots), "--seed", "1", "--out", made], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([TERRIKON, "ingest", made, "--store", URL, "--publish"], check=True, stdout=subprocess.DEVNULL)
        sql("VACUUM ANALYZE")
        rows = sql("SELECT lon, lat FROM terrikon.hotspots ORDER BY id").splitlines()
        yield made, [tuple(map(float, row.split("|"))) for row in rows]


def empty_caches():
    """The database forgets what it has read. The system's own cache stays: emptying that is the administrator's."""
    place = urllib.parse.parse_qs(urllib.parse.urlsplit(URL).query)["host"][0]
    subprocess.run(["scripts/postgis", "restart", place], check=True)


class Server:
    """A running server: its port, its process, and how it is asked for a box."""

    def __init__(self, port, pid, items, fields):
        self.port, self.pid, self.items, self.fields = port, pid, items, fields

    def path(self, box, short):
        fields = f"&properties={self.fields}" if short else ""
        return f"{self.items}?bbox={','.join(map(str, box))}&limit={LIMIT}{fields}"


@contextlib.contextmanager
def ours(store):
    port = free_port()
    with process([TERRIKON, "serve", "--store", store, "--listen", f"127.0.0.1:{port}"], port, "/health/ready") as pid:
        yield Server(port, pid, "/api/collections/hotspots/items", FIELDS)


@contextlib.contextmanager
def tipg(workers):
    """On the partition that ours reads. No log of requests, the catalogue looked up once, the faster loop and parser."""
    table = f"hotspots_{sql('SELECT release FROM terrikon.current')}"
    port = free_port()
    # It wants a host before the first slash: that is the folder of the socket, with its slashes written otherwise.
    asked = {name: urllib.parse.quote(values[0], safe="") for name, values in urllib.parse.parse_qs(urllib.parse.urlsplit(URL).query).items()}
    environment = {
        "DATABASE_URL": f"postgresql://{asked['user']}@{asked['host']}:{asked['port']}/postgres",
        "TIPG_DB_SCHEMAS": '["terrikon_releases"]',
        "TIPG_DB_TABLES": f'["terrikon_releases.{table}"]',
        f"TIPG_TABLE_CONFIG__terrikon_releases_{table}__pk": "id",
        "TIPG_CATALOG_TTL": "0",
    }
    command = [UVICORN, "tipg.main:app", "--port", str(port), "--workers", str(workers), "--no-access-log", "--loop", "uvloop", "--http", "httptools"]
    with process(command, port, "/healthz", **environment) as pid:
        yield Server(port, pid, f"/collections/terrikon_releases.{table}/items", FIELDS)
