"""
What the MyST text of a record points to, found without building the book.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["link", "cite", "term", "role", "directive", "html"]

#: Code comes first, so that markup shown in code is not taken for markup.
_MARKUP = re.compile(
    r"^ {0,3}(?:```+|~~~+|:::+) *\{(?P<directive>[^}\n]*)\}"
    r"|^(?P<fence>```+|~~~+).*?^(?P=fence)"
    r"|\{(?P<role>[\w:-]+)\}`(?P<content>[^`]+)`"
    r"|(?P<ticks>`+).+?(?P=ticks)"
    r"|\]\((?P<target>[^)\s]*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)"
    r"|^ {0,3}\[[^\]\n]+\]: +(?P<definition>\S+)"
    r"|(?P<html><(?:/?[a-zA-Z][\w-]*(?:\s[^<>]*)?/?|!--.*?--)>)",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """
    One link, citation, other role, directive or piece of raw HTML in a text.
    """

    kind: MentionKind
    target: str  #: id, source key, term, "role:content", directive's name, or HTML
    line: int  #: from 0, within the text


def mentions(text: str) -> Iterator[Mention]:
    """
    Everything in a text that points elsewhere, in order.
    """
    for match in _MARKUP.finditer(text):
        line = text.count("\n", 0, match.start())
        if match["fence"] or match["ticks"]:
            continue
        if match["html"]:
            yield Mention("html", match["html"], line)
        elif match["directive"] is not None:
            yield Mention("directive", match["directive"], line)
        elif match["target"] is not None:
            yield Mention("link", match["target"], line)
        elif match["definition"]:
            yield Mention("link", match["definition"], line)
        elif match["role"] == "cite":
            for key in match["content"].split(","):
                yield Mention("cite", key.strip(), line)
        elif match["role"] == "term":
            yield Mention("term", _target(match["content"]), line)
        else:
            yield Mention("role", f"{match['role']}:{_target(match['content'])}", line)


def _target(content: str) -> str:
    """
    The target of a role's "text <target>" or "target".
    """
    titled = re.fullmatch(r".*<([^<>]+)>\s*", content, re.DOTALL)
    return " ".join((titled[1] if titled else content).split())


def plain(text: str) -> str:
    """
    A text without its citations and links.

    >>> plain("He led [it](#first-corps) {cite}`lee2001`.")
    'He led it.'
    """
    bare = re.sub(r"\s*\{cite\}`[^`]*`", "", text)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", bare)
