"""
Interruptions: whenever a build ends before its time, the next one makes what a clean one does.
"""

import os
import shutil
from pathlib import Path

import pytest

from tests.book.conftest import Book, small_book
from tests.book.forked import ENDS, Done
from tests.helpers import Folder

pytestmark = pytest.mark.built

#: How many moments are tried of a first build and of a later one.
_TRIED = int(os.environ.get("NCREFS_FUZZ", "4"))


def _edit(book: Book) -> None:
    """
    Change a body, a name that many pages show, and what is in the books at all.
    """
    assert book.data is not None
    folder = Folder(book.data, {})
    folder.replace("people/pak-hun.md", "name: Pak Hun\n", "name: Pak Hoon\n")
    folder.replace("people/pak-jin.md", "The father of", "A parent of")
    path = book.source / "method.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nOne more.\n", encoding="utf-8")
    (book.source / "watchers.md").unlink()
    index = book.source / "index.md"
    index.write_text(index.read_text(encoding="utf-8").replace("watchers\n", ""), encoding="utf-8")


def _exact(done: Done) -> Done:
    assert (0, "") == (done.code, done.errors)
    return done


class _Bench:
    """
    A book built before an edit and after it, and how many moments each build has.
    """

    def __init__(self, root: Path) -> None:
        self.book = small_book(root / "book")
        self.book.keep()
        _edit(self.book)
        self.later = _exact(self.book.build()).moments
        shutil.rmtree(self.book.output)
        shutil.rmtree(self.book.doctrees)
        shutil.rmtree(self.book.source / "reference")
        self.first = _exact(self.book.build()).moments
        self.clean = self.book.files()

    def back(self) -> Book:
        """
        The book as it was before the edit, built; edited again but not built.
        """
        self.book.restore()
        _edit(self.book)
        return self.book


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> _Bench:
    return _Bench(tmp_path_factory.mktemp("bench"))


def _differing(bench: _Bench) -> list[str]:
    made = bench.book.files()
    return sorted(
        name for name in made.keys() | bench.clean.keys() if made.get(name) != bench.clean.get(name)
    )


def _moments(count: int) -> list[int]:
    """
    Moments that are spread over a build, the last one among them.
    """
    return [round(count * (step + 1) / _TRIED) for step in range(_TRIED)]


class TestInterruptions:
    @pytest.mark.parametrize("step", range(_TRIED))
    @pytest.mark.parametrize("end", ENDS)
    def test_a_later_build_that_ended_early_leaves_no_trace(
        self, bench: _Bench, end: str, step: int
    ) -> None:
        """
        After a kill, Ctrl-C or a full disk during a rebuild, the next build is exact.
        """
        moment = max(1, _moments(bench.later)[step] - ENDS.index(end))
        done = bench.back().build(end=end, moment=moment)
        assert done.code != 0, done.output
        assert "Traceback" not in done.errors
        _exact(bench.book.build())
        assert [] == _differing(bench)

    @pytest.mark.parametrize("step", range(_TRIED))
    def test_a_first_build_that_ended_early_leaves_no_trace(self, bench: _Bench, step: int) -> None:
        """
        The same for a first build, of which much less is known.
        """
        book = bench.back()
        shutil.rmtree(book.source / "reference")
        shutil.rmtree(book.output)
        shutil.rmtree(book.doctrees)
        end = ENDS[step % len(ENDS)]
        done = book.build(end=end, moment=_moments(bench.first)[step] - step % 5)
        assert done.code != 0, done.output
        _exact(book.build())
        assert [] == _differing(bench)
