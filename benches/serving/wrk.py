"""Asking a server as fast as it goes."""

import json
import pathlib
import subprocess

LUA = pathlib.Path(__file__).parent / "addresses.lua"


def wrk(port, paths, connections, seconds):
    """What wrk measured: answers a second, bytes of one, percentiles in milliseconds. `paths` is a file, one path a line."""
    command = ["wrk", "--threads", "1", "--connections", str(connections), "--duration", f"{seconds}s", "--timeout", "30s"]
    command += ["--script", str(LUA), f"http://127.0.0.1:{port}", "--", paths]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    measured = json.loads(printed.splitlines()[-1])
    if measured["failed"]:
        raise SystemExit(f"{measured['failed']} of {measured['answers']} requests failed")
    measured["rate"] = measured["answers"] / measured["seconds"]
    measured["size"] = measured["bytes"] / max(1, measured["answers"])
    return measured
