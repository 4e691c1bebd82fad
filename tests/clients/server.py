"""The real binary on a free port, and the addresses that tests ask it for."""

import contextlib
import os
import pathlib
import socket
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("TERRIKON_BIN", str(pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "debug/terrikon"))
# The first start builds the bundled release.
PATIENCE_S = 120


def free_port():
    with socket.socket() as any_socket:
        any_socket.bind(("127.0.0.1", 0))
        return any_socket.getsockname()[1]


@contextlib.contextmanager
def serving(*arguments):
    """Runs the server until the block ends; gives its address, without a slash at the end."""
    url = f"http://127.0.0.1:{(port := free_port())}"
    command = [BINARY, "serve", "--listen", f"127.0.0.1:{port}", *arguments]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            wait_until_ready(server, url)
            yield url
        finally:
            server.terminate()


def wait_until_ready(server, url):
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with {server.returncode}")
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{url}/health/ready", timeout=5).close()
            return
        time.sleep(0.1)
    raise RuntimeError(f"the server was not ready within {PATIENCE_S} s")
