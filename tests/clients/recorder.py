"""Stands between a client and the server and writes down what is asked: only so can a test tell that a filter was pushed down."""

import contextlib
import http.client
import http.server
import threading
import urllib.parse

# Between a client and its next neighbour only, never passed on.
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length"}


class Recorder:
    """What was asked, and the address to ask."""

    def __init__(self, upstream):
        self.upstream = urllib.parse.urlsplit(upstream).netloc
        self.asked = []
        self.url = None

    def items(self, collection):
        """The parameters of every question for items of a collection, in their order."""
        path = f"/api/collections/{collection}/items"
        return [dict(urllib.parse.parse_qsl(url.query)) for url in map(urllib.parse.urlsplit, self.asked) if url.path == path]


def handler(recorder):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            recorder.asked.append(self.path)
            # The Host of the request goes along, so that links in the answer lead here again.
            upstream = http.client.HTTPConnection(recorder.upstream, timeout=60)
            headers = {name: value for name, value in self.headers.items() if name.lower() not in HOP_BY_HOP}
            with contextlib.closing(upstream):
                upstream.request(self.command, self.path, headers=headers)
                answer = upstream.getresponse()
                body = answer.read()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in HOP_BY_HOP:
                    self.send_header(name, value)
            length = answer.getheader("Content-Length") if self.command == "HEAD" else str(len(body))
            if length is not None:
                self.send_header("Content-Length", length)
            self.end_headers()
            self.wfile.write(body)

        do_HEAD = do_GET

        def log_message(self, *_):
            pass

    return Handler


@contextlib.contextmanager
def recording(upstream):
    recorder = Recorder(upstream)
    proxy = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(recorder))
    recorder.url = f"http://127.0.0.1:{proxy.server_port}"
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    try:
        yield recorder
    finally:
        proxy.shutdown()
        proxy.server_close()
