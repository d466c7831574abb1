"""
The timeline in words: every dated record in order.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from html import escape

from docutils import nodes

from ncrefs.book import classes
from ncrefs.book.content import desk, elements
from ncrefs.book.domain import xref
from ncrefs.book.drawings.timeline import LANES, lane_of
from ncrefs.book.web import html
from ncrefs.catalog import Catalog
from ncrefs.kinds import kind_of
from ncrefs.model import Event
from ncrefs.vocabulary import Grade


def by_decade(found: Iterable[Event]) -> list[tuple[str, list[Event]]]:
    """
    Events under "1950s", by their earliest day; one with an open start by its latest.
    """
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in found:
        when = event.when
        day = when.latest if when.earliest == dt.date.min else when.earliest
        groups[f"{day.year // 10}0s"].append(event)
    return sorted(groups.items())


def timeline(catalog: Catalog) -> list[nodes.Node]:
    """
    Every dated record in order, by decade; each has the anchor "t-" and its id.
    """
    decades = by_decade(catalog.timeline)
    parts: list[nodes.Node] = [_key(), _decades(decade for decade, _ in decades)]
    for decade, group in decades:
        rows = [
            [
                elements.by_date(event.when),
                [
                    xref(event, hint=""),
                    nodes.Text(" "),
                    nodes.inline("", event.summary, classes=[classes.SUMMARY]),
                    nodes.Text("\u00a0"),
                    _permalink(event),
                ],
                elements.text(kind_of(event).singular),
                elements.by_grade(event.grade),
            ]
            for event in group
        ]
        head = ("Date", "What happened", desk.choice("Kind"), "Grade")
        table = elements.table(head, rows, [classes.TIMELINE, classes.DESK])
        _, *body = table.findall(nodes.row)
        for row, event in zip(body, group, strict=True):
            row["ids"] = [f"t-{event.id}"]
            row["classes"] = [classes.lane_class(lane_of(event))]
        parts.append(elements.section(f"timeline-{decade}", decade, table))
    return parts


def _key() -> nodes.Node:
    """
    What the signs of a phone's list mean: the shape by the lane, the filling by the grade, as
    in the drawing for which a phone has no room.
    """
    lanes = [
        f'<li class="{classes.lane_class(lane)} {classes.badge_class(Grade.DOCUMENTED)}">'
        f"{escape(title)}</li>"
        for lane, (title, _, _) in LANES.items()
    ]
    grades = [f'<li class="{classes.badge_class(grade)}">{grade}</li>' for grade in Grade]
    lists = (
        f'<ul class="{classes.KEY}" aria-label="{label}">{"".join(items)}</ul>'
        for label, items in (("Signs by kind", lanes), ("Signs by grade", grades))
    )
    return html("".join(lists))


def _decades(decades: Iterable[str]) -> nodes.raw:
    """
    Ways to each decade, for a page: print has a table of contents.
    """
    links = " ".join(f'<a href="#timeline-{decade}">{decade}</a>' for decade in decades)
    nav = f'<nav class="{classes.DECADES}" aria-label="Decades">{links}</nav>'
    return nodes.raw("", nav, format="html")


def _permalink(event: Event) -> nodes.raw:
    """
    A link to the place of an entry, to be copied.
    """
    place = f'href="#t-{event.id}" title="Link to this entry"'
    return nodes.raw("", f'<a class="{classes.PERMALINK}" {place}>#</a>', format="html")
