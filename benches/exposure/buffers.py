"""64-vertex discs of 5 km, ours against PostGIS `ST_Buffer(geography)`, one thread each; the worst vertex of both by pyproj."""

import os
import pathlib
import pwd
import shutil
import struct
import subprocess
import tempfile

import pyproj
from bench import RADIUS, VERTICES, machine, ours, positions, write

COUNT = 100_000
CHECKED = 100
EARTH = pyproj.Geod(ellps="WGS84")
BUFFER = f"ST_Buffer(place::geography, {RADIUS:.0f}, 'quad_segs={VERTICES // 4}')"


def server_programs():
    """The folder of initdb and pg_ctl, which Debian keeps off the path."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    if initdb is None:
        raise SystemExit("PostgreSQL is missing: apt-get install postgresql-15-postgis-3")
    return pathlib.Path(initdb).parent


class Cluster:
    """A throw-away PostgreSQL in a folder of its own, reached by a Unix socket only. It never runs as root."""

    def __init__(self, folder):
        self.programs, self.folder = server_programs(), folder
        self.user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        if os.geteuid() == 0:
            shutil.chown(folder, user=self.user)

    def run(self, *command, **options):
        prefix = ["runuser", "-u", self.user, "--"] if os.geteuid() == 0 else []
        return subprocess.run([*prefix, *command], check=True, cwd="/", text=True, stdout=subprocess.PIPE, **options).stdout

    def __enter__(self):
        data = f"{self.folder}/data"
        self.run(str(self.programs / "initdb"), "--pgdata", data, "--auth", "trust", "--username", "bench", "--no-sync")
        options = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c max_parallel_workers_per_gather=0 -c jit=off -c fsync=off"
        self.run(str(self.programs / "pg_ctl"), "--pgdata", data, "--log", f"{self.folder}/log", "--wait", "-o", options, "start")
        return self

    def __exit__(self, *_):
        self.run(str(self.programs / "pg_ctl"), "--pgdata", f"{self.folder}/data", "--mode", "immediate", "stop")

    def sql(self, text):
        command = [str(self.programs / "psql"), "--host", self.folder, "--username", "bench", "--dbname", "postgres", "-qAtX"]
        return self.run(*command, "--set", "ON_ERROR_STOP=1", input=text).strip()


def worst(rings, places):
    """The largest part of the radius by which a vertex is off it."""
    return max(
        abs(EARTH.inv(*place, *vertex)[2] / RADIUS - 1) for ring, place in zip(rings, places) for vertex in ring
    )


def ring_of(wkb):
    """The vertices of a little-endian WKB polygon with one ring."""
    count = struct.unpack_from("<I", wkb, 9)[0]
    numbers = struct.unpack_from(f"<{2 * count}d", wkb, 13)
    return list(zip(numbers[::2], numbers[1::2]))


def postgis(folder, places):
    with Cluster(folder) as cluster:
        write(f"{folder}/places", places)
        rows = "".join(f"{lon!r}\t{lat!r}\n" for lon, lat in places)
        cluster.sql("CREATE EXTENSION postgis; CREATE TABLE spot (id serial, lon float8, lat float8);")
        cluster.sql(f"COPY spot (lon, lat) FROM stdin;\n{rows}\\.\n")
        cluster.sql("CREATE TABLE places AS SELECT id, ST_SetSRID(ST_MakePoint(lon, lat), 4326) place FROM spot; ANALYZE places;")
        # The time within the server: nothing is sent but the count of bytes.
        timed = f"EXPLAIN (ANALYZE, TIMING OFF, SUMMARY ON) SELECT sum(length({BUFFER}::bytea)) FROM places;"
        times = [cluster.sql(timed).split("Execution Time: ")[1].split(" ms")[0] for _ in range(4)]
        wkbs = cluster.sql(
            f"SELECT encode(ST_AsBinary({BUFFER}::geometry, 'NDR'), 'hex') FROM places ORDER BY id LIMIT {CHECKED};"
        )
        version = cluster.sql("SELECT postgis_lib_version() || ', PostgreSQL ' || current_setting('server_version');")
    rings = [ring_of(bytes.fromhex(line)) for line in wkbs.splitlines()]
    return min(float(time) for time in times) / 1000, worst(rings, places), version


def main():
    places = positions(COUNT, 50, 40, 85, 55)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as server:
        os.chmod(server, 0o755)
        write(f"{folder}/places", places)
        mine = ours("buffers", f"{folder}/places", f"{folder}/rings")
        with open(f"{folder}/rings") as file:
            vertices = [tuple(map(float, line.split())) for line in file]
        rings = [vertices[i : i + VERTICES] for i in range(0, len(vertices), VERTICES)]
        seconds, off, version = postgis(server, places)
    mine_off = worst(rings, places)
    rate, reused, theirs = COUNT / mine["seconds"], COUNT / mine["seconds_reusing_memory"], COUNT / seconds
    print(f"""## Discs of 5 km, 64 vertices

{COUNT:,} random positions, 40–55° N, 50–85° E; one thread each; the best of five and of four runs.

| | discs a second | ratio | worst vertex off the radius |
| --- | ---: | ---: | ---: |
| `geodesic::Discs::disc` | {rate:,.0f} | {rate / theirs:.1f} | {mine_off * RADIUS:.1e} m |
| `geodesic::Discs::ring`, memory reused | {reused:,.0f} | {reused / theirs:.1f} | {mine_off * RADIUS:.1e} m |
| PostGIS `{BUFFER}` | {theirs:,.0f} | 1 | {off * RADIUS:.1e} m |

The worst vertex of the first {CHECKED} discs, by pyproj {pyproj.__version__}. PostGIS {version}, no parallel workers, time within the server.

Command: `just bench-exposure`. Machine: {machine()}""")


if __name__ == "__main__":
    main()
