"""
Ties between records, as the fields of the model declare them.

The model marks the fields that hold ids and keys; this module walks them. The words
used for one record's pointing at another, here and in the rest of the code:

* *reference*: one id in a field, whatever it is there for;
* *citation*: one key of a source in a field;
* *mention*: one link, citation or term in prose (see `markup`);
* *relation*: a reference whose field has headings, so that both ends show it;
* *related*: a relation, seen from one of its ends (see `catalog`);
* *tie*: the field of organizations that says who commands, guides or watches whom;
* *edge*: the ties of one sort between the same two, as they are drawn.

A relation is declared once, on one record, and read from both ends.
"""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

from ncrefs import model, vocabulary
from ncrefs.dates import Date
from ncrefs.model import Entity, Kin, Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """
    One record's tie to another, as its declaring record states it.
    """

    subject: str  #: id of the declaring record
    object: str  #: id of the other record
    label: str  #: heading on the subject's page
    reverse: str  #: heading on the object's page
    field: str  #: name of the record's own field that declares it: "posts"
    item: Any = None  #: the Post, Tie, Actor ... that holds it, if any


@dataclass(frozen=True, slots=True)
class Reference:
    """
    One id in a field, with the kinds it may belong to.
    """

    target: str
    kinds: tuple[str, ...]  #: none means any
    field: str  #: where it stands: "posts[0].of"
    item: Any  #: the nested value that holds it, or the record itself
    top: str  #: name of the record's own field: "posts"


@dataclass(frozen=True, slots=True)
class Citation:
    """
    One key of a source in a field.
    """

    key: str
    field: str  #: where it stands: "posts[0].sources[1]"


def references(entity: Entity) -> Iterator[Reference]:
    """
    All ids of records in the fields of a record, however deep.
    """
    for leaf in _leaves(entity, model.RECORDS):
        kinds = leaf.spec.metadata[model.RECORDS]
        yield Reference(leaf.value, kinds, leaf.where, leaf.owner, leaf.top)


def citations(entity: Entity) -> Iterator[Citation]:
    """
    All keys of sources in the fields of a record, however deep; those in prose are mentions.
    """
    for leaf in _leaves(entity, model.CITES):
        yield Citation(leaf.value, leaf.where)


def prose_fields(entity: Entity) -> Iterator[tuple[str, str]]:
    """
    The MyST texts of a record with the names of their fields, the body as "text".
    """
    for leaf in _leaves(entity, model.PROSE):
        if leaf.value:
            yield leaf.where, leaf.value


def items(entity: Entity, *classes: type) -> Iterator[tuple[str, Any]]:
    """
    The nested values of the classes in a record, with where they stand: "posts[0]".
    """
    for spec in dataclasses.fields(entity):
        value = getattr(entity, spec.name)
        if isinstance(value, classes):
            yield spec.name, value
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, classes):
                    yield f"{spec.name}[{index}]", item


def values(owner: Any, where: str = "") -> Iterator[tuple[str, Any]]:
    """
    All values in the fields of a record, lists and nested ones before what they hold.
    """
    for name in owner.__dataclass_fields__:
        value = getattr(owner, name)
        if value is not None and value != ():
            yield from _each(value, f"{where}.{name}" if where else name)


def _each(value: Any, where: str) -> Iterator[tuple[str, Any]]:
    yield where, value
    if isinstance(value, tuple):
        for index, child in enumerate(value):
            yield from _each(child, f"{where}[{index}]")
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, Date):
        yield from values(value, where)


class _Leaf(NamedTuple):
    """
    One value that is no dataclass and no tuple, and where it stands.
    """

    value: Any
    spec: "dataclasses.Field[Any]"
    where: str
    owner: Any
    top: str


def _leaves(entity: Entity, mark: str) -> list[_Leaf]:
    """
    The values in a record's fields that bear a mark of the model, however deep.
    """
    found: list[_Leaf] = []
    _collect(entity, mark, "", "", found)
    return found


def _collect(owner: Any, mark: str, where: str, top: str, found: list[_Leaf]) -> None:
    # Lists and not generators, and no field that has not the mark: this runs for each
    # record many times a build.
    for spec in _specs(owner.__class__, mark):
        value = getattr(owner, spec.name)
        if value is None or value == ():
            continue
        name = f"{where}.{spec.name}" if where else spec.name
        many = isinstance(value, tuple)
        for index, child in enumerate(value if many else (value,)):
            place = f"{name}[{index}]" if many else name
            if mark in spec.metadata:
                found.append(_Leaf(child, spec, place, owner, top or spec.name))
            else:
                _collect(child, mark, place, top or spec.name, found)


@cache
def _specs(cls: type, mark: str) -> "tuple[dataclasses.Field[Any], ...]":
    """
    The fields of a class with the mark, and those with nested values that may have some.
    """
    hints = get_type_hints(cls)
    return tuple(
        spec
        for spec in dataclasses.fields(cls)
        if mark in spec.metadata
        or any(_specs(nested, mark) for nested in _nested(hints[spec.name]))
    )


def _nested(hint: Any) -> Iterator[type]:
    """
    The dataclasses other than dates that a type is or holds.
    """
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        if hint is not Date:
            yield hint
    else:
        for part in get_args(hint):
            yield from _nested(part)


def relations(entity: Entity) -> Iterator[Relation]:
    """
    The ties that a record declares to other records.
    """
    headings = {
        spec.name: (spec.metadata.get(model.LABEL, ""), spec.metadata.get(model.REVERSE, ""))
        for spec in dataclasses.fields(entity)
    }
    for reference in references(entity):
        label, reverse = headings[reference.top]
        item = None if reference.item is entity else reference.item
        if isinstance(item, Tie):
            label, reverse = vocabulary.TIE_LABELS[item.relation]
            label, reverse = label.capitalize(), reverse.capitalize()
        if label or reverse:
            yield Relation(
                subject=entity.id,
                object=reference.target,
                label=label,
                reverse=reverse,
                field=reference.top,
                item=item,
            )


def kin_word(item: Kin, *, reverse: bool) -> str:
    """
    What the other person is: "father", or "child" from the father's end.
    """
    if not reverse:
        return item.relation
    return item.inverse or vocabulary.KIN_INVERSE[item.relation]
