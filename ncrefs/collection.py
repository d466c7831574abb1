"""
Records in a fixed order, looked up by id and filtered.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar, cast, overload

from ncrefs.dates import Date
from ncrefs.kinds import KINDS, SOURCES, kind_of
from ncrefs.model import Dataset, Entity, Event, Measure, Organization, Person, Source
from ncrefs.problems import UnknownIdError, suggest
from ncrefs.vocabulary import Grade

T = TypeVar("T", bound=Entity | Source)
K = TypeVar("K", bound=Entity | Source)


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
    a dataset covers, a source's publication. A missing end is open.
    """
    match entity:
        case Event():
            return entity.when.earliest, entity.when.latest
        case Person():
            dates = _dates(entity.born), _dates(entity.died)
        case Organization():
            dates = _dates(entity.founded), _dates(entity.dissolved)
        case Measure():
            dates = ([point.when for point in entity.points],) * 2
        case Dataset():
            return entity.coverage.earliest, entity.coverage.latest
        case Source() if entity.date:
            return entity.date.earliest, entity.date.latest
        case _:
            return None
    begins, ends = dates
    if not begins and not ends:
        return None
    return (
        min((date.earliest for date in begins), default=dt.date.min),
        max((date.latest for date in ends), default=dt.date.max),
    )


def _dates(statements: Iterable[Any]) -> list[Date]:
    return [statement.value for statement in statements]


class Collection(Generic[T]):
    """
    Records in a fixed order, by id.

    Iteration gives the records, `collection["id"]` one of them. Filters give a
    smaller collection, so that they can be chained.
    """

    __slots__ = ("_by_id",)

    def __init__(self, entities: Iterable[T]) -> None:
        self._by_id: dict[str, T] = {entity.id: entity for entity in entities}

    def __iter__(self) -> Iterator[T]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, item: object) -> bool:
        """
        Tell whether a record, or one with an id, is in the collection.
        """
        key = item.id if isinstance(item, Entity | Source) else item
        return key in self._by_id

    def __getitem__(self, id: str) -> T:  # noqa: A002  (the field's own name)
        """
        Return the record with the id.

        Raises:
            UnknownIdError: There is none; the message suggests a near one.
        """
        try:
            return self._by_id[id]
        except KeyError:
            hint = suggest(id, self._by_id)
            raise UnknownIdError(f'no record "{id}"{hint}') from None

    def __repr__(self) -> str:
        return f"<Collection of {len(self)}>"

    @property
    def ids(self) -> list[str]:
        """
        The ids, in the collection's order.
        """
        return list(self._by_id)

    @overload
    def get(self, id: str) -> T | None: ...
    @overload
    def get(self, id: str, default: T) -> T: ...
    def get(self, id: str, default: T | None = None) -> T | None:  # noqa: A002
        """
        The record, or *default* if there is none.
        """
        return self._by_id.get(id, default)

    def filter(self, keep: Callable[[T], object]) -> "Collection[T]":
        """
        The records for which *keep* is true.
        """
        return Collection(entity for entity in self if keep(entity))

    def kind(self, *kinds: str) -> "Collection[T]":
        """
        The records of the kinds, named by their plural: "plots", "people".

        Raises:
            ValueError: There is no such kind.
        """
        known = [*KINDS, SOURCES.plural]
        for kind in kinds:
            if kind not in known:
                raise ValueError(f'no kind "{kind}"{suggest(kind, known)}')
        return self.filter(lambda entity: kind_of(entity).plural in kinds)

    def of(self, cls: type[K]) -> "Collection[K]":
        """
        The records of exactly a class, typed as such: `records.of(Person)`.
        """
        return Collection(cast("K", entity) for entity in self if type(entity) is cls)

    def graded(self, *grades: Grade | str) -> "Collection[T]":
        """
        The records whose evidence has one of the grades (of people: their fate).

        Raises:
            ValueError: There is no such grade.
        """
        wanted = {Grade(grade) for grade in grades}
        return self.filter(lambda entity: grade_of(entity) in wanted)

    def between(self, start: Date | str, end: Date | str) -> "Collection[T]":
        """
        The dated records that may fall into a period, its ends included.

        An uncertain date counts by its earliest and latest day.

        Raises:
            ValueError: An end is not EDTF, or the last day lies before the first.
        """
        first = Date(str(start)).earliest
        last = Date(str(end)).latest
        if last < first:
            raise ValueError(f'"{start}" to "{end}" ends before it starts')

        def inside(entity: T) -> bool:
            period = period_of(entity)
            return period is not None and period[0] <= last and first <= period[1]

        return self.filter(inside)
