"""
The index of names: what opens it, and a page for each letter, of Latin and of Hangul.
"""

from collections import Counter, defaultdict
from functools import cache

from docutils import nodes

from ncrefs import korean
from ncrefs.book import addresses, classes, phrases
from ncrefs.book.content import elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.domain import xref
from ncrefs.book.typography import typeset
from ncrefs.catalog import Catalog
from ncrefs.kinds import kind_of
from ncrefs.model import Entity

#: The initial consonants of Hangul in its order, doubled ones with the plain, by their page.
_INITIALS = {
    "g": "ㄱㄲ",
    "n": "ㄴ",
    "d": "ㄷㄸ",
    "r": "ㄹ",
    "m": "ㅁ",
    "b": "ㅂㅃ",
    "s": "ㅅㅆ",
    "ng": "ㅇ",
    "j": "ㅈㅉ",
    "ch": "ㅊ",
    "k": "ㅋ",
    "t": "ㅌ",
    "p": "ㅍ",
    "h": "ㅎ",
}
_CHOSEONG = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_DIGITS, _HANJA = "0-9", "hanja"

Spelling = tuple[str, Entity]


@cache
def by_letter(catalog: Catalog) -> dict[str, list[Spelling]]:
    """
    Every spelling of every name under its letter, in the order of the index.
    """
    groups: dict[str, list[Spelling]] = defaultdict(list)
    for entity in catalog.records:
        if kind_of(entity).is_named:
            for spelling in catalog.spellings(entity):
                groups[_letter(spelling)].append((spelling, entity))
    order = [_DIGITS, *"abcdefghijklmnopqrstuvwxyz", *(f"hangul-{i}" for i in _INITIALS), _HANJA]
    return {
        letter: sorted(groups[letter], key=lambda pair: (korean.fold(pair[0]), *_tie(pair)))
        for letter in sorted(groups, key=order.index)
    }


def _tie(pair: Spelling) -> tuple[str, str]:
    return pair[0], pair[1].id


def _letter(spelling: str) -> str:
    first = korean.fold(spelling)[:1]
    if "가" <= first <= "힣":
        initial = _CHOSEONG[(ord(first) - ord("가")) // 588]
        return next(f"hangul-{name}" for name, letters in _INITIALS.items() if initial in letters)
    if first.isascii() and first.isalpha():
        return first
    script = korean.script(spelling)
    if script == "Hanja":
        return _HANJA
    return "hangul-ng" if script == "Hangul" and not first.isdigit() else _DIGITS


def label(letter: str) -> str:
    """
    What a letter is called: "A", "ㄱ", "Hanja".
    """
    if letter.startswith("hangul-"):
        return _INITIALS[letter.removeprefix("hangul-")][0]
    return letter.capitalize() if letter == _HANJA else letter.upper().replace("-", "–")


def title(letter: str) -> str:
    """
    The title of a letter's page.
    """
    return f"Names: {label(letter)}"


def overview(catalog: Catalog) -> list[nodes.Node]:
    """
    The way to each letter, and how many spellings there are.
    """
    counts = Counter({letter: len(found) for letter, found in by_letter(catalog).items()})
    said = f"{phrases.number(counts.total())} spellings of {phrases.number(_named(catalog))} names."
    return [elements.para(nodes.Text(said)), *ways(catalog)]


def _named(catalog: Catalog) -> int:
    return sum(kind_of(entity).is_named for entity in catalog.records)


def ways(catalog: Catalog) -> list[nodes.Node]:
    """
    Links to the pages of all letters, those of Hangul in a line of their own.
    """
    lines: dict[bool, list[nodes.Node]] = {False: [], True: []}
    for letter in by_letter(catalog):
        docname = addresses.names_page(letter)
        lines[letter.startswith("hangul-")].append(elements.chapter_link(docname, label(letter)))
    return [elements.ways(links) for links in lines.values() if links]


def entries(letter: str, catalog: Catalog) -> list[nodes.Node]:
    """
    The spellings of a letter, each with the record that it stands for.
    """
    items: list[Inline] = [
        [xref(entity, typeset(spelling), hint="")]
        if spelling == entity.name
        else [nodes.Text(f"{typeset(spelling)} → "), xref(entity, hint="")]
        for spelling, entity in by_letter(catalog).get(letter, ())
    ]
    return [*ways(catalog), elements.bullets(items, [classes.SPELLINGS])]
