"""The servers that are compared, each started afresh on a free port and ended again; and what they serve."""

import contextlib
import json
import os
import pathlib
import subprocess
import tempfile

from process import free_port, process

HERE = pathlib.Path(__file__).parent
TERRIKON = "target/release/terrikon"
MARTIN = ".tools/bin/martin"
URL = os.environ.get("DATABASE_URL", "")

# An index that suits the question which martin asks of a table, for as long as it is asked.
SINGLES_INDEX = "CREATE INDEX singles ON {partition} USING gist (geom) WHERE layer = 'hotspots' AND role = 'symbol'"


def sql(text, *options):
    command = ["psql", URL, "-qAtX", "--set", "ON_ERROR_STOP=1", *options]
    return subprocess.run(command, check=True, input=text, text=True, stdout=subprocess.PIPE).stdout.strip()


def release(hotspots):
    """Makes up a release, publishes it, and returns the positions of its hotspots in metres of EPSG:3857."""
    with tempfile.TemporaryDirectory() as folder:
        made = f"{folder}/synthetic.gpkg"
        subprocess.run([TERRIKON, "synth", "--hotspots", str(hotspots), "--seed", "1", "--out", made], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([TERRIKON, "ingest", made, "--store", URL, "--publish"], check=True, stdout=subprocess.DEVNULL)
    serial = sql("SELECT release FROM terrikon.current")
    sql((HERE / "peer.sql").read_text(), "--set", f"release={serial}")
    rows = sql("SELECT ST_X(geom), ST_Y(geom) FROM peer.singles ORDER BY 1, 2").splitlines()
    return [tuple(map(float, row.split("|"))) for row in rows]


def partition():
    return f"terrikon_releases.drawn_{sql('SELECT release FROM terrikon.current')}"


@contextlib.contextmanager
def ours():
    port = free_port()
    command = [TERRIKON, "serve", "--store", URL, "--listen", f"127.0.0.1:{port}"]
    with process(command, port, "/health/ready", TERRIKON_TILE_CACHE_MB="0"):
        yield port, "/tiles/hotspots"


@contextlib.contextmanager
def martin(source):
    """With one source named hotspots. It keeps as many connections to the database as it does if nobody says otherwise."""
    port = free_port()
    config = {
        "listen_addresses": f"127.0.0.1:{port}",
        "cache": "disable",
        "postgres": {"connection_string": URL, "auto_publish": False, "auto_bounds": "skip", **source},
    }
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
        # JSON is YAML, too.
        json.dump(config, file)
        file.flush()
        with process([MARTIN, "--config", file.name], port, "/health"):
            yield port, "/hotspots"


@contextlib.contextmanager
def martin_table():
    """Without a margin: in our tiles, a point belongs to one tile only."""
    table = {"schema": "peer", "table": "singles", "srid": 3857, "geometry_column": "geom", "geometry_type": "GEOMETRY"}
    table |= {"layer_id": "hotspots", "buffer": 0, "properties": {"attributes": "jsonb"}}
    sql(f"{SINGLES_INDEX.format(partition=partition())}; ANALYZE {partition()}")
    try:
        with martin({"tables": {"hotspots": table}}) as server:
            yield server
    finally:
        sql("DROP INDEX terrikon_releases.singles")


def martin_function():
    return martin({"functions": {"hotspots": {"schema": "peer", "function": "same"}}})
