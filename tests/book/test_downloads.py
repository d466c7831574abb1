"""
The book's other forms beside its pages.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from ncrefs.book.site.downloads import size
from tests.benchmarks.synthetic import write_site
from tests.book.conftest import Book
from tests.book.pages import Page, text_of
from tests.book.test_axe import OPTIONS
from tests.helpers import Folder

pytestmark = pytest.mark.built

ROOT = Path(__file__).parents[2]


def prepare(folder: Path) -> Book:
    """
    A small book whose start page has a place for files, and stand-ins for them.
    """
    records = Folder(folder / "records")
    book = Book(folder / "docs", folder / "html", records.root)
    write_site(book.source, ROOT / "docs")
    index = book.source / "index.md"
    index.write_text(index.read_text() + "\n```{nc:downloads}\n```\n")
    made = book.source / "_build"
    made.mkdir()
    (made / "ncrefs.pdf").write_bytes(b"p" * 33_200_000)
    (made / "ncrefs.epub").write_bytes(b"e" * 2_040_000)
    return book


@pytest.fixture
def offering(tmp_path: Path) -> Book:
    """
    Such a book, not yet built.
    """
    return prepare(tmp_path)


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """
    Such a book, built with both files.
    """
    book = prepare(tmp_path_factory.mktemp("offered"))
    build(book, "ncrefs.pdf", "ncrefs.epub")
    return book


def build(book: Book, *names: str) -> str:
    """
    Build the pages with files to offer; what Sphinx says of it.
    """
    option = [f"-Dncrefs_downloads={','.join(f'_build/{name}' for name in names)}"]
    done = book.build(*(option if names else []))
    assert done.code == 0, done.errors
    return done.output


def offers(page: Page) -> Iterator[tuple[str, list[str | None]]]:
    """
    The lines of a page that offer files: text, and where their links lead.
    """
    for line in page.all("p", "nc-downloads"):
        yield text_of(line), [link.get("href") for link in line.iter() if link.get("href")]


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, "1 kB"),
        (1_949, "2 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (2_036_792, "2.0 MB"),
        (9_949_999, "9.9 MB"),
        (9_950_000, "10 MB"),
        (33_182_861, "33 MB"),
    ],
)
def test_sizes_are_round(count: int, shown: str) -> None:
    """
    Two digits at most below a hundred.
    """
    assert size(count) == shown


def test_every_page_offers_the_files(offered: Book) -> None:
    """
    On the frame of every page, and on the start page once more; the links lead to the files.
    """
    pages = offered.pages()
    assert len(pages) > 20
    for name, page in pages.items():
        found = [*offers(page)]
        assert len(found) == (2 if name == "index.html" else 1), name
        for text, links in found:
            assert text.partition(": ")[2] == "PDF (33 MB), EPUB (2.0 MB)"
            assert [normpath(join(dirname(name), str(link))) for link in links] == [
                "ncrefs.pdf",
                "ncrefs.epub",
            ]
    for name in ("ncrefs.pdf", "ncrefs.epub"):
        made = (offered.source / "_build" / name).read_bytes()
        assert (offered.output / name).read_bytes() == made


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_lines_are_no_barrier_and_fit(
    browser: Browser, offered: Book, width: int, scheme: Literal["light", "dark"]
) -> None:
    """
    In light and dark, on a telephone and on a desk.
    """
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto((offered.output / "index.html").as_uri())
    found = Axe().run(page, context=".nc-downloads", options=OPTIONS).response
    seen = page.locator("article .nc-downloads")
    box = seen.bounding_box()
    context.close()
    assert "color-contrast" in {passed["id"] for passed in found["passes"]}
    assert [] == [violation["id"] for violation in found["violations"]]
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_a_plain_build_offers_none(offering: Book) -> None:
    """
    No dead link, no empty line, no file, although they were made.
    """
    build(offering)
    for name, page in offering.pages().items():
        assert [] == [*offers(page)], name
        assert not [link for link in page.links() if re.search(r"\.(pdf|epub)$", link)], name
    assert not [*offering.output.rglob("*.pdf"), *offering.output.rglob("*.epub")]


def test_the_book_of_the_project_has_a_place_on_its_start_page() -> None:
    """
    Where the tests above put one.
    """
    assert "```{nc:downloads}\n```" in (ROOT / "docs/index.md").read_text(encoding="utf-8")


def test_another_size_writes_pages_anew_without_reading_them(offering: Book) -> None:
    """
    What pages show of a file is part of them; the same once more changes nothing.
    """
    build(offering, "ncrefs.epub")
    file = offering.source / "_build/ncrefs.epub"
    file.write_bytes(b"e" * 3_100_000)
    said = build(offering, "ncrefs.epub")
    assert re.search(r"updating environment: .*0 added, 0 changed, 0 removed", said)
    for page in offering.pages().values():
        assert {text.split(": ")[1] for text, _ in offers(page)} == {"EPUB (3.1 MB)"}
    assert (offering.output / "ncrefs.epub").stat().st_size == 3_100_000
    before = offering.files()
    assert "no targets are out of date" in build(offering, "ncrefs.epub")
    assert before == offering.files()


def test_a_file_that_was_not_made_is_told(offering: Book) -> None:
    """
    Rather than a dead link.
    """
    done = offering.build("-Dncrefs_downloads=_build/other.pdf")
    assert done.code != 0
    assert "ncrefs_downloads: no PDF or EPUB at" in done.errors
    assert "other.pdf" in done.errors


def test_other_forms_offer_nothing(offering: Book) -> None:
    """
    A book for readers does not lead to itself.
    """
    done = offering.build("-Dncrefs_downloads=_build/ncrefs.pdf", builder="epub")
    assert done.code == 0, done.errors
    assert "nc-downloads" not in (offering.output / "index.xhtml").read_text(encoding="utf-8")
    assert not (offering.output / "ncrefs.pdf").exists()


def test_make_book_makes_the_files_before_the_pages_that_offer_them() -> None:
    """
    One folder of trees, three builders, and the paths under which they write.
    """
    command = ["make", "--dry-run", "--no-print-directory", "book"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    runs = re.findall(r"sphinx-build .*?-d (\S+) (.*?)-b (\w+) docs (\S+)", done.stdout, re.DOTALL)
    assert [builder for _, _, builder, _ in runs] == ["pdf", "epub", "html"]
    assert len({trees for trees, _, _, _ in runs}) == 1
    pdf, epub, html = ([*options.split()] for _, options, _, _ in runs)
    assert (pdf, epub) == ([], [])
    outputs = [f"{output}/ncrefs.{builder}" for _, _, builder, output in runs[:2]]
    (offered,) = (word for word in html if word.startswith("ncrefs_downloads="))
    assert [f"docs/{path}" for path in offered.partition("=")[2].split(",")] == outputs
    assert f"touch {runs[2][3]}/.nojekyll" in done.stdout
