"""
sources.bib -> Source.

The file is BibTeX with the fields of BibLaTeX where those are better: `date`
is EDTF, `langid` a BCP 47 tag, `tier` the kind of witness (see `model.Tier`).
Text is Unicode; TeX commands are not read.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from ncrefs.dates import Date
from ncrefs.model import TIERS, Source
from ncrefs.problems import Problem, one_of, suggest

if TYPE_CHECKING:
    from pybtex.database import Person

_FIELDS = {
    "author",
    "booktitle",
    "date",
    "doi",
    "isbn",
    "journaltitle",
    "langid",
    "note",
    "number",
    "pages",
    "publisher",
    "tier",
    "title",
    "url",
    "volume",
}
_ENTRY = re.compile(r"^\s*@(\w+)\s*\{\s*([^,\s]+)\s*,", re.MULTILINE)


def read_sources(path: Path) -> tuple[dict[str, Source], dict[str, int], list[Problem]]:
    """
    Read a BibTeX file.

    Returns:
        The sources by key, the line of each entry, and what is wrong.
    """
    # Imported here: it takes a quarter of the time of all records, and a
    # catalog's people can be used without its sources.
    from pybtex.database import BibliographyDataError, parse_string  # noqa: PLC0415
    from pybtex.scanner import PybtexSyntaxError  # noqa: PLC0415

    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return {}, {}, [Problem(path, 1, "file", "no such file; sources live in sources.bib")]
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return {}, {}, [Problem(path, line, "file", "not UTF-8; save it as UTF-8")]
    lines = {
        match.group(2): text.count("\n", 0, match.start(1)) + 1 for match in _ENTRY.finditer(text)
    }
    try:
        database = parse_string(text, "bibtex")
    except PybtexSyntaxError as error:
        return {}, {}, [Problem(path, error.lineno or 1, "file", f"unreadable BibTeX: {error}")]
    except BibliographyDataError as error:
        key = str(error).rpartition(" ")[2]
        line = text.rfind("{" + key)
        return {}, {}, [Problem(path, text.count("\n", 0, line) + 1, key, str(error))]

    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for key, entry in database.entries.items():
        fields = {name.lower(): value for name, value in entry.fields.items()}
        authors = tuple(_name(person) for person in entry.persons.get("author", ()))
        line = lines.get(key, 1)
        found = _source(key, entry.type, authors, fields, path, line)
        if isinstance(found, Source):
            sources[key] = found
        else:
            problems += found
    return sources, lines, problems


def _source(
    key: str,
    entry_type: str,
    authors: tuple[str, ...],
    fields: dict[str, str],
    path: Path,
    line: int,
) -> Source | list[Problem]:
    problems = [
        Problem(path, line, f"{key}.{name}", f"unknown field{suggest(name, _FIELDS)}")
        for name in sorted(fields.keys() - _FIELDS)
    ]
    if not fields.get("title"):
        problems.append(Problem(path, line, f"{key}.title", "missing; every source has a title"))
    tier = fields.get("tier", "")
    if tier not in TIERS:
        what = f'"{tier}" is no tier' if tier else "missing"
        problems.append(Problem(path, line, f"{key}.tier", f"{what}; write one of {one_of(TIERS)}"))
    date = None
    if "date" in fields:
        try:
            date = Date(fields["date"])
        except ValueError as error:
            problems.append(Problem(path, line, f"{key}.date", str(error)))
    if problems:
        return problems
    return Source(
        id=key,
        type=entry_type,
        title=_plain(fields["title"]),
        authors=authors,
        date=date,
        container=_plain(fields.get("journaltitle") or fields.get("booktitle")),
        publisher=_plain(fields.get("publisher")),
        volume=fields.get("volume"),
        number=fields.get("number"),
        pages=fields.get("pages"),
        url=fields.get("url"),
        doi=fields.get("doi"),
        isbn=fields.get("isbn"),
        language=fields.get("langid"),
        note=_plain(fields.get("note")),
        tier=tier,  # type: ignore[arg-type]  # checked against TIERS above
    )


def _name(person: "Person") -> str:
    """
    A name as it is filed: "Lankov, Andrei"; a corporate name is one word.
    """
    given = " ".join([*person.first_names, *person.middle_names])
    family = " ".join([*person.prelast_names, *person.last_names, *person.lineage_names])
    family = family.removeprefix("{").removesuffix("}")
    return f"{family}, {given}" if given else family


def _plain(text: str | None) -> str | None:
    return None if text is None else re.sub(r"[{}]", "", text)
