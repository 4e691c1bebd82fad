"""Asking for each box once: what comes, and how long the first answer takes."""

import http.client
import json
import time

from servers import LIMIT


class Pass:
    """Every box once, one after the other, over one connection: milliseconds, bytes, how many match, and the ids of those who have all."""

    def __init__(self, server, boxes, short):
        self.times, self.sizes, self.matched, self.ids = [], [], {}, {}
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
        for box in boxes:
            start = time.perf_counter()
            connection.request("GET", server.path(box, short), headers={"Accept-Encoding": "identity"})
            answer = connection.getresponse()
            body = answer.read()
            self.times.append(1000 * (time.perf_counter() - start))
            if answer.status != 200:
                raise SystemExit(f"{server.path(box, short)}: {answer.status} {body[:300]!r}")
            self.sizes.append(len(body))
            page = json.loads(body)
            self.matched[box] = page["numberMatched"]
            ids = {feature["id"] for feature in page["features"]}
            if len(ids) != min(self.matched[box], LIMIT):
                raise SystemExit(f"{server.path(box, short)}: {len(ids)} features of {self.matched[box]}")
            if self.matched[box] <= LIMIT:
                self.ids[box] = ids
        connection.close()

    def percentile(self, percent):
        return sorted(self.times)[min(len(self.times) - 1, len(self.times) * percent // 100)]
