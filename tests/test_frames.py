import datetime as dt
import re
import sys
from types import SimpleNamespace
from typing import get_args

import pytest

from ncrefs.catalog import Catalog
from ncrefs.collection import Collection
from ncrefs.frames import graph, row, to_dict
from ncrefs.model import Source, Term
from ncrefs.vocabulary import Grade, OrganizationForm, PlotForm
from tests.helpers import Folder, catalog_of, person


@pytest.fixture
def catalog(folder: Folder) -> Catalog:
    """
    The small catalog, read.
    """
    return folder.load()


class TestFrame:
    """
    Tests for records as dicts and rows.
    """

    def test_dict(self, catalog: Catalog) -> None:
        """
        A record is a dict of plain values, with its kind.
        """
        found = to_dict(catalog.purges["corps-purge"])

        assert ("purges", "1956-01/1956-03", "documented") == (
            found["kind"],
            found["when"],
            found["grade"],
        )

    def test_row(self, catalog: Catalog) -> None:
        """
        A row has the days of a date, and spreads a single nested value over columns.
        """
        assert dt.date(1956, 3, 31) == row(catalog.purges["corps-purge"])["when_latest"]
        assert row(catalog.successions["handover"])["when_latest"] is None
        assert "retired" == row(catalog.people["pak-hun"])["fate_what"]

    def test_pandas(self, catalog: Catalog) -> None:
        """
        A collection becomes a data frame of pandas, a row for each record.
        """
        pytest.importorskip("pandas")

        frame = catalog.people.to_frame()

        assert ["pak-hun", "pak-jin"] == list(frame["id"])
        assert "Commander" == frame["posts"][0][0]["title"]

    def test_columns_that_only_some_have(self, catalog: Catalog) -> None:
        """
        A record without a field that others of the collection have holds nothing there.
        """
        pandas = pytest.importorskip("pandas")

        frame = catalog.timeline.to_frame("pandas").set_index("id")

        assert "coup plot" == frame["form"]["corps-plot"]
        assert frame["form"].isna()["corps-purge"]
        assert [] == frame["target"]["corps-purge"]
        assert pandas.Timestamp(1955, 1, 1) == frame["when_earliest"]["corps-plot"]
        assert pandas.Timestamp(1955, 12, 31) == frame["when_latest"]["corps-plot"]
        assert frame["when_latest"].isna()["handover"]

    @pytest.mark.parametrize(
        ("kind", "column", "dtype"),
        [
            ("people", "kind", "category"),
            ("people", "name", "str"),
            ("people", "fate_note", "str"),
            ("people", "fate_grade", "category"),
            ("people", "fate_when_latest", "datetime64[s]"),
            ("people", "posts", "object"),
            ("plots", "when", "str"),
            ("plots", "result", "category"),
            ("claims", "number", "Int64"),
            ("sources", "number", "str"),
            ("places", "coordinates_latitude", "float64"),
            ("records", "number", "Int64"),
            ("records", "coordinates_latitude", "float64"),
            ("records", "mechanisms", "object"),
        ],
    )
    def test_types(self, catalog: Catalog, kind: str, column: str, dtype: str) -> None:
        """
        A column has the type of its field, whatever there is of it.
        """
        pytest.importorskip("pandas")

        assert dtype == str(getattr(catalog, kind).to_frame("pandas")[column].dtype)

    def test_objects_are_lists(self, catalog: Catalog) -> None:
        """
        No column mixes sorts: what pandas has no type for is a list in every row.
        """
        pytest.importorskip("pandas")
        everything = Collection(catalog)

        for collection in (catalog.records, catalog.sources, everything):
            frame = collection.to_frame("pandas")
            objects = [name for name in frame if frame[name].dtype == "object"]
            assert objects
            assert all(isinstance(cell, list) for name in objects for cell in frame[name])
        assert "str" == str(everything.to_frame("pandas")["number"].dtype)
        assert "1" in set(everything.to_frame("pandas")["number"])

    def test_categories(self, catalog: Catalog) -> None:
        """
        A category has all words of the vocabulary in its order, of two kinds those of both.
        """
        pytest.importorskip("pandas")

        frame = catalog.records.to_frame("pandas")

        assert [*Grade] == list(frame["grade"].cat.categories)
        words = [*get_args(OrganizationForm), *get_args(PlotForm)]
        assert words == list(frame["form"].cat.categories)

    def test_order(self, catalog: Catalog) -> None:
        """
        Columns stand in the order of the model, whichever records there are and come first.
        """
        pytest.importorskip("pandas")
        forth = catalog.people.to_frame("pandas")
        back = Collection(reversed(list(catalog.people))).to_frame("pandas")
        one = catalog.people.filter(lambda person: not person.fate).to_frame("pandas")

        assert ["kind", "id", "name", "korean_hangul", "korean_hanja"] == list(forth.columns[:5])
        assert ["fate_sources", "fate_note"] == list(forth.columns[-2:])
        assert list(forth.columns) == list(back.columns) == list(one.columns)
        mixed = Collection([*catalog.places, *catalog.people]).to_frame("pandas")
        assert list(forth.columns) == list(mixed.columns)[: len(forth.columns)]

    def test_polars(self, catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        Polars is asked where pandas is not there, and is told the type of each column.
        """
        names = ("String", "Int64", "Float64", "Date", "Object")
        polars = SimpleNamespace(
            DataFrame=lambda table, *, schema: (table, schema),
            Enum=lambda words: ("enum", *words),
            List=lambda inner: ("list", inner),
            Struct=lambda fields: ("struct", fields),
            **{name: name for name in names},
        )
        monkeypatch.setitem(sys.modules, "pandas", None)
        monkeypatch.setitem(sys.modules, "polars", polars)

        table, schema = catalog.records.to_frame()

        assert catalog.records.ids == table["id"]
        assert list(table) == list(schema)
        assert ("String", "Int64", "Float64", "Date", "Object") == tuple(
            schema[name]
            for name in ("id", "number", "coordinates_latitude", "when_latest", "mechanisms")
        )
        assert ("enum", *Grade) == schema["grade"]
        assert ("list", "String") == schema["aliases"]
        kind, points = schema["points"]
        assert ("list", "struct") == (kind, points[0])
        assert ("String", "Float64", ("list", "String")) == tuple(
            points[1][name] for name in ("when", "low", "sources")
        )

    def test_missing(self, catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        Without such a library the error says what to install.
        """
        monkeypatch.setitem(sys.modules, "pandas", None)
        monkeypatch.setitem(sys.modules, "polars", None)

        with pytest.raises(ModuleNotFoundError, match="pip install pandas"):
            catalog.people.to_frame()
        with pytest.raises(ModuleNotFoundError, match="needs polars"):
            catalog.people.to_frame("polars")


class TestGraph:
    """
    Tests for relations as a graph.
    """

    def test_edges(self, catalog: Catalog) -> None:
        """
        Ties and kin are edges with what they are, nodes have names.
        """
        pytest.importorskip("networkx")

        made = graph(catalog)

        assert {("first-corps", "the-army", "part-of"), ("pak-hun", "pak-jin", "father")} == set(
            made.edges(data="relation")
        )
        assert {
            "name": "Pak Hun",
            "kind": "people",
            "summary": "A general who led the First Corps.",
            "grade": "reported",
        } == made.nodes["pak-hun"]
        assert "grade" not in made.nodes["the-army"]

    def test_facts(self, folder: Folder) -> None:
        """
        An edge has whatever its relation says, in plain words; nothing where that says nothing.
        """
        pytest.importorskip("networkx")
        folder.replace(
            "people/pak-hun.md",
            "{relation: father, to: pak-jin}",
            "{relation: father, to: pak-jin, inverse: son, note: Adopted., "
            "sources: [lee2001, news2010]}",
        )

        made = graph(folder.load(), ["kin", "posts", "actors", "ties"])
        facts = {edge["field"]: edge for _, _, edge in made.edges(data=True)}

        assert {
            "relation": "father",
            "field": "kin",
            "inverse": "son",
            "note": "Adopted.",
            "sources": "lee2001 news2010",
        } == facts["kin"]
        assert {
            "relation": "Posts",
            "field": "posts",
            "title": "Commander",
            "start": "1950",
            "end": "1956~",
        } == facts["posts"]
        assert "accused" == facts["actors"]["role"]
        assert ("1948", "1990") == (facts["ties"]["start"], facts["ties"]["end"])

    def test_unknown(self, catalog: Catalog) -> None:
        """
        An unknown relation names those that there are.
        """
        pytest.importorskip("networkx")

        with pytest.raises(ValueError, match='no relation "frends"; write about, '):
            graph(catalog, ["frends"])

    def test_missing(self, catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
        """
        Without networkx the error says what to install.
        """
        monkeypatch.setitem(sys.modules, "networkx", None)

        with pytest.raises(ModuleNotFoundError, match="pip install networkx"):
            graph(catalog)


class TestNotebook:
    """
    Tests for records in notebooks.
    """

    def test_record(self, catalog: Catalog) -> None:
        """
        A record is shown as a table with its name, in escaped HTML.
        """
        html = catalog.people["pak-hun"]._repr_html_()

        assert "<caption>Pak Hun</caption>" in html
        assert "1900 – 1 May 1970" in html

    def test_event(self, catalog: Catalog) -> None:
        """
        An event has its kind, date, grade and sentence, each in a row.
        """
        html = catalog.plots["corps-plot"]._repr_html_()

        assert ["id", "kind", "when", "grade", "summary"] == re.findall(r"(\w+)</t[hd]><td", html)
        assert all(f">{text}<" in html for text in ("plots", "c. 1955", "alleged"))

    def test_collection(self, catalog: Catalog) -> None:
        """
        A collection is shown as a table of its first records.
        """
        html = catalog.sources._repr_html_()

        assert "<caption>2 records</caption>" in html
        assert "<td>lee2001</td><td>Armies and Parties</td><td>2001</td>" in html

    def test_long_collection(self) -> None:
        """
        Of more than twenty records the first are shown, and the caption says so.
        """
        html = catalog_of(*(person(f"p{i}", f"P {i}") for i in range(10, 31))).people._repr_html_()

        head = "".join(f"<th>{title}</th>" for title in ("id", "name", "when", "grade"))
        assert f"<caption>21 records, the first 20</caption><thead><tr>{head}</tr></thead>" in html
        assert [f"p{i}" for i in range(10, 30)] == re.findall(r"<tr><td>(\w+)<", html)

    def test_signs(self) -> None:
        """
        Names are text, whatever signs they have.
        """
        html = person("a", "<b> & co")._repr_html_()

        assert (
            "<table><caption>&lt;b&gt; &amp; co</caption><tbody>"
            "<tr><td>id</td><td>a</td></tr><tr><td>kind</td><td>people</td></tr>"
            "<tr><td>summary</td><td>&lt;b&gt; &amp; co.</td></tr></tbody></table>"
        ) == html

    @pytest.mark.parametrize(
        ("born", "died", "life"),
        [("", "", None), ("1900", "", "1900 – "), ("", "1970~", " – c. 1970")],
    )
    def test_lives(self, born: str, died: str, life: str | None) -> None:
        """
        A life has both ends, of which one may be unknown.
        """
        html = person("a", "A", born=born, died=died)._repr_html_()

        undated = Source(id="a", type="book", title="A", tier="official")
        assert "when" not in Term(id="a", name="A", summary="A.")._repr_html_()
        assert "when" not in undated._repr_html_()
        assert ([life] if life else []) == re.findall("<td>when</td><td>(.*?)</td>", html)
