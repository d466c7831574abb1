"""
Why has North Korea never had a successful military coup?

The package holds the facts of the book of the same name as typed data:

    >>> import ncrefs
    >>> ncrefs.people["jang-song-thaek"].name
    'Jang Song Thaek'

Importing it loads no third-party module and reads no file; the first touch of
data reads the records.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ncrefs.catalog import Catalog, Related
    from ncrefs.collection import Collection
    from ncrefs.model import (
        Claim,
        Dataset,
        Entity,
        Event,
        Measure,
        Mechanism,
        Organization,
        Person,
        Place,
        Plot,
        Purge,
        Question,
        Source,
        Succession,
        Term,
    )

    people: Collection[Person]
    organizations: Collection[Organization]
    places: Collection[Place]
    events: Collection[Event]
    plots: Collection[Plot]
    purges: Collection[Purge]
    successions: Collection[Succession]
    mechanisms: Collection[Mechanism]
    measures: Collection[Measure]
    datasets: Collection[Dataset]
    questions: Collection[Question]
    terms: Collection[Term]
    claims: Collection[Claim]
    sources: Collection[Source]
    records: Collection[Entity]
    timeline: Collection[Event]

__version__ = "0.1.0"
__all__ = [
    "DATA",
    "claims",
    "datasets",
    "events",
    "find",
    "get",
    "load",
    "measures",
    "mechanisms",
    "organizations",
    "people",
    "places",
    "plots",
    "purges",
    "questions",
    "records",
    "related",
    "sources",
    "successions",
    "terms",
    "timeline",
]

#: The folder of the records that come with the package.
DATA = Path(__file__).parent / "data"

_FROM_CATALOG = frozenset(__all__) - {"DATA", "find", "get", "load", "related"}


def load(path: Path | str | None = None) -> Catalog:
    """
    The catalog of a folder of records: of those that come with the package, read once,
    or of *path*.

    Raises:
        ncrefs.problems.CatalogError: With every record that cannot be read.
    """
    if path is None:
        return _packaged()
    from ncrefs.loading import load as read_catalog  # noqa: PLC0415  (import does no work)

    return read_catalog(path)


@cache
def _packaged() -> Catalog:
    return load(DATA)


def get(id: str) -> Entity | Source | None:  # noqa: A002  (the field's own name)
    """
    The record or source with the id, or with one that it bore before; None if there is none.
    """
    return _packaged().get(id)


def find(text: str) -> list[Entity]:
    """
    Records whose name resembles *text*, in any script and spelling, best first.

    >>> ncrefs.find("Chang Sŏng-t'aek")[0].id
    'jang-song-thaek'
    """
    return _packaged().find(text)


def related(entity: Entity) -> list[Related]:
    """
    The ties of a record, from both ends, with what each is called there.
    """
    return _packaged().related(entity)


if not TYPE_CHECKING:  # to a type checker it would make any misspelt name an attribute

    def __getattr__(name: str) -> Any:
        if name in _FROM_CATALOG:
            return getattr(_packaged(), name)
        raise AttributeError(f"module 'ncrefs' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
