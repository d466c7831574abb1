"""
The classes by which content speaks to styles: each is made, and each has a look or a use.
"""

import re
from pathlib import Path

import pytest

import ncrefs
from ncrefs.book import classes
from tests.book.conftest import Book
from tests.book.pages import Page

PACKAGE = Path(ncrefs.__file__).parent / "book"
DECLARED = {
    name: value
    for name, value in vars(classes).items()
    if name.isupper() and isinstance(value, str)
}
#: Classes that print gives to what it has changed.
ON_PAPER = {"SOURCE_NAMES", "LINES"}
#: Classes by which a script or a test knows what needs no look of its own.
PLAIN = {"FEATURES", "POINTS", "DATE", "DOWNLOADS", "OPENING", "TELLERS"}


def texts(*suffixes: str) -> str:
    """
    All files of the package with the suffixes.
    """
    files = [path for path in PACKAGE.rglob("*") if path.suffix in suffixes]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_class_is_made(book_pages: dict[str, Page]) -> None:
    """
    Somewhere in the book an element has it.
    """
    found: set[str] = set()
    for page in book_pages.values():
        for element in page.root.iter():
            found.update(element.get("class", "").split())
    missing = {name for name, value in DECLARED.items() if value not in found}
    assert missing <= {*ON_PAPER, "DOWNLOADS"}


def test_every_class_is_styled_or_used() -> None:
    """
    A style sheet, a script or a form of print knows it.
    """
    styled = texts(".css", ".js", ".sty", ".typ", ".jinja")
    used = "\n".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "print").rglob("*.py"))
    unknown = {
        name
        for name, value in DECLARED.items()
        if not re.search(rf"{re.escape(value)}(?![\w-])", styled)
        and not re.search(rf"\b{name}\b", used)
    }
    assert unknown <= PLAIN


@pytest.mark.parametrize("pattern", [r"nc-(?:grade|verdict)-\w+", r"nc-tier-\w+"])
def test_every_value_of_a_scale_has_a_colour(
    book: Book, book_pages: dict[str, Page], pattern: str
) -> None:
    """
    What pages use of the scales is in the style sheet made from the palette.
    """
    palette = (book.output / "_static" / "palette.css").read_text(encoding="utf-8")
    for name in ("article.html", "reference/plots/vi-corps-affair.html"):
        html = book_pages[name].path.read_text(encoding="utf-8")
        for value in set(re.findall(pattern, html)):
            assert f".{value} {{ --nc-tone:" in palette, value
