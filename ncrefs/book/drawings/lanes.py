"""
Lanes over a time axis: points and periods with their labels, in as few rows as they need.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self
from xml.etree.ElementTree import Element

from ncrefs.book.drawings import symbols
from ncrefs.book.drawings.svg import element, link, shorten, width
from ncrefs.dates import Date, Moment
from ncrefs.model import Entity
from ncrefs.vocabulary import Grade

#: Height of a row of marks, of a lane's heading, of the axis.
_ROW, _HEADING, _AXIS = 15.0, 22.0, 20.0
#: Edge of the axis; room for labels behind it, in parts of a drawing's width.
_MARGIN, _LABELS = 14.0, 0.15
#: Least distance between the marks of a row, and of a label from its mark.
_GAP, _NEAR = 9.0, 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """
    From when to when, and which of the ends is uncertain.
    """

    start: dt.date
    end: dt.date
    vague: tuple[bool, bool]

    @property
    def middle(self) -> dt.date:
        """
        The day halfway.
        """
        return self.start + (self.end - self.start) / 2


def span_of(date: Date, last: dt.date) -> Span:
    """
    The days that a date may mean; an open end reaches to *last*, an open start is its end. An
    unknown one is the other.
    """
    vague = _is_vague(date.start), _is_vague(date.end)
    start = date.start or date.end
    first = start.earliest if start else date.earliest
    return Span(start=first, end=min(date.known[1], last), vague=vague)


def _is_vague(end: Moment | None) -> bool:
    return end is None or not end.is_certain


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """
    A record's mark in a lane: a sign at a point, a bar over a period, or both.
    """

    entity: Entity
    label: str
    tail: str = ""  #: what ends the label and is kept where that is shortened
    hint: str
    span: Span
    point: dt.date | None = None  #: where its sign stands
    grade: Grade | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """
    Marks of one kind below a heading.
    """

    title: str
    hue: str  #: one of `symbols.HUES`
    shape: str | None = None  #: of the signs; None where there are only bars
    items: Sequence[Item]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """
    Days of whole years, from the first of *first* to the last of *last*, along a line.
    """

    first: int
    last: int
    left: float
    right: float
    limit: float  #: how far to the right a label may reach

    @classmethod
    def of(cls, width: float, first: int, last: int) -> Self:
        """
        An axis for a drawing of a width, with room for labels behind the last year.
        """
        right = width - _MARGIN - width * _LABELS
        return cls(first=first, last=last, left=_MARGIN, right=right, limit=width)

    def x(self, day: dt.date) -> float:
        """
        Where a day stands; days outside the years stand at the ends.
        """
        start, end = dt.date(self.first, 1, 1), dt.date(self.last, 12, 31)
        share = (min(max(day, start), end) - start) / (end - start)
        return self.left + share * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class _Label:
    """
    A label's words and place, and how far it reaches together with its mark.
    """

    text: str
    x: float
    anchor: str | None
    left: float
    right: float

    def clears(self, other: "_Label") -> bool:
        """
        Whether both can stand in one row.
        """
        return self.right + _GAP <= other.left or other.right + _GAP <= self.left


class Chart:
    """
    Draws one part below another.

    Args:
        name: Of the drawing.
        scale: The time axis.
    """

    def __init__(self, name: str, scale: Scale) -> None:
        self.name = name
        self.scale = scale
        self.foot = 0.0  #: where the next part begins
        self.body: list[Element] = []

    def legend(self, faded: str, *, signs: bool) -> None:
        """
        What faded ends and, if there are any, signs mean.
        """
        place = self.scale.left, self.foot
        parts, height = symbols.legend(self.name, place, faded, signs=signs)
        self.body += parts
        self.foot += height

    def axis(self) -> None:
        """
        The years at the lines of the `grid`.
        """
        self.body += [
            element("text", str(year), x=x, y=self.foot + 13, class_="year", text_anchor="middle")
            for year, x in self._years()
        ]
        self.foot += _AXIS

    def grid(self, top: float) -> list[Element]:
        """
        A line for each year of the axis, from *top* to the present foot.
        """
        return [
            element("line", x1=x, x2=x, y1=top, y2=self.foot, class_="grid")
            for _, x in self._years()
        ]

    def _years(self) -> list[tuple[int, float]]:
        step = 10 if self.scale.last - self.scale.first > 30 else 5
        first = self.scale.first + -self.scale.first % step
        return [
            (year, self.scale.x(dt.date(year, 1, 1)))
            for year in range(first, self.scale.last + 1, step)
        ]

    def lane(self, lane: Lane) -> None:
        """
        A lane: each mark stands in the first row that has room for it and its label.
        """
        self._heading(lane)
        rows: list[list[_Label]] = []
        for item in lane.items:
            row, label = self._place(item, rows)
            self.body.append(self._item(lane, item, label, self.foot + (row + 0.5) * _ROW))
        self.foot += len(rows) * _ROW + 8

    def _place(self, item: Item, rows: list[list[_Label]]) -> tuple[int, _Label]:
        """
        The row of a mark, and its label; the row takes it up.
        """
        labels = self._labels(item)
        for number, row in enumerate(rows):
            for label in labels:
                if all(label.clears(other) for other in row):
                    row.append(label)
                    return number, label
        # Its label before it, a mark leaves room behind for the next: half as many rows.
        rows.append([labels[-1]])
        return len(rows) - 1, labels[-1]

    def _heading(self, lane: Lane) -> None:
        x, y = self.scale.left, self.foot + _HEADING / 2 + 2
        signs = symbols.sign(lane.shape, None, x + 6, y - 4) if lane.shape else []
        words = element("text", lane.title, x=x + 16 * bool(signs), y=y, class_="heading")
        self.body.append(element("g", *signs, words, class_=f"{lane.hue} g-documented"))
        self.foot += _HEADING

    def _labels(self, item: Item) -> list[_Label]:
        """
        Where a label may stand: inside a period if it fits, else after the mark or before
        it. That of a period which fits in none of these runs over the period; it is shortened
        where there is no room at all.
        """
        left, right = self._reach(item)
        start = self.scale.x(item.span.start) + _NEAR
        inside = right - left - 2 * _NEAR if item.point is None else 0.0
        after = self.scale.limit - right - _NEAR
        before = left - _NEAR - self.scale.left
        over = self.scale.limit - self.scale.left if item.point is None else 0.0
        room = max(inside, after, before, over) - width(item.tail)
        text = shorten(item.label, room) + item.tail
        wide = width(text)
        if wide <= inside:
            return [_Label(text, start, None, left, right)]
        labels = []
        if wide <= after:
            labels.append(_Label(text, right + _NEAR, None, left, right + _NEAR + wide))
        if wide <= before:
            labels.append(_Label(text, left - _NEAR, "end", left - _NEAR - wide, right))
        x = min(start, self.scale.limit - wide)
        return labels or [_Label(text, x, None, min(left, x), max(right, x + wide))]

    def _reach(self, item: Item) -> tuple[float, float]:
        left, right = self.scale.x(item.span.start), self.scale.x(item.span.end)
        left -= symbols.FADE * item.span.vague[0]
        right += symbols.FADE * item.span.vague[1]
        if item.point is None:
            return left, right
        x, half = self.scale.x(item.point), symbols.SIZE * 1.3
        return min(left, x - half), max(right, x + half)

    def _item(self, lane: Lane, item: Item, label: _Label, y: float) -> Element:
        left, right = self.scale.x(item.span.start), self.scale.x(item.span.end)
        parts: list[Element] = []
        if item.point is None:
            # A hair's breadth keeps periods apart that follow one another.
            box = (left, max(right - 1, left + 1), y - _ROW / 2 + 1, _ROW - 2)
            parts += symbols.bar(self.name, lane.hue, box, item.span.vague)
        elif any(item.span.vague) or right - left > 2 * symbols.SIZE:
            parts += symbols.bar(self.name, lane.hue, (left, right, y - 2.5, 5.0), item.span.vague)
        if item.point and lane.shape and self.scale.first <= item.point.year <= self.scale.last:
            parts += symbols.sign(lane.shape, item.grade, self.scale.x(item.point), y)
        parts.append(element("text", label.text, x=label.x, y=y + 4, text_anchor=label.anchor))
        return link(item.entity, item.hint, *parts, class_=f"{lane.hue} g-{item.grade}")
