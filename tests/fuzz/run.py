"""
Mutates one file of a small catalog at a time, and checks the whole.
"""

import tempfile
import unicodedata
from pathlib import Path
from random import Random

from ncrefs.check import check
from ncrefs.fixing import fix, fix_record, fix_sources
from ncrefs.problems import Problem
from tests.fuzz.mutations import mutated
from tests.helpers import FILES, Folder


def fuzz(root: Path, what: str, count: int, seed: int) -> int:
    """
    Check *count* mutations of records, or of sources.bib.

    Returns:
        How many of them were told of.

    Raises:
        AssertionError: One was not told of as it should be; the message has its seed.
    """
    folder = Folder(root / "records")
    paths = [path for path in FILES if path.endswith(".bib") is (what == "sources")]
    told = 0
    for number in range(count):
        chance = Random(f"{seed}-{what}-{number}")
        path = chance.choice(paths)
        data = mutated(FILES[path], chance)
        folder.write(path, data)
        try:
            told += bool(_checked(folder, path, data, mend=number % 10 == 0))
        except Exception as error:
            kept = Path(tempfile.gettempdir()) / f"fuzz-{what}-{seed}-{number}{Path(path).suffix}"
            kept.write_bytes(data)
            raise AssertionError(
                f"{what} {number} of seed {seed}: {path}, kept in {kept}"
            ) from error
        folder.write(path, FILES[path])
    return told


def _checked(folder: Folder, path: str, data: bytes, *, mend: bool) -> list[Problem]:
    _, problems = check(folder.root)
    for problem in problems:
        text = data if problem.path == folder / path else problem.path.read_bytes()
        lines = text.replace(b"\r\n", b"\n").count(b"\n") + 1
        shown = str(problem)
        assert 1 <= problem.line <= lines, f"line {problem.line} of {lines}: {shown}"
        assert 1 == len(shown.splitlines()), f"several lines: {shown!r}"
        assert not any(unicodedata.category(c) in ("Cc", "Cf") for c in shown), repr(shown)
        assert len(shown) < 1000 + len(str(problem.path)), f"too long: {shown}"
    if mend:
        for edit in fix(folder.root):
            kind = Path(path).parent.name
            again = fix_sources(edit.after) if kind == "" else fix_record(edit.after, kind)
            assert edit.path != folder / path or again == edit.after, "mended twice"
    return problems
