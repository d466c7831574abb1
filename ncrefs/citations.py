"""
Sources and records as they are cited: APA and Chicago in words.

BibTeX and CSL JSON are written by `ncrefs.export`.
"""

import re

import ncrefs
from ncrefs.dates import Date
from ncrefs.export.common import RELEASED, TITLE, uri
from ncrefs.labels import quoted
from ncrefs.model import Entity, Source


def as_source(entity: Entity | Source) -> Source:
    """
    What is cited: a source itself, or a record as a part of the records of this version.
    """
    if isinstance(entity, Source):
        return entity
    return Source(
        id=f"ncrefs-{entity.id}",
        type="incollection",
        title=entity.name,
        authors=("The ncrefs authors",),
        date=Date(RELEASED),
        container=f"{TITLE} (version {ncrefs.__version__})",
        note=uri(entity),
        tier="reference",
    )


def apa(source: Source) -> str:
    """
    A source in the style of the American Psychological Association, 7th edition.
    """
    who = _joined([_initials(name) for name in source.authors], ", & ") or source.publisher or ""
    year = _published(source)
    numbers = _numbers(source, volume="{}", number="({})", pages=", {}")
    pieces = [
        f"{who} ({year})" if who else f"({year})",
        source.full_title,
        f"In {source.container}" if source.type.startswith("in") else source.container or "",
    ]
    text = ". ".join(piece.rstrip(".") for piece in pieces if piece)
    if numbers and source.container:
        text += f", {numbers}"
    publisher = source.publisher if source.publisher != who else None
    return _ended([text, publisher, _address(source)])


def _published(source: Source) -> str:
    """
    The year, and of what appears by the day also the day: "2013, April 5".
    """
    first = (source.date.start or source.date.end) if source.date else None
    if source.date is None or first is None:
        return "n.d."
    if first.qualifier or source.date.is_interval:
        return source.date.year_words.replace("c. ", "ca. ")
    words = first.words
    by_the_day = len(words) > 1 and source.type in ("online", "misc")
    return f"{words[-1]}, {' '.join(words[-2::-1])}" if by_the_day else words[-1]


def chicago(source: Source) -> str:
    """
    A source in the style of the Chicago Manual, notes and bibliography, 17th edition.
    """
    first, *others = source.authors or ("",)
    who = _joined([first, *(_natural(name) for name in others)], " and ") if first else ""
    part = source.container or source.type == "online"
    title = _quoted(source) if part else source.full_title
    place = source.container or ""
    if source.type.startswith("in") and place:
        place = f"In {place}"
    volume = _numbers(source, volume=" {}", number=", no. {}")
    when = source.date.words if source.date else ""
    if place and volume and when:  # the month belongs to the volume
        volume, when = f"{volume} ({when})", ""
    held = f"{place}{volume}{_numbers(source, pages=': {}')}" if place else ""
    tail = ", ".join(filter(None, (source.publisher if source.publisher != who else None, when)))
    return _ended([who, title, held, tail, _address(source)])


def _quoted(source: Source) -> str:
    title = quoted(source.title)
    if source.translation:
        return f"{title} [{source.translation}]"
    return title if source.title.endswith((".", "?", "!")) else f"{title[:-1]}.”"


def _numbers(source: Source, **forms: str) -> str:
    return "".join(
        form.format(getattr(source, name)) for name, form in forms.items() if getattr(source, name)
    )


def _address(source: Source) -> str | None:
    return f"https://doi.org/{source.doi}" if source.doi else source.url or source.note


def _initials(name: str) -> str:
    family, comma, given = name.partition(", ")
    parts = re.findall(r"(-?)([^\s-])[^\s-]*", given)
    letters = "".join(f"{hyphen or ' '}{letter.upper()}." for hyphen, letter in parts)
    return f"{family},{letters}" if comma else name


def _natural(name: str) -> str:
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma else name


def _joined(names: list[str], last: str) -> str:
    return last.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _ended(pieces: list[str | None]) -> str:
    """
    Sentences with one full stop each, but none after an address.
    """
    words = [piece.strip() for piece in pieces if piece]
    return " ".join(
        word if word.startswith("http") or word[-1:] in ".?!”" else f"{word}." for word in words
    )
