"""
Who led the country from when to when, as the successions and deaths in the catalog say.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ncrefs.book.drawings.lanes import Chart
from ncrefs.book.drawings.svg import element, link, width
from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.model import Person

#: Height of the bands with the leaders' names, and with the space below them.
_BAND, _BANDS = 18.0, 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reign:
    """
    A leader's time: from his predecessor's death, or his own first office, to his death.
    """

    leader: Person
    start: Date
    end: Date | None


def reigns(catalog: Catalog) -> list[Reign]:
    """
    The leaders in order. Whoever is to follow a living leader does not count yet.
    """
    followers: dict[str, list[str]] = {}
    heirs: set[str] = set()
    for succession in catalog.successions:
        for predecessor in succession.predecessor:
            followers.setdefault(predecessor, []).extend(succession.successor)
        heirs.update(succession.successor)
    found: dict[str, Reign] = {}
    for first in sorted(followers.keys() - heirs):
        posts = catalog.people[first].posts
        begun = sorted(post.start for post in posts if post.office and post.start)
        for reign in _line(catalog, followers, first, begun[0]) if begun else ():
            found.setdefault(reign.leader.id, reign)
    return sorted(found.values(), key=lambda reign: (reign.start, reign.leader.id))


def _line(
    catalog: Catalog, followers: dict[str, list[str]], id_: str, start: Date
) -> Iterator[Reign]:
    """
    A leader's reign and those after it.
    """
    leader = catalog.people[id_]
    end = leader.died[0].value if leader.died else None
    yield Reign(leader=leader, start=start, end=end)
    # Each reign starts later than the one before, so that a ring of records comes to an end.
    if end is not None and start < end:
        for heir in dict.fromkeys(followers.get(id_, ())):
            yield from _line(catalog, followers, heir, end)


def bands(chart: Chart, found: list[Reign]) -> list[tuple[float, float]]:
    """
    Draw the leaders' names over their times; returns the left and right edge of each.
    """
    edges = []
    for reign in found:
        left = chart.scale.x(reign.start.earliest)
        right = chart.scale.x(reign.end.latest if reign.end else dt.date.max)
        if right - left < 1:
            continue  # outside the years of the chart
        years = f"{reign.start.earliest.year}–{reign.end.latest.year if reign.end else ''}"
        band = element(
            "rect", x=left, y=chart.foot, width=right - left - 1, height=_BAND, class_="leader"
        )
        # Behind the last band there is nothing that its label would cover.
        limit = chart.scale.limit if reign is found[-1] else right
        label = _label(reign.leader.name, years, limit - left - 8)
        place = {"x": left + 6, "y": chart.foot + 13}
        name = element("text", label, **place, class_="on-leader") if label else None
        hint = f"{reign.leader.name} in power, {years}\n{reign.leader.summary}"
        chart.body.append(link(reign.leader, hint, band, name))
        edges.append((left, right))
    chart.foot += _BANDS if edges else 0
    return edges


def _label(name: str, years: str, room: float) -> str:
    """
    A leader's name with the years in power as far as there is room: names begin with that of
    the family, which the leaders share.
    """
    own = name.partition(" ")[2] or name
    long = f"{name}, {years}", name, own
    return next((words for words in long if width(words) <= room), "")


def ground(edges: list[tuple[float, float]], top: float, foot: float) -> list[Element]:
    """
    A tint behind every second reign.
    """
    return [
        element("rect", x=left, y=top, width=right - left, height=foot - top, class_="reign")
        for left, right in edges[1::2]
    ]
