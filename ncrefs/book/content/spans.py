"""
Bars of time: when a post was held, under the leaders of the day.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from docutils import nodes

from ncrefs.book import classes, phrases
from ncrefs.book.content import elements
from ncrefs.book.content.elements import Inline
from ncrefs.book.drawings.leaders import reigns
from ncrefs.book.drawings.timeline import last_day
from ncrefs.book.web import html
from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.vocabulary import Grade

Held = tuple[Date | None, Date | None]


@dataclass(frozen=True, slots=True)
class Axis:
    """
    The years that the bars of one table share.
    """

    first: int
    last: int
    catalog: Catalog

    def place(self, day: dt.date) -> float:
        """
        Where a day stands, from 0 to 100.
        """
        year = day.year + day.timetuple().tm_yday / 366
        share = (year - self.first) / (self.last - self.first)
        return round(100 * min(1.0, max(0.0, share)), 1)

    def head(self) -> Inline:
        """
        The head of a column of bars: which years they show, and under whom.
        """
        parts = []
        for reign in reigns(self.catalog):
            left = self.place(reign.start.earliest)
            right = self.place(reign.end.latest) if reign.end else 100.0
            if right - left >= 1:
                name = escape(reign.leader.name) if right - left >= _NAMED else ""
                parts.append(f'<i style="left:{left}%;width:{right - left:.1f}%">{name}</i>')
        axis = (
            f'<span class="{classes.AXIS}" aria-hidden="true"><b>{self.first}</b>'
            f"<b>{self.last}</b>{''.join(parts)}</span>"
        )
        return [nodes.Text("When"), html(axis)]

    def bar(self, held: Held, grade: Grade | None) -> list[nodes.Node]:
        """
        The bar of a time, faded where an end is not known.
        """
        start, end = held
        if start is None and end is None:
            return []
        left = self.place(start.earliest) if start else 0.0
        right = self.place(end.latest) if end else 100.0
        vague = (" nc-open-start" * (start is None)) + (" nc-open-end" * (end is None))
        tone = classes.badge_class(grade) if grade else ""
        names = f"{tone}{vague}".strip()
        return [
            html(
                f'<span class="{classes.SPAN}" aria-hidden="true"><i class="{names}" '
                f'style="left:{left}%;width:{max(1.2, right - left):.1f}%"></i></span>'
            )
        ]

    def cell(self, held: Held, grade: Grade | None, unknown: str = "") -> Inline:
        """
        From when to when, with the bar.
        """
        words = phrases.span(*held) or unknown
        known = held[0] or held[1]
        cell = [nodes.Text(words), *self.bar(held, grade)]
        return elements.Cell(cell, str(known.earliest) if known else "9999")


#: Share of the axis that has room for a leader's name.
_NAMED = 38


def axis(times: Iterable[Held], catalog: Catalog) -> Axis:
    """
    The axis on which all times have room.
    """
    today = last_day(catalog).year
    known: Sequence[Date] = [date for held in times for date in held if date]
    years = [date.earliest.year for date in known if date.earliest > dt.date.min]
    years += [date.latest.year for date in known if date.latest < dt.date.max]
    first = min([*years, today - 1])
    last = max([*years, first + 1])
    open_ended = any(end is None or end.latest == dt.date.max for _, end in times)
    return Axis(first, max(last, today) + 1 if open_ended else last + 1, catalog)
