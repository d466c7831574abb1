"""
The overview of the timeline: every dated record, in lanes by kind, below the leaders' reigns.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cache

from ncrefs.book.drawings import leaders, symbols
from ncrefs.book.drawings.lanes import Chart, Item, Lane, Scale, span_of
from ncrefs.book.drawings.svg import Drawing
from ncrefs.catalog import Catalog
from ncrefs.kinds import kind_of
from ncrefs.model import Event, Plot, Purge, Succession

#: Title, colour and shape of each lane, in order.
LANES = {
    "plots": ("Plots, proven and alleged", "orange", "circle"),
    "purges": ("Purges", "blue", "square"),
    "successions": ("Successions", "green", "diamond"),
    "home": ("State, party, army, society", "grey", "triangle"),
    "abroad": ("Nuclear and foreign events", "pink", "wedge"),
    "elsewhere": ("Elsewhere, for comparison", "gold", "hexagon"),
}
_ABROAD = frozenset({"nuclear", "missile", "foreign", "war", "covert action"})
_CENTURY = 99  # years from the first to the last of a date known to the century alone


def lane_of(event: Event) -> str:
    """
    The lane, a key of `LANES`, in which a record stands.
    """
    match event:
        case Event(theme="comparison"):
            return "elsewhere"
        case Plot(country=str()):
            return "elsewhere"
        case Plot():
            return "plots"
        case Purge():
            return "purges"
        case Succession():
            return "successions"
    return "abroad" if event.theme in _ABROAD else "home"


@cache
def last_day(catalog: Catalog) -> dt.date:
    """
    The end of the last year in the dated records.
    """
    ends = [event.when.latest for event in catalog.timeline if event.when.latest < dt.date.max]
    return dt.date(max((end.year for end in ends), default=1945), 12, 31)


def first_year(catalog: Catalog) -> int:
    """
    The first year in the dated records; the division of Korea, if there are none.

    A date known to the century alone does not stretch the drawing; its mark reaches the edge.
    """
    spans = (span_of(event.when, last_day(catalog)) for event in catalog.timeline)
    starts = (span.start.year for span in spans if span.end.year - span.start.year < _CENTURY)
    return min(starts, default=1945)


def timeline(catalog: Catalog, name: str, width: float, first: int, last: int) -> Drawing:
    """
    The records whose dates may fall into the years from *first* to *last*.
    """
    scale = Scale.of(width, first, last)
    chart = Chart(name, scale)
    chart.legend("date not certain, or still going on", signs=True)
    chart.axis()
    top = chart.foot
    edges = leaders.bands(chart, leaders.reigns(catalog))
    for lane in _lanes(catalog, first, last):
        chart.lane(lane)
    behind = [*leaders.ground(edges, top, chart.foot), *chart.grid(top)]
    chart.axis()
    return Drawing(
        name=name,
        title=f"Timeline, {first} to {last}",
        description="Plots, purges, successions and other events in lanes by kind over the years, "
        "below bands for the leaders' times in power. The list on this page says the same.",
        width=width,
        height=chart.foot,
        body=(symbols.fades(name), *behind, *chart.body),
    )


def _lanes(catalog: Catalog, first: int, last: int) -> Iterator[Lane]:
    end = last_day(catalog)
    items: dict[str, list[Item]] = {key: [] for key in LANES}
    for event in catalog.timeline:
        span = span_of(event.when, end)
        if first <= span.end.year and span.start.year <= last:
            # A period is marked at its start, a date that is not exact in its middle.
            point = span.start if event.when.is_interval else span.middle
            item = Item(
                entity=event,
                label=event.name,
                hint=hint(event),
                span=span,
                point=point,
                grade=event.grade,
            )
            items[lane_of(event)].append(item)
    for key, (title, hue, shape) in LANES.items():
        if items[key]:
            yield Lane(title=title, hue=hue, shape=shape, items=items[key])


def hint(event: Event) -> str:
    """
    What a mark says when pointed at. The sentence about it stands in the list, from which
    `timeline.js` takes it: said twice, it weighs more than the drawing.
    """
    return f"{event.name}\n{event.when.words} · {kind_of(event).singular} · {event.grade}"
