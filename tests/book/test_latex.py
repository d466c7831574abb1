"""
The source for TeX: what Sphinx's builder `latex` writes of our trees. No test runs TeX.
"""

import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from pypdf import PdfReader
from sphinx.util import texescape

import ncrefs
from ncrefs.book.drawings import FIGURES
from ncrefs.book.drawings.chart import chart
from ncrefs.book.drawings.maps import map_of
from ncrefs.book.print.latex.drawings import page_of
from ncrefs.book.typography import typeset
from ncrefs.catalog import Catalog
from ncrefs.kinds import kind_of
from ncrefs.korean import fold
from tests.book.conftest import Book, real

pytestmark = pytest.mark.built

_TEXT = "{http://www.w3.org/2000/svg}text"
_LABEL = r"\\detokenize\{([^{}]+)\}"


@pytest.fixture(scope="module")
def latex() -> Path:
    """
    The folder with the source of the real book.
    """
    return real("latex").output


@pytest.fixture(scope="module")
def source(latex: Path) -> str:
    return (latex / "ncrefs.tex").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return ncrefs.load()


def _headings(source: str, command: str) -> list[str]:
    return re.findall(rf"^\\{command}\{{(.*)\}}$", source, re.MULTILINE)


def _escaped(text: str) -> str:
    texescape.init()
    return texescape.escape(text, "xelatex")


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_it_is_set_up_for_korean(latex: Path, source: str) -> None:
    """
    By an engine and a package that keep the spaces of Korean, with fonts for both scripts.
    """
    assert "xelatex" in (latex / "latexmkrc").read_text()
    preamble, _ = source.split(r"\begin{document}")
    assert r"\usepackage{kotex}" in preamble
    for script in ("hangul", "hanja"):
        assert rf"\setmain{script}font{{Noto Serif CJK KR}}" in preamble
    assert "openany" in preamble.partition("{sphinxmanual}")[0]
    assert r"\usepackage{ncrefsbook}" in preamble
    assert (latex / "ncrefsbook.sty").is_file()


def test_same_input_same_bytes(source: str) -> None:
    """
    The title page has the version and not the day on which it was made.
    """
    assert rf"\date{{Version {ncrefs.__version__}}}" in source


def test_every_record_is_in_it(source: str, catalog: Catalog) -> None:
    """
    By its name, as a heading or an entry, and in Hangul.
    """
    headings = {*_headings(source, "section"), *_headings(source, "subsection")}
    paged = [record for record in catalog.records if not kind_of(record).entries_on]
    assert [] == [r.name for r in paged if _escaped(typeset(r.name)) not in headings]
    records = (*catalog.terms, *catalog.questions)
    names = [_escaped(typeset(record.name)) for record in records]
    entries = [f"\\sphinxlineitem{{{name}\\phantomsection" for name in names]
    assert [] == [entry for entry in entries if entry not in source]
    korean = [_escaped(record.korean.hangul) for record in catalog.records if record.korean]
    assert [] == [hangul for hangul in korean if hangul not in source]


def test_records_are_not_chapters(source: str, catalog: Catalog) -> None:
    """
    They follow one another in the chapters of three parts.
    """
    assert ["The answer", "Reference", "Using the book"] == _headings(source, "part")
    chapters = _headings(source, "chapter")
    assert {"Timeline", "People", "Plots", "Glossary", "Bibliography"} <= {*chapters}
    assert chapters[-2:] == ["Glossary", "Bibliography"]
    assert not {_escaped(typeset(record.name)) for record in catalog.records} & {*chapters}


def test_links_lead_somewhere(source: str) -> None:
    """
    Every link and every page in the index has its place.
    """
    wanted = re.findall(rf"\\hyperref\[{_LABEL}\]|\\sphinxstyleindexpageref\{{{_LABEL}\}}", source)
    assert len(wanted) > 10_000
    places = {*re.findall(rf"\\label\{{{_LABEL}\}}", source)}
    assert set() == {link or page for link, page in wanted} - places


def test_what_only_a_screen_needs_is_left_out(source: str) -> None:
    """
    Filters, permalinks, downloads, how to cite a page, the chapters that print replaces.
    """
    for words in ("Cite this page", "nc-filter", "Link to this entry", "as an SVG file"):
        assert words not in source
    assert not {"Index of names", "API reference"} & {*_headings(source, "chapter")}
    assert r"\DUrole{nc-grade-documented}{documented}" in source


def test_tables_fit_the_page(source: str) -> None:
    """
    Each has the widths that its text needs, and may break between pages.
    """
    widths = re.findall(r"\\begin\{longtable\}\{(.*)\}", source)
    assert len(widths) > 100
    assert len(re.findall(r"\\begin\{tabul", source)) == 0
    for columns in widths:
        given = re.findall(r"\\X\{(\d+)\}\{(\d+)\}", columns)
        assert given
        assert {sum(int(part) for part, _ in given)} == {int(whole) for _, whole in given}


def test_the_index_has_korean_names_in_order(source: str) -> None:
    """
    Hangul after Latin letters, by syllables, each with the name and page that it leads to.
    """
    _, index = source.split(r"\begin{sphinxtheindex}")
    items = re.findall(r"^\\item (.+)$", index, re.MULTILINE)
    hangul = [item.partition(" $")[0] for item in items if "가" <= item[0] <= "힣"]
    assert len(hangul) > 100
    assert hangul == sorted(hangul, key=fold)
    page = r"\sphinxstyleindexpageref{\detokenize{reference/people/jang-song-thaek::doc}}"
    assert rf"장성택 $\rightarrow$ Jang Song Thaek{page}" in items
    assert items.index(rf"Jang Song Thaek{page}") < items.index(
        rf"장성택 $\rightarrow$ Jang Song Thaek{page}"
    )


def test_drawings_are_pdfs_of_their_size(latex: Path, source: str, catalog: Catalog) -> None:
    """
    All parts for paper, none for a screen; three quarters of a point for a pixel.
    """
    shown = re.findall(r"\\sphinxincludegraphics\[[^]]+\]\{\{(.+)\}(\..+)\}", source)
    figures = [make(catalog) for make in FIGURES.values()]
    paper = [part for figure in figures for part in figure.paper]
    paper += [chart(measure) for measure in catalog.measures]
    paper += [part for place in catalog.places if (part := map_of(catalog, place))]
    drawn = {part.name: part for part in paper}
    assert sorted((name, ".pdf") for name in drawn) == sorted(set(shown))
    for name, part in drawn.items():
        (page,) = PdfReader(latex / f"{name}.pdf").pages
        assert float(page.mediabox.width) == pytest.approx(part.width * 0.75, abs=1)
        assert float(page.mediabox.height) == pytest.approx(part.height * 0.75, abs=1)
        words = {word for text in fromstring(part.file()).iter(_TEXT) for word in text.itertext()}
        printed = _squeezed(page.extract_text())
        assert {word for word in words if _squeezed(word) not in printed} == set()


def test_a_drawing_is_converted_alike_twice(book: Book) -> None:
    svg = next((book.source / "reference" / "_drawings").glob("*.svg"))
    assert page_of(svg) == page_of(svg)
