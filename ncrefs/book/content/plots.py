"""
What tells a plot or a purge: what is certain, reported and claimed; who acted; how many.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, get_args

from docutils import nodes

from ncrefs.book import classes, phrases
from ncrefs.book.content import elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.content.scribe import Scribe
from ncrefs.book.domain import xref
from ncrefs.book.web import html
from ncrefs.catalog import Catalog
from ncrefs.kinds import kind_of
from ncrefs.model import Actor, Estimate, Event, Plot, Purge
from ncrefs.vocabulary import Grade, MechanismMark

#: What the statements of a grade are to a reader.
_SAID: dict[Grade, str] = {
    Grade.DOCUMENTED: "Certain",
    Grade.REPORTED: "Reported",
    Grade.ALLEGED: "Claimed",
    Grade.DISPUTED: "Claimed",
    Grade.REFUTED: "Claimed",
}
#: How many statements a line holds; the parts below have them all.
_SHOWN = 4
#: What a mechanism did, as a sign.
SIGNS: dict[str, str] = {"acted": "+", "failed": "−", "unproven": "?"}
_MARKS: dict[MechanismMark, str] = {
    "acted": "Acted",
    "failed": "Failed",
    "unproven": "Never tested",
}


def glance(scribe: Scribe) -> list[nodes.Node]:
    """
    What of an event is certain, reported and claimed, from the grades, and what sources differ on.
    """
    event: Any = scribe.entity
    graded: list[Actor | Estimate] = [*getattr(event, "victims", ()), *event.actors]
    lines: dict[str, list[list[nodes.Node]]] = {label: [] for label in _SAID.values()}
    for item in graded:
        if item.grade:
            lines[_SAID[item.grade]].append(_brief(scribe, item))
    if not any(lines.values()):
        return []
    points = dict.fromkeys(account.on for account in event.accounts)
    lines["Sources differ"] = [elements.text(point) for point in points]
    items = [(label, elements.para(*_some(parts))) for label, parts in lines.items() if parts]
    return [elements.defined(items, [classes.GLANCE])]


def _brief(scribe: Scribe, item: Actor | Estimate) -> list[nodes.Node]:
    if isinstance(item, Estimate):
        words = elements.text(phrases.figure(item))
    else:
        words = _acting(scribe, item)
    return [*words, nodes.Text(" "), *elements.badge(item.grade)]


def _acting(scribe: Scribe, actor: Actor) -> list[nodes.Node]:
    """
    Who acted, and as what in brackets: those that end a name hold both.
    """
    name = "" if actor.who else actor.name or ""
    if name.endswith(")"):
        return elements.text(f"{name[:-1]}, {actor.role})")
    return [*scribe.somebody(actor), nodes.Text(f" ({actor.role})")]


def _some(parts: list[list[nodes.Node]]) -> list[nodes.Node]:
    more = len(parts) - _SHOWN
    if more == 1:  # as long as the one itself
        return elements.join(parts, "; ")
    joined = elements.join(parts[:_SHOWN], "; ")
    return [*joined, *(elements.text(f"; and {more} more") if more > 0 else [])]


def roles(scribe: Scribe) -> list[nodes.Node]:
    """
    Which mechanisms acted, failed, or were never tested.
    """
    event: Any = scribe.entity
    items: list[tuple[str, nodes.Element]] = []
    for mark in get_args(MechanismMark):
        lines: list[Inline] = [
            [
                sign(mark),
                nodes.Text(" "),
                scribe.link(role.mechanism),
                nodes.Text(" "),
                *elements.graded(role.grade),
                *scribe.inline(role.how),
                *scribe.cites(role),
            ]
            for role in event.mechanisms
            if role.mark == mark
        ]
        if lines:
            listed = elements.bullets(lines, [classes.ROLE, classes.mark_class(mark)])
            items.append((_MARKS[mark], listed))
    if not items:
        return []
    listed_by_mark = elements.defined(items, [classes.ROLES])
    return [elements.section("mechanisms", "Mechanisms at work", listed_by_mark)]


def sign(mark: MechanismMark) -> nodes.Node:
    """
    A mark as a sign, which says its word to those who do not see it.
    """
    return nodes.inline("", SIGNS[mark], classes=[classes.SIGN, classes.mark_class(mark)])


def ranges(title: str, *fields: str) -> Callable[[Scribe], list[nodes.Node]]:
    """
    The figures in fields of a record as ranges, each with its grade first.
    """

    def build(scribe: Scribe) -> list[nodes.Node]:
        figures: list[Estimate] = [
            figure for field in fields for figure in getattr(scribe.entity, field)
        ]
        if not figures:
            return []
        most = max(figure.high or figure.low for figure in figures if figure.unit != "per cent")
        lines: list[Inline] = []
        for figure in figures:
            said, *_ = scribe.estimates([figure], graded=False)
            lines.append([*elements.graded(figure.grade), *said, *_bar(figure, most)])
        listed = elements.bullets(lines, [classes.RANGES])
        return [elements.section("victims", title, listed)]

    return build


def _bar(figure: Estimate, most: float) -> list[nodes.Node]:
    """
    A figure as a bar beside the others; of a range the lower part is darker.
    """
    whole = 100.0 if figure.unit == "per cent" else most
    low, high = (min(100.0, 100 * n / whole) for n in (figure.low, figure.high or figure.low))
    tone = classes.badge_class(figure.grade) if figure.grade else ""
    return [
        html(
            f'<span class="{classes.BAR} {tone}" aria-hidden="true">'
            f'<i style="width:{max(0.6, high):.1f}%"></i><b style="width:{max(0.6, low):.1f}%"></b>'
            f"</span>"
        )
    ]


def neighbours(scribe: Scribe) -> list[nodes.Node]:
    """
    What of the same kind came before and after, in the order of time.
    """
    entity = scribe.entity
    if not isinstance(entity, Purge | Plot):
        return []
    beside = _beside(scribe.catalog, kind_of(entity).plural).get(entity.id, (None, None))
    items: list[tuple[str, nodes.Element]] = []
    for label, event in zip(("Before", "After"), beside, strict=True):
        if event is not None:
            line = [xref(event, hint=""), nodes.Text(f"{phrases.day_apart(event)} ")]
            items.append((label, elements.para(*line, *elements.badge(event.grade))))
    return [elements.boxes(items)] if items else []


@cache
def _beside(catalog: Catalog, kind: str) -> dict[str, tuple[Event | None, Event | None]]:
    """
    By the id of each event of a kind, but those of other countries: the ones before and after.
    """
    same = [e for e in catalog.timeline.kind(kind) if getattr(e, "country", None) is None]
    in_order = zip([None, *same], same, [*same[1:], None], strict=False)
    return {event.id: (before, after) for before, event, after in in_order}
