"""
The names of records, as they are looked up.
"""

from __future__ import annotations

from collections.abc import Iterable

from ncrefs.model import Entity
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


def folded(entities: Iterable[Entity]) -> Index:
    """
    The index of all names and ids.
    """
    return index({entity.id: [*spellings(entity), entity.id] for entity in entities})
