"""
What readers who compare work with: tables that filter, sort and can be taken along, records
side by side, ties of a year, decades of the timeline.
"""

import csv
import gzip
import io
import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

import ncrefs
from ncrefs.book.content import compared
from ncrefs.book.content.chronology import by_decade
from ncrefs.book.content.compared import COMPARED
from ncrefs.book.drawings.edges import edges
from ncrefs.book.typography import typeset
from ncrefs.labels import labels
from ncrefs.model import Event
from tests.book.conftest import Book
from tests.book.pages import Page

PURGES = "reference/purges/index.html"
ROWS = "table.nc-desk tbody tr:visible"
VI_CORPS, FRUNZE = "vi-corps-affair", "frunze-academy-affair"
#: Pages with tools, one of each sort.
TOOLS = (
    "timeline.html",
    "posts.html",
    "watchers.html",
    "matrix.html",
    "map.html",
    "told.html",
    "answer/compared-with-others.html",
    "reference/measures/missile-launches.html",
    "reference/mechanisms/index.html",
    PURGES,
    f"compare.html?records={VI_CORPS},{FRUNZE},kim-jong-un,fall-of-jang-song-thaek",
)


def names(tab: Tab) -> list[str]:
    """
    The records of the rows that are shown, in their order.
    """
    return tab.locator(f"{ROWS} td:first-child p:first-child a").all_inner_texts()


def opened(tab: Tab, book: Book, name: str) -> Tab:
    """
    A tab with a page of the book.
    """
    tab.goto(f"file://{book.output}/{name}")
    return tab


def touches(event: Event, first: int, last: int) -> bool:
    """
    Whether the dates of an event may fall into years.
    """
    return event.when.earliest.year <= last and event.when.latest.year >= first


def download(tab: Tab) -> list[dict[str, str]]:
    """
    The rows of the CSV file that the page gives.
    """
    with tab.expect_download() as waiting:
        tab.get_by_role("button", name="CSV").click()
    text = waiting.value.path().read_text(encoding="utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


class TestFilter:
    def test_years_grades_and_words_narrow_the_rows(self, tab: Tab, book: Book) -> None:
        """
        A row stays if its dates may fall into the years, and everything else fits.
        """
        opened(tab, book, PURGES)
        tab.get_by_label("From the year").fill("2009")
        tab.get_by_label("To the year").fill("2020")
        wanted = [purge for purge in ncrefs.purges if touches(purge, 2009, 2020)]
        assert [typeset(purge.name) for purge in wanted] == names(tab)
        assert 0 < len(wanted) < len(ncrefs.purges)
        tab.get_by_label("documented", exact=True).uncheck()
        wanted = [purge for purge in wanted if purge.grade != "documented"]
        assert [typeset(purge.name) for purge in wanted] == names(tab)
        assert (
            f"{len(wanted)} of {len(ncrefs.purges)} entries"
            == tab.get_by_role("status").inner_text()
        )
        tab.get_by_label("Words").fill("KÎM chol JANUARY")
        assert {"Reported execution of Kim Chol, January 2012"} == set(names(tab))
        tab.get_by_role("button", name="Show all").click()
        assert len(ncrefs.purges) == len(names(tab))
        assert not tab.get_by_role("button", name="Show all").is_visible()

    def test_a_time_without_a_date_is_in_no_range(self, tab: Tab, book: Book) -> None:
        """
        A post that is still held is in every later year; one without a date in none.
        """
        opened(tab, book, "posts.html")
        spans = tab.locator("table.nc-holders td:nth-child(3)").evaluate_all(
            "cells => cells.map(cell => cell.dataset.sort?.split('/').map(day => day.slice(0, 4)))"
        )
        tab.get_by_label("From the year").fill("1995")
        tab.get_by_label("To the year").fill("1998")
        wanted = [span for span in spans if span and span[0] <= "1998" and span[1] >= "1995"]
        assert len(wanted) == tab.locator(ROWS).count()
        assert 0 < len(wanted) < len(spans)

    def test_a_drawing_shows_what_the_table_shows(self, tab: Tab, book: Book) -> None:
        """
        What is filtered out is pale in the drawing of the page.
        """
        opened(tab, book, "posts.html?q=Kim Kwang Hyop")
        pale = ".nc-drawing a.d-off[href$='{}.html']"
        assert tab.locator(pale.format("o-jin-u")).count()
        assert 0 == tab.locator(pale.format("kim-kwang-hyop")).count()

    def test_parts_without_rows_go(self, tab: Tab, book: Book) -> None:
        """
        With their headings.
        """
        opened(tab, book, "reference/mechanisms/index.html?q=political officers")
        assert tab.locator(ROWS).count()
        shown = tab.locator("article section section:visible")
        assert 0 < shown.count() < tab.locator("article section section").count()
        assert all(row for row in shown.locator("tbody tr:visible").all())

    @pytest.mark.parametrize(
        ("name", "goes_to"), [(PURGES, "Words"), ("reference/successions/index.html", "Copy")]
    )
    def test_the_focus_stays_when_all_is_shown_again(
        self, tab: Tab, book: Book, name: str, goes_to: str
    ) -> None:
        """
        The button that shows all goes when it is pressed; who uses the keyboard stays there.
        """
        opened(tab, book, f"{name}?sort=date")
        tab.get_by_role("button", name="Show all").press("Enter")
        by_role = tab.get_by_role("button", name=goes_to, exact=True)
        expect(tab.get_by_label(goes_to, exact=True).or_(by_role)).to_be_focused()

    def test_a_short_table_has_no_filter(self, tab: Tab, book: Book) -> None:
        """
        But it is sorted and taken along.
        """
        opened(tab, book, "reference/successions/index.html")
        assert 0 == tab.locator(".nc-tools input").count()
        assert len(ncrefs.successions) == len(download(tab))


class TestAddress:
    def test_a_view_can_be_gone_back_to(self, tab: Tab, book: Book) -> None:
        """
        Each sort of change is a step; typing on is not.
        """
        opened(tab, book, PURGES)
        tab.get_by_label("Words").press_sequentially("jang song")
        assert tab.url.endswith("?q=jang+song")
        filtered = names(tab)
        tab.get_by_role("button", name="Date").click()
        assert tab.url.endswith("?q=jang+song&sort=date")
        tab.go_back()
        assert tab.locator("th[aria-sort]").count() == 0
        assert filtered == names(tab)
        tab.go_back()
        assert len(ncrefs.purges) == len(names(tab))
        assert "" == tab.get_by_label("Words").input_value()
        tab.go_forward()
        assert filtered == names(tab)

    def test_an_address_shows_its_view(self, tab: Tab, book: Book) -> None:
        """
        Years, grades and order.
        """
        opened(tab, book, f"{PURGES}?from=2010&grade=alleged,disputed&sort=-date")
        wanted = [
            typeset(purge.name)
            for purge in ncrefs.purges
            if touches(purge, 2010, 9999) and purge.grade in ("alleged", "disputed")
        ]
        assert wanted[::-1] == names(tab)
        assert "2010" == tab.get_by_label("From the year").input_value()
        assert not tab.get_by_label("reported", exact=True).is_checked()


class TestSort:
    def test_numbers_sort_as_numbers(self, tab: Tab, book: Book) -> None:
        """
        Not by their digits; what has none comes last either way.
        """
        opened(tab, book, PURGES)
        most = {
            typeset(purge.name): max(estimate.high or estimate.low for estimate in purge.victims)
            for purge in ncrefs.purges
            if purge.victims
        }
        for order in (1, -1):
            tab.get_by_role("button", name="Victims").click()
            shown = names(tab)
            figures = [most[name] for name in shown[: len(most)]]
            assert sorted(figures)[::order] == figures
        assert "descending" == tab.locator("th[aria-sort]").get_attribute("aria-sort")
        tab.get_by_role("button", name="Victims").click()
        assert [typeset(purge.name) for purge in ncrefs.purges] == names(tab)

    def test_the_order_is_said(self, tab: Tab, book: Book) -> None:
        """
        With how many rows there are, since nothing else tells that rows have moved.
        """
        opened(tab, book, PURGES)
        count = len(ncrefs.purges)
        for order in (", sorted by Grade", ", sorted by Grade, descending", ""):
            tab.locator("th button", has_text="Grade").click()
            expect(tab.get_by_role("status")).to_have_text(f"{count} of {count} entries{order}")

    def test_a_column_sorts_in_every_part(self, tab: Tab, book: Book) -> None:
        """
        Tables of one subject have one order, and each says so to a screen reader.
        """
        opened(tab, book, "reference/plots/index.html?sort=grade")
        assert 2 == tab.locator("th[aria-sort=ascending]").count()


class TestTaken:
    def test_a_file_has_the_rows_that_are_shown(self, tab: Tab, book: Book) -> None:
        """
        With the days of dates, the sentence and the address of each record.
        """
        opened(tab, book, f"{PURGES}?q=jang&sort=-date")
        rows = download(tab)
        assert names(tab) == [row["Purge"] for row in rows]
        purge = ncrefs.purges["fall-of-jang-song-thaek"]
        row = next(row for row in rows if row["Purge"] == typeset(purge.name))
        assert purge.korean
        assert purge.korean.hangul == row["Hangul"]
        assert str(purge.when.earliest) == row["Date: first day"]
        assert str(purge.when.latest) == row["Date: last day"]
        assert purge.grade == row["Grade"]
        assert row["Summary"] == purge.summary.replace("'", "’")
        assert row["Address"].endswith("reference/purges/fall-of-jang-song-thaek.html")

    def test_a_matrix_has_names_for_its_numbers(self, tab: Tab, book: Book) -> None:
        """
        Numbers stand for what the list above says, signs for words.
        """
        rows = download(opened(tab, book, "matrix.html"))
        column = "VI Corps affair, c. 1995"
        marks: dict[str, list[str]] = {}
        for role in ncrefs.plots[VI_CORPS].mechanisms:
            marks.setdefault(typeset(ncrefs.mechanisms[role.mechanism].name), []).append(role.mark)
        told = {row["Mechanism"]: row[column].split(", ") for row in rows if row[column]}
        assert marks == told

    def test_parts_are_a_column(self, tab: Tab, book: Book) -> None:
        """
        Which office a row is of.
        """
        rows = download(opened(tab, book, "posts.html?q=O Jin U"))
        assert {"Minister of Defence", "Chief of the General Staff"} <= {
            row["Part"] for row in rows
        }

    def test_figures_keep_their_sources(self, tab: Tab, book: Book) -> None:
        """
        The file of a measure names who counted and where it is said.
        """
        rows = download(opened(tab, book, "reference/measures/missile-launches.html"))
        points = ncrefs.measures["missile-launches"].points
        assert [point.low for point in points] == [float(row["Missiles"]) for row in rows]
        assert [point.grade for point in points] == [row["Grade"] for row in rows]
        named = labels(ncrefs.load())
        for point, row in zip(points, rows, strict=True):
            assert {typeset(named[key]) for key in point.sources} <= set(row["Sources"].split("; "))

    def test_numbers_have_no_commas_in_a_file(self, tab: Tab, book: Book) -> None:
        """
        Whatever a reader sees, a program reads a number.
        """
        page = opened(tab, book, "reference/measures/soldiers-under-arms.html")
        assert "1,130,000" in page.locator("table.nc-points").inner_text()
        numbers = [row["Soldiers"] for row in download(page)]
        points = ncrefs.measures["soldiers-under-arms"].points
        assert [point.low for point in points] == [float(n.split("–")[0]) for n in numbers]

    def test_rows_are_copied_as_text(self, browser: Browser, book: Book) -> None:
        """
        With tabs between the cells, as spreadsheets take them.
        """
        context = browser.new_context()
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = opened(context.new_page(), book, f"{PURGES}?from=2020")
        page.get_by_role("button", name="Copy", exact=True).click()
        page.get_by_role("button", name="Copied").wait_for()
        head, *lines = page.evaluate("navigator.clipboard.readText()").split("\n")
        assert ["Purge", "Hangul", "Summary", "Date"] == head.split("\t")[:4]
        assert len(names(page)) == len(lines)
        assert {len(head.split("\t"))} == {len(line.split("\t")) for line in lines}
        context.close()


class TestEverywhere:
    @pytest.fixture
    def phone(self, browser: Browser) -> Iterator[Tab]:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        yield context.new_page()
        context.close()

    @pytest.mark.parametrize("name", TOOLS)
    def test_the_tools_fit_a_phone(self, phone: Tab, book: Book, name: str) -> None:
        """
        No page scrolls sideways, and no control is cut off.
        """
        opened(phone, book, name)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390
        controls = phone.locator(":is(.nc-tools, .nc-choose) :is(input, select, button):visible")
        assert controls.count() >= 2
        for box in controls.evaluate_all(
            "found => found.map(one => one.getBoundingClientRect()).map(b => [b.left, b.right])"
        ):
            assert 0 <= box[0] < box[1] <= 390

    @pytest.mark.parametrize("name", ["matrix.html", "answer/compared-with-others.html"])
    def test_on_a_phone_a_matrix_is_read_row_by_row(
        self, phone: Tab, book: Book, name: str
    ) -> None:
        """
        Each sign stands in a line with what the number above its column stands for, and all of
        the line leads on.
        """
        opened(phone, book, name)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390
        lines = phone.evaluate(
            """() => [...document.querySelectorAll("table.nc-matrix td:not(:first-child)")]
              .filter((cell) => cell.textContent.trim())
              .map((cell) => {
                const { left, right, height } = cell.getBoundingClientRect();
                const [before, words] = ["::before", "::after"].map(
                  (place) => getComputedStyle(cell, place).content,
                );
                return [before, words, cell.dataset.label, left, right, height];
              })"""
        )
        assert len(lines) > 50
        for before, words, label, left, right, height in lines:
            assert ["none", f'"{label}"'] == [before, words]
            assert 0 <= left < 40
            assert 300 < right <= 390
            assert height >= 24
        line = phone.locator("table.nc-matrix td:has(a.nc-mark:only-child)").first
        target = line.locator("a").get_attribute("href") or ""
        line.click(position={"x": 300, "y": 12})
        phone.wait_for_url(f"**/{target.rpartition('/')[2]}")

    def test_without_scripts_the_whole_table_is_there(self, browser: Browser, book: Book) -> None:
        """
        And nothing that does not work.
        """
        context = browser.new_context(java_script_enabled=False)
        page = opened(context.new_page(), book, f"{PURGES}?q=nothing")
        assert len(ncrefs.purges) == len(names(page))
        assert 0 == page.locator("article :is(input, button, select):visible").count()
        assert 0 == page.locator(".nc-tools:visible").count()
        context.close()

    def test_paper_has_the_view_and_says_so(self, tab: Tab, book: Book) -> None:
        """
        How many of how many rows, where not all are printed; no controls.
        """
        opened(tab, book, f"{PURGES}?from=2020")
        rows = names(tab)
        tab.emulate_media(media="print")
        assert rows == names(tab)
        assert tab.get_by_role("status").is_visible()
        assert 0 == tab.locator(".nc-tools :is(input, button):visible").count()
        opened(tab, book, PURGES)
        assert len(ncrefs.purges) == len(names(tab))
        assert not tab.get_by_role("status").is_visible()


class TestCompare:
    def test_records_stand_side_by_side(self, tab: Tab, book: Book) -> None:
        """
        Figures with their grades and sources; the address holds the choice.
        """
        opened(tab, book, "compare.html")
        tab.get_by_label("Record 1").select_option(VI_CORPS)
        tab.get_by_label("Record 2").select_option(FRUNZE)
        tab.locator("table.nc-compared th:nth-child(3)").wait_for()
        assert tab.url.endswith(f"compare.html?records={VI_CORPS},{FRUNZE}")
        assert ["VI Corps affair", "Frunze Academy affair"] == tab.locator(
            "table.nc-compared thead th"
        ).all_inner_texts()
        victims = tab.locator("table.nc-compared tr", has=tab.locator("th", has_text="Victims"))
        (cell, _) = victims.locator("td").all()
        figures = ncrefs.plots[VI_CORPS].victims
        assert len(figures) == cell.locator("p").count()
        for figure, shown in zip(figures, cell.locator("p").all(), strict=True):
            assert (figure.grade or "") in shown.inner_text()
            sources = shown.locator("small a").evaluate_all("links => links.map(a => a.hash)")
            assert {f"#{key}" for key in figure.sources} <= set(sources)
        tab.go_back()
        assert 1 == tab.locator("table.nc-compared thead th").count()

    def test_an_address_shows_up_to_four_of_all_kinds(self, tab: Tab, book: Book) -> None:
        """
        What is unknown is left out.
        """
        chosen = [VI_CORPS, "nobody", "fall-of-jang-song-thaek", "kim-jong-un", "jang-song-thaek"]
        opened(tab, book, f"compare.html?records={','.join(chosen)}")
        heads = tab.locator("table.nc-compared thead th a")
        heads.nth(3).wait_for()
        assert [f"{id_}.html" for id_ in chosen if id_ != "nobody"] == [
            (head.get_attribute("href") or "").rpartition("/")[2] for head in heads.all()
        ]

    @pytest.mark.parametrize(
        ("address", "said"),
        [
            (
                "records=nobody",
                "“nobody” is not among the plots, purges and people of this book. Choose two",
            ),
            (
                f"records={VI_CORPS},nobody,general-staff",
                "“nobody”, “general-staff” are not among the plots, purges and people of this",
            ),
            ("ids=nobody", "“nobody” is not among the plots, purges and people of this book."),
            (
                f"records={VI_CORPS},{FRUNZE},kim-jong-un,kim-jong-il,kim-il-sung",
                "No more than four fit side by side: “kim-il-sung” is left out. 4 records, ",
            ),
            (f"records={VI_CORPS},", "Choose two to four records."),
        ],
    )
    def test_what_an_address_asks_in_vain_is_said(
        self, tab: Tab, book: Book, address: str, said: str
    ) -> None:
        """
        What is known is shown; a choice makes the message go.
        """
        opened(tab, book, f"compare.html?{address}")
        status = tab.locator(".nc-compare [role=status]")
        expect(status).to_contain_text(said)
        assert (VI_CORPS in address) == tab.locator("table.nc-compared").is_visible()
        tab.get_by_label("Record 2").select_option("jang-song-thaek")
        expect(status).not_to_contain_text("not")
        expect(status).not_to_contain_text("No more")
        assert "ids=" not in tab.url

    def test_records_are_chosen_with_the_keyboard(self, tab: Tab, book: Book) -> None:
        """
        By the first letters of their names, one list after the other.
        """
        opened(tab, book, "compare.html")
        tab.get_by_label("Record 1").focus()
        tab.keyboard.type("VI Corps")
        tab.keyboard.press("Tab")
        tab.keyboard.type("Frunze")
        tab.keyboard.press("Tab")
        tab.locator("table.nc-compared th:nth-child(3)").wait_for()
        assert tab.url.endswith(f"?records={VI_CORPS},{FRUNZE}")

    def test_what_cannot_be_loaded_is_said(self, browser: Browser, book: Book) -> None:
        """
        And is asked for again by the next choice.
        """
        page = browser.new_page()
        page.route(f"**/compare/{VI_CORPS}.js", lambda route: route.abort(), times=1)
        opened(page, book, f"compare.html?records={VI_CORPS}")
        status = page.locator(".nc-compare [role=status]")
        expect(status).to_have_text(f"“{VI_CORPS}” could not be loaded.")
        page.get_by_label("Record 2").select_option(FRUNZE)
        expect(page.locator("table.nc-compared thead th")).to_have_count(2)
        page.close()

    def test_each_record_of_these_kinds_leads_to_it(
        self, tab: Tab, book: Book, book_pages: dict[str, Page]
    ) -> None:
        """
        With itself chosen; others do not.
        """
        for name, page in book_pages.items():
            links = [
                a.get("href", "") for div in page.all("div", "nc-share") for a in div.iter("a")
            ]
            kind, _, id_ = name.removeprefix("reference/").removesuffix(".html").partition("/")
            wanted = kind in COMPARED and id_ != "index"
            found = [link for link in links if "compare.html?" in link]
            assert ([f"../../compare.html?records={id_}"] if wanted else []) == found, name
        opened(tab, book, "reference/people/kim-jong-un.html")
        tab.get_by_role("link", name="Compare", exact=True).last.click()
        assert "kim-jong-un" == tab.get_by_label("Record 1").input_value()

    def test_every_value_is_in_words(self) -> None:
        """
        No statement shows how the code writes a value of it.
        """
        catalog = ncrefs.load()
        for kind in COMPARED:
            for entity in catalog.records.kind(kind):
                for label, said in compared.rows(entity, catalog):
                    assert said, label
                    for one in said:
                        assert bool(one.words) != (label == "Grade"), (entity.id, label)
                        assert "sources=" not in one.words + one.more

    def test_every_link_leads_somewhere(self, book: Book) -> None:
        """
        The pages and anchors that the scripts of records name are there.
        """
        known: dict[str, str] = {}
        for kind in COMPARED:
            for entity in ncrefs.load().records.kind(kind):
                script = (book.output / "compare" / f"{entity.id}.js").read_text(encoding="utf-8")
                data = json.loads(script.removeprefix("ncCompare(").removesuffix(");\n"))
                said = [one for _, items in data["rows"] for one in items]
                grades = {data["grades"] + grade for _, _, _, grade, _ in said if grade}
                places = {place for _, _, place, _, _ in said if place} | grades
                for address in places | {place for _, place in data["sources"].values()}:
                    path, _, anchor = address.partition("#")
                    if path not in known:
                        known[path] = (book.output / path).read_text(encoding="utf-8")
                    assert not anchor or f'id="{anchor}"' in known[path], address

    def test_scripts_come_and_go_with_their_records(self, small: Book) -> None:
        """
        And with the page that loads them.
        """
        assert small.data is not None
        extra = small.data / "people" / "pak-sam.md"
        twin = (small.data / "people" / "pak-jin.md").read_text(encoding="utf-8")
        extra.write_text(twin.replace("Jin", "Sam").replace("father", "uncle"), encoding="utf-8")
        assert "" == small.build().errors
        assert (small.output / "compare" / "pak-sam.js").is_file()
        extra.unlink()
        assert "" == small.build().errors
        scripts = {path.name for path in (small.output / "compare").iterdir()}
        assert {"corps-plot.js", "corps-purge.js", "pak-hun.js", "pak-jin.js"} == scripts
        for page in ("compare", "timeline"):
            (small.source / f"{page}.md").write_text(f"# {page}\n", encoding="utf-8")
        assert "" == small.build().errors
        assert not list(small.output.glob("compare/*"))
        assert not (small.output / "timeline-decades.js").exists()

    def test_without_scripts_the_page_says_what_is_needed(
        self, browser: Browser, book: Book
    ) -> None:
        """
        And leads to the lists.
        """
        context = browser.new_context(java_script_enabled=False)
        page = opened(context.new_page(), book, "compare.html")
        words = page.locator(".nc-no-script")
        assert words.is_visible()
        for kind in COMPARED:
            assert words.locator(f"a[href='reference/{kind}/index.html']").count()
        assert 0 == page.locator("article select:visible").count()
        context.close()


class TestYears:
    def test_a_year_shows_the_ties_that_held_in_it(self, tab: Tab, book: Book) -> None:
        """
        By the keyboard too; a tie without a date stands for every year.
        """
        found = [edge for edge in edges(ncrefs.load()) if edge.grade != "refuted"]

        def held(year: int) -> int:
            return sum(
                any(
                    (not tie.start or tie.start.earliest.year <= year)
                    and (not tie.end or tie.end.latest.year >= year)
                    for tie, _ in edge.ties
                )
                for edge in found
            )

        opened(tab, book, "watchers.html?year=1995")
        lit = tab.locator(".nc-drawing:not(.nc-narrow) a[data-from].d-lit")
        assert held(1995) == lit.count()
        slider = tab.get_by_label("in the year")
        slider.press("ArrowRight")
        assert held(1996) == lit.count()
        assert "1996" == slider.get_attribute("aria-valuetext")
        assert (
            f"{held(1996)} of {len(found)} ties in 1996"
            in tab.locator(".nc-choose [role=status]").inner_text()
        )
        assert "year=1996" in tab.url
        tab.emulate_media(media="print")
        faint = "links => links.filter(a => getComputedStyle(a).opacity < 0.4).length"
        assert 0 == tab.locator(".nc-drawing a[data-from]").evaluate_all(faint)
        tab.emulate_media(media="screen")
        tab.get_by_role("button", name="All years").click()
        assert 0 == tab.locator(".nc-drawing.d-chosen").count()
        assert not tab.evaluate("location.search")

    def test_an_address_keeps_its_commas(self, tab: Tab, book: Book) -> None:
        """
        Those of the table on the same page, whose view stays as it is.
        """
        opened(tab, book, "watchers.html?tie=commands,guides")
        tab.get_by_label("Show the ties of").select_option("general-staff")
        assert tab.url.endswith("?tie=commands,guides&body=general-staff")

    def test_a_body_is_seen_in_a_year(self, tab: Tab, book: Book) -> None:
        """
        Its ties of other years stay pale, also when it is pointed at.
        """
        opened(tab, book, "watchers.html?body=general-staff&year=1950")
        early = tab.locator(".nc-drawing a[data-from].d-lit").count()
        opened(tab, book, "watchers.html?body=general-staff")
        assert early < tab.locator(".nc-drawing a[data-from].d-lit").count()


class TestDecades:
    def test_a_decade_is_drawn_larger(self, tab: Tab, book: Book) -> None:
        """
        Each record of it has a mark that leads to its page, and the filter holds there too.
        """
        opened(tab, book, "timeline.html?grade=alleged")
        tab.get_by_label("Draw").select_option("1990s")
        tab.locator("svg[aria-labelledby='timeline-1990s-title']").wait_for()
        assert "decade=1990s" in tab.url
        links = tab.locator(".nc-drawing a").evaluate_all(
            "links => links.map(a => [a.getAttribute('href'), a.classList.contains('d-off')])"
        )
        pale = {href.rpartition("/")[2]: off for href, off in links}
        for event in dict(by_decade(ncrefs.timeline))["1990s"]:
            assert (event.grade != "alleged") == pale[f"{event.id}.html"], event.id
        tab.locator(".nc-drawing a[href$='vi-corps-affair.html']").first.click()
        assert tab.url.endswith("reference/plots/vi-corps-affair.html")
        tab.go_back()
        tab.go_back()
        assert tab.locator("svg[aria-labelledby='timeline-title']").is_visible()

    @pytest.mark.parametrize("decade", ["", "1990s"])
    def test_a_mark_says_what_the_list_says(self, tab: Tab, book: Book, decade: str) -> None:
        """
        The sentence about the record, once, in the whole and in a decade.
        """
        opened(tab, book, f"timeline.html?decade={decade}")
        name = f"timeline-{decade}" if decade else "timeline"
        tab.locator(f"svg[aria-labelledby='{name}-title']").wait_for()
        mark = tab.locator(".nc-drawing a[href$='vi-corps-affair.html'] > title")
        mark.wait_for(state="attached")
        assert 1 == (mark.text_content() or "").count(ncrefs.plots[VI_CORPS].summary)

    def test_what_cannot_be_loaded_is_said(self, browser: Browser, book: Book) -> None:
        """
        And the whole stays.
        """
        page = browser.new_page()
        page.route("**/timeline-decades.js", lambda route: route.abort())
        opened(page, book, "timeline.html?decade=1990s")
        expect(page.get_by_role("alert")).to_have_text("The decades could not be loaded.")
        assert page.locator("svg[aria-labelledby='timeline-title']").is_visible()
        page.close()

    def test_what_is_drawn_is_said(self, tab: Tab, book: Book) -> None:
        """
        To those who do not see it.
        """
        opened(tab, book, "timeline.html")
        tab.get_by_label("Draw").select_option("1990s")
        expect(tab.locator("body > [aria-live]")).to_have_text("The 1990s are drawn.")

    def test_decades_are_loaded_when_asked_for(self, tab: Tab, book: Book) -> None:
        """
        They are no part of a first visit.
        """
        fetched: list[str] = []
        tab.on("request", lambda request: fetched.append(request.url))
        opened(tab, book, "timeline.html")
        assert not [url for url in fetched if "decades" in url]
        size = len(gzip.compress((book.output / "timeline-decades.js").read_bytes()))
        assert size < 60_000

    def test_on_a_phone_the_list_is_the_timeline(self, tab: Tab, book: Book) -> None:
        """
        A line down the page with a mark for each entry in place of the drawing.
        """
        tab.set_viewport_size({"width": 390, "height": 844})
        opened(tab, book, "timeline.html")
        assert not tab.locator(".nc-drawing").is_visible()
        row = tab.locator("#t-vi-corps-affair")
        mark = row.evaluate("row => getComputedStyle(row, '::before').backgroundColor")
        other = tab.locator("#t-fall-of-jang-song-thaek").evaluate(
            "row => getComputedStyle(row, '::before').backgroundColor"
        )
        assert mark != other
        cut = "row => getComputedStyle(row, '::before').clipPath"
        filling = "row => getComputedStyle(row, '::after').background"
        assert tab.locator(".nc-key .nc-lane-plots").evaluate(cut) == row.evaluate(cut)
        looks = {}
        for grade in ("documented", "reported", "alleged", "disputed", "refuted"):
            entry = tab.locator(f"tr.nc-lane-plots:has(.nc-grade-{grade})").first
            looks[grade] = entry.evaluate(filling)
        assert len(looks) == len(set(looks.values()))
        assert "2px" == row.evaluate("row => getComputedStyle(row).borderLeftWidth")
