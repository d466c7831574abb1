"""
The exports of a small catalog as they were read and approved, in `tests/export/written`.

After a change that is meant, `python -m tests.export.written` writes them anew: read the diff
before you commit it. Of tables and of the long descriptions of fields there is a sample.
"""

import io
import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from pyarrow import parquet  # type: ignore[import-untyped]

import ncrefs
from ncrefs.export import files
from ncrefs.export.common import RELEASED
from tests.book.sample import SAMPLE
from tests.helpers import Folder

APPROVED = Path(__file__).parent / "written"
#: Formats whose files are kept as they are.
_WHOLE = (
    "json", "geojson", "graphml", "gexf", "ftm", "turtle", "bibtex", "csl", "ics", "atom", "digests"
)  # fmt: skip
#: Those of which a sample is kept.
_CLASSES = ("Date", "Kin", "Estimate")
_TABLES = {"citations", "claims", "kin", "links", "mentions", "ties"}
_VIEWS = ("about", "timeline", "tenures", "episodes", "cited_by", "search")
#: The sample with what formats write in ways of their own.
FILES = {
    **SAMPLE,
    "sources.bib": SAMPLE["sources.bib"]
    + r"""
@thesis{dang2001,
  author = {{Army Museum} and Dang, Y {\&} Z},
  title = {100 % "of" <it>; part \#1},
  date = {1990~/1992},
  publisher = {University},
  isbn = {978-0-00-000000-2},
  tier = {scholarship}
}

@incollection{eom,
  author = {Eom, Sun},
  title = {A chapter},
  booktitle = {Collected},
  date = {199X},
  pages = {5--6},
  tier = {scholarship}
}
""",
    "people/pak-jin.md": r"""---
name: 'Pak "Jin", <the & elder>; \N'
summary: 'The father of Pak Hun, a man of whom little more is known than that he had a son; 朴.'
born: 1880-02-29
died: {value: 1940-12-31, grade: alleged}
checked: 2026-02-03
sources: [lee2001]
---
He "fished", they say\.

He had 1\% of it.
""",
    "releases/0.0.1.json": '{"version": "0.0.1", "digests": []}',
    "events/two-ports.md": """\
---
name: Two ports
summary: Both were closed.
when: 1953-03-01
where: [port-nam, south]
theme: unrest
grade: reported
checked: 2026-02-04
sources: [dang2001, eom]
---
""",
}


def written() -> dict[str, list[str]]:
    """
    The lines of every file that is kept, by its name.
    """
    with tempfile.TemporaryDirectory() as folder:
        catalog = Folder(Path(folder), FILES).load()
        made = {n: data.decode() for form in _WHOLE for n, data in files(catalog, form).items()}
        package = json.loads(files(catalog, "csv")["datapackage.json"])
        sql = _sql(files(catalog, "sqlite")["ncrefs.sqlite"])
        schemas = _parquet(files(catalog, "parquet"))
    schema = json.loads(made["ncrefs.schema.json"])
    schema["$defs"] = {name: schema["$defs"][name] for name in _CLASSES}
    package["resources"] = [one for one in package["resources"] if one["name"] in _TABLES]
    made |= {
        "ncrefs.schema.json": json.dumps(schema, indent=1),
        "datapackage.json": json.dumps(package, indent=1),
        "ncrefs.sql": "\n".join(sql),
        "parquet.txt": "\n".join(schemas),
    }
    return {name: _lines(text) for name, text in made.items()}


def approved(name: str) -> list[str]:
    """
    A file as it was approved.
    """
    return (APPROVED / name).read_text(encoding="utf-8").splitlines()


def _sql(data: bytes) -> Iterator[str]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        for name, table, sql in database.execute("SELECT name, tbl_name, sql FROM sqlite_master"):
            if table in {*_TABLES, *_VIEWS}:
                yield sql or name
        for name in _VIEWS:
            yield from (f"{name}: {row}" for row in database.execute(f"SELECT * FROM {name}"))


def _parquet(data: dict[str, bytes]) -> Iterator[str]:
    for name in sorted(_TABLES):
        table = parquet.read_table(io.BytesIO(data[f"{name}.parquet"]))
        yield table.schema.to_string(truncate_metadata=False)
        yield from map(str, table.to_pylist())


def _lines(text: str) -> list[str]:
    """
    Without what every release changes.
    """
    for each, name in ((ncrefs.__version__, "VERSION"), (RELEASED, "RELEASED")):
        text = text.replace(each, name).replace(each.replace("-", ""), name)
    return text.splitlines()


if __name__ == "__main__":
    for path in APPROVED.iterdir():
        path.unlink()
    for name, lines in written().items():
        (APPROVED / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
