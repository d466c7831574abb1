"""
The commands on the page "Use the data", run as they stand in an empty folder.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

import ncrefs

PAGE = Path(__file__).parents[1] / "docs" / "using" / "data.md"
PORT = ":8000/"


class Quiet(SimpleHTTPRequestHandler):
    """
    Serves a folder without a word.
    """

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its own name)
        pass


def commands() -> list[tuple[str, str]]:
    """
    The commands of the page with what they print.
    """
    found = []
    for block in re.findall(
        r"^```console\n(.*?)^```", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE
    ):
        for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = piece.partition("\n")
            found.append((command, output))
    return found


def write_api(folder: Path) -> None:
    """
    Write the answers of the API that the page asks for, as a built book has them.
    """
    from ncrefs.book.site.api.answers import Answers

    page = PAGE.read_text("utf-8")
    for path, told in Answers(ncrefs.load(), lambda _: None).files():
        if f"{PORT}{path}" in page:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.slow
def test_commands(tmp_path: Path) -> None:
    """
    Each command prints what the page says.
    """
    pytest.importorskip("resource", reason="the commands are those of a Unix shell")
    pytest.importorskip("sphinx", reason="the API is a part of the book")
    write_api(tmp_path)
    missing = {"curl", "sqlite3"} - {name for name in ("curl", "sqlite3") if shutil.which(name)}
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    server = ThreadingHTTPServer(("localhost", 0), partial(Quiet, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    ran = 0
    for command, expected in commands():
        if any(re.match(rf"{name}\b", command) for name in missing):
            continue
        done = subprocess.run(
            command.replace(PORT, f":{server.server_port}/"),
            shell=True,
            cwd=tmp_path,
            env={**os.environ, "PATH": programs, "PYTHONUTF8": "1", "no_proxy": "localhost"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert expected == done.stdout, done.stderr
        ran += 1
    server.shutdown()
    server.server_close()
    assert ran
