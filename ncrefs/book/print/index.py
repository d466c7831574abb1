"""
The index at the end: every spelling of every name, with pages.

It comes from the index nodes of the documents. The first name of a node is its
heading, with the pages that mention it; the others lead there.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ncrefs import korean
from ncrefs.book.addresses import joined

#: Initial consonants, from U+1100 on, as letters; doubled ones under the single.
_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
#: Groups that follow the letters of the Latin and Korean alphabets.
_DIGITS, _HANJA = "0–9", "Hanja"


@dataclass(slots=True)
class Line:
    """
    A line of the index.

    Attributes:
        text: What is looked up.
        reading: How it is read in Hangul; orders hanja.
        keys: Places that it leads to.
        heading: The line that a spelling belongs to; None for a heading itself.
    """

    text: str
    reading: str = ""
    keys: list[str] = field(default_factory=list)
    heading: str | None = None


def lines(nodes_of_index: Iterable[tuple[str, Sequence[tuple[str, ...]]]]) -> list[Line]:
    """
    The lines for the entries of all index nodes, each with its document.

    Headings of the same text are one line; so is a spelling that is a heading itself.
    """
    found: dict[tuple[str, str | None], Line] = {}
    for docname, entries in nodes_of_index:
        by_target: dict[str, list[str]] = defaultdict(list)
        for kind, value, target, *_ in entries:
            if kind in ("single", "pair", "triple"):
                key = joined(docname, target)
                by_target[key].append(value.replace("; ", ", "))
        for key, spellings in by_target.items():
            for line in _lines(spellings):
                found.setdefault((line.text, line.heading), line).keys.append(key)
    return [line for line in found.values() if not _repeats(line, found)]


def _lines(spellings: list[str]) -> Iterator[Line]:
    heading = spellings[0]
    reading = next((s for s in spellings if korean.script(s) == "Hangul"), "")
    yield Line(heading, reading)
    seen = {korean.fold(heading)}
    for spelling in spellings[1:]:
        folded = korean.fold(spelling)
        if folded not in seen:  # "Chang Song-taek" stands beside "Chang Sŏng-t'aek"
            seen.add(folded)
            yield Line(spelling, reading, heading=heading)


def _repeats(line: Line, found: dict[tuple[str, str | None], Line]) -> bool:
    return line.heading is not None and (line.text, None) in found


def groups(found: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """
    The lines by first letter: digits, Latin, Hangul by initial consonant, hanja.
    """
    by_letter: dict[tuple[int, str], list[Line]] = defaultdict(list)
    for line in found:
        by_letter[_letter(line.text)].append(line)
    return [
        (letter, sorted(by_letter[rank, letter], key=_order)) for rank, letter in sorted(by_letter)
    ]


def _order(line: Line) -> tuple[str, str, str]:
    if korean.script(line.text) == "Hanja":
        return korean.fold(line.reading), line.text, line.heading or ""
    return korean.fold(line.text), line.text, line.heading or ""


def _letter(text: str) -> tuple[int, str]:
    first = korean.fold(text)[:1]
    if korean.HANGUL.match(first):
        consonant = unicodedata.normalize("NFD", first)[0]
        return 2, _INITIALS[ord(consonant) - 0x1100]
    if korean.HAN.match(first):
        return 3, _HANJA
    if first.isalpha():
        return 1, unicodedata.normalize("NFKD", first)[0].upper()
    return 0, _DIGITS


def targets(found: Iterable[Line]) -> set[str]:
    """
    The keys of all places that the index leads to.
    """
    return {key for line in found for key in line.keys}
