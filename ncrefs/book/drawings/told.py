"""
Who told it first: for each plot, those who tell of it by the year, and from whom they have it.

A row for each teller, the first at the top; threads run from those who told it to those
who tell it after them. Twenty reports below one dot hang on one witness.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ncrefs.book import phrases
from ncrefs.book.domain import hint_of, title_of
from ncrefs.book.drawings.svg import Drawing, element, link, number, shorten, width
from ncrefs.book.typography import typeset
from ncrefs.catalog import Catalog
from ncrefs.model import Account, Entity, Plot, Source

#: The years of plots that are drawn, and the first and last year of the axis.
_PLOTS = range(1990, 2000)
_FIRST, _LAST = 1990, 2026
#: Where on the axis those stand of whom no date is known.
_UNDATED = _LAST + 4
#: Height of a row, of a plot's heading, of each further line of that, of the axis.
_ROW, _HEADING, _LINE, _AXIS = 17.0, 30.0, 16.0, 22.0
#: Room for names at the right of the last year; a narrow drawing has names on both sides of
#: the dots instead.
_NAMES = 210.0
_DOT = 4.0
#: Size of the letters of a heading.
_HEAD = 13.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """
    Who tells a story, and when that is first seen in print.
    """

    who: Entity | Source
    year: int | None  #: None if no source of it has a date
    heard: tuple[str, ...]  #: ids of those from whom he has it
    accounts: tuple[Account, ...]


def plots_told(catalog: Catalog) -> list[Plot]:
    """
    The plots of the nineties of which somebody is known to tell what another told.
    """
    return [
        plot
        for plot in catalog.plots
        if plot.country is None
        and plot.when.middle.year in _PLOTS
        and any(account.retold_from for account in plot.accounts)
    ]


def tellers(plot: Plot, catalog: Catalog) -> list[Teller]:
    """
    All who tell of a plot, the first first; those from whom they have it are among them.
    """
    told: dict[str, list[Account]] = {}
    heard: dict[str, dict[str, None]] = {}
    for account in plot.accounts:
        for id_ in account.told_by or account.sources:
            told.setdefault(id_, []).append(account)
            others = (other for other in account.retold_from if other != id_)
            heard.setdefault(id_, {}).update(dict.fromkeys(others))
        for id_ in account.retold_from:
            told.setdefault(id_, []).append(account)
    found = []
    for id_, accounts in told.items():
        who = catalog.get(id_)
        if who is not None:
            year = _year(who, accounts, catalog)
            from_whom = tuple(heard.get(id_, ()))
            found.append(Teller(who=who, year=year, heard=from_whom, accounts=tuple(accounts)))
    return sorted(
        found, key=lambda teller: (teller.year or _UNDATED, bool(teller.heard), teller.who.id)
    )


def _year(who: Entity | Source, accounts: Iterable[Account], catalog: Catalog) -> int | None:
    """
    The year of a source, or of the first source in which somebody is seen to tell it.
    """
    cited = [who] if isinstance(who, Source) else []
    if not cited:
        cited = [catalog.sources[key] for account in accounts for key in account.sources]
    years = [source.date.middle.year for source in cited if source.date]
    return min(max(min(years), _FIRST), _LAST) if years else None


class _Ground:
    """
    Where years stand in a drawing so many units wide.
    """

    def __init__(self, across: float) -> None:
        self.across = across
        self.narrow = across < 2 * _NAMES
        names = 0.0 if self.narrow else _NAMES
        self.scale = (across - names - 16) / (_UNDATED - _FIRST)

    def x(self, year: int | None) -> float:
        """
        Where a year stands, or who has none.
        """
        return 8 + ((year or _UNDATED) - _FIRST) * self.scale

    def grid(self, foot: float) -> Iterator[Element]:
        """
        The years, with lines down to *foot*.
        """
        for year in (*range(_FIRST, _LAST + 1, 10 if self.narrow else 5), _UNDATED):
            x = self.x(year)
            yield element("path", d=f"M{number(x)} {_AXIS}V{number(foot)}", class_="grid")
            yield element(
                "text", _words(year), x=x, y=14, class_="year", text_anchor=self._anchor(year)
            )

    def _anchor(self, year: int) -> str:
        if year == _FIRST:
            return "start"
        return "end" if year == _UNDATED and self.narrow else "middle"

    def label(self, words: str, x: float, y: float) -> Element:
        """
        A name behind its dot; in a narrow drawing, before it where it does not fit and there is
        more room.
        """
        behind, before = self.across - x - 12, x - 12
        if not self.narrow or width(words) <= behind or before <= behind:
            words = shorten(words, behind)
            return element("text", words, x=x + 9, y=y + 4, class_="on-thread")
        words = shorten(words, before)
        return element("text", words, x=x - 9, y=y + 4, class_="on-thread", text_anchor="end")


def told(catalog: Catalog, name: str, across: float, plots: Sequence[Plot]) -> Drawing:
    """
    The plots one below another.
    """
    ground = _Ground(across)
    body: list[Element] = []
    foot = _AXIS
    for plot in plots:
        drawn, foot = _panel(plot, catalog, foot, ground)
        body += drawn
    return Drawing(
        name=name,
        title="Who told it first",
        description="For each plot of the 1990s a dot for everybody who tells of it, by the year; "
        "threads lead from those who told it to those who retell it. A ring is a witness, a body "
        "or a source that is not known to have it from anybody. The table on this page says the "
        "same.",
        width=across,
        height=foot + 6,
        body=(*ground.grid(foot), *body),
    )


def _words(year: int | None) -> str:
    return "undated" if year in (None, _UNDATED) else str(year)


def _panel(
    plot: Plot, catalog: Catalog, top: float, ground: _Ground
) -> tuple[list[Element], float]:
    """
    One plot below *top*; also returns where it ends.
    """
    found = tellers(plot, catalog)
    title, head = _heading(plot, found, top, ground)
    places = {
        teller.who.id: (ground.x(teller.year), head + (i + 0.5) * _ROW)
        for i, teller in enumerate(found)
    }
    parts = [link(plot, f"{plot.name}\n{plot.summary}", *title)]
    for teller in found:
        x2, y2 = places[teller.who.id]
        for id_ in teller.heard:
            if id_ in places:
                x1, y1 = places[id_]
                parts.append(_thread(teller, (x1, y1), (x2, y2)))
    for teller in found:
        x, y = places[teller.who.id]
        sign = element("circle", cx=x, cy=y, r=_DOT, class_="ring" if not teller.heard else "half")
        label = title_of(teller.who, catalog)
        if not isinstance(teller.who, Source):
            label = f"{label}, {_words(teller.year)}"
        hint = f"{label}\n{hint_of(teller.who)}"
        text = ground.label(label, x, y)
        parts.append(
            link(teller.who, hint, sign, text, class_="blue" if teller.heard else "orange")
        )
    return parts, head + len(found) * _ROW + 4


def _heading(
    plot: Plot, found: Sequence[Teller], top: float, ground: _Ground
) -> tuple[list[Element], float]:
    """
    What a plot is called and who tells it, in one line or two, and where that ends.
    """
    first = sum(not teller.heard for teller in found)
    tail = f"{plot.grade} · {len(found)} tell it, {first} of them first"
    if ground.narrow:
        name = typeset(plot.name) + phrases.year_apart(plot)
        lines = [shorten(name, ground.across, _HEAD), tail]
    else:
        name, tail = typeset(plot.name) + phrases.day_apart(plot), f" · {tail}"
        lines = [shorten(name, ground.across - width(tail), _HEAD) + tail]
    text = [
        element(
            "text", line, x=2, y=top + 20 + place * _LINE, class_="note" if place else "heading ink"
        )
        for place, line in enumerate(lines)
    ]
    return text, top + _HEADING + (len(lines) - 1) * _LINE


def _thread(teller: Teller, start: tuple[float, float], end: tuple[float, float]) -> Element:
    (x1, y1), (x2, y2) = start, end
    bend = max(18.0, abs(x2 - x1) / 2)
    curve = (
        f"M{number(x1)} {number(y1)}C{number(x1)} {number((y1 + y2) / 2)} "
        f"{number(x2 - bend)} {number(y2)} {number(x2 - _DOT)} {number(y2)}"
    )
    grade = next((account.grade for account in teller.accounts if account.grade), None)
    line = element("path", d=curve, class_="thread")
    return element("g", line, class_=f"grey g-{grade or 'reported'}")
