"""
The base rates, drawn: the chance of no attempt by class of regimes, and the rate of attempts
by the age of a regime.
"""

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from ncrefs.book.content.rates import tables_of
from ncrefs.book.drawings import symbols
from ncrefs.book.drawings.svg import Drawing, element, flow, link, number, shorten, width
from ncrefs.catalog import Catalog
from ncrefs.counts import FIRST, LAST, YEARS, Age, Class
from ncrefs.figures import percent
from ncrefs.vocabulary import Grade

#: Width of both drawings on a wide screen and on paper.
_WIDTH = 600.0
#: Height of a row; room for names on the left, for figures on the right; half a cap.
_ROW, _NAMES, _FIGURES, _CAP = 24.0, 235.0, 92.0, 4.0
#: The same where names stand above their intervals: of a row, and on both sides.
_STACKED, _SIDE = 38.0, 18.0
#: Height of the plot of rates; room on its left and right.
_PLOT, _LEFT, _RIGHT = 210.0, 44.0, 14.0
#: Height of a line of the legend.
_LINE = 17.0
#: The classes whose rates by age are drawn, with their colours.
_DRAWN = {"autocracies": "orange", "party-types": "blue"}
#: The last band has no end; the drawing ends at this age.
_LAST_AGE = 80
#: The challenge that is marked, and the day from which the regime's age is counted.
_MARKED, _FOUNDED = "august-faction-incident", dt.date(1948, 9, 9)
#: The record of the list whose attempts are counted.
_LIST = "powell-thyne-coups"


def none_by_class(catalog: Catalog, across: float = _WIDTH) -> Drawing:
    """
    For each class the chance that the years from 1950 to 2025 bring no attempt, in a drawing
    so many units wide.
    """
    rows = tables_of(catalog).classes
    ground = _Ground(across, len(rows))
    body = [*_shares(ground)]
    for place, row in enumerate(rows):
        body += _row(ground, row, place)
    body += _source(catalog, ground.bottom + 34)
    return Drawing(
        name=_name("none-by-class", across),
        title=f"Chance of no attempt in {YEARS} years, by class of regimes",
        description="A point for each class of regimes, with a line for the 95 per cent interval "
        f"of the chance that {FIRST} to {LAST} bring no attempt at a coup. North Korea is in no "
        "class. The table on this page says the same.",
        width=across,
        height=ground.bottom + 44,
        body=tuple(body),
    )


def _name(name: str, across: float) -> str:
    return name + "-narrow" * (across < _WIDTH)


class _Ground:
    """
    Where the classes and their chances stand: a name before its interval, or above it where
    there is no room for both.
    """

    def __init__(self, across: float, rows: int) -> None:
        self.stacked = across < _WIDTH
        self.step = _STACKED if self.stacked else _ROW
        self.left, self.right = (_SIDE, _SIDE) if self.stacked else (_NAMES, _FIGURES)
        self.across = across
        self.top = 24.0
        self.bottom = self.top + self.step * rows

    def x(self, share: float) -> float:
        """
        Where a chance stands.
        """
        return self.left + share * (self.across - self.left - self.right)

    def y(self, place: int) -> float:
        """
        The height of the interval of the class at a place.
        """
        below = (self.step - _ROW) / 2
        return self.top + (place + 0.5) * self.step + below

    def name(self, words: str, y: float) -> Element:
        """
        The name of the class whose interval stands at a height.
        """
        if self.stacked:
            room = self.across - 50
            return element("text", shorten(words, room), x=0, y=y - 11, class_="ink on-map")
        words, x = shorten(words, self.left - 14), self.left - 12
        return element("text", words, x=x, y=y + 4, class_="ink", text_anchor="end")

    def figure(self, words: str, y: float) -> Element:
        """
        The chance in words, at the end of the line of the name.
        """
        y, look = (y - 11, "ink on-map") if self.stacked else (y + 4, "ink")
        return element("text", words, x=self.across, y=y, class_=look, text_anchor="end")


def _shares(ground: _Ground) -> Iterator[Element]:
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        x = ground.x(share)
        yield element("line", x1=x, x2=x, y1=ground.top, y2=ground.bottom, class_="grid")
        words = f"{100 * share:.0f} %"
        y = ground.bottom + 14
        yield element("text", words, x=x, y=y, class_="year", text_anchor="middle")


def _row(ground: _Ground, row: Class, place: int) -> list[Element]:
    y = ground.y(place)
    low, high = row.none_limits
    left, right = number(ground.x(low)), number(ground.x(high))
    caps = f"v{number(2 * _CAP)}"
    d = (
        f"M{left} {number(y)}H{right}"
        f"M{left} {number(y - _CAP)}{caps}M{right} {number(y - _CAP)}{caps}"
    )
    hue = "gold" if row.id == "bloc" else "blue" if row.id.startswith("party") else "grey"
    shape = "hexagon" if row.id == "bloc" else "square" if hue == "blue" else "circle"
    hint = f"{row.name}: {percent(row.none)} % ({percent(low)} to {percent(high)} %)"
    parts = [
        element("title", hint),
        element("path", d=d, class_="thread"),
        *symbols.sign(shape, Grade.DOCUMENTED, ground.x(row.none), y),
    ]
    return [
        ground.name(row.name, y),
        element("g", *parts, class_=f"{hue} g-{Grade.DOCUMENTED}"),
        ground.figure(f"{percent(row.none)} %", y),
    ]


def hazard_by_age(catalog: Catalog, across: float = _WIDTH) -> Drawing:
    """
    Attempts per 100 years by the age of the regime, with August 1956 on the age it fell in, in
    a drawing so many units wide.
    """
    found = tables_of(catalog)
    bands = {id_: found.by_age(id_) for id_ in _DRAWN}
    rates = [band.rate for rows in bands.values() for band in rows]
    highest = math.ceil(max(rates, default=1.0) / 5) * 5
    legend, foot = _legend({row.id: row.name for row in found.classes}, across)
    plane = _Plane(foot + 41, highest, across)
    body = [*_axes(plane), *legend]
    for id_, hue in _DRAWN.items():
        body += _steps(plane, bands[id_], hue)
    body += _mark(catalog, plane)
    body += _source(catalog, plane.bottom + 52)
    return Drawing(
        name=_name("hazard-by-age", across),
        title="Attempts per 100 years, by the age of the regime",
        description="Two stepped lines, for all autocracies and for regimes of a party, fall from "
        "the first years of a regime on. The age at which North Korea's one documented challenge "
        "came, in August 1956, is marked. The table on this page says the same.",
        width=across,
        height=plane.bottom + 62,
        body=tuple(body),
    )


class _Plane:
    """
    Where ages and rates stand.
    """

    def __init__(self, top: float, highest: int, across: float) -> None:
        self.top, self.bottom, self.highest = top, top + _PLOT, highest
        self.across = across

    def x(self, age: float) -> float:
        """
        Where an age stands.
        """
        return _LEFT + min(age, _LAST_AGE) / _LAST_AGE * (self.across - _LEFT - _RIGHT)

    def y(self, rate: float) -> float:
        """
        The height at which a rate stands.
        """
        return self.bottom - rate / self.highest * (self.bottom - self.top)


def _axes(plane: _Plane) -> Iterator[Element]:
    for rate in range(0, plane.highest + 1, 5):
        y = plane.y(rate)
        right = plane.x(_LAST_AGE)
        yield element("line", x1=_LEFT, x2=right, y1=y, y2=y, class_="grid")
        yield element("text", str(rate), x=_LEFT - 6, y=y + 4, class_="year", text_anchor="end")
    for age in range(0, _LAST_AGE + 1, 10):
        y = plane.bottom + 15
        yield element("text", str(age), x=plane.x(age), y=y, class_="year", text_anchor="middle")
    middle = plane.x(_LAST_AGE / 2)
    yield element(
        "text", "years in power", x=middle, y=plane.bottom + 31, class_="note", text_anchor="middle"
    )


def _legend(names: dict[str, str], across: float) -> tuple[list[Element], float]:
    """
    Which line is of which class, in lines, and where they end.
    """
    words = [names.get(id_, id_) for id_ in _DRAWN]
    places = flow((24 + width(name) for name in words), across - _LEFT, 24)
    parts: list[Element] = []
    for name, hue, (left, line) in zip(words, _DRAWN.values(), places, strict=True):
        x, y = _LEFT + left, 10.0 + line * _LINE
        bar = element("path", d=f"M{number(x)} {number(y)}h18", class_="thread")
        parts.append(element("g", bar, class_=f"{hue} g-{Grade.DOCUMENTED}"))
        parts.append(element("text", name, x=x + 24, y=y + 4, class_="note"))
    return parts, 17.0 + places[-1][1] * _LINE


def _steps(plane: _Plane, bands: Sequence[Age], hue: str) -> Iterable[Element]:
    if not bands:
        return
    corners = []
    for band in bands:
        hazard = band.hazard
        y = number(plane.y(hazard.rate))
        corners += [f"{number(plane.x(hazard.start))} {y}", f"{number(plane.x(hazard.end))} {y}"]
    line = element("path", d="M" + "L".join(corners), class_="thread")
    hints = "\n".join(
        f"{band.from_year} to {band.to_year or 'more'} years: {band.rate:.1f}" for band in bands
    )
    yield element("g", element("title", hints), line, class_=f"{hue} g-{Grade.DOCUMENTED}")


def _mark(catalog: Catalog, plane: _Plane) -> list[Element]:
    event = catalog.timeline.get(_MARKED)
    if event is None:
        return []
    age = (event.when.earliest - _FOUNDED).days / 365.25
    x = plane.x(age)
    rule = element(
        "path", d=f"M{number(x)} {number(plane.top - 14)}V{number(plane.bottom)}", class_="thread"
    )
    words = f"{event.when.words}: {event.name}"
    sign = symbols.sign("circle", Grade.DOCUMENTED, x, plane.top - 14)
    text = element(
        "text", shorten(words, plane.across - x - 10), x=x + 10, y=plane.top - 10, class_="ink"
    )
    hint = f"{event.name}\n{event.when.words}, {age:.0f} years after the state was founded"
    return [link(event, hint, rule, *sign, text, class_=f"pink g-{Grade.ALLEGED}")]


def _source(catalog: Catalog, y: float) -> list[Element]:
    dataset = catalog.datasets.get(_LIST)
    if dataset is None:
        return []
    words = element("text", f"Attempts: {dataset.name}; regimes: REIGN", x=0, y=y, class_="note")
    return [link(dataset, dataset.summary, words)]
