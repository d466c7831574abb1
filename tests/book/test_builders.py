"""
Builders: every form that Sphinx can make of the book is made, or refused in a line.
"""

import posixpath
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pikepdf
import pytest

from tests.book.conftest import Book, small_book
from tests.book.pages import Page

pytestmark = pytest.mark.built

#: What each builder makes of the start page, from its output folder.
BUILDERS = {
    "html": "index.html",
    "dirhtml": "index.html",
    "singlehtml": "index.html",
    "text": "index.txt",
    "man": "ncrefs.1",
    "texinfo": "ncrefs.texi",
    "xml": "index.xml",
    "pseudoxml": "index.pseudoxml",
    "gettext": "index.pot",
    "latex": "ncrefs.tex",
    "epub": "ncrefs.epub",
    "pdf": "ncrefs.pdf",
    "htmlhelp": "index.html",
    "qthelp": "index.html",
    "devhelp": "index.html",
}


Forms = Callable[[str], Book]


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Forms:
    """
    Makes the small book in any form, each once and without a warning.
    """
    small = small_book(tmp_path_factory.mktemp("forms"))

    @cache
    def make(builder: str) -> Book:
        form = Book(small.source, small.output.with_name(builder), small.data)
        done = form.build(builder=builder)
        assert (0, "") == (done.code, done.errors)
        return form

    return make


@pytest.mark.parametrize("builder", BUILDERS)
def test_a_builder_of_sphinx_makes_its_form(forms: Forms, builder: str) -> None:
    """
    Without a warning.
    """
    assert list(forms(builder).output.rglob(BUILDERS[builder]))


@pytest.mark.parametrize("builder", ["epub", "pdf"])
def test_a_book_in_one_file_is_made_again_only_if_it_is_another(
    small: Book, tmp_path: Path, builder: str
) -> None:
    """
    The file stays as it is until it is damaged or a record changes, and is then what a clean
    build makes.
    """
    assert small.data is not None
    small.build(builder=builder)
    file = small.output / BUILDERS[builder]
    made, moment = file.read_bytes(), file.stat().st_mtime_ns
    assert small.build(builder=builder).code == 0
    assert moment == file.stat().st_mtime_ns
    file.write_bytes(made[:100])
    small.build(builder=builder)
    assert made == file.read_bytes()
    path = small.data / "people/pak-jin.md"
    path.write_text(path.read_text().replace("The father of", "A parent of"))
    small.build(builder=builder)
    clean = Book(small.source, tmp_path / "clean", small.data)
    clean.build(builder=builder)
    assert made != file.read_bytes() == (clean.output / file.name).read_bytes()


@pytest.mark.parametrize("builder", ["json", "pickle"])
def test_what_the_theme_cannot_make_is_refused(small: Book, builder: str) -> None:
    """
    One line says why and what to do, and nothing is written.
    """
    done = small.build(builder=builder)
    assert done.code == 1
    assert done.errors.startswith(f"{builder}: sphinx_book_theme makes no such pages.")
    assert not list(small.output.iterdir())


class TestFolders:
    """
    The builder that gives each page a folder.
    """

    def test_every_record_has_its_page(self, forms: Forms) -> None:
        """
        Pages stay where the builder has put them.
        """
        output = forms("dirhtml").output
        assert (output / "reference/people/pak-hun/index.html").is_file()
        assert (output / "reference/sources/l/index.html").is_file()

    def test_every_link_leads_to_a_page(self, forms: Forms) -> None:
        """
        So do those to anchors in pages.
        """
        pages = forms("dirhtml").pages()
        assert len(pages) > 30
        assert [] == list(dead_links(pages))


def dead_links(pages: dict[str, Page]) -> list[str]:
    """
    Links of pages to a page or anchor that is not there.
    """
    return [
        f"{name}: {link}"
        for name, page in pages.items()
        for link in page.links()
        if not _leads(name, page, link, pages)
    ]


def _leads(name: str, page: Page, link: str, pages: dict[str, Page]) -> bool:
    address = urlsplit(link)
    if address.scheme or address.netloc:
        return True
    path = unquote(address.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    if path.endswith("/") or path in (".", ".."):
        target = posixpath.normpath(f"{target}/index.html")
    found = pages.get(target) if path else page
    if found is None:
        return (page.path.parents[name.count("/")] / target).is_file()
    return not address.fragment or unquote(address.fragment) in found.ids


def test_a_lost_record_of_a_build_is_no_harm(built: Book) -> None:
    """
    Without the folder of read documents, pages are written over and nothing is in the way.
    """
    wanted = built.files()
    for path in built.doctrees.glob("*.json"):
        path.unlink()
    done = built.build()
    assert (0, "") == (done.code, done.errors)
    assert wanted == built.files()


def test_the_contents_of_an_epub_lead_to_what_it_has(forms: Forms) -> None:
    """
    Parts that only a site needs are in neither.
    """
    output = forms("epub").output
    pages = {path.relative_to(output).as_posix(): Page(path) for path in output.rglob("*.xhtml")}
    assert [] == [link for link in dead_links(pages) if link.startswith("nav.xhtml")]


def test_a_note_of_an_epub_says_what_it_is_in_both_vocabularies(forms: Forms) -> None:
    """
    A number leads to the element of its source, which readers show over the page.
    """
    page = Page(forms("epub").output / "reference/people/pak-hun.xhtml")
    marks = [e for e in page.root.iter() if e.get("epub:type") == "noteref"]
    notes = {e.get("id"): e for e in page.root.iter() if e.get("epub:type") == "footnote"}
    assert {f"#{id_}" for id_ in notes} >= {mark.get("href") for mark in marks} > set()
    assert {"doc-noteref"} == {mark.get("role") for mark in marks}
    assert {("div", "doc-footnote")} == {(note.tag, note.get("role")) for note in notes.values()}
    shown = [item for note in notes.values() for item in page.all("li") if note in item]
    assert len(shown) == len(notes)


def test_every_table_of_the_pdf_has_header_cells(forms: Forms) -> None:
    """
    Those without a head too: a voice names the first cell of a row with the others.
    """
    with pikepdf.open(forms("pdf").output / "ncrefs.pdf") as document:
        tables = [
            table
            for table in document.objects
            if isinstance(table, pikepdf.Dictionary) and table.get("/S") == "/Table"
        ]
        assert len(tables) > 10
        assert all(b"/TH" in _below(table) for table in tables)


def _below(element: pikepdf.Object) -> bytes:
    """
    The sorts of all elements of structure below one.
    """
    inside: Any = element.get("/K", [])
    children = list(inside) if isinstance(inside, pikepdf.Array) else [inside]
    found = [child for child in children if isinstance(child, pikepdf.Dictionary)]
    return b" ".join([str(element.get("/S")).encode(), *(_below(child) for child in found)])
