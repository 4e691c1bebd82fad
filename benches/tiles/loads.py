"""How servers are asked: at once after their start, and when they have sent everything before."""

import tempfile

from mixes import MIXES
from process import resident, settle
from wrk import wrk, wrk_once

CONNECTIONS = (16, 256)
LOADS = [(mix, connections) for mix in MIXES for connections in CONNECTIONS]


def listed(paths):
    """A file of paths, one a line, that goes away."""
    file = tempfile.NamedTemporaryFile("w")
    file.writelines(f"{path}\n" for path in paths)
    file.flush()
    return file


def cold(start, tiles, failures):
    """A freshly started server for each load: as many requests as there are addresses. Uniform is each of them once. `failures` may be of a peer."""
    for mix, order in MIXES.items():
        for connections in CONNECTIONS:
            settle()
            with start() as server, listed(order(list(map(server.path, tiles)))[: len(tiles)]) as paths:
                yield ("gzip", mix, connections), wrk_once(server.port, paths.name, connections, "gzip", failures)


def warm(start, tiles, encodings, seconds, held, failures):
    """A server that was asked for everything before. Notes when it was ready, and what it holds in the end."""
    with start() as server:
        paths = list(map(server.path, tiles))
        for encoding in encodings:
            with listed(paths) as once:
                wrk_once(server.port, once.name, CONNECTIONS[0], encoding, failures)
            for mix, order in MIXES.items():
                with listed(order(paths)) as endless:
                    for connections in CONNECTIONS:
                        settle()
                        yield (encoding, mix, connections), wrk(server.port, endless.name, connections, seconds, encoding, failures)
        held.append((server.ready_after, server.resident_when_ready, resident(server.pid)))
