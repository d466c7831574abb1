"""
Tables: CSV, SQLite and Parquet, each read by those that people read them with.
"""

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ncrefs.catalog import Catalog
from ncrefs.export import files, write
from ncrefs.export.common import LICENCE
from ncrefs.finding import spellings
from ncrefs.kinds import KINDS
from tests.export.rebuild import from_tables, plain


class TestCsv:
    """
    Tests for the data package.
    """

    def test_complete(self, catalog: Catalog, out: Path) -> None:
        """
        The records can be put together again from the tables, with all fields and grades.
        """
        paths = write(catalog, "csv", out)

        tables = {}
        for path in paths:
            if path.suffix == ".csv":
                with path.open(encoding="utf-8", newline="") as file:
                    tables[path.stem] = list(csv.DictReader(file))
        assert plain(catalog) == from_tables(tables)

    def test_frictionless(self, catalog: Catalog, out: Path) -> None:
        """
        Frictionless finds the package valid: types, required cells, words, keys.
        """
        frictionless = pytest.importorskip("frictionless")
        write(catalog, "csv", out)

        report = frictionless.Package(str(out / "datapackage.json"), basepath=None).validate()

        assert [] == report.flatten(["type", "message"])
        assert report.valid

    def test_described(self, small: Catalog) -> None:
        """
        The package says version and licence, and what each column means.
        """
        package = json.loads(files(small, "csv")["datapackage.json"])

        assert LICENCE == package["licenses"][0]["name"]
        assert package["version"]
        columns = [f for r in package["resources"] for f in r["schema"]["fields"]]
        assert all(column["description"] for column in columns)

    def test_pandas(self, small: Catalog, out: Path) -> None:
        """
        Pandas reads a table as it stands.
        """
        pandas = pytest.importorskip("pandas")
        write(small, "csv", out)

        frame = pandas.read_csv(out / "posts.csv", parse_dates=["start_earliest"])

        assert ["Commander"] == list(frame["title"])
        assert 1950 == frame["start_earliest"][0].year


@pytest.fixture(scope="module")
def database(catalog: Catalog) -> Iterator[sqlite3.Connection]:
    """
    The SQLite database, opened.
    """
    with closing(sqlite3.connect(":memory:")) as found:
        found.deserialize(files(catalog, "sqlite")["ncrefs.sqlite"])
        found.row_factory = sqlite3.Row
        yield found


class TestSqlite:
    """
    Tests for the database.
    """

    def test_complete(self, catalog: Catalog, database: sqlite3.Connection) -> None:
        """
        The records can be put together again from the tables.
        """
        names = [
            row["name"]
            for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not row["name"].startswith("search") and row["name"] != "about"
        ]
        tables: dict[str, Any] = {
            name: [dict(row) for row in database.execute(f'SELECT * FROM "{name}"')]
            for name in names
        }
        for kind in (*KINDS, "sources"):  # a table without a row order is in that of its key
            order = {id_: place for place, id_ in enumerate(getattr(catalog, kind).ids)}
            tables[kind].sort(key=lambda row, order=order: order[row["id"]])

        assert plain(catalog) == from_tables(tables)

    def test_sound(self, database: sqlite3.Connection) -> None:
        """
        No key points to nothing, and the file is whole.
        """
        assert [] == list(database.execute("PRAGMA foreign_key_check"))
        assert "ok" == next(database.execute("PRAGMA integrity_check"))[0]

    def test_about(self, database: sqlite3.Connection) -> None:
        """
        The database says version and licence.
        """
        found = dict(database.execute("SELECT name, value FROM about").fetchall())

        assert LICENCE == found["license"]
        assert found["version"]

    def test_search(self, catalog: Catalog, database: sqlite3.Connection) -> None:
        """
        Full text finds a record by a name of its own, diacritics aside.
        """
        person = next(iter(catalog.people))
        word = spellings(person)[0].split()[-1].lower()
        query = "SELECT id FROM search WHERE search MATCH ?"

        assert person.id in {row["id"] for row in database.execute(query, [f'names:"{word}"'])}

    def test_views(self, catalog: Catalog, database: sqlite3.Connection) -> None:
        """
        The views hold all that is dated, all posts and holders, and all cells of the matrix.
        """
        count = {
            view: next(database.execute(f"SELECT count(*) FROM {view}"))[0]
            for view in ("timeline", "tenures", "episodes")
        }
        holders = sum(len(body.holders) for body in catalog.organizations)
        assert {
            "timeline": len(catalog.timeline),
            "tenures": sum(len(person.posts) for person in catalog.people) + holders,
            "episodes": sum(len(event.mechanisms) for event in catalog.timeline),
        } == count

    def test_cited_by(self, catalog: Catalog, database: sqlite3.Connection) -> None:
        """
        The view of citations agrees with the catalog, prose included.
        """
        key = catalog.sources.ids[0]
        query = "SELECT DISTINCT record FROM cited_by WHERE source = ?"
        found = {row["record"] for row in database.execute(query, [key])}

        assert {entity.id for entity in catalog.cited_by(key)} <= found


class TestParquet:
    """
    Tests for the Parquet files.
    """

    def test_complete(self, catalog: Catalog, out: Path) -> None:
        """
        DuckDB reads all tables, and the records can be put together again.
        """
        duckdb = pytest.importorskip("duckdb")
        pytest.importorskip("pyarrow")
        tables = {}
        for path in write(catalog, "parquet", out):
            found = duckdb.sql(f"SELECT * FROM '{path}'")
            rows = found.fetchall()
            tables[path.stem] = [dict(zip(found.columns, row, strict=True)) for row in rows]

        assert plain(catalog) == from_tables(tables)

    def test_described(self, small: Catalog, out: Path) -> None:
        """
        A file says version and licence, and days are dates.
        """
        pq = pytest.importorskip("pyarrow.parquet")
        write(small, "parquet", out)

        schema = pq.read_schema(out / "events.parquet")

        assert LICENCE.encode() == schema.metadata[b"license"]
        assert "date32[day]" == str(schema.field("when_earliest").type)
        assert schema.field("when").metadata[b"description"]
