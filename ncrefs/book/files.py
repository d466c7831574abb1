"""
Files that the book writes and lists of them: a file is there whole or not at all, and a
build that cannot go on says why in a line.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn

#: What the name of a file ends with until it is whole; Sphinx reads no such file.
_UNFINISHED = ".unfinished"


def stop(*lines: str) -> NoReturn:
    """
    End the build.

    Raises:
        SystemExit: After the lines; Sphinx would add a traceback to any other exception.
    """
    sys.stderr.write("\n".join(lines) + "\n")
    raise SystemExit(1)


def write(path: Path, text: str) -> None:
    """
    Write a file of UTF-8 unless it has this text already, since Sphinx goes by its time.
    """
    if digest_of(path) != text_digest(text):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(path.name + _UNFINISHED)
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
        unfinished.replace(path)


def read_json(path: Path) -> Any:
    """
    What a file of JSON holds; None if there is no such file, or it is none of ours.
    """
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None


def write_json(path: Path, data: Any) -> None:
    """
    Write a file of JSON.
    """
    write(path, json.dumps(data, ensure_ascii=False, indent=0, sort_keys=True) + "\n")


def text_digest(text: str) -> str:
    """
    The digest of a file that holds a text.
    """
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of(path: Path) -> str | None:
    """
    The digest of a file; None if it cannot be read.
    """
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def below(folder: Path, without: Sequence[Path] = ()) -> Iterator[str]:
    """
    The files below a folder, by their paths from there, but those below some others.
    """
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if Path(path, name) not in without)
        start = Path(path).relative_to(folder).as_posix()
        for name in sorted(names):
            if not name.endswith(_UNFINISHED):
                yield name if start == "." else f"{start}/{name}"


def prune(folder: Path, names: Sequence[str]) -> None:
    """
    Remove files below a folder, and the folders that are empty then.
    """
    for name in names:
        path = folder / name
        path.unlink(missing_ok=True)
        for parent in path.parents:
            if parent == folder or not parent.is_dir() or any(parent.iterdir()):
                break
            parent.rmdir()
