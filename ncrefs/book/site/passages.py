"""
The chapters of the book as passages: what stands under each of their headings.

Read from the chapters' own Markdown, so that what directives fill in, which the records
have already, is not found twice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docutils.nodes import make_id

from ncrefs import markup

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_KEYWORDS = re.compile(r"^search: *(.+)$", re.MULTILINE)
#: Directives and code, with all that stands in them.
_FENCED = re.compile(r"^(`{3,}|:{3,})[^\n]*\n.*?^\1 *$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^(#+) +(.+)$", re.MULTILINE)
_COMMENT = re.compile(r"^%.*$", re.MULTILINE)
#: How long the opening of a passage may be that stands for it among results.
_OPENING = 170


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """
    A heading with its text.
    """

    anchor: str  #: "" for what stands below the title of the chapter
    chapter: str  #: the chapter's title
    heading: str
    opening: str  #: its first words
    text: str
    keywords: str  #: what else people call it: `search` in the chapter's front matter


def passages(source: str) -> Iterator[Passage]:
    """
    The passages of a chapter in order: the chapter itself is the first.
    """
    front = _FRONT.match(source)
    keywords = _KEYWORDS.search(front[1]) if front else None
    body = _COMMENT.sub("", _FENCED.sub("", _FRONT.sub("", source)))
    found = list(_HEADING.finditer(body))
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(body)
        heading = markup.plain(match[2])
        text = " ".join(markup.plain(body[match.end() : end].strip()).split())
        yield Passage(
            anchor=make_id(heading) if place else "",
            chapter=markup.plain(found[0][2]),
            heading=heading,
            opening=opening(text),
            text=text,
            keywords=keywords[1] if keywords and not place else "",
        )


def opening(text: str) -> str:
    """
    The first sentence of a text, or as many of its words as stand for it.

    >>> opening("The army obeys. It is watched.")
    'The army obeys.'
    """
    sentence = re.split(r"(?<=[.?!])\s", text, maxsplit=1)[0]
    if len(sentence) <= _OPENING:
        return sentence
    return sentence[:_OPENING].rsplit(" ", 1)[0].rstrip(",;:") + "…"
