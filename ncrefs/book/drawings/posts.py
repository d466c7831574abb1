"""
Who held which post when: the leaders and the heads of the bodies that hold guns and files.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ncrefs.book import kit
from ncrefs.book.drawings import leaders, marks
from ncrefs.book.drawings.lanes import Chart, Item, Lane, Scale, Span
from ncrefs.book.drawings.svg import Drawing
from ncrefs.book.drawings.timeline import first_year, last_day
from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.model import Person, Post
from ncrefs.vocabulary import Grade

#: Length of a period of which only one end is known, before it fades.
_UNKNOWN = dt.timedelta(days=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """
    A post under all the names it has had.
    """

    key: str
    title: str  #: of its lane and table
    hue: str
    of: frozenset[str | None]  #: ids of the organizations that it heads
    titles: str  #: a pattern for the whole of the post's title
    only_leaders: bool = False  #: others held posts so called that were not the same
    #: Which field of a post its bar names beside the holder, where that tells posts apart.
    says: Literal["title", "of"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """
    One person's time in an office.
    """

    person: Person
    post: Post


OFFICES = (
    Office(
        key="party",
        title="Head of the party",
        hue="blue",
        of=frozenset({"workers-party-of-korea"}),
        titles=r"Chairman of the (Central Committee|party)|(General|First) Secretary",
        says="title",
    ),
    Office(
        key="state",
        title="Head of the government, the state or its highest commission",
        hue="blue",
        of=frozenset({None, "national-defence-commission", "state-affairs-commission"}),
        titles=r"Premier|President of the DPRK|(First )?Chairman(|.*People's Committee.*)",
        only_leaders=True,
        says="of",
    ),
    Office(
        key="commander",
        title="Supreme Commander",
        hue="blue",
        of=frozenset({"korean-peoples-army"}),
        titles=r"Supreme Commander|Commander-in-chief",
    ),
    Office(
        key="defence",
        title="Minister of Defence",
        hue="orange",
        of=frozenset({"ministry-of-national-defence"}),
        titles=r"Minister\b.*",
    ),
    Office(
        key="general-staff",
        title="Chief of the General Staff",
        hue="green",
        of=frozenset({"general-staff"}),
        titles=r"Chief( of the General Staff)?",
    ),
    Office(
        key="political-bureau",
        title="Head of the General Political Bureau",
        hue="pink",
        of=frozenset({"general-political-bureau"}),
        titles=r"(Director|Head|Chief)( of the General Political Bureau)?",
    ),
    Office(
        key="guidance",
        title="Head of the Organisation and Guidance Department",
        hue="grey",
        of=frozenset({"organization-and-guidance-department"}),
        titles=r"Director|Head",
    ),
    Office(
        key="state-security",
        title="Head of State Security",
        hue="gold",
        of=frozenset({"ministry-of-state-security"}),
        titles=r"(Minister|Director|Head)( of State Security)?",
    ),
)


def tenures(catalog: Catalog, office: Office) -> list[Tenure]:
    """
    Who held an office, as far as the records of people say, in order.
    """
    ruling = {reign.leader.id for reign in leaders.reigns(catalog)}
    found = [
        Tenure(person=person, post=post)
        for person in catalog.people
        for post in person.posts
        if post.of in office.of
        and re.fullmatch(office.titles, post.title)
        and (person.id in ruling or not office.only_leaders)
    ]
    return sorted(found, key=lambda tenure: (_first_day(tenure.post), tenure.person.id))


def _first_day(post: Post) -> dt.date:
    return (post.start or post.end or Date("9999")).earliest


def posts(catalog: Catalog, name: str, width: float) -> Drawing:
    """
    A lane for each office, with a bar for each time that somebody held it.
    """
    end = last_day(catalog)
    scale = Scale.of(width, first_year(catalog), end.year)
    chart = Chart(name, scale)
    chart.legend("start or end not certain, or still in office", signs=False)
    chart.axis()
    top = chart.foot
    edges = leaders.bands(chart, leaders.reigns(catalog))
    for office in OFFICES:
        items = list(_items(catalog, office, end))
        if items:
            chart.lane(Lane(title=office.title, hue=office.hue, items=items))
    behind = [*leaders.ground(edges, top, chart.foot), *chart.grid(top)]
    chart.axis()
    return Drawing(
        name=name,
        title="Who held which post when",
        description="A lane for each post with a bar for each holder over the years, below bands "
        "for the leaders' times in power. The tables on this page say the same.",
        width=width,
        height=chart.foot,
        body=(marks.fades(name), *behind, *chart.body),
    )


def _items(catalog: Catalog, office: Office, last: dt.date) -> Iterator[Item]:
    found = tenures(catalog, office)
    for tenure in found:
        span = _span(tenure, found, last)
        if span is not None:
            yield Item(
                entity=tenure.person,
                label=_label(tenure, office, catalog),
                hint=_hint(tenure, full_title(tenure.post, catalog)),
                span=span,
                grade=tenure.post.grade,
            )


def _label(tenure: Tenure, office: Office, catalog: Catalog) -> str:
    post = tenure.post
    doubtful = post.grade in (Grade.ALLEGED, Grade.DISPUTED, Grade.REFUTED)
    name = tenure.person.name + "?" * doubtful
    if office.says is None:
        return name
    body = catalog.records[post.of].name if post.of and office.says == "of" else post.title
    return f"{name}, {body}"


def full_title(post: Post, catalog: Catalog) -> str:
    """
    The title of a post, with the body that it heads unless the title names it.
    """
    if post.of is None or len(post.title.split()) > 2:
        return post.title
    return f"{post.title} of the {catalog.records[post.of].name}"


def _hint(tenure: Tenure, title: str) -> str:
    person, post = tenure.person, tenure.post
    facts = " · ".join(filter(None, (kit.span(post.start, post.end), post.grade)))
    fate = f"What became of him or her: {person.fate.what}" if person.fate else ""
    return "\n".join(filter(None, (f"{person.name}, {title}", facts, fate, person.summary)))


def _span(tenure: Tenure, found: Sequence[Tenure], last: dt.date) -> Span | None:
    """
    The time of a tenure, drawn between the middles of its dates; None if it has no date.

    A missing end means that the post is still held, or that nobody knows: it is taken for
    held if the holder lives and no other has followed.
    """
    start, end = tenure.post.start, tenure.post.end
    if start and end:
        begin, close = _middle(start), _middle(end)
        vague = not start.is_certain, not end.is_certain
        return Span(start=begin if begin < close else start.earliest, end=close, vague=vague)
    if end:
        close = _middle(end)
        return Span(start=close - _UNKNOWN, end=close, vague=(True, not end.is_certain))
    if start:
        begin = _middle(start)
        followed = any(_first_day(other.post) > begin for other in found)
        close = begin + _UNKNOWN if followed or tenure.person.died else last
        return Span(start=begin, end=close, vague=(not start.is_certain, True))
    return None


def _middle(date: Date) -> dt.date:
    return date.earliest + (date.latest - date.earliest) / 2
