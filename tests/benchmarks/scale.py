"""
How the files for other programs bear a hundred times as many records: Parquet and RDF by the
package's own exporters, and the same three questions asked of each.

A synthetic catalog is read once and copied under other ids, since reading is measured by
`tests.benchmarks.build`. rdflib keeps every triple as objects of Python: it is asked of a
sample.
"""

import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Set
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import rdflib

from ncrefs.catalog import Catalog
from ncrefs.export import write
from ncrefs.loading import load
from ncrefs.model import Entity, Source
from ncrefs.serial import from_plain, to_plain
from tests.benchmarks.synthetic import write_catalog

SIZE, SAMPLE = 100_000, 2_000
#: As many records are written and read; the others are their copies.
READ = 1_000
#: An id in prose: the target of a link, or the key of a source.
_POINTER = re.compile(r"(?<=\(#)[^)]+|(?<=\{cite\}`)[^`]+")
SQL = {
    "plots by grade": """
        SELECT grade, count(*) FROM '{folder}/plots.parquet' GROUP BY grade""",
    "posts begun by 1950": """
        SELECT person.name, body.name FROM '{folder}/posts.parquet' AS post
        JOIN '{folder}/people.parquet' AS person ON person.id = post.record
        JOIN '{folder}/organizations.parquet' AS body ON body.id = post.of
        WHERE post.start_latest <= '1950-12-31'""",
    "most cited sources": """
        SELECT source, count(DISTINCT record) AS records FROM '{folder}/citations.parquet'
        GROUP BY source ORDER BY records DESC, source LIMIT 10""",
}
SPARQL = {
    "plots by grade": """
        SELECT ?grade (count(?plot) AS ?plots) WHERE { ?plot a nc:Plot ; nc:grade ?grade }
        GROUP BY ?grade""",
    "posts begun by 1950": """
        SELECT ?person ?body WHERE {
          ?post a nc:Post ; nc:start ?start ; org:member/nc:name ?person ; nc:of/nc:name ?body .
          FILTER (substr(str(?start), 1, 4) <= "1950") }""",
    "most cited sources": """
        SELECT ?source (count(DISTINCT ?record) AS ?records) WHERE { ?record nc:sources ?source }
        GROUP BY ?source ORDER BY DESC(?records) ?source LIMIT 10""",
}


def copies(once: Catalog, size: int) -> Catalog:
    """
    A catalog of *size* records: those of another, again and again under other ids.
    """
    ids = frozenset([*once.records.ids, *once.sources.ids])
    plain = [(type(e), to_plain(e)) for e in (*once.records, *once.sources)]
    made: list[Any] = [
        from_plain(cls, _marked(data, ids, f"-{number}"))
        for number in range(-(-size // len(once.records)))
        for cls, data in plain
    ]
    records = [one for one in made if isinstance(one, Entity)][:size]
    return Catalog(once.root, records, {s.id: s for s in made if isinstance(s, Source)}, {}, {})


def _marked(value: Any, ids: Set[str], mark: str) -> Any:
    """
    A plain value with a mark on each id in it.
    """
    if isinstance(value, dict):
        return {name: _marked(inner, ids, mark) for name, inner in value.items()}
    if isinstance(value, list):
        return [_marked(inner, ids, mark) for inner in value]
    if isinstance(value, str):
        if value in ids:
            return value + mark
        return _POINTER.sub(lambda match: match[0] + mark, value) if "(#" in value else value
    return value


@contextmanager
def measured(step: str) -> Iterator[None]:
    """
    Print the processor time of a step, and the most memory that the process has held so far.
    """
    start = time.process_time()
    yield
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{step:<44}{seconds:9.2f}{peak:9}", flush=True)


def _size(paths: list[Path]) -> str:
    return f"{sum(path.stat().st_size for path in paths) / 1e6:.0f} MB"


def main(size: int, sample: int, folder: Path) -> None:
    """
    Print a row for each step.
    """
    write_catalog(folder / "records", min(READ, size))
    once = load(folder / "records")
    print(f"{'step':<44}{'seconds':>9}{'peak MB':>9}")
    graph = rdflib.Graph()
    with measured(f"Turtle of {sample:,} records"):
        (turtle,) = write(copies(once, sample), "turtle", folder / "sample.ttl")
    with measured(f"rdflib reads them ({_size([turtle])})"):
        graph.parse(turtle, format="turtle")
    for name, query in SPARQL.items():
        with measured(f"rdflib: {name}"):
            assert len(graph.query(query)), name
    del graph
    with measured(f"{size:,} records in memory"):
        many = copies(once, size)
    with measured("Parquet of all"):
        tables = write(many, "parquet", folder / "parquet")
    print(_size(tables))
    for name, query in SQL.items():
        with measured(f"DuckDB: {name}"):
            assert duckdb.execute(query.format(folder=folder / "parquet")).fetchall(), name
    with measured("Turtle of all"):
        whole = write(many, "turtle", folder / "all.ttl")
    print(_size(whole))


if __name__ == "__main__":
    size, sample = map(int, sys.argv[1:]) if sys.argv[1:] else (SIZE, SAMPLE)
    with tempfile.TemporaryDirectory() as temporary:
        main(size, sample, Path(temporary))
