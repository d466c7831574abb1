"""
A record -> docutils nodes: the parts of its page, by kind.
"""

from collections.abc import Callable
from dataclasses import dataclass

from docutils import nodes

from ncrefs.book import classes
from ncrefs.book.content import cards, elements, histories, related
from ncrefs.book.content.scribe import Scribe
from ncrefs.book.drawings import Figure
from ncrefs.book.drawings.maps import map_of
from ncrefs.book.drawings.node import figure_node
from ncrefs.kinds import kind_of
from ncrefs.model import (
    Dataset,
    Event,
    Measure,
    Mechanism,
    Organization,
    Person,
    Place,
    Plot,
    Purge,
    Succession,
)

Builder = Callable[[Scribe], list[nodes.Node]]


@dataclass(frozen=True, slots=True)
class Part:
    """
    One part of a page, and the fields of the record that it shows.
    """

    build: Builder
    fields: frozenset[str] = frozenset()


def _part(build: Builder, *fields: str) -> Part:
    return Part(build, frozenset(fields))


def lead(scribe: Scribe) -> list[nodes.Node]:
    """
    The summary with the grade.
    """
    grade = getattr(scribe.entity, "grade", None)
    tail = [nodes.Text(" "), *elements.badge(grade, explained=True)] if grade else []
    return [elements.para(nodes.Text(scribe.entity.summary), *tail, classes=[classes.LEAD])]


def card(scribe: Scribe) -> list[nodes.Node]:
    """
    The facts that no other part of the page shows.
    """
    return [cards.card(scribe, shown_elsewhere(type(scribe.entity)))]


def where(scribe: Scribe) -> list[nodes.Node]:
    """
    A small map of a place, or of where something happened; the latter is not printed.
    """
    entity = scribe.entity
    drawn = map_of(scribe.catalog, entity) if isinstance(entity, Place | Event) else None
    if drawn is None:
        return []
    printed = (drawn,) if isinstance(entity, Place) else ()
    return [figure_node(Figure(screen=drawn, paper=printed))]


#: Before and after what tells the kinds apart.
_HEAD = (
    _part(lead, "summary", "grade"),
    _part(cards.names, "korean", "aliases"),
    _part(card),
    _part(Scribe.body, "text"),
)
_TAIL = (
    _part(related.relations, "actors", "ties", "kin"),
    _part(related.questions),
    _part(related.claims),
    _part(related.mentions),
    _part(related.sources, "sources"),
    _part(related.cite_this),
)
_ACCOUNTS = _part(histories.accounts, "accounts")
_MECHANISMS = _part(histories.mechanisms, "mechanisms")

#: The parts of a page of each kind, in order; of a kind that is not here, the common ones.
PARTS: dict[type, tuple[Part, ...]] = {
    Person: (*_HEAD, _ACCOUNTS, _part(histories.posts, "posts"), *_TAIL),
    Organization: (*_HEAD, _ACCOUNTS, _part(histories.holders, "holders"), *_TAIL),
    Place: (*_HEAD, _part(where), _ACCOUNTS, *_TAIL),
    Event: (*_HEAD, _part(where), _ACCOUNTS, _MECHANISMS, *_TAIL),
    Plot: (
        *_HEAD,
        _part(where),
        _part(histories.plot, "trigger", "plan", "detection", "outcome"),
        _ACCOUNTS,
        _MECHANISMS,
        _part(histories.features, "features"),
        _part(histories.datasets, "datasets"),
        *_TAIL,
    ),
    Purge: (
        *_HEAD,
        _part(where),
        _part(histories.purge, "pretext"),
        _ACCOUNTS,
        _MECHANISMS,
        *_TAIL,
    ),
    Succession: (*_HEAD, _ACCOUNTS, _MECHANISMS, *_TAIL),
    Mechanism: (*_HEAD, _part(histories.theory, "framework", "limits"), _ACCOUNTS, *_TAIL),
    Measure: (*_HEAD, _part(histories.points, "points"), _ACCOUNTS, *_TAIL),
    Dataset: (*_HEAD, _part(histories.rules, "counts", "north_korea"), _ACCOUNTS, *_TAIL),
}
_COMMON = (*_HEAD, _ACCOUNTS, *_TAIL)
#: Fields that are the title of the page or its address.
_IDENTITY = frozenset({"id", "name"})


def parts_of(cls: type) -> tuple[Part, ...]:
    """
    The parts of a page of a class of records, in order.
    """
    return PARTS.get(cls, _COMMON)


def shown_elsewhere(cls: type) -> frozenset[str]:
    """
    The fields of a class that have a place outside the card.
    """
    return _IDENTITY.union(*(part.fields for part in parts_of(cls)))


def page(scribe: Scribe) -> list[nodes.Node]:
    """
    Everything below the title of a record's own page.
    """
    parts = parts_of(kind_of(scribe.entity).cls)
    return [node for part in parts for node in part.build(scribe)]
