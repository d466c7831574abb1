"""
What the types of the model's fields say: one value or many, and of which words.
"""

import types
import typing
from enum import Enum
from typing import Any


def bare(hint: Any) -> Any:
    """
    A type without its "or None".

    >>> bare(int | None), bare(int)
    (<class 'int'>, <class 'int'>)
    """
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        return next(arg for arg in typing.get_args(hint) if arg is not type(None))
    return hint


def item(hint: Any) -> Any:
    """
    The type of each value of a list, which in the model is a tuple; None for what is no list.

    >>> item(tuple[int, ...]), item(int)
    (<class 'int'>, None)
    """
    return typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else None


def words(hint: Any) -> tuple[str, ...]:
    """
    The words of a vocabulary; none for a type that is no vocabulary.

    >>> words(typing.Literal["yes", "no"]), words(str)
    (('yes', 'no'), ())
    """
    if typing.get_origin(hint) is typing.Literal:
        return typing.get_args(hint)
    is_enum = isinstance(hint, type) and issubclass(hint, Enum)
    return tuple(member.value for member in hint) if is_enum else ()
