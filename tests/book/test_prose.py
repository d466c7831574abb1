"""
Prose: whatever a text may hold is shown, by the element it is meant for, in every form of the book.
"""

from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader

from ncrefs.check import check
from ncrefs.kinds import KINDS
from ncrefs.markup import ALLOWED, ROLES
from tests.book.conftest import Book, check_epub, small_book
from tests.book.pages import Page, text_of
from tests.helpers import FILES, Folder

#: What each role is given that leads somewhere; one of a kind gets a record of that kind.
_TARGETS = {
    "cite": "lee2001, news2010",
    "term": "a putsch <coup>",
    "abbr": "KPA (Korean People's Army)",
    "nc:ref": "pak-hun",
    "nc:source": "lee2001",
    "nc:grade": "alleged",
    "nc:verdict": "unsupported",
}


def _word(role: str) -> str:
    found = [path for path in FILES if path.startswith(f"{_FOLDERS.get(role)}/")]
    return _TARGETS.get(role) or (Path(found[0]).stem if found else "Lowered")


_FOLDERS = {f"nc:{kind.singular}": kind.plural for kind in KINDS.values()}
#: What a text may hold, by its name in `ALLOWED`: an example, and the element that shows its words.
FORMS = {
    "emphasis": ("*Leaning* words.", "em", "Leaning"),
    "strong emphasis": ("**Heavy** words.", "strong", "Heavy"),
    "code": ("`Typed` words.", "code", "Typed"),
    "link to a record or source": ("[Linked](#pak-jin) words, [](#pak-hun).", "a", "Linked"),
    "link to a page": ('[Outward](https://example.org/a?b=c&d "T") words.', "a", "Outward"),
    "address": ("<https://example.org/address>", "a", "https://example.org/address"),
    "role": (" ".join([*(f"{{{role}}}`{_word(role)}`" for role in ROLES), "."]), "sub", "Lowered"),
    "heading": ("## Headed\n\nWords.\n\n#### Deeper\n\n## Headed", "h3", "Headed"),
    "list": ("- Bulleted\n\n  - more\n\n1. one\n2. two", "li", "Bulleted"),
    "definition list": ("Defined\n: Once.\n: Twice.\n\n  - more", "dt", "Defined"),
    "quotation": ("> Quoted\n>\n> > again", "blockquote", "Quoted"),
    "table": ("| a | b |\n|---|--:|\n| Celled | |\n| d |", "td", "Celled"),
    "code block": ("```\nBlocked <b>\n```\n\n    indented", "pre", "Blocked"),
}
#: How each stands: alone, and deep inside others.
_PLACES = ("", "> ", "- ", "1. > ", "term\n: ")
#: Records whose texts stand on a page of their own, and with others on one.
_SHOWN = {
    "people/pak-jin.md": "reference/people/pak-jin",
    "plots/corps-plot.md": "reference/plots/corps-plot",
    "terms/coup.md": "glossary",
    "questions/was-there-a-coup.md": "questions",
}
#: Headings that the page has itself.
_TAKEN = "## Relations\n\n## Cited by\n\n## Fate\n\n### Claims\n\n# 박훈\n\n> # 朴\n"


def _body() -> str:
    texts = [text for text, _, _ in FORMS.values()]
    nested = [
        place + text.replace("\n", "\n" + "".join(c if c == ">" else " " for c in last))
        for place in _PLACES
        for text in texts
        for last in [place.rpartition("\n")[2]]
    ]
    return "\n\n".join([*nested, _TAKEN])


@pytest.fixture(scope="module")
def prosaic(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """
    A small book whose records hold all that a text may hold.
    """
    made = small_book(tmp_path_factory.mktemp("prosaic"))
    assert made.data is not None
    folder = Folder(made.data, {})
    for path in _SHOWN:
        text = (folder / path).read_text(encoding="utf-8")
        folder.write(path, f"{text}\n{_body()}")
    # No mistake; how it is typed is another matter.
    assert ["advice"] == sorted({problem.severity for problem in check(folder.root)[1]})
    return made


def test_each_has_a_form() -> None:
    """
    The examples are those of what is allowed.
    """
    assert list(ALLOWED) == list(FORMS)


@pytest.mark.built
@pytest.mark.parametrize(("builder", "ending"), [("html", ".html"), ("epub", ".xhtml")])
def test_pages_show_each(prosaic: Book, builder: str, ending: str) -> None:
    """
    By its element, as often as it stands there, and no id stands twice.
    """
    folder = prosaic.form(builder)
    for name in _SHOWN.values():
        page = Page(folder / f"{name}{ending}")
        for _, tag, word in FORMS.values():
            shown = [e for e in page.root.iter() if _is(e.tag, tag) and word in text_of(e)]
            assert len(shown) >= len(_PLACES), (name, word)
        assert [] == [id_ for id_, count in Counter(page.ids).items() if count > 1]
        assert [] == page.errors or builder == "epub"


def _is(found: object, tag: str) -> bool:
    """
    Whether an element is the one; a heading is of any level, or a line that looks like one.
    """
    return found == tag or (tag == "h3" and found in ("h2", "h4", "h5", "h6", "p"))


@pytest.mark.built
def test_the_epub_is_valid(prosaic: Book) -> None:
    """
    With everything that a text may hold, and without the captions of the real book's parts.
    """
    check_epub(prosaic.form("epub") / "ncrefs.epub")


@pytest.mark.built
def test_the_pdf_shows_each(prosaic: Book) -> None:
    """
    Every word of it, and no warning.
    """
    reader = PdfReader(prosaic.form("pdf") / "ncrefs.pdf")
    text = "".join("".join(page.extract_text() for page in reader.pages).split())
    for example, _, word in FORMS.values():
        assert text.count("".join(word.split())) >= len(_PLACES) * len(_SHOWN), example
    assert text.count("Twice.") >= len(_PLACES) * len(_SHOWN)


@pytest.mark.built
def test_the_source_for_tex_shows_each(prosaic: Book) -> None:
    """
    As commands, whose words are all there.
    """
    source = (prosaic.form("latex") / "ncrefs.tex").read_text(encoding="utf-8")
    for example, _, word in FORMS.values():
        assert source.count(word) >= len(_PLACES) * len(_SHOWN), example
