"""The pages for users: every command on them is run here, and prints what they show."""

import os
import re
import subprocess
import sys

import pytest
from guide import GUIDES, HOST, MARK, blocks, pages
from server import ROOT

# QGIS first tries to open for writing what it reads over HTTP.
HARMLESS = {"ERROR 6: Update from remote service not supported"}
# The console of QGIS has a session around it, and the Python of the system.
CONSOLE = f"""
import os, sys
sys.path.insert(0, {str(ROOT / "tests/clients/qgis")!r})
from session import session
with session():
    exec(compile(open("page.py").read(), "page.py", "exec"), {{}})
"""


def environment(folder):
    """Programs of the pages are those of the tests; the folder is home, so that nothing is left behind."""
    inherited = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}}
    path = f"{os.path.dirname(sys.executable)}:{os.environ['PATH']}"
    own = {"PATH": path, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "LC_ALL": "C.UTF-8", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return inherited | own | {"QT_QPA_PLATFORM": "offscreen", "QGIS_CUSTOM_CONFIG_PATH": str(folder / "qgis")}


def script(language, parts, folder, page):
    """The command that runs all blocks of a language as one program, with a mark after each."""
    if language == "r":
        (folder / "page.R").write_text("\n".join(f'{code}\ncat("\\x1e\\n")' for code in parts), encoding="utf-8")
        return ["Rscript", "page.R"]
    (folder / "page.py").write_text("\n".join(f'{code}\nprint("\\x1e", flush=True)' for code in parts), encoding="utf-8")
    return ["/usr/bin/python3", "-c", CONSOLE] if page == "qgis" else [sys.executable, "page.py"]


def run(command, folder):
    done = subprocess.run(command, cwd=folder, env=environment(folder), text=True, capture_output=True, timeout=240)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    errors = [line for line in done.stderr.splitlines() if line.upper().startswith("ERROR") and line not in HARMLESS]
    assert not errors, done.stderr
    return done.stdout


@pytest.mark.parametrize("page", pages())
def test_commands_of_the_page(page, url, tmp_path):
    """Commands of the shell first, one by one in one folder; then the Python and the R of the page, each as one program."""
    found = blocks(page, url)
    for block in found:
        if block.language == "sh":
            block.check(run(["bash", "-euo", "pipefail", "-c", block.code], tmp_path))
    for language in ("python", "r"):
        of_language = [block for block in found if block.language == language]
        if of_language:
            printed = run(script(language, [block.code for block in of_language], tmp_path, page), tmp_path).split(MARK)
            assert len(printed) == len(of_language) + 1
            for block, text in zip(of_language, printed, strict=False):
                block.check(text)


@pytest.mark.parametrize("page", pages())
def test_page_is_linked(page):
    if page != "README":
        assert f"({page}.md)" in (GUIDES / "README.md").read_text(encoding="utf-8")


def test_only_one_address():
    """What is not at the address of the examples would ask a foreign server."""
    for page in pages():
        code = "".join(block.code for block in blocks(page, HOST))
        assert not re.findall(r"https?://(?!localhost:8080)", code), page
