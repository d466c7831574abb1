"""
The drawings, and the page of the timeline.
"""

import copy
import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

import ncrefs
from ncrefs.book.addresses import address
from ncrefs.book.drawings import FIGURES
from ncrefs.book.drawings.leaders import reigns
from ncrefs.book.drawings.posts import ROWS
from ncrefs.book.drawings.svg import number, shorten, width
from ncrefs.book.drawings.timeline import lane_of
from ncrefs.book.typography import typeset
from ncrefs.catalog import Catalog
from ncrefs.model import Entity
from ncrefs.offices import tenures
from tests.book.conftest import Book, small_book
from tests.book.pages import Page, text_of
from tests.helpers import FILES, Folder

SVG = "{http://www.w3.org/2000/svg}"
PAGES = {"timeline": "timeline", "posts": "posts", "ties": "watchers", "map": "map", "told": "told"}
#: Pages of which a phone shows narrower drawings.
WHOLE = (
    "map",
    "posts",
    "watchers",
    "told",
    "answer/how-surprising-is-zero",
    "answer/the-army-inside-the-party",
    "reference/measures/nuclear-warheads",
    "reference/measures/famine-deaths",
)
ORGANIZATION = """\
---
name: {name}
summary: A body.
form: {form}
{rest}sources: [lee2001]
---
"""
PERSON = """\
---
name: {name}
summary: Somebody.
{rest}sources: [lee2001]
---
"""
EVENT = """\
---
name: {name}
summary: Something happened.
when: {when}
grade: {grade}
sources: [lee2001]
---
"""
#: Two leaders and an heir, the second of them alive.
LEADERS = {
    "people/first.md": PERSON.format(
        name="First",
        rest="died: {value: 1980-06-01}\nposts:\n  - {title: Captain, start: 1942}\n"
        "  - {office: premier, title: Premier, start: 1948-09-09}\n",
    ),
    "people/second.md": PERSON.format(name="Second", rest=""),
    "people/heir.md": PERSON.format(name="Heir", rest=""),
    "successions/one.md": EVENT.format(name="One", when="1975/1981", grade="documented").replace(
        "grade", "predecessor: [first]\nsuccessor: [second]\ngrade"
    ),
    "successions/two.md": EVENT.format(name="Two", when="2010/..", grade="reported").replace(
        "grade", "predecessor: [second]\nsuccessor: [heir]\ngrade"
    ),
}


def catalog(root: Path, files: dict[str, str]) -> Catalog:
    """
    A catalog of one source and the given records.
    """
    return Folder(root, {"sources.bib": FILES["sources.bib"], **files}).load()


def svg(made: Catalog, name: str) -> ET.Element:
    """
    A drawing as pages have it.
    """
    return ET.fromstring(FIGURES[name](made).screen.inline())


def marks(drawing: ET.Element, entity: str) -> list[ET.Element]:
    """
    What leads to a record in a drawing.
    """
    return [link for link in drawing.iter("a") if re.search(rf"\b{entity}$", link.get("href", ""))]


def bar(mark: ET.Element) -> tuple[float, float]:
    """
    Where the period of a mark begins and ends.
    """
    rect = next(rect for rect in mark.iter("rect") if rect.get("class") == "d-bar")
    left = float(rect.get("x", "nan"))
    return left, left + float(rect.get("width", "nan"))


def faded(mark: ET.Element) -> set[str]:
    """
    The ends of a mark's period that fade: "in", "out".
    """
    fills = (rect.get("fill", "") for rect in mark.iter("rect"))
    return {match[1] for fill in fills if (match := re.search(r"-(in|out)-", fill))}


def drawn(page: Page) -> ET.Element:
    """
    The drawing on a page, as a wide screen shows it.
    """
    *_, found = page.all(f"{SVG}svg", "nc-drawing")
    drawing = copy.deepcopy(found)
    for part in drawing.iter():
        part.tag = part.tag.removeprefix(SVG)
    return drawing


def href(entity: Entity) -> str:
    """
    The address of a record's place from a page beside the landing page.
    """
    docname, anchor = address(entity)
    return f"{docname}.html" + (f"#{anchor}" if anchor else "")


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """
    A tab that fails the test if a script throws.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert [] == faults


class TestBuilders:
    @pytest.mark.parametrize(
        ("value", "text"), [(12.04, "12"), (3.26, "3.3"), (-0.04, "0"), (-2.5, "-2.5"), (0, "0")]
    )
    def test_coordinates_are_short(self, value: float, text: str) -> None:
        """
        One decimal at most, and no negative zero.
        """
        assert text == number(value)

    def test_a_long_text_loses_whole_words(self) -> None:
        """
        What is left fits and says that something is missing.
        """
        text = "Campaign against the Soviet Koreans"
        assert text == shorten(text, 1000)
        short = shorten(text, 150)
        assert "Campaign against the…" == short
        assert width(short) <= 150


class TestTimeline:
    def test_every_record_has_one_mark(self, book_pages: dict[str, Page]) -> None:
        """
        The drawing shows what the list shows, and leads to the same places.
        """
        links = [link.get("href", "") for link in drawn(book_pages["timeline.html"]).iter("a")]
        leaders = [href(reign.leader) for reign in reigns(ncrefs.load())]
        assert sorted([*map(href, ncrefs.timeline), *leaders]) == sorted(links)

    def test_a_mark_says_what_it_stands_for(self, book_pages: dict[str, Page]) -> None:
        """
        Pointing at it gives the name, the date in words and the grade.
        """
        event = ncrefs.plots["vi-corps-affair"]
        (mark,) = marks(drawn(book_pages["timeline.html"]), "vi-corps-affair.html")
        title = text_of(mark.findall("title")[0])
        for words in (event.name, event.when.words, "plot", event.grade):
            assert words in title

    def test_a_mark_stands_at_its_date(self, tmp_path: Path) -> None:
        """
        Distances along the axis are proportional to days.
        """
        days = ["1950-01-01", "1960-01-01", "1970-07-02", "2000-01-01"]
        made = catalog(
            tmp_path,
            {
                f"events/e{n}.md": EVENT.format(name=f"E{n}", when=day, grade="documented")
                for n, day in enumerate(days)
            },
        )
        drawing = svg(made, "timeline")
        places = []
        for n in range(len(days)):
            (mark,) = marks(drawing, f"e{n}")
            path = next(p for p in mark.iter("path") if p.get("class") == "d-sign")
            places.append(float(re.findall(r"[\d.]+", path.get("d", ""))[0]))
        ordinals = [dt.date.fromisoformat(day).toordinal() for day in days]
        scale = (places[-1] - places[0]) / (ordinals[-1] - ordinals[0])
        for place, ordinal in zip(places, ordinals, strict=True):
            assert place == pytest.approx(places[0] + (ordinal - ordinals[0]) * scale, abs=0.11)

    @pytest.mark.parametrize(
        ("when", "ends"),
        [
            ("1955-03-01", set()),
            ("1950/1955", set()),
            ("1955~", {"in", "out"}),
            ("195X", {"in", "out"}),
            ("1955?/1957", {"in"}),
            ("1955/1957%", {"out"}),
            ("1955/..", {"out"}),
            ("../1955", {"in"}),
        ],
    )
    def test_an_uncertain_end_fades(self, tmp_path: Path, when: str, ends: set[str]) -> None:
        """
        Each end fades exactly if it is approximate, uncertain, unspecified or open.
        """
        files = {
            "events/one.md": EVENT.format(name="One", when=when, grade="documented"),
            "events/two.md": EVENT.format(name="Two", when="1990-01-01", grade="documented"),
        }
        (mark,) = marks(svg(catalog(tmp_path, files), "timeline"), "one")
        assert ends == faded(mark)

    @pytest.mark.parametrize("grade", ["documented", "reported", "alleged", "disputed", "refuted"])
    def test_a_grade_has_a_look_of_its_own(self, tmp_path: Path, grade: str) -> None:
        """
        The look comes from a class with a rule, or from a part that only this grade has.
        """
        files = {"events/one.md": EVENT.format(name="One", when="1955-03-01", grade=grade)}
        (mark,) = marks(svg(catalog(tmp_path, files), "timeline"), "one")
        classes = {part.get("class", "") for part in mark.iter()} - {"d-sign", ""}
        extra = {"disputed": {"d-half"}, "refuted": {"d-cross"}}.get(grade, set())
        assert {f"d-grey d-g-{grade}", *extra} == classes

    def test_leaders_reign_from_their_predecessors_death(self, tmp_path: Path) -> None:
        """
        The first from his first office, not any post; who is to follow the living does not reign.
        """
        found = [
            (reign.leader.id, str(reign.start), str(reign.end))
            for reign in reigns(catalog(tmp_path, LEADERS))
        ]
        assert [("first", "1948-09-09", "1980-06-01"), ("second", "1980-06-01", "None")] == found

    def test_leaders_who_follow_each_other_in_a_ring_come_to_an_end(self, tmp_path: Path) -> None:
        """
        A mistaken record does not hang the build.
        """
        back = EVENT.format(name="Three", when="1990", grade="reported").replace(
            "grade", "predecessor: [second]\nsuccessor: [second, first]\ngrade"
        )
        start = EVENT.format(name="Four", when="1948", grade="reported").replace(
            "grade", "predecessor: [heir]\nsuccessor: [first]\ngrade"
        )
        heir = PERSON.format(
            name="Heir",
            rest="died: 1947\nposts:\n  - {office: head of state, title: Regent, start: 1940}\n",
        )
        second = PERSON.format(name="Second", rest="died: 1985\n")
        ring = {"successions/three.md": back, "successions/four.md": start}
        people = {"people/heir.md": heir, "people/second.md": second}
        files = {**LEADERS, **ring, **people}
        del files["successions/two.md"]
        found = [reign.leader.id for reign in reigns(catalog(tmp_path, files))]
        assert ["heir", "first", "second"] == found

    def test_coups_elsewhere_stand_apart(self) -> None:
        """
        No coup that took place is drawn among the plots of a country that had none.
        """
        lanes = {plot.id: lane_of(plot) for plot in ncrefs.plots}
        assert {"elsewhere"} == {lanes[p.id] for p in ncrefs.plots if p.form == "coup"}
        assert "plots" == lanes["vi-corps-affair"]

    def test_parts_for_print_show_every_record(self) -> None:
        """
        Cut into pages, the timeline loses nothing.
        """
        parts = FIGURES["timeline"](ncrefs.load()).paper
        shown = "".join(part.inline() for part in parts)
        for event in ncrefs.timeline:
            docname, anchor = address(event)
            assert f'href="doc:{docname}{"#" * bool(anchor)}{anchor}"' in shown, event

    def test_each_entry_of_the_list_has_a_permanent_anchor(
        self, book_pages: dict[str, Page]
    ) -> None:
        """
        The row of a record is reached by "t-" and its id, and says so itself.
        """
        page = book_pages["timeline.html"]
        rows = {row.get("id", ""): row for row in page.all("tr") if row.get("id")}
        assert [f"t-{event.id}" for event in ncrefs.timeline] == list(rows)
        for id_, row in rows.items():
            assert f"#{id_}" in [link.get("href") for link in row.iter("a")]


class TestPosts:
    def tenures(self, tmp_path: Path, *posts: str, died: str = "") -> ET.Element:
        """
        The drawing of chiefs of staff with the given dates, in a chart from 1950 to 2000.
        """
        files = {
            "organizations/general-staff.md": ORGANIZATION.format(
                name="General Staff", form="army organ", rest=""
            ),
            "events/first.md": EVENT.format(name="First", when="1950", grade="documented"),
            "events/last.md": EVENT.format(name="Last", when="2000", grade="documented"),
        }
        for n, dates in enumerate(posts):
            post = (
                "posts:\n  - {office: chief of the General Staff, of: general-staff, "
                f"title: Chief of the General Staff, {dates}}}\n"
            )
            rest = post + (f"died: {died}\n" if died else "")
            files[f"people/p{n}.md"] = PERSON.format(name=f"P{n}", rest=rest)
        return svg(catalog(tmp_path, files), "posts")

    def test_a_bar_joins_the_middles_of_its_dates(self, tmp_path: Path) -> None:
        """
        Two who followed each other in a year do not seem to have served together.
        """
        drawing = self.tenures(tmp_path, "start: 1960, end: 1970", "start: 1970, end: 1980")
        (first,), (second,) = marks(drawing, "p0"), marks(drawing, "p1")
        # A hair's breadth keeps them apart.
        assert bar(first)[1] == pytest.approx(bar(second)[0] - 1, abs=0.2)
        assert set() == faded(first) | faded(second)

    def test_who_was_not_followed_is_still_in_office(self, tmp_path: Path) -> None:
        """
        An end that is missing reaches to the last year, and fades.
        """
        drawing = self.tenures(tmp_path, "start: 1960, end: 1970", "start: 1980")
        (mark,) = marks(drawing, "p1")
        last_decade = next(text for text in drawing.iter("text") if text.text == "2000")
        assert bar(mark)[1] > float(last_decade.get("x", "nan"))
        assert {"out"} == faded(mark)

    @pytest.mark.parametrize("died", ["", "1990"])
    def test_an_unknown_end_is_not_drawn_as_long(self, tmp_path: Path, died: str) -> None:
        """
        Where somebody followed, or the holder died, a short bar fades.
        """
        posts = ["start: 1960"] if died else ["start: 1960", "start: 1985, end: 1990"]
        drawing = self.tenures(tmp_path, *posts, died=died)
        (mark,) = marks(drawing, "p0")
        left, right = bar(mark)
        assert right - left < 30
        assert {"out"} == faded(mark)

    @pytest.mark.parametrize(
        ("dates", "years"),
        [
            ("start: 1960, end: 1970", "1960–1970"),
            ("start: 1960-02, end: 1960-08", "1960"),
            ("start: 1960~", "1960–"),
            ("end: 1970", "?–1970"),
            ("start: 196X, end: 1968/1973", "1960s–1968/73"),
            ("start: 1988, end: 1998/2002", "1988–1998/2002"),
        ],
    )
    def test_a_bar_has_the_years_of_its_ends(self, tmp_path: Path, dates: str, years: str) -> None:
        """
        Behind the name, and whole where that is shortened.
        """
        (mark,) = marks(self.tenures(tmp_path, dates), "p0")
        assert f"P0, {years}" == mark.findtext("text")

    def test_an_end_that_is_not_known_is_a_question(self, tmp_path: Path) -> None:
        """
        Of a post that another has taken over.
        """
        drawing = self.tenures(tmp_path, "start: 1960", "start: 1985, end: 1990")
        (mark,) = marks(drawing, "p0")
        assert "P0, 1960–?" == mark.findtext("text")

    def test_on_a_phone_names_and_years_are_whole(self) -> None:
        """
        Where a bar has no room beside it they run over it; titles are shortened.
        """
        phone = FIGURES["posts"](ncrefs.load()).phone
        assert phone is not None
        words = [text.text or "" for text in ET.fromstring(phone.inline()).iter("text")]
        holders = {
            tenure.name for office in ROWS for tenure in tenures(ncrefs.load(), office=office)
        }
        labels = [label for label in words if re.search(r", [\d?]", label)]
        assert len(labels) > 100
        for label in labels:
            name = label.partition(",")[0].rstrip("?…")
            assert any(holder == name for holder in holders), label

    def test_an_unknown_start_fades(self, tmp_path: Path) -> None:
        """
        Of a period with nothing but an end, the end is drawn.
        """
        (mark,) = marks(self.tenures(tmp_path, "end: 1970"), "p0")
        assert {"in"} == faded(mark)

    def test_lesser_posts_in_the_same_body_are_left_out(self, tmp_path: Path) -> None:
        """
        A deputy is no chief.
        """
        body = ORGANIZATION.format(name="General Staff", form="army organ", rest="")
        post = "posts:\n  - {title: Deputy chief, of: general-staff, start: 1950}\n"
        files = {
            "organizations/general-staff.md": body,
            "people/p.md": PERSON.format(name="P", rest=post),
        }
        assert [] == marks(svg(catalog(tmp_path, files), "posts"), "p")

    def test_the_tables_name_whom_the_drawing_names(self, book_pages: dict[str, Page]) -> None:
        """
        What is drawn can be read, by office.
        """
        page = book_pages["posts.html"]
        tables = page.all("table", "nc-holders")
        listed = {a.get("href") for table in tables for a in table.iter("a")}
        named = {link.get("href") for link in drawn(page).iter("a")}
        assert named <= listed
        chiefs = next(
            s for s in page.all("section") if s.get("id") == "posts-chief-of-the-general-staff"
        )
        assert "Ri Yong Ho" in text_of(chiefs)
        assert "Kim Won Hong" not in text_of(chiefs)


class TestEmpty:
    @pytest.mark.parametrize("name", sorted(FIGURES))
    def test_without_records_there_is_an_empty_drawing(self, tmp_path: Path, name: str) -> None:
        """
        A new catalog can be built into a book.
        """
        figure = FIGURES[name](catalog(tmp_path, {}))
        for part in filter(None, (figure.screen, *figure.paper, figure.phone)):
            assert [] == list(ET.fromstring(part.inline()).iter("a"))


class TestTies:
    def drawing(self, tmp_path: Path, rest: str) -> ET.Element:
        """
        The ties of one body with another and with two leaders.
        """
        files = {
            **LEADERS,
            "organizations/watchers.md": ORGANIZATION.format(
                name="Watchers", form="security organ", rest=f"ties:\n{rest}"
            ),
            "organizations/army.md": ORGANIZATION.format(name="Army", form="armed forces", rest=""),
            "organizations/abroad.md": ORGANIZATION.format(
                name="Abroad", form="foreign organ", rest=""
            ),
        }
        return svg(catalog(tmp_path, files), "ties")

    @staticmethod
    def threads(drawing: ET.Element) -> list[tuple[str, str]]:
        """
        Classes and first line of the hover text of each thread.
        """
        return [
            (link.get("class", ""), (link.findtext("title") or "").splitlines()[0])
            for link in drawing.iter("a")
            if any(part.get("class") == "d-thread" for part in link.iter("path"))
        ]

    def test_a_thread_has_relation_grade_and_direction(self, tmp_path: Path) -> None:
        """
        It runs from the one who watches, in the style of its grade.
        """
        found = self.threads(
            self.drawing(tmp_path, "  - {relation: monitors, to: army, grade: alleged}\n")
        )
        assert [("d-pink d-g-alleged", "Watchers monitors Army")] == found

    def test_reports_to_leaders_are_one_thread_from_the_present_one(self, tmp_path: Path) -> None:
        """
        The leader is the watcher of those who report, and it is past only if all of it is.
        """
        drawing = self.drawing(
            tmp_path,
            "  - {relation: reports-to, to: first, start: 1950, end: 1980, grade: reported}\n"
            "  - {relation: reports-to, to: second, start: 1980, grade: documented}\n",
        )
        words = "Second receives reports from Watchers"
        assert [("d-blue d-g-documented", words)] == self.threads(drawing)
        assert "The leader (Second)" in [text.text for text in drawing.iter("text")]

    def test_ties_that_ended_are_pale(self, tmp_path: Path) -> None:
        """
        The past is told from the present.
        """
        found = self.threads(
            self.drawing(tmp_path, "  - {relation: commands, to: army, start: 1950, end: 1960}\n")
        )
        assert ["past" in classes for classes, _ in found] == [True]

    def test_foreign_bodies_are_left_out(self, tmp_path: Path) -> None:
        """
        The picture is of the country's own bodies.
        """
        assert [] == self.threads(self.drawing(tmp_path, "  - {relation: monitors, to: abroad}\n"))

    def test_every_drawn_tie_is_in_the_table(self, book_pages: dict[str, Page]) -> None:
        """
        What is drawn can be read, and every body leads to its page.
        """
        page = book_pages["watchers.html"]
        (table,) = page.all("table", "nc-watchers")
        listed = {a.get("href") for a in table.iter("a")}
        named = {link.get("href") for link in drawn(page).iter("a")}
        assert named
        assert named <= listed
        assert len(list(table.iter("tr"))) - 1 >= len(self.threads(drawn(page))) > 30

    def test_a_body_is_chosen_and_the_rest_is_dimmed(self, tab: Tab, book: Book) -> None:
        """
        From the list, by pointing and with the keyboard; all of it comes back.
        """
        tab.goto(f"file://{book.output}/watchers.html")
        drawing = tab.locator("svg.nc-drawing:not(.nc-narrow)")
        lit = drawing.locator("a.d-lit[data-from]")
        choice = tab.get_by_label("Show the ties of")
        choice.select_option(label="General Staff")
        ends = lit.evaluate_all("all => all.map(a => [a.dataset.from, a.dataset.to])")
        assert ends
        assert all("general-staff" in pair for pair in ends)
        assert "watches or leads in" in tab.locator(".nc-choose [role=status]").inner_text()
        choice.select_option("")
        assert 0 == lit.count()
        first = drawing.locator("a[data-body]").first
        first.focus()
        assert lit.count() > 0
        before = lit.count()
        tab.keyboard.press("ArrowDown")
        assert before != lit.count() > 0
        assert 1 == drawing.locator("a[data-body][tabindex='0']").count()

    def test_a_phone_shows_the_ties_of_a_body_too(self, tab: Tab, book: Book) -> None:
        """
        In its own drawing, and counts each tie once.
        """
        tab.set_viewport_size({"width": 390, "height": 844})
        tab.goto(f"file://{book.output}/watchers.html?body=general-staff")
        narrow = tab.locator("svg.nc-narrow")
        lit = narrow.locator("a.d-lit[data-from]").count()
        assert 0 < lit < narrow.locator("a[data-from]").count()
        told = re.findall(r"\d+", tab.locator(".nc-choose [role=status]").inner_text())
        assert lit == sum(map(int, told))


class TestFiles:
    @pytest.mark.parametrize("name", sorted(FIGURES))
    def test_a_file_stands_alone(self, name: str) -> None:
        """
        Well-formed, with its own colours and ground, without links or variables.
        """
        figure = FIGURES[name](ncrefs.load())
        for part in (figure.screen, *figure.paper):
            text = part.file()
            root = ET.fromstring(text)
            assert f"{SVG}svg" == root.tag
            assert part.title == root[0].text
            assert typeset(part.description) == root[1].text
            assert "href" not in text
            assert "var(" not in text
            assert "#b34700" in text
            assert 'class="d-ground"' in text
            # A wider edge covers the letter before, where letters are painted one by one.
            edges = re.findall(r"d-on-(?:map|thread) \{[^}]*stroke-width: ([\d.]+)", text)
            assert ["2.5"] == edges

    @pytest.mark.parametrize("name", sorted(FIGURES))
    def test_making_a_file_leaves_the_drawing_as_it_was(self, name: str) -> None:
        """
        A drawing can be written in any form, in any order.
        """
        drawing = FIGURES[name](ncrefs.load()).screen
        before = drawing.inline()
        drawing.file()
        assert before == drawing.inline()
        assert "href=" in before

    def test_a_page_offers_its_drawing_as_a_file(
        self, book: Book, book_pages: dict[str, Page]
    ) -> None:
        """
        The file that is offered is the drawing of the page.
        """
        for name, page in PAGES.items():
            caption = book_pages[f"{page}.html"].all("figcaption")[0]
            (link,) = caption.iter("a")
            file = book.output / link.get("href", "")
            assert FIGURES[name](ncrefs.load()).screen.file() == file.read_text(encoding="utf-8")

    def test_an_ebook_has_images_and_a_plain_text_has_none(
        self, small: Book, tmp_path: Path
    ) -> None:
        """
        Each format gets what it can show; all of them have the list.
        """
        books = Book(small.source, tmp_path / "epub", small.data)
        assert "" == books.build(builder="epub").errors
        chapter = (books.output / "timeline.xhtml").read_text(encoding="utf-8")
        assert "<svg" not in chapter
        assert 'src="_images/timeline-1.svg"' in chapter
        assert (books.output / "_images/timeline-1.svg").is_file()
        plain = Book(small.source, tmp_path / "text", small.data)
        assert "" == plain.build(builder="text").errors
        text = (plain.output / "timeline.txt").read_text(encoding="utf-8")
        assert "1950s" in text
        assert "image" not in text.casefold()

    def test_an_unknown_drawing_is_a_mistake(self, small: Book) -> None:
        """
        The author of a page learns which drawing is meant.
        """
        index = small.source / "index.md"
        index.write_text(index.read_text() + "\n```{nc:drawing} timelines\n```\n")
        done = small.build()
        assert done.code != 0
        assert 'did you mean "timeline"?' in done.errors


def rename_holder(book: Book) -> None:
    assert book.data
    path = book.data / "people/pak-hun.md"
    path.write_text(path.read_text().replace("name: Pak Hun\n", "name: Pak Hoon\n"))


def end_tie(book: Book) -> None:
    assert book.data
    path = book.data / "organizations/first-corps.md"
    path.write_text(path.read_text().replace("to: the-army}", "to: the-army, end: 1960}"))


def move_event(book: Book) -> None:
    assert book.data
    path = book.data / "events/port-strike.md"
    path.write_text(path.read_text().replace("1953-03-01/1953-03-02", "1973~"))


class TestRebuilds:
    @pytest.fixture(scope="class")
    @classmethod
    def made_once(cls, tmp_path_factory: pytest.TempPathFactory) -> Book:
        """
        What `made` is put back to.
        """
        small = small_book(tmp_path_factory.mktemp("drawn") / "book")
        assert small.data
        path = small.data / "organizations/first-corps.md"
        text = path.read_text()
        path.write_text(text.replace("ties:\n", "ties:\n  - {relation: monitors, to: the-army}\n"))
        path = small.data / "people/pak-hun.md"
        post = "title: {}{}\n    of: {}"
        old = post.format("Commander", "", "first-corps")
        new = post.format(
            "Minister", "\n    office: defence minister", "ministry-of-national-defence"
        )
        path.write_text(path.read_text().replace(old, new))
        ministry = ORGANIZATION.format(name="Ministry", form="state organ", rest="")
        (small.data / "organizations/ministry-of-national-defence.md").write_text(ministry)
        small.keep()
        return small

    @pytest.fixture
    def made(self, made_once: Book) -> Book:
        """
        A small book with a watcher and a minister, built.
        """
        made_once.restore()
        return made_once

    @pytest.mark.parametrize("change", [rename_holder, end_tie, move_event])
    def test_a_rebuild_equals_a_clean_build(
        self, made: Book, tmp_path: Path, change: Callable[[Book], None]
    ) -> None:
        """
        A drawing and its file follow the records.
        """
        before = made.files()
        change(made)
        made.rebuild_exactly(tmp_path / "clean")
        rebuilt = made.files()
        pages = [f"{page}.html" for page in PAGES.values()]
        assert any(before[page] != rebuilt[page] for page in pages)


#: Contrast of two colours as WCAG 2 defines it, for colours that the browser computed.
CONTRAST = """
(pairs) => {
  const light = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).slice(0, 3).map((v) => {
      v /= 255;
      return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = getComputedStyle(document.body).backgroundColor;
  const contrast = (color) => {
    const [a, b] = [light(color), light(ground)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  return pairs.map(([selector, property]) => {
    const parts = [...document.querySelectorAll(selector)];
    return Math.min(...parts.map((part) => contrast(getComputedStyle(part)[property])));
  });
}
"""


class TestInTheBrowser:
    @pytest.mark.parametrize(
        ("name", "width", "least"),
        [*((name, 1280, 30) for name in PAGES.values()), *((name, 390, 10) for name in WHOLE)],
    )
    def test_labels_neither_overlap_nor_leave_the_drawing(
        self, tab: Tab, book: Book, name: str, width: int, least: int
    ) -> None:
        """
        Every text of a drawing can be read.
        """
        tab.set_viewport_size({"width": width, "height": 844})
        tab.goto(f"file://{book.output}/{name}.html")
        boxes = tab.evaluate(
            """() => {
              const shown = [...document.querySelectorAll(".nc-drawing")].find((drawing) =>
                drawing.checkVisibility());
              const whole = shown.getBoundingClientRect();
              return [...shown.querySelectorAll("text")]
                .map((text) => {
                  const { left, right, top, bottom } = text.getBoundingClientRect();
                  const across = [left - whole.left, right - whole.left, whole.width];
                  return [text.textContent, ...across, top, bottom];
                });
            }"""
        )
        assert len(boxes) > least
        for words, left, right, whole, top, bottom in boxes:
            assert 0 <= left < right <= whole, words
            for other, start, end, _, above, below in boxes:
                apart = right <= start or end <= left or bottom - 3 <= above or below - 3 <= top
                assert apart or (other, start, above) == (words, left, top), (words, other)

    @pytest.mark.parametrize("name", PAGES.values())
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_colours_stand_out_from_the_ground(
        self, browser: Browser, book: Book, name: str, scheme: "str"
    ) -> None:
        """
        Texts by 4.5 to 1 at least, signs and lines by 3 to 1.
        """
        context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"file://{book.output}/{name}.html")
        pairs = [[".nc-drawing text", "fill"], [".nc-drawing a", "color"]]
        texts, lines = page.evaluate(CONTRAST, pairs)
        context.close()
        assert texts >= 4.5
        assert lines >= 3

    def test_a_dark_page_prints_dark_on_white(self, tab: Tab, book: Book) -> None:
        """
        Paper has no dark theme, and drawings fit on it.
        """
        tab.emulate_media(color_scheme="dark", media="print")
        tab.set_viewport_size({"width": 700, "height": 900})
        tab.goto(f"file://{book.output}/timeline.html")
        style = "getComputedStyle(document.querySelector('.nc-drawing a text')).fill"
        assert "rgb(0, 0, 0)" == tab.evaluate(style)
        assert tab.locator(".nc-drawing").bounding_box()["width"] <= 700  # type: ignore[index]

    @pytest.mark.parametrize("name", WHOLE)
    def test_on_a_phone_drawings_are_whole(self, tab: Tab, book: Book, name: str) -> None:
        """
        Others, with letters as large, take the place of the wide ones; the narrowest phone
        shrinks them.
        """
        tab.goto(f"file://{book.output}/{name}.html")
        narrow = tab.locator("svg.nc-narrow")
        assert narrow.count() > 0
        assert not any(narrow.nth(at).is_visible() for at in range(narrow.count()))
        tab.set_viewport_size({"width": 390, "height": 844})
        frames = tab.evaluate(
            """() => [...document.querySelectorAll(".nc-frame")].map((frame) => {
              const shown = [...frame.children].filter((svg) => svg.checkVisibility());
              const [drawing] = shown;
              const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
              const letters = [...drawing.querySelectorAll("text")].map((text) =>
                parseFloat(getComputedStyle(text).fontSize) * scale);
              const whole = frame.scrollWidth <= frame.clientWidth;
              return [shown.length, whole, Math.min(...letters)];
            })"""
        )
        for shown, whole, letters in frames:
            assert (1, True) == (shown, whole)
            assert letters >= 10.9
        tab.set_viewport_size({"width": 320, "height": 844})
        cut = "frames => frames.some((frame) => frame.scrollWidth > frame.clientWidth)"
        assert not tab.locator(".nc-frame:has(svg.nc-narrow)").evaluate_all(cut)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320

    @pytest.mark.parametrize("name", ["posts", "told", "timeline"])
    def test_a_drawing_that_is_too_wide_scrolls_behind_a_shadow(
        self, tab: Tab, book: Book, name: str
    ) -> None:
        """
        On a tablet: with the keyboard too; nothing is shrunk, and the page does not scroll.
        """
        tab.set_viewport_size({"width": 700, "height": 844})
        tab.goto(f"file://{book.output}/{name}.html")
        assert tab.evaluate("document.documentElement.scrollWidth") <= 700
        frame = tab.locator(".nc-frame")
        assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
        style = frame.evaluate("frame => getComputedStyle(frame).backgroundAttachment")
        assert "local, local, scroll, scroll" == style
        frame.focus()
        tab.keyboard.press("ArrowRight")
        tab.wait_for_function("document.querySelector('.nc-frame').scrollLeft > 0")
        shrunk = "svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width"
        drawing = tab.locator(".nc-drawing:not(.nc-narrow)")
        assert drawing.evaluate(shrunk) == pytest.approx(1, abs=0.001)


def rows(tab: Tab) -> list[str]:
    """
    The ids of the entries that are shown.
    """
    shown = tab.locator("table.nc-timeline tbody tr:visible")
    ids: list[str] = shown.evaluate_all("rows => rows.map(row => row.id)")
    return ids


class TestFilter:
    def test_kind_grade_and_words_narrow_the_list(self, tab: Tab, book: Book) -> None:
        """
        Entries that fit stay, in the list and in the drawing; the count says how many.
        """
        tab.goto(f"file://{book.output}/timeline.html")
        assert len(ncrefs.timeline) == len(rows(tab))
        for box in ("purge", "succession", "event", "documented", "reported", "refuted"):
            tab.get_by_label(box, exact=True).uncheck()
        wanted = [
            f"t-{event.id}"
            for event in ncrefs.timeline
            if event in ncrefs.plots and event.grade in ("alleged", "disputed")
        ]
        assert wanted == rows(tab)
        tab.get_by_label("Words").fill("CORPS north-east")
        assert ["t-vi-corps-affair"] == rows(tab)
        assert (
            f"1 of {len(ncrefs.timeline)} entries"
            == tab.locator(".nc-filter [role=status]").inner_text()
        )
        lit = tab.locator(".nc-drawing a:not(.d-off)").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))"
        )
        leaders = {href(reign.leader) for reign in reigns(ncrefs.load())}
        assert {"reference/plots/vi-corps-affair.html"} == set(lit) - leaders

    def test_a_filtered_view_can_be_shared(self, browser: Browser, tab: Tab, book: Book) -> None:
        """
        The address of a filtered list shows the same to somebody else.
        """
        tab.goto(f"file://{book.output}/timeline.html")
        for box in ("plot", "alleged"):
            tab.get_by_label(box, exact=True).uncheck()
        tab.get_by_label("Words").fill("Jang Song Thaek")
        context = browser.new_context()
        other = context.new_page()
        other.goto(tab.evaluate("location.href"))
        assert rows(tab) == rows(other)
        assert "t-fall-of-jang-song-thaek" in rows(other)
        other.get_by_role("button", name="Show all").click()
        assert len(ncrefs.timeline) == len(rows(other))
        assert other.evaluate("location.search") == ""
        context.close()

    def test_a_link_to_an_entry_shows_it_whatever_is_filtered(self, tab: Tab, book: Book) -> None:
        """
        A permanent address never leads to a hidden place.
        """
        tab.goto(f"file://{book.output}/timeline.html?kind=purge#t-vi-corps-affair")
        assert tab.locator("#t-vi-corps-affair").is_visible()

    def test_without_scripts_all_is_there_and_nothing_is_dead(
        self, browser: Browser, book: Book
    ) -> None:
        """
        No control stands where none works.
        """
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"file://{book.output}/timeline.html?kind=plot")
        assert len(ncrefs.timeline) == len(rows(page))
        assert page.locator("article").locator(":is(input, button, select):visible").count() == 0
        context.close()
