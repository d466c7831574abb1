"""
Truth on the surface: what a list, a table or a heading says is what the record says.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

import ncrefs
from ncrefs import korean
from ncrefs.book import palette, phrases
from ncrefs.countries import COUNTRIES
from ncrefs.model import Estimate
from ncrefs.offices import tenures
from ncrefs.vocabulary import Grade
from tests.book.conftest import Book
from tests.book.pages import Page, text_of
from tests.book.test_html import plain

Pages = dict[str, Page]


def estimates() -> Iterator[tuple[str, Estimate]]:
    """
    Every figure of a plot or purge, with the record's page.
    """
    for kind in ("plots", "purges"):
        for entity in ncrefs.load().records.kind(kind):
            for name in ("victims", "turnover"):
                for figure in getattr(entity, name, ()):
                    yield f"reference/{kind}/{entity.id}.html", figure


def spaced(text: str) -> str:
    """
    Words without typography: narrow and unbreakable spaces are plain ones.
    """
    return " ".join(plain(text).split())


def rows(table: Any) -> list[Any]:
    """
    The rows of a table below its head.
    """
    return [row for body in table.iter("tbody") for row in body.iter("tr")]


class TestFigures:
    def test_every_figure_stands_beside_its_grade(self, book_pages: Pages) -> None:
        """
        On its own page, in the line that has the figure.
        """
        for name, figure in estimates():
            words = spaced(phrases.figure(figure))
            lines = [
                spaced(text_of(li))
                for ul in book_pages[name].all("ul", "nc-ranges")
                for li in ul.iter("li")
            ]
            said = [line for line in lines if words in line]
            assert said, (name, words)
            if figure.grade:
                assert any(line.startswith(figure.grade.value) for line in said), (name, words)

    def test_the_index_of_purges_has_every_figure_with_its_grade(self, book_pages: Pages) -> None:
        """
        None is left out, none stands without its grade.
        """
        table = book_pages["reference/purges/index.html"].all("table", "nc-purges")[0]
        for purge, row in zip(ncrefs.purges, rows(table), strict=True):
            cell = list(row.iter("td"))[-1]
            lines = [text_of(p) for p in cell.iter("p") if text_of(p)]
            wanted = [
                f"{phrases.figure(f)} {f.grade.value}" if f.grade else phrases.figure(f)
                for f in purge.victims
            ]
            assert [spaced(line) for line in wanted] == [spaced(line) for line in lines], purge.id

    @pytest.mark.parametrize(
        ("low", "high", "unit", "what", "wanted"),
        [
            (1, None, "people", "executed", "1 person executed"),
            (1, None, "bodyguards", "killed", "1 bodyguard killed"),
            (1, 2, "people", "executed", "1–2 people executed"),
            (15, None, "people", "senior officials executed", "15 senior officials executed"),
            (2, None, "people", "aides executed", "2 aides executed"),
            (1, None, "per cent", "of posts", "1 per cent of posts"),
        ],
    )
    def test_number_and_apposition_agree(
        self, low: float, high: float | None, unit: str, what: str, wanted: str
    ) -> None:
        """
        One is a person, and officials are not said to be people as well.
        """
        assert wanted == phrases.figure(Estimate(low=low, high=high, unit=unit, what=what))

    def test_no_page_counts_ungrammatically(self, book_pages: Pages) -> None:
        """
        "1 people", "100 people generals", "2 people aides".
        """
        wrong = re.compile(
            r"(?<![\d\u202f,.–])1 (?:people|officials|officers|bodyguards|sources|records)\b"
            r"|\d people (?:senior |party )*(?:officials|officers|generals|aides|associates)\b"
        )
        for name, page in book_pages.items():
            if page.all("article"):
                assert [] == wrong.findall(page.text()), name


class TestOrder:
    def test_cells_sort_by_value(self, book_pages: Pages) -> None:
        """
        A figure by its number, a date by its days, a grade by its rank.
        """
        table = book_pages["reference/purges/index.html"].all("table", "nc-purges")[0]
        for purge, row in zip(ncrefs.purges, rows(table), strict=True):
            _, when, grade, victims = [td.get("data-sort") for td in row.iter("td")]
            assert f"{purge.when.earliest}/{purge.when.latest}" == when
            assert str(palette.rank(purge.grade)) == grade
            most = max((f.high or f.low for f in purge.victims), default=None)
            assert (None if most is None else str(most)) == victims

    def test_numbers_sort_as_numbers(self, tab: Tab, book: Book) -> None:
        """
        25 000 does not stand between 20 and 100.
        """
        tab.goto(f"file://{book.output}/reference/purges/index.html")
        tab.locator("th", has_text="Victims").get_by_role("button").click()
        cells = tab.locator("table.nc-chapter tbody tr td:last-child")
        keys = [k for k in cells.evaluate_all("all => all.map(c => c.dataset.sort ?? '')") if k]
        assert sorted(keys, key=float) == keys
        assert len(keys) > 5

    @pytest.mark.parametrize("kind", ["people", "organizations", "places"])
    def test_indexes_follow_the_titles(self, book_pages: Pages, kind: str) -> None:
        """
        Not the ids, which a reader does not see.
        """
        table = book_pages[f"reference/{kind}/index.html"].all("table", f"nc-{kind}")[0]
        names = [text_of(next(iter(row.iter("a")))) for row in rows(table)]
        assert sorted(names, key=korean.fold) == names

    def test_mechanisms_stand_by_category(self, book_pages: Pages) -> None:
        """
        A heading for each, and all mechanisms below one.
        """
        page = book_pages["reference/mechanisms/index.html"]
        heads = [text_of(h).rstrip("#").lower() for h in page.article().iter("h2")]
        assert list(dict.fromkeys(heads)) == heads
        assert {mechanism.category for mechanism in ncrefs.mechanisms} == set(heads)
        tables = page.all("table", "nc-mechanisms")
        assert len(ncrefs.mechanisms) == sum(len(rows(table)) for table in tables)

    def test_holders_stand_in_the_order_of_time(self, book_pages: Pages) -> None:
        """
        Within each office.
        """
        page = book_pages["reference/organizations/general-staff.html"]
        wanted: dict[str, list[str]] = {}
        for tenure in tenures(ncrefs.load(), organization="general-staff"):
            wanted.setdefault(tenure.office or tenure.called, []).append(tenure.name)
        names = [name for names in wanted.values() for name in names]
        tables = page.all("table", "nc-holders")
        shown = [text_of(next(iter(row.iter("td")))) for table in tables for row in rows(table)]
        assert all(said.startswith(name) for name, said in zip(names, shown, strict=True))

    def test_nothing_is_said_to_have_stopped_a_plot_twice(self, book_pages: Pages) -> None:
        """
        A mechanism that acted in two ways is named once.
        """
        page = book_pages["reference/plots/index.html"]
        for line in page.all("p", "nc-summary"):
            links = [link.get("href") for link in line.iter("a")]
            assert len(set(links)) == len(links)


class TestNames:
    def test_a_misprint_is_not_shown_as_a_name(self, book_pages: Pages) -> None:
        """
        It leads to its record, and is neither among its names nor in the index.
        """
        chongjin = ncrefs.places["chongjin"]
        assert "Chongqing" in chongjin.misprints
        named = book_pages["reference/places/chongjin.html"].all("p", "nc-aliases")
        assert ["Also: Chungjin"] == [text_of(line) for line in named]
        assert chongjin in ncrefs.find("Chongqing")
        for name, page in book_pages.items():
            if name.startswith("reference/names/"):
                assert "Chongqing" not in page.text(), name

    def test_countries_are_named_in_words(self, book_pages: Pages) -> None:
        """
        In the index of places and on their pages.
        """
        table = book_pages["reference/places/index.html"].all("table", "nc-places")[0]
        names = set(COUNTRIES.values())
        assert {text_of(list(row.iter("td"))[1]) for row in rows(table)} <= names
        codes = {place.country for place in ncrefs.places}
        codes |= {plot.country for plot in ncrefs.plots if plot.country}
        assert codes <= set(COUNTRIES)

    def test_the_order_of_grades_is_that_of_the_vocabulary(self) -> None:
        """
        Declared once, complete.
        """
        assert list(Grade) == list(palette.GRADES)


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_the_grade_comes_first_and_nothing_is_cut(
    browser: Browser, book: Book, width: int
) -> None:
    """
    In stacked rows the grade stands before the rest, and no cell leaves the window.
    """
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    for name in (
        "reference/people/kim-jong-un",
        "reference/plots/vi-corps-affair",
        "reference/plots/mali-coup-2020",
        "reference/organizations/general-staff",
        "reference/purges/index",
        "posts",
        "watchers",
    ):
        page.goto(f"file://{book.output}/{name}.html")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        cut = page.evaluate(
            """() => [...document.querySelectorAll("table.nc-table:not(.nc-matrix) td")]
                .filter((td) => td.getBoundingClientRect().right > innerWidth + 1)
                .map((td) => td.textContent)"""
        )
        assert [] == cut, name
        late = page.evaluate(
            """() => [...document.querySelectorAll("table:is(.nc-posts, .nc-holders) td.nc-graded")]
                .filter((td) => [...td.parentElement.cells].some((other) => {
                    const box = other.getBoundingClientRect();
                    return box.height && box.bottom <= td.getBoundingClientRect().top;
                })).length"""
        )
        assert late == 0, name
    context.close()
