"""
The figures of a measure over time: a line or bars for each hand that counted.
"""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from itertools import cycle, product
from xml.etree.ElementTree import Element

from ncrefs.book import phrases
from ncrefs.book.drawings import symbols
from ncrefs.book.drawings.svg import Drawing, element, flow, number, shorten, width
from ncrefs.model import Measure, Point

#: Width of the drawing on a wide screen and on paper; height of the plot.
_WIDTH, _PLOT = 600.0, 220.0
#: Room for the figures on the left, and on the right of the last year.
_LEFT, _RIGHT = 72.0, 16.0
#: Height of a line of the legend, of the years below the plot.
_LINE, _YEARS = 17.0, 24.0
#: Length of the mark where a year begins.
_TICK = 5.0
#: About so many lines across the plot, and at least so wide a step of years in pixels.
_LINES, _STEP = 4, 46.0
#: Half the width of the ends of a range.
_CAP = 3.0
#: The sign and the colour of one who counted; the signs differ where colours are too few.
Look = tuple[str, str]
_SHAPES = ("circle", "square", "diamond")


class _Plane:
    """
    Where days and values stand.
    """

    def __init__(self, points: Sequence[Point], top: float, across: float) -> None:
        self.first = min(point.when.middle.year for point in points)
        self.last = max(*(point.when.middle.year for point in points), self.first + 1)
        highest = max(max(point.low, point.high or 0) for point in points)
        lowest = min(0.0, *(point.low for point in points))
        self.step = _round_step((highest - lowest) / _LINES)
        self.lowest = math.floor(lowest / self.step) * self.step
        self.highest = max(math.ceil(highest / self.step) * self.step, self.lowest + self.step)
        self.bottom = top + _PLOT
        self.right = across - _RIGHT

    def x(self, day: dt.date) -> float:
        """
        Where a day stands between the first year's start and the last one's end.
        """
        start, end = dt.date(self.first, 1, 1), dt.date(self.last, 12, 31)
        return _LEFT + (day - start) / (end - start) * (self.right - _LEFT)

    def y(self, value: float) -> float:
        """
        The height at which a value stands.
        """
        share = (value - self.lowest) / (self.highest - self.lowest)
        return self.bottom - share * _PLOT


def _round_step(step: float) -> float:
    """
    The next larger of 1, 2 and 5 times a power of ten.

    >>> _round_step(17), _round_step(0.3)
    (20.0, 0.5)
    """
    if step <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(step))
    return next(times * power for times in (1, 2, 5, 10) if times * power >= step)


def chart(measure: Measure, across: float = _WIDTH) -> Drawing:
    """
    The drawing of a measure so many units wide; its name is that of the record.
    """
    series: dict[str, list[Point]] = {}
    for point in sorted(measure.points, key=lambda point: point.when):
        series.setdefault(point.by or "", []).append(point)
    looks = dict(zip(series, cycle(product(_SHAPES, symbols.HUES)), strict=False))
    legend, top = _legend(looks, across)
    plane = _Plane(measure.points, top + 12, across)
    name = f"measure-{measure.id}" + "-narrow" * (across < _WIDTH)
    body = [*legend, *_grid(plane)]
    for by, points in series.items():
        body += _series(measure, plane, points, looks[by])
    unit = f"{measure.unit} {measure.what}"
    return Drawing(
        name=name,
        title=measure.name,
        description=f"{measure.summary} Figures: {unit}; the table on this page has them all.",
        width=across,
        height=plane.bottom + _YEARS,
        body=tuple(body),
    )


def _legend(looks: dict[str, Look], across: float) -> tuple[list[Element], float]:
    """
    Who counted, in lines, and how high that is; nothing if all were counted by one hand.
    """
    if len(looks) < 2:
        return [], 0.0
    words = [shorten(by or "not said who", across - 30) for by in looks]
    places = flow((16 + width(text) for text in words), across, 16)
    parts: list[Element] = []
    for text, (shape, hue), (x, line) in zip(words, looks.values(), places, strict=True):
        y = 8.0 + line * _LINE
        parts.append(
            element("g", *symbols.sign(shape, None, x + 6, y), class_=f"{hue} g-documented")
        )
        parts.append(element("text", text, x=x + 16, y=y + 4, class_="note"))
    return parts, 8.0 + (places[-1][1] + 1) * _LINE


def _grid(plane: _Plane) -> Iterable[Element]:
    value = plane.lowest
    while value <= plane.highest:
        y = plane.y(value)
        yield element("line", x1=_LEFT, x2=plane.right, y1=y, y2=y, class_="grid")
        words = phrases.number(value)
        yield element("text", words, x=_LEFT - 6, y=y + 4, class_="year", text_anchor="end")
        value += plane.step
    years = plane.last - plane.first + 1
    room = (plane.right - _LEFT) / years
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if step * room >= _STEP)
    # A year stands where it begins; what is known to the year alone stands in its middle.
    for year in range(plane.first + -plane.first % step, plane.last + 1, step):
        x, y = plane.x(dt.date(year, 1, 1)), plane.bottom
        yield element("line", x1=x, x2=x, y1=y, y2=y + _TICK, class_="edge")
        yield element("text", str(year), x=x, y=y + 18, class_="year", text_anchor="middle")


def _series(
    measure: Measure, plane: _Plane, points: Sequence[Point], look: Look
) -> Iterable[Element]:
    """
    The points of one counter, joined by a line through the middles of their ranges.
    """
    shape, hue = look
    spots = [(plane.x(point.when.middle), plane.y(_middle(point))) for point in points]
    if len(spots) > 1:
        path = "L".join(f"{number(x)} {number(y)}" for x, y in spots)
        line = element("path", d=f"M{path}", class_="thread")
        yield element("g", line, class_=f"{hue} g-documented")
    for point, (x, y) in zip(points, spots, strict=True):
        parts = [element("title", _hint(measure, point)), *_range(plane, point, x)]
        parts += symbols.sign(shape, point.grade, x, y)
        yield element("g", *parts, class_=f"{hue} g-{point.grade}")


def _range(plane: _Plane, point: Point, x: float) -> list[Element]:
    if point.high is None:
        return []
    low, high = number(plane.y(point.low)), number(plane.y(point.high))
    left = number(x - _CAP)
    caps = f"M{left} {low}h{number(2 * _CAP)}M{left} {high}h{number(2 * _CAP)}"
    return [element("path", d=f"M{number(x)} {low}V{high}{caps}", class_="thread")]


def _middle(point: Point) -> float:
    return point.low if point.high is None else (point.low + point.high) / 2


def _hint(measure: Measure, point: Point) -> str:
    amount = phrases.measured(point.low, point.high, measure.unit)
    facts = " · ".join(filter(None, (point.by, point.grade)))
    return "\n".join(filter(None, (f"{point.when.words}: {amount}", facts)))
