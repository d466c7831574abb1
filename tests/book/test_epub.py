"""
The EPUB: as the validator of publishers sees it, as a shelf shows it, as a reader opens it.
"""

import os
import shutil
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser

from tests.book.conftest import Book, check_epub, real
from tests.book.pages import text_of

pytestmark = pytest.mark.built

_NS = {
    "opf": "http://www.idpf.org/2007/opf",
    "h": "http://www.w3.org/1999/xhtml",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_TYPE = "{http://www.idpf.org/2007/ops}type"
PERSON = "reference/people/kim-jong-un.xhtml"
#: What readers set pages in: the machine's own, and wide ones (.ci/run installs them).
_FONTS = ("serif", "DejaVu Serif", "DejaVu Sans", "Noto Serif CJK KR")
#: A page of every type.
PAGES = (
    "index.xhtml",
    "answer/august-1956.xhtml",
    "answer/how-we-know.xhtml",
    PERSON,
    "reference/organizations/korean-peoples-army.xhtml",
    "reference/plots/index.xhtml",
    "reference/plots/vi-corps-affair.xhtml",
    "reference/people/index.xhtml",
    "timeline.xhtml",
    "posts.xhtml",
    "watchers.xhtml",
    "matrix.xhtml",
    "glossary.xhtml",
    "article.xhtml",
    "names.xhtml",
    "using/python.xhtml",
    "using/api.xhtml",
    "nav.xhtml",
)


def make(book: Book) -> Path:
    """
    Build a book as EPUB, strictly.
    """
    done = book.build(builder="epub")
    assert done.code == 0, done.errors
    return book.output / "ncrefs.epub"


def read(epub: Path, name: str) -> ET.Element:
    """
    A file of the EPUB, parsed.
    """
    with zipfile.ZipFile(epub) as archive:
        return ET.fromstring(archive.read(name))


def names(epub: Path) -> list[str]:
    """
    The names of all files of the EPUB.
    """
    with zipfile.ZipFile(epub) as archive:
        return archive.namelist()


@pytest.fixture(scope="session")
def epub() -> Path:
    """
    The real book as EPUB.
    """
    return real("epub").output / "ncrefs.epub"


@pytest.fixture(scope="session")
def opened(epub: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    The real EPUB, unpacked as a reader does.
    """
    folder = tmp_path_factory.mktemp("epub")
    with zipfile.ZipFile(epub) as archive:
        archive.extractall(folder)
    return folder


def test_it_is_whole_when_what_was_read_is_gone(small: Book) -> None:
    """
    Its pages in the folder are the book's own, though nothing tells so any more.
    """
    before = make(small).read_bytes()
    shutil.rmtree(small.doctrees)
    assert before == make(small).read_bytes()


def test_epubcheck_finds_nothing(epub: Path) -> None:
    """
    No fatal, no error, no warning.
    """
    check_epub(epub)


def test_it_is_small_and_carries_its_language(epub: Path) -> None:
    """
    Under 5 MB; pages are English, and Korean text is marked as Korean.
    """
    assert epub.stat().st_size < 5_000_000
    page = read(epub, PERSON)
    assert page.get("lang") == "en"
    marked = {span.text for span in page.iterfind(".//h:span[@lang='ko']", _NS)}
    assert "김정은" in marked


class TestCover:
    def test_the_picture_is_declared_for_new_and_old_readers(self, epub: Path) -> None:
        """
        By a property of EPUB 3, and by the name that EPUB 2 and Kindle look for.
        """
        package = read(epub, "content.opf")
        (item,) = package.findall(".//opf:item[@properties='cover-image']", _NS)
        (meta,) = package.findall(".//opf:meta[@name='cover']", _NS)
        assert item.get("media-type") == "image/png"
        assert item.get("id") == meta.get("content")
        assert item.get("href") in names(epub)

    def test_the_picture_is_large_and_light(self, epub: Path) -> None:
        """
        1600 by 2560 pixels, as shops ask for, below 200 kB.
        """
        with zipfile.ZipFile(epub) as archive:
            png = archive.read("_static/cover.png")
        assert png[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", png[16:24]) == (1600, 2560)
        assert 20_000 < len(png) < 200_000

    def test_it_is_the_first_page(self, epub: Path) -> None:
        """
        The spine, the guide and the landmarks agree where the cover is.
        """
        package = read(epub, "content.opf")
        first = package.find("opf:spine/opf:itemref", _NS)
        assert first is not None
        (page,) = package.findall(f".//opf:item[@id='{first.get('idref')}']", _NS)
        (guide,) = package.findall(".//opf:reference[@type='cover']", _NS)
        landmarks = {
            link.get(_TYPE): link.get("href")
            for link in read(epub, "nav.xhtml").iterfind(".//h:a", _NS)
        }
        assert page.get("href") == guide.get("href") == landmarks["cover"]
        (image,) = read(epub, str(page.get("href"))).findall(".//h:img", _NS)
        assert image.get("src") == "_static/cover.png"
        assert "Why has North Korea" in str(image.get("alt"))

    def test_it_is_made_of_the_records(self, small: Book) -> None:
        """
        Other records, another cover; a word without Korean is left out.
        """
        before = make(small).with_name("_static") / "cover.png"
        picture = before.read_bytes()
        assert small.data is not None
        plot = small.data / "plots/corps-plot.md"
        assert "grade: alleged" in plot.read_text()
        plot.write_text(plot.read_text().replace("grade: alleged", "grade: reported", 1))
        make(small)
        assert before.read_bytes() != picture


def entries(list_: ET.Element) -> Iterator[tuple[int, str, str | None]]:
    """
    Depth, text and target of all entries of a nested list.
    """
    for item in list_.iterfind("h:li", _NS):
        head, *rest = list(item)
        yield 1, "".join(head.itertext()), head.get("href")
        for inner in rest:
            yield from ((depth + 1, text, href) for depth, text, href in entries(inner))


class TestContents:
    def test_parts_head_the_chapters(self, epub: Path) -> None:
        """
        Start page, three parts with their chapters, and below these sections or records.
        """
        list_ = read(epub, "nav.xhtml").find(".//h:nav[1]/h:ol", _NS)
        assert list_ is not None
        found = [*entries(list_)]
        tops = [(text, href) for depth, text, href in found if depth == 1]
        assert tops == [
            ("Why has North Korea never had a successful military coup?", "index.xhtml"),
            ("The answer", None),
            ("Reference", None),
            ("Using the book", None),
        ]
        assert (2, "August 1956", "answer/august-1956.xhtml") in found
        assert (3, "Kim Jong Un", PERSON) in found
        assert max(depth for depth, _, _ in found) == 3

    def test_no_entry_is_empty_or_doubled_and_each_leads_somewhere(self, opened: Path) -> None:
        """
        In the contents of EPUB 3 and of EPUB 2 alike.
        """
        nav = ET.fromstring((opened / "nav.xhtml").read_bytes())
        list_ = nav.find(".//h:nav[1]/h:ol", _NS)
        assert list_ is not None
        listed = [(text, href) for _, text, href in entries(list_)]
        old = [
            (point.findtext("ncx:navLabel/ncx:text", "", _NS), content.get("src"))
            for point in ET.fromstring((opened / "toc.ncx").read_bytes()).iter(
                f"{{{_NS['ncx']}}}navPoint"
            )
            if (content := point.find("ncx:content", _NS)) is not None
        ]
        assert [text for text, _ in listed] == [text for text, _ in old]
        assert len(listed) == len(set(listed)) > 300
        assert all(text.strip() for text, _ in listed)
        for href in {href for _, href in [*listed, *old] if href}:
            path, _, anchor = href.partition("#")
            page = (opened / path).read_text(encoding="utf-8")
            assert not anchor or f'id="{anchor}"' in page, href

    def test_landmarks_name_cover_contents_and_start(self, epub: Path) -> None:
        """
        What readers offer by name.
        """
        nav = read(epub, "nav.xhtml").findall(".//h:nav", _NS)[1]
        assert nav.get(_TYPE) == "landmarks"
        found = [(link.get(_TYPE), link.get("href")) for link in nav.iterfind(".//h:a", _NS)]
        assert found == [
            ("cover", "epub-cover.xhtml"),
            ("toc", "nav.xhtml"),
            ("bodymatter", "index.xhtml"),
        ]


class TestPages:
    def test_nothing_is_there_that_only_a_site_can_use(self, epub: Path) -> None:
        """
        No form, button, script, hover text, permalink, JSON twin or recipe for citing the page.
        """
        for name in names(epub):
            if not name.endswith(".xhtml"):
                continue
            page = read(epub, name)
            for tag in ("form", "input", "button", "script", "iframe"):
                assert page.find(f".//h:{tag}", _NS) is None, (name, tag)
            titles = [link.get("title") for link in page.iterfind(".//h:a[@title]", _NS)]
            assert titles == [], name
            assert page.find(".//h:a[@class='nc-permalink']", _NS) is None, name
            assert page.find(".//h:section[@id='cite']", _NS) is None, name
            own = [a.get("href", "") for a in page.iterfind(".//h:a[@href]", _NS)]
            assert not [href for href in own if "://" not in href and ".json" in href], name

    def test_every_header_cell_says_something(self, opened: Path) -> None:
        """
        A voice reads it before each cell of its column.
        """
        cells = [
            (path.name, text_of(cell))
            for path in opened.rglob("*.xhtml")
            for cell in ET.fromstring(path.read_bytes()).iterfind(".//h:th", _NS)
        ]
        assert len(cells) > 1000
        assert [] == [name for name, text in cells if not text]

    def test_it_has_no_file_that_no_page_loads(self, epub: Path) -> None:
        """
        Styles and pictures of the site stay out.
        """
        used = set()
        for name in names(epub):
            if name.endswith(".xhtml"):
                page = read(epub, name)
                sources = [link.get("href", "") for link in page.iterfind(".//h:link", _NS)]
                sources += [image.get("src", "") for image in page.iterfind(".//h:img", _NS)]
                used |= {normpath(join(dirname(name), unquote(path))) for path in sources}
        extra = {name for name in names(epub) if name.startswith("_")} - used
        assert extra == set()

    @pytest.mark.parametrize("name", PAGES)
    def test_no_page_is_wider_than_a_telephone(
        self, browser: Browser, opened: Path, name: str
    ) -> None:
        """
        A page of a reader cannot be moved sideways, in the widest of common fonts either.
        """
        tab = browser.new_page(viewport={"width": 360, "height": 640})
        tab.goto((opened / name).as_uri())
        widths = {}
        for font in _FONTS:
            tab.evaluate("font => { document.body.style.fontFamily = font }", font)
            widths[font] = tab.evaluate("document.documentElement.scrollWidth")
        tab.close()
        assert dict.fromkeys(_FONTS, 360) == widths


class TestSameBytes:
    def test_the_same_records_make_the_same_file(self, small: Book, tmp_path: Path) -> None:
        """
        Whatever the folder, the day, the rights of files, and the order of sets.
        """
        first = make(small).read_bytes()
        other = Book(small.source, tmp_path / "elsewhere", small.data)
        old = os.umask(0o077)
        try:
            done = other.start(builder="epub", PYTHONHASHSEED="7")
        finally:
            os.umask(old)
        assert done.returncode == 0, done.stderr
        second = other.output / "ncrefs.epub"
        assert second.read_bytes() == first
        with zipfile.ZipFile(second) as archive:
            assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}
            assert archive.infolist()[0].filename == "mimetype"
            assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED

    def test_a_second_build_leaves_nothing_of_the_first(self, small: Book, tmp_path: Path) -> None:
        """
        The page of a record that is gone, and what else an earlier build has left.
        """
        make(small)
        left = small.output / "_images/old.svg"
        left.parent.mkdir(exist_ok=True)
        left.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
        assert small.data is not None
        (small.data / "people/pak-son.md").write_text(
            "---\nname: Pak Son\nsummary: One of the family.\nsources: [lee2001]\n---\n"
        )
        assert "reference/people/pak-son.xhtml" in names(make(small))
        (small.data / "people/pak-son.md").unlink()
        again = make(small)
        clean = make(Book(small.source, tmp_path / "clean", small.data))
        assert names(again) == names(clean)
        assert again.read_bytes() == clean.read_bytes()

    def test_it_is_as_old_as_its_newest_source(self, small: Book) -> None:
        """
        No clock; who builds a release may say otherwise.
        """
        package = read(make(small), "content.opf")
        assert package.findtext(".//dc:date", "", _NS) == "2010-05-01T00:00:00Z"
        done = small.start(builder="epub", SOURCE_DATE_EPOCH="86400")
        assert done.returncode == 0, done.stderr
        package = read(small.output / "ncrefs.epub", "content.opf")
        assert package.findtext(".//dc:date", "", _NS) == "1970-01-02T00:00:00Z"
