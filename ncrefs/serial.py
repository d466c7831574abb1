"""
Records as plain values: what JSON knows.
"""

import dataclasses
from functools import cache
from typing import Any

from ncrefs.dates import Date

#: What is plain already.
_PLAIN = frozenset({str, int, float, bool})


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(spec.name for spec in dataclasses.fields(cls))


def to_plain(value: Any) -> Any:
    """
    A record, or anything in it, in dicts, lists, text and numbers.

    Dates become EDTF, grades words, tuples lists; a field that is empty stays, as None
    or an empty list.
    """
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, Date):
        return value.edtf
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: to_plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_plain(item) for key, item in value.items()}
    return str(value) if isinstance(value, str) else value
