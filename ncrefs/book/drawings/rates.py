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
from ncrefs.book.drawings.svg import Drawing, element, link, number, shorten, width
from ncrefs.catalog import Catalog
from ncrefs.counts import FIRST, LAST, YEARS, Age, Class
from ncrefs.figures import percent
from ncrefs.vocabulary import Grade

#: Width of both drawings, which are the same on a screen and on paper.
_WIDTH = 600.0
#: Height of a row; room for names on the left, for figures on the right; half a cap.
_ROW, _NAMES, _FIGURES, _CAP = 24.0, 235.0, 92.0, 4.0
#: Height of the plot of rates; room on its left.
_PLOT, _LEFT = 210.0, 44.0
#: The classes whose rates by age are drawn, with their colours.
_DRAWN = {"autocracies": "orange", "party-types": "blue"}
#: The last band has no end; the drawing ends at this age.
_LAST_AGE = 80
#: The challenge that is marked, and the day from which the regime's age is counted.
_MARKED, _FOUNDED = "august-faction-incident", dt.date(1948, 9, 9)
#: The record of the list whose attempts are counted.
_LIST = "powell-thyne-coups"


def none_by_class(catalog: Catalog) -> Drawing:
    """
    For each class the chance that the years from 1950 to 2025 bring no attempt.
    """
    rows = tables_of(catalog).classes
    top = 24.0
    bottom = top + _ROW * len(rows)
    body = [*_shares(top, bottom)]
    for place, row in enumerate(rows):
        body += _row(row, top + (place + 0.5) * _ROW)
    body += _source(catalog, bottom + 34)
    return Drawing(
        name="none-by-class",
        title=f"Chance of no attempt in {YEARS} years, by class of regimes",
        description="A point for each class of regimes, with a line for the 95 per cent interval "
        f"of the chance that {FIRST} to {LAST} bring no attempt at a coup. North Korea is in no "
        "class. The table on this page says the same.",
        width=_WIDTH,
        height=bottom + 44,
        body=tuple(body),
    )


def _share_x(share: float) -> float:
    return _NAMES + share * (_WIDTH - _NAMES - _FIGURES)


def _shares(top: float, bottom: float) -> Iterator[Element]:
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        x = _share_x(share)
        yield element("line", x1=x, x2=x, y1=top, y2=bottom, class_="grid")
        words = f"{100 * share:.0f} %"
        yield element("text", words, x=x, y=bottom + 14, class_="year", text_anchor="middle")


def _row(row: Class, y: float) -> list[Element]:
    low, high = row.none_limits
    left, right = number(_share_x(low)), number(_share_x(high))
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
        *symbols.sign(shape, Grade.DOCUMENTED, _share_x(row.none), y),
    ]
    name = shorten(row.name, _NAMES - 14)
    return [
        element("text", name, x=_NAMES - 12, y=y + 4, class_="ink", text_anchor="end"),
        element("g", *parts, class_=f"{hue} g-{Grade.DOCUMENTED}"),
        element(
            "text", f"{percent(row.none)} %", x=_WIDTH, y=y + 4, class_="ink", text_anchor="end"
        ),
    ]


def hazard_by_age(catalog: Catalog) -> Drawing:
    """
    Attempts per 100 years by the age of the regime, with August 1956 on the age it fell in.
    """
    found = tables_of(catalog)
    bands = {id_: found.by_age(id_) for id_ in _DRAWN}
    rates = [band.rate for rows in bands.values() for band in rows]
    highest = math.ceil(max(rates, default=1.0) / 5) * 5
    top = 58.0
    plane = _Plane(top, top + _PLOT, highest)
    names = {row.id: row.name for row in found.classes}
    body = [*_axes(plane), *_legend(names)]
    for id_, hue in _DRAWN.items():
        body += _steps(plane, bands[id_], hue)
    body += _mark(catalog, plane)
    body += _source(catalog, plane.bottom + 52)
    return Drawing(
        name="hazard-by-age",
        title="Attempts per 100 years, by the age of the regime",
        description="Two stepped lines, for all autocracies and for regimes of a party, fall from "
        "the first years of a regime on. The age at which North Korea's one documented challenge "
        "came, in August 1956, is marked. The table on this page says the same.",
        width=_WIDTH,
        height=plane.bottom + 62,
        body=tuple(body),
    )


class _Plane:
    """
    Where ages and rates stand.
    """

    def __init__(self, top: float, bottom: float, highest: int) -> None:
        self.top, self.bottom, self.highest = top, bottom, highest

    def x(self, age: float) -> float:
        """
        Where an age stands.
        """
        return _LEFT + min(age, _LAST_AGE) / _LAST_AGE * (_WIDTH - _LEFT - 14)

    def y(self, rate: float) -> float:
        """
        The height at which a rate stands.
        """
        return self.bottom - rate / self.highest * (self.bottom - self.top)


def _axes(plane: _Plane) -> Iterator[Element]:
    for rate in range(0, plane.highest + 1, 5):
        y = plane.y(rate)
        yield element("line", x1=_LEFT, x2=_WIDTH - 14, y1=y, y2=y, class_="grid")
        yield element("text", str(rate), x=_LEFT - 6, y=y + 4, class_="year", text_anchor="end")
    for age in range(0, _LAST_AGE + 1, 10):
        y = plane.bottom + 15
        yield element("text", str(age), x=plane.x(age), y=y, class_="year", text_anchor="middle")
    middle = plane.x(_LAST_AGE / 2)
    yield element(
        "text", "years in power", x=middle, y=plane.bottom + 31, class_="note", text_anchor="middle"
    )


def _legend(names: dict[str, str]) -> Iterator[Element]:
    x = _LEFT
    for id_, hue in _DRAWN.items():
        name = names.get(id_, id_)
        bar = element("path", d=f"M{number(x)} 10h18", class_="thread")
        yield element("g", bar, class_=f"{hue} g-{Grade.DOCUMENTED}")
        yield element("text", name, x=x + 24, y=14, class_="note")
        x += 48 + width(name)


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
        "text", shorten(words, _WIDTH - x - 24), x=x + 10, y=plane.top - 10, class_="ink"
    )
    hint = f"{event.name}\n{event.when.words}, {age:.0f} years after the state was founded"
    return [link(event, hint, rule, *sign, text, class_=f"pink g-{Grade.ALLEGED}")]


def _source(catalog: Catalog, y: float) -> list[Element]:
    dataset = catalog.datasets.get(_LIST)
    if dataset is None:
        return []
    words = element("text", f"Attempts: {dataset.name}; regimes: REIGN", x=0, y=y, class_="note")
    return [link(dataset, dataset.summary, words)]
