"""
Rules for offices: who held one is said on a person's record or on the body's, not on both.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ncrefs.dates import Date
from ncrefs.model import Holder, Post
from ncrefs.rules.base import Breach, Context, Rule, meet

#: Offices that several people hold at once.
_SHARED = frozenset(("corps commander", "first deputy head of Organisation and Guidance"))


@dataclass(frozen=True, slots=True)
class _Tenure:
    """
    One tenure, wherever it is said.
    """

    id: str  #: of the record that says so
    field: str
    who: str
    office: str
    of: str | None
    item: Post | Holder

    @property
    def surely(self) -> tuple[dt.date, dt.date] | None:
        """
        First and last day on which the office was surely held.
        """
        start, end = self.item.start, self.item.end
        if start is None or end is None or dt.date.max in (start.latest, end.latest):
            return None
        return start.latest, end.earliest


def _tenures(context: Context) -> list[_Tenure]:
    found = []
    for person in context.catalog.people:
        for index, post in enumerate(person.posts):
            if post.office:
                where = f"posts[{index}]"
                found.append(_Tenure(person.id, where, person.id, post.office, post.of, post))
    for body in context.catalog.organizations:
        for index, holder in enumerate(body.holders):
            who = holder.who or holder.name or ""
            where = f"holders[{index}]"
            found.append(_Tenure(body.id, where, who, holder.office, body.id, holder))
    return found


def _one_holder(context: Context) -> Iterator[Breach]:
    held: dict[str, list[_Tenure]] = {}
    for tenure in _tenures(context):
        if tenure.office not in _SHARED and tenure.surely and not _deputy(tenure):
            held.setdefault(tenure.office, []).append(tenure)
    for tenures in held.values():
        tenures.sort(key=lambda tenure: (tenure.surely, tenure.id))
        for index, tenure in enumerate(tenures):
            for other in tenures[:index]:
                if tenure.who != other.who and _overlap(tenure, other):
                    values = {"office": tenure.office, "other": other.who, "dates": _dates(other)}
                    yield Breach(tenure.id, tenure.field, values)
                    break


def _deputy(tenure: _Tenure) -> bool:
    title = tenure.item.title or ""
    return any(word in title.lower() for word in ("acting", "deputy", "de facto"))


def _overlap(one: _Tenure, other: _Tenure) -> bool:
    first, second = one.surely, other.surely
    return bool(first and second) and max(first[0], second[0]) < min(first[1], second[1])  # type: ignore[index]


def _dates(tenure: _Tenure) -> str:
    return f"{tenure.item.start or '?'} to {tenure.item.end or '?'}"


def _contradicted(context: Context) -> Iterator[Breach]:
    for holder, posts in _pairs(context):
        # Who held the office twice may have one tenure here and the other there.
        others = [post for post in posts if not _apart(holder.item, post.item)]
        if others and not any(_agree(holder.item, post.item) for post in others):
            values = {"who": holder.who, "office": holder.office, "dates": _dates(others[0])}
            yield Breach(holder.id, holder.field, values)


def _said_twice(context: Context) -> Iterator[Breach]:
    for holder, posts in _pairs(context):
        if any(_agree(holder.item, post.item) for post in posts):
            yield Breach(holder.id, holder.field, {"who": holder.who})


def _pairs(context: Context) -> Iterator[tuple[_Tenure, list[_Tenure]]]:
    """
    Each holder of an office, with the posts in which the holder's own record says the same.
    """
    said: dict[tuple[str, str], list[_Tenure]] = {}
    tenures = _tenures(context)
    for tenure in tenures:
        if isinstance(tenure.item, Post):
            said.setdefault((tenure.who, tenure.office), []).append(tenure)
    for holder in tenures:
        if isinstance(holder.item, Holder) and holder.item.who:
            own = said.get((holder.who, holder.office), ())
            posts = [post for post in own if post.of in (None, holder.of)]
            if posts:
                yield holder, posts


def _agree(one: Post | Holder, other: Post | Holder) -> bool:
    return _same(one.start, other.start) and _same(one.end, other.end)


def _apart(one: Post | Holder, other: Post | Holder) -> bool:
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
