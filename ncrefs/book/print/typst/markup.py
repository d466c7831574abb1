"""
Text and values as Typst source.

Text is set in markup mode. There a text with any of ASCII's punctuation marks stands as a
string, in which none of them means anything: no list of the marks that mean something to
Typst today could be trusted tomorrow, and a string is one element where each escaped mark
would be another.
"""

import re
import string
from collections.abc import Iterable

_SPACE = re.compile(r"[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
#: What no font shows and no text means: controls, halves of surrogate pairs, non-characters.
_DROPPED = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_MARKS = frozenset(string.punctuation)
_QUOTED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def shown(text: str) -> str:
    """
    A text without the characters that cannot be shown.
    """
    return _DROPPED.sub("", text)


def markup(text: str) -> str:
    r"""
    A text that Typst shows as it is, with runs of white space as one space.

    Spaces at its ends stay outside of the string, where they fall at the ends of lines.

    >>> markup(" 3 * 4 = [12] // #1 ")
    ' #"3 * 4 = [12] // #1" '
    >>> markup("plain words")
    'plain words'
    """
    spaced = _SPACE.sub(" ", shown(text))
    inner = spaced.strip(" ")
    if _MARKS.isdisjoint(inner):
        return spaced
    start = spaced.index(inner)
    return f"{spaced[:start]}#{literal(inner)}{spaced[start + len(inner) :]}"


def literal(text: str) -> str:
    """
    A text as a Typst string.
    """
    return f'"{shown(text).translate(_QUOTED)}"'


def array(values: Iterable[str]) -> str:
    """
    Typst values as an array; the comma after the last keeps a single one an array.
    """
    return f"({''.join(f'{value}, ' for value in values)})"


def call(name: str, *arguments: str, **named: str) -> str:
    """
    A function call in markup mode, with Typst values as arguments.

    The text after it is never read as part of the call, since no mark in it stands bare.
    """
    pairs = (f"{key.replace('_', '-')}: {value}" for key, value in named.items())
    return f"#{name}({', '.join([*arguments, *pairs])})"
