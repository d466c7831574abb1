"""
Who watches whom: the ties between the country's bodies and its leader, and with people.
"""

import datetime as dt
from dataclasses import dataclass

from ncrefs.book.drawings.leaders import reigns
from ncrefs.catalog import Catalog
from ncrefs.model import Entity, Organization, Person, Tie
from ncrefs.vocabulary import TIE_LABELS, Grade

#: Forms of the country's own bodies, from those nearest to the leader to the units.
FORMS = (
    "ruling party",
    "party organ",
    "state organ",
    "security organ",
    "guard force",
    "armed forces",
    "army organ",
    "army unit",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """
    Ties that are drawn together, with the colour and the head of each relation's threads.
    """

    name: str
    title: str
    looks: dict[str, tuple[str, str]]


SORTS = (
    Sort(
        name="commands",
        title="Who commands whom, and who hears whose reports",
        looks={"commands": ("orange", "arrow"), "reports-to": ("blue", "arrow")},
    ),
    Sort(
        name="watches",
        title="Who monitors, inspects and guides whom",
        looks={
            "monitors": ("pink", "ring"),
            "inspects": ("gold", "block"),
            "guides": ("green", "arrow"),
        },
    ),
    Sort(
        name="guards",
        title="Who guards whom, and who is set against whom",
        looks={"guards": ("blue", "block"), "counterbalances": ("grey", "arrow")},
    ),
)
RELATIONS = tuple(relation for sort in SORTS for relation in sort.looks)
#: Ties that are declared by the one who is watched.
FROM_BELOW = frozenset({"reports-to"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """
    Ties of one relation between the same two, the ties to successive leaders taken together.
    """

    watcher: Entity
    watched: Entity
    relation: str
    ties: tuple[tuple[Tie, Entity], ...]  #: by start, with the one that each leads to
    past: bool  #: whether all of them have ended

    @property
    def key(self) -> tuple[str, str, str]:
        """
        What tells it from every other.
        """
        return self.watcher.id, self.watched.id, self.relation

    @property
    def grade(self) -> Grade | None:
        """
        The grade of the latest tie.
        """
        return self.ties[-1][0].grade


def edges(catalog: Catalog) -> list[Edge]:
    """
    The ties between the country's bodies, and of these with people.
    """
    leaders = [reign.leader for reign in reigns(catalog)]
    leader_of = {leader.id: leaders[-1] for leader in leaders}
    groups: dict[tuple[str, str, str], list[tuple[Tie, Entity]]] = {}
    for body in catalog.organizations:
        for tie in body.ties:
            other = catalog.records[tie.to]
            if tie.relation in RELATIONS and _own(body) and _own(other):
                ends = (body.id, leader_of.get(other.id, other).id)
                watcher, watched = reversed(ends) if tie.relation in FROM_BELOW else ends
                groups.setdefault((tie.relation, watcher, watched), []).append((tie, other))
    return [
        Edge(
            watcher=catalog.records[watcher],
            watched=catalog.records[watched],
            relation=relation,
            ties=tuple(sorted(ties, key=_start)),
            past=all(tie.end for tie, _ in ties),
        )
        for (relation, watcher, watched), ties in sorted(groups.items())
    ]


def _start(pair: tuple[Tie, Entity]) -> dt.date:
    return pair[0].start.earliest if pair[0].start else dt.date.min


def _own(entity: Entity) -> bool:
    return isinstance(entity, Person) or (isinstance(entity, Organization) and entity.form in FORMS)


def rank(entity: Entity) -> tuple[int, str]:
    """
    The place of a body among others: people first, then by form, then by name.
    """
    form = FORMS.index(entity.form) + 1 if isinstance(entity, Organization) else 0
    return form, entity.name


def label(relation: str) -> str:
    """
    The relation, seen from the one who watches.
    """
    return TIE_LABELS[relation][relation in FROM_BELOW]
