"""Servers that are compared, each started afresh on a free port and ended again."""

import contextlib
import os
import pathlib
import socket
import subprocess
import tempfile
import time
import urllib.request


def free_port():
    with socket.socket() as any_socket:
        any_socket.bind(("127.0.0.1", 0))
        return any_socket.getsockname()[1]


@contextlib.contextmanager
def process(command, port, health, **environment):
    """Runs a server until the block ends; waits until it answers. Gives its process id."""
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(command, env=os.environ | environment, stdout=log, stderr=log)
        try:
            # A million hotspots take some minutes to read.
            until = time.monotonic() + 600
            while True:
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}{health}", timeout=5).close()
                    break
                except OSError:
                    if server.poll() is not None or time.monotonic() > until:
                        log.seek(0)
                        raise SystemExit(f"{command[0]} does not answer:\n{log.read().decode()}") from None
                    time.sleep(0.05)
            yield server.pid
        finally:
            server.terminate()
            server.wait()


def settle(patience=300):
    """Waits until the machine has little to do: servers go on with what nobody waits for any more. Ends the run where that never comes."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        before = busy()
        time.sleep(1)
        if busy() - before < 0.2:
            return
    raise SystemExit(f"the machine is still busy after {patience} seconds: end what else is running")


def busy():
    """For how many seconds the processors have worked since the machine was started, all together."""
    user, nice, system, _idle, _waiting, *interrupts = map(int, pathlib.Path("/proc/stat").read_text().split("\n")[0].split()[1:8])
    return (user + nice + system + sum(interrupts)) / os.sysconf("SC_CLK_TCK")


def memory(pid):
    """What a process and its children hold, in bytes; what they share counts once."""
    own = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().split("Pss:")[1].split()[0]
    children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return 1024 * int(own) + sum(memory(child) for child in children)


def resident(pid):
    """What of a process and its children is in memory, in bytes, as the system tells it (VmRSS)."""
    own = pathlib.Path(f"/proc/{pid}/status").read_text().split("VmRSS:")[1].split()[0]
    children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return 1024 * int(own) + sum(resident(child) for child in children)
