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

import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ncrefs.catalog import Catalog, Collection, Related
    from ncrefs.model import (
        Claim,
        Entity,
        Event,
        Mechanism,
        Organization,
        Person,
        Place,
        Plot,
        Purge,
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
    terms: Collection[Term]
    claims: Collection[Claim]
    sources: Collection[Source]
    records: Collection[Entity]
    timeline: list[Event]

__version__ = "0.1.0"
__all__ = [
    "DATA",
    "catalog",
    "claims",
    "events",
    "find",
    "get",
    "load",
    "mechanisms",
    "organizations",
    "people",
    "places",
    "plots",
    "purges",
    "records",
    "related",
    "sources",
    "successions",
    "terms",
    "timeline",
]

#: The folder of the records that come with the package.
DATA = Path(__file__).parent / "data"

_FROM_CATALOG = frozenset(__all__) - {"DATA", "catalog", "find", "get", "load", "related"}


@cache
def catalog() -> Catalog:
    """
    The catalog of the records that come with the package, read once.
    """
    return load(DATA)


def load(path: Path | str) -> Catalog:
    """
    Read a catalog elsewhere.

    Raises:
        ncrefs.problems.CatalogError: With every record that cannot be read.
    """
    from ncrefs.catalog import load as read_catalog  # noqa: PLC0415  (import does no work)

    return read_catalog(path)


def get(id: str) -> Entity | Source:  # noqa: A002  (the field's own name)
    """
    The record or source with the id.

    Raises:
        LookupError: There is none; the message suggests a near one.
    """
    return catalog().get(id)


def find(text: str) -> list[Entity]:
    """
    Records whose name resembles *text*, in any script and spelling, best first.

    >>> ncrefs.find("Chang Sŏng-t'aek")[0].id
    'jang-song-thaek'
    """
    return catalog().find(text)


def related(entity: Entity) -> list[Related]:
    """
    The ties of a record, from both ends, with what each is called there.
    """
    return catalog().related(entity)


def __getattr__(name: str) -> Any:
    if name in _FROM_CATALOG:
        return getattr(catalog(), name)
    raise AttributeError(f"module 'ncrefs' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """
    The package, in which public names win over modules of the same name.
    """

    def __setattr__(self, name: str, value: object) -> None:
        """
        Set an attribute, unless it is a module in the way of a public name.

        The import system binds every imported module in its package: without
        this, `ncrefs.records` would be data until something imports the module
        `ncrefs.records`, as the first touch of data does.
        """
        if not (isinstance(value, ModuleType) and name in __all__):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
