"""
A record -> docutils nodes: the parts of its page, by kind.
"""

from collections.abc import Callable
from dataclasses import dataclass

from docutils import nodes

from ncrefs.book import classes
from ncrefs.book.content import bodies, cards, elements, histories, plots, related
from ncrefs.book.content.scribe import Scribe
from ncrefs.book.drawings import Figure
from ncrefs.book.drawings.maps import map_of
from ncrefs.book.drawings.node import figure_node
from ncrefs.kinds import kind_of
from ncrefs.model import (
    Dataset,
    Event,
    Explanation,
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
    tail = elements.grade_after(getattr(scribe.entity, "grade", None), explained=True)
    return [elements.para(nodes.Text(scribe.entity.summary), *tail, classes=[classes.LEAD])]


def card(scribe: Scribe) -> list[nodes.Node]:
    """
    The facts that no other part of the page shows.
    """
    facts = cards.card(scribe, shown_elsewhere(type(scribe.entity)))
    return [facts] if facts.children else []


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


#: What opens a page and what closes it; in between, the kinds differ.
_HEAD = (
    _part(lead, "summary", "grade"),
    _part(cards.names, "korean", "aliases", "misprints"),
)
_CARD = _part(card)
_BODY = _part(Scribe.body, "text")
_ACCOUNTS = _part(histories.accounts, "accounts")
_ROLES = _part(plots.roles, "mechanisms")
_GLANCE = _part(plots.glance)
_WHERE = _part(where)
_CLOSING = (
    _part(related.questions),
    _part(related.claims),
    _part(related.mentions),
    _part(related.sources, "sources", "checked"),
)
_RELATIONS = _part(related.relations, "actors", "kin")
_TAIL = (_RELATIONS, *_CLOSING)

#: The parts of a page of each kind, in order; of a kind that is not here, the common ones.
PARTS: dict[type, tuple[Part, ...]] = {
    Person: (
        *_HEAD,
        _part(bodies.fates, "fate", "died"),
        _CARD,
        _BODY,
        _part(histories.posts, "posts"),
        _ACCOUNTS,
        *_TAIL,
    ),
    Organization: (
        *_HEAD,
        _CARD,
        _BODY,
        _part(bodies.watching, "ties"),
        _part(histories.holders, "holders"),
        _ACCOUNTS,
        *_TAIL,
    ),
    Place: (*_HEAD, _CARD, _BODY, _WHERE, _ACCOUNTS, *_TAIL),
    Event: (*_HEAD, _CARD, _BODY, _WHERE, _ACCOUNTS, _ROLES, *_TAIL),
    Plot: (
        *_HEAD,
        _GLANCE,
        _CARD,
        _BODY,
        _WHERE,
        _part(histories.chain, "trigger", "plan", "detection", "outcome"),
        _part(plots.ranges("Victims", "victims"), "victims"),
        _ACCOUNTS,
        _ROLES,
        _part(histories.features, "features"),
        _RELATIONS,
        _part(plots.neighbours),
        _part(histories.datasets, "datasets"),
        *_CLOSING,
    ),
    Purge: (
        *_HEAD,
        _GLANCE,
        _part(plots.ranges("How many", "victims", "turnover"), "victims", "turnover"),
        _CARD,
        _BODY,
        _part(histories.purge, "pretext"),
        _WHERE,
        _ACCOUNTS,
        _ROLES,
        _RELATIONS,
        _part(plots.neighbours),
        *_CLOSING,
    ),
    Succession: (*_HEAD, _CARD, _BODY, _ACCOUNTS, _ROLES, *_TAIL),
    Mechanism: (
        *_HEAD,
        _CARD,
        _BODY,
        _part(histories.theory, "framework", "limits"),
        _part(bodies.episodes),
        _ACCOUNTS,
        *_TAIL,
    ),
    Measure: (*_HEAD, _part(histories.points, "points"), _CARD, _BODY, _ACCOUNTS, *_TAIL),
    Explanation: (
        *_HEAD,
        _CARD,
        _part(histories.argument, "predicts", "observed", "against"),
        _BODY,
        _ACCOUNTS,
        *_TAIL,
    ),
    Dataset: (
        *_HEAD,
        _CARD,
        _BODY,
        _part(histories.rules, "counts", "north_korea"),
        _ACCOUNTS,
        *_TAIL,
    ),
}
_COMMON = (*_HEAD, _CARD, _BODY, _ACCOUNTS, *_TAIL)
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
