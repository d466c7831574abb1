"""
Ties and kin as nodes and edges, for both graph formats.
"""

from collections.abc import Iterator

from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.facts import grade_of
from ncrefs.frozen import dataclass
from ncrefs.kinds import kind_of
from ncrefs.markup import plain
from ncrefs.model import Entity, Kin, Organization, Person, Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """
    A tie or a bond of kin, from the record that declares it.
    """

    source: str
    target: str
    relation: str
    sort: str  #: "ties" or "kin"
    since: Date | None
    until: Date | None
    grade: str | None
    note: str | None
    sources: str  #: keys, joined by spaces


#: The attributes of nodes and edges, all text. Not "start" and "end", which in GEXF are
#: days that readers put under those names.
NODE = ("name", "kind", "summary", "grade")
EDGE = ("relation", "sort", "since", "until", "grade", "note", "sources")


def edges(catalog: Catalog) -> Iterator[Edge]:
    """
    All ties and kin, in the book's order.
    """
    for entity in catalog.records:
        items: tuple[Tie | Kin, ...] = ()
        if isinstance(entity, Organization):
            items = entity.ties
        elif isinstance(entity, Person):
            items = entity.kin
        for item in items:
            yield Edge(
                source=entity.id,
                target=item.to,
                relation=item.relation,
                sort="ties" if isinstance(item, Tie) else "kin",
                since=getattr(item, "start", None),
                until=getattr(item, "end", None),
                grade=getattr(item, "grade", None),
                note=plain(item.note) if item.note else None,
                sources=" ".join(item.sources),
            )


def nodes(catalog: Catalog) -> list[Entity]:
    """
    All people and organizations, also those without a tie.
    """
    return [*catalog.people, *catalog.organizations]


def node(entity: Entity) -> dict[str, str]:
    """
    The attributes of a node; those without a value are left out.
    """
    values = {
        "name": entity.name,
        "kind": kind_of(entity).plural,
        "summary": entity.summary,
        "grade": grade_of(entity),
    }
    return {name: str(value) for name, value in values.items() if value}


def edge(of: Edge) -> dict[str, str]:
    """
    The attributes of an edge; those without a value are left out.
    """
    return {name: str(value) for name in EDGE if (value := getattr(of, name))}
