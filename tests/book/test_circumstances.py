"""
Circumstances: what the machine may be like, and what a build says when it cannot go on.
"""

import os
import threading
import time
from pathlib import Path

import pytest

from tests.book.conftest import Book


class TestEnvironment:
    @pytest.mark.parametrize(
        "environment",
        [
            {"PYTHONOPTIMIZE": "2"},
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": ""},
        ],
    )
    def test_the_same_pages_are_made(
        self, built: Book, tmp_path: Path, environment: dict[str, str]
    ) -> None:
        """
        Without docstrings, in a POSIX locale, in another time zone.
        """
        other = Book(built.source, tmp_path / "other", built.data)
        done = other.start(**environment)
        assert (0, "") == (done.returncode, done.stderr)
        assert built.files() == other.files()

    def test_an_epoch_that_is_no_number_is_told(self, small: Book) -> None:
        """
        In a line, and the book is built without it.
        """
        done = small.start(SOURCE_DATE_EPOCH="today")
        assert done.returncode == 0
        assert done.stderr == 'SOURCE_DATE_EPOCH is "today", no seconds since 1970: not used.\n'


class TestFolders:
    def test_an_output_that_cannot_be_made_is_told(self, small: Book) -> None:
        """
        In a line that names it.
        """
        small.output.parent.joinpath("file").write_text("")
        small.output = small.output.parent / "file" / "html"
        done = small.build()
        assert done.code == 1
        assert done.errors == f"{small.output}: the folder cannot be made (Not a directory)\n"

    @pytest.mark.skipif(os.name != "posix", reason="needs a folder that cannot be written")
    def test_sources_that_cannot_be_written_are_told(self, small: Book) -> None:
        """
        The folder of generated pages is named, and no traceback is shown.
        """
        (small.source / "reference").write_text("a file, where nobody can make a folder\n")
        done = small.build()
        assert done.code == 1
        assert str(small.source / "reference") in done.errors
        assert "cannot be written" in done.errors
        assert "Traceback" not in done.errors

    def test_a_second_build_in_a_folder_waits(self, small: Book) -> None:
        """
        Two at once end as one after the other, and the pages are those of the last records.
        """
        assert small.data is not None
        path = small.data / "people/pak-hun.md"
        first = threading.Thread(target=small.build)
        first.start()
        time.sleep(0.5)
        path.write_text(path.read_text() + "\nOne more sentence.\n")
        second = small.build()
        first.join()
        assert (0, "") == (second.code, second.errors)
        made = small.files()
        assert "One more sentence." in made["reference/people/pak-hun.html"].decode()
        again = small.build()
        assert (0, "") == (again.code, again.errors)
        assert made == small.files()


class TestExitCodes:
    def test_a_warning_about_a_record_fails_the_build(self, small: Book) -> None:
        """
        Also without Sphinx's -W: mistakes in records are never passed by.
        """
        assert small.data is not None
        path = small.data / "people/pak-hun.md"
        path.write_text(path.read_text() + "\n![x](https://example.org/x.png)\n")
        done = small.build("-q", unchecked=True, strict=False)
        assert done.code == 1
        assert "in the prose of a record" in done.errors

    def test_a_warning_about_a_chapter_does_not(self, small: Book) -> None:
        """
        It is Sphinx's -W that decides.
        """
        path = small.source / "method.md"
        path.write_text(path.read_text(encoding="utf-8") + "\n[x](#nowhere)\n", encoding="utf-8")
        assert small.build(strict=False).code == 0
