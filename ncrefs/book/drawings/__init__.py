"""
Drawings made from the records: as part of a page, and as files for print and for reuse.

`timeline`, `posts`, `ties`, `maps` and `told` turn the catalog into drawings and know
nothing of documents; `node` brings them in, `tables` says the same in words.
"""

import datetime as dt
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ncrefs.book.drawings.chart import chart
from ncrefs.book.drawings.edges import SORTS, Sort
from ncrefs.book.drawings.lanes import span_of
from ncrefs.book.drawings.maps import atlas, garrisons, map_of, pocket_atlas
from ncrefs.book.drawings.posts import ROWS, posts, shown_tenures
from ncrefs.book.drawings.rates import hazard_by_age, none_by_class
from ncrefs.book.drawings.svg import Drawing
from ncrefs.book.drawings.ties import ties
from ncrefs.book.drawings.timeline import first_year, last_day, timeline
from ncrefs.book.drawings.told import plots_told, tellers, told
from ncrefs.catalog import Catalog
from ncrefs.model import Measure, Plot

K = TypeVar("K")

#: Widths of drawings on a screen and on paper. A page of the printed book shrinks the
#: second by a fifth, so that its letters are still some six and a half points high.
_SCREEN, _PAPER = 880.0, 600.0
#: Width of the map on a screen, which is higher than wide.
_MAP = 760.0
#: Width of what a phone shows whole: of the map of garrisons everywhere.
_PHONE = 350.0
#: Greatest widths of a column of names on each.
_NAMES = 310.0, 240.0
#: Width of the threads between two such columns on a phone.
_THREADS = 96.0
#: How many records a timeline on one page of paper may hold.
_PAGEFUL = 55
#: How many holders of posts.
_HOLDERS = 60
#: How many rows of those who tell a story.
_ROWS = 44


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """
    One subject as it is drawn for a screen, and for paper in one or several parts.
    """

    screen: Drawing
    paper: tuple[Drawing, ...]
    phone: Drawing | None = None  #: what a narrow screen shows instead, if that is legible there
    table: str = ""  #: name of the table of base rates that it shows, if any
    share: float = 1.0  #: how much of the width of a printed text it takes


def _timeline(catalog: Catalog) -> Figure:
    first, last = first_year(catalog), last_day(catalog).year
    parts = enumerate(_periods(catalog, first, last), start=1)
    return Figure(
        screen=timeline(catalog, "timeline", _SCREEN, first, last),
        paper=tuple(timeline(catalog, f"timeline-{n}", _PAPER, *years) for n, years in parts),
    )


def decade(catalog: Catalog, first: int) -> Drawing:
    """
    The ten years from *first* of the timeline, for a screen.
    """
    return timeline(catalog, f"timeline-{first}s", _SCREEN, first, first + 9)


def _periods(catalog: Catalog, first: int, last: int) -> list[tuple[int, int]]:
    """
    Years that a page of paper can show, from half decade to half decade, with about as
    many records in each.
    """
    counts: dict[int, int] = {}
    for event in catalog.timeline:
        start = span_of(event.when, dt.date.max).start.year // 5 * 5
        counts[start] = counts.get(start, 0) + 1
    begins = [group[0] for group in _grouped(dict(sorted(counts.items())), _PAGEFUL)][1:]
    return list(zip([first, *begins], [*(begin - 1 for begin in begins), last], strict=True))


def _grouped(counts: Mapping[K, int], most: int) -> list[list[K]]:
    """
    Keys in their order, in as few groups of about the same count as hold *most* each.
    """
    total = sum(counts.values())
    pages = math.ceil(total / most) or 1
    groups: list[list[K]] = []
    held = 0
    for key, count in counts.items():
        full = held and held + count / 2 > total / pages
        if not groups or (full and len(groups) < pages):
            groups.append([])
            held = 0
        groups[-1].append(key)
        held += count
    return groups


def _posts(catalog: Catalog) -> Figure:
    counts = {office: len(shown_tenures(catalog, office)) for office in ROWS}
    return Figure(
        screen=posts(catalog, "posts", _SCREEN, list(ROWS)),
        paper=tuple(
            posts(catalog, f"posts-{n}", _PAPER, offices)
            for n, offices in enumerate(_grouped(counts, _HOLDERS), start=1)
        ),
        phone=posts(catalog, "posts-narrow", _PHONE, list(ROWS)),
    )


def _ties(catalog: Catalog) -> Figure:
    return Figure(
        screen=ties(catalog, "ties", _NAMES[0]),
        paper=tuple(_of_sort(catalog, sort) for sort in SORTS),
        phone=_narrow_ties(catalog, "ties-narrow", SORTS),
    )


def _of_sort(catalog: Catalog, sort: Sort) -> Drawing:
    return ties(catalog, f"ties-{sort.name}", _NAMES[1], [sort])


def _narrow_ties(catalog: Catalog, name: str, sorts: Sequence[Sort]) -> Drawing:
    return ties(catalog, name, (_PHONE - _THREADS) / 2, sorts, _THREADS)


def _commands(catalog: Catalog) -> Figure:
    drawing = _of_sort(catalog, SORTS[0])
    phone = _narrow_ties(catalog, f"{drawing.name}-narrow", SORTS[:1])
    return Figure(screen=drawing, paper=(drawing,), phone=phone)


def _garrisons(catalog: Catalog) -> Figure:
    drawing = garrisons(catalog, "garrisons", _PHONE)
    return Figure(screen=drawing, paper=(drawing,), share=_PHONE / _PAPER)


def figure_of(catalog: Catalog, name: str) -> Figure:
    """
    A drawing by its name, or the chart of a measure by its id.
    """
    measure = catalog.measures.get(name)
    return _measured(measure) if measure else FIGURES[name](catalog)


def _measured(measure: Measure) -> Figure:
    drawing = chart(measure)
    return Figure(screen=drawing, paper=(drawing,), phone=chart(measure, _PHONE))


def _map(catalog: Catalog) -> Figure:
    return Figure(
        screen=atlas(catalog, "map", _MAP),
        paper=(atlas(catalog, "map-print", _PAPER),),
        phone=pocket_atlas(catalog, "map-narrow", _PHONE),
    )


def _told(catalog: Catalog) -> Figure:
    plots = plots_told(catalog)
    parts: list[list[Plot]] = []
    rows = _ROWS
    for plot in plots:
        count = len(tellers(plot, catalog)) + 2
        if rows + count > _ROWS:
            parts.append([])
            rows = 0
        parts[-1].append(plot)
        rows += count
    return Figure(
        screen=told(catalog, "told", _SCREEN, plots),
        paper=tuple(
            told(catalog, f"told-{n}", _PAPER, part) for n, part in enumerate(parts, start=1)
        ),
        phone=told(catalog, "told-narrow", _PHONE, plots),
    )


def _rates(make: Callable[..., Drawing], table: str) -> Callable[[Catalog], Figure]:
    """
    A drawing of a table, the same on a wide screen and on paper.
    """

    def figure(catalog: Catalog) -> Figure:
        drawing = make(catalog)
        phone = make(catalog, _PHONE)
        return Figure(screen=drawing, paper=(drawing,), phone=phone, table=table)

    return figure


def drawings(catalog: Catalog) -> Iterator[Drawing]:
    """
    Every drawing of the book; some serve more than one figure.
    """
    for make in FIGURES.values():
        figure = make(catalog)
        yield from (figure.screen, *figure.paper)
    for measure in catalog.measures:
        yield chart(measure)
    for entity in (*catalog.places, *catalog.timeline):
        found = map_of(catalog, entity)
        if found:
            yield found


#: In the order of the book.
FIGURES: dict[str, Callable[[Catalog], Figure]] = {
    "none-by-class": _rates(none_by_class, "classes"),
    "hazard-by-age": _rates(hazard_by_age, "ages"),
    "timeline": _timeline,
    "posts": _posts,
    "ties": _ties,
    "commands": _commands,
    "map": _map,
    "garrisons": _garrisons,
    "told": _told,
}
