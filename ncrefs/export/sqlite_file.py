"""
One SQLite database: the tables with their foreign keys, full-text search, views.

`search` finds records by any word of their names, summaries and texts, diacritics aside.
"""

import sqlite3
from typing import Any

from ncrefs.catalog import Catalog
from ncrefs.export.common import about
from ncrefs.export.tables import Column, Table, tables
from ncrefs.finding import spellings
from ncrefs.kinds import DATED
from ncrefs.markup import plain

_TYPES = {"text": "TEXT", "integer": "INTEGER", "number": "REAL", "day": "TEXT"}

_EVENT = """\
SELECT id, '{kind}' AS kind, name, "when", when_earliest, when_latest, grade, summary
    FROM {kind}"""
_VIEWS = """
CREATE VIEW timeline AS
  {events}
  ORDER BY when_earliest, when_latest, id;
CREATE VIEW tenures AS
  SELECT p.record AS person, r.name, p.title, p.office, p."of" AS organization,
    p.start, p.start_earliest, p."end", p.end_latest, p.grade
    FROM posts p JOIN records r ON r.id = p.record
  UNION ALL
  SELECT h.who, coalesce(r.name, h.name), h.title, h.office, h.record,
    h.start, h.start_earliest, h."end", h.end_latest, h.grade
    FROM holders h LEFT JOIN records r ON r.id = h.who
  ORDER BY 7, 2;
CREATE VIEW episodes AS
  SELECT m.mechanism, r.kind, m.record AS event, r.name, m.mark, m.how, m.grade
    FROM mechanism_roles m JOIN records r ON r.id = m.record
  ORDER BY 1, 3;
CREATE VIEW cited_by AS
  SELECT source, record FROM citations
  UNION SELECT target, record FROM mentions WHERE sort = 'cite'
  ORDER BY 1, 2;
"""


def files(catalog: Catalog) -> dict[str, bytes]:
    """
    The database.
    """
    with sqlite3.connect(":memory:") as database:
        database.execute("PRAGMA page_size = 4096")
        database.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
        database.executemany("INSERT INTO about VALUES (?, ?)", about().items())
        for table in tables(catalog):
            _add(database, table)
        _add_search(database, catalog)
        events = "\n  UNION ALL ".join(_EVENT.format(kind=kind) for kind in DATED)
        database.executescript(_VIEWS.format(events=events))
        database.commit()
        database.execute("VACUUM")
        data = database.serialize()
    database.close()
    return {"ncrefs.sqlite": data}


def _add(database: sqlite3.Connection, table: Table) -> None:
    columns = [_column(column, table) for column in table.columns]
    key = ", ".join(f'"{name}"' for name in table.key)
    comment = table.meaning.replace("*/", "")
    database.execute(
        f'CREATE TABLE "{table.name}" /* {comment} */ '
        f"({', '.join(columns)}, PRIMARY KEY ({key})) WITHOUT ROWID"
    )
    places = ", ".join("?" * len(table.columns))
    database.executemany(
        f'INSERT INTO "{table.name}" VALUES ({places})',  # noqa: S608  (names are the model's)
        ([_cell(value) for value in row] for row in table.rows),
    )
    for column in table.columns:
        if column.to and column.name not in table.key[:1]:
            database.execute(
                f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")'
            )


def _column(column: Column, table: Table) -> str:
    text = f'"{column.name}" {_TYPES[column.type]}'
    if column.filled:
        text += " NOT NULL"
    if column.to and not (table.name == "records" and column.name == "id"):
        text += f' REFERENCES "{column.to}" (id)'
    return text


def _cell(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _add_search(database: sqlite3.Connection, catalog: Catalog) -> None:
    database.execute(
        "CREATE VIRTUAL TABLE search USING fts5 "
        "(id UNINDEXED, names, summary, text, tokenize = 'unicode61 remove_diacritics 2')"
    )
    database.executemany(
        "INSERT INTO search VALUES (?, ?, ?, ?)",
        (
            (entity.id, "\n".join(spellings(entity)), entity.summary, plain(entity.text))
            for entity in catalog.records
        ),
    )
