"""
The names of records, as they are looked up.
"""

from __future__ import annotations

from collections.abc import Iterable

from ncrefs.korean import cyrillic
from ncrefs.model import Entity, Person
from ncrefs.spellings import Index, index


def spellings(entity: Entity) -> list[str]:
    """
    Every way to write a record's name: its name, Korean forms, aliases.
    """
    forms = [entity.name]
    if entity.korean:
        k = entity.korean
        forms += [form for form in (k.hangul, k.hanja, k.rr, k.mr) if form]
    return list(dict.fromkeys([*forms, *entity.aliases]))


def unseen(entity: Entity) -> list[str]:
    """
    What leads to a record and is never shown as its name: what was written by mistake for it,
    and how Russian texts may write that of a person.
    """
    hangul = entity.korean.hangul if isinstance(entity, Person) and entity.korean else ""
    return [*entity.misprints, *cyrillic(hangul)]


def folded(entities: Iterable[Entity]) -> Index:
    """
    The index of all names and ids.
    """
    return index(
        {entity.id: [*spellings(entity), entity.id, *unseen(entity)] for entity in entities}
    )
