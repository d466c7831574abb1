"""
Who held which office when: posts of people and holders of organizations as one list.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from ncrefs.arguments import expect, expect_word
from ncrefs.catalog import Catalog
from ncrefs.dates import Date, date_of
from ncrefs.facts import period_of
from ncrefs.kinds import KINDS
from ncrefs.model import Entity, Holder, Organization, Person, Post
from ncrefs.vocabulary import Grade, OfficeName


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """
    One person's time in an office, from whichever record says so.
    """

    office: OfficeName | None  #: None for a post that is none of those a coup would need
    title: str | None  #: what the office was called, if not as the vocabulary has it
    organization: Organization | None
    person: Person | None  #: None for a holder without a record
    name: str
    start: Date | None
    end: Date | None
    sources: tuple[str, ...]
    grade: Grade | None
    item: Post | Holder  #: what says so
    declared_by: Entity  #: the record on which it stands
    field: str  #: where it stands there: "posts[0]"

    @property
    def called(self) -> str:
        """
        The post in words: its title, or else the office.
        """
        return self.title or self.office or ""

    @property
    def first_day(self) -> dt.date:
        """
        The earliest day that is known of it; the last of all days if none is.
        """
        date = self.start or self.end
        return date.earliest if date else dt.date.max


def tenures(
    catalog: Catalog,
    *,
    person: str | None = None,
    organization: str | None = None,
    office: OfficeName | None = None,
    on: Date | str | None = None,
    every: bool = False,
) -> list[Tenure]:
    """
    The tenures in a catalog, by office, in the order of time.

    One without an end lasts until the holder died or fell, or the body was dissolved.

    Args:
        catalog: The catalog.
        person: Only those of the person with this id.
        organization: Only those of the organization with this id.
        office: Only those of this office.
        on: Only those that may include the day, month or year.
        every: Also posts that are none of the offices of the vocabulary.
    """
    day = date_of("on", on) if on is not None else None
    among = _all(catalog) if organization is None else _by_body(catalog).get(organization, ())
    found = [
        tenure
        for tenure in among
        if (every or tenure.office is not None)
        and (person is None or (tenure.person and tenure.person.id) == person)
        and (office is None or tenure.office == office)
        and (day is None or _covers(tenure, day))
    ]
    return sorted(found, key=lambda tenure: (tenure.office or "~", tenure.first_day, tenure.name))


def posts(
    catalog: Catalog,
    *,
    person: str | None = None,
    organization: str | None = None,
    office: OfficeName | None = None,
    on: Date | str | None = None,
) -> list[Tenure]:
    """
    All posts in a catalog in the order of time, whether or not a coup would need them.

    Args:
        catalog: The catalog.
        person: Id of the holder, today's or a former one.
        organization: Id of the organization, today's or a former one.
        office: One of the offices of the vocabulary.
        on: See `tenures`.

    Raises:
        TypeError: An argument is no text, and *on* no date either.
        UnknownIdError: There is no such person or organization.
        ValueError: *on* is no date, or there is no such office.
    """
    if office is not None:
        expect_word("office", office, get_args(OfficeName))
    found = tenures(
        catalog,
        person=_known(catalog, "people", person),
        organization=_known(catalog, "organizations", organization),
        office=office,
        on=on,
        every=True,
    )
    return sorted(found, key=lambda tenure: (tenure.first_day, tenure.name, tenure.called))


def _known(catalog: Catalog, kind: str, id_: str | None) -> str | None:
    """
    Today's id of a record that must be of a kind.
    """
    if id_ is None:
        return None
    name = KINDS[kind].singular
    expect(name, id_, str)
    entity: Entity | None = getattr(catalog, kind).get(id_)
    if entity is None:
        from ncrefs.meant import hint  # noqa: PLC0415  (seldom needed)
        from ncrefs.problems import UnknownIdError  # noqa: PLC0415

        raise UnknownIdError(f'no {name} "{id_}"{hint(id_, catalog, [kind])}')
    return entity.id


def _all(catalog: Catalog) -> Iterator[Tenure]:
    for person in catalog.people:
        for index, post in enumerate(person.posts):
            body = catalog.organizations.get(post.of) if post.of else None
            yield _tenure(post, person, body, person, f"posts[{index}]")
    for body in catalog.organizations:
        for index, holder in enumerate(body.holders):
            held = catalog.people.get(holder.who) if holder.who else None
            yield _tenure(holder, held, body, body, f"holders[{index}]")


@cache
def _by_body(catalog: Catalog) -> dict[str, list[Tenure]]:
    """
    The tenures in each organization, by its id: the page of each asks for its own.
    """
    found: dict[str, list[Tenure]] = {}
    for tenure in _all(catalog):
        if tenure.organization:
            found.setdefault(tenure.organization.id, []).append(tenure)
    return found


def _tenure(
    item: Post | Holder,
    person: Person | None,
    organization: Organization | None,
    declared_by: Entity,
    field: str,
) -> Tenure:
    return Tenure(
        office=item.office,
        title=item.title,
        organization=organization,
        person=person,
        name=person.name if person else getattr(item, "name", None) or "",
        start=item.start,
        end=item.end,
        sources=item.sources,
        grade=item.grade,
        item=item,
        declared_by=declared_by,
        field=field,
    )


def _covers(tenure: Tenure, day: Date) -> bool:
    if tenure.start is None and tenure.end is None:
        return False
    starts, ends = _bounds(tenure)
    first, last = day.known
    return starts <= last and first <= ends


def _bounds(tenure: Tenure) -> tuple[dt.date, dt.date]:
    """
    The first and last day of a tenure. What it lacks is given by the life of the holder, by
    what became of him, and by the time in which the body existed.
    """
    owners = [owner for owner in (tenure.person, tenure.organization) if owner]
    periods = [period for owner in owners if (period := period_of(owner))]
    starts = max((first for first, _ in periods), default=dt.date.min)
    ends = min((last for _, last in periods), default=dt.date.max)
    if tenure.start and tenure.start.known[0] > dt.date.min:
        starts = tenure.start.known[0]
    if tenure.end and tenure.end.known[1] < dt.date.max:
        return starts, tenure.end.known[1]
    fate = tenure.person.fate if tenure.person else None
    if fate and fate.when and fate.what != "in office" and fate.when.latest >= starts:
        ends = min(ends, fate.when.latest)
    return starts, ends
