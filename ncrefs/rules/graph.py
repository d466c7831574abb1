"""
Rules for what records are to one another: no record is its own part, cause or father.
"""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

from ncrefs import relations
from ncrefs.model import (
    Account,
    Actor,
    DatasetEntry,
    DatedStatement,
    Entity,
    Event,
    FormerName,
    Holder,
    Kin,
    MechanismRole,
    Organization,
    Person,
    Point,
    Post,
    Succession,
    Tie,
)
from ncrefs.rules.base import Breach, Context, Rule
from ncrefs.vocabulary import KIN_INVERSE, MARRIAGES


def _itself(entity: Entity, context: Context) -> Iterator[Breach]:
    for reference in relations.references(entity):
        # Somebody may well tell a story about himself.
        if reference.target == entity.id and not isinstance(reference.item, Account):
            yield Breach(entity.id, reference.field)


def _part_of(entity: Entity) -> dict[str, str]:
    if isinstance(entity, Organization):
        return {
            tie.to: f"ties[{index}].to"
            for index, tie in enumerate(entity.ties)
            if tie.relation == "part-of" and tie.end is None
        }
    names = entity.part_of if isinstance(entity, Event) else ()
    return {name: f"part_of[{index}]" for index, name in enumerate(names)}


def _led_to(entity: Entity) -> dict[str, str]:
    names = entity.led_to if isinstance(entity, Event) else ()
    return {name: f"led_to[{index}]" for index, name in enumerate(names)}


def _cycles(context: Context) -> Iterator[Breach]:
    for onward in (_part_of, _led_to):
        edges = {entity.id: onward(entity) for entity in context.catalog.records}
        for cycle in _rings(edges):
            first = min(cycle)
            at = cycle.index(first)
            ring = [*cycle[at:], *cycle[:at]]
            path = ", ".join([*ring, first])
            yield Breach(first, edges[first][ring[1]], {"path": path})


def _rings(edges: dict[str, dict[str, str]]) -> Iterator[list[str]]:
    """
    One ring of each knot; a record that names itself is no ring.
    """
    done: set[str] = set()
    for start in edges:
        path: list[str] = []
        ways = [iter([start])]
        while ways:
            name = next(ways[-1], None)
            if name is None:
                ways.pop()
                if path:
                    done.add(path.pop())
            elif name in path:
                ring = path[path.index(name) :]
                if len(ring) > 1:
                    yield ring
            elif name in edges and name not in done:
                path.append(name)
                ways.append(iter(edges[name]))


#: What makes two values of a list the same, by their class; notes and sources do not.
_SAME: dict[type, Callable[[Any], object]] = {
    Kin: lambda kin: (kin.relation, kin.to),
    Tie: lambda tie: (tie.relation, tie.to, tie.start, tie.end),
    Post: lambda post: (post.title, post.office, post.of, post.start, post.end),
    Holder: lambda holder: (
        (holder.office, holder.title, holder.who or holder.name, holder.start, holder.end)
    ),
    FormerName: lambda former: (former.name, former.start, former.end),
    DatedStatement: lambda statement: (statement.value, statement.where),
    MechanismRole: lambda role: (role.mechanism, role.mark, role.how),
    DatasetEntry: lambda entry: entry.dataset,
    Point: lambda point: (point.when, point.by, point.low, point.high),
    Actor: lambda actor: (actor.who or actor.name, actor.role),
}


def _repeats(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, values in relations.values(entity):
        if not isinstance(values, tuple) or where in ("aliases", "renamed_from", "features"):
            continue  # rules of their own look at these
        seen = set()
        for index, value in enumerate(values):
            same = _SAME[type(value)](value) if type(value) in _SAME else value
            if same in seen:
                yield Breach(entity.id, f"{where}[{index}]", {"what": _shown(value)})
            seen.add(same)


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    names = (
        "relation",
        "title",
        "mechanism",
        "dataset",
        "to",
        "who",
        "name",
        "role",
        "value",
        "what",
        "of",
    )
    found = (
        [getattr(value, name, None) for name in names] if dataclasses.is_dataclass(value) else ()
    )
    return " ".join(str(one) for one in found if one) or "the value"


def _parents(entity: Entity, context: Context) -> Iterator[Breach]:
    seen: dict[str, str] = {}
    for where, kin in relations.items(entity, Kin):
        if kin.relation not in ("father", "mother"):
            continue
        other = seen.setdefault(kin.relation, kin.to)
        if other != kin.to:
            values = {"relation": kin.relation, "other": other}
            yield Breach(entity.id, f"{where}.to", values)


def _both_ends(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, kin in relations.items(entity, Kin):
        other = context.catalog.records.get(kin.to)
        if not isinstance(other, Person) or other.id == entity.id:
            continue
        back = [tie.relation for tie in other.kin if tie.to == entity.id]
        wanted = KIN_INVERSE[KIN_INVERSE[kin.relation]]
        fits = [
            word
            for word in back
            if KIN_INVERSE[word] == wanted or {word, kin.relation} <= MARRIAGES
        ]
        if back and not fits and entity.id > other.id:
            values = {"relation": kin.relation, "other": other.id, "back": back[0]}
            yield Breach(entity.id, f"{where}.relation", values)


def _handed_over(entity: Entity, context: Context) -> Iterator[Breach]:
    if isinstance(entity, Succession):
        for index, name in enumerate(entity.successor):
            if name in entity.predecessor:
                yield Breach(entity.id, f"successor[{index}]", {"name": name})


RULES = (
    Rule("itself", "record", _itself, "the record names itself; name another or leave it out"),
    Rule("cycles", "catalog", _cycles, "leads back to itself: {path}; take out one of them"),
    Rule("repeats", "record", _repeats, "{what} is in the list already; leave it out"),
    Rule("parents", "record", _parents, "the {relation} is {other} already; keep one"),
    Rule(
        "kin-both-ends",
        "record",
        _both_ends,
        "{other} is said to be the {relation}, but says {back} of this person; mend either",
    ),
    Rule(
        "handed-over", "record", _handed_over, "{name} is the predecessor, too; name another person"
    ),
)
