"""
Rules for offices: who held one is said on a person's record or on the body's, not on both.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from ncrefs.dates import Date
from ncrefs.model import Holder, Post
from ncrefs.offices import Tenure, tenures
from ncrefs.rules.base import Breach, Context, Rule, meet

#: Offices that several people hold at once.
_SHARED = frozenset(("corps commander", "first deputy head of Organisation and Guidance"))


def _who(tenure: Tenure) -> str:
    return tenure.person.id if tenure.person else tenure.name


def _surely(tenure: Tenure) -> tuple[dt.date, dt.date] | None:
    """
    First and last day on which the office was surely held.
    """
    start, end = tenure.start, tenure.end
    if start is None or end is None or dt.date.max in (start.latest, end.latest):
        return None
    return start.latest, end.earliest


def _one_holder(context: Context) -> Iterator[Breach]:
    held = defaultdict(list)
    for tenure in tenures(context.catalog):
        days = _surely(tenure)
        if days and tenure.office not in _SHARED and not _deputy(tenure):
            held[tenure.office].append((days, tenure.declared_by.id, tenure))
    for found in held.values():
        found.sort(key=lambda one: one[:2])
        for index, ((first, last), id_, tenure) in enumerate(found):
            for (begun, ended), _, other in found[:index]:
                if _who(tenure) != _who(other) and max(first, begun) < min(last, ended):
                    values = {"office": tenure.office, "other": _who(other), "dates": _dates(other)}
                    yield Breach(id_, tenure.field, values)
                    break


def _deputy(tenure: Tenure) -> bool:
    title = tenure.title or ""
    return any(word in title.lower() for word in ("acting", "deputy", "de facto"))


def _dates(tenure: Tenure) -> str:
    return f"{tenure.start or '?'} to {tenure.end or '?'}"


def _contradicted(context: Context) -> Iterator[Breach]:
    for holder, posts in _pairs(context):
        # Who held the office twice may have one tenure here and the other there.
        others = [post for post in posts if not _apart(holder, post)]
        if others and not any(_agree(holder, post) for post in others):
            values = {"who": _who(holder), "office": holder.office, "dates": _dates(others[0])}
            yield Breach(holder.declared_by.id, holder.field, values)


def _said_twice(context: Context) -> Iterator[Breach]:
    for holder, posts in _pairs(context):
        if any(_agree(holder, post) for post in posts):
            yield Breach(holder.declared_by.id, holder.field, {"who": _who(holder)})


def _pairs(context: Context) -> Iterator[tuple[Tenure, list[Tenure]]]:
    """
    Each holder of an office, with the posts in which the holder's own record says the same.
    """
    posts = defaultdict(list)
    found = tenures(context.catalog)
    for tenure in found:
        if isinstance(tenure.item, Post):
            posts[_who(tenure), tenure.office].append(tenure)
    for holder in found:
        if isinstance(holder.item, Holder) and holder.person:
            bodies = (None, holder.organization)
            same = [p for p in posts[_who(holder), holder.office] if p.organization in bodies]
            if same:
                yield holder, same


def _agree(one: Tenure, other: Tenure) -> bool:
    return _same(one.start, other.start) and _same(one.end, other.end)


def _apart(one: Tenure, other: Tenure) -> bool:
    return any(
        first.end and second.start and first.end.surely_before(second.start)
        for first, second in ((one, other), (other, one))
    )


def _same(one: Date | None, other: Date | None) -> bool:
    return one is None or other is None or meet(one, other)


RULES = (
    Rule(
        "one-holder",
        "catalog",
        _one_holder,
        "{other} was {office}, too, {dates}; mend a date, or write acting or deputy in the title",
        "advice",
    ),
    Rule(
        "holders-posts",
        "catalog",
        _contradicted,
        "the record of {who} says {dates} of the office {office}; mend either",
    ),
    Rule(
        "said-twice",
        "catalog",
        _said_twice,
        "the record of {who} says so already; leave it out here",
        "advice",
    ),
)
