"""What all tests share: one server with the bundled release, a recorder before it, its features, its files."""

import json
import re
import urllib.parse
import urllib.request

import pytest
from recorder import recording
from server import serving


@pytest.fixture(scope="session")
def url():
    """The address of the server."""
    with serving() as address:
        yield address


@pytest.fixture
def recorder(url):
    """The same server, with a list of what was asked of it."""
    with recording(url) as recorded:
        yield recorded


@pytest.fixture(scope="session")
def features(url):
    """All features of a collection as the API tells them in GeoJSON, by id: what other clients and formats are compared with."""

    def fetch(collection, **parameters):
        found, address = {}, f"{url}/api/collections/{collection}/items?" + urllib.parse.urlencode({"limit": 10_000, **parameters})
        while address:
            with urllib.request.urlopen(address) as answer:
                page = json.load(answer)
            found |= {feature["id"]: feature for feature in page["features"]}
            address = next((link["href"] for link in page["links"] if link["rel"] == "next"), None)
        assert len(found) == page["numberMatched"]
        return found

    return fetch


@pytest.fixture(scope="session")
def download(url, tmp_path_factory):
    """A collection as a file in a format, under the name that the server gives it."""
    folder = tmp_path_factory.mktemp("downloads")

    def fetch(collection, f, **parameters):
        query = urllib.parse.urlencode({"f": f, **parameters})
        with urllib.request.urlopen(f"{url}/api/collections/{collection}/items?{query}") as answer:
            name = re.search(r'filename="([^"/]+)"', answer.headers["Content-Disposition"])[1]
            # Two questions for one format have files of the same name.
            file = folder / re.sub(r"\W", "-", query) / name
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(answer.read())
        return file

    return fetch
