"""
What a rule is: it looks at one record, or at the whole catalog, and yields what breaks it.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ncrefs import markup, relations
from ncrefs.bibtex import FIELDS
from ncrefs.catalog import Catalog
from ncrefs.dates import Date
from ncrefs.model import Entity, Source
from ncrefs.problems import Severity


@dataclass(frozen=True, slots=True)
class Breach:
    """
    One place where a rule is broken.
    """

    id: str  #: record, or source key
    field: str
    values: dict[str, Any] = dataclasses.field(default_factory=dict)
    line: int = 0  #: lines below the field's own


@dataclass(frozen=True, slots=True)
class Context:
    """
    What a rule may ask: the catalog, and ids of files that could not be read.
    """

    catalog: Catalog
    unreadable: frozenset[str]
    sources_lost: bool = False  #: whether sources.bib could not be read at all
    today: dt.date = dataclasses.field(default_factory=dt.date.today)
    _parsed: dict[str, list[tuple[str, markup.Mention]]] = dataclasses.field(default_factory=dict)

    def mentions(self, entity: Entity) -> list[tuple[str, markup.Mention]]:
        """
        What the texts of a record point to or may not hold, with the names of their fields.
        """
        if entity.id not in self._parsed:
            self._parsed[entity.id] = [
                (name, mention)
                for name, text in relations.prose_fields(entity)
                for mention in markup.parse(text, paragraph=name != "text")
            ]
        return self._parsed[entity.id]

    def written(self, source: Source, field: str) -> str:
        """
        Where a field of a source stands in sources.bib: "lee2001.booktitle" of its container.
        """
        names = [f"{source.id}.{name}" for name, filled in FIELDS.items() if filled == field]
        lines = self.catalog.source_origins[source.id].lines
        return next((name for name in names if name in lines), names[0])


@dataclass(frozen=True, slots=True)
class Rule:
    """
    A rule: its message takes the values of a breach.
    """

    name: str
    scope: Literal["record", "catalog"]
    #: Takes the record, unless of the catalog, and the context.
    find: Callable[..., Iterator[Breach]]
    message: str
    severity: Severity = "error"


def meet(one: Date, other: Date) -> bool:
    """
    Whether two dates may fall on one day.
    """
    return not one.surely_before(other) and not other.surely_before(one)


def before(date: Date, others: Collection[Date]) -> bool:
    """
    Whether a date lies before all others; not if there are none.
    """
    return bool(others) and all(date.surely_before(other) for other in others)


def after(date: Date, others: Collection[Date]) -> bool:
    """
    Whether a date lies after all others; not if there are none.
    """
    return bool(others) and all(other.surely_before(date) for other in others)
