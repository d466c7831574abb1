"""
Text and values as Typst source.

Text is set in markup mode. There, a backslash before any punctuation mark makes it
stand for itself, so that all of ASCII's are given one: no list of the marks that
mean something to Typst today could be trusted tomorrow.
"""

import re
import string
from collections.abc import Iterable

_SPACE = re.compile(r"[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
#: What no font shows and no text means: controls, halves of surrogate pairs, non-characters.
_DROPPED = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_MARKS = str.maketrans({mark: f"\\{mark}" for mark in string.punctuation})
_QUOTED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def shown(text: str) -> str:
    """
    A text without the characters that cannot be shown.
    """
    return _DROPPED.sub("", text)


def markup(text: str) -> str:
    r"""
    A text that Typst shows as it is, with runs of white space as one space.

    >>> print(markup("3 * 4 = [12] // #1"))
    3 \* 4 \= \[12\] \/\/ \#1
    """
    return _SPACE.sub(" ", shown(text)).translate(_MARKS)


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

    The text after it is never read as part of the call, since every mark in it is escaped.
    """
    pairs = (f"{key.replace('_', '-')}: {value}" for key, value in named.items())
    return f"#{name}({', '.join([*arguments, *pairs])})"
