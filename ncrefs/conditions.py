"""
What `Collection.where` asks of a record.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from ncrefs.arguments import expect, expect_word
from ncrefs.dates import Date
from ncrefs.hints import bare, item, words


def condition(path: str, value: object, among: Collection[Any]) -> Callable[[Any], bool]:
    """
    Whether a field has a value, or one of several.

    Args:
        path: A field, or fields within it joined by two underscores: "fate__what".
        value: What it shall be; a list, tuple or set means any of its values.
        among: Records of which at least one must know the field.

    Raises:
        TypeError: The field holds nothing of the value's type.
        ValueError: No record knows the field, or the value is none of its words, or no date.
    """
    names = path.split("__")
    types = _types(names, dict.fromkeys(type(entity) for entity in among))
    wanted = value if isinstance(value, list | tuple | set | frozenset) else [value]
    for one in wanted:
        _check(path, one, types)
    asked = [_text(one) for one in wanted]

    def fits(entity: object) -> bool:
        held = list(_held(entity, names))
        return any(_text(one) in asked for one in held) if held else None in asked

    return fits


def _types(names: list[str], types: Iterable[Any]) -> list[Any]:
    """
    The types of what stands at the end of a path; `object` where the model does not say.
    """
    for depth, name in enumerate(names):
        holders = [cls for cls in types if cls is object or _has(cls, name)]
        if types and not holders:
            from ncrefs.problems import suggest  # noqa: PLC0415  (seldom needed)

            inside = f' in "{"__".join(names[:depth])}"' if depth else ""
            known = {field for cls in types for field in _fields(cls)}
            raise ValueError(f'no field "{name}"{inside}{suggest(name, known)}')
        types = dict.fromkeys(_type(cls, name) for cls in holders)
    return list(types)


def _has(cls: Any, name: str) -> bool:
    return hasattr(cls, name) and not callable(getattr(cls, name))


def _fields(cls: Any) -> dict[str, Any]:
    fields: dict[str, Any] = getattr(cls, "__dataclass_fields__", {})
    return fields


def _type(cls: Any, name: str) -> Any:
    if name not in _fields(cls):
        return object
    hint = bare(_fields(cls)[name].type)
    return item(hint) or hint


def _check(path: str, value: object, types: list[Any]) -> None:
    """
    Refuse what no record can hold there.
    """
    if value is None or not types or object in types:
        return
    taken = dict.fromkeys(cls for hint in types for cls in _taken(hint))
    inner = next((name for cls in taken if cls is not Date for name in _fields(cls)), None)
    if inner and not isinstance(value, tuple(taken)):
        raise TypeError(f"{path} has fields of its own; ask for one, such as {path}__{inner}")
    expect(path, value, *taken)
    if isinstance(value, str) and str not in types:
        if known := dict.fromkeys(word for hint in types for word in words(hint)):
            expect_word(path, value, known)
        else:
            Date(value)


def _taken(hint: Any) -> tuple[type, ...]:
    """
    The classes whose values may stand for one of a type.
    """
    if words(hint):
        return (str,)
    return {Date: (Date, str), float: (float, int)}.get(hint, (hint,))


def _text(value: object) -> object:
    return value.edtf if isinstance(value, Date) else value


def _held(value: Any, names: list[str]) -> Iterable[object]:
    """
    The values at the end of a path; what is absent has none.
    """
    if isinstance(value, tuple):
        for one in value:
            yield from _held(one, names)
    elif names:
        inner = getattr(value, names[0], None)
        if inner is not None:
            yield from _held(inner, names[1:])
    elif value is not None:
        yield value
