"""
What is given to the functions that anybody may call: whether it can be meant at all.

They ask here before anything works on it, so that every mistake is told at once, in one way,
and with the name of the argument.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def expect(name: str, value: object, *types: Any) -> None:
    """
    Refuse what is of none of the types.

    Raises:
        TypeError: It says what the argument must be, and what was given.
    """
    if not isinstance(value, types):
        wanted = " or ".join(cls.__name__ for cls in types)
        raise TypeError(f"{name} must be {wanted}, not {type(value).__name__}")


def texts(name: str, values: Iterable[str]) -> list[str]:
    """
    The texts of an argument that takes several; one alone is refused, though it can be iterated.

    Raises:
        TypeError: It is no list of texts, or the like.
    """
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise TypeError(f"{name} must be a list of str, not {type(values).__name__}")
    found = list(values)
    for value in found:
        expect(f"each of {name}", value, str)
    return found


def expect_word(name: str, value: object, words: Iterable[str]) -> None:
    """
    Refuse what is none of the words.

    Raises:
        TypeError: It is no text.
        ValueError: It names the words, and a near one.
    """
    expect(name, value, str)
    known = list(words)
    if value not in known:
        from ncrefs.problems import one_of, suggest  # noqa: PLC0415  (seldom needed)

        there = f"; write {one_of(known)}" if known else ""
        raise ValueError(f'no {name} "{value}"{there}{suggest(str(value), known)}')
