"""Puts what comes in between the marks of a name in a file: `results.py FILE NAME <sections`. All else in the file stays."""

import pathlib
import re
import sys

path, name = pathlib.Path(sys.argv[1]), sys.argv[2]
begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
text = path.read_text() if path.exists() else "# Measured\n"
block = f"{begin}\n{sys.stdin.read().strip()}\n{end}"
if begin in text:
    text = re.sub(re.escape(begin) + ".*?" + re.escape(end), lambda _: block, text, flags=re.DOTALL)
else:
    text = text.rstrip() + f"\n\n{block}\n"
path.write_text(text)
