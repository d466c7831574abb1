"""
sources.bib -> Source.

The file is BibTeX with the fields of BibLaTeX where those are better: `date`
is EDTF, `langid` a BCP 47 tag, `tier` the kind of witness (see `vocabulary.Tier`).
Who published a work is its `publisher`, as which the other fields of BibLaTeX are read too.
Text is Unicode; letters in TeX are read, other commands are mistakes (see `bibtex`).
A DOI is kept without its resolver, an ISBN without hyphens.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from ncrefs import bibtex, identifiers
from ncrefs.dates import Date
from ncrefs.files import SOURCES_LIMIT, Text, read_text
from ncrefs.ids import wrong_key
from ncrefs.model import Source
from ncrefs.problems import Problem, one_of, remedied, suggest
from ncrefs.vocabulary import ENTRY_TYPES, TIERS

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
    "titleaddon",
    "url",
    "volume",
}
_REMEDY = "write name = {value}, with a comma after each field and a brace at the end"
_REMEDIES = {"undefined string": "put the text in braces", "premature end": "close the last brace"}
#: How a field's value is read, if not as plain text.
_READ: dict[str, Callable[[str], object]] = {
    "author": bibtex.authors,
    "date": Date,
    "doi": identifiers.doi,
    "isbn": identifiers.isbn,
    "langid": identifiers.language,
    "titleaddon": bibtex.bracketed,
    "url": identifiers.web_address,
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

    if not path.exists() and not path.is_symlink():
        missing = Problem(path, 1, "file", "no such file; sources live in sources.bib")
        return {}, {}, [missing]
    file = read_text(path, SOURCES_LIMIT)
    text = file.text
    problems: list[Problem] = []
    sources: dict[str, Source] = {}
    lines: dict[str, int] = {}
    broken: set[str | None] = set()
    seen: set[str] = set()

    def fail(error: Any) -> None:
        what = f"{error.error_type}: {error.args[0]}"
        remedy = next((r for part, r in _REMEDIES.items() if part in what), _REMEDY)
        message = f"unreadable BibTeX, {what}; {remedy}"
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
        if wrong := wrong_key(key):
            problems.append(Problem(path, line, key, wrong))
        elif key not in broken:
            source, found = _source(key, command.lower(), values, Problem(path, line, key, ""))
            problems += found
            if source is not None:
                sources[key] = source
    problems += _noted(Problem(path, 1, "file", ""), file, lines)
    return sources, lines, problems


def _noted(at: Problem, text: Text, lines: dict[str, int]) -> Iterator[Problem]:
    yield from text.problems
    for line, what in text.strange:
        inside = [key for key, start in lines.items() if start <= line]
        yield replace(at, line=line, field=inside[-1] if inside else "file", message=what)


def _source(
    key: str, entry_type: str, values: list[tuple[str, list[str]]], at: Problem
) -> tuple[Source | None, list[Problem]]:
    """
    Turn an entry into a source, or None if anything is wrong with it.
    """
    problems: list[Problem] = []

    def fail(name: str, message: str) -> None:
        problems.append(replace(at, field=f"{key}.{name}", message=message))

    fields = _fields(values, fail)
    read: dict[str, Any] = {}
    for name, value in fields.items():
        try:
            read[name] = _READ.get(name, bibtex.text)(value)
        except ValueError as error:
            fail(name, remedied(str(error), "write for example 1956-08-30, 1956-08 or 1956"))
    if entry_type not in ENTRY_TYPES:
        hint = suggest(entry_type, ENTRY_TYPES) or "; write for example @online, @book or @misc"
        problems.append(replace(at, message=f'"@{entry_type}" is no type of source{hint}'))
    if "title" not in fields or read.get("title") == "":
        fail("title", "missing; every source has a title")
    tier = fields.get("tier", "")
    if tier not in TIERS:
        what = f'"{tier}" is no tier' if tier else "missing"
        fail("tier", f"{what}; write one of {one_of(TIERS)}")
    if problems:
        return None, problems
    source = Source(
        id=key,
        type=entry_type,
        title=read["title"],
        translation=read.get("titleaddon"),
        authors=read.get("author", ()),
        date=read.get("date"),
        container=read.get("journaltitle") or read.get("booktitle"),
        publisher=read.get("publisher"),
        volume=read.get("volume"),
        number=read.get("number"),
        pages=read.get("pages"),
        url=read.get("url"),
        doi=read.get("doi"),
        isbn=read.get("isbn"),
        language=read.get("langid"),
        note=read.get("note"),
        tier=tier,  # type: ignore[arg-type]  # checked against TIERS above
    )
    return source, problems


def _fields(
    values: list[tuple[str, list[str]]], fail: Callable[[str, str], None]
) -> dict[str, str]:
    fields: dict[str, str] = {}
    for given, parts in values:
        name = given.lower()
        if name in bibtex.PUBLISHERS.values():
            name = "publisher"
        if name not in _FIELDS:
            hint = suggest(name, _FIELDS) or f"; the fields are {one_of(sorted(_FIELDS))}"
            fail(name, f"unknown field{hint}")
        elif name in fields:
            fail(name, "given twice; keep one")
        else:
            fields[name] = " ".join("".join(parts).split())
    return fields
