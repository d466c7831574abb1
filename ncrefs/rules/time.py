"""
Rules for time: lives, posts and events that cannot have been so.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from ncrefs import relations
from ncrefs.dates import Date
from ncrefs.facts import dates_of
from ncrefs.model import Entity, Event, Holder, Organization, Person, Post, Tie
from ncrefs.rules.base import Breach, Context, Rule, after, before, meet

#: The first year of which a record may speak; an earlier one is a slip.
_FIRST = 1000
#: Nobody has lived longer, and nobody holds an office younger, in years.
_LONGEST, _YOUNGEST = 115, 12
_DEATHS = frozenset(
    ("died in office", "died of natural causes", "suicide", "assassinated", "executed")
)


def _in_time(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, value in relations.values(entity):
        if isinstance(value, Date) and not in_time(value, context.today):
            yield Breach(entity.id, where, {"date": value})


def _checked_on_a_day(entity: Entity, context: Context) -> Iterator[Breach]:
    date = entity.checked
    if date is not None and date.earliest != date.latest:
        yield Breach(entity.id, "checked", {"date": date})


def in_time(date: Date, today: dt.date) -> bool:
    """
    Whether a date is neither in the future nor before all history of the book.
    """
    begins = date.earliest == dt.date.min or date.earliest.year >= _FIRST
    ends = date.latest == dt.date.max or date.latest.year >= _FIRST
    return begins and ends and date.earliest <= today


def _causes(entity: Entity, context: Context) -> Iterator[Breach]:
    if isinstance(entity, Event):
        for index, name in enumerate(entity.led_to):
            other = context.catalog.records.get(name)
            if isinstance(other, Event) and other.when.surely_before(entity.when):
                values = {"other": name, "date": other.when, "own": entity.when}
                yield Breach(entity.id, f"led_to[{index}]", values)


def _parts(entity: Entity, context: Context) -> Iterator[Breach]:
    if isinstance(entity, Event):
        for index, name in enumerate(entity.part_of):
            other = context.catalog.records.get(name)
            if isinstance(other, Event) and not meet(other.when, entity.when):
                values = {"other": name, "date": other.when, "own": entity.when}
                yield Breach(entity.id, f"part_of[{index}]", values)


def _fates(entity: Entity, context: Context) -> Iterator[Breach]:
    if not isinstance(entity, Person) or entity.fate is None:
        return
    fate = entity.fate
    died = dates_of(entity.died)
    known = " or ".join(map(str, died))
    if fate.what == "in office" and died:
        yield Breach(entity.id, "fate.what", {"what": fate.what, "when": "now", "died": known})
    if fate.when is None:
        return
    outside = before(fate.when, dates_of(entity.born)) or after(fate.when, died)
    apart = bool(died) and not any(meet(day, fate.when) for day in died)
    if outside or (apart and fate.what in _DEATHS):
        values = {"what": fate.what, "when": fate.when, "died": known or "unknown"}
        yield Breach(entity.id, "fate.when", values)


def _lives(entity: Entity, context: Context) -> Iterator[Breach]:
    if isinstance(entity, Person) and entity.born and entity.died:
        first = max(date.latest.year for date in dates_of(entity.born))
        last = min(date.earliest.year for date in dates_of(entity.died))
        if last - first > _LONGEST:
            yield Breach(entity.id, "died[0]", {"years": last - first})


def _ages(entity: Entity, context: Context) -> Iterator[Breach]:
    if not isinstance(entity, Person) or not entity.born:
        return
    born = min(date.earliest.year for date in dates_of(entity.born))
    for where, post in relations.items(entity, Post):
        if post.start and post.start.latest != dt.date.max:
            age = post.start.latest.year - born
            if 0 <= age < _YOUNGEST:
                yield Breach(entity.id, f"{where}.start", {"age": age})


def _bodies(
    entity: Entity, context: Context
) -> Iterator[tuple[str, Any, Organization, list[Date], list[Date]]]:
    """
    Each post, tie and holder with its body, and when that was founded and dissolved.
    """
    for where, item in relations.items(entity, Post, Tie, Holder):
        name: str | None = entity.id
        if not isinstance(item, Holder):
            name = item.of if isinstance(item, Post) else item.to
        body = context.catalog.records.get(name or "")
        if isinstance(body, Organization):
            begins = dates_of(body.founded)
            begins += [former.start for former in body.former_names if former.start and begins]
            ends = dates_of(body.dissolved)
            if any(end.surely_before(min(begins)) for end in ends if begins):
                ends = []  # the body's own dates are wrong, and are told there
            yield where, item, body, begins, ends


def _in_existence(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, item, body, begins, ends in _bodies(entity, context):
        if item.end and before(item.end, begins):
            values = {"date": item.end, "body": body.id, "what": "founded", "day": begins[0]}
            yield Breach(entity.id, f"{where}.end", values)
        if item.start and after(item.start, ends):
            values = {"date": item.start, "body": body.id, "what": "dissolved", "day": ends[0]}
            yield Breach(entity.id, f"{where}.start", values)


def _begun(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, item, body, begins, _ in _bodies(entity, context):
        early = item.start and before(item.start, begins)
        if early and not (item.end and before(item.end, begins)):
            values = {"date": item.start, "body": body.id, "day": begins[0]}
            yield Breach(entity.id, f"{where}.start", values)


def _sourced(entity: Entity) -> Iterator[tuple[str, Any, list[Date]]]:
    """
    Each value in a record that has sources of its own, and its dates.
    """
    for where, value in relations.values(entity):
        if getattr(value, "sources", ()):
            found = (getattr(value, name) for name in value.__dataclass_fields__)
            yield where, value, [date for date in found if isinstance(date, Date)]


def _foretold(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, value, told in _sourced(entity):
        for key in value.sources:
            source = context.catalog.sources.get(key)
            if source and source.date and before(source.date, told):
                values = {"key": key, "published": source.date, "date": told[0]}
                yield Breach(entity.id, f"{where}.sources", values)


def _too_old(entity: Entity, context: Context) -> Iterator[Breach]:
    for where, value, told in _sourced(entity):
        if late := _later(told, value.sources, context):
            notes = [found for name, found in context.mentions(entity) if name == f"{where}.note"]
            late = _later(late, [n.target for n in notes if n.kind == "cite"], context)
            if late and late != told:
                yield Breach(entity.id, f"{where}.sources", {"date": late[0]})


def _later(told: list[Date], keys: Iterable[str], context: Context) -> list[Date]:
    """
    The dates after all of the sources; none if one has no date, as that may be late enough.
    """
    sources = [context.catalog.sources.get(key) for key in keys]
    days = [source.date if source else None for source in sources]
    return [date for date in told if all(day and day.surely_before(date) for day in days)]


RULES = (
    Rule("in-time", "record", _in_time, "{date} is in the future or long ago; mend the year"),
    Rule(
        "checked-on-a-day",
        "record",
        _checked_on_a_day,
        "{date} is no day; write the one on which it was compared, such as 2026-11-29",
    ),
    Rule(
        "causes",
        "record",
        _causes,
        "{other} ({date}) came before this ({own}); mend a date, or turn the two around",
    ),
    Rule(
        "parts",
        "record",
        _parts,
        "{other} ({date}) does not meet this ({own}); mend a date, or say led_to",
        "advice",
    ),
    Rule(
        "fates",
        "record",
        _fates,
        "{what} ({when}) and the life (died {died}) cannot both be; mend either",
    ),
    Rule(
        "foretold",
        "record",
        _foretold,
        "{key} was published ({published}) before {date}; cite what came later",
    ),
    Rule(
        "too-old",
        "record",
        _too_old,
        "none is as late as {date}; add the source that says so, or leave the date out",
    ),
    Rule("lives", "record", _lives, "a life of {years} years; mend born or died"),
    Rule("ages", "record", _ages, "a post at the age of {age}; mend born or start"),
    Rule(
        "in-existence",
        "record",
        _in_existence,
        "{date}: {body} was {what} in {day}; mend either",
    ),
    Rule(
        "begun",
        "record",
        _begun,
        "{date} lies before the founding of {body}, {day}; mend either, or add a former name",
        "advice",
    ),
)
