"""
Edits: whatever is changed, a rebuild makes what a clean build makes, byte for byte.
"""

import os
import shutil
from pathlib import Path

import pytest

from tests.book.conftest import Book
from tests.book.edits import Editor

#: How often each edit is made.
_TIMES = 2
#: How many edits there are between two builds, as a clean build costs more than a rebuild, and the
#: orders of chance; `make fuzz` looks at each edit alone, and longer.
_AT_ONCE, _SEEDS = (1, (1, 2, 3, 4)) if "NCREFS_FUZZ" in os.environ else (4, (1,))


class TestEdits:
    @pytest.mark.parametrize("seed", _SEEDS)
    def test_a_rebuild_after_any_edits_equals_a_clean_build(
        self, small: Book, tmp_path: Path, seed: int
    ) -> None:
        """
        Forty and more edits of records, sources, chapters, templates, styles and outputs.
        """
        editor = Editor(small, seed)
        done = small.build()
        assert (0, "") == (done.code, done.errors)
        edits = editor.edits(_TIMES)
        assert len(edits) >= 20 * _TIMES
        clean = Book(small.source, tmp_path / "clean", small.data)
        for start in range(0, len(edits), _AT_ONCE):
            said = [edit() for edit in edits[start : start + _AT_ONCE]]
            done = small.build()
            assert (0, "") == (done.code, done.errors), (said, done.errors)
            shutil.rmtree(clean.output, ignore_errors=True)
            shutil.rmtree(clean.doctrees, ignore_errors=True)
            done = clean.build()
            assert (0, "") == (done.code, done.errors), said
            made, wanted = small.files(), clean.files()
            differing = sorted(
                name for name in made.keys() | wanted.keys() if made.get(name) != wanted.get(name)
            )
            assert [] == differing, said
