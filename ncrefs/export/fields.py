"""
The table of fields: name, type and meaning of all that a record holds.

Made from the dataclasses, so that a meaning stands once: the `#:` comment beside a field
in `model`, or the first sentence of the class that it holds.
"""

import ast
import inspect
from dataclasses import MISSING
from functools import cache
from typing import Any, Literal

from ncrefs import hints, model
from ncrefs.dates import Date
from ncrefs.docstrings import docstring
from ncrefs.frozen import dataclass
from ncrefs.kinds import ALL_KINDS

#: What a value is; "object" stands for a nested dataclass.
Type = Literal["text", "integer", "number", "date", "object"]


#: Fields that mean the same wherever they stand, and carry no comment there.
_COMMON = {
    "id": "permanent id, unique over all kinds",
    "name": "the name in common English use, family name first",
    "grade": "how well it is supported",
    "note": "a remark, MyST",
    "of": "id of the organization",
    "start": "when it began",
    "end": "when it ended",
    "when": "when it happened",
    "value": "what it is",
    "where": "where it happened",
    "how": "in which way",
    "title": "what it is called",
    "low": "the figure, or the lower bound of an estimate",
    "high": "the upper bound of an estimate",
    "as_of": "the day for which the figure holds",
    "to": "id of the other",
    "who": "id of the record",
    "says": "what the version says, MyST",
    "date": "day of publication, or as much of it as is known",
    "latitude": "degrees north",
    "longitude": "degrees east",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """
    One field of a record or of a value in one.
    """

    name: str
    type: Type
    many: bool  #: whether it holds a list
    required: bool  #: whether an author must fill it
    filled: bool  #: whether it always has a value, if only its default
    meaning: str  #: one sentence or less
    words: tuple[str, ...]  #: the words that it may hold; none means any text
    cls: Any  #: the nested class of an "object"
    records: tuple[str, ...] | None  #: kinds of the ids it holds; () means any; None: no ids
    cites: bool  #: whether it holds keys of sources
    prose: bool  #: whether it holds MyST


def fields(cls: Any) -> tuple[Field, ...]:
    """
    The fields of a dataclass of the model, in its order.
    """
    return _fields(cls)


@cache  # which to mypy would make classes no argument
def _fields(cls: Any) -> tuple[Field, ...]:
    return tuple(_field(cls, name, spec) for name, spec in cls.__dataclass_fields__.items())


def _field(cls: type, name: str, spec: Any) -> Field:
    hint = hints.bare(spec.type)
    item = hints.item(hint) or hint
    kind: Type = "text"
    nested = None
    if item is int:
        kind = "integer"
    elif item is float:
        kind = "number"
    elif item is Date:
        kind = "date"
    elif hasattr(item, "__dataclass_fields__"):
        kind, nested = "object", item
    return Field(
        name=name,
        type=kind,
        many=item is not hint,
        required=spec.default is MISSING,
        filled=spec.default is not None,
        meaning=_meanings(cls).get(name) or _fallback(name, spec, nested),
        words=hints.words(item),
        cls=nested,
        records=spec.metadata.get(model.RECORDS),
        cites=bool(spec.metadata.get(model.CITES)),
        prose=bool(spec.metadata.get(model.PROSE)),
    )


def _fallback(name: str, spec: Any, nested: type | None) -> str:
    if nested is not None:
        return meaning(nested)
    if spec.metadata.get(model.CITES):
        return "keys of the sources that support it"
    label: str = spec.metadata.get(model.LABEL)
    return label or _COMMON.get(name) or name.replace("_", " ")


def meaning(cls: type) -> str:
    """
    The first sentence of what a class is.
    """
    return docstring(cls).partition(". ")[0].rstrip(".") + "."


@cache
def _meanings(cls: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        if base.__module__ == model.__name__:
            found |= _comments().get(base.__name__, {})
    return found


@cache
def _comments() -> dict[str, dict[str, str]]:
    """
    The `#:` comments of the model by class and field.
    """
    source = inspect.getsource(model)
    lines = source.splitlines()
    return {
        node.name: {
            target.id: comment
            for statement in node.body
            if isinstance(statement, ast.AnnAssign)
            and isinstance(target := statement.target, ast.Name)
            and (comment := _comment(lines, statement))
        }
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef)
    }


def _comment(lines: list[str], statement: ast.AnnAssign) -> str:
    """
    The comment at the end of a field's line, or on the lines above it.
    """
    last = lines[(statement.end_lineno or statement.lineno) - 1]
    _, mark, beside = last[statement.end_col_offset or 0 :].partition("#:")
    if mark:
        return beside.strip()
    above: list[str] = []
    number = statement.lineno - 2
    while lines[number].lstrip().startswith("#:"):
        above.insert(0, lines[number].strip().removeprefix("#:").strip())
        number -= 1
    return " ".join(above)


def classes() -> dict[str, type]:
    """
    The classes of records and of all that they hold, by name: records first.
    """
    found = {kind.cls.__name__: kind.cls for kind in ALL_KINDS.values()}
    waiting: list[type] = list(found.values())
    while waiting:
        for field in fields(waiting.pop(0)):
            if field.cls is not None and field.cls.__name__ not in found:
                found[field.cls.__name__] = field.cls
                waiting.append(field.cls)
    return found
