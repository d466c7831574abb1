"""
The EPUB, as the validator of publishers sees it.
"""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.book.conftest import Book

_JAR = Path("/usr/share/java/epubcheck.jar")


@pytest.fixture(scope="session")
def epub(book: Book) -> Path:
    """
    The real book as EPUB.
    """
    made = Book(book.source, book.output.with_name("epub"))
    done = made.build(builder="epub")
    assert done.returncode == 0, done.stderr
    return made.output / "ncrefs.epub"


def test_epubcheck_finds_nothing(epub: Path) -> None:
    """
    No fatal, no error, no warning.
    """
    if shutil.which("java") is None or not _JAR.exists():
        reason = "no epubcheck on this machine"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    done = subprocess.run(
        ["java", "-jar", str(_JAR), str(epub)], check=False, capture_output=True, text=True
    )
    assert "Messages: 0 fatals / 0 errors / 0 warnings" in done.stdout + done.stderr, done.stderr


def test_it_is_small_and_carries_its_language(epub: Path) -> None:
    """
    Under 5 MB, and Korean text is marked as Korean.
    """
    assert epub.stat().st_size < 5_000_000
    with zipfile.ZipFile(epub) as archive:
        page = archive.read("reference/people/kim-il-sung.xhtml").decode()
    assert 'lang="ko"' in page
    assert "김일성" in page
