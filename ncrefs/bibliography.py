"""
sources.bib -> Source.

The file is BibTeX with the fields of BibLaTeX where those are better: `date`
is EDTF, `langid` a BCP 47 tag, `tier` the kind of witness (see `vocabulary.Tier`).
Who published a work is its `publisher`, as which the other fields of BibLaTeX are read too.
Text is Unicode; letters in TeX are read, other commands are mistakes (see `bibtex`).
A DOI is kept without its resolver, an ISBN without hyphens.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ncrefs import bibtex, identifiers
from ncrefs.dates import Date
from ncrefs.files import SOURCES_LIMIT, Text, read_text
from ncrefs.ids import wrong_key
from ncrefs.model import Source
from ncrefs.origins import Origin
from ncrefs.problems import Problem, choose, remedied, suggest
from ncrefs.vocabulary import ENTRY_TYPES, TIERS

if TYPE_CHECKING:  # loaded only when sources are read
    from ncrefs.bibfile import Entry

#: How the value of a field of `Source` is read, if not as plain text.
_READ: dict[str, Callable[[str], object]] = {
    "authors": bibtex.authors,
    "date": Date,
    "doi": identifiers.doi,
    "isbn": identifiers.isbn,
    "language": identifiers.language,
    "translation": bibtex.bracketed,
    "url": identifiers.web_address,
}


def read_sources(path: Path) -> tuple[dict[str, Source], dict[str, Origin], list[Problem]]:
    """
    Read a BibTeX file.

    Returns:
        The sources by key; where each entry was read, also of those that cannot be
        read; what is wrong.
    """
    from ncrefs.bibfile import read_entries  # noqa: PLC0415  (pybtex is slow to load)

    if not path.exists() and not path.is_symlink():
        missing = Problem(path, 1, "file", "no such file; sources live in sources.bib")
        return {}, {}, [missing]
    file = read_text(path, SOURCES_LIMIT)
    entries, faults = read_entries(file.text)
    problems = [Problem(path, fault.line, fault.key or "file", fault.message) for fault in faults]
    broken = {fault.key for fault in faults}
    sources: dict[str, Source] = {}
    origins: dict[str, Origin] = {}
    seen: set[str] = set()
    for entry in entries:
        key = entry.key
        if key.lower() in seen:
            problems.append(Problem(path, entry.line, key, "given twice; keep one"))
            continue
        seen.add(key.lower())
        lines = {f"{key}.{field.name.lower()}": field.line for field in reversed(entry.fields)}
        origins[key] = Origin(path, {key: entry.line, **lines})
        if wrong := wrong_key(key):
            problems.append(Problem(path, entry.line, key, wrong))
        elif key not in broken:
            source, found = _source(entry, path)
            problems += found
            if source is not None:
                sources[key] = source
    problems += _noted(path, file, origins)
    if not origins and not problems:
        problems.append(Problem(path, 1, "file", "no source in it; write @type{key, ...}"))
    return sources, origins, problems


def _noted(path: Path, text: Text, origins: dict[str, Origin]) -> Iterator[Problem]:
    yield from text.problems
    for line, what in text.strange:
        inside = [key for key, origin in origins.items() if origin.line(key) <= line]
        yield Problem(path, line, inside[-1] if inside else "file", what)


def _source(entry: "Entry", path: Path) -> tuple[Source | None, list[Problem]]:
    """
    Turn an entry into a source, or None if anything is wrong with it.
    """
    problems: list[Problem] = []

    def fail(name: str, message: str, line: int) -> None:
        problems.append(Problem(path, line, f"{entry.key}.{name}", message))

    fields = _fields(entry, fail)
    read: dict[str, Any] = {}
    for field, (name, value, line) in fields.items():
        try:
            read[field] = _READ.get(field, bibtex.text)(value)
        except ValueError as error:
            fail(name, remedied(str(error), "write for example 1956-08-30, 1956-08 or 1956"), line)
    if entry.type not in ENTRY_TYPES:
        hint = suggest(entry.type, ENTRY_TYPES) or "; write for example @online, @book or @misc"
        message = f'"@{entry.type}" is no type of source{hint}'
        problems.append(Problem(path, entry.line, entry.key, message))
    missing = ("", "", entry.line)
    _, title, line = fields.get("title", missing)
    if not title or read.get("title") == "":
        fail("title", "missing; every source has a title", line)
    _, tier, line = fields.get("tier", missing)
    if tier not in TIERS:
        what = f'"{tier}" is no tier' if tier else "missing"
        fail("tier", f"{what}{choose(tier, TIERS)}", line)
    return None if problems else Source(id=entry.key, type=entry.type, **read), problems


def _fields(
    entry: "Entry", fail: Callable[[str, str, int], None]
) -> dict[str, tuple[str, str, int]]:
    """
    By the fields of `Source`: as what each is written, its value, and its line.
    """
    fields: dict[str, tuple[str, str, int]] = {}
    for written in entry.fields:
        name = written.name.lower()
        field = bibtex.FIELDS.get(name)
        if field is None:
            hint = choose(name, sorted(bibtex.FIELDS), "the fields are")
            fail(name, f"unknown field{hint}", written.line)
        elif field in fields:
            before = fields[field][0]
            same = f', as "{before}"' if before != name else ""
            fail(name, f"given twice{same}; keep one", written.line)
        else:
            fields[field] = name, " ".join(written.value.split()), written.line
    return fields
