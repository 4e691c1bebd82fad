"""Every format of a whole collection, downloaded once from a freshly started server: prints a section of markdown."""

import argparse
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request

from bench import machine
from process import free_port
from servers import TERRIKON, URL, sql

FORMATS = ("geojsonl", "csv", "parquet", "gpkg", "fgb")
CHUNK = 1 << 20
ADDRESS = "http://127.0.0.1:{port}/api/collections/hotspots/items?f={form}&datetime=../.."


def memory(pid, field):
    """What the kernel says of a process, in MiB."""
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(rf"^{field}:\s+(\d+) kB", text, re.MULTILINE).group(1)) / 1024


def rows(path, form):
    """How many rows a reader that is not ours finds in a file."""
    if form in ("csv", "geojsonl"):
        with open(path, "rb") as file:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(CHUNK), b"")) - (form == "csv")
    if form == "gpkg":
        with sqlite3.connect(path) as db:
            return db.execute("SELECT count(*) FROM hotspots").fetchone()[0]
    if form == "fgb":
        told = subprocess.run(["ogrinfo", "-so", "-al", path], check=True, stdout=subprocess.PIPE, text=True).stdout
        return int(re.search(r"Feature Count: (\d+)", told).group(1))
    # GDAL of Debian reads no Parquet; its rows are counted by the tests.
    return None


def wait(server, port):
    until = time.monotonic() + 600
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5).close()
            return
        except OSError:
            if server.poll() is not None or time.monotonic() > until:
                raise SystemExit("the server does not answer") from None
            time.sleep(0.1)


def measure(store, form, folder, hotspots):
    """A fresh server, one download: seconds to the first byte and to the last, bytes, and memory before and at most."""
    port = free_port()
    command = [TERRIKON, "serve", "--store", store, "--listen", f"127.0.0.1:{port}", "--download-folder", folder]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait(server, port)
        # The peak of starting is not that of the download.
        before = memory(server.pid, "VmRSS")
        pathlib.Path(f"/proc/{server.pid}/clear_refs").write_text("5")
        start = time.monotonic()
        path, size, first = f"{folder}/download", 0, None
        with urllib.request.urlopen(ADDRESS.format(port=port, form=form), timeout=900) as answer, open(path, "wb") as file:
            while chunk := answer.read(CHUNK):
                first = first or time.monotonic() - start
                size += len(chunk)
                file.write(chunk)
        seconds = time.monotonic() - start
        most = memory(server.pid, "VmHWM")
    finally:
        server.terminate()
        server.wait()
    found = rows(path, form)
    if found not in (None, hotspots):
        raise SystemExit(f"{form}: {found} rows of {hotspots}")
    pathlib.Path(path).unlink()
    return first, seconds, size, before, most


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hotspots", type=int, default=1_000_000)
    parser.add_argument("--release", help="a release made before, by `terrikon synth` with as many hotspots")
    parser.add_argument("--stores", default="embedded,postgis")
    parser.add_argument("--formats", default=",".join(FORMATS))
    asked = parser.parse_args()
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        made = asked.release or f"{folder}/synthetic.gpkg"
        if not asked.release:
            synth = ["synth", "--hotspots", str(asked.hotspots), "--seed", "7", "--out", made]
            subprocess.run([TERRIKON, *synth], check=True, stdout=subprocess.DEVNULL)
        for name in asked.stores.split(","):
            if name == "postgis":
                subprocess.run([TERRIKON, "ingest", made, "--store", URL, "--publish"], check=True, stdout=subprocess.DEVNULL)
            for form in asked.formats.split(","):
                store = made if name == "embedded" else URL
                first, seconds, size, before, most = measure(store, form, folder, asked.hotspots)
                row = f"{first:.1f} | {seconds:.1f} | {size / 1e6:,.0f} | {before:,.0f} | {most:,.0f} | {max(0, most - before):,.0f} |"
                lines.append(f"| {name} | {form} | {row}")
                print(lines[-1], file=sys.stderr)
    version = sql("SELECT default_version || ', PostgreSQL ' || current_setting('server_version') FROM pg_available_extensions WHERE name = 'postgis'")
    print(f"""## Whole collections as files

All {asked.hotspots:,} hotspots of a made-up release, each format once from a freshly started server over a local socket. Seconds to the first and to the
last byte; megabytes of the file; resident memory of the server in MiB before the download, at most during it, and the difference.

| store | format | first byte | last byte | MB | before | at most | more |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
{chr(10).join(lines)}

Every file was counted by another reader (`wc`, SQLite, GDAL; Parquet by the tests). PostGIS {version}.

Command: `just bench-downloads`. Machine: {machine()}""")


if __name__ == "__main__":
    main()
