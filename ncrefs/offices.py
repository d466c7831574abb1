"""
Who held which office when: posts of people and holders of organizations as one list.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.model import Entity, Holder, Organization, Person, Post
from ncrefs.vocabulary import Grade, OfficeName


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """
    One person's time in an office, from whichever record says so.
    """

    office: OfficeName
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
    organization: str | None = None,
    office: OfficeName | None = None,
    on: Date | str | None = None,
) -> list[Tenure]:
    """
    The tenures in a catalog, by office, in the order of time.

    Args:
        catalog: The catalog.
        organization: Only those of the organization with this id.
        office: Only those of this office.
        on: Only those that may include the day, month or year; one without an end may last.
    """
    day = Date(str(on)) if on is not None else None
    found = [
        tenure
        for tenure in _all(catalog)
        if (
            organization is None or (tenure.organization and tenure.organization.id) == organization
        )
        and (office is None or tenure.office == office)
        and (day is None or _covers(tenure, day))
    ]
    return sorted(found, key=lambda tenure: (tenure.office, tenure.first_day, tenure.name))


def _all(catalog: Catalog) -> Iterator[Tenure]:
    for person in catalog.people:
        for post in person.posts:
            if post.office is not None:
                body = catalog.organizations.get(post.of) if post.of else None
                yield _tenure(post.office, post, person, body, person)
    for body in catalog.organizations:
        for holder in body.holders:
            held = catalog.people.get(holder.who) if holder.who else None
            yield _tenure(holder.office, holder, held, body, body)


def _tenure(
    office: OfficeName,
    item: Post | Holder,
    person: Person | None,
    organization: Organization | None,
    declared_by: Entity,
) -> Tenure:
    name = person.name if person else getattr(item, "name", None) or ""
    return Tenure(
        office=office,
        title=item.title,
        organization=organization,
        person=person,
        name=name,
        start=item.start,
        end=item.end,
        sources=item.sources,
        grade=item.grade,
        item=item,
        declared_by=declared_by,
    )


def _covers(tenure: Tenure, day: Date) -> bool:
    starts = tenure.start.earliest if tenure.start else dt.date.min
    ends = tenure.end.latest if tenure.end else dt.date.max
    if tenure.start is None and tenure.end is None:
        return False
    return starts <= day.latest and day.earliest <= ends
