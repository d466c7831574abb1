"""
Texts made by chance: what the rules accept, every form of the book shows to its last word.
"""

import os
import re
from itertools import islice

import pytest
from pypdf import PdfReader

from tests.book.conftest import Book, check_epub, small_book
from tests.book.pages import Page, text_of
from tests.book.test_prose import FORMS
from tests.fuzz.bodies import accepted
from tests.helpers import Folder

pytestmark = pytest.mark.built

#: How many texts are tried, and made with which seed; `make fuzz` tries more.
_COUNT, _SEED = (1000, 2) if "NCREFS_FUZZ" in os.environ else (40, 1)
_RECORD = """\
---
name: Person {0}
summary: The person of text {0}.
sources: [lee2001]
---

{1}"""


@pytest.fixture(scope="module")
def chanced(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """
    A small book with a record for each text.
    """
    root = tmp_path_factory.mktemp("chanced")
    texts = accepted(root / "tried", _SEED, [text for text, _, _ in FORMS.values()])
    made = small_book(root)
    assert made.data is not None
    folder = Folder(made.data, {})
    for number, text in enumerate(islice(texts, _COUNT)):
        folder.write(f"people/person-{number}.md", _RECORD.format(number, text))
    return made


@pytest.mark.parametrize(("builder", "ending"), [("html", ".html"), ("epub", ".xhtml")])
def test_pages_show_each_text(chanced: Book, builder: str, ending: str) -> None:
    """
    To its end, and nothing of it is markup that was not meant.
    """
    folder = chanced.form(builder)
    for number in range(_COUNT):
        page = Page(folder / f"reference/people/person-{number}{ending}")
        lasts = [
            element
            for tag in ("p", "pre")  # a fence that nothing closes goes on to the end
            for element in page.all(tag)
            if text_of(element).endswith(f"Last {number}.")
        ]
        assert 1 == len(lasts), number
        assert [] == page.errors or builder == "epub"
    if builder == "epub":
        check_epub(folder / "ncrefs.epub")


def test_the_pdf_shows_each_text(chanced: Book) -> None:
    """
    Once.
    """
    reader = PdfReader(chanced.form("pdf") / "ncrefs.pdf")
    text = "".join(page.extract_text() for page in reader.pages)
    assert list(range(_COUNT)) == sorted(map(int, re.findall(r"Last\s*(\d+)\.", text)))


def test_the_source_for_tex_shows_each_text(chanced: Book) -> None:
    """
    Once.
    """
    source = (chanced.form("latex") / "ncrefs.tex").read_text(encoding="utf-8")
    assert list(range(_COUNT)) == sorted(map(int, re.findall(r"(?m)^Last (\d+)\.", source)))
