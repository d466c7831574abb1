"""
Typesetting, each step in a process of its own.

A first round finds where everything comes to stand, the next sets the book with what it
found. The typesetter could find all that itself, but then it sets every paragraph again
once it knows its links, and keeps all that it ever set until its process ends. Neither the
trees of the book nor the packing of the result should stand beside that in memory.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sphinx.errors import SphinxError

from ncrefs.book.print import fonts

#: How often the book is set at most until nothing moves any more; once does, unless page
#: numbers of other widths break a line in another way.
_ROUNDS = 4


def typeset(main: Path, place: Callable[[Any], str]) -> list[str]:
    """
    Set the Typst source *main* as a PDF by the rules of PDF/UA, beside it.

    Args:
        main: The source. It reads `places.json` beside it.
        place: Makes the text of that file from key, page and position of every mark.

    Returns:
        What the typesetter warns of.

    Raises:
        SphinxError: If the source cannot be set.
    """
    file = main.with_name("places.json")
    folders = map(str, fonts.folders())
    found: dict[str, Any] = {"places": [], "warnings": []}
    command = ("compiling.py", str(main), *folders)
    for number in range(_ROUNDS + 1):
        text = place(found["places"])
        if number > 1 and text == file.read_text(encoding="utf-8"):
            break
        file.write_text(text, encoding="utf-8")
        found = json.loads(_run(*command, "set" if number else "find"))
    warnings: list[str] = found["warnings"]
    return warnings


def pack(pdf: Path) -> int:
    """
    Make a PDF smaller.

    Returns:
        The number of its pages.
    """
    return int(_run("packing.py", str(pdf)))


def _run(script: str, *arguments: str) -> str:
    """
    Run a script of this folder, which loads nothing of the book; give what it prints.
    """
    path = Path(__file__).with_name(script)
    done = subprocess.run(  # noqa: S603  (a script of our own)
        [sys.executable, "-P", "-X", "utf8", str(path), *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise SphinxError(f"{script} cannot make the PDF:\n{done.stderr}")
    return done.stdout
