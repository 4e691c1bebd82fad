"""How many cases there were in all: fails where they are fewer than asked for."""

import json
import sys

least, *reports = sys.argv[1:]
total = 0
for report in reports:
    with open(report, encoding="utf-8") as file:
        print(json.dumps({key: value for key, value in json.load(file).items() if not isinstance(value, list)})[:600])
