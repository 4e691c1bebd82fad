"""Asking a server as fast as it goes."""

import json
import pathlib
import subprocess

LUA = pathlib.Path(__file__).parent / "addresses.lua"


def wrk(port, paths, connections, seconds, encoding="identity", failures=False):
    """
    What wrk measured: answers a second, bytes of one, percentiles in milliseconds. `paths` is a file, one path a line, asked for again and again.
    Ends the run where a request fails, unless `failures` may be.
    """
    return run(port, connections, seconds, 60, failures, paths, encoding)


def wrk_once(port, paths, connections, encoding="identity", failures=False, patience=600):
    """The same for each path once, over connections that share the list; ends when all are answered."""
    measured = run(port, connections, patience, patience, failures, paths, encoding, str(connections))
    with open(paths) as file:
        wanted = sum(1 for _ in file)
    if measured["answers"] != wanted and not failures:
        raise SystemExit(f"{measured['answers']} of {wanted} requests were answered within {patience} seconds")
    return measured


def run(port, connections, seconds, timeout, failures, *arguments):
    command = ["wrk", "--threads", "1", "--connections", str(connections), "--duration", f"{seconds}s", "--timeout", f"{timeout}s"]
    command += ["--script", str(LUA), f"http://127.0.0.1:{port}", "--", *arguments]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    measured = json.loads(printed.splitlines()[-1])
    if measured["failed"] and not failures:
        raise SystemExit(f"{measured['failed']} of {measured['answers']} requests failed")
    measured["rate"] = measured["answers"] / measured["seconds"]
    measured["size"] = measured["bytes"] / max(1, measured["answers"])
    return measured
