"""
Who held which post when: the leaders and the heads of the bodies that hold guns and files.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ncrefs.book import phrases
from ncrefs.book.drawings import leaders, symbols
from ncrefs.book.drawings.lanes import Chart, Item, Lane, Scale, Span
from ncrefs.book.drawings.svg import Drawing
from ncrefs.book.drawings.timeline import first_year, last_day
from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.offices import Tenure, tenures
from ncrefs.vocabulary import Grade, OfficeName

#: Length of a period of which only one end is known, before it fades.
_UNKNOWN = dt.timedelta(days=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """
    How one office is drawn.
    """

    title: str  #: of its lane and table
    hue: str
    #: Which field of a post its bar names beside the holder, where that tells posts apart.
    says: Literal["title", "organization"] | None = None
    only_leaders: bool = False  #: others are not drawn, though they held it


#: The offices that the chart and its tables show, in order.
ROWS: dict[OfficeName, Row] = {
    "head of the party": Row(title="Head of the party", hue="blue", says="title"),
    "head of state": Row(
        title="Head of the state or its highest commission",
        hue="blue",
        says="organization",
        only_leaders=True,
    ),
    "premier": Row(title="Premier", hue="blue"),
    "supreme commander": Row(title="Supreme Commander", hue="blue"),
    "defence minister": Row(title="Minister of Defence", hue="orange"),
    "chief of the General Staff": Row(title="Chief of the General Staff", hue="green"),
    "head of the General Political Bureau": Row(
        title="Head of the General Political Bureau", hue="pink"
    ),
    "head of Organisation and Guidance": Row(
        title="Head of the Organisation and Guidance Department", hue="grey"
    ),
    "head of State Security": Row(title="Head of State Security", hue="gold"),
    "head of the police": Row(title="Head of the police ministry", hue="gold"),
    "head of Military Security": Row(title="Head of Military Security", hue="pink"),
    "head of the Guard Command": Row(title="Head of the Guard Command", hue="green"),
    "commander of the capital": Row(
        title="Commander of the Pyongyang Defence Command", hue="orange"
    ),
}


def shown_tenures(catalog: Catalog, office: OfficeName) -> list[Tenure]:
    """
    The tenures of an office that are drawn, in the order of time.
    """
    row = ROWS[office]
    ruling = {reign.leader.id for reign in leaders.reigns(catalog)}
    return [
        tenure
        for tenure in tenures(catalog, office=office)
        if not row.only_leaders or (tenure.person and tenure.person.id in ruling)
    ]


def posts(catalog: Catalog, name: str, width: float, offices: Sequence[OfficeName]) -> Drawing:
    """
    A lane for each of the offices, with a bar for each time that somebody held it.
    """
    end = last_day(catalog)
    scale = Scale.of(width, first_year(catalog), end.year)
    chart = Chart(name, scale)
    chart.legend("start or end not certain, or still in office", signs=False)
    chart.axis()
    top = chart.foot
    edges = leaders.bands(chart, leaders.reigns(catalog))
    for office in offices:
        row, items = ROWS[office], list(_items(catalog, office, end))
        if items:
            chart.lane(Lane(title=row.title, hue=row.hue, items=items))
    behind = [*leaders.ground(edges, top, chart.foot), *chart.grid(top)]
    chart.axis()
    part = (
        ""
        if len(offices) == len(ROWS)
        else f": {ROWS[offices[0]].title} to {ROWS[offices[-1]].title}"
    )
    return Drawing(
        name=name,
        title=f"Who held which post when{part}",
        description="A lane for each post with a bar for each holder over the years, below bands "
        "for the leaders' times in power. The tables on this page say the same.",
        width=width,
        height=chart.foot,
        body=(symbols.fades(name), *behind, *chart.body),
    )


def _items(catalog: Catalog, office: OfficeName, last: dt.date) -> Iterator[Item]:
    found = shown_tenures(catalog, office)
    for tenure in found:
        span = _span(tenure, found, last)
        if span is not None:
            yield Item(
                entity=tenure.person or tenure.declared_by,
                label=_label(tenure, ROWS[office]),
                tail=f", {_years(tenure, found)}",
                hint=_hint(tenure),
                span=span,
                grade=tenure.grade,
            )


def _label(tenure: Tenure, row: Row) -> str:
    doubtful = tenure.grade in (Grade.ALLEGED, Grade.DISPUTED, Grade.REFUTED)
    name = tenure.name + "?" * doubtful
    if row.says is None:
        return name
    body = tenure.organization
    if row.says == "organization" and body and body.form != "state":
        return f"{name}, {body.name}"
    return f"{name}, {tenure.title}"


def _years(tenure: Tenure, found: Sequence[Tenure]) -> str:
    """
    The years at the ends of a bar: "1957–1962", "1968–1972/75", "2018–", "?–1958".
    """
    start = _year(tenure.start) if tenure.start else "?"
    if tenure.end is None:
        return f"{start}–" + "?" * (not _lasts(tenure, found))
    end = _year(tenure.end)
    return start if start == end else f"{start}–{end}"


def _year(date: Date) -> str:
    first, last = date.earliest.year, date.latest.year
    if first == last:
        return str(first)
    shared = first // 100 == last // 100
    return f"{first}/{last % 100 if shared else last:02}" if date.is_interval else date.year_words


def _lasts(tenure: Tenure, found: Sequence[Tenure]) -> bool:
    """
    Whether a post without an end is taken for held: the holder is not known to have died and
    no other has followed.
    """
    begin = tenure.start
    followed = begin is None or any(other.first_day > begin.middle for other in found)
    return not followed and tenure.person is not None and not tenure.person.died


def full_title(tenure: Tenure) -> str:
    """
    The title of a post, with the body that it heads unless the title names it.
    """
    title = tenure.called
    if tenure.organization is None or len(title.split()) > 2:
        return title
    return f"{title} of the {tenure.organization.name}"


def _hint(tenure: Tenure) -> str:
    person = tenure.person
    facts = " · ".join(filter(None, (phrases.span(tenure.start, tenure.end), tenure.grade)))
    fate = f"Fate: {phrases.fated(person.fate)}" if person and person.fate else ""
    summary = person.summary if person else ""
    return "\n".join(filter(None, (f"{tenure.name}, {full_title(tenure)}", facts, fate, summary)))


def _span(tenure: Tenure, found: Sequence[Tenure], last: dt.date) -> Span | None:
    """
    The time of a tenure, drawn between the middles of its dates; None if it has no date.

    A missing end means that the post is still held, or that nobody knows.
    """
    start, end = tenure.start, tenure.end
    if start and end:
        begin, close = start.middle, end.middle
        vague = not start.is_certain, not end.is_certain
        return Span(start=begin if begin < close else start.earliest, end=close, vague=vague)
    if end:
        close = end.middle
        return Span(start=close - _UNKNOWN, end=close, vague=(True, not end.is_certain))
    if start:
        begin = start.middle
        close = last if _lasts(tenure, found) else begin + _UNKNOWN
        return Span(start=begin, end=close, vague=(not start.is_certain, True))
    return None
