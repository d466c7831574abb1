"""
What can be asked of any record or source: its name, its date, its grade.
"""

import datetime as dt
from collections.abc import Iterable

from ncrefs.dates import Date
from ncrefs.model import (
    Dataset,
    DatedStatement,
    Entity,
    Event,
    Measure,
    Organization,
    Person,
    Source,
)
from ncrefs.vocabulary import Grade


def name_of(entity: Entity | Source) -> str:
    """
    The name of a record, or the title of a source.
    """
    return entity.full_title if isinstance(entity, Source) else entity.name


def when_of(entity: Entity | Source) -> str:
    """
    The date of an event or source, or a person's life, in words; "" without one.
    """
    match entity:
        case Event():
            return entity.when.words
        case Source():
            return entity.date.words if entity.date else ""
        case Person():
            ends = [dates[0].words if dates else "" for dates in _life(entity)]
            return " – ".join(ends) if any(ends) else ""
        case _:
            return ""


def grade_of(entity: Entity | Source) -> Grade | None:
    """
    The grade of a record; of a person, that of the fate; None if it has none.
    """
    if isinstance(entity, Person):
        return entity.fate.grade if entity.fate else None
    return getattr(entity, "grade", None)


def period_of(entity: Entity | Source) -> tuple[dt.date, dt.date] | None:
    """
    First and last day with which a record may have to do; None if undated.

    An event's date, a person's life, an organization's existence, what a measure or
    a dataset covers, a source's publication. A life or a body of which one end is missing is
    open there; a date of which one is unknown ("1948/") reaches no further than the other.
    """
    match entity:
        case Event():
            return entity.when.known
        case Person():
            dates = _life(entity)
        case Organization():
            dates = dates_of(entity.founded), dates_of(entity.dissolved)
        case Measure():
            dates = ([point.when for point in entity.points],) * 2
        case Dataset():
            return entity.coverage.known
        case Source() if entity.date:
            return entity.date.known
        case _:
            return None
    begins, ends = dates
    if not begins and not ends:
        return None
    return (
        min((date.known[0] for date in begins), default=dt.date.min),
        max((date.known[1] for date in ends), default=dt.date.max),
    )


def _life(person: Person) -> tuple[list[Date], list[Date]]:
    return dates_of(person.born), dates_of(person.died)


def dates_of(statements: Iterable[DatedStatement]) -> list[Date]:
    """
    What the statements on one point give as its date, the preferred one first.
    """
    return [statement.value for statement in statements]
