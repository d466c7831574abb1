"""
The rival explanations side by side, and the charts and drawings that chapters show.
"""

import itertools
from pathlib import Path
from xml.etree import ElementTree as ET

import ncrefs
from ncrefs.book.drawings import figure_of
from ncrefs.vocabulary import WEIGHT_MEANINGS
from tests.book.conftest import Book
from tests.book.pages import Page, text_of
from tests.helpers import FILES, Folder

EXPLANATION = FILES["explanations/it-was-watched.md"]
UNIT = """\
---
name: {name}
summary: Soldiers.
form: army unit
seat: port-nam
{rest}sources: [lee2001]
---
"""


class TestTable:
    def test_those_that_bear_most_stand_first(self, small: Book) -> None:
        """
        Whatever their names, each with what it predicts, what is seen and what speaks
        against it, its sources, and its weight, whose meaning stands above.
        """
        assert small.data is not None
        strong = EXPLANATION.replace("It was watched", "Zeal").replace("moderate", "strong")
        strong = strong.replace("An officer of another line", "An eager man")
        (small.data / "explanations" / "zeal.md").write_text(strong, encoding="utf-8")
        index = small.source / "index.md"
        index.write_text(index.read_text(encoding="utf-8") + "\n```{nc:explanations}\n```\n")
        assert "" == small.build().errors

        page = Page(small.output / "index.html")
        (table,) = page.all("table", "nc-weighing")
        rows = [[text_of(cell) for cell in row.iter("td")] for row in table.iter("tr")][1:]

        assert ["Zeal", "Plots are betrayed early."] == rows[0][:2]
        assert rows[0][2].startswith("One was")
        assert ["The watchers may plot too.", "strong"] == rows[0][3:]
        assert ["It was watched", "moderate"] == [rows[1][0], rows[1][-1]]
        assert 2 == len([a for a in table.iter("a") if "nc-cite" in a.get("class", "")])
        for meaning in WEIGHT_MEANINGS.values():
            assert meaning in page.text()

    def test_a_means_leads_to_what_it_is_said_to_explain(self, book_pages: dict[str, Page]) -> None:
        """
        From both ends.
        """
        for explanation in ncrefs.explanations:
            own = f"reference/explanations/{explanation.id}.html"
            for id_ in explanation.mechanisms:
                page = book_pages[f"reference/mechanisms/{id_}.html"]
                assert any(f"{explanation.id}.html" in a.get("href", "") for a in page.all("a"))
                assert any(f"{id_}.html" in a.get("href", "") for a in book_pages[own].all("a"))


class TestFigures:
    def test_a_chapter_shows_a_measure_by_its_id(self, small: Book) -> None:
        """
        With its unit and the way to its page; a name that is none is told.
        """
        index = small.source / "index.md"
        text = index.read_text(encoding="utf-8")
        index.write_text(text + "\n```{nc:drawing} soldiers\n```\n", encoding="utf-8")
        assert "" == small.build().errors
        page = Page(small.output / "index.html")
        assert "Soldiers (people). Its page has each figure" in page.text()
        assert any("measures/soldiers.html" in a.get("href", "") for a in page.all("a"))
        (caption,) = page.all("figcaption")
        assert "leads to its record" not in text_of(caption)

        index.write_text(text + "\n```{nc:drawing} soldier\n```\n", encoding="utf-8")
        assert 'did you mean "soldiers"?' in small.build().errors

    def test_two_who_count_never_look_alike(self, tmp_path: Path) -> None:
        """
        When the colours are used up, the signs differ.
        """
        point = "  - {{when: {}, low: 1, by: hand {}, grade: reported, sources: [lee2001]}}\n"
        points = "".join(point.format(1950 + n, n) for n in range(14))
        head, rest = FILES["measures/soldiers.md"].split("points:\n")
        text = f"{head}points:\n{points}sources: [lee2001]\n---\n"
        assert "sources" in rest
        catalog = Folder(tmp_path, {**FILES, "measures/soldiers.md": text}).load()

        drawing = ET.fromstring(figure_of(catalog, "soldiers").screen.inline())

        looks = [
            (group.get("class"), part.tag, (part.get("d") or "").count("L"))
            for group in drawing.iter("g")
            for part in group
            if part.get("class") == "d-sign" and group.get("class", "").endswith("documented")
        ]
        assert 14 == len(looks)
        assert all(one != other for one, other in itertools.combinations(looks, 2))

    def test_what_is_below_nothing_is_in_the_chart(self, tmp_path: Path) -> None:
        """
        The lowest figure stands above the years, and the scale says how low it is.
        """
        text = FILES["measures/soldiers.md"].replace("low: 100, high: 120", "low: -6.5")
        catalog = Folder(tmp_path, {**FILES, "measures/soldiers.md": text}).load()

        drawing = ET.fromstring(figure_of(catalog, "soldiers").screen.inline())

        lines = [float(line.get("y1", "")) for line in drawing.iter("line")]
        signs = [float(sign.get("cy", "")) for sign in drawing.iter("circle")]
        assert max(lines) > max(signs)
        assert "\u221250" in [text.text for text in drawing.iter("text")]

    def test_garrisons_say_who_stands_there_and_until_when(self, tmp_path: Path) -> None:
        """
        A body without a seat is not on the map, and a unit that is gone has its last year.
        """
        units = {
            "organizations/old-corps.md": UNIT.format(
                name="Old Corps", rest="dissolved: [{value: 1962, sources: [lee2001]}]\n"
            ),
            "organizations/new-corps.md": UNIT.format(name="New Corps", rest=""),
        }
        catalog = Folder(tmp_path, {**FILES, **units}).load()

        drawing = figure_of(catalog, "garrisons").screen

        assert "First Corps, New Corps, Old Corps (to 1962): Port Nam, " in drawing.description
        assert "The Army" not in drawing.description
        drawn = ET.fromstring(drawing.inline())
        assert ["First Corps and 2 more"] == [text_of(text) for text in drawn.findall(".//a/text")]
