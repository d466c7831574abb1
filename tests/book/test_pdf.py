"""
The PDF: typeset by the builder `pdf`, read back with pypdf and by the typesetter itself.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pytest
import typst
from docutils import nodes
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader
from pypdf.generic import IndirectObject

import ncrefs
from ncrefs.book.print import columns, fonts, index, paper
from ncrefs.book.print.typst import placing
from ncrefs.book.print.typst.markup import call, literal, markup, shown
from ncrefs.book.print.typst.writer import Heading
from ncrefs.model import Claim
from tests.benchmarks.synthetic import write_site
from tests.book.conftest import DOCS, Book, real
from tests.helpers import Folder

pytestmark = pytest.mark.built

#: Reads the text of markup back, whatever Typst has made of it.
_TEXT_OF = """
#let text-of(it) = if it.has("text") { it.text } else if it.has("children") {
  it.children.map(text-of).join("")
} else if it.func() == [ ].func() { " " } else { panic(repr(it)) }
"""


def _set(book: Book) -> PdfReader:
    """
    Build a book strictly and open it.
    """
    done = book.build(builder="pdf")
    assert done.code == 0, done.errors
    reader = PdfReader(book.output / "ncrefs.pdf")
    assert f"typeset: {len(reader.pages)} pages, " in done.output
    assert "ncrefs.pdf" in done.output.splitlines()[-1]
    return reader


def _text(reader: PdfReader) -> str:
    """
    The text of all pages, with words that a line break parted as one.
    """
    text = "\n".join(page.extract_text() for page in reader.pages)
    return re.sub(r"\s+", " ", text.replace("\u2060", "").replace("-\n", "-"))


def _squeezed(text: str) -> str:
    """
    The letters and digits of a text: line breaks and typographic quotes do not count.
    """
    return re.sub(r"[\W_]+", "", text)


def _squeezed_arrows(text: str) -> str:
    """
    The text without the marks that keep a page number with its link.
    """
    return re.sub(r"[\s\u2060\u2009\u2007]+", " ", text)


def _outline(reader: PdfReader, entries: Any = None) -> Iterator[str]:
    for entry in reader.outline if entries is None else entries:
        if isinstance(entry, list):
            yield from _outline(reader, entry)
        else:
            yield str(entry.title)


def _destinations(reader: PdfReader) -> Iterator[Any]:
    """
    Where each link inside the book leads.
    """
    for page in reader.pages:
        for annotation in _any(page.get("/Annots", ())):
            link = _any(annotation.get_object())
            if "/Dest" in link:
                yield link["/Dest"]
            elif link["/A"]["/S"] == "/GoTo":
                yield link["/A"]["/D"]


def _levels(inside: Any) -> Iterator[int]:
    """
    The levels of the headings in a tree of structure, in order.
    """
    for element in inside if isinstance(inside, pikepdf.Array) else [inside]:
        if isinstance(element, pikepdf.Dictionary):
            name = str(element.get("/S", ""))
            if re.fullmatch(r"/H[1-6]", name):
                yield int(name[2:])
            yield from _levels(element.get("/K", []))


def _assert_links_resolve(reader: PdfReader) -> None:
    pages = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
    named = reader.named_destinations
    count = 0
    for destination in _destinations(reader):
        if isinstance(destination, str):
            assert destination in named
        else:
            target = destination.get_object()[0]
            page = target if isinstance(target, IndirectObject) else target.indirect_reference
            assert page.idnum in pages
        count += 1
    assert count > 10


@pytest.fixture(scope="module")
def compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=fonts.book_fonts(), ignore_system_fonts=True)


class TestMarkup:
    @given(st.text())
    def test_any_text_is_shown_as_it_is(self, text: str) -> None:
        """
        Typst sees the text and nothing else, with white space as one space.
        """
        source = f"{_TEXT_OF}#metadata(text-of([x{markup(text)}x])) <text>"
        found = typst.query(source.encode(), "<text>", field="value", one=True)
        expected = re.sub(r"[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+", " ", shown(text))
        assert json.loads(found) == f"x{expected}x"

    @given(st.text())
    def test_any_text_is_a_string(self, text: str) -> None:
        source = f"#metadata({literal(text)}) <text>"
        assert json.loads(typst.query(source.encode(), "<text>", field="value", one=True)) == shown(
            text
        )

    @given(st.text(st.characters(max_codepoint=0x7F)))
    def test_a_call_takes_nothing_of_the_text_after_it(self, text: str) -> None:
        source = (
            f"{_TEXT_OF}#metadata(text-of([{call('str', literal('call'))}{markup(text)}])) <text>"
        )
        found = typst.query(source.encode(), "<text>", field="value", one=True)
        assert json.loads(found) == "call" + re.sub(r"[ \t\n\v\f\r\x1c-\x1f]+", " ", shown(text))

    @settings(max_examples=25)
    @given(st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "S"]), min_size=1))
    def test_text_survives_in_the_pdf(self, compiler: typst.Compiler, text: str) -> None:
        """
        What one reads in the PDF is what was written.
        """
        source = f'#set text(ligatures: false, font: "Libertinus Serif")\n{markup(text)}'
        pdf = compiler.compile(source.encode(), format="pdf")
        assert isinstance(pdf, bytes)
        broken = re.compile(r"[\s-]+")  # where a line breaks
        assert broken.sub("", _pages(pdf)) == broken.sub("", text)


def _pages(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def _any(value: Any) -> Any:
    """
    What pypdf types too loosely to look into.
    """
    return value


class TestFonts:
    def test_every_script_of_the_book_is_covered(self) -> None:
        latin = "Aé–“”…ŏŭʼ→"
        assert fonts.uncovered(f"{latin}군부軍部東东粛ЖԱ") == []

    def test_a_missing_character_is_named(self) -> None:
        assert fonts.uncovered("aก b") == ["ก"]
        assert fonts.described("ก") == "U+0E01 THAI CHARACTER KO KAI (ก)"

    def test_a_missing_wheel_says_what_to_install(self) -> None:
        code = (
            "import sys; sys.modules['pylopdf_fonts_ko'] = None\n"
            "from ncrefs.book.print.fonts import book_fonts\n"
            "book_fonts()"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], check=False, capture_output=True, text=True
        )
        assert 'pip install "ncrefs[book]"' in done.stderr

    def test_pages_are_built_without_the_typesetter(self) -> None:
        code = "import sys, ncrefs.book; assert 'typst' not in sys.modules"
        subprocess.run([sys.executable, "-c", code], check=True)


class TestTables:
    @staticmethod
    def _table(*rows: tuple[str, ...]) -> nodes.table:
        group = nodes.tgroup("", *[nodes.colspec() for _ in rows[0]], cols=len(rows[0]))
        cells = [[nodes.entry("", nodes.paragraph("", text)) for text in row] for row in rows]
        group += nodes.tbody("", *[nodes.row("", *row) for row in cells])
        return nodes.table("", group)

    def test_short_columns_are_as_wide_as_they_are(self) -> None:
        assert columns.widths(self._table(("1956", "vote"), ("1995", "plot"))) == ["auto", "auto"]

    def test_text_gets_the_room(self) -> None:
        first, second, third = columns.widths(self._table(("1956", "x" * 15, "many words " * 20)))
        assert first == "auto"
        assert float(second.removesuffix("fr")) < float(third.removesuffix("fr")) / 3

    def test_only_a_short_table_stands_on_one_page(self) -> None:
        assert columns.is_short(self._table(("1956", "vote"), ("1995", "plot")))
        assert not columns.is_short(self._table(("1956", "many words " * 40)))
        assert not columns.is_short(self._table(*[("1956", "vote")] * 20))

    def test_spans_count_for_no_column(self) -> None:
        table = self._table(("a", "b"), ("c", "d"))
        wide = next(table.findall(nodes.entry))
        wide["morecols"] = 1
        wide.parent.remove(wide.parent[1])
        assert columns.widths(table) == ["auto", "auto"]


class TestIndex:
    def test_spellings_lead_to_the_heading(self) -> None:
        entries: list[tuple[str, ...]] = [
            ("single", name, "", "main", "") for name in ("Pak Hun", "박훈", "朴勳", "Pak-hun")
        ]
        found = index.lines([("people/pak-hun", entries)])
        assert [(line.text, line.heading) for line in found] == [
            ("Pak Hun", None),
            ("박훈", "Pak Hun"),
            ("朴勳", "Pak Hun"),
        ]
        assert {key for line in found for key in line.keys} == {"people/pak-hun"}

    def test_letters_follow_each_script_s_order(self) -> None:
        names = ("군부", "까치", "장성택", "Ŏm", "Oh", "8월", "朴勳", "Abc", "나라")
        found = [index.Line(name) for name in names]
        assert [
            (letter, [line.text for line in group]) for letter, group in index.groups(found)
        ] == [
            ("0–9", ["8월"]),
            ("A", ["Abc"]),
            ("O", ["Oh", "Ŏm"]),
            ("ㄱ", ["군부", "까치"]),
            ("ㄴ", ["나라"]),
            ("ㅈ", ["장성택"]),
            ("Hanja", ["朴勳"]),
        ]

    def test_hanja_go_by_their_reading(self) -> None:
        found = [index.Line("李", reading="리"), index.Line("金", reading="김")]
        ((_, group),) = index.groups(found)
        assert [line.text for line in group] == ["金", "李"]


class TestPlacing:
    _HEADINGS = (
        Heading("part", "Reference", "p"),
        Heading("chapter", "People", "c"),
        Heading("entry", "Pak Hun", "a"),
        Heading("entry", "Yi", "b"),
        Heading("part", "Back", "q"),
    )
    _FOUND = (
        *(("p", 3, 200.0), ("c", 4, 60.0), ("a", 4, 90.4), ("m:a", 5, 99.0), ("b", 5, 300.0)),
        *((placing.PART_END, 6, 80.0), ("q", 8, 60.0), (placing.BOOK_END, 8, 90.0)),
    )

    def test_places_are_found_by_key(self) -> None:
        places = placing.placed([*self._FOUND, ("m:a", 7, 5.0)])
        assert places["a"] == [(4, 90)]
        assert places["m:a"] == [(5, 99), (7, 5)]

    def test_pages_are_headed_as_in_a_dictionary(self) -> None:
        """
        A left page names the entry that it starts with, a right page that which it ends with;
        openings and the blank page before a part name none.
        """
        heads = placing.heads(placing.placed(self._FOUND), self._HEADINGS)
        assert heads == [
            *({}, {}, {"opens": "part"}, {"opens": "chapter"}),
            *({"title": "People", "entry": "Yi"}, {"title": "People", "entry": "Yi"}),
            *({}, {"opens": "part"}),
        ]

    def test_a_mark_alone_on_a_page_leaves_it_blank(self) -> None:
        found = [
            (key, page + 1, 0.0) if key == placing.PART_END else (key, page, y)
            for key, page, y in self._FOUND
        ]
        heads = placing.heads(placing.placed(found), self._HEADINGS)
        assert heads == placing.heads(placing.placed(self._FOUND), self._HEADINGS)

    def test_before_the_first_round_nothing_is_known(self) -> None:
        assert placing.heads({}, self._HEADINGS) == []


class TestPaper:
    @pytest.mark.parametrize(
        ("uri", "printed"),
        [
            ("https://www.example.org/a/", "example.org/a"),
            ("https://ko.wikipedia.org/wiki/%EA%B5%B0", "ko.wikipedia.org/wiki/군"),
            ("https://example.org/%FF", "example.org/%FF"),
            ("https://example.org/a%20b", "example.org/a%20b"),
            ("https://example.org/%EA%B5%B0%20b", "example.org/군%20b"),
        ],
    )
    def test_an_address_is_printed_readably(self, uri: str, printed: str) -> None:
        assert paper.readable(uri) == printed


@pytest.fixture(scope="module")
def slim(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """
    The small book as PDF, to look at.
    """
    folder = tmp_path_factory.mktemp("slim")
    write_site(folder / "docs", DOCS)
    made = Book(folder / "docs", folder / "pdf", Folder(folder / "records").root)
    _set(made)
    return made


@pytest.fixture(scope="module")
def slim_reader(slim: Book) -> PdfReader:
    return PdfReader(slim.output / "ncrefs.pdf")


class TestSmallBook:
    def test_the_book(self, slim_reader: PdfReader) -> None:
        """
        Names in all scripts, facts, contents, index; the outline; tags and metadata.
        """
        reader = slim_reader
        text = _text(reader)
        for words in (
            *("Pak Hun", "박훈", "朴勳", "Bak Hun", "Park Hoon"),
            *("Commander", "10–12 people arrested", "A march on the capital.", "Lee 2001"),
            *("Armies and Parties", "example.org/general", "Contents", "CC BY 4.0"),
            f"Version {ncrefs.__version__}",
        ):
            assert words in text
        assert "Cite this page" not in text
        assert "@misc" not in text
        assert {"People", "Pak Hun", "Plots", "Corps plot", "Bibliography"} <= {*_outline(reader)}
        assert "Relations" not in {*_outline(reader)}
        _assert_links_resolve(reader)

    def test_it_is_tagged_and_described(self, slim: Book, slim_reader: PdfReader) -> None:
        """
        PDF/UA-1: tags, a title, a language, every font embedded.
        """
        reader = slim_reader
        root: Any = reader.root_object
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == "en"
        assert reader.metadata is not None
        assert reader.metadata.title == "Why has North Korea never had a successful military coup?"
        assert reader.metadata.creation_date is None
        assert b"pdfuaid" in (slim.output / "ncrefs.pdf").read_bytes()
        loaded = [page["/Resources"].get("/Font", {}) for page in _any(reader.pages)]
        files = [
            inner.get_object()["/FontDescriptor"]
            for found in loaded
            for font in found.values()
            for inner in font.get("/DescendantFonts", [font])
        ]
        assert files
        assert all("/FontFile2" in file or "/FontFile3" in file for file in files)

    def test_what_a_voice_needs_is_there(self, slim: Book) -> None:
        """
        What checkers of PDF/UA look at beyond tags: each picture has words, each link says
        where it leads and is part of the text, no level of headings is left out.
        """
        with pikepdf.open(slim.output / "ncrefs.pdf") as document:
            root: Any = document.Root
            assert root.ViewerPreferences.DisplayDocTitle
            pictures = [
                element
                for element in document.objects
                if isinstance(element, pikepdf.Dictionary) and element.get("/S") == "/Figure"
            ]
            assert pictures
            assert all("/Alt" in picture for picture in pictures)
            levels = [*_levels(root.StructTreeRoot.K)]
            assert levels[0] == 1
            assert [] == [step for step in pairwise(levels) if step[1] > step[0] + 1]
            links = [link for page in document.pages for link in _any(page.get("/Annots", []))]
            assert len(links) > 100
            assert all("/Contents" in link and "/StructParent" in link for link in links)
            assert all(page.get("/Tabs") == "/S" for page in document.pages)

    def test_entries_share_pages(self, slim_reader: PdfReader) -> None:
        """
        Two people stand on one page; a chapter opens on a new one.
        """
        pages = [page.extract_text() for page in slim_reader.pages]
        both = [page for page in pages if "A general who led" in page and "The father of" in page]
        assert len(both) == 1
        assert not any("The father of" in page and "A corps on the coast" in page for page in pages)

    def test_the_index_gives_pages(self, slim_reader: PdfReader) -> None:
        """
        The heading has the page of the entry and of what mentions it.
        """
        pages = [page.extract_text() for page in slim_reader.pages]
        entry = next(n for n, page in enumerate(pages, 1) if "A corps on the coast" in page)
        mention = next(n for n, page in enumerate(pages, 1) if "He led the" in page)
        (line,) = re.findall(r"^First Corps\s[\d, –]+$", pages[-1], re.MULTILINE)
        assert re.findall(r"\d+", line) == [str(entry), str(mention)]

    def test_the_same_records_give_the_same_bytes(self, slim: Book, tmp_path: Path) -> None:
        """
        No clock, no path, no order of chance.
        """
        again = Book(slim.source, tmp_path / "elsewhere" / "pdf", slim.data)
        _set(again)
        assert (slim.output / "ncrefs.pdf").read_bytes() == (
            again.output / "ncrefs.pdf"
        ).read_bytes()

    def test_a_citation_is_the_number_of_its_source(self, slim_reader: PdfReader) -> None:
        """
        The bibliography counts its sources in their order.
        """
        text = _text(slim_reader)
        listed = re.findall(r"(\d) (?:A General Dies 2010|Lee 2001) ", text)
        cited = {
            number for found in re.findall(r"\[([\d, ]+)\]", text) for number in found.split(", ")
        }
        assert listed == ["1", "2"]
        assert cited - {"12"} == {"1", "2"}  # 12 is the example of the imprint

    def test_a_link_leads_to_the_page_that_it_gives(self, slim_reader: PdfReader) -> None:
        """
        The second round knows where the first put everything.
        """
        pages = [page.extract_text() for page in slim_reader.pages]
        given = re.findall(r"Pak Hun\s*→\s*(\d+)", _squeezed_arrows(" ".join(pages)))
        entry = next(n for n, page in enumerate(pages, 1) if "A general who led" in page)
        assert {*given} == {str(entry)}

    def test_forms_of_chapters(self, small: Book) -> None:
        """
        What MyST offers a chapter has a form: footnotes, code, lists, tables, boxes, pictures.
        """
        (small.source / "dot.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
            '<circle cx="10" cy="10" r="8"/><text y="9">점</text></svg>'
        )
        self._add(small, _FORMS)
        text = _text(_set(small))
        for words in (
            *(
                "A note at the foot.",
                "print(1 # 2)",
                "One [2]",
                "Ab",
                "left cell",
                "Beware of this.",
            ),
            *("A dot.", "A quoted line.", "term here", "its meaning", "elsewhere.example/path"),
        ):
            assert words in text
        assert "Broken#linebreak()" in (small.output / "ncrefs.typ").read_text(encoding="utf-8")

    def test_what_cannot_be_printed_is_told(self, small: Book) -> None:
        """
        With the document; the book is made all the same.
        """
        (small.source / "dot.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
        )
        self._add(small, "A letter ก of Thai.\n\n![](dot.svg)\n\n```{math}\nx^2\n```")
        for _ in range(2):  # and again, when nothing has changed
            done = small.build(builder="pdf")
            assert done.code == 1
            for message in (
                "no font of the PDF has U+0E01 THAI CHARACTER KO KAI (ก)",
                "the image 'dot.svg' says nothing to those who do not see it",
                "the PDF has no form for 'math_block'",
            ):
                (line,) = [line for line in done.errors.splitlines() if message in line]
                assert "extra.md" in line
            assert (small.output / "ncrefs.pdf").is_file()

    def test_a_letter_without_a_font_is_told_where_a_record_has_it(self, small: Book) -> None:
        """
        Wherever it is printed: in a heading, in a drawing, in the title of another project.
        """
        assert small.data is not None
        folder = Folder(small.data, {})
        folder.replace("measures/soldiers.md", "by: a ministry", "by: กรม ☆ q\u0323")
        folder.replace("people/pak-jin.md", "name: Pak Jin", "name: Pak ꧁ Jin")
        done = small.build("-Dpdf_subtitle=ข", builder="pdf")
        assert done.code == 1
        assert "Traceback" not in done.errors
        for place, code in (
            ("measures/soldiers.md:7", "U+0E01"),
            ("people/pak-jin.md:2", "U+A9C1"),
            ("index.md", "U+0E02"),
        ):
            (line,) = [line for line in done.errors.splitlines() if f"PDF has {code}" in line]
            assert place in line
        assert (small.output / "ncrefs.pdf").is_file()

    @pytest.mark.parametrize(
        ("height", "opening"),
        [
            (1100, ["Extra", "Opening words", "drawn here"]),
            (1400, ["Extra", "Opening words", "Words after it", "drawn here"]),
            (1600, ["Extra", "Opening words", "Words after it"]),
        ],
    )
    def test_a_tall_picture_leaves_no_opening_empty(
        self, small: Book, height: int, opening: list[str]
    ) -> None:
        """
        It takes the rest of the page or, if that is too small for it, lets the text go on; it
        never stands above the heading.
        """
        (small.source / "tall.svg").write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="{height}">'
            '<rect width="9" height="9"/><text y="90">drawn here</text></svg>'
        )
        picture = "Opening words.\n\n```{image} tall.svg\n:alt: tall\n```\n\nWords after it."
        self._add(small, picture)
        pages = [page.extract_text() for page in _set(small).pages]
        (page,) = [page for page in pages if "Opening words" in page]
        assert re.findall("Extra|Opening words|drawn here|Words after it", page) == opening

    @staticmethod
    def _add(book: Book, text: str) -> None:
        start = book.source / "index.md"
        start.write_text(start.read_text().replace("\nmethod\n", "\nmethod\nextra\n"))
        (book.source / "extra.md").write_text(f"# Extra\n\n{text}\n")


_FORMS = """\
Broken\\
off.

Words[^1] and [a link](https://elsewhere.example/path) and `print(1 # 2)`.

[^1]: A note at the foot.

1. One [2]
2. Two

   with two paragraphs

- dash

> A quoted line.

term here
: its meaning

| A | B |
|---|---|
| left cell | right |

```python
print("Ab")
```

:::{warning}
Beware of this.
:::

```{figure} dot.svg
:alt: a dot
:width: 40px

A dot.
```

---

{sub}`x` *y* **z** {abbr}`DPRK (Democratic People's Republic of Korea)`
"""


class Words(NamedTuple):
    """
    Text as the typesetter placed it: points from the foot of the page, whether it begins in the
    right half of it, size, name of the font.
    """

    height: float
    right: bool
    size: float
    font: str
    text: str


#: Sizes of headings that are not a part's or the book's; in running text there are none such.
_HEADINGS = (8.8, 12.0, 13.0, 21.0)


def _is_heading(words: Words) -> bool:
    return "Semibold" in words.font and round(words.size, 1) in _HEADINGS


def _words(page: PageObject) -> list[Words]:
    """
    All text of a page, its foot with the number excepted.
    """
    found = []
    middle = float(page.mediabox.width) / 2

    def note(text: str, outer: Any, matrix: Any, font: Any, size: float) -> None:
        across, height = matrix[4] * outer[0] + outer[4], matrix[5] * outer[3] + outer[5]
        name = str((font or {}).get("/BaseFont"))
        if text.strip() and (height > 40 or not text.strip().isdigit()):
            found.append(Words(height, across > middle, size * abs(matrix[3]), name, text))

    page.extract_text(visitor_text=note)
    return found


@pytest.fixture(scope="module")
def printed() -> Book:
    """
    The real book as PDF.
    """
    return real("pdf")


@pytest.fixture(scope="module")
def reader(printed: Book) -> PdfReader:
    return PdfReader(printed.output / "ncrefs.pdf")


@pytest.fixture(scope="module")
def words(reader: PdfReader) -> list[list[Words]]:
    """
    What stands on each page; read once, since that takes half a minute.
    """
    return [_words(page) for page in reader.pages]


class TestRealBook:
    def test_every_record_is_in_it(self, words: list[list[Words]]) -> None:
        """
        By its name and in Hangul; each source by its title.
        """
        squeezed = _squeezed("".join(found.text for page in words for found in page))
        catalog = ncrefs.load()
        names = [record.name for record in catalog.records if not isinstance(record, Claim)]
        names += [record.korean.hangul for record in catalog.records if record.korean]
        assert [name for name in names if _squeezed(name) not in squeezed] == []
        for title in map(_squeezed, (source.title for source in catalog.sources)):
            half = len(title) // 2  # a page may end within it
            assert title[:half] in squeezed or title[half:] in squeezed

    def test_no_character_is_lost(self, words: list[list[Words]]) -> None:
        assert not [w for page in words for w in page if fonts.REPLACEMENT in w.text]

    def test_only_a_part_leaves_a_page_empty(self, words: list[list[Words]]) -> None:
        """
        It opens on a right-hand page, as a word alone.
        """
        blank = [number for number, page in enumerate(words) if not page]
        assert [number for number in blank if len(words[number + 1]) > 2] == []

    def test_pages_are_filled_until_the_chapter_ends(self, words: list[list[Words]]) -> None:
        """
        No large drawing or table jumps to the next page and leaves a void behind.
        """
        void = [
            number
            for number, (page, following) in enumerate(pairwise(words), 1)
            if page
            and following
            and min(found.height for found in page) > 300
            and max(found.size for found in page) < 25  # a part, or the title
            and max(found.size for found in following) < 20  # a chapter opens
        ]
        assert void == []

    def test_no_heading_stands_at_the_foot(self, words: list[list[Words]]) -> None:
        """
        What it is the heading of begins in the same column.
        """
        columns = [
            (n, [found for found in page if found.right == right])
            for n, page in enumerate(words, 1)
            for right in (False, True)
        ]
        lowest = [(n, min(column)) for n, column in columns if column]
        assert sum(_is_heading(found) for page in words for found in page) > 500
        assert [(n, found.text) for n, found in lowest if _is_heading(found)] == []

    def test_it_is_small(self, printed: Book) -> None:
        """
        As the typesetter writes it, a record takes more than 40 kB.
        """
        size = (printed.output / "ncrefs.pdf").stat().st_size
        assert size < 18_000 * len(ncrefs.load().records)

    def test_the_outline_has_the_chapters(self, reader: PdfReader) -> None:
        titles = {*_outline(reader)}
        assert {"Contents", "Timeline", "People", "Plots", "Glossary", "Bibliography"} <= titles
        assert {person.name for person in ncrefs.load().people} <= titles

    def test_links_lead_somewhere(self, reader: PdfReader) -> None:
        _assert_links_resolve(reader)

    def test_its_length_is_that_of_a_book(self, reader: PdfReader) -> None:
        """
        Records stand one after another in columns, with their sources: two on a page and more.
        """
        records = len(ncrefs.load().records)
        assert 100 < len(reader.pages) < 0.6 * records
