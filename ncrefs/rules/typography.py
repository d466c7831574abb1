"""
Rules for how texts are typed: what word processors do to them, and copies out of a PDF.

The book itself sets quotation marks, dashes and the ellipsis; records have what a keyboard
has, so that what is written alike is found alike.
"""

import re
from collections.abc import Iterator

from ncrefs import relations
from ncrefs.characters import PLAIN, SPACES, name
from ncrefs.model import Entity, Source
from ncrefs.rules.base import Breach, Context, Rule

#: Letters, hyphens and spaces that look like others, and are never found as these.
_LETTERS = re.compile(f"[{''.join(PLAIN)}{SPACES}]")
#: Fields of a source that are text.
_OF_SOURCES = {
    "title": "title",
    "translation": "titleaddon",
    "container": "journaltitle",
    "publisher": "publisher",
    "note": "note",
}
#: Code, the content of roles, and addresses, which are no prose.
_NO_PROSE = re.compile(
    r"\{[\w:+-]+\}`[^`]*`|`[^`]*`|(?<=\])\([^)\n]*\)|<https?:[^>]*>|https?://\S+"
)
_WORDS = "the|a|an|of|in|to|and|is|was|were|by|for|with|on|at|from|he|it|as"
#: Slips in prose, and what to do. Each begins with its rarest character: they read every
#: text of the catalog.
_SLIPS = {
    re.compile(r"  (?<=[^\s|]  ) *(?=[^\s|])"): "more than one space; write one",
    re.compile(r"(?: :|\s[,;.?!])(?=\s|$)"): "a space before the sign; delete it",
    re.compile(r"[,;:][,;:.]|\.\.(?!\.)(?<=\w\.\.)"): "two signs; keep one",
    re.compile(r"[.;:?!,](?<=[a-z]{2}.)(?=[A-Z][a-z])|[,;](?<=[a-z].)(?=[a-z])"): (
        "no space behind the sign; write one"
    ),
    re.compile(r"[(\[]\s(?=\S)|\s[)\]]"): "a space inside the bracket; delete it",
    re.compile(rf"(?<=\s)({_WORDS})\s\1\b"): "a word twice; delete one",
    re.compile(r"[“”„«»‹›]"): 'write ", which the book turns into such a mark',
    re.compile(r"[‘’‚´ʼ′]"): "write ', which the book turns into such a mark",
    re.compile(r"…"): "write ..., which the book turns into such a sign",
}
_PAIRS = (("(", ")"), ("[", "]"))
#: Fields that hold no text of ours.
_NO_TEXTS = ("id", "identifiers", "misprints", "renamed_from")


def _letters(context: Context) -> Iterator[Breach]:
    for entity in context.catalog.records:
        for where, text in relations.values(entity):
            if isinstance(text, str):
                yield from _of_letters(entity.id, where, text)
    for source in context.catalog.sources:
        for field, written in _OF_SOURCES.items():
            yield from _of_letters(source.id, f"{source.id}.{written}", _text(source, field))


def _text(source: Source, field: str) -> str:
    return getattr(source, field) or ""


def _of_letters(id_: str, where: str, text: str) -> Iterator[Breach]:
    for found in _LETTERS.finditer(text):
        values = {"character": name(found[0]), "plain": PLAIN.get(found[0], " ")}
        yield Breach(id_, where, values, text.count("\n", 0, found.start()))


def _typed(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, text in relations.values(entity):
        if isinstance(text, str) and not where.startswith(_NO_TEXTS):
            prose = _NO_PROSE.sub(lambda match: "x" * len(match[0]), text)
            for place, end, what in _slips(prose):
                values = {"found": _around(text, place, end), "what": what}
                yield Breach(entity.id, where, values, text.count("\n", 0, place))


def _slips(text: str) -> Iterator[tuple[int, int, str]]:
    for pattern, what in _SLIPS.items():
        for found in pattern.finditer(text):
            yield *found.span(), what
    for paragraph in re.finditer(r"(?:.+\n?)+", text):
        for opening, closing in _PAIRS:
            if paragraph[0].count(opening) != paragraph[0].count(closing):
                place = max(paragraph[0].rfind(opening), paragraph[0].rfind(closing))
                place += paragraph.start()
                yield place, place + 1, f"{opening} and {closing} do not pair; add or delete one"
        if paragraph[0].count('"') % 2:
            place = paragraph.start() + paragraph[0].rindex('"')
            yield place, place + 1, "a quotation mark alone; add or delete one"


def _around(text: str, start: int, end: int) -> str:
    """
    The words at a place.
    """
    before = re.search(r"\S*\s?$", text[:start])
    after = re.match(r"\s?\S*", text[end:])
    words = (before[0] if before else "") + text[start:end] + (after[0] if after else "")
    return words.strip().replace("\n", " ")


RULES = (
    Rule("typed-letters", "catalog", _letters, '{character} is never found; write "{plain}"'),
    Rule("typed", "record", _typed, '"{found}": {what}', "advice"),
)
