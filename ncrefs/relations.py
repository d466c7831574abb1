"""
Ties between records, as the fields of the model declare them.

The model marks the fields that hold ids; this module walks them. A relation is
declared once, on one record, and read from both ends.
"""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ncrefs import model, vocabulary
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
    field: str  #: where it is declared: "posts[0].of"
    item: Any = None  #: the Post, Tie, Actor ... that holds it, if any


@dataclass(frozen=True, slots=True)
class Reference:
    """
    One id in a field, with the kinds it may belong to.
    """

    target: str
    kinds: tuple[str, ...]
    field: str
    item: Any
    top: str  #: name of the record's own field


def references(entity: Entity) -> Iterator[Reference]:
    """
    All ids of records and sources in the fields of a record, however deep.
    """
    for spec in dataclasses.fields(entity):
        yield from _walk(getattr(entity, spec.name), spec, spec.name, entity, spec.name)


def _walk(
    value: Any, spec: "dataclasses.Field[Any]", where: str, item: Any, top: str
) -> Iterator[Reference]:
    if value is None or value == ():
        return
    kinds = spec.metadata.get(model.RECORDS)
    if isinstance(value, tuple):
        for index, child in enumerate(value):
            yield from _walk(child, spec, f"{where}[{index}]", item, top)
    elif kinds is not None:
        yield Reference(value, kinds, where, item, top)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for inner in dataclasses.fields(value):
            child = getattr(value, inner.name)
            yield from _walk(child, inner, f"{where}.{inner.name}", value, top)


def prose_fields(entity: Entity) -> Iterator[tuple[str, str]]:
    """
    The MyST texts of a record with the names of their fields, the body as "text".
    """
    yield from _prose(entity, "")


def _prose(value: Any, where: str) -> Iterator[tuple[str, str]]:
    for spec in dataclasses.fields(value):
        child = getattr(value, spec.name)
        name = f"{where}.{spec.name}" if where else spec.name
        if spec.metadata.get(model.PROSE) and child:
            yield name, child
        elif isinstance(child, tuple):
            for index, item in enumerate(child):
                if dataclasses.is_dataclass(item):
                    yield from _prose(item, f"{name}[{index}]")
        elif dataclasses.is_dataclass(child) and spec.name != "when":
            yield from _prose(child, name)


def relations(entity: Entity) -> Iterator[Relation]:
    """
    The ties that a record declares to other records.
    """
    labels = {
        spec.name: (spec.metadata.get("label", ""), spec.metadata.get("reverse", ""))
        for spec in dataclasses.fields(entity)
    }
    for reference in references(entity):
        if reference.kinds == ("sources",):
            continue
        label, reverse = labels[reference.top]
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
                field=reference.field,
                item=item,
            )


def kin_word(item: Kin, *, reverse: bool) -> str:
    """
    What the other person is: "father", or "child" from the father's end.
    """
    if not reverse:
        return item.relation
    return item.inverse or vocabulary.KIN_INVERSE[item.relation]
