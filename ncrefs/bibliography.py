"""
sources.bib -> Source.

The file is BibTeX with the fields of BibLaTeX where those are better: `date`
is EDTF, `langid` a BCP 47 tag, `tier` the kind of witness (see `vocabulary.Tier`).
Text is Unicode; TeX commands are not read.
"""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from ncrefs.dates import Date
from ncrefs.model import Source
from ncrefs.problems import Problem, one_of, suggest
from ncrefs.vocabulary import TIERS

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


def read_sources(path: Path) -> tuple[dict[str, Source], dict[str, int], list[Problem]]:
    """
    Read a BibTeX file.

    Returns:
        The sources by key; the line of each entry, also of those that cannot be
        read; what is wrong.
    """
    # Imported here: it takes a quarter of the time of all records, and a
    # catalog's people can be used without its sources.
    from pybtex.database.input.bibtex import (  # type: ignore[import-untyped]  # noqa: PLC0415
        LowLevelParser,
    )

    text, problems = _text(path)
    sources: dict[str, Source] = {}
    lines: dict[str, int] = {}
    broken: set[str | None] = set()
    seen: set[str] = set()

    def fail(error: Any) -> None:
        message = f"unreadable BibTeX, {error.error_type}: {error.args[0]}"
        key = parser.current_entry_key
        broken.add(key)
        # Outside of an entry the parser is where it looked for one, lines below.
        line = error.lineno if key else text.count("\n", 0, parser.command_start) + 1
        problems.append(Problem(path, line, key or "file", message))

    # Of the parser's default macros, months are of no use, and it would keep
    # those of one file for the next.
    parser = LowLevelParser(text, macros={}, handle_error=fail)
    for command, body in parser:
        if command.lower() in {"preamble", "string"}:
            continue
        key, values = body
        if key is None:
            continue
        line = parser.lineno - text.count("\n", parser.command_start, parser.pos)
        if key.lower() in seen:
            problems.append(Problem(path, line, key, "given twice; keep one"))
            continue
        seen.add(key.lower())
        lines[key] = line
        if key not in broken:
            source, found = _source(key, command.lower(), values, Problem(path, line, key, ""))
            problems += found
            if source is not None:
                sources[key] = source
    return sources, lines, problems


def _text(path: Path) -> tuple[str, list[Problem]]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return "", [Problem(path, 1, "file", "no such file; sources live in sources.bib")]
    except OSError as error:
        return "", [Problem(path, 1, "file", f"unreadable: {error.strerror}")]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problem = Problem(path, line, "file", "not UTF-8; save it as UTF-8")
        return data.decode("utf-8-sig", "replace"), [problem]


def _source(
    key: str, entry_type: str, values: list[tuple[str, list[str]]], at: Problem
) -> tuple[Source | None, list[Problem]]:
    """
    Turn an entry into a source, or None if anything is wrong with it.
    """
    problems: list[Problem] = []

    def fail(name: str, message: str) -> None:
        problems.append(replace(at, field=f"{key}.{name}", message=message))

    fields: dict[str, str] = {}
    for given, parts in values:
        name = given.lower()
        if name not in _FIELDS:
            fail(name, f"unknown field{suggest(name, _FIELDS)}")
        elif name in fields:
            fail(name, "given twice; keep one")
        else:
            fields[name] = " ".join("".join(parts).split())
    plain = {name: re.sub(r"[{}]", "", value) for name, value in fields.items()}
    if not plain.get("title"):
        fail("title", "missing; every source has a title")
    tier = fields.get("tier", "")
    if tier not in TIERS:
        what = f'"{tier}" is no tier' if tier else "missing"
        fail("tier", f"{what}; write one of {one_of(TIERS)}")
    date = None
    authors: tuple[str, ...] = ()
    try:
        date = Date(fields["date"]) if "date" in fields else None
    except ValueError as error:
        fail("date", str(error))
    try:
        authors = _authors(fields.get("author", ""))
    except ValueError as error:
        fail("author", str(error))
    if problems:
        return None, problems
    source = Source(
        id=key,
        type=entry_type,
        title=plain["title"],
        authors=authors,
        date=date,
        container=plain.get("journaltitle") or plain.get("booktitle"),
        publisher=plain.get("publisher"),
        volume=fields.get("volume"),
        number=fields.get("number"),
        pages=fields.get("pages"),
        url=fields.get("url"),
        doi=fields.get("doi"),
        isbn=fields.get("isbn"),
        language=fields.get("langid"),
        note=plain.get("note"),
        tier=tier,  # type: ignore[arg-type]  # checked against TIERS above
    )
    return source, problems


def _authors(text: str) -> tuple[str, ...]:
    """
    Split "Lankov, Andrei and {Central Committee}" into names as they are filed.

    Raises:
        ValueError: A name has more than two commas.
    """
    from pybtex.bibtex.utils import (  # type: ignore[import-untyped]  # noqa: PLC0415
        split_name_list,
    )
    from pybtex.database import (  # type: ignore[import-untyped]  # noqa: PLC0415
        InvalidNameString,
        Person,
    )

    names = []
    for name in split_name_list(text):
        try:
            names.append(_name(Person(name)))
        except InvalidNameString:
            message = f'"{name}" has too many commas; join names with "and"'
            raise ValueError(message) from None
    return tuple(names)


def _name(person: Any) -> str:
    """
    Write a name as it is filed: "Lankov, Andrei"; a corporate name is one word.
    """
    given = " ".join([*person.first_names, *person.middle_names])
    family = " ".join([*person.prelast_names, *person.last_names, *person.lineage_names])
    family = family.removeprefix("{").removesuffix("}")
    return f"{family}, {given}" if given else family
