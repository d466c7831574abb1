"""
Records <-> plain values: what JSON knows.

Dates are EDTF text, grades and verdicts words, tuples lists, nested values objects.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from ncrefs import hints
from ncrefs.dates import Date

D = TypeVar("D")

#: What is plain already.
_PLAIN = frozenset({str, int, float, bool})
_set = object.__setattr__
_date = cache(Date)  # a date is written often, and cannot change


def to_plain(value: Any, *, defaults: bool = True) -> Any:
    """
    A record, or anything in it, in dicts, lists, text and numbers.

    Args:
        value: The record, a nested value, a field of one, or a list or dict of those.
        defaults: Whether an empty field, or one that holds another default, is told too.
    """
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, Date | Enum):
        return value.edtf if isinstance(value, Date) else value.value
    if isinstance(value, list | tuple):
        return [to_plain(item, defaults=defaults) for item in value]
    if isinstance(value, dict):
        return {str(key): to_plain(item, defaults=defaults) for key, item in value.items()}
    told = {}
    for name, spec in value.__dataclass_fields__.items():
        held = getattr(value, name)
        if defaults or held != spec.default:
            told[name] = to_plain(held, defaults=defaults)
    return told


def from_plain(cls: type[D], data: dict[str, Any]) -> D:
    """
    Build a dataclass of the model from what `to_plain` gave.

    Fields are set one by one rather than through `__init__`, which checks what was
    checked when the record was read.

    Raises:
        KeyError: A field without a default is missing.
    """
    made = cls.__new__(cls)
    for name, decode, default in _plan(cls):  # type: ignore[arg-type]  # classes are hashable
        if name in data:
            value = data[name]
            _set(made, name, value if decode is None or value is None else decode(value))
        elif default is MISSING:
            raise KeyError(name)
        else:
            _set(made, name, default)
    return made


def check_plain(hint: Any, data: Any, where: str) -> None:
    """
    Refuse what `to_plain` cannot have given for a type, from which `from_plain` would build
    nonsense. Fields that the type does not know, and words of a vocabulary, are not looked at.

    Args:
        hint: A dataclass of the model, or the type of a field.
        data: Plain data from anywhere.
        where: What it is called.

    Raises:
        ValueError: It says where what is missing or of another type.
    """
    if data is None and type(None) in typing.get_args(hint):
        return
    hint = hints.bare(hint)
    if item := hints.item(hint):
        _expect(list, data, f"{where} is no list")
        for index, one in enumerate(data):
            check_plain(item, one, f"{where}[{index}]")
    elif hasattr(hint, "__dataclass_fields__") and hint is not Date:
        _expect(dict, data, f"{where} is no object")
        for name, spec in hint.__dataclass_fields__.items():
            if name in data:
                check_plain(spec.type, data[name], f"{where}.{name}")
            elif spec.default is MISSING:
                raise ValueError(f'{where} has no "{name}"')
    elif hint in (int, float):
        _expect((int, hint), data, f"{where} is no number")
    elif typing.get_origin(hint) is Mapping:
        _expect(dict, data, f"{where} is no object")
    else:
        _expect(str, data, f"{where} is no text")


def _expect(types: Any, data: Any, otherwise: str) -> None:
    if not isinstance(data, types):
        raise ValueError(otherwise)  # noqa: TRY004  (a mistake of the data, not of the caller)


@cache
def _plan(cls: type) -> list[tuple[str, Callable[[Any], Any] | None, Any]]:
    specs: Any = cls.__dataclass_fields__  # type: ignore[attr-defined]  # a dataclass
    return [(name, _decoder(spec.type), spec.default) for name, spec in specs.items()]


def _decoder(hint: Any) -> Callable[[Any], Any] | None:
    """
    What turns plain data into a value of a type; None if it is one already.
    """
    hint = hints.bare(hint)
    if item := hints.item(hint):
        decode = _decoder(item)
        return tuple if decode is None else lambda values: tuple(map(decode, values))
    if hint is Date:
        return _date
    if isinstance(hint, type) and hasattr(hint, "__dataclass_fields__"):
        return lambda data: from_plain(hint, data)
    return hint if isinstance(hint, type) and issubclass(hint, Enum) else None
