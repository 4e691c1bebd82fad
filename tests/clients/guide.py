"""A page of docs/guides as what a reader copies from it: blocks of code, and the output that it shows below some of them."""

import dataclasses
import re

from server import ROOT

GUIDES = ROOT / "docs/guides"
# What the pages take for the address of the server.
HOST = "http://localhost:8080"
LANGUAGES = ("sh", "python", "r")
# What is pasted into a page of somebody else; the tests in a browser do that.
PASTED = "html"
# Separates the output of one block from that of the next.
MARK = "\x1e"
FENCE = re.compile(r"^```(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclasses.dataclass
class Block:
    """Code, and what it should print: `…` stands for any text. None where the page does not show it."""

    language: str
    code: str
    output: str | None = None

    def check(self, printed):
        if self.output is None:
            return
        pattern = ".*".join(map(re.escape, self.output.strip().split("…")))
        assert re.fullmatch(pattern, printed.strip(), re.DOTALL), f"{self.code}\nprints\n{printed}\nand the page shows\n{self.output}"


def pages():
    return sorted(path.stem for path in GUIDES.glob("*.md"))


def blocks(page, url):
    """The blocks of a page in their order, with the address of a server in place of that of the reader's."""
    found = []
    for language, body in FENCE.findall((GUIDES / f"{page}.md").read_text(encoding="utf-8")):
        if language == PASTED:
            continue
        if language == "text":
            assert found and found[-1].output is None, "output stands below the code that prints it"
            found[-1].output = body
        else:
            assert language in LANGUAGES, f"nobody runs {language or 'a block without a language'}"
            found.append(Block(language, body.replace(HOST, url)))
    return found
