"""
Records in a fixed order, looked up by id and filtered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, Generic, Literal, NoReturn, TypeVar, cast, overload

from ncrefs.arguments import expect, expect_word
from ncrefs.dates import Date, date_of
from ncrefs.facts import grade_of, period_of
from ncrefs.kinds import ALL_KINDS, kind_of
from ncrefs.model import Entity, Person, Source
from ncrefs.vocabulary import Grade

T_co = TypeVar("T_co", bound=Entity | Source, covariant=True)
D = TypeVar("D")
K = TypeVar("K", bound=Entity | Source)


class Collection(Generic[T_co]):
    """
    Records in a fixed order, by id; nobody can change it.

    Iteration gives the records, `collection["id"]` one of them. Filters give a
    smaller collection, so that they can be chained:

    >>> import ncrefs
    >>> ncrefs.plots.between("1956", "1967").where(grade="documented", country=None).ids
    ['august-faction-incident']

    Args:
        entities: The records, in order, or by id.
        renamed: Ids that records bore before, with those of today.
    """

    __slots__ = ("_by_id", "_renamed")

    def __init__(
        self,
        entities: Iterable[T_co] | Mapping[str, T_co],
        renamed: Mapping[str, str] | None = None,
    ) -> None:
        by_id = (
            entities
            if isinstance(entities, Mapping)
            else MappingProxyType({entity.id: entity for entity in entities})
        )
        object.__setattr__(self, "_by_id", by_id)
        object.__setattr__(self, "_renamed", MappingProxyType(dict(renamed or {})))

    _by_id: Mapping[str, T_co]
    _renamed: Mapping[str, str]

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """
        Refuse: a collection is shared by all who import the package.
        """
        raise AttributeError("a collection cannot be changed; filters give a new one")

    def __reduce__(self) -> tuple[Any, ...]:
        """
        Copy and pickle by what it holds.
        """
        return Collection, (list(self), dict(self._renamed))

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, item: object) -> bool:
        """
        Tell whether a record, or one with an id, is in the collection.
        """
        key = item.id if isinstance(item, Entity | Source) else item
        return isinstance(key, str) and key in self._by_id

    def __eq__(self, other: object) -> bool:
        """
        Compare the records and their order.
        """
        if not isinstance(other, Collection):
            return NotImplemented
        return list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # it is compared by all that it holds

    def __getitem__(self, id: str) -> T_co:  # noqa: A002  (the field's own name)
        """
        Return the record with the id, or with an id that it bore before.

        Raises:
            TypeError: The id is no text.
            UnknownIdError: There is none; the message suggests a near one.
        """
        found = self.get(id)
        if found is None:
            from ncrefs.problems import UnknownIdError, suggest  # noqa: PLC0415  (seldom needed)

            raise UnknownIdError(f'no record "{id}"{suggest(id, self._by_id)}')
        return found

    def __repr__(self) -> str:
        """
        Show the number and the first ids.
        """
        first = ", ".join([*islice(self._by_id, 3), *["..."] * (len(self) > 3)])
        return f"<Collection of {len(self)}{first and ': '}{first}>"

    def _repr_html_(self) -> str:
        """
        The records as a table, for notebooks.
        """
        from ncrefs.notebook import collection_html  # noqa: PLC0415  (only in notebooks)

        return collection_html(self)

    @property
    def ids(self) -> list[str]:
        """
        The ids, in the collection's order.
        """
        return list(self._by_id)

    @overload
    def get(self, id: str) -> T_co | None: ...
    @overload
    def get(self, id: str, default: D) -> T_co | D: ...
    def get(self, id: str, default: Any = None) -> Any:  # noqa: A002
        """
        The record, or *default* if there is none.

        Raises:
            TypeError: The id is no text.
        """
        expect("id", id, str)
        found = self._by_id.get(id)
        if found is None and id in self._renamed:
            found = self._by_id.get(self._renamed[id])
        return default if found is None else found

    def filter(self, keep: Callable[[T_co], object]) -> Collection[T_co]:
        """
        The records for which *keep* is true.
        """
        expect("keep", keep, Callable)
        return Collection((entity for entity in self if keep(entity)), self._renamed)

    def kind(self, *kinds: str) -> Collection[T_co]:
        """
        The records of the kinds, named by their plural: "plots", "people".

        Raises:
            ValueError: There is no such kind.
        """
        for kind in kinds:
            expect_word("kind", kind, ALL_KINDS)

        def named(entity: Entity | Source) -> bool:
            return kind_of(entity).plural in kinds

        return self.filter(named)

    def of(self, cls: type[K]) -> Collection[K]:
        """
        The records of exactly a class, typed as such: `records.of(Person)`.

        Raises:
            TypeError: It is no class of records that stand alone.
        """
        if not any(kind.cls is cls for kind in ALL_KINDS.values()):
            raise TypeError(f"cls must be the class of a kind, such as Person, not {cls!r}")
        found = (cast("K", entity) for entity in self if type(entity) is cls)
        return Collection(found, self._renamed)

    def graded(self, *grades: Grade | str | None) -> Collection[T_co]:
        """
        The records whose evidence has one of the grades (of people: their fate); None means
        those without.

        Raises:
            ValueError: There is no such grade, or no record here can have one.
        """
        for grade in grades:
            if grade is not None:
                expect_word("grade", grade, Grade)
        if self and not any(isinstance(one, Person) or hasattr(one, "grade") for one in self):
            raise ValueError("no record here can have a grade")

        def supported(entity: Entity | Source) -> bool:
            return grade_of(entity) in grades

        return self.filter(supported)

    def where(self, **conditions: object) -> Collection[T_co]:
        """
        The records whose fields have the values.

        >>> import ncrefs
        >>> "jang-song-thaek" in ncrefs.people.where(fate__what=["executed", "suicide"])
        True

        Args:
            conditions: A field of the record, or with two underscores one of its nested
                values (`fate__what`), and the value that it shall have; a list of values
                means any of them, None that it has none. A field that holds several fits if
                one of them does. A date is compared as it is written. `grade` of people is
                that of their fate.

        Raises:
            TypeError: A field never holds a value of this type.
            ValueError: No record has such a field, or a value is no date or none of its words.
        """
        from ncrefs.conditions import condition  # noqa: PLC0415  (only when asked)

        found = self
        for path, value in conditions.items():
            if path == "grade":
                many = value if isinstance(value, list | tuple | set | frozenset) else [value]
                found = found.graded(*many)
            else:
                found = found.filter(condition(path, value, self))
        return found

    def between(self, start: Date | str, end: Date | str) -> Collection[T_co]:
        """
        The dated records that may fall into a period, its ends included.

        An uncertain date counts by its earliest and latest day. An end that is open
        ("1948/..") goes on for ever; of one that is unknown ("1948/") only the other counts.

        Raises:
            TypeError: An end is neither a date nor text.
            ValueError: An end is not EDTF, or the last day lies before the first.
        """
        first, _ = date_of("start", start).known
        _, last = date_of("end", end).known
        if last < first:
            raise ValueError(f'"{start}" to "{end}" ends before it starts')

        def inside(entity: Entity | Source) -> bool:
            period = period_of(entity)
            return period is not None and period[0] <= last and first <= period[1]

        return self.filter(inside)

    def to_dict(self) -> list[dict[str, Any]]:
        """
        The records as dicts of text, numbers, lists and dicts, each with its kind.
        """
        from ncrefs.frames import to_dict  # noqa: PLC0415  (only when asked)

        return [to_dict(entity) for entity in self]

    def to_frame(self, library: Literal["pandas", "polars"] | None = None) -> Any:
        """
        The records as a data frame, a row each, by pandas or else polars.

        See `ncrefs.frames.frame` for the columns.

        Raises:
            ModuleNotFoundError: Neither is installed.
            ValueError: It is another library.
        """
        from ncrefs.frames import frame  # noqa: PLC0415  (only when asked)

        return frame(self, library)
