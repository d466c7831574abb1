"""
What `Collection.where` asks of a record.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from ncrefs.dates import Date


def condition(path: str, value: object, among: Collection[Any]) -> Callable[[Any], bool]:
    """
    Whether a field has a value, or one of several.

    Args:
        path: A field, or fields within it joined by two underscores: "fate__what".
        value: What it shall be; a list, tuple or set means any of its values.
        among: Records of which at least one must know the field.

    Raises:
        ValueError: None of them does.
    """
    names = path.split("__")
    known = {name for cls in {type(entity) for entity in among} for name in _fields(cls)}
    if known and names[0] not in known:
        from ncrefs.problems import suggest  # noqa: PLC0415  (seldom needed)

        raise ValueError(f'no field "{names[0]}"{suggest(names[0], known)}')
    for depth in range(1, len(names)):
        holders = [one for entity in among for one in _held(entity, names[:depth])]
        if holders and not any(hasattr(one, names[depth]) for one in holders):
            raise ValueError(f'no field "{names[depth]}" in "{"__".join(names[:depth])}"')
    wanted = value if isinstance(value, list | tuple | set | frozenset) else [value]
    asked = [_text(one) for one in wanted]

    def fits(entity: object) -> bool:
        held = list(_held(entity, names))
        return any(_text(one) in asked for one in held) if held else None in asked

    return fits


def _fields(cls: Any) -> Iterable[str]:
    fields: dict[str, Any] = cls.__dataclass_fields__
    return fields


def _text(value: object) -> object:
    return value.edtf if isinstance(value, Date) else value


def _held(value: Any, names: list[str]) -> Iterable[object]:
    """
    The values at the end of a path; what is absent has none.
    """
    if isinstance(value, tuple):
        for item in value:
            yield from _held(item, names)
    elif names:
        inner = getattr(value, names[0], None)
        if inner is not None:
            yield from _held(inner, names[1:])
    elif value is not None:
        yield value
