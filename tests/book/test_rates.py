"""
Base rates and comparisons in the book: figures in prose, tables, files, drawings.
"""

import csv
import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from docutils import nodes

import ncrefs
from ncrefs import tables
from ncrefs.book.content.comparison import cases, comparison, missing
from ncrefs.book.content.rates import figures
from ncrefs.book.drawings import FIGURES
from tests.book.conftest import DOCS, Book
from tests.book.pages import Page, text_of
from tests.helpers import FILES, Folder

CHAPTER = DOCS / "answer" / "how-surprising-is-zero.md"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
#: What may hold digits in the chapter: directives, roles, targets of links, code, and dates.
_ALLOWED = (
    r"```.*?```",
    r"\{[\w:]+\}`[^`]*`",
    r"\]\([^)]*\)",
    r"`[^`]*`",
    rf"\b\d{{1,2}} (?:{_MONTHS}) (?:19|20)\d\d\b",
    r"\b(?:19|20)\d\d\b",
)
CASE = """\
---
name: {name}
summary: Something happened.
form: coup
when: {when}
country: BG
result: {result}
features:
  - {{feature: political officers, value: "yes", how: There were some., sources: [lee2001]}}
datasets:
  - {{dataset: powell-thyne-coups, listed: "{listed}", says: Said so., sources: [lee2001]}}
grade: documented
sources: [lee2001]
---
"""
LIST = FILES["datasets/open-attempts.md"]


@pytest.fixture
def counted(small: Book) -> Book:
    """
    A small book whose catalog has the tables, and whose first page shows them.
    """
    assert small.data is not None
    shutil.copytree(ncrefs.DATA / tables.FOLDER, small.data / tables.FOLDER)
    index = small.source / "index.md"
    index.write_text(
        index.read_text()
        + "\nIt expects {nc:rate}`party-types.expected` of them.\n\n"
        + "```{nc:rates} classes\n```\n\n```{nc:drawing} none-by-class\n```\n"
    )
    return small


class TestFigures:
    def test_no_digit_stands_in_the_chapter_but_from_the_tables(self) -> None:
        """
        Every number is a role or a date, so that none can differ from its table.
        """
        text = CHAPTER.read_text(encoding="utf-8")
        for pattern in _ALLOWED:
            text = re.sub(pattern, "", text, flags=re.DOTALL)
        assert [] == re.findall(r".{0,30}\d.{0,10}", text)

    def test_every_figure_of_the_chapter_exists(self) -> None:
        named = re.findall(r"\{nc:rate\}`([^`]*)`", CHAPTER.read_text(encoding="utf-8"))
        assert len(named) >= 30
        assert set() == set(named) - set(figures(ncrefs.load()))

    def test_a_changed_table_changes_the_page(self, counted: Book, tmp_path: Path) -> None:
        """
        Prose, table and drawing follow the file, in a rebuild as in a clean build.
        """
        assert "" == counted.build().errors
        before = (counted.output / "index.html").read_text(encoding="utf-8")
        assert "It expects 1.9 of them." in before
        assert counted.data is not None
        path = counted.data / tables.FOLDER / "classes.csv"
        old, new = ",2062.9,52,28,", ",2062.9,104,28,"
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new))
        counted.rebuild_exactly(tmp_path / "clean")
        after = (counted.output / "index.html").read_text(encoding="utf-8")
        assert "It expects 3.8 of them." in after
        assert "<p>104</p>" in after
        drawings = [re.findall(r"<svg.*?</svg>", text, re.DOTALL) for text in (before, after)]
        assert drawings[0] != drawings[1]

    def test_an_unknown_figure_is_suggested(self, counted: Book) -> None:
        """
        A name that no table has says what was meant, and stops the build.
        """
        index = counted.source / "index.md"
        index.write_text(index.read_text() + "\n{nc:rate}`party-type.expected`\n")
        done = counted.build()
        assert 0 != done.code
        assert (
            'no figure "party-type.expected"; did you mean "party-types.expected"?' in done.errors
        )

    def test_a_print_has_the_figures_and_no_link_to_a_file(
        self, counted: Book, tmp_path: Path
    ) -> None:
        """
        The e-book shows the table and an image, and offers nothing to download.
        """
        made = Book(counted.source, tmp_path / "epub", counted.data)
        assert "" == made.build(builder="epub").errors
        page = (made.output / "index.xhtml").read_text(encoding="utf-8")
        assert "It expects 1.9 of them." in page
        assert 'src="_images/none-by-class.svg"' in page
        assert ".csv" not in page


class TestFiles:
    def test_each_table_is_offered_where_it_is_shown(
        self, book: Book, book_pages: dict[str, Page]
    ) -> None:
        """
        The links lead to files with the columns of the package's own.
        """
        page = book_pages["answer/how-surprising-is-zero.html"]
        offered = {
            link for link in (a.get("href", "") for a in page.all("a")) if link.endswith(".csv")
        }
        wanted = {"classes", "ages", "codings", "forecasts"}
        assert {f"../tables/{name}.csv" for name in wanted} == offered
        for link in offered:
            path = (book.output / "answer" / link).resolve()
            source = ncrefs.DATA / tables.FOLDER / path.name
            assert source.read_bytes() == path.read_bytes()

    def test_every_table_is_published_with_its_columns_explained(self, book: Book) -> None:
        for name in tables.SOURCES:
            folder = book.output / "tables"
            with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
                head = next(csv.reader(file))
            data = json.loads((folder / f"{name}.csv-metadata.json").read_text(encoding="utf-8"))
            told = {x["name"]: x["dc:description"] for x in data["tableSchema"]["columns"]}
            assert set(head) == set(told)
            assert all(told.values())


class TestDrawings:
    def test_every_class_has_a_row(self) -> None:
        """
        With its chance beside it.
        """
        catalog = ncrefs.load()
        drawing = ET.fromstring(FIGURES["none-by-class"](catalog).screen.inline())
        words = [text.text for text in drawing.iter("text")]
        for row in tables.read_tables(ncrefs.DATA).classes:
            assert row.name in words
            assert f"{figures(catalog)[f'{row.id}.none']} %" in words

    def test_august_1956_is_marked_at_its_age(self) -> None:
        """
        Eight of eighty years along the axis, and it leads to its record.
        """
        drawing = ET.fromstring(FIGURES["hazard-by-age"](ncrefs.load()).screen.inline())
        (mark,) = [a for a in drawing.iter("a") if "august-faction" in a.get("href", "")]
        years = {t.text: float(t.get("x", "nan")) for t in drawing.iter("text") if t.text}
        circle = next(mark.iter("circle"))
        along = (float(circle.get("cx", "nan")) - years["0"]) / (years["80"] - years["0"])
        assert 7.97 / 80 == pytest.approx(along, abs=0.002)


class TestComparison:
    def made(self, tmp_path: Path, *listed: str) -> Folder:
        """
        A catalog with a case for each answer of the list.
        """
        files = {
            "sources.bib": FILES["sources.bib"],
            "datasets/powell-thyne-coups.md": LIST,
        }
        for n, answer in enumerate(listed):
            files[f"plots/case-{n}.md"] = CASE.format(
                name=f"Case {n}", when=1970 - n, result="failed", listed=answer
            )
        return Folder(tmp_path, files)

    def test_cases_stand_in_the_order_of_their_dates(self, tmp_path: Path) -> None:
        catalog = self.made(tmp_path, "yes", "no").load()
        assert ["case-1", "case-0"] == [case.id for case in cases(catalog)]

    def test_a_row_has_a_sign_for_what_is_known_and_nothing_else(self, tmp_path: Path) -> None:
        """
        The feature, the outcome and the list; other cells are empty.
        """
        table = comparison(self.made(tmp_path, "no").load())[-1]
        _, row = table.findall(nodes.row)
        cells = [entry.astext() for entry in row.findall(nodes.entry)]
        assert ["case-0, 1970", "+", "F", "−"] == [cell for cell in cells if cell]

    def test_only_what_a_list_lacks_is_said_to_be_missing(self, tmp_path: Path) -> None:
        (table,) = missing(self.made(tmp_path, "yes", "no", "in part").load())
        text = table.astext()
        assert "case-1" in text
        assert "case-0" not in text
        assert "case-2" not in text

    def test_no_cell_of_the_matrix_is_without_a_source(self) -> None:
        """
        A feature, and what a list says, cites what it was read in.
        """
        found = cases(ncrefs.load())
        assert len(found) >= 15
        for case in found:
            assert all(feature.sources for feature in case.features), case
            assert all(entry.sources for entry in case.datasets), case

    def test_a_sign_leads_to_what_is_said_of_it(self, book_pages: dict[str, Page]) -> None:
        """
        The page of the case has the place that the sign leads to.
        """
        page = book_pages["answer/compared-with-others.html"]
        matrix = page.all("table", "nc-matrix")[0]
        links = {a.get("href", "") for a in matrix.iter("a") if "#" in a.get("href", "")}
        assert len(links) > 30
        for link in links:
            path, anchor = link.removeprefix("../").split("#")
            assert anchor in book_pages[path].ids, link
        assert "Bulgarian plot" in text_of(matrix)
