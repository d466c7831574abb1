"""
Rules for how texts are typed: what word processors do to them, and copies out of a PDF.

The book itself sets quotation marks, dashes and the ellipsis; records have what a keyboard
has, so that what is written alike is found alike.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ncrefs import markup, relations
from ncrefs.characters import PLAIN, SPACES, name
from ncrefs.model import Entity
from ncrefs.rules.base import Breach, Context, Rule

#: Letters, hyphens and spaces that look like others, and are never found as these.
_LETTERS = re.compile(f"[{''.join(PLAIN)}{SPACES}]")
#: Fields of a source that are text.
_OF_SOURCES = ("title", "translation", "container", "publisher", "note")
#: Code, the content of roles, and addresses, which are no prose.
_NO_PROSE = re.compile(
    r"\{[\w:+-]+\}`[^`]*`|`[^`]*`|(?<=\])\([^)\n]*\)|<https?:[^>]*>|https?://\S+|&#?\w+;"
)
_WORDS = "the|a|an|of|in|to|and|is|was|were|by|for|with|on|at|from|he|it|as"


class _Slip(NamedTuple):
    """
    What is written by mistake, and what to do. All read every text of the catalog: each
    begins with its rarest character, or names what a text must have before it is searched.
    """

    pattern: re.Pattern[str]
    what: str
    needle: str = ""


#: Slips in what is prose.
_SLIPS = (
    _Slip(re.compile(r"  (?<=[^\s|]  ) *(?=[^\s|])"), "more than one space; write one", "  "),
    _Slip(re.compile(r"(?: :|\s[,;.?!])(?=\s|$)"), "a space before the sign; delete it"),
    _Slip(re.compile(r"[,;:][,;:.]|\.\.(?!\.)(?<=\w\.\.)"), "two signs; keep one"),
    _Slip(
        re.compile(r"[.;:?!,](?<=[a-z]{2}.)(?=[A-Z][a-z])|[,;](?<=[a-z].)(?=[a-z])"),
        "no space behind the sign; write one",
    ),
    _Slip(re.compile(r"[(\[]\s(?=\S)|\s[)\]]"), "a space inside the bracket; delete it"),
    _Slip(re.compile(rf"(?<=\s)({_WORDS})\s\1\b"), "a word twice; delete one"),
)
#: The same where a text has more than ASCII.
_OF_WORD_PROCESSORS = (
    _Slip(re.compile(r"[“”„«»‹›]"), 'write ", which the book turns into such a mark'),
    _Slip(re.compile(r"[‘’‚´ʼ′]"), "write ', which the book turns into such a mark"),
    _Slip(re.compile(r"…"), "write ..., which the book turns into such a sign"),
)
#: Slips of markup, which stand in what is no prose too.
_OF_MARKUP = (
    _Slip(
        re.compile(r'[.!?]["”)]*\s+\{cite\}'),
        "a citation stands before the full stop; move it",
        "{cite}",
    ),
    _Slip(
        re.compile(r"\\[A-Za-z]{2,}"), "TeX; write the text itself, or \\\\ for a backslash", "\\"
    ),
    _Slip(re.compile(r"~~.*?~~|~~"), "no mark of MyST; delete it", "~~"),
    _Slip(re.compile(r"&nbsp;"), "write a usual space", "&nbsp;"),
    _Slip(
        re.compile(r"(?<![<(\]`])\bhttps?://"),
        "no link; write <https://...> or [text](https://...)",
        "://",
    ),
)
_PAIRS = (("(", ")"), ("[", "]"))
#: Marks that come in twos: a star at one side of a word, a backtick, a quotation mark.
_TWINS = {
    re.compile(r"(?<![\w\\*])\*+(?=\w)|(?<=[\w.,;:!?)])\*+(?![\w*])"): "a star alone",
    re.compile(r"(?<!\\)`+"): "a backtick alone",
    re.compile(r'"'): "a quotation mark alone",
}
_MARKS = frozenset('()[]*`"')
#: Ids, keys and single words.
_BARE = re.compile(r"[\w-]*")
#: Fields that hold no text of ours.
_NO_TEXTS = ("id", "identifiers", "misprints", "renamed_from")


def _letters(context: Context) -> Iterator[Breach]:
    for entity in context.catalog.records:
        for where, text in relations.values(entity):
            if isinstance(text, str):
                yield from _of_letters(entity.id, where, text)
    for source in context.catalog.sources:
        for field in _OF_SOURCES:
            text = getattr(source, field) or ""
            yield from _of_letters(source.id, context.written(source, field), text)


def _of_letters(id_: str, where: str, text: str) -> Iterator[Breach]:
    if text.isascii():
        return
    for found in _LETTERS.finditer(text):
        values = {"character": name(found[0]), "plain": PLAIN.get(found[0], " ")}
        yield Breach(id_, where, values, text.count("\n", 0, found.start()))


def _typed(entity: Entity, context: Context) -> Iterator[Breach]:
    # Where something is refused, that is told.
    refused = {(w, m.line) for w, m in context.mentions(entity) if m.kind in markup.REFUSED}
    for where, text in relations.values(entity):
        if isinstance(text, str) and not (_BARE.fullmatch(text) or where.startswith(_NO_TEXTS)):
            prose = _NO_PROSE.sub(lambda match: "x" * len(match[0]), text)
            for place, end, what in (*_slips(prose), *_found(text, _OF_MARKUP)):
                line = text.count("\n", 0, place)
                if (where, line) not in refused:
                    values = {"found": _around(text, place, end), "what": what}
                    yield Breach(entity.id, where, values, line)


def _found(text: str, slips: Iterable[_Slip]) -> Iterator[tuple[int, int, str]]:
    for slip in slips:
        if slip.needle in text:
            for found in slip.pattern.finditer(text):
                yield *found.span(), slip.what


def _slips(text: str) -> Iterator[tuple[int, int, str]]:
    yield from _found(text, _SLIPS)
    if not text.isascii():
        yield from _found(text, _OF_WORD_PROCESSORS)
    if _MARKS.isdisjoint(text):
        return
    for paragraph in re.finditer(r"(?:.+\n?)+", text):
        for opening, closing in _PAIRS:
            if paragraph[0].count(opening) != paragraph[0].count(closing):
                place = max(paragraph[0].rfind(opening), paragraph[0].rfind(closing))
                place += paragraph.start()
                yield place, place + 1, f"{opening} and {closing} do not pair; add or delete one"
        for mark, what in _TWINS.items():
            places = [found.start() for found in mark.finditer(paragraph[0])]
            if len(places) % 2:
                place = paragraph.start() + places[-1]
                yield place, place + 1, f"{what}; add or delete one"


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
