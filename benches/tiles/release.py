"""The one release that all servers serve: made up as a file; its hotspots of today as a table of PostGIS, straight from that file."""

import contextlib
import csv
import datetime
import math
import os
import pathlib
import sqlite3
import subprocess
import tempfile

TERRIKON = os.environ.get("TERRIKON_BIN", "target/release/terrikon")
URL = os.environ.get("DATABASE_URL", "")
SEED = 7
RADIUS = 6_378_137
TODAY = f"(valid_from IS NULL OR valid_from <= '{datetime.date.today()}') AND (valid_to IS NULL OR valid_to > '{datetime.date.today()}')"
# What a column of the file is in the database.
TYPES = {"INTEGER": "bigint", "DOUBLE": "double precision", "REAL": "double precision"}


@contextlib.contextmanager
def release(hotspots):
    """Makes up a release, as a file that is there for as long as it is used."""
    with tempfile.TemporaryDirectory() as folder:
        made = f"{folder}/synthetic.gpkg"
        subprocess.run([TERRIKON, "synth", "--hotspots", str(hotspots), "--seed", str(SEED), "--out", made], check=True, stdout=subprocess.DEVNULL)
        yield made


def rows(file, columns):
    """Columns of the hotspots that exist today and have a place, ordered by id."""
    with contextlib.closing(sqlite3.connect(f"{pathlib.Path(file).resolve().as_uri()}?mode=ro", uri=True)) as database:
        yield from database.execute(f"SELECT {', '.join(columns)} FROM hotspots WHERE lon IS NOT NULL AND {TODAY} ORDER BY id")


def positions(file):
    """Where hotspots are, in metres of EPSG:3857."""
    return [(RADIUS * math.radians(lon), RADIUS * math.asinh(math.tan(math.radians(lat)))) for lon, lat in rows(file, ["lon", "lat"])]


def columns(file):
    """The columns of hotspots that a table can have beside its geometry, with their types in the database."""
    with contextlib.closing(sqlite3.connect(file)) as database:
        described = database.execute("PRAGMA table_info(hotspots)").fetchall()
    return {name: TYPES.get(kind, "text") for _, name, kind, *_ in described if name not in ("fid", "geom", "lon", "lat")}


def sql(text):
    command = ["psql", URL, "-qAtX", "--set", "ON_ERROR_STOP=1"]
    return subprocess.run(command, check=True, input=text, text=True, stdout=subprocess.PIPE).stdout.strip()


def load(file, carried):
    """Fills `public.hotspots`: these columns and a point in EPSG:3857, in the order of the index that martin's question uses."""
    described = ", ".join(f"{name} {kind}" for name, kind in carried.items())
    sql(f"CREATE EXTENSION IF NOT EXISTS postgis; CREATE TABLE staged ({described}, lon double precision, lat double precision)")
    copy = ["psql", URL, "-qX", "--set", "ON_ERROR_STOP=1", "--command", "COPY staged FROM STDIN (FORMAT csv)"]
    with subprocess.Popen(copy, stdin=subprocess.PIPE, text=True) as loading:
        csv.writer(loading.stdin).writerows(rows(file, [*carried, "lon", "lat"]))
        loading.stdin.close()
        if loading.wait():
            raise SystemExit("the hotspots could not be loaded")
    names = ", ".join(carried)
    sql(f"""
        CREATE TABLE hotspots AS SELECT {names}, ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4326), 3857)::geometry(Point, 3857) AS geom FROM staged;
        DROP TABLE staged;
        CREATE INDEX hotspots_geom ON hotspots USING gist (geom);
        CLUSTER hotspots USING hotspots_geom;
    """)
    sql("VACUUM ANALYZE hotspots")
