"""What each store was asked: fails where there were fewer cases than wanted, an operation was left out, or nothing went through."""

import json
import pathlib
import sys

least, *reports = sys.argv[1:]
total, failed = 0, False
for path in map(pathlib.Path, reports):
    report = json.loads(path.read_text(encoding="utf-8"))
    cases, operations = report["test_cases"], report["operations"]
    total += cases["generated"]
    print(
        f"{path.stem}: {cases['generated']} cases of {operations['tested']} operations in {report['running_time']:.0f} s, "
        f"{cases['unique_failures']} failures, seed {report['seed']}"
    )
    failed |= operations["tested"] < operations["total"] or cases["generated"] == 0 or not report["complete"]
print(f"together: {total} cases")
sys.exit(failed or total < int(least))
